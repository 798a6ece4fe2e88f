"""The bridge's part about pairs; see `dashboard.data`."""

from __future__ import annotations

from datetime import date

from dashboard.data import ask
from models.queries import dyad as _dyad
from models.queries.dyad import Dyad, Way
from models.queries.filters import EventFilter
from models.queries.rows import EventRow

__all__ = ["Dyad", "Way", "dyad", "months_read", "moves", "partners"]


def dyad(f: EventFilter, a: str, b: str) -> Dyad | None:
    """The moves between two parties by month, direction and action; None when none passes."""
    return ask(_dyad.dyad, f, a, b)


def moves(
    f: EventFilter, a: str, b: str, way: Way, *, by_month: bool = False, limit: int = 50
) -> tuple[EventRow, ...]:
    """The newest moves between two parties that run one way."""
    return ask(_dyad.moves, f, a, b, way, by_month=by_month, limit=limit)


def partners(f: EventFilter, code: str) -> tuple[tuple[str, int], ...]:
    """The other sides of a party's moves, the busiest first."""
    return ask(_dyad.partners, f, code)


def months_read(f: EventFilter, first: date, last: date) -> frozenset[int]:
    """The months from which any article was read."""
    return ask(_dyad.months_read, f, first, last)
