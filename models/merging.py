"""Putting reports to their events by the rule of `models.identity`, in whatever order they arrive."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, CursorResult, delete, insert, select, update

from models import identity
from models.searching import fold
from models.shapes import MoveLike
from models.summing import refresh
from models.tables import COMMENT_EVENT, EVENT, EVENT_ALIAS, MENTION
from models.vocabulary.actions import action

LOADED = "loaded"  # the day of loading stands in for a publication date that nobody knows
DAY = "day"


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a coded move went: the keys of its mention and of its event."""

    mention_id: int
    event_id: int


def place(connection: Connection, article: dict[str, Any], moves: Sequence[MoveLike]) -> list[Placed]:
    """Write one mention for each move, find or make its event, and bring the events touched up to date.

    `article` is the row of the article with its `id`. The answer stands in the order of `moves`; a move that
    is coded twice from the same sentence is written once.
    """
    mentions: list[int] = []
    touched: set[int] = set()
    renamed: set[int] = set()
    written: dict[tuple[int, int], int] = {}
    for move in moves:
        report = _report(article, move)
        signature = report.pop("signature")
        event, dated_now = _event_for(connection, signature, report, article["loaded_at"])
        if (event, move.start) in written:
            mentions.append(written[event, move.start])
            continue
        key = new_key(connection.execute(insert(MENTION).values(event_id=event, **report)))
        mentions.append(written.setdefault((event, move.start), key))
        touched.add(event)
        if dated_now:
            renamed.add(event)
            touched |= _draw(connection, signature, event, report["date"])
    where = dict(
        connection.execute(select(MENTION.c.id, MENTION.c.event_id).where(MENTION.c.id.in_(mentions)))
        .tuples()
        .all()
    )
    placed = [Placed(mention, where[mention]) for mention in mentions]
    groups: dict[int, set[int]] = {}
    for move, spot in zip(moves, placed, strict=True):
        groups.setdefault(move.group, set()).add(spot.event_id)
    _share(connection, [group for group in groups.values() if len(group) > 1 or group & renamed])
    refresh(connection, touched)
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


def _report(article: dict[str, Any], move: MoveLike) -> dict[str, Any]:
    """The row of the mention, with the signature of its event."""
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
        "confidence": move.confidence,
        "search": fold(move.evidence, article["title"], move.actor_name, move.actor_role, move.place),
    }


def _event_for(
    connection: Connection, signature: str, report: dict[str, Any], now: dt.datetime
) -> tuple[int, bool]:
    """The key of the event that the report belongs to, and whether this report gave it its day."""
    date, precision = report["date"], report["date_precision"]
    if precision == identity.FLOATING:
        dated = _near(connection, signature, *identity.window(date), DAY)
        if dated:
            return dated[-1][0], False
    public = identity.event_id(signature, date, precision)
    found = connection.execute(
        select(EVENT.c.id, EVENT.c.date_precision).where(EVENT.c.event_id == public)
    ).first()
    if found is not None:
        turned = precision == DAY and found.date_precision != DAY
        if turned:
            connection.execute(update(EVENT).where(EVENT.c.id == found.id).values(date_precision=DAY))
        return int(found.id), turned
    connection.execute(delete(EVENT_ALIAS).where(EVENT_ALIAS.c.alias == public))
    if precision == DAY:
        floating = _near(connection, signature, date, date + identity.LAG, identity.FLOATING)
        if floating:
            key, former = floating[0]
            values = {"event_id": public, "date": date, "month": _month(date), "date_precision": DAY}
            connection.execute(update(EVENT).where(EVENT.c.id == key).values(values))
            connection.execute(insert(EVENT_ALIAS).values(alias=former, event_id=key))
            return key, True
    return _new_event(connection, signature, public, report, now), precision == DAY


