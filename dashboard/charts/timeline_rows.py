"""Where single moves stand in their lanes so that none hides another and no label touches its neighbour.

Rows are counted from the lane's line outwards. Widths are reckoned for a chart `WIDTH` pixels wide: on a
wider one there is only more room between the marks.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from dashboard.charts.base import COOPERATION

WIDTH, NARROW = 660, 320
DOT, GAP, GLYPH = 13.0, 6.0, 6.3
LONGEST = 42
SLOTS = 8
Side = tuple[str, bool]


@dataclass(frozen=True, slots=True)
class Move:
    """A single move to be drawn. It lies between `start` and the day before `end`: a day, a month, a year.

    `told` is what the pointer shows (safe to show), `label` stands beside the mark where there is room,
    `said` are the comments about it in words for the pointer, '' where there are none. `sure` is False where
    the day of publication stands in for the date; `planned` moves are drawn hollow.
    """

    event_id: str
    lane: str
    start: dt.date
    end: dt.date
    quad: str
    told: str
    label: str = ""
    planned: bool = False
    sure: bool = True
    said: str = ""

    @property
    def long(self) -> bool:
        """Is it drawn as a bar?"""
        return (self.end - self.start).days > 1


@dataclass(frozen=True, slots=True)
class Scale:
    """Days to pixels of a chart `width` pixels wide, which shows `first` to the day before `end`."""

    first: dt.date
    end: dt.date
    width: float = WIDTH

    @property
    def day(self) -> float:
        """The width of a day."""
        return self.width / max((self.end - self.first).days, 1)

    def at(self, day: dt.date) -> float:
        """Where a day begins, within the chart."""
        return min(max((day - self.first).days * self.day, 0.0), self.width)


@dataclass(frozen=True, slots=True)
class Place:
    """Row from 0 outwards; `share` of its day at which a dot stands; `label` as shown, '' for none; `left`:
    the label stands on the left of a dot, or ends with its bar."""

    row: int
    share: float = 0.5
    label: str = ""
    left: bool = False


@dataclass(slots=True)
class _Row:
    taken: list[tuple[float, float]] = field(default_factory=list)

    def free(self, span: tuple[float, float]) -> bool:
        return all(span[1] + GAP <= a or span[0] >= b + GAP for a, b in self.taken)


def shorten(label: str) -> str:
    """A label no longer than `LONGEST`."""
    return label if len(label) <= LONGEST else label[: LONGEST - 1].rstrip() + "…"


def labelled(moves: Sequence[Move], scale: Scale) -> list[Place]:
    """Each move with its label, in as many rows as that takes. Moves of one lane and side share rows."""
    rows: dict[Side, list[_Row]] = defaultdict(list)
    return _each(moves, lambda move, alone: _lay(move, rows[side(move)], scale, alone, move.label))


def bare(moves: Sequence[Move], scale: Scale) -> list[Place]:
    """Each move close to its line, and labels only where they find room beside their marks."""
    rows: dict[Side, list[_Row]] = defaultdict(list)
    places = _each(moves, lambda move, alone: _lay(move, rows[side(move)], scale, alone, ""))
    for i, move in enumerate(moves):
        row = rows[side(move)][places[i].row]
        mark = _mark(move, scale, places[i].share)
        for left in (False, True):
            span = _label_span(move, mark, left, move.label)
            others = [taken for taken in row.taken if taken != mark]
            if move.label and span[0] >= 0 and span[1] <= scale.width and _Row(others).free(span):
                row.taken.append(span)
                places[i] = Place(places[i].row, places[i].share, shorten(move.label), left)
                break
    return places


def side(move: Move) -> Side:
    """The lane of a move, and whether it stands above the lane's line."""
    return move.lane, move.quad in COOPERATION


def _each(moves: Sequence[Move], lay: Callable[[Move, bool], Place]) -> list[Place]:
    """Places of all moves: dots first, so that they stand next to the line, each in order of time."""
    crowd: dict[tuple[Side, dt.date, bool], int] = defaultdict(int)
    for move in moves:
        crowd[side(move), move.start, move.long] += 1
    places: list[Place] = [Place(0)] * len(moves)
    order = sorted(range(len(moves)), key=lambda i: (moves[i].long, moves[i].start, moves[i].event_id))
    for i in order:
        alone = crowd[side(moves[i]), moves[i].start, moves[i].long] == 1
        places[i] = lay(moves[i], alone)
    return places


def _lay(move: Move, rows: list[_Row], scale: Scale, alone: bool, label: str) -> Place:
    """The first free place from the line outwards, taken."""
    wide = DOT + GAP + (len(shorten(label)) * GLYPH + GAP if label else 0)
    slots = 1 if alone or move.long else max(1, min(SLOTS, int(scale.day // wide)))
    level = 0
    while True:
        if level == len(rows):
            rows.append(_Row())
        for slot in range(slots):
            share = (slot + 0.5) / slots
            mark = _mark(move, scale, share)
            right = _label_span(move, mark, False, label)
            left = bool(label) and right[1] > scale.width
            span = _label_span(move, mark, True, label) if left else right
            whole = (min(mark[0], span[0]), max(mark[1], span[1])) if label else mark
            if rows[level].free(whole):
                rows[level].taken.append(whole)
                return Place(level, share, shorten(label), left)
        level += 1


def _mark(move: Move, scale: Scale, share: float) -> tuple[float, float]:
    """From where to where the mark reaches, in pixels."""
    if move.long:
        return scale.at(move.start), max(scale.at(move.end), scale.at(move.start) + 4)
    middle = scale.at(move.start) + share * scale.day
    return middle - DOT / 2, middle + DOT / 2


def _label_span(move: Move, mark: tuple[float, float], left: bool, label: str) -> tuple[float, float]:
    """Where the label reaches: beside a dot, above a bar."""
    wide = len(shorten(label)) * GLYPH
    if move.long:
        return (mark[1] - wide, mark[1]) if left else (mark[0], mark[0] + wide)
    return (mark[0] - wide - 2, mark[0] - 2) if left else (mark[1] + 2, mark[1] + wide + 2)
