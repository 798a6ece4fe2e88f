"""The timeline's figures: where bars stand and how high, which dots are piled, what a click gives back."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from dashboard.charts import base, ranks, timeline
from dashboard.charts.timeline import DOWN, UP, Bucket, Remark, Strip
from dashboard.steps import last_day
from dashboard.steps import name as step_name

LANES = [("KAZ", "Kazakhstan"), ("KGZ", "Kyrgyzstan")]
MAY, JUNE = dt.date(2025, 5, 1), dt.date(2025, 6, 1)
YEAR = (dt.date(2025, 1, 1), dt.date(2026, 1, 1))


def figure(*buckets: Bucket, **more: Any) -> dict[str, Any]:
    return timeline.bars(LANES, buckets, "month", YEAR, lambda start, _: str(start), False, **more)


def bars(*buckets: Bucket) -> dict[str, dict[str, Any]]:
    return {trace["customdata"][0][3]: trace for trace in figure(*buckets)["data"]}


def lines(drawn: dict[str, Any]) -> list[float]:
    """The heights of the lanes' lines from the top down."""
    return [shape["y0"] for shape in drawn["layout"]["shapes"]]


def test_cooperation_stands_on_its_lane_and_conflict_hangs_from_it() -> None:
    counts = {"MC": 4, "VC": 6, "MX": 2, "VX": 1}
    buckets = [Bucket("KGZ", MAY, quad, count) for quad, count in counts.items()]
    drawn, lane = bars(*buckets), lines(figure(*buckets))[1]
    assert drawn["MC"]["base"] == [pytest.approx(lane)]
    assert drawn["VC"]["base"] == [pytest.approx(lane + drawn["MC"]["y"][0])]
    assert drawn["MX"]["base"] == [pytest.approx(lane)]
    assert drawn["VX"]["base"] == [pytest.approx(lane + drawn["MX"]["y"][0])]
    assert drawn["VC"]["y"][0] > 0 > drawn["VX"]["y"][0]


def test_one_scale_for_all_lanes_and_no_bar_leaves_its_lane() -> None:
    drawn = bars(Bucket("KAZ", MAY, "VC", 200), Bucket("KGZ", MAY, "VC", 100), Bucket("KAZ", MAY, "MX", 150))
    assert drawn["VC"]["y"][0] == pytest.approx(2 * drawn["VC"]["y"][1])
    assert max(drawn["VC"]["y"]) <= UP + 1e-9
    assert min(drawn["MX"]["y"]) >= -DOWN - 1e-9


def test_a_single_move_beside_thousands_can_still_be_seen() -> None:
    drawn = bars(Bucket("KAZ", MAY, "VC", 5000), Bucket("KGZ", MAY, "MX", 1))
    assert abs(drawn["MX"]["y"][0]) >= timeline.HAIRLINE


def test_a_click_on_a_bar_names_lane_step_and_quad() -> None:
    assert bars(Bucket("KAZ", MAY, "VX", 3))["VX"]["customdata"] == [["bar", "KAZ", "2025-05-01", "VX"]]


def test_moves_known_by_the_year_only_lie_under_their_lane_as_long_as_the_year() -> None:
    strip = Strip("KGZ", *YEAR, "year", "VX", 2)
    drawn = figure(Bucket("KGZ", MAY, "MC", 1), strips=[strip])
    [long] = [trace for trace in drawn["data"] if trace.get("orientation") == "h"]
    assert long["base"] == ["2025-01-01T00:00:00"]
    assert long["x"] == [365 * 86_400_000]
    assert long["y"][0] < lines(drawn)[1]
    assert long["customdata"] == [["strip", "KGZ", "2025-01-01", "VX", "year"]]


def test_a_strip_ends_where_the_chart_ends() -> None:
    window = (MAY, JUNE)
    strip = Strip("KAZ", *YEAR, "year", "VC", 1)
    drawn = timeline.bars(LANES, [], "day", window, lambda start, _: str(start), False, strips=[strip])
    assert drawn["data"][0]["base"] == ["2025-05-01T00:00:00"]
    assert drawn["data"][0]["x"] == [31 * 86_400_000]


def test_comments_stand_under_the_moves_that_they_are_about() -> None:
    many, one = Remark("KAZ", MAY, JUNE, "", "many"), Remark("KGZ", MAY, JUNE, "", "one", "e1")
    drawn = figure(Bucket("KAZ", MAY, "MX", 9), Bucket("KGZ", MAY, "VC", 2), remarks=[many, one])
    [marks] = [trace for trace in drawn["data"] if trace["type"] == "scatter"]
    hanging = next(trace for trace in drawn["data"] if trace["customdata"][0][3] == "MX")
    assert marks["y"][0] < hanging["base"][0] + hanging["y"][0]
    assert marks["y"][1] < lines(drawn)[1]
    assert marks["customdata"] == [["remark", "KAZ", "2025-05-01", ""], ["said", "e1"]]


def test_lanes_do_not_touch_and_the_first_is_on_top() -> None:
    drawn = figure(Bucket("KAZ", MAY, "MX", 9), Bucket("KGZ", MAY, "VC", 90))
    upper, lower = lines(drawn)
    assert upper - DOWN > lower + UP
    assert drawn["layout"]["annotations"][0]["y"] > upper


def test_the_wheel_leads_no_further_out_than_the_window() -> None:
    axis = figure(Bucket("KAZ", MAY, "VC", 1))["layout"]["xaxis"]
    assert (axis["minallowed"], axis["maxallowed"]) == ("2025-01-01", "2026-01-01")


def test_nothing_to_draw_is_an_empty_figure() -> None:
    assert figure()["data"] == []


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


def test_what_is_planned_is_the_hollow_end_of_its_bar() -> None:
    drawn = figure(Bucket("KAZ", MAY, "VC", 10, planned=4), Bucket("KGZ", MAY, "VC", 2))["data"]
    full, hollow = (t for t in drawn if t["name"] == "Verbal cooperation")
    assert full["y"][0] / hollow["y"][0] == pytest.approx(6 / 4)
    assert hollow["base"][0] == pytest.approx(full["base"][0] + full["y"][0])
    assert (hollow["marker"]["color"], hollow["x"]) == (base.NO_FILL, full["x"][:1])
    assert hollow["customdata"] == full["customdata"][:1]
    assert "4 of them planned" in full["hovertext"][0]
