"""Who is heard: people with all their spellings, outlets, countries, moves and years of a set of comments."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Integer, cast, func, select

from models import people
from models.queries.clauses import comment_clauses
from models.queries.commentary import EventRef, event_ref, narrowed
from models.queries.filters import EventFilter
from models.queries.options import Counts
from models.queries.rows import AnySelect, as_text
from models.store import Store
from models.tables import COMMENT, COMMENT_COUNTRY, COMMENT_EVENT, EVENT

TOP_MOVES = 8


@dataclass(frozen=True, slots=True)
class SpeakerRow:
    """A speaker, how often they spoke, and in how many outlets. `role` and `kind` are the latest ones;
    `speaker` is the spelling met most often, `names` are all of them, that one first."""

    speaker: str
    names: tuple[str, ...]
    role: str
    kind: str
    comments: int
    outlets: int
    first: dt.date
    latest: dt.date


@dataclass(frozen=True, slots=True)
class OutletRow:
    """An outlet in which people spoke."""

    outlet: str
    comments: int
    speakers: int
    latest: dt.date


@dataclass(frozen=True, slots=True)
class RoleRow:
    """In what role somebody was named, from which day to which, how often."""

    role: str
    kind: str
    first: dt.date
    latest: dt.date
    comments: int


@dataclass(frozen=True, slots=True)
class Heard:
    """What a set of comments is made of. A comment that names several countries, or is about several moves,
    counts for each of them; an action counts once for each comment. `moves` are those spoken of most, with
    their comments; `roles` are told of one speaker only."""

    comments: int
    kinds: Counts
    countries: Counts
    actions: Counts
    years: Counts
    moves: tuple[tuple[EventRef, int], ...]
    roles: tuple[RoleRow, ...]


def speakers(store: Store, f: EventFilter, *, limit: int = 30, **only: str | None) -> tuple[SpeakerRow, ...]:
    """Those who spoke most often, the most frequent first; spellings of one person are put together. `only`
    narrows as in `commentary.cards`."""
    groups: dict[str, list[Any]] = defaultdict(list)
    with store.read() as connection:
        clauses = [*comment_clauses(f, store.dialect), *narrowed(connection, **only)]
        for row in connection.execute(_by_name(clauses)):
            groups[people.key(row.speaker)].append(row)
        most = sorted(groups.values(), key=lambda rows: (-sum(row.comments for row in rows), rows[0].speaker))
        roles = _latest_roles(connection, [_newest(rows).newest for rows in most[:limit]])
    return tuple(_speaker(rows, *roles[_newest(rows).newest]) for rows in most[:limit])


def _by_name(clauses: Sequence[ColumnElement[bool]]) -> AnySelect:
    return (
        select(
            COMMENT.c.speaker,
            COMMENT.c.outlet,
            func.count().label("comments"),
            func.min(COMMENT.c.published).label("first"),
            func.max(COMMENT.c.published).label("latest"),
            func.max(COMMENT.c.id).label("newest"),
        )
        .where(*clauses)
        .group_by(COMMENT.c.speaker, COMMENT.c.outlet)
    )


def outlets(store: Store, f: EventFilter, *, limit: int = 30, **only: str | None) -> tuple[OutletRow, ...]:
    """Where people spoke, the most frequent first; `only` narrows as in `commentary.cards`."""
    number = func.count().label("comments")
    with store.read() as connection:
        query = (
            select(
                COMMENT.c.outlet,
                number,
                func.count(COMMENT.c.speaker.distinct()).label("speakers"),
                func.max(COMMENT.c.published).label("latest"),
            )
            .where(*comment_clauses(f, store.dialect), *narrowed(connection, **only))
            .group_by(COMMENT.c.outlet)
            .order_by(number.desc(), COMMENT.c.outlet)
            .limit(limit)
        )
        return tuple(
            OutletRow(row.outlet, row.comments, row.speakers, row.latest) for row in connection.execute(query)
        )


def heard(store: Store, f: EventFilter, **only: str | None) -> Heard:
    """What the comments that pass are made of; `only` narrows as in `commentary.cards`."""
    with store.read() as connection:
        clauses = [*comment_clauses(f, store.dialect), *narrowed(connection, **only)]
        kinds, years = _kinds_and_years(connection, clauses)
        # Where nothing narrows, no row needs to be looked up among the chosen.
        chosen = select(COMMENT.c.id).where(*clauses) if clauses else None
        countries = connection.execute(
            select(COMMENT_COUNTRY.c.country, func.count())
            .where(*_among(COMMENT_COUNTRY.c.comment_id, chosen))
            .group_by(COMMENT_COUNTRY.c.country)
        ).all()
        actions = connection.execute(
            select(EVENT.c.action, func.count(COMMENT_EVENT.c.comment_id.distinct()))
            .join(EVENT, EVENT.c.id == COMMENT_EVENT.c.event_id)
            .where(*_among(COMMENT_EVENT.c.comment_id, chosen))
            .group_by(EVENT.c.action)
        ).all()
        moves = _moves(connection, chosen)
        roles = _roles(connection, clauses) if only.get("speaker") else ()
    return Heard(
        comments=sum(kinds.values()),
        kinds=_ordered(kinds),
        countries=_ordered(Counter(dict(map(tuple, countries)))),
        actions=_ordered(Counter(dict(map(tuple, actions)))),
        years=tuple((str(name), number) for name, number in sorted(years.items())),
        moves=moves,
        roles=roles,
    )


def _kinds_and_years(
    connection: Connection, clauses: Sequence[ColumnElement[bool]]
) -> tuple[Counter[str], Counter[int]]:
    """How many comments are of each kind, and of each year."""
    year = cast(func.substr(as_text(COMMENT.c.published), 1, 4), Integer)
    rows = connection.execute(
        select(COMMENT.c.kind, year, func.count()).where(*clauses).group_by(COMMENT.c.kind, year)
    )
    kinds, years = Counter[str](), Counter[int]()
    for kind, of_year, number in rows:
        kinds[kind] += number
        years[of_year] += number
    return kinds, years


def _among(column: ColumnElement[int], chosen: AnySelect | None) -> list[ColumnElement[bool]]:
    """The condition that a row belongs to one of the chosen comments; none where all are."""
    return [] if chosen is None else [column.in_(chosen)]


def _ordered(counts: Counter[Any]) -> Counts:
    return tuple(sorted(counts.items(), key=lambda item: (-item[1], item[0])))


def _moves(connection: Connection, chosen: AnySelect | None) -> tuple[tuple[EventRef, int], ...]:
    """The moves that most of these comments are about."""
    number = func.count(COMMENT_EVENT.c.comment_id.distinct()).label("comments")
    most = (
        select(COMMENT_EVENT.c.event_id, number)
        .where(*_among(COMMENT_EVENT.c.comment_id, chosen))
        .group_by(COMMENT_EVENT.c.event_id)
        .order_by(number.desc(), COMMENT_EVENT.c.event_id.desc())
        .limit(TOP_MOVES)
        .subquery()
    )
    query = (
        select(EVENT, most.c.comments)
        .join(most, most.c.event_id == EVENT.c.id)
        .order_by(most.c.comments.desc(), EVENT.c.date.desc(), EVENT.c.id.desc())
    )
    return tuple((event_ref(row), row.comments) for row in connection.execute(query))


def _roles(connection: Connection, clauses: Sequence[ColumnElement[bool]]) -> tuple[RoleRow, ...]:
    """The roles in which a person was named, the latest first."""
    latest = func.max(COMMENT.c.published).label("latest")
    query = (
        select(
            COMMENT.c.role,
            COMMENT.c.kind,
            func.min(COMMENT.c.published).label("first"),
            latest,
            func.count().label("comments"),
        )
        .where(*clauses)
        .group_by(COMMENT.c.role, COMMENT.c.kind)
        .order_by(latest.desc(), COMMENT.c.role)
    )
    return tuple(RoleRow(**row) for row in connection.execute(query).mappings())


def _newest(rows: Sequence[Any]) -> Any:
    return max(rows, key=lambda row: (row.latest, row.newest))


def _latest_roles(connection: Connection, keys: Sequence[int]) -> dict[int, tuple[str, str]]:
    query = select(COMMENT.c.id, COMMENT.c.role, COMMENT.c.kind).where(COMMENT.c.id.in_(keys))
    return {row.id: (row.role, row.kind) for row in connection.execute(query)}


def _speaker(rows: Sequence[Any], role: str, kind: str) -> SpeakerRow:
    """One person from the rows of all spellings and outlets."""
    spelt: Counter[str] = Counter()
    for row in rows:
        spelt[row.speaker] += row.comments
    names = tuple(name for name, _ in sorted(spelt.items(), key=lambda item: (-item[1], item[0])))
    return SpeakerRow(
        speaker=names[0],
        names=names,
        role=role,
        kind=kind,
        comments=spelt.total(),
        outlets=len({row.outlet for row in rows if row.outlet}),
        first=min(row.first for row in rows),
        latest=max(row.latest for row in rows),
    )
