"""The article reader: marks in place, the list beside them, and the ways to it."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.panels import article_text
from models.queries import article, commentary
from models.queries.filters import EventFilter
from models.store import Store
from tests import factories
from tests.test_dashboard_pages import address, html, id_of, opened, words


def article_id(store: Store, title: str) -> str:
    (found,) = [row for row in article.listed(store, EventFilter()) if row.title == title]
    return found.article_id


def labels(at: AppTest) -> list[str]:
    return [button.label for button in at.button]


def test_an_article_shows_its_moves_in_place_and_its_source(data: Store) -> None:
    at = opened("article", article=article_id(data, "A pact"))
    assert not at.exception
    told = html(at)
    assert '<h1 class="sp-title">A pact</h1>' in told
    assert 'href="https://example.org/pact"' in told
    assert re.search(r'<span class="sp-told" id="s1" style="--c:#\w+;--c2:#\w+">', told)
    assert re.search(r'<span class="sp-said" id="s2">', told)
    assert 'href="#n1"' in told
    assert 'id="n1"' in told
    assert 'href="#s1"' in told
    assert "Igor Shestakov" in told


def test_a_mark_leads_to_the_card_of_its_move_and_the_list_opens_it(data: Store) -> None:
    event_id, of = id_of(data, action="join"), article_id(data, "A pact")
    at = opened("article", article=of, country="KAZ")
    assert f'href="./article?country=KAZ&amp;article={of}&amp;at={event_id}&amp;move={event_id}"' in html(at)
    next(button for button in at.button if button.label == "How we know").click().run()
    assert address(at)["move"] == [event_id]
    assert "CAMEO 057" in html(at)


def test_the_address_says_which_place_stands_out(data: Store) -> None:
    at = opened("article", article=article_id(data, "A pact"), at=id_of(data, action="join"))
    told = html(at)
    assert '<span class="sp-told sp-at" id="s1"' in told
    assert 'aria-current="true"' in told
    assert '<span class="sp-said" id="s2">' in told


def test_a_hostile_article_is_escaped(data: Store) -> None:
    at = opened("article", article=article_id(data, "=1+1"))
    assert not at.exception
    told = html(at)
    assert "&lt;b&gt;bold&lt;/b&gt;" in told
    assert "<b>bold" not in told


def test_a_retold_article_says_so(data: Store) -> None:
    assert "Retold" in html(opened("article", article=article_id(data, "The border")))


@pytest.mark.usefixtures("data")
def test_an_unknown_article_leads_to_the_list() -> None:
    at = opened("article", article="anothing")
    assert "No article bears this address" in words(at)
    assert len(at.dataframe[0].value) == 5


def test_articles_of_one_outlet_lead_to_one_another(data: Store) -> None:
    first = article_id(data, "A pact")
    at = opened("article", article=first)
    assert "Next article of this outlet" in labels(at)
    assert "Earlier article of this outlet" not in labels(at)
    next(button for button in at.button if button.label.startswith("Next")).click().run()
    assert address(at)["article"] == [article_id(data, "A visit")]
    next(button for button in at.button if button.label == "All articles").click().run()
    assert "article" not in address(at)


def test_what_was_left_out_is_told_beneath_the_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from loaders.coding.drafts import CodedArticle
    from models.grounds import LeftOut

    monkeypatch.setenv("STEPPE_DB", str(tmp_path / "left.sqlite"))
    text = "Kazakhstan met Russia. It did not sign the treaty."
    found = LeftOut("sign", 34, 38, "sign", "negated", "KAZ", "RUS")
    with Store.open(str(tmp_path / "left.sqlite")) as store:
        move = factories.move(text, "Kazakhstan met Russia.", "KAZ", "meet", "RUS")
        told = factories.article(text, title="Left")
        of = store.save(
            told, CodedArticle(lang="en", moves=(move,), comments=(), left_out=(found,))
        ).article_id
        assert "it is denied or did not happen" in html(opened("article", article=of))


def _place(number: int, start: int, end: int) -> article_text.Place:
    """Words of a comment: where they stand is all that is asked of them here."""
    day = dt.date(2026, 1, 1)
    card = commentary.CommentCard(
        f"c{number}", "Igor", "", "expert", "", "direct", "", (), (), "a1", "", "", "", day,
        "given", "day", "en", False, start, end,
    )  # fmt: skip
    return article_text.Place(number, start, end, comment=card)


def drawn(text: str, *found: article_text.Place, at: str = "") -> str:
    return article_text.html(text, found, at, False, lambda place: f"#{place.number}")


def bare(marked: str) -> str:
    """The text without tags and numbers."""
    return re.sub(r"<sup>.*?</sup>|<[^>]+>", "", marked)


@pytest.mark.parametrize(
    "spans",
    [
        [(0, 5), (6, 11)],
        [(0, 11), (3, 7)],
        [(0, 7), (4, 11)],
        [(0, 7), (4, 11), (5, 9)],
        [(0, 5), (0, 5)],
        [(2, 14)],
        [(0, 99)],
    ],
)
def test_marks_that_overlap_lose_no_text_and_stand_once(spans: list[tuple[int, int]]) -> None:
    text = "alpha <eta> beta"
    found = [_place(number, *span) for number, span in enumerate(spans, 1)]
    told = drawn(text, *found)
    assert bare(told) == "alpha &lt;eta&gt; beta"
    for number in range(1, len(spans) + 1):
        assert told.count(f'id="s{number}"') == 1
        assert told.count(f'href="#n{number}"') == 1
    assert told.count("<span") == told.count("</span>")


def test_a_mark_over_two_paragraphs_goes_on_in_the_second() -> None:
    told = drawn("one two\n\nthree four", _place(1, 4, 14))
    assert [bare(part) for part in told.split("</p>") if part] == ["one two", "three four"]
    assert told.count('class="sp-said"') == 2
    assert told.count("<sup>") == 1


def test_no_link_lies_in_another() -> None:
    told = drawn("alpha beta gamma", _place(1, 0, 16), _place(2, 6, 10))
    depth = 0
    for tag in re.findall(r"</?a\b", told):
        depth += 1 if tag == "<a" else -1
        assert depth in (0, 1)


def test_words_of_the_action_stand_out_in_their_own_colour(data: Store) -> None:
    found = article.reading(data, article_id(data, "The border"))
    assert found
    places = article_text.places(found)
    assert [len(place.moves) for place in places] == [1, 2]
    assert [place.number for place in places] == [1, 2]


def test_a_profile_tells_roles_years_and_what_they_speak_of(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("STEPPE_DB", str(tmp_path / "heard.sqlite"))
    text = "Kazakhstan met Russia. Igor Shestakov called it new."
    with Store.open(str(tmp_path / "heard.sqlite")) as store:
        for year, name, role in ((2024, "Igor Shestakov", "analyst"), (2026, "Игорь Шестаков", "политолог")):
            day = dt.date(year, 2, 1)
            said = factories.comment(text, "new", name, role=role, countries=("RUS",), moves=(0,))
            move = factories.move(text, "Kazakhstan met Russia.", "KAZ", "meet", "RUS", date=day)
            told = factories.article(text, published=day, source=f"Outlet {year}")
            store.save(told, factories.coded(move, comments=(said,)))
    at = opened("commentary", speaker="Igor Shestakov")
    assert not at.exception
    shown = html(at)
    assert "Put together from the spellings" in shown
    for word in ("2 comments in", "2024–2026", "analyst", "политолог"):
        assert word in shown
    assert '<th scope="row">2025</th><td>0</td>' in shown
    assert "Named most often: Russia, in 100% of them." in shown


@pytest.mark.usefixtures("data")
def test_commentary_counts_experts_and_officials_and_narrows_by_them() -> None:
    at = opened("commentary")
    assert "2 comments by 2 people; experts&#x27; share is 100%." in html(at)
    at = opened("commentary", kind="official")
    assert not at.exception
    assert "it changes little" not in html(at)
    assert "Nobody chosen above spoke" in html(at)


def test_a_move_of_a_comment_narrows_to_all_that_is_said_of_it(data: Store) -> None:
    at = opened("commentary", country="KAZ")
    next(button for button in reversed(at.button) if button.label == "All comments about it").click().run()
    assert address(at) == {"country": ["KAZ"], "about": [id_of(data, action="join")]}
    told = words(at)
    assert "it changes little" in told
    assert "это новый шаг" not in told
    assert "Only comments about Joins: Kazakhstan → Abraham Accords" in told


@pytest.mark.usefixtures("data")
def test_a_comment_leads_to_everything_by_its_speaker() -> None:
    at = opened("commentary")
    next(button for button in at.button if button.label == "Everything by this person").click().run()
    assert address(at) == {"speaker": ["Аркадий Дубнов"]}
    assert "it changes little" not in html(at)


@pytest.mark.usefixtures("data")
def test_tables_hold_what_the_bars_show() -> None:
    at = opened("commentary")
    shown = {frame.value.columns[0]: frame.value for frame in at.dataframe}
    assert list(shown["Who is heard most"]["Comments"]) == [1, 1]
    assert set(shown["On which countries"]["On which countries"]) == {"Kazakhstan", "Uzbekistan"}
