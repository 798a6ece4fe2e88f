"""The charts of a pair: what stands above and below the axis, what is marked, what a click says."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from dashboard.charts import dyad_actions, dyad_steps
from dashboard.charts.dyad import Mark, over_time
from models.queries.dyad import Cell

CELLS = (
    Cell(202401, "given", "criticise", 3),
    Cell(202401, "joint", "meet", 1),
    Cell(202402, "received", "aid", 2),
    Cell(202512, "given", "sanction", 1),
)


def figure(marks: list[Mark] | None = None, unread: Any = (), cells: tuple[Cell, ...] = CELLS) -> Any:
    rows = dyad_steps.steps(cells, "month")
    told = {row.start: f"{row.mean:.1f}" for row in rows}
    return over_time(
        rows, "month", told, marks or [], list(unread), [], ("cooperation", "conflict"), dark=False
    )


def bars(found: Any) -> dict[str, Any]:
    return {trace["name"]: trace for trace in found["data"] if trace["type"] == "bar"}


def turn(month: int) -> Mark:
    return Mark(dt.date(2024, month, 1), month > 6, f"month {month}", "told")


def test_cooperation_stands_above_and_conflict_below() -> None:
    found = bars(figure())
    assert found["Verbal cooperation"]["y"] == [1]
    assert found["Material cooperation"]["y"] == [2]
    assert found["Verbal conflict"]["y"] == [-3]
    assert found["Material conflict"]["y"] == [-1]


def test_a_bar_says_its_step_and_its_mean_intensity() -> None:
    found = bars(figure())["Verbal conflict"]
    assert found["customdata"] == [["2024-01-01", "month"]]
    assert found["hovertext"] == ["Verbal conflict: <b>3</b><br>-1.2"]


def test_counts_below_the_axis_are_not_negative_numbers() -> None:
    assert not any(text.startswith("-") for text in figure()["layout"]["yaxis"]["ticktext"])


def test_turning_points_are_marked_above_all_bars_and_can_be_clicked() -> None:
    found = figure([turn(2), turn(11)])
    [marks] = [trace for trace in found["data"] if trace["type"] == "scatter"]
    assert marks["customdata"] == [["2024-02-01", "month"], ["2024-11-01", "month"]]
    assert marks["marker"]["symbol"] == ["triangle-down", "triangle-up"]
    top = found["layout"]["yaxis"]["range"][1]
    assert all(2 < height < top for height in marks["y"])


def test_labels_of_near_turning_points_stand_on_lines_of_their_own() -> None:
    [marks] = [trace for trace in figure([turn(2), turn(4)])["data"] if trace["type"] == "scatter"]
    assert len(set(marks["y"])) == 2


def test_months_without_any_article_are_shaded() -> None:
    shapes = figure(unread=[(dt.date(2024, 3, 1), dt.date(2024, 6, 1))])["layout"]["shapes"]
    assert [(s["x0"], s["x1"]) for s in shapes if s["type"] == "rect"] == [("2024-03-01", "2024-06-01")]


def test_one_move_is_a_chart() -> None:
    found = bars(figure(cells=CELLS[:1]))
    assert [len(trace["x"]) for trace in found.values()].count(1) == 1


@pytest.mark.parametrize(
    ("last", "unit"), [(202401, "month"), (202812, "month"), (203512, "quarter"), (209912, "year")]
)
def test_a_long_span_is_cut_into_longer_steps(last: int, unit: str) -> None:
    cells = (*CELLS[:2], Cell(last, "given", "visit", 1))
    assert dyad_steps.unit_of(cells) == unit


def test_steps_add_up_counts_and_weigh_the_mean_by_them() -> None:
    [first, last] = dyad_steps.steps(CELLS, "year")
    assert (first.start, first.moves) == (dt.date(2024, 1, 1), 6)
    assert first.mean == pytest.approx((3 * -2 + 1 + 2 * 7) / 6)
    assert (last.start, last.mean) == (dt.date(2025, 1, 1), -8)


def test_quarters_begin_with_their_first_month() -> None:
    assert [dyad_steps.begins(202400 + m, "quarter").month for m in (1, 3, 4, 12)] == [1, 1, 4, 10]


def test_one_side_acts_to_the_left_the_other_to_the_right_and_both_in_the_middle() -> None:
    given, joint, received = dyad_actions.by_action(CELLS, ("→", "↔", "←"), dark=False)["data"]
    assert sorted(given["x"]) == [-3, -1]
    assert received["x"] == [2]
    assert (joint["x"], joint["base"]) == ([1], [-0.5])
    assert joint["customdata"] == [["joint", "meet"]]


@pytest.mark.parametrize(("last", "names"), [(202401, 1), (202404, 4), (202612, 6), (203512, 6), (209912, 6)])
def test_the_axis_names_few_days(last: int, names: int) -> None:
    rows = dyad_steps.steps((CELLS[0], Cell(last, "given", "visit", 1)), "month")
    found = dyad_steps.ticks(rows, 6)
    assert 1 <= len(found) <= names + 1
    assert all(rows[0].start <= day <= rows[-1].start for day, _ in found)
