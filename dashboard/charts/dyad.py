"""Two parties over time: cooperation above the axis, conflict below, turning points marked."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dashboard import words
from dashboard.charts.base import CONFIG, COOPERATION, FONT, Figure, axis, ink, layout, quad_colour
from dashboard.charts.dyad_steps import Step

HEIGHT = 330  # pixels
DAYS = {"month": 30.4, "quarter": 91.3, "year": 365.2}
LEAST_DAYS = 270  # a single month alone would be one broad bar
MS = 86_400_000
LABEL = 0.3  # of the width: turns nearer than this get labels on lines of their own
INWARD = {"MC": 0, "VC": 1, "MX": 0, "VX": 1}
"""Deeds stand on the axis, words on deeds."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A turning point: the first day of its month, whether the tone grows warmer, its label, and what the
    pointer shows."""

    start: dt.date
    warmer: bool
    label: str
    told: str


def over_time(
    rows: Sequence[Step],
    unit: str,
    told: Mapping[dt.date, str],
    marks: Sequence[Mark],
    unread: Sequence[tuple[dt.date, dt.date]],
    ticks: Sequence[tuple[dt.date, str]],
    sides: tuple[str, str],
    dark: bool,
) -> Figure:
    """Counts as bars.

    `told` names the steps with their mean, `unread` are stretches without any article (first day, first day
    after), `ticks` are the days named on the axis, `sides` name what lies above and below it. A bar's
    customdata is [start as ISO day, unit], that of a mark [start as ISO day, "month"].
    """
    up = max([sum(row.quads.get(quad, 0) for quad in COOPERATION) for row in rows] + [1])
    down = max([row.moves - sum(row.quads.get(quad, 0) for quad in COOPERATION) for row in rows] + [1])
    traces = [_bars(rows, quad, unit, told, dark) for quad in sorted(INWARD, key=INWARD.__getitem__)]
    lines = _lines(marks, rows, unread)
    # Above the bars runs one line of the room for the name of the side, then one for each line of labels.
    room = (up + down) * 0.1
    heights = [up + room * (1.7 + line) for line in lines]
    top = max([up + room, *(height + room * 0.6 for height in heights)])
    if marks:
        traces.append(_marks(marks, heights, _span(rows, unread), dark))
    ground = layout(
        dark,
        HEIGHT,
        margin={"l": 8, "r": 10, "t": 6, "b": 26},
        barmode="relative",
        xaxis=axis(
            dark,
            type="date",
            range=_reach(rows, unit),
            tickvals=[day.isoformat() for day, _ in ticks],
            ticktext=[name for _, name in ticks],
            ticks="outside",
            tickcolor=ink(dark, 0.3),
        ),
        yaxis=axis(
            dark,
            range=[-down - room, top],
            zeroline=True,
            zerolinecolor=ink(dark, 0.55),
            **_ticks(up, down),
        ),
        shapes=[*_bands(unread, dark), *_stems(marks, heights, dark)],
        annotations=_sides(sides, up, down, dark),
    )
    return {"data": traces, "layout": ground}


def _bars(rows: Sequence[Step], quad: str, unit: str, told: Mapping[dt.date, str], dark: bool) -> Figure:
    mine = [row for row in rows if row.quads.get(quad)]
    sign = 1 if quad in COOPERATION else -1
    return {
        "type": "bar",
        "name": words.quad(quad),
        "x": [_middle(row.start, unit) for row in mine],
        "width": DAYS[unit] * MS * 0.86,
        "y": [sign * row.quads[quad] for row in mine],
        "marker": {"color": quad_colour(quad, dark), "line": {"width": 0}},
        "customdata": [[row.start.isoformat(), unit] for row in mine],
        "hovertext": [f"{words.quad(quad)}: <b>{row.quads[quad]}</b><br>{told[row.start]}" for row in mine],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "unselected": {"marker": {"opacity": 0.45}},
    }


def _middle(start: dt.date, unit: str) -> str:
    return (dt.datetime.combine(start, dt.time()) + dt.timedelta(days=DAYS[unit] / 2)).isoformat()


def _reach(rows: Sequence[Step], unit: str) -> list[str]:
    """From the first step to the end of the last one; of a few months with room on both sides."""
    first, last = rows[0].start, rows[-1].start + dt.timedelta(days=DAYS[unit])
    room = max(dt.timedelta(days=LEAST_DAYS) - (last - first), dt.timedelta(days=DAYS[unit] / 3)) / 2
    return [(first - room).isoformat(), (last + room).isoformat()]


def _span(rows: Sequence[Step], unread: Sequence[tuple[dt.date, dt.date]]) -> tuple[dt.date, dt.date]:
    days = [row.start for row in rows] + [day for stretch in unread for day in stretch]
    return min(days), max(days)


def _lines(
    marks: Sequence[Mark], rows: Sequence[Step], unread: Sequence[tuple[dt.date, dt.date]]
) -> list[int]:
    """On which line above the bars each label stands, so that near ones do not run into one another."""
    if not marks:
        return []
    first, last = _span(rows, unread)
    apart = max((last - first).days, 1) * LABEL
    ends: list[dt.date] = []
    found = []
    for mark in marks:
        line = next((i for i, end in enumerate(ends) if (mark.start - end).days >= apart), len(ends))
        ends[line : line + 1] = [mark.start]
        found.append(line)
    return found


def _marks(
    marks: Sequence[Mark], heights: Sequence[float], span: tuple[dt.date, dt.date], dark: bool
) -> Figure:
    first, last = span
    days = max((last - first).days, 1)
    return {
        "type": "scatter",
        "mode": "markers+text",
        "name": "",
        "x": [mark.start.isoformat() for mark in marks],
        "y": list(heights),
        "text": [f"<b>{mark.label}</b>" for mark in marks],
        # A label leans towards the middle of the chart, where there is room.
        "textposition": [
            "middle left" if (mark.start - first).days > days / 2 else "middle right" for mark in marks
        ],
        "textfont": {"family": FONT, "size": 12, "color": ink(dark)},
        "cliponaxis": False,
        "marker": {
            "size": 13,
            "symbol": ["triangle-up" if mark.warmer else "triangle-down" for mark in marks],
            "color": ink(dark),
        },
        "customdata": [[mark.start.isoformat(), "month"] for mark in marks],
        "hovertext": [mark.told for mark in marks],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "unselected": {"marker": {"opacity": 0.6}},
    }


def _stems(marks: Sequence[Mark], heights: Sequence[float], dark: bool) -> list[Figure]:
    return [
        {
            "type": "line",
            "x0": mark.start.isoformat(),
            "x1": mark.start.isoformat(),
            "y0": 0,
            "y1": height,
            "line": {"color": ink(dark, 0.55), "width": 1, "dash": "dot"},
            "layer": "below",
        }
        for mark, height in zip(marks, heights, strict=True)
    ]


def _bands(unread: Sequence[tuple[dt.date, dt.date]], dark: bool) -> list[Figure]:
    return [
        {
            "type": "rect",
            "x0": first.isoformat(),
            "x1": after.isoformat(),
            "yref": "paper",
            "y0": 0,
            "y1": 1,
            "fillcolor": ink(dark, 0.07),
            "line": {"width": 0},
            "layer": "below",
        }
        for first, after in unread
    ]


def _sides(sides: tuple[str, str], up: int, down: int, dark: bool) -> list[Figure]:
    """What lies above and what below the axis, written beside it."""
    return [
        {
            "text": text,
            "xref": "paper",
            "x": 0,
            "y": y,
            "xanchor": "left",
            "yanchor": anchor,
            "showarrow": False,
            "font": {"family": FONT, "size": 12, "color": ink(dark, 0.7)},
        }
        for text, y, anchor in ((sides[0], up, "bottom"), (sides[1], -down, "top"))
    ]


def _ticks(up: int, down: int) -> Figure:
    """Whole numbers on both sides of the axis: a count below it is no negative number."""
    step = next(s for s in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 10_000, 10**6) if (up + down) / s <= 7)
    values = list(range(-(down // step) * step, up + 1, step))
    return {"tickvals": values, "ticktext": [str(abs(value)) for value in values]}


__all__ = ["CONFIG", "Mark", "over_time"]
