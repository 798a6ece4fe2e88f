"""One question, all answers: what a word finds, by kind, and what it names."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import insert, select

from loaders.coding.drafts import CodedArticle
from models.queries import search
from models.queries.filters import EventFilter
from models.store import Store
from models.tables import EVENT, MENTION
from models.vocabulary.asked import named, person, spelt_person
from tests import factories
from tests.factories import DAY, report


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    store = factories.new_store(tmp_path_factory.mktemp("search"))
    report(
        store, "KGZ", "visit", "CHN", text="Садыр Жапаров прибыл в Пекин.", title="Визит", lang="ru",
        actor_name="Sadyr Japarov", actor_role="President", source="Kabar", url="https://e.org/1",
    )  # fmt: skip
    report(
        store, "KGZ", "meet", "UZB", text="Zhaparov met Mirziyoyev in Osh.", title="Talks in Osh",
        source="Kun.uz", url="https://e.org/2",
    )  # fmt: skip
    text = "Темур Умаров считает, что газ важен."
    for number, speaker in enumerate(("Темур Умаров", "Temur Umarov", "Темур Умаров")):
        one = factories.article(f"{text} {number}", title="О газе", lang="ru", url=f"https://e.org/c{number}")
        said = factories.comment(one.text, "газ важен", speaker)
        store.save(one, CodedArticle("ru", (), (said,)))
    return store


def found(store: Store, asked: str, **more: object) -> search.Found:
    return search.found(store, EventFilter(search=asked, **more))  # type: ignore[arg-type]


@pytest.mark.parametrize("name", ["Жапаров", "japarov", "Zhaparov", "Джапаров"])
def test_every_spelling_finds_moves_and_the_person(store: Store, name: str) -> None:
    told = found(store, name)
    assert told.moves.total == 2
    hit = next(hit for hit in told.people if hit.name == "Sadyr Japarov")
    assert (hit.code, hit.role, hit.moves, hit.comments) == ("KGZ", "President", 1, 0)


def test_spellings_of_one_speaker_are_one_person(store: Store) -> None:
    (hit,) = found(store, "umarov").people
    assert hit.comments == 3
    assert hit.speaker == "Темур Умаров"
    assert set(hit.spellings) == {"Темур Умаров", "Temur Umarov"}
    assert found(store, "Умаров").comments.total == 3


def test_articles_are_found_by_their_titles_and_outlets_by_name_or_domain(store: Store) -> None:
    told = found(store, "talks")
    assert [(hit.title, hit.moves) for hit in told.articles] == [("Talks in Osh", 1)]
    assert [hit.name for hit in found(store, "kun").outlets] == ["Kun.uz"]
    assert [hit.name for hit in found(store, "кун уз").outlets] == ["Kun.uz"]


def test_the_rest_of_the_filter_narrows_what_is_found(store: Store) -> None:
    assert found(store, "жапаров", langs=("ru",)).moves.total == 1
    assert found(store, "talks", langs=("ru",)).articles_total == 0
    assert found(store, "talks", date_from=DAY.replace(year=2027)).articles_total == 0
    assert found(store, "kun", sources=("Kabar",)).outlets == ()


@pytest.mark.parametrize(
    ("asked", "parties", "acts"),
    [
        ("Казахстан", ("KAZ",), ()),
        ("Қырғызстан Россия", ("KGZ", "RUS"), ()),
        ("kyrgyzstan visit", ("KGZ",), ("visit",)),
        ("Europäische", (), ()),
        ("ШОС", ("SCO",), ()),
        ("", (), ()),
    ],
)
def test_words_that_name_parties_and_actions(
    asked: str, parties: tuple[str, ...], acts: tuple[str, ...]
) -> None:
    told = named(asked)
    assert told.parties == parties
    assert set(acts) <= set(told.actions)


def test_people_of_the_vocabulary_are_known_in_any_spelling() -> None:
    assert person("Касым-Жомарт Токаев") == person("Қасым-Жомарт Тоқаев") == "Kassym-Jomart Tokayev"
    assert person("Nobody Atall") is None
    assert spelt_person("Sadyr Japarov") == "Садыр Жапаров"


def test_a_question_without_words_finds_nothing(store: Store) -> None:
    told = found(store, "?!")
    assert (told.moves.total, told.comments.total, told.people, told.articles_total) == (0, 0, (), 0)


def test_suggestions_are_what_the_record_holds(store: Store) -> None:
    told = search.suggestions(store)
    assert {("party", "KGZ"), ("person", "Sadyr Japarov"), ("person", "Темур Умаров")} <= set(told)
    assert {("action", "visit"), ("outlet", "Kabar")} <= set(told)


@pytest.mark.slow
def test_fifty_thousand_moves_are_searched_in_a_blink(tmp_path: Path) -> None:
    store = factories.new_store(tmp_path)
    report(store, "KGZ", "visit", "CHN", text="Садыр Жапаров прибыл в Пекин.", actor_name="Sadyr Japarov")
    with store.write() as connection:
        for table in (EVENT, MENTION):
            (row,) = connection.execute(select(table)).mappings()
            connection.execute(insert(table), [_again(dict(row), n) for n in range(2, 50_001)])
    found(store, "warm")
    began = time.process_time()
    assert found(store, "Zhaparov").moves.total == 501
    assert time.process_time() - began < 0.3


def _again(row: dict[str, Any], number: int) -> dict[str, Any]:
    """A copy of an event or of its mention; one in a hundred keeps its name."""
    new = {"id": number, "event_id": f"e{number}" if "event_id" in row and "move_id" in row else number}
    if "move_id" in row:
        return row | new | {"best_mention_id": number}
    named = number % 100 == 0 or number == 1
    return row | new | {"start": number, "search": row["search"] if named else f"somebody else {number}"}
