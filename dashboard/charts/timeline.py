"""The timeline where moves are many: one lane per party, counts per step of time as bars, cooperation above
its line, conflict below, words light and deeds dark.

One scale holds for all lanes, so that their heights may be compared. Moves whose date is known by a month or
a year only lie under their lane as thin bars of that length; comments are small marks under both.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from dashboard import words
from dashboard.charts.base import CONFLICT, COOPERATION, NO_FILL, Figure, quad_colour
from dashboard.charts.timeline_ground import MS, NAME, Lanes, at, ground, spoken
from dashboard.i18n import number, trn

UP, DOWN = 44.0, 20.0
"""Pixels for the tallest bar of all on either side of a line."""
HAIRLINE = 1.5
OUTLINE = 1.2
STRIP, COMMENTS = 3.0, 11.0
DAYS = {"day": 1, "week": 7, "month": 30, "quarter": 91, "year": 365}
QUADS = ("VC", "MC", "VX", "MX")


@dataclass(frozen=True, slots=True)
class Bucket:
    """`count` moves of one quad class in the lane of `lane`, in the step that begins on `start`; `planned` of
    them are drawn hollow."""

    lane: str
    start: dt.date
    quad: str
    count: int
    planned: int = 0


@dataclass(frozen=True, slots=True)
class Strip:
    """`count` moves of which is known that they lie between `start` and the day before `end`, and no more.
    `precision` is 'month' or 'year'."""

    lane: str
    start: dt.date
    end: dt.date
    precision: str
    quad: str
    count: int


@dataclass(frozen=True, slots=True)
class Remark:
    """Comments about the moves of a lane that lie between `start` and the day before `end`; `told` is what
    the pointer shows (safe to show). `precision` is '' for those of the bars, else that of a strip; `only`
    is the event_id where they are about a single move."""

    lane: str
    start: dt.date
    end: dt.date
    precision: str
    told: str
    only: str = ""


def bars(
    lanes: Lanes,
    buckets: Sequence[Bucket],
    step: str,
    window: tuple[dt.date, dt.date],
    label: Callable[[dt.date, str], str],
    dark: bool,
    strips: Sequence[Strip] = (),
    remarks: Sequence[Remark] = (),
) -> Figure:
    """`lanes` are (code, name) from the top down, `window` the first day shown and the day after the last;
    `label` words the period of a start and a step, precision or unit.

    Customdata is ["bar", lane, start as ISO day, quad], ["strip", lane, start, quad, precision] and
    ["remark", lane, start, precision], or ["said", event_id] where the comments are about a single move.
    """
    where, height = _lanes(lanes, buckets, strips, remarks)
    traces = [_bars(buckets, quad, step, where, label, dark) for quad in QUADS]
    traces += [_bars(buckets, quad, step, where, label, dark, hollow=True) for quad in QUADS]
    traces += [_strips(strips, quad, where, window, label, dark) for quad in QUADS]
    told = [r for r in remarks if r.lane in where]
    traces.append(
        spoken(
            [_middle(max(r.start, window[0]), min(r.end, window[1])) for r in told],
            [where[r.lane].remarks for r in told],
            [_remark_data(r) for r in told],
            [r.told for r in told],
            dark,
        )
    )
    names = [lane.name for lane in where.values()]
    lines = [lane.line for lane in where.values()]
    return {
        "data": [trace for trace in traces if trace["x"]],
        "layout": ground(lanes, names, lines, height, window, dark),
    }


def _remark_data(remark: Remark) -> list[str]:
    if remark.only:
        return ["said", remark.only]
    return ["remark", remark.lane, remark.start.isoformat(), remark.precision]


@dataclass(frozen=True, slots=True)
class _Lane:
    """Heights in pixels from the bottom of the chart: the name, the line, the rows of strips, the remarks."""

    name: float
    line: float
    strips: dict[tuple[str, str], float]
    remarks: float


def _lanes(
    lanes: Lanes, buckets: Sequence[Bucket], strips: Sequence[Strip], remarks: Sequence[Remark]
) -> tuple[dict[str, _Lane], float]:
    """Where everything lies in each lane, which is as high as it needs, and the height of all."""
    scale, tall = _scale(buckets), _tallest(buckets)
    spoken_of = {r.lane for r in remarks}
    found, top = [], 0.0
    for code, _ in lanes:
        name, line = top - NAME / 2, top - NAME - max(tall[code, True] * scale, 4.0) - 2
        under = line - max(tall[code, False] * scale, 4.0) - 4
        kinds = sorted({(s.precision, s.quad) for s in strips if s.lane == code})
        rows = {kind: under - (i + 0.5) * (STRIP + 1) for i, kind in enumerate(kinds)}
        under -= len(kinds) * (STRIP + 1)
        found.append(_Lane(name, line, rows, under - COMMENTS / 2))
        top = under - (COMMENTS if code in spoken_of else 0.0) - 8
    lifted = {
        code: _Lane(
            one.name - top,
            one.line - top,
            {kind: y - top for kind, y in one.strips.items()},
            one.remarks - top,
        )
        for (code, _), one in zip(lanes, found, strict=True)
    }
    return lifted, -top


def _tallest(buckets: Sequence[Bucket]) -> dict[tuple[str, bool], int]:
    """The moves of the tallest stack of each lane, above its line (True) and below it."""
    tall: dict[tuple[str, bool], int] = defaultdict(int)
    for (lane, _, cooperative), count in _stacks(buckets).items():
        tall[lane, cooperative] = max(tall[lane, cooperative], count)
    return tall


def _bars(
    buckets: Sequence[Bucket],
    quad: str,
    step: str,
    where: dict[str, _Lane],
    label: Callable[[dt.date, str], str],
    dark: bool,
    hollow: bool = False,
) -> Figure:
    """The bars of one quad class, on those of the same side that stand nearer to the line; `hollow`: what is
    planned of them, at their far end."""
    mine = [b for b in buckets if b.quad == quad and b.lane in where and _size(b, hollow)]
    under, scale = _stacked_under(quad, buckets), _scale(buckets)
    sign, colour = 1 if quad in COOPERATION else -1, quad_colour(quad, dark)
    return {
        "type": "bar",
        "name": words.quad(quad),
        "x": [at(b.start, DAYS[step] / 2) for b in mine],
        "y": [sign * max(_size(b, hollow) * scale, HAIRLINE) for b in mine],
        "base": [
            where[b.lane].line + sign * (under[b.lane, b.start] + hollow * (b.count - b.planned)) * scale
            for b in mine
        ],
        "width": DAYS[step] * MS * 0.86,
        "marker": {
            "color": NO_FILL if hollow else colour,
            "line": {"width": OUTLINE if hollow else 0, "color": colour},
        },
        "customdata": [["bar", b.lane, b.start.isoformat(), quad] for b in mine],
        "hovertext": [_told(b, label(b.start, step)) for b in mine],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "selected": {"marker": {"opacity": 1}},
        "unselected": {"marker": {"opacity": 0.45}},
    }


def _size(bucket: Bucket, hollow: bool) -> int:
    return bucket.planned if hollow else bucket.count - bucket.planned


def _told(bucket: Bucket, period: str) -> str:
    told = f"{period}<br>{words.quad(bucket.quad)}: <b>{number(bucket.count)}</b>"
    if bucket.planned:
        told += "<br>" + trn("{n} of them planned", "{n} of them planned", bucket.planned)
    return told


def _strips(
    strips: Sequence[Strip],
    quad: str,
    where: dict[str, _Lane],
    window: tuple[dt.date, dt.date],
    label: Callable[[dt.date, str], str],
    dark: bool,
) -> Figure:
    """The moves of one quad class whose dates are coarse: as long as what is known, in rows by kind."""
    mine = [
        s for s in strips if s.quad == quad and s.lane in where and s.start < window[1] and s.end > window[0]
    ]
    return {
        "type": "bar",
        "orientation": "h",
        "name": words.quad(quad),
        "base": [at(max(s.start, window[0])) for s in mine],
        "x": [(min(s.end, window[1]) - max(s.start, window[0])).days * MS for s in mine],
        "y": [where[s.lane].strips[s.precision, quad] for s in mine],
        "width": STRIP,
        "marker": {"color": quad_colour(quad, dark), "line": {"width": 0}},
        "customdata": [["strip", s.lane, s.start.isoformat(), quad, s.precision] for s in mine],
        "hovertext": [
            f"{label(s.start, s.precision)}<br>{words.quad(quad)}: <b>{number(s.count)}</b>, "
            f"{words.told(words.PRECISION, s.precision)}"
            for s in mine
        ],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "selected": {"marker": {"opacity": 1}},
        "unselected": {"marker": {"opacity": 0.45}},
    }


def _scale(buckets: Sequence[Bucket]) -> float:
    """Pixels per move, so that the tallest stack fits on its side of the line."""
    tall = _stacks(buckets)
    up = max((n for (_, _, cooperative), n in tall.items() if cooperative), default=0)
    down = max((n for (_, _, cooperative), n in tall.items() if not cooperative), default=0)
    return min(UP / max(up, 4), DOWN / down if down else UP)


def _stacks(buckets: Sequence[Bucket]) -> dict[tuple[str, dt.date, bool], int]:
    """The moves of each stack, by lane, step and side (True above the line)."""
    tall: dict[tuple[str, dt.date, bool], int] = defaultdict(int)
    for b in buckets:
        tall[b.lane, b.start, b.quad in COOPERATION] += b.count
    return tall


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


def _middle(start: dt.date, end: dt.date) -> str:
    return at(start, max((end - start).days, 1) / 2)
