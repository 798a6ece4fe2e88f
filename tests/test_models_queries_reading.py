"""What an article holds, and who is heard in a set of comments."""

from __future__ import annotations

import datetime as dt

import pytest

from models import people
from models.queries import article, commentary, events, speakers
from models.queries.filters import EventFilter
from models.store import Store
from tests import factories

EVERYTHING = EventFilter()


def article_of(store: Store, title: str) -> article.Reading:
    (row,) = [row for row in article.listed(store, EVERYTHING) if row.title == title]
    found = article.reading(store, row.article_id)
    assert found is not None
    return found


def test_an_article_is_read_with_its_moves_and_comments_in_place(store: Store) -> None:
    found = article_of(store, "Визит")
    assert found.text == factories.VISIT_RU
    assert [found.text[one.start : one.end] for one in found.moves] == [
        "Токаев прибыл в Ташкент 17 марта 2026 года.",
        "Стороны подписали договор.",
    ]
    (said,) = found.comments
    assert found.text[said.start : said.end] == "это новый шаг"
    assert (found.row.moves, found.row.comments) == (2, 1)


def test_a_move_of_an_article_opens_the_event_that_it_reports(store: Store) -> None:
    for told in article_of(store, "The border").moves:
        card = events.card(store, told.event_id)
        assert card
        assert (card.event.actor, card.event.action) == (told.actor, told.action)


def test_an_unknown_article_is_none(store: Store) -> None:
    assert article.reading(store, "anothing") is None


def test_neighbours_are_of_the_same_outlet_by_day(store: Store) -> None:
    first, last = article_of(store, "A pact"), article_of(store, "A visit")
    assert (first.row.source, first.earlier) == (last.row.source, None)
    assert last.later is None
    assert first.later is not None
    assert last.earlier is not None
    assert (first.later.title, last.earlier.title) == ("A visit", "A pact")


def test_articles_are_listed_newest_first_where_a_move_passes(store: Store) -> None:
    rows = article.listed(store, EVERYTHING)
    assert len(rows) == 5
    assert [row.published for row in rows] == sorted((row.published for row in rows), reverse=True)
    assert {row.title for row in article.listed(store, EventFilter(langs=("ru",)))} == {"Визит"}
    assert article.listed(store, EventFilter(search="nosuchword")) == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Игорь Шестаков", "Igor Shestakov"),
        ("Темур Умаров", "Temur Umarov"),
        ("Александр Князев", "Alexander Knyazev"),
        ("Касым-Жомарт Токаев", "Kassym-Jomart Tokayev"),
        ("Қасым-Жомарт Тоқаев", "Qasym-Jomart Toqayev"),
        ("Садыр Жапаров", "Sadyr Zhaparov"),
        ("Садыр Жапаров", "Japarov Sadyr"),
        ("Эмомали Рахмон", "Emomali Rahmon"),
        ("Евгений Смирнов", "Yevgeny Smirnov"),
        ("Юрий Бочаров", "Iurii Bocharov"),
        ("Alisher Ilxomov", "Alisher Ilxomov"),
    ],
)
def test_spellings_of_one_person_share_a_key(one: str, other: str) -> None:
    assert people.key(one) == people.key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Темур Умаров", "Timur Amirov"),
        ("Igor Shestakov", "Igor Shestov"),
        ("МИД", "МОД"),
        ("Андрей Казанцев", "Андрей Серенко"),
        ("", "Igor Shestakov"),
    ],
)
def test_other_people_do_not(one: str, other: str) -> None:
    assert people.key(one) != people.key(other)


TEXT = "Kazakhstan met Russia. Igor Shestakov called it new. Experts agree."


def _said(store: Store, speaker: str, day: dt.date, **given: str) -> None:
    told = factories.article(TEXT, published=day, source=f"Outlet {day}", title=f"Told {day}")
    meeting = factories.move(TEXT, "Kazakhstan met Russia.", "KAZ", "meet", "RUS", date=day)
    words = factories.comment(TEXT, "new", speaker, countries=("KAZ", "RUS"), moves=(0,), **given)
    store.save(told, factories.coded(meeting, comments=(words,)))


@pytest.fixture
def heard(empty: Store) -> Store:
    """Five comments: three of one person in two spellings and two roles, two of an official."""
    _said(empty, "Igor Shestakov", dt.date(2024, 2, 1), role="analyst", outlet="Vesti.kg")
    _said(empty, "Игорь Шестаков", dt.date(2025, 2, 1), role="политолог", outlet="24.kg")
    _said(empty, "Игорь Шестаков", dt.date(2026, 2, 1), role="политолог", outlet="24.kg")
    _said(empty, "Kassym-Jomart Tokayev", dt.date(2026, 3, 1), kind="official", role="president")
    _said(empty, "Касым-Жомарт Токаев", dt.date(2026, 4, 1), kind="official", role="президент")
    return empty


def test_a_person_of_several_spellings_is_one_speaker(heard: Store) -> None:
    first, second = speakers.speakers(heard, EVERYTHING)
    assert first.names == ("Игорь Шестаков", "Igor Shestakov")
    assert (first.speaker, first.comments, first.outlets, first.role) == (
        "Игорь Шестаков",
        3,
        2,
        "политолог",
    )
    assert (first.first, first.latest) == (dt.date(2024, 2, 1), dt.date(2026, 2, 1))
    assert (second.comments, second.kind) == (2, "official")
    assert len(speakers.speakers(heard, EVERYTHING, limit=1)) == 1


def test_a_profile_counts_years_countries_actions_and_roles(heard: Store) -> None:
    found = speakers.heard(heard, EVERYTHING, speaker="Igor Shestakov")
    assert found.comments == 3
    assert found.kinds == (("expert", 3),)
    assert found.years == (("2024", 1), ("2025", 1), ("2026", 1))
    assert found.countries == (("KAZ", 3), ("RUS", 3))
    assert found.actions == (("meet", 3),)
    assert sorted((move.action, comments) for move, comments in found.moves) == [("meet", 1)] * 3
    assert [(row.role, row.comments) for row in found.roles] == [("политолог", 2), ("analyst", 1)]
    assert found.roles[0].first == dt.date(2025, 2, 1)


def test_all_comments_together_tell_experts_from_officials(heard: Store) -> None:
    found = speakers.heard(heard, EVERYTHING)
    assert found.kinds == (("expert", 3), ("official", 2))
    assert found.roles == ()
    assert speakers.heard(heard, EVERYTHING, kind="official").countries == (("KAZ", 2), ("RUS", 2))
    assert speakers.heard(heard, EventFilter(langs=("tk",))).comments == 0


def test_outlets_can_be_those_of_one_person(heard: Store) -> None:
    rows = speakers.outlets(heard, EVERYTHING, speaker="Igor Shestakov")
    assert [(row.outlet, row.comments) for row in rows] == [("24.kg", 2), ("Vesti.kg", 1)]


def test_comments_of_an_article_stand_in_the_order_of_its_text(heard: Store) -> None:
    (row,) = [row for row in article.listed(heard, EVERYTHING) if row.title == "Told 2024-02-01"]
    (card,) = commentary.of_article(heard, row.article_id)
    assert TEXT[card.start : card.end] == card.text == "new"
