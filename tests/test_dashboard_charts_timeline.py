"""The timeline's figures: where bars stand and how high, which dots are piled, what a click gives back."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from dashboard.app_pages.timeline import last_day, step_name
from dashboard.charts import ranks, timeline
from dashboard.charts.timeline import DOWN, UP, Bucket, Point

LANES = [("KAZ", "Kazakhstan"), ("KGZ", "Kyrgyzstan")]
MAY = dt.date(2025, 5, 1)


def bars(*buckets: Bucket) -> dict[str, dict[str, Any]]:
    figure = timeline.bars(LANES, buckets, "month", str, dark=False)
    return {trace["customdata"][0][2]: trace for trace in figure["data"] if trace["customdata"]}


def test_cooperation_stands_on_its_lane_and_conflict_hangs_from_it() -> None:
    drawn = bars(
        Bucket("KGZ", MAY, "MC", 4),
        Bucket("KGZ", MAY, "VC", 6),
        Bucket("KGZ", MAY, "MX", 2),
        Bucket("KGZ", MAY, "VX", 1),
    )
    lane = -1.0  # the second from the top
    assert drawn["MC"]["base"] == [lane]
    assert drawn["VC"]["base"] == [pytest.approx(lane + drawn["MC"]["y"][0])]
    assert drawn["MX"]["base"] == [lane]
    assert drawn["VX"]["base"] == [pytest.approx(lane + drawn["MX"]["y"][0])]
    assert drawn["VC"]["y"][0] > 0 > drawn["VX"]["y"][0]


def test_one_scale_for_all_lanes_and_no_bar_leaves_its_lane() -> None:
    drawn = bars(Bucket("KAZ", MAY, "VC", 200), Bucket("KGZ", MAY, "VC", 100), Bucket("KAZ", MAY, "MX", 150))
    assert drawn["VC"]["y"][0] == pytest.approx(2 * drawn["VC"]["y"][1])
    assert max(drawn["VC"]["y"]) <= UP
    assert min(drawn["MX"]["y"]) >= -DOWN - 1e-9


def test_a_single_move_beside_thousands_can_still_be_seen() -> None:
    drawn = bars(Bucket("KAZ", MAY, "VC", 5000), Bucket("KGZ", MAY, "MX", 1))
    assert abs(drawn["MX"]["y"][0]) >= timeline.HAIRLINE


def test_a_click_on_a_bar_names_lane_step_and_quad() -> None:
    assert bars(Bucket("KAZ", MAY, "VX", 3))["VX"]["customdata"] == [["KAZ", "2025-05-01", "VX"]]


def point(event_id: str, day: int, quad: str = "VC", lane: str = "KAZ", planned: bool = False) -> Point:
    return Point(event_id, lane, dt.date(2025, 5, day), quad, "words", planned)


def test_dots_of_one_day_are_piled_and_never_hide_one_another() -> None:
    figure = timeline.points(LANES, [point("a", 1), point("b", 1), point("c", 1), point("d", 28)], dark=True)
    [dots] = [trace for trace in figure["data"] if trace["x"]]
    by_id = {ids[0]: height for ids, height in zip(dots["customdata"], dots["y"], strict=True)}
    assert len({by_id["a"], by_id["b"], by_id["c"]}) == 3
    assert by_id["d"] == by_id["a"]


def test_planned_moves_are_hollow() -> None:
    figure = timeline.points(LANES, [point("a", 1), point("b", 9, planned=True)], dark=False)
    [dots] = [trace for trace in figure["data"] if trace["x"]]
    assert dots["marker"]["symbol"] == ["circle", "circle-open"]


def test_nothing_to_draw_is_an_empty_figure() -> None:
    assert all(not trace["x"] for trace in timeline.points(LANES, [], dark=False)["data"])
    assert all(not trace["x"] for trace in timeline.bars(LANES, [], "year", str, dark=False)["data"])


@pytest.mark.parametrize(
    ("start", "unit", "end"),
    [
        (dt.date(2024, 2, 1), "month", dt.date(2024, 2, 29)),
        (dt.date(2025, 10, 1), "quarter", dt.date(2025, 12, 31)),
        (dt.date(2025, 1, 1), "year", dt.date(2025, 12, 31)),
        (dt.date(2025, 12, 29), "week", dt.date(2026, 1, 4)),
        (dt.date(2025, 5, 5), "day", dt.date(2025, 5, 5)),
    ],
)
def test_a_step_ends_on_its_last_day(start: dt.date, unit: str, end: dt.date) -> None:
    assert last_day(start, unit) == end


def test_a_quarter_has_a_name() -> None:
    assert step_name(dt.date(2025, 10, 1), "quarter") == "2025 Q4"


def test_names_in_ranks_bring_no_markup_and_are_not_endless() -> None:
    notes = ranks.ranks([("<a href='x'>" + "n" * 80, 3)], dark=False)["layout"]["annotations"]
    assert "<" not in notes[0]["text"]
    assert "…" in notes[0]["text"]
