"""Where the tone of a series of moves changes.

The rule is the sliding window of change-point detection in its simplest form (Truong, Oudre and Vayatis,
"Selective review of offline change point detection methods", Signal Processing 167, 2020): before each month
that has moves, the moves just before it are compared with those from it on. Intensities are those of
Goldstein ("A Conflict-Cooperation Scale for WEIS Events Data", Journal of Conflict Resolution 36, 1992),
from -10 to 10. Windows hold whole months, because a move's day is often not known better than that.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

MOVES = 4
"""Each window takes months until it holds at least so many moves,"""
MONTHS = 3
"""and reaches over at least so many months,"""
FARTHEST = 36
"""but not over more than so many: older moves say nothing of the tone just before. It stays empty then."""
DIFFERENCE = 3.0
"""A turn is a difference of at least so many points between the two means,"""
ERRORS = 2.0
"""which is also at least so many standard errors of it (Welch's)."""
LEAST_SPREAD = 1.0
"""No window is taken to vary less than by this standard deviation: four moves alike are no certainty."""


@dataclass(frozen=True, slots=True)
class MonthTone:
    """The moves of a month (year * 100 + month): number, sum of intensities, sum of their squares."""

    month: int
    moves: int
    total: float
    squares: float


@dataclass(frozen=True, slots=True)
class Window:
    """Moves of the months from `first` to `last`, and their mean intensity."""

    first: int
    last: int
    moves: int
    mean: float
    spread: float


@dataclass(frozen=True, slots=True)
class Turn:
    """The tone changes with `month`: `before` ends before it, `after` begins with it."""

    month: int
    before: Window
    after: Window

    @property
    def change(self) -> float:
        """Points by which the mean rises (warmer) or falls (cooler)."""
        return self.after.mean - self.before.mean


def turns(months: Sequence[MonthTone]) -> tuple[Turn, ...]:
    """The turning points in order of time. `months` are those with moves, in order of time. Of turns within
    each other's windows only the sharpest stands: they are one."""
    found = [turn for at in range(1, len(months)) if (turn := _turn(months, at))]
    kept: list[Turn] = []
    for turn in sorted(found, key=lambda turn: (-abs(turn.change), turn.month)):
        if all(not _within(turn, other) for other in kept):
            kept.append(turn)
    return tuple(sorted(kept, key=lambda turn: turn.month))


def ordinal(month: int) -> int:
    """Months since the year 0, to reckon with."""
    return month // 100 * 12 + month % 100 - 1


def _turn(months: Sequence[MonthTone], at: int) -> Turn | None:
    start = months[at].month
    before = _window(months[at - 1 :: -1], ordinal(start) - 1)
    after = _window(months[at:], ordinal(start))
    if before is None or after is None:
        return None
    turn = Turn(start, before, after)
    error = sqrt(before.spread**2 / before.moves + after.spread**2 / after.moves)
    return turn if abs(turn.change) >= max(DIFFERENCE, ERRORS * error) else None


def _window(months: Sequence[MonthTone], edge: int) -> Window | None:
    """The months from the edge on, whichever way they run, until there are enough; None if never."""
    taken: list[MonthTone] = []
    moves = 0
    for one in months:
        reach = abs(ordinal(one.month) - edge) + 1
        if (moves >= MOVES and reach > MONTHS) or reach > FARTHEST:
            break
        taken.append(one)
        moves += one.moves
    if moves < MOVES:
        return None
    mean = sum(one.total for one in taken) / moves
    varies = max(sum(one.squares for one in taken) / moves - mean**2, 0.0) * moves / (moves - 1)
    bounds = sorted((taken[0].month, taken[-1].month))
    return Window(bounds[0], bounds[1], moves, mean, max(sqrt(varies), LEAST_SPREAD))


def _within(turn: Turn, other: Turn) -> bool:
    """Does one's month lie in a window of the other?"""
    return other.before.first <= turn.month <= other.after.last or (
        turn.before.first <= other.month <= turn.after.last
    )