def _near(
    connection: Connection, signature: str, first: dt.date, last: dt.date, precision: str
) -> list[tuple[int, str]]:
    """Keys and public ids of the events of a signature between two days, in order of their days."""
    wanted = (
        select(EVENT.c.id, EVENT.c.event_id)
        .where(EVENT.c.signature == signature, EVENT.c.date.between(first, last))
        .where(EVENT.c.date_precision == precision)
        .order_by(EVENT.c.date)
    )
    return list(connection.execute(wanted).tuples())


def _new_event(
    connection: Connection, signature: str, public: str, report: dict[str, Any], now: dt.datetime
) -> int:
    names = ("actor", "action", "counterpart", "date", "date_precision", "date_basis", "planned_for", "place")
    row = {name: report[name] for name in (*names, "actor_name", "actor_role", "confidence")}
    row |= {"event_id": public, "move_id": identity.move_id([public]), "signature": signature}
    row |= {"month": _month(report["date"]), "outlets": 1, "first_loaded_at": now}
    return new_key(connection.execute(insert(EVENT).values(row)))


def _month(day: dt.date) -> int:
    return day.year * 100 + day.month


def _draw(connection: Connection, signature: str, event: int, day: dt.date) -> set[int]:
    """Draw undated reports to the event that is now dated; the keys of other events that lost some."""
    wanted = (
        select(MENTION.c.id, EVENT.c.id, EVENT.c.date_precision)
        .join(EVENT, EVENT.c.id == MENTION.c.event_id)
        .where(EVENT.c.signature == signature, EVENT.c.id != event)
        .where(EVENT.c.date.between(day - identity.LAG, day + identity.LAG))
        .where(MENTION.c.date_precision == identity.FLOATING)
        .where(MENTION.c.date.between(day, day + identity.LAG))
        .where((EVENT.c.date_precision == identity.FLOATING) | (EVENT.c.date < day))
    )
    found = connection.execute(wanted).tuples().all()
    drawn = [mention for mention, _, _ in found]
    if not drawn:
        return set()
    connection.execute(update(MENTION).where(MENTION.c.id.in_(drawn)).values(event_id=event))
    connection.execute(
        update(COMMENT_EVENT).where(COMMENT_EVENT.c.mention_id.in_(drawn)).values(event_id=event)
    )
    empty = {former for _, former, precision in found if precision == identity.FLOATING}
    _absorb(connection, event, empty)
    return {former for _, former, _ in found} - empty


def _absorb(connection: Connection, event: int, empty: Collection[int]) -> None:
    """Let the event take the place of others that have no mention left: their ids go on to open it."""
    if not empty:
        return
    former = connection.execute(select(EVENT.c.event_id, EVENT.c.move_id).where(EVENT.c.id.in_(empty))).all()
    move = connection.scalar(select(EVENT.c.move_id).where(EVENT.c.id == event))
    connection.execute(update(EVENT_ALIAS).where(EVENT_ALIAS.c.event_id.in_(empty)).values(event_id=event))
    connection.execute(insert(EVENT_ALIAS), [{"alias": row.event_id, "event_id": event} for row in former])
    connection.execute(
        update(EVENT).where(EVENT.c.move_id.in_([row.move_id for row in former])).values(move_id=move)
    )
    connection.execute(delete(EVENT).where(EVENT.c.id.in_(empty)))


def _share(connection: Connection, groups: Iterable[Collection[int]]) -> None:
    """Give the events of each group, and all that already share a move with them, one move id."""
    for group in groups:
        moves = select(EVENT.c.move_id).where(EVENT.c.id.in_(group))
        rows = connection.execute(
            select(EVENT.c.event_id, EVENT.c.move_id).where(EVENT.c.move_id.in_(moves))
        ).all()
        shared = identity.move_id(row.event_id for row in rows)
        former = {row.move_id for row in rows}
        if former != {shared}:
            connection.execute(update(EVENT).where(EVENT.c.move_id.in_(former)).values(move_id=shared))
