"""How did the dealings of two parties develop? Their moves by month, direction and action."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import Literal

from sqlalchemy import ColumnElement, func, select

from models.queries.clauses import article_clauses, event_clauses
from models.queries.filters import EventFilter
from models.queries.rows import EventRow, event_rows, event_select
from models.queries.sides import both_sides
from models.store import Store
from models.tables import ARTICLE, EVENT
from models.vocabulary.actions import actions

Way = Literal["all", "given", "received", "joint"]
"""Seen from the first party: what it does, what is done to it, what both do together (symmetric actions)."""


@dataclass(frozen=True, slots=True)
class Cell:
    """`count` moves of one action that ran one way in a month (year * 100 + month)."""

    month: int
    way: Way
    action: str
    count: int


@dataclass(frozen=True, slots=True)
class Dyad:
    """All moves between `a` and `b` that pass, in order of month. `first` and `last` are days. `coarse`
    counts moves of which only the year is known: they are in no cell."""

    a: str
    b: str
    cells: tuple[Cell, ...]
    first: dt.date
    last: dt.date
    moves: int
    coarse: int


def between(f: EventFilter, a: str, b: str) -> EventFilter:
    """The filter of exactly this pair; dates, sources and all else stay as they are asked for."""
    return replace(f, countries=(a,), counterparts=(b,))


def dyad(store: Store, f: EventFilter, a: str, b: str) -> Dyad | None:
    """The moves between two parties, whoever acts; None when none passes."""
    gave, coarse = (EVENT.c.actor == a).label("gave"), (EVENT.c.date_precision == "year").label("coarse")
    query = (
        select(EVENT.c.month, gave, EVENT.c.action, coarse, func.count().label("events"))
        .add_columns(func.min(EVENT.c.date).label("first"), func.max(EVENT.c.date).label("last"))
        .where(*event_clauses(between(f, a, b), store.dialect))
        .group_by(EVENT.c.month, "gave", EVENT.c.action, "coarse")
        .order_by(EVENT.c.month, EVENT.c.action)
    )
    with store.read() as connection:
        rows = connection.execute(query).all()
    if not rows:
        return None
    counts: dict[tuple[int, Way, str], int] = {}
    for row in rows:
        if not row.coarse:
            key = (row.month, _way(row.action, row.gave), row.action)
            counts[key] = counts.get(key, 0) + row.events
    return Dyad(
        a=a,
        b=b,
        cells=tuple(Cell(*key, count) for key, count in counts.items()),
        first=min(row.first for row in rows),
        last=max(row.last for row in rows),
        moves=sum(row.events for row in rows),
        coarse=sum(row.events for row in rows if row.coarse),
    )


def moves(
    store: Store, f: EventFilter, a: str, b: str, way: Way = "all", *, by_month: bool = False, limit: int = 50
) -> tuple[EventRow, ...]:
    """The newest moves between two parties that run one way; `by_month` leaves out those of which only the
    year is known."""
    clauses = [*event_clauses(between(f, a, b), store.dialect), *_runs(a, way)]
    if by_month:
        clauses.append(EVENT.c.date_precision != "year")
    query = event_select().where(*clauses).order_by(EVENT.c.date.desc(), EVENT.c.id.desc())
    return event_rows(store, query.limit(limit))


def partners(store: Store, f: EventFilter, code: str) -> tuple[tuple[str, int], ...]:
    """The other sides of a party's moves with their counts, the busiest first. Who takes part is asked by
    `code` alone: the filter's own countries and counterparts do not count."""
    open_to_all = replace(f, countries=(code,), counterparts=())
    counts: dict[str, int] = {}
    with store.read() as connection:
        for other, events in connection.execute(
            both_sides(open_to_all, store.dialect, (code,), [], lane="other")
        ):
            if other and other != code:
                counts[other] = counts.get(other, 0) + events
    return tuple(sorted(counts.items(), key=lambda item: (-item[1], item[0])))


def months_read(store: Store, f: EventFilter, first: dt.date, last: dt.date) -> frozenset[int]:
    """The months from `first` to `last` (year * 100 + month) from which an article of the sources and
    languages asked for was read at all.

    Each step jumps to the next article by the index: a month costs one look, however many articles it has.
    """
    found: set[int] = set()
    of_articles = article_clauses(replace(f, date_from=None, date_to=last))
    day: dt.date | None = first.replace(day=1)
    with store.read() as connection:
        while day and day <= last:
            query = select(func.min(ARTICLE.c.published)).where(ARTICLE.c.published >= day, *of_articles)
            day = connection.scalar(query)
            if day:
                found.add(day.year * 100 + day.month)
                day = (day.replace(day=28) + dt.timedelta(days=4)).replace(day=1)
    return frozenset(found)


def _way(action: str, gave: bool) -> Way:
    if actions()[action].symmetric:
        return "joint"
    return "given" if gave else "received"


def _runs(a: str, way: Way) -> list[ColumnElement[bool]]:
    """What must hold for a move to run this way."""
    joint = EVENT.c.action.in_([slug for slug, known in actions().items() if known.symmetric])
    ways: dict[Way, list[ColumnElement[bool]]] = {
        "all": [],
        "given": [EVENT.c.actor == a, ~joint],
        "received": [EVENT.c.counterpart == a, ~joint],
        "joint": [joint],
    }
    return ways[way]
