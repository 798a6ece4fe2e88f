"""Small multiples: one panel a party, the same rows and the same scale in each, bars in the party's colour.

Panels stand side by side, on a phone two by two. A bar's customdata is [party, what it counts, ...].
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dashboard.charts.base import CONFIG, Figure, axis, ink, layout
from dashboard.charts.small_multiples import GAP, Panel, axis_name, bars, columns_of, ground_of, rule

__all__ = ["CONFIG", "Panel", "Row", "Slot", "means", "over_time", "rows"]

ROW, FOLDED, TALL = 25, 34, 165  # pixels
DAYS = {"day": 1, "week": 7, "month": 30, "quarter": 91, "year": 365}
MS = 86_400_000
FOLD, FOLD_PHONE = 24, 15
"""Longest line of a row's label: longer names go on in a second line."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of every panel: its key in customdata, its label, and the value of each party."""

    key: str
    label: str
    values: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Slot:
    """One step of time of one party: how much cooperation and how much conflict."""

    code: str
    start: dt.date
    cooperation: float
    conflict: float


Told = Callable[[float], str]
TICKS = {"ticks": "outside", "ticklen": 6, "tickcolor": "rgba(0,0,0,0)"}  # room between label and bar


def rows(
    panels: Sequence[Panel], found: Sequence[Row], kind: str, told: Told, dark: bool, phone: bool
) -> Figure:
    """Horizontal bars, one a row; `told` words a value at the end of its bar. Customdata is [party, kind,
    key]. No bar is drawn where a party has nothing."""
    most = max((value for row in found for value in row.values.values()), default=0) or 1
    traces = []
    for i, panel in enumerate(panels):
        places = [n for n, row in enumerate(found) if row.values.get(panel.code)]
        values = [found[n].values[panel.code] for n in places]
        traces.append(
            bars(i, panel.colour)
            | {
                "orientation": "h",
                "x": values,
                "y": places,
                "width": 0.62,
                "text": [f" {told(value)}" for value in values],
                "textposition": "outside",
                "textfont": {"size": 12, "color": ink(dark, 0.85)},
                "cliponaxis": False,
                "customdata": [[panel.code, kind, found[n].key] for n in places],
                "hovertext": [
                    f"{panel.title}<br>{found[n].label}: <b>{told(value)}</b>"
                    for n, value in zip(places, values, strict=True)
                ],
            }
        )
    columns = columns_of(panels, phone)
    labels = [_folded(row.label, FOLD_PHONE if phone else FOLD) for row in found]
    high = FOLDED if any("<br>" in label for label in labels) else ROW
    ground = ground_of(panels, dark, phone, high * max(len(found), 1))
    for i in range(len(panels)):
        first = i % columns == 0
        ground[axis_name("xaxis", i)] |= {"range": [0, most * 1.42], "showticklabels": False}
        ground[axis_name("yaxis", i)] |= {
            "range": [len(found) - 0.45, -0.55],
            "showticklabels": first,
            "tickvals": list(range(len(found))),
            "ticktext": labels,
            **TICKS,
        }
        ground["shapes"].append(rule(i, dark, x0=0, x1=0, y0=-0.5, y1=len(found) - 0.5))
    return {"data": traces, "layout": ground}


def over_time(
    panels: Sequence[Panel],
    slots: Sequence[Slot],
    step: str,
    name: Callable[[dt.date], str],
    sides: tuple[str, str],
    told: Told,
    dark: bool,
    phone: bool,
) -> Figure:
    """Bars by step of time: cooperation above the line, conflict below it and paler. `name` words a step,
    `sides` are the words for above and below. Customdata is [party, "time", step, start, "up" or "down"]."""
    up = max((slot.cooperation for slot in slots), default=0) or 1
    down = max((slot.conflict for slot in slots), default=0)
    starts = sorted({slot.start for slot in slots})
    traces: list[Figure] = []
    for i, panel in enumerate(panels):
        mine = [slot for slot in slots if slot.code == panel.code]
        for sign, side, word in ((1, "up", sides[0]), (-1, "down", sides[1])):
            kept = [(s, s.cooperation if sign > 0 else s.conflict) for s in mine]
            kept = [(slot, value) for slot, value in kept if value]
            traces.append(
                bars(i, panel.colour, 1 if sign > 0 else 0.6)
                | {
                    "x": [_middle(slot.start, step) for slot, _ in kept],
                    "y": [sign * value for _, value in kept],
                    "width": DAYS[step] * MS * 0.8,
                    "customdata": [[panel.code, "time", step, s.start.isoformat(), side] for s, _ in kept],
                    "hovertext": [
                        f"{panel.title}<br>{name(s.start)}, {word}: <b>{told(value)}</b>" for s, value in kept
                    ],
                }
            )
    ground = ground_of(panels, dark, phone, TALL, GAP + 22) | {"barmode": "overlay"}
    _time_axes(ground, panels, columns_of(panels, phone), starts, step, (-down * 1.1, up * 1.08), told, dark)
    return {"data": traces, "layout": ground}


