"""The timeline's page: what it says, where its buttons lead, what stays in the address."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.data import EventRow, Extent, Said
from dashboard.panels import story_below, story_marks
from dashboard.panels import time_zoom as zoom
from dashboard.panels.time_steps import Window, around, fitting, span
from models.queries import timeline
from models.queries.filters import EventFilter
from models.store import Store
from tests import factories
from tests.test_dashboard_pages import address, html, opened, words

D = dt.date
WHOLE = Extent(D(1992, 1, 1), D(2026, 3, 2), 900)


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Store:
    path = tmp_path / "story.sqlite"
    monkeypatch.setenv("STEPPE_DB", str(path))
    return factories.fill(Store.open(str(path)))


def press(at: AppTest, key: str) -> None:
    """Click the button with this key."""
    button: Any = at.get_by_key(key)
    button.click().run()


@pytest.mark.usefixtures("store")
def test_buttons_set_the_dates_and_the_address() -> None:
    at = opened("timeline")
    assert not at.exception
    press(at, "span_30")
    assert address(at)["from"] == ["2026-02-17"]
    press(at, "zoom_closer")
    assert not at.exception
    assert (address(at)["from"], address(at)["to"]) == (["2026-03-12"], ["2026-03-18"])
    press(at, "zoom_earlier")
    assert address(at)["to"] == ["2026-03-01"]  # over the days without a move
    press(at, "zoom_wider")
    assert not at.exception
    press(at, "span_None")
    assert address(at) == {"whole": ["yes"]}


@pytest.mark.usefixtures("store")
def test_comments_can_be_hidden_by_the_address() -> None:
    at = opened("timeline")
    assert "comment on the move above it" in html(at)
    at = opened("timeline", comments="hidden")
    assert not at.exception
    assert address(at) == {"comments": ["hidden"]}
    assert "comment on the move above it" not in html(at)


@pytest.mark.usefixtures("store")
def test_the_key_explains_only_shapes_that_are_drawn() -> None:
    told = html(opened("timeline"))
    for shape in ("planned, not yet done", "day of publication", "known by the month or year only"):
        assert shape in told
    assert "planned, not yet done" not in html(opened("timeline", country="KGZ"))


@pytest.mark.usefixtures("store")
def test_dates_without_moves_still_offer_the_way_back() -> None:
    at = opened("timeline", from_="2026-01-20", to="2026-01-30")
    assert not at.exception
    assert "No moves here" in words(at)
    press(at, "zoom_earlier")
    assert address(at)["to"] == ["2026-01-19"]
    assert "No moves here" not in words(at)


def test_closer_goes_down_the_ladder_around_the_chosen_day() -> None:
    whole = Window(WHOLE.first, WHOLE.last)
    around_2005 = zoom.closer(whole, WHOLE.last, D(2005, 6, 1))
    assert around_2005 == (D(2000, 6, 1), D(2010, 6, 1))
    steps, window = 0, whole
    while found := zoom.closer(window, WHOLE.last, None):
        window, steps = Window(found[0] or D.min, found[1] or D.max), steps + 1
    assert (window.days, window.last, steps) == (7, WHOLE.last, 6)


def test_wider_ends_at_everything_and_never_past_the_newest_move() -> None:
    week = Window(D(2026, 2, 24), D(2026, 3, 2))
    assert zoom.wider(week, WHOLE, None)[1] == WHOLE.last
    assert zoom.wider(Window(D(2000, 1, 1), D(2025, 1, 1)), WHOLE, None) == zoom.EVERYTHING


def test_earlier_and_later_jump_over_gaps() -> None:
    may = Window(D(2025, 5, 1), D(2025, 5, 31))
    assert zoom.earlier(may, None) is None
    assert zoom.later(may, None) is None
    assert zoom.earlier(may, Extent(D(2000, 1, 1), D(2025, 4, 20), 5)) == (D(2025, 3, 31), D(2025, 4, 30))
    assert zoom.earlier(may, Extent(D(2000, 1, 1), D(2010, 1, 31), 5)) == (D(2010, 1, 1), D(2010, 1, 31))
    assert zoom.later(may, Extent(D(2026, 1, 1), D(2026, 2, 1), 5)) == (D(2026, 1, 1), D(2026, 1, 31))


def test_dates_far_beyond_all_moves_do_not_squeeze_them() -> None:
    shown = zoom.shown(
        EventFilter(date_from=D(1900, 1, 1), date_to=D(2100, 1, 1)), Extent(D(2025, 1, 1), D(2025, 1, 9), 3)
    )
    assert shown == Window(D(2024, 12, 2), D(2025, 2, 8))


def test_days_over_decades_become_a_coarser_step() -> None:
    assert fitting("day", WHOLE, Window(WHOLE.first, WHOLE.last)) == "month"
    assert fitting("day", WHOLE, Window(D(2026, 1, 1), D(2026, 3, 1))) == "day"
    assert fitting("auto", WHOLE, Window(WHOLE.first, WHOLE.last)) == "year"


def test_a_bar_is_shown_in_its_whole_width() -> None:
    window = Window(D(2025, 5, 5), D(2026, 3, 2))
    assert around(window, [D(2025, 1, 1), D(2026, 1, 1)], "year") == Window(D(2025, 1, 1), D(2026, 12, 31))
    assert around(window, [], "year") == window


def test_a_date_spans_what_is_known_of_it() -> None:
    assert span(D(2025, 5, 7), "day") == (D(2025, 5, 7), D(2025, 5, 8))
    assert span(D(2025, 5, 7), "published") == (D(2025, 5, 7), D(2025, 5, 8))
    assert span(D(2025, 2, 1), "month") == (D(2025, 2, 1), D(2025, 3, 1))
    assert span(D(2025, 1, 1), "year") == (D(2025, 1, 1), D(2026, 1, 1))


def test_labels_say_who_does_what_seen_from_the_lane(store: Store) -> None:
    rows = {row.action: row for row in timeline.points(store, EventFilter()) or ()}
    row: EventRow = rows["criticise"]
    assert story_marks.label(rows["sign"], "KAZ") == "Signs: Uzbekistan"
    assert story_marks.label(rows["sign"], "UZB") == "Signs: Kazakhstan"
    assert story_marks.label(row, "KGZ") == "China: criticises"
    assert story_marks.label(row, "CHN").startswith("Criticises: ")


def test_a_comment_under_the_pointer_brings_no_markup_and_only_its_first_words() -> None:
    told = story_marks.remark(Said("<a href='x'>Eve</a>", "<b>bold</b> " + "word " * 80), 2)
    assert "<a" not in told
    assert "<b>bold" not in told
    assert "&lt;b&gt;bold" in told
    assert told.endswith("and 2 more comments")
    assert len(told) < 300


def test_what_a_click_says() -> None:
    assert story_below.clicked([]) is None
    assert story_below.clicked([["move", "a"], ["move", "b"]]) == story_below.Clicked(ids=("a", "b"))
    bar = story_below.clicked([["bar", "KAZ", "2025-05-01", "VC"]])
    assert bar == story_below.Clicked((), "KAZ", D(2025, 5, 1), "VC", "")
    strip = story_below.clicked([["strip", "KAZ", "2025-01-01", "VC", "year"]])
    assert strip == story_below.Clicked((), "KAZ", D(2025, 1, 1), "VC", "year")
    remark = story_below.clicked([["remark", "KAZ", "2025-05-01", "month"]])
    assert remark == story_below.Clicked((), "KAZ", D(2025, 5, 1), "", "month")
