"""Looking at an event from the side of one party: who is ours, who is the other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, CompoundSelect, Select, select, union_all

from models.queries.clauses import event_clauses
from models.queries.filters import EventFilter
from models.queries.rows import HOME
from models.tables import EVENT


def home_of(f: EventFilter) -> tuple[str, ...]:
    """The parties from whose side events are seen: the countries asked for, else the region's."""
    return f.countries or HOME


def both_sides(
    f: EventFilter,
    dialect: str,
    own: Sequence[str],
    columns: Sequence[ColumnElement[Any]],
    group: Sequence[ColumnElement[Any]],
) -> CompoundSelect[*tuple[Any, ...]]:
    """A grouped select with `own` and `other` before `columns`: once for each party of an event that is
    among `own`. An event between two of them is counted for both; group keys come back twice at most."""
    sides: list[Select[*tuple[Any, ...]]] = []
    clauses = event_clauses(f, dialect)
    for ours, theirs in ((EVENT.c.actor, EVENT.c.counterpart), (EVENT.c.counterpart, EVENT.c.actor)):
        picked = select(ours.label("own"), theirs.label("other"), *columns)
        sides.append(picked.where(ours.in_(own), *clauses).group_by(ours, theirs, *group))
    return union_all(*sides)
