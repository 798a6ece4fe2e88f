"""The timeline: one lane per party, cooperation above its line, conflict below, words light and deeds dark.

Many moves are drawn as bars of counts per step of time, few as single points. One scale holds for all
lanes, so that their heights may be compared.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from dashboard import words
from dashboard.charts.base import CONFIG, CONFLICT, COOPERATION, Figure, axis, ink, layout, quad_colour

LANE_HEIGHT, UP, DOWN = 74, 0.66, 0.28
HAIRLINE = 0.018
DAYS = {"day": 1, "week": 7, "month": 30, "quarter": 91, "year": 365}
MS = 86_400_000


@dataclass(frozen=True, slots=True)
class Bucket:
    """`count` moves of one quad class in the lane of `lane`, in the step that begins on `start`."""

    lane: str
    start: dt.date
    quad: str
    count: int


@dataclass(frozen=True, slots=True)
class Point:
    """A single move. `words` is what the pointer shows; `planned` moves are drawn hollow."""

    event_id: str
    lane: str
    date: dt.date
    quad: str
    words: str
    planned: bool


Lanes = Sequence[tuple[str, str]]
__all__ = ["CONFIG", "CONFLICT", "Bucket", "Point", "bars", "points"]


def bars(
    lanes: Lanes, buckets: Sequence[Bucket], step: str, label: Callable[[dt.date], str], dark: bool
) -> Figure:
    """Counts as bars. `lanes` are (code, name) from the top down, `label` words a step's start.

    A bar's customdata is [lane, start as ISO day, quad].
    """
    level = {code: -i for i, (code, _) in enumerate(lanes)}
    scale = _scale(buckets)
    traces = []
    for quad in ("VC", "MC", "VX", "MX"):
        mine = [b for b in buckets if b.quad == quad and b.lane in level]
        below = _stacked_under(quad, buckets)
        sign = 1 if quad in COOPERATION else -1
        traces.append(
            {
                "type": "bar",
                "name": words.quad(quad),
                "x": [_middle(b.start, step) for b in mine],
                "y": [sign * max(b.count * scale, HAIRLINE) for b in mine],
                "base": [level[b.lane] + sign * below[b.lane, b.start] * scale for b in mine],
                "width": DAYS[step] * MS * 0.86,
                "marker": {"color": quad_colour(quad, dark), "line": {"width": 0}},
                "customdata": [[b.lane, b.start.isoformat(), quad] for b in mine],
                "hovertext": [f"{label(b.start)}<br>{words.quad(quad)}: <b>{b.count}</b>" for b in mine],
                "hovertemplate": "%{hovertext}<extra></extra>",
                "selected": {"marker": {"opacity": 1}},
                "unselected": {"marker": {"opacity": 0.45}},
            }
        )
    return {"data": traces, "layout": _ground(lanes, dark) | {"barmode": "overlay"}}


def points(lanes: Lanes, moves: Sequence[Point], dark: bool) -> Figure:
    """Each move as a dot of its quad's colour; dots that would touch are piled away from the lane's line.

    A dot's customdata is [event_id].
    """
    level = {code: -i for i, (code, _) in enumerate(lanes)}
    kept = [m for m in moves if m.lane in level]
    piles = _piles(kept)
    traces = []
    for quad in ("VC", "MC", "VX", "MX"):
        mine = [(m, pile) for m, pile in zip(kept, piles, strict=True) if m.quad == quad]
        colour = quad_colour(quad, dark)
        traces.append(
            {
                "type": "scatter",
                "mode": "markers",
                "name": words.quad(quad),
                "x": [m.date.isoformat() for m, _ in mine],
                "y": [level[m.lane] + pile for m, pile in mine],
                "marker": {
                    "size": 11,
                    "color": colour,
                    "symbol": ["circle-open" if m.planned else "circle" for m, _ in mine],
                    "line": {"width": [2 if m.planned else 0 for m, _ in mine], "color": colour},
                },
                "customdata": [[m.event_id] for m, _ in mine],
                "hovertext": [m.words for m, _ in mine],
                "hovertemplate": "%{hovertext}<extra></extra>",
                "unselected": {"marker": {"opacity": 0.45}},
            }
        )
    return {"data": traces, "layout": _ground(lanes, dark)}


def _scale(buckets: Sequence[Bucket]) -> float:
    """Lane heights per move, so that the tallest stack fits on its side of the line."""
    tall: dict[tuple[str, dt.date, bool], int] = defaultdict(int)
    for b in buckets:
        tall[b.lane, b.start, b.quad in COOPERATION] += b.count
    up = max((n for (_, _, cooperative), n in tall.items() if cooperative), default=0)
    down = max((n for (_, _, cooperative), n in tall.items() if not cooperative), default=0)
    return min(UP / max(up, 4), DOWN / down if down else 1.0)


def _stacked_under(quad: str, buckets: Sequence[Bucket]) -> dict[tuple[str, dt.date], int]:
    """How many moves of the same side stand nearer to the line, by lane and step."""
    side = COOPERATION if quad in COOPERATION else CONFLICT
    # Deeds stand on the line, words on deeds.
    nearer = side[1] if quad == side[0] else ""
    under: dict[tuple[str, dt.date], int] = defaultdict(int)
    for b in buckets:
        if b.quad == nearer:
            under[b.lane, b.start] += b.count
    return under


def _middle(start: dt.date, step: str) -> str:
    return (dt.datetime.combine(start, dt.time()) + dt.timedelta(days=DAYS[step] / 2)).isoformat()


def _piles(moves: Sequence[Point]) -> list[float]:
    """Vertical offsets: the first free slot where no dot of the same side is nearer than a dot's width."""
    if not moves:
        return []
    first, last = min(m.date for m in moves), max(m.date for m in moves)
    width = dt.timedelta(days=max(1.0, (last - first).days / 95))
    taken: dict[tuple[str, bool], list[dt.date]] = defaultdict(list)
    offsets = [0.0] * len(moves)
    for i in sorted(range(len(moves)), key=lambda i: (moves[i].date, moves[i].event_id)):
        move = moves[i]
        cooperative = move.quad in COOPERATION
        slots = taken[move.lane, cooperative]
        slot = next((s for s, until in enumerate(slots) if move.date - until >= width), len(slots))
        slots[slot : slot + 1] = [move.date]
        high, side = (UP, 1) if cooperative else (DOWN, -1)
        offsets[i] = side * min(0.1 + slot * 0.14, high)
    return offsets


def _ground(lanes: Lanes, dark: bool) -> Figure:
    height = 46 + LANE_HEIGHT * max(len(lanes), 1)
    return layout(
        dark,
        height,
        margin={"l": 8, "r": 12, "t": 4, "b": 28},
        xaxis=axis(
            dark,
            type="date",
            side="bottom",
            showgrid=True,
            gridcolor=ink(dark, 0.08),
            fixedrange=False,
            hoverformat="%Y-%m-%d",
        ),
        yaxis=axis(
            dark,
            tickvals=[-i for i in range(len(lanes))],
            ticktext=[name for _, name in lanes],
            range=[-len(lanes) + 1 - 0.4, 0.75],
            tickfont={"size": 13, "color": ink(dark)},
        ),
        shapes=[
            {
                "type": "line",
                "xref": "paper",
                "x0": 0,
                "x1": 1,
                "y0": -i,
                "y1": -i,
                "line": {"color": ink(dark, 0.28), "width": 1},
                "layer": "below",
            }
            for i in range(len(lanes))
        ],
        dragmode="zoom",
    )
