"""What was read? Articles by outlet, language and month; what was refused, and the loads.

Of a filter only source, language and dates count here, and the dates are those of publication.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Subquery, case, extract, func, select

from models.queries.clauses import article_clauses
from models.queries.filters import EventFilter
from models.store import Store
from models.tables import ARTICLE, COMMENT, EVENT, LOAD, MENTION, REJECTION, SOURCE


@dataclass(frozen=True, slots=True)
class Totals:
    """Everything in the store; `without_date` are articles whose day of loading stands in."""

    articles: int
    events: int
    mentions: int
    comments: int
    sources: int
    rejections: int
    without_date: int
    retold: int
    first_published: dt.date | None
    last_published: dt.date | None
    last_loaded: dt.datetime | None


@dataclass(frozen=True, slots=True)
class SourceRow:
    """One outlet. `events` counts each event once for the outlet; `retold` are articles whose sentences are
    ours."""

    source: str
    domain: str
    country: str
    kind: str
    articles: int
    events: int
    comments: int
    retold: int
    languages: tuple[str, ...]
    first: dt.date
    last: dt.date


@dataclass(frozen=True, slots=True)
class LanguageRow:
    """One language: articles, the events that they report, comments."""

    lang: str
    articles: int
    events: int
    comments: int


@dataclass(frozen=True, slots=True)
class MonthRow:
    """Articles published in a month (year * 100 + month), by outlet and language, and mentions in them."""

    month: int
    source: str
    lang: str
    articles: int
    mentions: int


@dataclass(frozen=True, slots=True)
class RejectionRow:
    """One input that was refused."""

    place: str
    reason: str
    detail: str
    source: str
    title: str
    rejected_at: dt.datetime


@dataclass(frozen=True, slots=True)
class LoadRow:
    """One load and its report; `finished_at` None means that it was cut off or still runs."""

    started_at: dt.datetime
    finished_at: dt.datetime | None
    inputs: str
    version: str
    read: int
    new: int
    known: int
    moves: int
    comments: int
    rejected: int


def totals(store: Store) -> Totals:
    """Counts of the whole store, whatever the filter."""
    with store.read() as connection:
        counts = [
            connection.scalar(select(func.count()).select_from(table)) or 0
            for table in (ARTICLE, EVENT, MENTION, COMMENT, SOURCE, REJECTION)
        ]
        row = connection.execute(
            select(
                func.coalesce(func.sum(case((ARTICLE.c.published_basis == "loaded", 1), else_=0)), 0),
                func.coalesce(func.sum(case((ARTICLE.c.retold, 1), else_=0)), 0),
                func.min(ARTICLE.c.published),
                func.max(ARTICLE.c.published),
                func.max(ARTICLE.c.loaded_at),
            )
        ).one()
    articles, events, mentions, comments, sources, rejections = counts
    return Totals(articles, events, mentions, comments, sources, rejections, *row)


def sources(store: Store, f: EventFilter) -> tuple[SourceRow, ...]:
    """The outlets, those with the most articles first."""
    of_articles = (
        select(
            ARTICLE.c.source_id,
            func.count().label("articles"),
            func.sum(case((ARTICLE.c.retold, 1), else_=0)).label("retold"),
            func.min(ARTICLE.c.published).label("first"),
            func.max(ARTICLE.c.published).label("last"),
        )
        .where(*article_clauses(f))
        .group_by(ARTICLE.c.source_id)
        .subquery()
    )
    events, comments = _counted(f, ARTICLE.c.source_id)
    query = (
        select(
            *(SOURCE.c[name] for name in ("id", "name", "domain", "country", "kind")),
            *(of_articles.c[name] for name in ("articles", "retold", "first", "last")),
            func.coalesce(events.c.number, 0).label("events"),
            func.coalesce(comments.c.number, 0).label("comments"),
        )
        .join(of_articles, of_articles.c.source_id == SOURCE.c.id)
        .outerjoin(events, events.c.key == SOURCE.c.id)
        .outerjoin(comments, comments.c.key == SOURCE.c.id)
        .order_by(of_articles.c.articles.desc(), SOURCE.c.name)
    )
    spoken = select(ARTICLE.c.source_id, ARTICLE.c.lang).where(*article_clauses(f)).distinct()
    with store.read() as connection:
        languages: dict[int, list[str]] = {}
        for key, lang in connection.execute(spoken):
            languages.setdefault(key, []).append(lang)
        rows = [dict(row) for row in connection.execute(query).mappings()]
    return tuple(
        SourceRow(source=row.pop("name"), languages=tuple(sorted(languages[row.pop("id")])), **row)
        for row in rows
    )


def languages(store: Store, f: EventFilter) -> tuple[LanguageRow, ...]:
    """The languages, those with the most articles first."""
    events, comments = _counted(f, ARTICLE.c.lang)
    articles = func.count().label("articles")
    of_articles = (
        select(ARTICLE.c.lang, articles).where(*article_clauses(f)).group_by(ARTICLE.c.lang).subquery()
    )
    query = (
        select(
            of_articles.c.lang,
            of_articles.c.articles,
            func.coalesce(events.c.number, 0),
            func.coalesce(comments.c.number, 0),
        )
        .outerjoin(events, events.c.key == of_articles.c.lang)
        .outerjoin(comments, comments.c.key == of_articles.c.lang)
        .order_by(of_articles.c.articles.desc(), of_articles.c.lang)
    )
    with store.read() as connection:
        return tuple(LanguageRow(*row) for row in connection.execute(query))


def months(store: Store, f: EventFilter) -> tuple[MonthRow, ...]:
    """Articles over time, in order of month, outlet, language."""
    month = (extract("year", ARTICLE.c.published) * 100 + extract("month", ARTICLE.c.published)).label(
        "month"
    )
    said = (
        select(MENTION.c.article_id, func.count().label("number")).group_by(MENTION.c.article_id).subquery()
    )
    query = (
        select(
            month,
            SOURCE.c.name,
            ARTICLE.c.lang,
            func.count(),
            func.coalesce(func.sum(said.c.number), 0),
        )
        .join(SOURCE, SOURCE.c.id == ARTICLE.c.source_id)
        .outerjoin(said, said.c.article_id == ARTICLE.c.id)
        .where(*article_clauses(f))
        .group_by(month, SOURCE.c.name, ARTICLE.c.lang)
        .order_by(month, SOURCE.c.name, ARTICLE.c.lang)
    )
    with store.read() as connection:
        return tuple(
            MonthRow(int(when), source, lang, articles, mentions)
            for when, source, lang, articles, mentions in connection.execute(query)
        )


def reasons(store: Store) -> tuple[tuple[str, int], ...]:
    """Why inputs were refused, and how many for each reason, the most frequent first."""
    number = func.count()
    query = select(REJECTION.c.reason, number).group_by(REJECTION.c.reason)
    with store.read() as connection:
        found = connection.execute(query.order_by(number.desc(), REJECTION.c.reason))
        return tuple((reason, count) for reason, count in found)


def rejections(store: Store, *, limit: int = 200) -> tuple[RejectionRow, ...]:
    """The latest refusals."""
    names = ("place", "reason", "detail", "source", "title", "rejected_at")
    query = select(*(REJECTION.c[name] for name in names)).order_by(REJECTION.c.id.desc()).limit(limit)
    with store.read() as connection:
        return tuple(RejectionRow(*row) for row in connection.execute(query))


def loads(store: Store, *, limit: int = 50) -> tuple[LoadRow, ...]:
    """The latest loads."""
    names = ("started_at", "finished_at", "inputs", "version", "read", "new", "known", "moves", "comments")
    query = select(*(LOAD.c[name] for name in (*names, "rejected"))).order_by(LOAD.c.id.desc()).limit(limit)
    with store.read() as connection:
        return tuple(LoadRow(*row) for row in connection.execute(query))


def _counted(f: EventFilter, key: ColumnElement[Any]) -> tuple[Subquery, Subquery]:
    """Events and comments in the articles that pass, by a column of the article."""
    events = (
        select(key.label("key"), func.count(MENTION.c.event_id.distinct()).label("number"))
        .join_from(MENTION, ARTICLE, ARTICLE.c.id == MENTION.c.article_id)
        .where(*article_clauses(f))
        .group_by(key)
        .subquery()
    )
    comments = (
        select(key.label("key"), func.count().label("number"))
        .join_from(COMMENT, ARTICLE, ARTICLE.c.id == COMMENT.c.article_id)
        .where(*article_clauses(f))
        .group_by(key)
        .subquery()
    )
    return events, comments
