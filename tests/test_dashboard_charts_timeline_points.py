"""Single moves on the timeline: none hides another, labels never touch, shapes tell what is known."""

from __future__ import annotations

import datetime as dt
from itertools import combinations
from typing import Any

import pytest

from dashboard.charts import timeline_points, timeline_rows
from dashboard.charts.timeline_rows import WIDTH, Move, Place, Scale

LANES = [("KAZ", "Kazakhstan"), ("KGZ", "Kyrgyzstan")]
MAY = (dt.date(2025, 5, 1), dt.date(2025, 6, 1))


def move(event_id: str, day: int, **given: Any) -> Move:
    """A move of May 2025."""
    start = dt.date(2025, 5, day)
    values: dict[str, Any] = {
        "lane": "KAZ",
        "start": start,
        "end": start + dt.timedelta(1),
        "quad": "VC",
        "told": event_id,
        "label": f"Signs: {event_id}",
    }
    return Move(event_id, **(values | given))


def figure(*moves: Move, window: tuple[dt.date, dt.date] = MAY) -> dict[str, Any]:
    found = timeline_points.points(LANES, moves, window, WIDTH, dark=False)
    assert found is not None
    return found


def trace(drawn: dict[str, Any], kind: str, mode: str = "") -> dict[str, Any]:
    [found] = [t for t in drawn["data"] if t["type"] == kind and t.get("mode", "") == mode]
    return dict(found)


def dots(drawn: dict[str, Any]) -> dict[str, Any]:
    return trace(drawn, "scatter", "markers+text")


def spans(move: Move, place: Place, scale: Scale) -> list[tuple[float, float]]:
    mark = timeline_rows._mark(move, scale, place.share)
    return [mark, timeline_rows._label_span(move, mark, place.left, place.label)] if place.label else [mark]


@pytest.mark.parametrize("pack", [timeline_rows.labelled, timeline_rows.bare])
@pytest.mark.parametrize("window", [MAY, (MAY[0], MAY[0] + dt.timedelta(1)), (dt.date(2016, 1, 1), MAY[1])])
def test_marks_and_labels_of_one_row_never_overlap(pack: Any, window: tuple[dt.date, dt.date]) -> None:
    days = (window[1] - window[0]).days
    moves = [
        move(f"Pakistan {i}", 1, start=day, end=day + dt.timedelta(31 if i % 5 == 0 else 1))
        for i in range(60)
        for day in [window[0] + dt.timedelta(i * 7 % days)]
    ]
    scale = Scale(*window)
    places = pack(moves, scale)
    for (a, at), (b, bt) in combinations(zip(moves, places, strict=True), 2):
        if at.row != bt.row:
            continue
        for one in spans(a, at, scale):
            for other in spans(b, bt, scale):
                assert one[1] <= other[0] or other[1] <= one[0], (a, at, b, bt)


def test_labels_stay_within_the_chart() -> None:
    scale = Scale(*MAY)
    moves = [move(f"European Union {i}", i) for i in range(1, 32)]
    for one, place in zip(moves, timeline_rows.labelled(moves, scale), strict=True):
        assert all(a >= -1 and b <= WIDTH + 8 for a, b in spans(one, place, scale))


def test_dots_of_one_day_are_piled_and_never_hide_one_another() -> None:
    drawn = dots(figure(move("a", 1), move("b", 1), move("c", 1), move("d", 28)))
    by_id = dict(zip([data[1] for data in drawn["customdata"]], drawn["y"], strict=True))
    assert len({by_id["a"], by_id["b"], by_id["c"]}) == 3
    assert by_id["d"] == by_id["a"]


def test_conflict_hangs_from_the_line() -> None:
    drawn = figure(move("a", 1), move("b", 1, quad="MX"))
    line = drawn["layout"]["shapes"][0]["y0"]
    up, down = [t for t in drawn["data"] if t.get("mode") == "markers+text"]
    assert up["y"][0] > line > down["y"][0]


def test_planned_moves_are_hollow() -> None:
    drawn = figure(move("a", 1), move("b", 9, planned=True))
    assert dots(drawn)["marker"]["symbol"] == ["circle", "circle-open"]
    long = figure(move("c", 1, end=MAY[1], planned=True), move("d", 1, end=MAY[1]))
    first, second = trace(long, "bar")["marker"]["color"]
    assert first == "rgba(0,0,0,0)" != second


def test_a_month_is_a_bar_of_its_length_and_a_day_a_dot() -> None:
    drawn = figure(move("a", 1, end=MAY[1]), move("b", 9))
    bar = trace(drawn, "bar")
    assert (bar["base"], bar["x"]) == (["2025-05-01T00:00:00"], [31 * 86_400_000])
    assert dots(drawn)["x"] == ["2025-05-09T12:00:00"]
    assert trace(drawn, "scatter", "text")["text"] == ["Signs: a"]


def test_a_year_is_cut_where_the_chart_ends() -> None:
    bar = trace(figure(move("a", 1, start=dt.date(2025, 1, 1), end=dt.date(2026, 1, 1))), "bar")
    assert (bar["base"], bar["x"]) == (["2025-05-01T00:00:00"], [31 * 86_400_000])


def test_the_day_of_publication_has_a_soft_edge() -> None:
    marker = dots(figure(move("a", 1), move("b", 9, sure=False)))["marker"]
    assert marker["line"]["width"] == [0, 4]
    assert marker["line"]["color"][1].endswith(",0.35)")


def test_a_comment_stands_under_its_move_and_names_it() -> None:
    drawn = figure(move("a", 1), move("b", 9, said="<b>Someone</b>"))
    comments = trace(drawn, "scatter", "markers")
    assert comments["customdata"] == [["said", "b"]]
    assert comments["x"] == ["2025-05-09T12:00:00"]
    assert comments["y"][0] < dots(drawn)["y"][1]


def test_a_few_moves_are_all_labelled_and_a_crowd_only_where_there_is_room() -> None:
    assert dots(figure(move("a", 1), move("b", 2)))["text"] == ["Signs: a", "Signs: b"]
    crowd = dots(figure(*(move(f"Pakistan {i}", 1 + i % 31) for i in range(130))))["text"]
    assert "" in crowd
    assert any(crowd)


def test_a_chart_that_would_be_endless_is_not_drawn() -> None:
    crowd = [move(str(i), 1) for i in range(140)]
    wide = (dt.date(2015, 1, 1), dt.date(2026, 1, 1))
    assert timeline_points.points(LANES, crowd, wide, WIDTH, dark=False) is None


def test_no_moves_are_an_empty_figure() -> None:
    assert figure()["data"] == []
