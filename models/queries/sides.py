"""Looking at an event from the side of one party: who is ours, who is the other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal

from sqlalchemy import ColumnElement, CompoundSelect, Select, func, select, union_all

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
    group: Sequence[ColumnElement[Any]],
    *more: ColumnElement[Any],
    lane: Literal["own", "other"] = "own",
    only: Sequence[ColumnElement[bool]] = (),
) -> CompoundSelect[*tuple[Any, ...]]:
    """Counts of events for each `lane` and `group`: rows of lane, the group's columns, `more`, `events`.

    An event counts once for each of its parties that is among `own`; the lane is that party, or the other
    one; `only` are further conditions. The same lane and group may come back twice: as actor, as counterpart.
    """
    sides: list[Select[*tuple[Any, ...]]] = []
    clauses = [*event_clauses(f, dialect), *only]
    for ours, theirs in ((EVENT.c.actor, EVENT.c.counterpart), (EVENT.c.counterpart, EVENT.c.actor)):
        party = ours if lane == "own" else theirs
        picked = select(party.label("lane"), *group, *more, func.count().label("events"))
        sides.append(
            picked.where(ours.in_(own), *clauses).group_by(
                "lane", *(column.key for column in group if column.key)
            )
        )
    return union_all(*sides)
