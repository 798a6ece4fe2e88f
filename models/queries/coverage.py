"""What was read? Articles by outlet, language and month; what was refused, and the loads.

Of a filter only source, language and dates count here, and the dates are those of publication.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass, replace
from typing import Any, Literal

from sqlalchemy import Subquery, case, extract, func, select

from models.queries.clauses import article_clauses, mention_clauses
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
            ARTICLE.c.lang,
            func.count().label("articles"),
            func.sum(case((ARTICLE.c.retold, 1), else_=0)).label("retold"),
            func.min(ARTICLE.c.published).label("first"),
            func.max(ARTICLE.c.published).label("last"),
        )
        .where(*article_clauses(f))
        .group_by(ARTICLE.c.source_id, ARTICLE.c.lang)
    )
    events, comments = _counted(f, "source_id")
    about = select(*(SOURCE.c[name] for name in ("id", "name", "domain", "country", "kind")))
    with store.read() as connection:
        read = defaultdict[int, list[Any]](list)  # one pass: articles are long, walking them is what costs
        for row in connection.execute(of_articles):
            read[row.source_id].append(row)
        told: dict[int, int] = dict(connection.execute(select(*events.c)).all())
        said: dict[int, int] = dict(connection.execute(select(*comments.c)).all())
        outlets = [row for row in connection.execute(about) if row.id in read]
    found = [
        SourceRow(
            source=row.name,
            domain=row.domain,
            country=row.country,
            kind=row.kind,
            languages=tuple(sorted(part.lang for part in read[row.id])),
            articles=sum(part.articles for part in read[row.id]),
            retold=sum(part.retold for part in read[row.id]),
            first=min(part.first for part in read[row.id]),
            last=max(part.last for part in read[row.id]),
            events=told.get(row.id, 0),
            comments=said.get(row.id, 0),
        )
        for row in outlets
    ]
    return tuple(sorted(found, key=lambda row: (-row.articles, row.source)))


def languages(store: Store, f: EventFilter) -> tuple[LanguageRow, ...]:
    """The languages, those with the most articles first."""
    events, comments = _counted(f, "lang")
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


def _counted(f: EventFilter, name: Literal["source_id", "lang"]) -> tuple[Subquery, Subquery]:
    """Events and comments in the articles that pass, by what their rows repeat of the article: so no article
    is looked up, but where dates are asked for."""
    of_mentions, of_comments = MENTION.c[name].label("key"), COMMENT.c[name].label("key")
    told = select(of_mentions, func.count(MENTION.c.event_id.distinct()).label("number"))
    if f.date_from or f.date_to:
        within = select(ARTICLE.c.id).where(*article_clauses(replace(f, sources=(), langs=())))
        told = told.where(MENTION.c.article_id.in_(within))
    told = told.where(*mention_clauses(replace(f, search=""), ""))
    said = select(of_comments, func.count().label("number")).where(*article_clauses(f, COMMENT))
    return told.group_by("key").subquery(), said.group_by("key").subquery()
