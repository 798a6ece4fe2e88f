"""Who says what about which moves? Comments as cards, with the moves that they are about."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, func, or_, select

from models import people
from models.queries.clauses import comment_clauses, walked
from models.queries.filters import EventFilter
from models.queries.rows import AnySelect, quad_of
from models.store import Store
from models.tables import ARTICLE, COMMENT, COMMENT_COUNTRY, COMMENT_EVENT, EVENT, EVENT_ALIAS, SOURCE

OF_ARTICLE = ("article_id", "url", "title", "published_basis", "published_precision", "retold")
BATCH = 500


@dataclass(frozen=True, slots=True)
class EventRef:
    """Just enough of an event to name it and to open its card."""

    event_id: str
    actor: str
    action: str
    counterpart: str | None
    date: dt.date
    date_precision: str
    quad: str


@dataclass(frozen=True, slots=True)
class CommentCard:
    """One comment: the words attributed, who spoke and where, what it is about, and in which article it is.

    `outlet` is where it was said, `source` whose article reports it; `mode` direct, indirect or mixed;
    `start` and `end` are the offsets of the words in the article's text.
    """

    comment_id: str
    speaker: str
    role: str
    kind: str
    outlet: str
    mode: str
    text: str
    countries: tuple[str, ...]
    events: tuple[EventRef, ...]
    article_id: str
    source: str
    url: str
    title: str
    published: dt.date
    published_basis: str
    published_precision: str
    lang: str
    retold: bool
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class CommentPage:
    """One page of comments, newest first; `after` opens the next one, None on the last."""

    rows: tuple[CommentCard, ...]
    total: int
    after: str | None


def cards(
    store: Store,
    f: EventFilter,
    *,
    speaker: str | None = None,
    kind: str | None = None,
    outlet: str | None = None,
    event_id: str | None = None,
    after: str | None = None,
    limit: int = 50,
) -> CommentPage:
    """Comments that pass the filter, narrowed further by speaker (in whatever spelling), kind ('expert' or
    'official'), the outlet where they were said, or the event that they are about."""
    keys = select(COMMENT.c.id)
    start = _decode(after)
    if start:
        day, key = start
        earlier = or_(COMMENT.c.published < day, COMMENT.c.id < key)
        keys = keys.where(and_(COMMENT.c.published <= day, earlier))
    order = COMMENT.c.published.desc(), COMMENT.c.id.desc()
    only = {"speaker": speaker, "kind": kind, "outlet": outlet, "event_id": event_id}
    with store.read() as connection:
        clauses = [*comment_clauses(f, store.dialect), *narrowed(connection, **only)]
        # The page first, by keys alone: ordering whole articles takes far longer than all the rest.
        page = keys.where(*clauses).order_by(*order).limit(limit + 1)
        query = _card_select().where(COMMENT.c.id.in_(page)).order_by(*order)
        found = connection.execute(query).mappings().all()
        total = connection.scalar(select(func.count()).select_from(COMMENT).where(*clauses)) or 0
        rows = _filled(connection, [dict(row) for row in found[:limit]])
    last = found[limit - 1] if len(found) > limit else None
    return CommentPage(rows, total, f"{last['published']}.{last['key']}" if last else None)


def about_event(store: Store, event_id: str, limit: int = 200) -> tuple[CommentCard, ...]:
    """The comments about one event, newest first."""
    return cards(store, EventFilter(), event_id=event_id, limit=limit).rows


def of_article(store: Store, article_id: str) -> tuple[CommentCard, ...]:
    """The comments that stand in one article, in the order of its text."""
    query = _card_select().where(ARTICLE.c.article_id == article_id).order_by(COMMENT.c.start, COMMENT.c.id)
    with store.read() as connection:
        found = connection.execute(query).mappings().all()
        return _filled(connection, [dict(row) for row in found])


def count(store: Store, f: EventFilter) -> int:
    """How many comments pass the filter."""
    query = select(func.count()).select_from(COMMENT).where(*comment_clauses(f, store.dialect))
    with store.read() as connection:
        return connection.scalar(query) or 0


STREAM = (
    "comment_id",
    "speaker",
    "role",
    "kind",
    "outlet",
    "mode",
    "text",
    "countries",
    "event_ids",
    "source",
    "url",
    "title",
    "published",
    "lang",
)


def stream(store: Store, f: EventFilter) -> Iterator[tuple[Any, ...]]:
    """All comments that pass, newest first, as tuples in the order of `STREAM`; `countries` and `event_ids`
    are tuples of texts. A few are in memory at a time."""
    query = _card_select().where(*walked(comment_clauses(f, store.dialect), store.dialect))
    query = query.order_by(COMMENT.c.published.desc(), COMMENT.c.id.desc())
    with store.read() as connection:
        found = connection.execute(query, execution_options={"yield_per": BATCH}).mappings()
        for part in found.partitions():
            for card in _filled(connection, [dict(row) for row in part]):
                ids = tuple(event.event_id for event in card.events)
                yield tuple(ids if name == "event_ids" else getattr(card, name) for name in STREAM)


def narrowed(
    connection: Connection,
    *,
    speaker: str | None = None,
    kind: str | None = None,
    outlet: str | None = None,
    event_id: str | None = None,
) -> list[ColumnElement[bool]]:
    """Conditions beside the filter. A person is found under every spelling that occurs."""
    clauses: list[ColumnElement[bool]] = []
    if speaker:
        spelt = connection.scalars(select(COMMENT.c.speaker).distinct()).all()
        same = people.key(speaker)
        clauses.append(COMMENT.c.speaker.in_([name for name in spelt if people.key(name) == same]))
    if kind:
        clauses.append(COMMENT.c.kind == kind)
    if outlet:
        clauses.append(COMMENT.c.outlet == outlet)
    if event_id:
        former = select(EVENT_ALIAS.c.event_id).where(EVENT_ALIAS.c.alias == event_id)
        event = select(EVENT.c.id).where(or_(EVENT.c.event_id == event_id, EVENT.c.id.in_(former)))
        about = select(COMMENT_EVENT.c.comment_id).where(COMMENT_EVENT.c.event_id.in_(event))
        clauses.append(COMMENT.c.id.in_(about))
    return clauses


def _card_select() -> AnySelect:
    of_comment = ("comment_id", "speaker", "role", "kind", "outlet", "mode", "text", "published", "lang")
    of_place = ("start", "end")
    return (
        select(
            COMMENT.c.id.label("key"),
            *(COMMENT.c[name] for name in (*of_comment, *of_place)),
            *(ARTICLE.c[name] for name in OF_ARTICLE),
            SOURCE.c.name.label("source"),
        )
        .join(ARTICLE, ARTICLE.c.id == COMMENT.c.article_id)
        .join(SOURCE, SOURCE.c.id == ARTICLE.c.source_id)
    )


def _filled(connection: Connection, rows: Sequence[dict[str, Any]]) -> tuple[CommentCard, ...]:
    """The cards with their countries and events: two queries for all of them, not two for each."""
    keys = [row["key"] for row in rows]
    countries: dict[int, list[str]] = defaultdict(list)
    named = select(COMMENT_COUNTRY).where(COMMENT_COUNTRY.c.comment_id.in_(keys))
    for row in connection.execute(named.order_by(COMMENT_COUNTRY.c.position)):
        countries[row.comment_id].append(row.country)
    events: dict[int, dict[str, EventRef]] = defaultdict(dict)
    about = (
        select(COMMENT_EVENT.c.comment_id, EVENT)
        .join(EVENT, EVENT.c.id == COMMENT_EVENT.c.event_id)
        .where(COMMENT_EVENT.c.comment_id.in_(keys))
        .order_by(COMMENT_EVENT.c.mention_id)
    )
    for row in connection.execute(about):
        events[row.comment_id][row.event_id] = event_ref(row)
    cards = []
    for values in rows:
        key = values.pop("key")
        cards.append(
            CommentCard(countries=tuple(countries[key]), events=tuple(events[key].values()), **values)
        )
    return tuple(cards)


def event_ref(row: Any) -> EventRef:
    """An `EventRef` from a row that has an event's columns."""
    return EventRef(
        row.event_id,
        row.actor,
        row.action,
        row.counterpart,
        row.date,
        row.date_precision,
        quad_of(row.action),
    )


def _decode(after: str | None) -> tuple[dt.date, int] | None:
    """The last comment of the page before, or None where the text is none of ours."""
    day, _, key = (after or "").partition(".")
    try:
        return dt.date.fromisoformat(day), int(key)
    except ValueError:
        return None
