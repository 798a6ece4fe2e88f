"""What happened when? Counts by period and lane, or single events where they are few."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import ColumnElement, Date, func, or_, select, type_coerce

from models.queries.clauses import event_clauses, walked
from models.queries.filters import EventFilter
from models.queries.rows import (
    AnySelect,
    EventRow,
    Quads,
    Tally,
    event_rows,
    event_select,
    intensity_sum,
    quad_column,
)
from models.queries.sides import both_sides, home_of
from models.store import Store
from models.tables import EVENT

Unit = Literal["year", "quarter", "month", "week", "day"]
Lanes = Literal["country", "counterpart"]
# A date that is known by the month says nothing of the day: such events have no place among days.
TOO_COARSE: dict[Unit, tuple[str, ...]] = {
    "year": (),
    "quarter": ("year",),
    "month": ("year",),
    "week": ("month", "year"),
    "day": ("month", "year"),
}
NONE = Quads()
NOBODY = ""  # the lane of moves without a counterpart


@dataclass(frozen=True, slots=True)
class Bucket:
    """The events of one lane in one period, which begins on `start`; `planned` counts those of them that
    were planned and not done when they were told."""

    start: dt.date
    lane: str
    quads: Quads
    mean_intensity: float
    planned: Quads = NONE


@dataclass(frozen=True, slots=True)
class Stretch:
    """The events of one lane that are known to have been in the month or year that begins on `start`, and
    no better. `precision` is 'month' or 'year'."""

    start: dt.date
    lane: str
    precision: str
    quads: Quads


@dataclass(frozen=True, slots=True)
class Timeline:
    """Buckets in order of time and lane. `lanes` are ordered by size; `others` are lanes left out, with
    their events; `coarse` counts events whose date is not known well enough for the unit: none of them is
    in a bucket, all of them are in `stretches` (twice, as in buckets, where two lanes share them)."""

    unit: Unit
    lanes: tuple[str, ...]
    buckets: tuple[Bucket, ...]
    others: dict[str, int]
    coarse: int
    stretches: tuple[Stretch, ...] = ()


@dataclass(frozen=True, slots=True)
class Extent:
    """The first and the last day of the events that pass, and how many they are."""

    first: dt.date
    last: dt.date
    events: int

    @property
    def unit(self) -> Unit:
        """A unit that cuts the extent into pieces that an eye can take in."""
        days = (self.last - self.first).days
        steps: tuple[tuple[int, Unit], ...] = ((45, "day"), (400, "week"), (1500, "month"), (6000, "quarter"))
        return next((unit for most, unit in steps if days <= most), "year")


def extent(store: Store, f: EventFilter) -> Extent | None:
    """From when to when the events that pass reach; None when none passes."""
    query = select(func.min(EVENT.c.date), func.max(EVENT.c.date), func.count())
    with store.read() as connection:
        first, last, events = connection.execute(query.where(*event_clauses(f, store.dialect))).one()
    return Extent(first, last, events) if events else None


def buckets(
    store: Store, f: EventFilter, unit: Unit, lanes: Lanes = "country", *, most: int = 12
) -> Timeline:
    """Counts for each period and lane; the `most` largest lanes. Lanes by country are the countries asked
    for, else those of the region; an event between two of them stands in both. Lanes by counterpart are the
    other sides; moves towards nobody stand in the lane `NOBODY`."""
    own, precision = home_of(f), EVENT.c.date_precision
    fits, too_coarse = precision.not_in(TOO_COARSE[unit]), precision.in_(TOO_COARSE[unit])
    side: Literal["own", "other"] = "own" if lanes == "country" else "other"
    group = [start_of(unit, store.dialect).label("start"), quad_column().label("quad")]
    more = intensity_sum().label("intensity")
    query = both_sides(f, store.dialect, own, group, more, lane=side, only=[fits])
    group = [EVENT.c.month.label("start"), precision.label("precision"), quad_column().label("quad")]
    missing = both_sides(f, store.dialect, own, group, lane=side, only=[too_coarse])
    alone = select(func.count()).select_from(EVENT).where(*event_clauses(f, store.dialect), too_coarse)
    alone = alone.where(or_(EVENT.c.actor.in_(own), EVENT.c.counterpart.in_(own)))
    tallies: dict[tuple[dt.date, str], Tally] = defaultdict(Tally)
    long: dict[tuple[dt.date, str, str], Tally] = defaultdict(Tally)
    sizes: dict[str, int] = defaultdict(int)
    coarse = 0
    with store.read() as connection:
        for lane, start, quad, intensity, events in connection.execute(query):
            tallies[first_day(start, unit), lane or NOBODY].add_quad(quad, events, intensity)
            sizes[lane or NOBODY] += events
        planned = _planned(connection.execute(_ahead(store, f, unit)), own, unit, lanes)
        if TOO_COARSE[unit]:
            for lane, start, known, quad, events in connection.execute(missing):
                long[first_day(start, "month"), lane or NOBODY, known].add_quad(quad, events, 0.0)
                sizes[lane or NOBODY] += events
            coarse = connection.scalar(alone) or 0
    ordered = sorted(sizes, key=lambda lane: (-sizes[lane], lane))
    kept = set(ordered[:most])
    return Timeline(
        unit=unit,
        lanes=tuple(ordered[:most]),
        buckets=tuple(
            Bucket(day, lane, tally.quads, tally.mean_intensity, planned[day, lane].quads)
            for (day, lane), tally in sorted(tallies.items())
            if lane in kept
        ),
        others={lane: sizes[lane] for lane in ordered[most:]},
        coarse=coarse,
        stretches=tuple(
            Stretch(day, lane, known, tally.quads)
            for (day, lane, known), tally in sorted(long.items())
            if lane in kept
        ),
    )


def _planned(
    rows: Iterable[Any], own: Sequence[str], unit: Unit, lanes: Lanes
) -> dict[tuple[dt.date, str], Tally]:
    """The events of `_ahead` by period and lane."""
    tallies: dict[tuple[dt.date, str], Tally] = defaultdict(Tally)
    for row in rows:
        for ours, theirs in ((row.actor, row.counterpart), (row.counterpart, row.actor)):
            if ours in own:
                lane = ours if lanes == "country" else theirs or NOBODY
                tallies[first_day(row.start, unit), lane].add_quad(row.quad, 1, 0.0)
    return tallies


def _ahead(store: Store, f: EventFilter, unit: Unit) -> AnySelect:
    """The planned events that pass, one by one. They are few, and found by an index that holds no others: a
    grouping, or a condition that another index serves, would make the database walk all events."""
    clauses = [*event_clauses(f, store.dialect), EVENT.c.date_precision.not_in(TOO_COARSE[unit])]
    start, quad = start_of(unit, store.dialect).label("start"), quad_column().label("quad")
    query = select(EVENT.c.actor, EVENT.c.counterpart, start, quad)
    return query.where(EVENT.c.planned_for.is_not(None), *walked(clauses, store.dialect))


def points(store: Store, f: EventFilter, *, limit: int = 2000) -> tuple[EventRow, ...] | None:
    """The single events in order of time, or None when they are more than `limit`: show buckets then."""
    query = event_select().where(*event_clauses(f, store.dialect)).order_by(EVENT.c.date, EVENT.c.id)
    rows = event_rows(store, query.limit(limit + 1))
    return rows if len(rows) <= limit else None


def start_of(unit: Unit, dialect: str) -> ColumnElement[Any]:
    """The period of an event, as the database counts it; `_day` turns it into its first day."""
    month = EVENT.c.month
    if unit == "year":
        return month // 100
    if unit == "quarter":
        return (month // 100) * 10 + (month % 100 + 2) // 3
    if unit == "month":
        return month
    if unit == "day":
        return EVENT.c.date
    if dialect == "sqlite":
        return type_coerce(func.date(EVENT.c.date, "weekday 0", "-6 days"), Date)
    return type_coerce(func.date_trunc("week", EVENT.c.date), Date)


def first_day(start: Any, unit: Unit) -> dt.date:
    """The first day of a period as `start_of` counts it."""
    if unit == "year":
        return dt.date(start, 1, 1)
    if unit == "quarter":
        return dt.date(start // 10, start % 10 * 3 - 2, 1)
    if unit == "month":
        return dt.date(start // 100, start % 100, 1)
    day: dt.date = start.date() if isinstance(start, dt.datetime) else start
    return day
