"""Which events are there, and what is known of one of them?"""

from __future__ import annotations

import base64
import datetime as dt
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, and_, func, or_, select

from models.grounds import Grounds, LeftOut, left_out_from_json
from models.queries import commentary
from models.queries.clauses import event_clauses, walked
from models.queries.filters import EventFilter
from models.queries.rows import AnySelect, EventRow, as_text, event_row, event_select, streamed
from models.store import Store
from models.tables import ARTICLE, EVENT, EVENT_ALIAS, MENTION, SOURCE

SORTS: dict[str, ColumnElement[Any]] = {
    "date": EVENT.c.date,
    "actor": EVENT.c.actor,
    "counterpart": func.coalesce(EVENT.c.counterpart, ""),
    "action": EVENT.c.action,
    "confidence": EVENT.c.confidence,
    "outlets": EVENT.c.outlets,
}
_KINDS: dict[str, Callable[[Any], Any]] = {
    "date": dt.date.fromisoformat,
    "confidence": float,
    "outlets": int,
    "actor": str,
    "counterpart": str,
    "action": str,
}
AROUND = 600  # characters of the article shown on each side of the evidence


@dataclass(frozen=True, slots=True)
class EventPage:
    """One page of a sorted table: `after` opens the next one, None on the last; `total` counts all pages."""

    rows: tuple[EventRow, ...]
    total: int
    after: str | None


@dataclass(frozen=True, slots=True)
class MentionRow:
    """One report of an event: its sentence, where it stands, and what this report alone says.

    `before` and `behind` are the article's text around the evidence, cut at `AROUND` characters;
    `start` and `end` are offsets into the whole text, and so are those of `grounds`; `left_out` is what was
    seen in the article and not believed.
    """

    article_id: str
    source: str
    url: str
    title: str
    author: str
    published: dt.date
    published_basis: str
    published_precision: str
    retold: bool
    lang: str
    evidence: str
    before: str
    behind: str
    start: int
    end: int
    rule: str
    confidence: float
    date: dt.date
    date_precision: str
    date_basis: str
    actor_name: str
    actor_role: str
    grounds: Grounds
    left_out: tuple[LeftOut, ...]


@dataclass(frozen=True, slots=True)
class EventCard:
    """All that is known of one event: its mentions, the best one first; the other rows of the same move;
    the comments about it. `asked` is the id that was asked for, which may be a former one."""

    asked: str
    event: EventRow
    mentions: tuple[MentionRow, ...]
    same_move: tuple[EventRow, ...]
    comments: tuple[commentary.CommentCard, ...]


def page(
    store: Store,
    f: EventFilter,
    *,
    sort: str = "date",
    descending: bool = True,
    after: str | None = None,
    limit: int = 50,
) -> EventPage:
    """The events that pass the filter, `limit` at a time, sorted by a name of `SORTS`.

    `after` comes from the page before; one that can't be read starts from the beginning.
    """
    columns = _order(sort)
    clauses = event_clauses(f, store.dialect)
    query = select(EVENT.c.id.label("key"), *(column.label(f"by_{n}") for n, column in enumerate(columns)))
    order = [column.desc() if descending else column for column in columns]
    start = _decode(after, sort)
    with store.read() as connection:
        total = connection.scalar(select(func.count()).select_from(EVENT).where(*clauses)) or 0
        most = connection.scalar(select(func.max(EVENT.c.id))) or 0
        # Walking in order meets a row that passes after most / total rows; sorting looks at all that pass.
        walk = total and limit * most < total * total
        query = query.where(*(walked(clauses, store.dialect) if walk else clauses))
        if start:
            query = query.where(_beyond(columns, start, descending))
        keys = connection.execute(query.order_by(*order).limit(limit + 1)).all()
        shown = [row.key for row in keys[:limit]]
        chosen = event_select(EVENT.c.id.label("key")).where(EVENT.c.id.in_(shown))
        rows = {row["key"]: event_row(row) for row in connection.execute(chosen).mappings()}
    return EventPage(
        rows=tuple(rows[key] for key in shown),
        total=total,
        after=_encode(list(keys[limit - 1][1:])) if len(keys) > limit else None,
    )


def _order(sort: str) -> list[ColumnElement[Any]]:
    """The columns that rows are sorted by: no two rows are equal in all of them."""
    return [*dict.fromkeys((SORTS[sort], EVENT.c.date)), EVENT.c.id]


def count(store: Store, f: EventFilter) -> int:
    """How many events pass the filter."""
    query = select(func.count()).select_from(EVENT).where(*event_clauses(f, store.dialect))
    with store.read() as connection:
        return connection.scalar(query) or 0


