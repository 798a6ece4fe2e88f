"""What does one article say? Its text, the moves and comments that stand in it, and its neighbours."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, exists, func, or_, select

from models.grounds import Grounds, LeftOut, Mark, left_out_from_json
from models.queries import commentary
from models.queries.clauses import mention_clauses, own_clauses, walked
from models.queries.filters import EventFilter
from models.queries.rows import AnySelect, quad_of
from models.store import Store
from models.tables import ARTICLE, COMMENT, EVENT, MENTION, SOURCE

_OF_ARTICLE = ("article_id", "url", "title", "published", "published_basis", "published_precision")


@dataclass(frozen=True, slots=True)
class Told:
    """A move as this one article tells it. `start` and `end` are the offsets of its sentence, `marks` those
    of the words that it was read from; `event_id` is the move that the report belongs to."""

    event_id: str
    actor: str
    action: str
    counterpart: str | None
    date: dt.date
    date_precision: str
    planned_for: dt.date | None
    confidence: float
    quad: str
    start: int
    end: int
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """An article by name: what it takes to list it and to open it. `moves` and `comments` count what stands
    in it, whatever the filter."""

    article_id: str
    source: str
    url: str
    title: str
    published: dt.date
    published_basis: str
    published_precision: str
    lang: str
    retold: bool
    begins: str
    moves: int
    comments: int


@dataclass(frozen=True, slots=True)
class Reading:
    """An article with all that stands in it, in the order of its text; offsets count characters of `text`.

    `earlier` and `later` are the articles of the same outlet just before and after it by day, None at the
    ends; `left_out` is what was seen and not believed.
    """

    row: ArticleRow
    author: str
    text: str
    moves: tuple[Told, ...]
    comments: tuple[commentary.CommentCard, ...]
    left_out: tuple[LeftOut, ...]
    earlier: ArticleRow | None
    later: ArticleRow | None


def reading(store: Store, article_id: str) -> Reading | None:
    """The article of a public id; None where there is none."""
    more = (ARTICLE.c.author, ARTICLE.c.text, ARTICLE.c.left_out, ARTICLE.c.source_id)
    with store.read() as connection:
        found = (
            connection.execute(_select(*more).where(ARTICLE.c.article_id == article_id)).mappings().first()
        )
        if found is None:
            return None
        moves = connection.execute(_moves(found["key"])).mappings().all()
        earlier, later = (_neighbour(connection, found, forward) for forward in (False, True))
    return Reading(
        row=_row(found),
        author=found["author"],
        text=found["text"],
        moves=tuple(_told(dict(row)) for row in moves),
        comments=commentary.of_article(store, article_id),
        left_out=left_out_from_json(found["left_out"]),
        earlier=earlier,
        later=later,
    )


def listed(store: Store, f: EventFilter, *, limit: int = 30) -> tuple[ArticleRow, ...]:
    """The newest articles in which a move stands that passes the filter."""
    clauses = [*own_clauses(f), *mention_clauses(f, store.dialect)]
    tells = exists(
        select(1)
        .select_from(MENTION.join(EVENT, EVENT.c.id == MENTION.c.event_id))
        .where(MENTION.c.article_id == ARTICLE.c.id, *clauses)
    )
    query = _select().where(*walked([tells], store.dialect))
    query = query.order_by(ARTICLE.c.published.desc(), ARTICLE.c.id.desc()).limit(limit)
    with store.read() as connection:
        return tuple(_row(row) for row in connection.execute(query).mappings())


def _select(*more: ColumnElement[Any]) -> AnySelect:
    """Articles as rows, with how much stands in each."""
    moves = select(func.count(MENTION.c.event_id.distinct())).where(MENTION.c.article_id == ARTICLE.c.id)
    comments = select(func.count()).select_from(COMMENT).where(COMMENT.c.article_id == ARTICLE.c.id)
    return select(
        ARTICLE.c.id.label("key"),
        *(ARTICLE.c[name] for name in (*_OF_ARTICLE, "lang", "retold")),
        func.substr(ARTICLE.c.text, 1, 160).label("begins"),
        SOURCE.c.name.label("source"),
        moves.scalar_subquery().label("moves"),
        comments.scalar_subquery().label("comments"),
        *more,
    ).join(SOURCE, SOURCE.c.id == ARTICLE.c.source_id)


def _row(found: Any) -> ArticleRow:
    return ArticleRow(**{name: found[name] for name in ArticleRow.__dataclass_fields__})


def _moves(article: int) -> AnySelect:
    """The reports that stand in an article, in the order of its text."""
    of_mention = ("actor", "action", "counterpart", "date", "date_precision", "planned_for", "confidence")
    return (
        select(
            EVENT.c.event_id,
            *(MENTION.c[name] for name in (*of_mention, "start", "end", "grounds")),
        )
        .join(EVENT, EVENT.c.id == MENTION.c.event_id)
        .where(MENTION.c.article_id == article)
        .order_by(MENTION.c.start, MENTION.c.id)
    )


def _told(row: dict[str, Any]) -> Told:
    marks = Grounds.from_json(row.pop("grounds")).marks
    return Told(**row, quad=quad_of(row["action"]), marks=marks)


def _neighbour(connection: Connection, found: Any, forward: bool) -> ArticleRow | None:
    """The next article of the same outlet by day, or the one before."""
    day, key = ARTICLE.c.published, ARTICLE.c.id
    further = day > found["published"] if forward else day < found["published"]
    beyond = key > found["key"] if forward else key < found["key"]
    query = _select().where(
        ARTICLE.c.source_id == found["source_id"],
        or_(further, and_(day == found["published"], beyond)),
    )
    order = (day, key) if forward else (day.desc(), key.desc())
    row = connection.execute(query.order_by(*order).limit(1)).mappings().first()
    return _row(row) if row else None
