"""Putting reports to their events by the rule of `models.identity`, in whatever order they arrive.

Statements are made once and only filled in: most of the time of a save would go into making them.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, CursorResult, bindparam, delete, insert, select, update

from models import identity
from models.identity import DAY
from models.nearby import Known
from models.searching import search_key
from models.shapes import MoveLike
from models.summing import refresh
from models.tables import COMMENT_EVENT, EVENT, EVENT_ALIAS, MENTION
from models.vocabulary.actions import action

LOADED = "loaded"  # the day of loading stands in for a publication date that nobody knows

_AS_REPORTED = ("actor", "action", "counterpart", "date", "date_precision", "date_basis", "planned_for")
_TAKEN_OVER = (*_AS_REPORTED, "place", "actor_name", "actor_role", "confidence")
_NEIGHBOURS = (
    select(EVENT.c.id, EVENT.c.event_id, EVENT.c.date, EVENT.c.date_precision)
    .where(EVENT.c.signature == bindparam("signature"))
    .where(EVENT.c.date.between(bindparam("first"), bindparam("last")))
    .order_by(EVENT.c.date)
)
_NEW_EVENT, _NEW_ALIAS = insert(EVENT), insert(EVENT_ALIAS)
_NEW_MENTIONS = insert(MENTION).returning(MENTION.c.id, sort_by_parameter_order=True)
_SET_BEST = update(EVENT).where(EVENT.c.id == bindparam("key")).values(best_mention_id=bindparam("best"))
_DROP_ALIAS = delete(EVENT_ALIAS).where(EVENT_ALIAS.c.alias == bindparam("public"))
_FLOATING_MENTIONS = (
    select(MENTION.c.id, MENTION.c.event_id)
    .where(MENTION.c.event_id.in_(bindparam("events", expanding=True)))
    .where(MENTION.c.date_precision == identity.FLOATING)
    .where(MENTION.c.date.between(bindparam("first"), bindparam("last")))
)


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a coded move went: the keys of its mention and of its event."""

    mention_id: int
    event_id: int


@dataclass(slots=True)
class _Found:
    """The event of a report: what the save has yet to do for it."""

    event: int
    fresh: bool = False  # made for this report: nothing else is known of it
    dated: bool = False  # got its day from this report, or a new id: look for undated reports to draw


def place(connection: Connection, article: dict[str, Any], moves: Sequence[MoveLike]) -> list[Placed]:
    """Write one mention for each move, find or make its event, and bring the events touched up to date.

    `article` is the row of the article with its `id`. The answer stands in the order of `moves`; a move that
    is coded twice from the same sentence is written once.
    """
    if not moves:
        return []
    reports = [report_of(article, move) for move in moves]
    events: dict[int, int] = {}
    rows: dict[tuple[int, int], dict[str, Any]] = {}
    fresh, touched, dated = set[int](), set[int](), set[int]()
    # Dated reports come first, so that undated ones of the same article find them.
    for number in sorted(range(len(moves)), key=lambda n: reports[n]["date_precision"] != DAY):
        report = reports[number]
        signature = report.pop("signature")
        found = _event_for(connection, signature, report, article["loaded_at"])
        events[number] = found.event
        rows.setdefault((found.event, report["start"]), report | {"event_id": found.event})
        (fresh if found.fresh else touched).add(found.event)
        if found.dated:
            dated.add(found.event)
            touched |= _draw(connection, signature, found.event, report["date"])
    keys = dict(zip(rows, connection.scalars(_NEW_MENTIONS, list(rows.values())), strict=True))
    placed = [Placed(keys[events[n], report["start"]], events[n]) for n, report in enumerate(reports)]
    sole = {event: key for (event, _), key in keys.items() if event in fresh - touched}
    once = {event for event in sole if sum(event == other for other, _ in keys) == 1}
    if once:
        connection.execute(_SET_BEST, [{"key": event, "best": sole[event]} for event in once])
    refresh(connection, (touched | fresh) - once)
    _share_moves(connection, moves, placed, dated)
    return placed


def new_key(made: CursorResult[Any]) -> int:
    """The key of the row that was inserted."""
    (key,) = made.inserted_primary_key or (None,)
    assert isinstance(key, int)
    return key


def check_offsets(start: int, end: int, text: str) -> None:
    """A place in the text that is not in the text is a fault of whoever coded it: ValueError."""
    if not 0 <= start <= end <= len(text):
        raise ValueError(f"offsets {start}..{end} lie outside a text of {len(text)} characters")


def report_of(article: dict[str, Any], move: MoveLike) -> dict[str, Any]:
    """The row of the mention of one move, without its `event_id`, and with the `signature` of its event."""
    check_offsets(move.start, move.end, article["text"])
    precision, basis, alone = move.date_precision, move.date_basis, ""
    if article["published_basis"] == LOADED and basis != "explicit":
        basis, alone = LOADED, article["article_id"]
    elif precision == identity.FLOATING and article["published_precision"] != DAY:
        precision = article["published_precision"]
    return {
        "signature": identity.signature(
            move.actor, move.action, move.counterpart, symmetric=action(move.action).symmetric, alone=alone
        ),
        "article_id": article["id"],
        "source_id": article["source_id"],
        "lang": article["lang"],
        "actor": move.actor,
        "action": move.action,
        "counterpart": move.counterpart,
        "date": move.date,
        "date_precision": precision,
        "date_basis": basis,
        "planned_for": move.planned_for,
        "place": move.place or None,
        "actor_name": move.actor_name,
        "actor_role": move.actor_role,
        "evidence": move.evidence or article["text"][move.start : move.end],
        "start": move.start,
        "end": move.end,
        "rule": move.rule,
        "grounds": move.grounds.to_json(),
        "confidence": move.confidence,
        "search": search_key(move.evidence, article["title"], move.actor_name, move.actor_role, move.place),
    }