def means(panels: Sequence[Panel], values: Mapping[str, float], told: Told, dark: bool) -> Figure:
    """One bar a party from zero, conflict to the left, cooperation to the right; customdata is [party,
    "all"]. Parties that are not among `values` have a row without a bar."""
    kept = [(n, panel) for n, panel in enumerate(panels) if panel.code in values]
    found = [values[panel.code] for _, panel in kept]
    low, high = min([0.0, *found]), max([0.0, *found])
    room = max(high - low, 1) * 0.2
    trace = bars(0, "") | {
        "orientation": "h",
        "x": found,
        "y": [n for n, _ in kept],
        "width": 0.62,
        "marker": {"color": [panel.colour for _, panel in kept], "line": {"width": 0}},
        "text": [f" {told(value)} " for value in found],
        "textposition": "outside",
        "cliponaxis": False,
        "customdata": [[panel.code, "all"] for _, panel in kept],
        "hovertext": [
            f"{panel.title}: <b>{told(value)}</b>" for _, panel in kept for value in [values[panel.code]]
        ],
    }
    ground = layout(
        dark,
        16 + 30 * len(panels),
        margin={"l": 8, "r": 8, "t": 4, "b": 8},
        xaxis=axis(dark, showticklabels=False, range=[low - (room if low < 0 else 0), high + room]),
        yaxis=axis(
            dark,
            range=[len(panels) - 0.45, -0.55],
            tickvals=list(range(len(panels))),
            ticktext=[panel.title for panel in panels],
            **TICKS,
        ),
        shapes=[rule(0, dark, x0=0, x1=0, y0=-0.5, y1=len(panels) - 0.5)],
    )
    return {"data": [trace], "layout": ground}


def _time_axes(
    ground: Figure,
    panels: Sequence[Panel],
    columns: int,
    starts: Sequence[dt.date],
    step: str,
    reach: tuple[float, float],
    told: Told,
    dark: bool,
) -> None:
    """The same axes for each panel: from the first step to the last, and values worded on the left."""
    marks = _marks(*reach)
    for i in range(len(panels)):
        across: dict[str, Any] = {"type": "date", "nticks": 4, "tickangle": 0, "ticklabeloverflow": "allow"}
        if starts:
            last = starts[-1] + dt.timedelta(days=DAYS[step])
            across["range"] = [starts[0].isoformat(), last.isoformat()]
        if step == "year":
            across |= {"tickformat": "%Y"}
        ground[axis_name("xaxis", i)] |= across
        ground[axis_name("yaxis", i)] |= {
            "range": list(reach),
            "showticklabels": i % columns == 0,
            "tickvals": marks,
            "ticktext": [told(abs(value)) for value in marks],
            "showgrid": True,
            "gridcolor": ink(dark, 0.08),
            "zeroline": True,
            "zerolinecolor": ink(dark, 0.5),
            "zerolinewidth": 1,
        }
    # Labels of time stand under the lowest panels of their column; the ground grows by their line.
    ground["margin"]["b"] = 28
    ground["height"] += 18


def _marks(low: float, high: float) -> list[float]:
    """Round values from `low` to `high` with zero among them, some five."""
    rough, step = (high - low) / 5, 0.01
    while step < rough:
        for factor in (2, 2.5, 2):
            step *= factor
            if step >= rough:
                break
    step = max(step, 0.01)
    return [n * step for n in range(int(low / step), int(high / step) + 1)]


def _middle(start: dt.date, step: str) -> str:
    return (dt.datetime.combine(start, dt.time()) + dt.timedelta(days=DAYS[step] / 2)).isoformat()


def _folded(label: str, longest: int) -> str:
    """A label of at most two lines, the second one cut where it is too long."""
    if len(label) <= longest:
        return label
    at = label.rfind(" ", 0, longest + 1)
    first, rest = (
        (label[:at], label[at + 1 :]) if at > 0 else (f"{label[: longest - 1]}-", label[longest - 1 :])
    )
    return first + "<br>" + (rest if len(rest) <= longest + 1 else f"{rest[:longest]}…")
