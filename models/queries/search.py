"""One question, all answers: moves, comments, people, outlets and articles that its words find.

Moves, comments and articles are found by the key of their own words (`models.searching`). People and outlets
are few: their names are compared here, in any spelling.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, func, or_, select

from models.queries import commentary, events
from models.queries.clauses import article_clauses, comment_clauses, own_clauses
from models.queries.commentary import CommentPage
from models.queries.events import EventPage
from models.queries.filters import EventFilter
from models.queries.options import options
from models.searching import matches, words
from models.store import Store
from models.tables import ARTICLE, COMMENT, EVENT, MENTION, SOURCE
from models.vocabulary import people
from models.vocabulary.asked import named, person, written

MOST_SPEAKERS = 20_000  # distinct spellings that are compared
MOST_KNOWN = 20  # people of the vocabulary whose spellings are all looked for


@dataclass(frozen=True, slots=True)
class PersonHit:
    """Somebody whose name the words begin: a person of the vocabulary, or whoever is quoted.

    `speaker` is the spelling under which most comments stand, "" for one who is not quoted; `code` is the
    party of an office-holder, `role` the latest known; `moves` counts moves done in their name.
    """

    name: str
    spellings: tuple[str, ...]
    speaker: str
    role: str
    code: str | None
    comments: int
    moves: int


@dataclass(frozen=True, slots=True)
class OutletHit:
    """An outlet by its name or domain, with how many articles were read of it and what was said in it."""

    name: str
    domain: str
    articles: int
    comments: int


@dataclass(frozen=True, slots=True)
class ArticleHit:
    """An article whose title or author has the words; `moves` are the events that it tells of."""

    article_id: str
    title: str
    source: str
    url: str
    published: dt.date
    published_basis: str
    published_precision: str
    lang: str
    retold: bool
    moves: int


@dataclass(frozen=True, slots=True)
class Found:
    """All that a question finds. `articles` are the newest; `parties` and `actions` are what its words name,
    to narrow by instead of searching the text."""

    moves: EventPage
    comments: CommentPage
    people: tuple[PersonHit, ...]
    outlets: tuple[OutletHit, ...]
    articles: tuple[ArticleHit, ...]
    articles_total: int
    parties: tuple[str, ...]
    actions: tuple[str, ...]


def found(store: Store, f: EventFilter, *, limit: int = 10) -> Found:
    """What `f.search` finds within the rest of the filter, at most `limit` moves, comments and articles.

    A question without words finds nothing.
    """
    told = named(f.search)
    asked = words(f.search)
    if not asked:
        return Found(EventPage((), 0, None), CommentPage((), 0, None), (), (), (), 0, (), ())
    articles, total = _articles(store, f, limit)
    return Found(
        moves=events.page(store, f, limit=limit),
        comments=commentary.cards(store, f, limit=limit),
        people=_people(store, f, asked, told.people),
        outlets=_outlets(store, f, asked),
        articles=articles,
        articles_total=total,
        parties=told.parties,
        actions=told.actions,
    )


def _begun(asked: Sequence[str], name: str) -> bool:
    """Whether every word asked for begins a word of the name."""
    said = words(name)
    return all(any(word.startswith(one) for word in said) for one in asked)


def _people(
    store: Store, f: EventFilter, asked: Sequence[str], known: tuple[str, ...]
) -> tuple[PersonHit, ...]:
    """Those of the vocabulary and those who are quoted, one row for all spellings of a name."""
    with store.read() as connection:
        spoken = list(_spoken(connection, f, known, store.dialect))
        acted = _acted(connection, f, known) if known else {}
        groups: dict[str, list[Any]] = defaultdict(list)
        for row in spoken:
            who = person(row.speaker)
            if who in known or _begun(asked, row.speaker):
                groups[who or " ".join(sorted(words(row.speaker)))].append(row)
        roles = _roles(connection, [max(row.newest for row in rows) for rows in groups.values()])
    hits = [_quoted(who, rows, roles, acted) for who, rows in groups.items()]
    hits += [_silent(who, *acted[who]) for who in known if who not in groups and who in acted]
    return tuple(sorted(hits, key=lambda hit: (-hit.comments - hit.moves, hit.name)))


def _spoken(connection: Connection, f: EventFilter, known: Sequence[str], dialect: str) -> Iterator[Any]:
    """Speakers of comments with the words anywhere, and the people of the vocabulary however written: whose
    name has the words is among them, for a comment is found by its speaker as well."""
    number = func.count().label("comments")
    query = select(COMMENT.c.speaker, number, func.max(COMMENT.c.id).label("newest"))
    spellings = [spelling for name in known[:MOST_KNOWN] for spelling in written(name)]
    query = query.where(
        or_(matches(COMMENT, f.search, dialect), COMMENT.c.speaker.in_(spellings)),
        *comment_clauses(replace(f, search=""), dialect),
    ).group_by(COMMENT.c.speaker)
    yield from connection.execute(query.order_by(number.desc(), COMMENT.c.speaker).limit(MOST_SPEAKERS))


def _acted(connection: Connection, f: EventFilter, names: Sequence[str]) -> dict[str, tuple[str, str, int]]:
    """Party, latest role and number of moves of the people in whose name moves were done."""
    query = select(
        EVENT.c.actor_name, EVENT.c.actor, EVENT.c.actor_role, func.count(), func.max(EVENT.c.date)
    ).where(EVENT.c.actor_name.in_(names), *own_clauses(f))
    rows = connection.execute(query.group_by(EVENT.c.actor_name, EVENT.c.actor, EVENT.c.actor_role)).all()
    found: dict[str, tuple[str, str, int]] = {}
    for name, code, role, moves, _ in sorted(rows, key=lambda row: row[4]):
        found[name] = (code, role, moves + found.get(name, ("", "", 0))[2])
    return found


def _roles(connection: Connection, newest: Sequence[int]) -> dict[int, str]:
    query = select(COMMENT.c.id, COMMENT.c.role).where(COMMENT.c.id.in_(newest))
    return {row.id: row.role for row in connection.execute(query)}


def _quoted(
    who: str, rows: Sequence[Any], roles: dict[int, str], acted: dict[str, tuple[str, str, int]]
) -> PersonHit:
    code, role, moves = acted.get(who, (None, "", 0))
    return PersonHit(
        name=who if who in acted else rows[0].speaker,
        spellings=tuple(row.speaker for row in rows),
        speaker=rows[0].speaker,
        role=role or roles[max(row.newest for row in rows)],
        code=code,
        comments=sum(row.comments for row in rows),
        moves=moves,
    )


def _silent(who: str, code: str, role: str, moves: int) -> PersonHit:
    return PersonHit(who, (who,), "", role, code, 0, moves)


def _outlets(store: Store, f: EventFilter, asked: Sequence[str]) -> tuple[OutletHit, ...]:
    """Outlets by name or domain, the most read first."""
    with store.read() as connection:
        rows = connection.execute(select(SOURCE.c.id, SOURCE.c.name, SOURCE.c.domain)).all()
        hits = {row.id: row for row in rows if _begun(asked, f"{row.name} {row.domain}")}
        if f.sources:
            hits = {key: row for key, row in hits.items() if row.name in f.sources}
        count = func.count()
        read = select(ARTICLE.c.source_id, count).where(ARTICLE.c.source_id.in_(hits))
        articles: dict[int, int] = dict(connection.execute(read.group_by(ARTICLE.c.source_id)).all())
        names = [row.name for row in hits.values()]
        said = select(COMMENT.c.outlet, count).where(COMMENT.c.outlet.in_(names)).group_by(COMMENT.c.outlet)
        comments: dict[str, int] = dict(connection.execute(said).all())
    told = [
        OutletHit(row.name, row.domain, articles.get(key, 0), comments.get(row.name, 0))
        for key, row in hits.items()
    ]
    return tuple(
        sorted(
            (hit for hit in told if hit.articles or hit.comments),
            key=lambda hit: (-hit.articles, -hit.comments, hit.name),
        )
    )


def _articles(store: Store, f: EventFilter, limit: int) -> tuple[tuple[ArticleHit, ...], int]:
    """The newest articles whose title or author has the words, and how many there are."""
    clauses = [matches(ARTICLE, f.search, store.dialect), *article_clauses(f)]
    told = select(func.count(MENTION.c.event_id.distinct())).where(MENTION.c.article_id == ARTICLE.c.id)
    shown = (
        *("article_id", "title", "url", "published", "published_basis", "published_precision", "lang"),
        "retold",
    )
    query = (
        select(
            *(ARTICLE.c[name] for name in shown),
            SOURCE.c.name.label("source"),
            told.scalar_subquery().label("moves"),
        )
        .join(SOURCE, SOURCE.c.id == ARTICLE.c.source_id)
        .where(*clauses)
        .order_by(ARTICLE.c.published.desc(), ARTICLE.c.id.desc())
        .limit(limit)
    )
    with store.read() as connection:
        total = connection.scalar(select(func.count()).select_from(ARTICLE).where(*clauses)) or 0
        rows = connection.execute(query).mappings().all()
    return tuple(ArticleHit(**row) for row in rows), total


Suggestion = tuple[str, str]  # "party" | "action" | "person" | "outlet", and its code or name


def suggestions(store: Store, limit: int = 300) -> tuple[Suggestion, ...]:
    """What the record holds and a reader may look for, by kind, the most frequent first: parties and actions
    as codes, people by name (those of the vocabulary first), outlets by name."""
    held = options(store)
    number = func.count()
    acting = select(EVENT.c.actor_name, number).where(EVENT.c.actor_name.in_(people()))
    spoken = select(COMMENT.c.speaker, number).group_by(COMMENT.c.speaker)
    with store.read() as connection:
        order = (number.desc(), EVENT.c.actor_name)
        actors = connection.execute(acting.group_by(EVENT.c.actor_name).order_by(*order).limit(limit)).all()
        speakers = connection.execute(spoken.order_by(number.desc(), COMMENT.c.speaker).limit(limit)).all()
    known = [row[0] for row in actors]
    others = [row.speaker for row in speakers if person(row.speaker) not in known]
    return (
        *(("party", code) for code, _ in held.parties),
        *(("person", name) for name in (*known, *others)),
        *(("action", slug) for slug, _ in held.actions),
        *(("outlet", name) for name, _ in held.sources[:limit]),
    )