def card(store: Store, event_id: str) -> EventCard | None:
    """The event of a public id, present or former; None when no event ever bore it."""
    former = select(EVENT_ALIAS.c.event_id).where(EVENT_ALIAS.c.alias == event_id)
    with store.read() as connection:
        found = (
            connection.execute(
                event_select(EVENT.c.id.label("row_key")).where(
                    or_(EVENT.c.event_id == event_id, EVENT.c.id.in_(former))
                )
            )
            .mappings()
            .first()
        )
        if found is None:
            return None
        event = event_row(found)
        mentions = connection.execute(_mentions(found["row_key"])).mappings().all()
        siblings = connection.execute(
            event_select()
            .where(EVENT.c.move_id == event.move_id, EVENT.c.event_id != event.event_id)
            .order_by(EVENT.c.actor, EVENT.c.counterpart)
        ).mappings()
        same_move = tuple(event_row(row) for row in siblings)
    ordered = sorted(mentions, key=lambda row: row["best"] != row["key"])
    return EventCard(
        asked=event_id,
        event=event,
        mentions=tuple(_mention_row(dict(row)) for row in ordered),
        same_move=same_move,
        comments=commentary.about_event(store, event.event_id),
    )


def stream(store: Store, f: EventFilter) -> Iterator[tuple[Any, ...]]:
    """All events that pass, newest first, as tuples in the order of `STREAM`, dates as ISO texts.

    A few rows are in memory at a time.
    """
    clauses = walked(event_clauses(f, store.dialect), store.dialect)
    query = event_select().with_only_columns(*_stream_columns()).where(*clauses)
    return streamed(store, query.order_by(EVENT.c.date.desc(), EVENT.c.id.desc()))


STREAM = (
    "event_id",
    "move_id",
    "date",
    "date_precision",
    "planned_for",
    "actor",
    "actor_name",
    "actor_role",
    "action",
    "counterpart",
    "place",
    "confidence",
    "outlets",
    "source",
    "url",
    "title",
    "published",
    "lang",
    "evidence",
    "date_basis",
    "published_basis",
    "retold",
)


DATES = ("date", "planned_for", "published")


def _stream_columns() -> list[ColumnElement[Any]]:
    by_name = {column.key: column for column in event_select().selected_columns}
    return [as_text(by_name[name]) if name in DATES else by_name[name] for name in STREAM]


def _mentions(event: int) -> AnySelect:
    """The mentions of an event with the texts of their articles."""
    of_article = ("article_id", "url", "title", "author", "retold", "text", "left_out")
    of_day = ("published", "published_basis", "published_precision")
    of_mention = (
        "lang",
        "evidence",
        "start",
        "end",
        "rule",
        "grounds",
        "confidence",
        "date",
        "date_precision",
    )
    return (
        select(
            MENTION.c.id.label("key"),
            EVENT.c.best_mention_id.label("best"),
            SOURCE.c.name.label("source"),
            *(ARTICLE.c[name] for name in (*of_article, *of_day)),
            *(MENTION.c[name] for name in (*of_mention, "date_basis", "actor_name", "actor_role")),
        )
        .join(EVENT, EVENT.c.id == MENTION.c.event_id)
        .join(ARTICLE, ARTICLE.c.id == MENTION.c.article_id)
        .join(SOURCE, SOURCE.c.id == ARTICLE.c.source_id)
        .where(MENTION.c.event_id == event)
        .order_by(ARTICLE.c.published, ARTICLE.c.article_id, MENTION.c.start)
    )


def _mention_row(row: dict[str, Any]) -> MentionRow:
    text, start, end = row.pop("text"), row["start"], row["end"]
    row.pop("key"), row.pop("best")
    row["grounds"] = Grounds.from_json(row["grounds"])
    row["left_out"] = left_out_from_json(row["left_out"])
    return MentionRow(before=text[max(start - AROUND, 0) : start], behind=text[end : end + AROUND], **row)


def _beyond(
    columns: Sequence[ColumnElement[Any]], last: Sequence[Any], descending: bool
) -> ColumnElement[bool]:
    """True for rows that sort after the last one of the page before."""
    first, value = columns[0], last[0]
    further: ColumnElement[bool] = first < value if descending else first > value
    if len(columns) == 1:
        return further
    # The plain bound comes first: it lets the database begin at the right place of an index.
    bound = first <= value if descending else first >= value
    return and_(bound, or_(further, _beyond(columns[1:], last[1:], descending)))


def _encode(values: Sequence[Any]) -> str:
    told = [value.isoformat() if isinstance(value, dt.date) else value for value in values]
    return base64.urlsafe_b64encode(json.dumps(told).encode()).decode().rstrip("=")


def _decode(after: str | None, sort: str) -> list[Any] | None:
    """The last row of the page before, or None where the text is not one of `_encode` for this sort."""
    kinds = [_KINDS[name] for name in dict.fromkeys((sort, "date"))] + [int]
    try:
        told = json.loads(base64.urlsafe_b64decode((after or "") + "=="))
        return [kind(value) for kind, value in zip(kinds, told, strict=True)]
    except (ValueError, TypeError):
        return None