def _event_for(connection: Connection, signature: str, report: dict[str, Any], now: dt.datetime) -> _Found:
    """Find, date anew, or make the event that the report belongs to."""
    date, precision = report["date"], report["date_precision"]
    public = identity.event_id(signature, date, precision)
    near = connection.execute(
        _NEIGHBOURS, {"signature": signature, "first": date - identity.LAG, "last": date + identity.LAG}
    ).all()
    if precision == identity.FLOATING:
        days = [row for row in near if row.date_precision == DAY and row.date <= date]
        if days:
            return _Found(days[-1].id)
    same = next((row for row in near if row.event_id == public), None)
    if same is not None:
        turned = precision == DAY and same.date_precision != DAY
        if turned:
            connection.execute(update(EVENT).where(EVENT.c.id == same.id).values(date_precision=DAY))
        return _Found(same.id, dated=turned)
    connection.execute(_DROP_ALIAS, {"public": public})
    if precision == DAY:
        floating = [row for row in near if row.date_precision == identity.FLOATING and row.date > date]
        if floating:
            key, former = floating[0].id, floating[0].event_id
            values = {"event_id": public, "date": date, "month": _month(date), "date_precision": DAY}
            connection.execute(update(EVENT).where(EVENT.c.id == key).values(values))
            connection.execute(_NEW_ALIAS, {"alias": former, "event_id": key})
            return _Found(key, dated=True)
    key = new_key(
        connection.execute(_NEW_EVENT, event_row(report, Known(0, public, signature, date, precision), now))
    )
    return _Found(key, fresh=True, dated=precision == DAY and bool(near))


def event_row(report: dict[str, Any], event: Known, now: dt.datetime) -> dict[str, Any]:
    """The row of a new event that so far only this report tells of."""
    row = {name: report[name] for name in _TAKEN_OVER}
    row |= {
        "event_id": event.public,
        "move_id": identity.move_id([event.public]),
        "signature": event.signature,
    }
    row |= {"date": event.date, "month": _month(event.date)}
    return row | {"outlets": 1, "first_loaded_at": now}


def _month(day: dt.date) -> int:
    return day.year * 100 + day.month


def _draw(connection: Connection, signature: str, event: int, day: dt.date) -> set[int]:
    """Draw undated reports to the event that is now dated; the keys of the events that won or lost some."""
    near = connection.execute(
        _NEIGHBOURS, {"signature": signature, "first": day - identity.LAG, "last": day + identity.LAG}
    ).all()
    alone = {row.id for row in near if row.date_precision == identity.FLOATING}
    former = alone | {row.id for row in near if row.date_precision == DAY and row.date < day}
    former.discard(event)
    if not former:
        return set()
    found = connection.execute(
        _FLOATING_MENTIONS, {"events": list(former), "first": day, "last": day + identity.LAG}
    ).all()
    drawn = [row.id for row in found]
    if not drawn:
        return set()
    connection.execute(update(MENTION).where(MENTION.c.id.in_(drawn)).values(event_id=event))
    connection.execute(
        update(COMMENT_EVENT).where(COMMENT_EVENT.c.mention_id.in_(drawn)).values(event_id=event)
    )
    losers = {row.event_id for row in found}
    _absorb(connection, event, losers & alone)
    return (losers - alone) | {event}


def _absorb(connection: Connection, event: int, empty: Collection[int]) -> None:
    """Let the event take the place of others that have no mention left: their ids go on to open it."""
    if not empty:
        return
    former = connection.execute(select(EVENT.c.event_id, EVENT.c.move_id).where(EVENT.c.id.in_(empty))).all()
    move = connection.scalar(select(EVENT.c.move_id).where(EVENT.c.id == event))
    connection.execute(update(EVENT_ALIAS).where(EVENT_ALIAS.c.event_id.in_(empty)).values(event_id=event))
    connection.execute(_NEW_ALIAS, [{"alias": row.event_id, "event_id": event} for row in former])
    connection.execute(
        update(EVENT).where(EVENT.c.move_id.in_([row.move_id for row in former])).values(move_id=move)
    )
    connection.execute(delete(EVENT).where(EVENT.c.id.in_(empty)))


def _share_moves(
    connection: Connection, moves: Sequence[MoveLike], placed: Sequence[Placed], dated: Collection[int]
) -> None:
    """Let the events of each group share a move id; an event with a new public id may change it."""
    groups: dict[int, set[int]] = {}
    for move, spot in zip(moves, placed, strict=True):
        groups.setdefault(move.group, set()).add(spot.event_id)
    share(connection, [group for group in groups.values() if len(group) > 1 or group & set(dated)])


def share(connection: Connection, groups: Iterable[Collection[int]]) -> None:
    """Give the events of each group, and all that already share a move with them, one move id."""
    for group in groups:
        ours = select(EVENT.c.move_id).where(EVENT.c.id.in_(group))
        rows = connection.execute(
            select(EVENT.c.event_id, EVENT.c.move_id).where(EVENT.c.move_id.in_(ours))
        ).all()
        shared = identity.move_id(row.event_id for row in rows)
        former = {row.move_id for row in rows}
        if former != {shared}:
            connection.execute(update(EVENT).where(EVENT.c.move_id.in_(former)).values(move_id=shared))
