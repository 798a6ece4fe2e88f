"""What stands behind one mark of the timeline, and what was said of the moves of a mark."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, func, select, union_all

from models.queries.clauses import Clauses, event_clauses
from models.queries.filters import EventFilter
from models.queries.rows import AnySelect, EventRow, event_rows, event_select
from models.queries.sides import home_of
from models.queries.timeline import NOBODY, TOO_COARSE, Lanes, Unit, first_day, start_of
from models.store import Store
from models.tables import COMMENT, COMMENT_EVENT, EVENT

FIRST_WORDS = 200  # characters of a comment that are enough to begin with


@dataclass(frozen=True, slots=True)
class Behind:
    """The newest events behind a mark, and how many there are in all."""

    rows: tuple[EventRow, ...]
    total: int


@dataclass(frozen=True, slots=True)
class Said:
    """Who said something, and the words that it begins with."""

    speaker: str
    text: str


@dataclass(frozen=True, slots=True)
class Commented:
    """The comments about the events of one lane in one period.

    `precision` is '' for a period of the timeline's unit that begins on `start`, else 'month' or 'year': the
    events' dates are known no better. `newest` is the comment that was loaded last; `event_id` is one of the
    events, the only one where `events` is 1.
    """

    start: dt.date
    lane: str
    precision: str
    comments: int
    events: int
    event_id: str
    newest: Said


def behind(
    store: Store,
    f: EventFilter,
    lane: str | None = None,
    lanes: Lanes = "country",
    *,
    precisions: tuple[str, ...] = (),
    but: tuple[str, ...] = (),
    commented: bool = False,
    limit: int = 200,
) -> Behind:
    """The events of a mark: those that pass `f` in a lane (None: all lanes), with a date of one of
    `precisions` (empty: any) and of none of `but`, and if `commented` only those that were spoken of."""
    clauses = [*event_clauses(f, store.dialect), *_in_lane(f, lane, lanes)]
    if precisions:
        clauses.append(EVENT.c.date_precision.in_(precisions))
    if but:
        clauses.append(EVENT.c.date_precision.not_in(but))
    if commented:
        clauses.append(EVENT.c.id.in_(select(COMMENT_EVENT.c.event_id)))
    with store.read() as connection:
        total = connection.scalar(select(func.count()).select_from(EVENT).where(*clauses)) or 0
    newest = event_select().where(*clauses).order_by(EVENT.c.date.desc(), EVENT.c.id.desc())
    return Behind(event_rows(store, newest.limit(limit)), total)


def _in_lane(f: EventFilter, lane: str | None, lanes: Lanes) -> Clauses:
    """The events that `timeline.buckets` counts in a lane."""
    if lane is None:
        return []
    ours, actor, counterpart = home_of(f), EVENT.c.actor, EVENT.c.counterpart
    if lanes == "country":
        return [(actor == lane) | (counterpart == lane)]
    if lane == NOBODY:
        return [actor.in_(ours), counterpart.is_(None)]
    return [((counterpart == lane) & actor.in_(ours)) | ((actor == lane) & counterpart.in_(ours))]


def said_of(store: Store, event_ids: Sequence[str]) -> dict[str, tuple[Said, ...]]:
    """What was said of each event, the newest first; events that nobody spoke of are left out."""
    query = (
        select(EVENT.c.event_id, COMMENT.c.id, COMMENT.c.speaker, _beginning())
        .join(COMMENT_EVENT, COMMENT_EVENT.c.event_id == EVENT.c.id)
        .join(COMMENT, COMMENT.c.id == COMMENT_EVENT.c.comment_id)
        .where(EVENT.c.event_id.in_(event_ids))
        .order_by(COMMENT.c.published.desc(), COMMENT.c.id.desc())
    )
    found: dict[str, dict[int, Said]] = defaultdict(dict)
    with store.read() as connection:
        for event_id, key, speaker, text in connection.execute(query):
            found[event_id][key] = Said(speaker, text)
    return {event_id: tuple(said.values()) for event_id, said in found.items()}


def commented(store: Store, f: EventFilter, unit: Unit, lanes: Lanes = "country") -> tuple[Commented, ...]:
    """The comments about the events that pass, by the lane and period in which these events are drawn."""
    coarse, precision = TOO_COARSE[unit], EVENT.c.date_precision
    plain = _counts(store, f, lanes, start_of(unit, store.dialect), "", [precision.not_in(coarse)])
    queries = [(plain, unit)]
    for known in coarse:
        of_these = [precision == known]
        queries.append((_counts(store, f, lanes, EVENT.c.month, known, of_these), "month"))
    with store.read() as connection:
        rows = [
            (row, first_day(row.start, counted))
            for query, counted in queries
            for row in connection.execute(query)
        ]
        newest = select(COMMENT.c.id, COMMENT.c.speaker, _beginning())
        ids = {row.newest for row, _ in rows}
        said = {
            key: Said(speaker, text)
            for key, speaker, text in connection.execute(newest.where(COMMENT.c.id.in_(ids)))
        }
    return tuple(
        Commented(
            start=start,
            lane=row.lane or NOBODY,
            precision=row.precision,
            comments=row.comments,
            events=row.events,
            event_id=row.event_id,
            newest=said[row.newest],
        )
        for row, start in rows
    )


def _counts(
    store: Store,
    f: EventFilter,
    lanes: Lanes,
    start: ColumnElement[Any],
    precision: str,
    only: Clauses,
) -> AnySelect:
    """Rows of lane, start, precision, comments, events, an event_id, newest (a comment's largest key)."""
    own, clauses = home_of(f), [*event_clauses(f, store.dialect), *only]
    sides = []
    for ours, theirs in ((EVENT.c.actor, EVENT.c.counterpart), (EVENT.c.counterpart, EVENT.c.actor)):
        lane = ours if lanes == "country" else theirs
        shown = (lane.label("lane"), start.label("start"), EVENT.c.event_id, COMMENT_EVENT.c.comment_id)
        picked = select(*shown)
        # From the few that were spoken of to their events: the other way would walk all events.
        picked = picked.join_from(COMMENT_EVENT, EVENT, EVENT.c.id == COMMENT_EVENT.c.event_id)
        sides.append(picked.where(ours.in_(own), *clauses))
    one = union_all(*sides).subquery()
    return select(
        one.c.lane,
        one.c.start,
        func.coalesce(precision, "").label("precision"),
        func.count(one.c.comment_id.distinct()).label("comments"),
        func.count(one.c.event_id.distinct()).label("events"),
        func.min(one.c.event_id).label("event_id"),
        func.max(one.c.comment_id).label("newest"),
    ).group_by(one.c.lane, one.c.start)


def _beginning() -> ColumnElement[str]:
    return func.substr(COMMENT.c.text, 1, FIRST_WORDS).label("text")
