"""The timeline where moves are few: each is a mark of its own, as exact as its date is known.

A day is a dot, a month or a year a thin bar of its length, the day of publication a dot with a soft edge;
planned moves are hollow. Cooperation stands above the lane's line, conflict hangs from it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from dashboard import words
from dashboard.charts.base import COOPERATION, NO_FILL, Figure, ink, quad_colour
from dashboard.charts.timeline_ground import MS, NAME, Lanes, at, ground, spoken
from dashboard.charts.timeline_rows import Move, Place, Scale, bare, labelled, side

DENSE, WORDY = 14, 19  # pixels from row to row, without labels and with them
FOR_COMMENTS = 5
WORDY_HEIGHT, HEIGHT = 720, 1000


@dataclass(frozen=True, slots=True)
class _Lane:
    """Heights of a lane in pixels from the bottom of the chart."""

    name: float
    line: float


def points(
    lanes: Lanes, moves: Sequence[Move], window: tuple[dt.date, dt.date], width: float, dark: bool
) -> Figure | None:
    """The figure, or None where so many marks would make it endless: draw bars then.

    `lanes` are (code, name) from the top down, `window` the first day shown and the day after the last,
    `width` in pixels the least that labels may reckon with. A mark's customdata is ["move", event_id], that
    of a comment's mark ["said", event_id].
    """
    shown = {code for code, _ in lanes}
    kept = [m for m in moves if m.lane in shown]
    scale = Scale(*window, width)
    more = FOR_COMMENTS if any(m.said for m in kept) else 0
    places, pitch = labelled(kept, scale), WORDY + more
    height, where = _lanes(lanes, kept, places, pitch)
    if height > WORDY_HEIGHT:
        places, pitch = bare(kept, scale), DENSE + more
        height, where = _lanes(lanes, kept, places, pitch)
    if height > HEIGHT:
        return None
    y = [_y(move, place, where[move.lane], pitch) for move, place in zip(kept, places, strict=True)]
    drawn = list(zip(kept, places, y, strict=True))
    traces = [trace for quad in ("VC", "MC", "VX", "MX") for trace in _of_quad(drawn, quad, window, dark)]
    traces += [_labels([d for d in drawn if d[0].long and d[1].label], window, dark)]
    traces += [_comments([d for d in drawn if d[0].said], window, dark)]
    names, lines = [where[code].name for code, _ in lanes], [where[code].line for code, _ in lanes]
    return {
        "data": [trace for trace in traces if trace["x"]],
        "layout": ground(lanes, names, lines, height, window, dark),
    }


Drawn = tuple[Move, Place, float]


def _lanes(
    lanes: Lanes, moves: Sequence[Move], places: Sequence[Place], pitch: int
) -> tuple[float, dict[str, _Lane]]:
    """The height of the chart, and where each lane lies in it: as high as its moves need."""
    rows: dict[tuple[str, bool], int] = {}
    for move, place in zip(moves, places, strict=True):
        rows[side(move)] = max(rows.get(side(move), 0), place.row + 1)
    up = {code: NAME + rows.get((code, True), 0) * pitch + 8 for code, _ in lanes}
    down = {code: rows.get((code, False), 0) * pitch + 10 for code, _ in lanes}
    height = float(sum(up.values()) + sum(down.values()))
    top, where = height, {}
    for code, _ in lanes:
        where[code] = _Lane(top - NAME / 2, top - up[code])
        top -= up[code] + down[code]
    return height, where


def _y(move: Move, place: Place, lane: _Lane, pitch: int) -> float:
    """The height of a mark. Bars lie low in their rows: their labels stand upon them."""
    away = (place.row + 0.5) * pitch + 3
    up = side(move)[1]
    return lane.line + (away if up else -away) - (5 if move.long and pitch >= DENSE else 0)


def _of_quad(drawn: Sequence[Drawn], quad: str, window: tuple[dt.date, dt.date], dark: bool) -> list[Figure]:
    """The dots and the bars of one colour."""
    mine = [d for d in drawn if d[0].quad == quad]
    dots, bars = [d for d in mine if not d[0].long], [d for d in mine if d[0].long]
    colour = quad_colour(quad, dark)
    soft = _clear(colour, 0.35)
    shared: dict[str, Any] = {"name": words.quad(quad), "hovertemplate": "%{hovertext}<extra></extra>"}
    return [
        shared
        | {
            "type": "bar",
            "orientation": "h",
            "base": [at(max(m.start, window[0])) for m, _, _ in bars],
            "x": [(min(m.end, window[1]) - max(m.start, window[0])).days * MS for m, _, _ in bars],
            "y": [y for _, _, y in bars],
            "width": 5,
            "marker": {
                "color": [NO_FILL if m.planned else colour for m, _, _ in bars],
                "line": {"color": colour, "width": [1.5 if m.planned else 0 for m, _, _ in bars]},
            },
            "customdata": [["move", m.event_id] for m, _, _ in bars],
            "hovertext": [m.told for m, _, _ in bars],
            "selected": {"marker": {"opacity": 1}},
            "unselected": {"marker": {"opacity": 0.45}},
        },
        shared
        | {
            "type": "scatter",
            "mode": "markers+text",
            "x": [at(m.start, place.share) for m, place, _ in dots],
            "y": [y for _, _, y in dots],
            "text": [place.label for _, place, _ in dots],
            "textposition": ["middle left" if place.left else "middle right" for _, place, _ in dots],
            "textfont": {"size": 11, "color": ink(dark, 0.85)},
            "marker": {
                "size": [11 if m.sure or m.planned else 8 for m, _, _ in dots],
                "opacity": 1,
                "color": colour,
                "symbol": ["circle-open" if m.planned else "circle" for m, _, _ in dots],
                "line": {
                    "width": [2 if m.planned else 0 if m.sure else 4 for m, _, _ in dots],
                    "color": [colour if m.planned or m.sure else soft for m, _, _ in dots],
                },
            },
            "customdata": [["move", m.event_id] for m, _, _ in dots],
            "hovertext": [m.told for m, _, _ in dots],
            "selected": {"marker": {"opacity": 1}},
            "unselected": {"marker": {"opacity": 0.45}, "textfont": {"color": ink(dark, 0.6)}},
        },
    ]


def _clear(colour: str, share: float) -> str:
    """A colour `#rrggbb`, `share` of it opaque."""
    red, green, blue = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    return f"rgba({red},{green},{blue},{share:g})"


def _labels(bars: Sequence[Drawn], window: tuple[dt.date, dt.date], dark: bool) -> Figure:
    """The labels of bars, above them."""
    return {
        "type": "scatter",
        "mode": "text",
        "x": [at(min(m.end, window[1]) if place.left else max(m.start, window[0])) for m, place, _ in bars],
        "y": [y + 8 for _, _, y in bars],
        "text": [place.label for _, place, _ in bars],
        "textposition": ["middle left" if place.left else "middle right" for _, place, _ in bars],
        "textfont": {"size": 11, "color": ink(dark, 0.85)},
        "hoverinfo": "skip",
        "unselected": {"textfont": {"color": ink(dark, 0.6)}},
    }


def _comments(drawn: Sequence[Drawn], window: tuple[dt.date, dt.date], dark: bool) -> Figure:
    """A small mark under each move that was spoken of."""
    return spoken(
        [
            at(max(m.start, window[0]) if m.long else m.start, 0.0 if m.long else place.share)
            for m, place, _ in drawn
        ],
        [y - (7 if m.long else 10) for m, _, y in drawn],
        [["said", m.event_id] for m, _, _ in drawn],
        [m.said for m, _, _ in drawn],
        dark,
    )


__all__ = ["COOPERATION", "Move", "points"]
