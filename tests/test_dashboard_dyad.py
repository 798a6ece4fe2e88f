"""The page of a pair: which pair, what it finds, and the moves of what is chosen."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from models.queries import events
from models.queries.filters import EventFilter
from models.store import Store
from tests.factories import new_store, report
from tests.test_dashboard_pages import address, html, opened, widget, words

FRIENDLY, HOSTILE = ("sign", "aid", "trade"), ("criticise", "threaten", "sanction")


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Kazakhstan and Russia: friendly in early 2025, hostile from July on; nothing is read in May and June.
    A move of Tajikistan with China, and one of which only the year is known."""
    folder = tmp_path_factory.mktemp("dyad")
    with new_store(folder) as store:
        for month in (2, 3, 4):
            for n, action in enumerate(FRIENDLY):
                report(store, "KAZ", action, "RUS", date=dt.date(2025, month, 3 + n))
        for month in (7, 8):
            for n, action in enumerate(HOSTILE):
                report(store, "RUS", action, "KAZ", date=dt.date(2025, month, 3 + n))
        report(store, "KAZ", "visit", "RUS", date=dt.date(2025, 1, 1), date_precision="year")
        report(store, "TJK", "meet", "CHN", date=dt.date(2025, 7, 1))
    return folder / "steppe.sqlite"


@pytest.fixture(autouse=True)
def _data(told: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STEPPE_DB", str(told))


def lead(at: AppTest) -> str:
    return html(at).split('class="sp-lead">')[1].split("<")[0]


def heads(at: AppTest) -> list[str]:
    return [element.value for element in at.header]


def cards(at: AppTest) -> int:
    return sum(button.label == "How we know" for button in at.button)


def test_without_a_choice_the_busiest_pair_is_shown() -> None:
    at = opened("dyad")
    assert not at.exception
    assert at.title[0].value == "Kazakhstan – Russia"
    assert address(at.run()) == {"a": ["KAZ"], "b": ["RUS"]}


def test_the_finding_tells_number_share_and_the_sharpest_change() -> None:
    said = lead(opened("dyad"))
    assert said.startswith("16 moves both ways from Jan 2025 to Aug 2025; cooperation 60%.")
    assert "The sharpest change of tone: Jul 2025, from +7.1 to −4.8." in said


def test_filters_of_one_country_and_one_counterpart_decide() -> None:
    at = opened("dyad", country="TJK", counterpart="CHN")
    assert at.title[0].value == "Tajikistan – China"
    assert lead(at) == "1 move both ways, all in Jul 2025; cooperation 100%."
    assert "Turning points" not in words(at)


def test_a_pair_chosen_on_the_page_goes_before_the_parties_of_the_filters() -> None:
    at = opened("dyad", country="KAZ", counterpart="RUS", min_confidence="0.5")
    at.get_by_key("in_a").set_value("TJK").run()  # type: ignore[union-attr]
    assert at.title[0].value == "Tajikistan – Russia"
    assert address(at) == {"a": ["TJK"], "b": ["RUS"], "min-confidence": ["0.5"]}


def test_counterparts_come_the_busiest_first_with_their_numbers() -> None:
    at = opened("dyad", a="KAZ")
    box: Any = at.get_by_key("in_b")
    assert box.options[0] == "Russia · 16"
    assert "China" in box.options
    assert "Kazakhstan" not in box.options


@pytest.mark.parametrize("b", ["KAZ", "nobody", "<script>"])
def test_an_address_of_no_pair_is_put_right(b: str) -> None:
    at = opened("dyad", a="KAZ", b=b, way="sideways", at="2025-99")
    assert not at.exception
    assert at.title[0].value == "Kazakhstan – Russia"
    assert "The newest of them" in heads(at)


def test_a_pair_without_moves_says_so_and_can_be_changed() -> None:
    at = opened("dyad", a="UZB", b="CHN")
    assert not at.exception
    assert 'class="sp-empty"' in html(at)
    assert widget(at, "in_b") == "CHN"


def test_a_month_shows_its_moves_with_proof() -> None:
    at = opened("dyad", a="KAZ", b="RUS", at="2025-07")
    assert "Jul 2025 (3)" in heads(at)
    assert cards(at) == 3
    assert "RUS sanction KAZ" in html(at)


def test_many_moves_of_a_step_stand_in_a_table() -> None:
    at = opened("dyad", a="KAZ", b="RUS", at="2025-01:year")
    assert "2025 (15)" in heads(at)  # without the one whose month nobody knows
    assert cards(at) == 0


def test_a_month_without_moves_says_so() -> None:
    at = opened("dyad", a="KAZ", b="RUS", at="2025-05")
    assert not at.exception
    assert "May 2025 (0)" in heads(at)
    assert "No moves here" in words(at)


def test_an_action_shows_the_moves_of_its_way() -> None:
    at = opened("dyad", a="KAZ", b="RUS", at="received:threaten")
    assert "Threatens: Russia → Kazakhstan (2)" in heads(at)
    assert cards(at) == 2


def test_one_way_shows_its_moves_alone() -> None:
    at = opened("dyad", a="KAZ", b="RUS", way="received")
    assert any(head.endswith("Russia → Kazakhstan") for head in heads(at))
    assert "aid" not in "".join(heads(at))
    assert cards(at) == 5


def test_a_way_without_moves_says_so() -> None:
    at = opened("dyad", a="TJK", b="CHN", way="given")
    assert not at.exception
    assert "No move that can be drawn runs this way." in words(at)


def test_a_turning_point_opens_the_moves_of_its_month() -> None:
    at = opened("dyad", a="KAZ", b="RUS")
    [button] = [b for b in at.button if b.label.startswith("Jul 2025: cooler by")]
    button.click().run()
    assert address(at)["at"] == ["2025-07"]
    assert "Mean intensity +7.1 before (6 moves, Mar 2025 – Apr 2025), −4.8 from then on" in html(at)


def test_what_the_chart_cannot_know_stands_under_it() -> None:
    said = words(opened("dyad", a="KAZ", b="RUS"))
    assert "Grey: months from which no article was read." in said
    assert "May 2025 – Jun 2025" in said
    assert "1 move is not drawn: only its year is known." in said


def test_the_pair_can_be_taken_away() -> None:
    assert "./extract/events.csv?country=KAZ&amp;counterpart=RUS" in html(opened("dyad", a="KAZ", b="RUS"))


def test_the_card_of_a_move_leads_to_its_pair(told: Path) -> None:
    with Store.open(str(told)) as store:
        [row] = events.page(store, EventFilter(countries=("TJK",))).rows
    at = opened("moves", move=row.event_id, lang="ru")
    assert not at.exception
    [link] = [link.proto for link in at.get("page_link") if "Таджикистан – Китай" in link.proto.label]
    assert (link.page, link.query_string) == ("dyad", "a=TJK&b=CHN&lang=ru")


def test_on_its_own_page_the_card_of_a_move_shows_its_pair(told: Path) -> None:
    with Store.open(str(told)) as store:
        [row] = events.page(store, EventFilter(countries=("TJK",))).rows
    at = opened("dyad", a="KAZ", b="RUS", at="2025-07", move=row.event_id)
    [button] = [b for b in at.button if b.label == "All moves of Tajikistan – China"]
    button.click().run()
    assert at.title[0].value == "Tajikistan – China"
    assert address(at) == {"a": ["TJK"], "b": ["CHN"]}
