"""Bringing events up to date with their mentions: best date, names, confidence, count of outlets."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, bindparam, select, update

from models.identity import independent_outlets, rank
from models.tables import ARTICLE, EVENT, MENTION

# What an event takes over from its best mention as it stands, and what from the best that has it.
_AS_BEST = ("actor", "counterpart")
_FIRST_TOLD = ("planned_for", "place")
_QUERY = (
    select(
        *(
            MENTION.c[name]
            for name in ("id", "event_id", "source_id", "start", "confidence", "date_precision")
        ),
        *(MENTION.c[name] for name in ("date_basis", "actor_name", "actor_role", *_AS_BEST, *_FIRST_TOLD)),
        ARTICLE.c.article_id.label("article"),
        ARTICLE.c.published,
        ARTICLE.c.fingerprint,
    )
    .join(ARTICLE, ARTICLE.c.id == MENTION.c.article_id)
    .where(MENTION.c.event_id.in_(bindparam("events", expanding=True)))
    .order_by(MENTION.c.event_id)
)
_DECIDED = ("actor_name", "actor_role", "date_precision", "date_basis", "confidence", "best_mention_id")
_UPDATE = (
    update(EVENT)
    .where(EVENT.c.id == bindparam("key"))
    .values({name: bindparam(f"new_{name}") for name in (*_AS_BEST, *_FIRST_TOLD, *_DECIDED, "outlets")})
)


@dataclass(frozen=True, slots=True)
class _Report:
    """A mention as `identity.rank` looks at it."""

    row: Any
    date_precision: str
    confidence: float
    published: dt.date
    article_id: str
    start: int


def refresh(connection: Connection, events: Collection[int]) -> None:
    """Recompute the events from their mentions. An event without any is left as it is."""
    if not events:
        return
    rows = connection.execute(_QUERY, {"events": list(events)}).all()
    changes = [
        {"key": event, **{f"new_{name}": value for name, value in summary(list(group)).items()}}
        for event, group in groupby(rows, key=lambda row: row.event_id)
    ]
    if changes:
        connection.execute(_UPDATE, changes)


def summary(rows: Sequence[Any]) -> dict[str, Any]:
    """The columns of an event that its mentions decide. Each row is a mention, with the `article` (public id)
    and its `published` and `fingerprint`."""
    reports = sorted(
        (
            _Report(row, row.date_precision, row.confidence, row.published, row.article, row.start)
            for row in rows
        ),
        key=rank,
    )
    best = reports[0].row
    dated = next((r.row for r in reports if r.date_precision != "published"), best)
    named = next((r.row for r in reports if r.row.actor_name), best)
    told = sorted(reports, key=lambda report: (report.published, report.article_id))
    values = {name: getattr(best, name) for name in _AS_BEST}
    for name in _FIRST_TOLD:
        values[name] = next((value for r in reports if (value := getattr(r.row, name))), None)
    return values | {
        "actor_name": named.actor_name,
        "actor_role": named.actor_role,
        "date_precision": dated.date_precision,
        "date_basis": dated.date_basis,
        "confidence": best.confidence,
        "best_mention_id": best.id,
        "outlets": independent_outlets([(r.row.source_id, r.row.fingerprint) for r in told]),
    }
