"""Which steps of time suit a stretch of time, and the days that they cover together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, get_args

from dashboard import data
from dashboard.steps import last_day

MOST_STEPS = 450
"""More steps than this are no bars any more."""
_DAYS = {"day": 1, "week": 7, "month": 30, "quarter": 91, "year": 365}
UNITS: tuple[data.Unit, ...] = get_args(data.Unit)[::-1]
"""From days to years."""


@dataclass(frozen=True, slots=True)
class Window:
    """The days from `first` to `last`."""

    first: date
    last: date

    @property
    def days(self) -> int:
        """How many days it is long."""
        return (self.last - self.first).days + 1

    @property
    def edges(self) -> tuple[date, date]:
        """The first day and the day after the last, with a little room on both sides."""
        room = timedelta(days=max(1, self.days // 60))
        return self.first - room, self.last + room + timedelta(days=1)


def span(day: date, precision: str) -> tuple[date, date]:
    """The first day on which a move may have been, by what is known of its date, and the day after the
    last."""
    first = day.replace(day=1) if precision in {"month", "year"} else day
    if precision == "year":
        first = first.replace(month=1)
    unit = "day" if precision == "published" else precision
    return first, last_day(first, unit) + timedelta(days=1)


def around(window: Window, starts: Sequence[date], unit: str) -> Window:
    """The window with the whole of each step that begins on one of `starts`: a bar that sticks out of the
    chart can't be clicked."""
    first = min((window.first, *starts))
    return Window(first, max([window.last, *(last_day(start, unit) for start in starts)]))


def fitting(wanted: str, extent: data.Extent, window: Window) -> data.Unit:
    """The unit asked for, else one that suits the moves; a coarser one where its steps were too many."""
    unit: Any = wanted if wanted in UNITS else extent.unit
    coarser = UNITS[UNITS.index(unit) :]
    return next((u for u in coarser if window.days / _DAYS[u] <= MOST_STEPS), "year")
