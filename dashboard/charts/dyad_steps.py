"""The moves of a pair added up: by step of time for the chart, by month for the search for turning points."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from models.queries.dyad import Cell
from models.tone import MonthTone, ordinal
from models.vocabulary.actions import actions

UNITS = {"month": 1, "quarter": 3, "year": 12}
"""Steps of the axis, in months."""
GAPS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200)
"""Months between two names on the axis."""
MOST_STEPS = 62


@dataclass(frozen=True, slots=True)
class Step:
    """The moves of one step of time, which begins on `start`; `mean` is their intensity, -10 to 10."""

    start: dt.date
    quads: Mapping[str, int]
    mean: float

    @property
    def moves(self) -> int:
        """All of them."""
        return sum(self.quads.values())


def unit_of(cells: Sequence[Cell]) -> str:
    """The step that cuts the months of the cells into pieces that an eye can take in."""
    reach = ordinal(cells[-1].month) - ordinal(cells[0].month) + 1 if cells else 1
    return next((unit for unit, months in UNITS.items() if reach <= MOST_STEPS * months), "year")


def begins(month: int, unit: str) -> dt.date:
    """The first day of the step that a month (year * 100 + month) lies in."""
    months = UNITS[unit]
    return dt.date(month // 100, (month % 100 - 1) // months * months + 1, 1)


def steps(cells: Iterable[Cell], unit: str) -> tuple[Step, ...]:
    """The cells added up by step, in order of time; steps without moves are left out."""
    quads: dict[dt.date, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    sums: dict[dt.date, float] = defaultdict(float)
    for cell in cells:
        known, start = actions()[cell.action], begins(cell.month, unit)
        quads[start][known.quad] += cell.count
        sums[start] += known.intensity * cell.count
    return tuple(
        Step(start, dict(counts), sums[start] / sum(counts.values()))
        for start, counts in sorted(quads.items())
    )


def ticks(rows: Sequence[Step], most: int) -> tuple[tuple[dt.date, str], ...]:
    """Days to be named on the axis, at most about `most`, each with how exactly: 'month' or 'year'."""
    first, last = (row.start.year * 12 + row.start.month - 1 for row in (rows[0], rows[-1]))
    apart = next((gap for gap in GAPS if (last - first) // gap < most), GAPS[-1])
    found = range(-(-first // apart) * apart, last + 1, apart) or (first,)
    exact = "year" if apart >= 12 else "month"
    return tuple((dt.date(at // 12, at % 12 + 1, 1), exact if at % 12 == 0 else "month") for at in found)


def tones(cells: Iterable[Cell]) -> tuple[MonthTone, ...]:
    """The cells added up by month, as the search for turning points takes them."""
    sums: dict[int, list[float]] = defaultdict(lambda: [0, 0.0, 0.0])
    for cell in cells:
        intensity, month = actions()[cell.action].intensity, sums[cell.month]
        month[0] += cell.count
        month[1] += intensity * cell.count
        month[2] += intensity**2 * cell.count
    return tuple(
        MonthTone(month, int(n), total, squares) for month, (n, total, squares) in sorted(sums.items())
    )
