"""Which sentences say so? Every mention of the events that pass a filter."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import select

from models.queries.clauses import mention_clauses, own_clauses, walked
from models.queries.filters import EventFilter
from models.queries.rows import as_text, streamed
from models.store import Store
from models.tables import ARTICLE, EVENT, MENTION, SOURCE

STREAM = (
    "event_id",
    "article_id",
    "source",
    "url",
    "title",
    "published",
    "lang",
    "evidence",
    "start",
    "end",
    "rule",
)


def stream(store: Store, f: EventFilter) -> Iterator[tuple[Any, ...]]:
    """The mentions as tuples in the order of `STREAM`, newest events first, dates as ISO texts.

    A few rows are in memory at a time.

    Of an event that passes, only those mentions are given that meet source, language and search themselves.
    """
    query = (
        select(
            EVENT.c.event_id,
            ARTICLE.c.article_id,
            SOURCE.c.name,
            ARTICLE.c.url,
            ARTICLE.c.title,
            as_text(ARTICLE.c.published),
            MENTION.c.lang,
            MENTION.c.evidence,
            MENTION.c.start,
            MENTION.c.end,
            MENTION.c.rule,
        )
        .select_from(EVENT)
        # Every event has mentions. Outer joins keep SQLite at walking events by date, mentions within.
        .outerjoin(MENTION, MENTION.c.event_id == EVENT.c.id)
        .outerjoin(ARTICLE, ARTICLE.c.id == MENTION.c.article_id)
        .outerjoin(SOURCE, SOURCE.c.id == ARTICLE.c.source_id)
        .where(*walked([*own_clauses(f), *mention_clauses(f, store.dialect)], store.dialect))
        .order_by(EVENT.c.date.desc(), EVENT.c.id.desc(), MENTION.c.id)
    )
    return streamed(store, query)
