"""EventFilter as SQL conditions: the one place where filters meet columns."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import ColumnElement, Select, Table, and_, false, func, or_, select, union_all

from models.queries.filters import EventFilter, wanted_actions
from models.searching import matches, words
from models.tables import ARTICLE, COMMENT, COMMENT_COUNTRY, COMMENT_EVENT, EVENT, MENTION, SOURCE

Clauses = list[ColumnElement[bool]]


def party_clauses(f: EventFilter) -> Clauses:
    """Who takes part: one party of each list that is set, in either direction."""
    actor, counterpart = EVENT.c.actor, EVENT.c.counterpart
    if f.countries and f.counterparts:
        return [
            or_(
                and_(actor.in_(f.countries), counterpart.in_(f.counterparts)),
                and_(actor.in_(f.counterparts), counterpart.in_(f.countries)),
            )
        ]
    either = f.countries or f.counterparts
    return [or_(actor.in_(either), counterpart.in_(either))] if either else []


def mention_clauses(f: EventFilter, dialect: str) -> Clauses:
    """What must hold for one mention: source, language, search."""
    clauses: Clauses = []
    if f.sources:
        clauses.append(MENTION.c.source_id.in_(source_ids(f.sources)))
    if f.langs:
        clauses.append(MENTION.c.lang.in_(f.langs))
    if words(f.search):
        clauses.append(matches(MENTION, f.search, dialect))
    return clauses


def own_clauses(f: EventFilter) -> Clauses:
    """What must hold for the event row itself."""
    clauses = party_clauses(f)
    slugs = wanted_actions(f)
    if slugs is not None:
        clauses.append(EVENT.c.action.in_(slugs) if slugs else false())
    if f.date_from:
        clauses.append(EVENT.c.date >= f.date_from)
    if f.date_to:
        clauses.append(EVENT.c.date <= f.date_to)
    if f.min_confidence:
        clauses.append(EVENT.c.confidence >= f.min_confidence)
    return clauses


def event_clauses(f: EventFilter, dialect: str) -> Clauses:
    """All conditions on events, to be spread into `where`. Search finds events through their mentions."""
    clauses = own_clauses(f)
    of_mentions = mention_clauses(f, dialect)
    if of_mentions:
        clauses.append(EVENT.c.id.in_(select(MENTION.c.event_id).where(*of_mentions)))
    return clauses


def walked(clauses: Clauses, dialect: str) -> Clauses:
    """The same conditions, but SQLite may not use them to find rows: it walks the rows in the order that is
    asked for and checks each. Right where the order matters more: the first rows of many, or all of them
    without holding them in memory. PostgreSQL decides by its statistics."""
    return [func.ifnull(and_(*clauses), False)] if clauses and dialect == "sqlite" else clauses


def comment_clauses(f: EventFilter, dialect: str) -> Clauses:
    """Conditions on comments: by the countries that they name, the events that they are about, and the
    source, language, text and publication date of the article. Confidence is the events' own: it only
    counts where actions are asked for too."""
    clauses: Clauses = []
    for codes in (f.countries, f.counterparts):
        if codes:
            clauses.append(COMMENT.c.id.in_(union_all(_naming(codes), *_about_party(codes))))
    slugs = wanted_actions(f)
    if slugs is not None:
        about = select(COMMENT_EVENT.c.comment_id).join(EVENT, EVENT.c.id == COMMENT_EVENT.c.event_id)
        about = about.where(EVENT.c.action.in_(slugs) if slugs else false())
        if f.min_confidence:
            about = about.where(EVENT.c.confidence >= f.min_confidence)
        clauses.append(COMMENT.c.id.in_(about))
    clauses += article_clauses(f, COMMENT)
    if words(f.search):
        clauses.append(matches(COMMENT, f.search, dialect))
    return clauses


def source_ids(names: Sequence[str]) -> Select[tuple[int]]:
    """The keys of the outlets with these names."""
    return select(SOURCE.c.id).where(SOURCE.c.name.in_(names))


def _naming(codes: Sequence[str]) -> Select[tuple[int]]:
    return select(COMMENT_COUNTRY.c.comment_id).where(COMMENT_COUNTRY.c.country.in_(codes))


def _about_party(codes: Sequence[str]) -> list[Select[tuple[int]]]:
    """One question for each side: together they would be answered by walking all moves."""
    about = select(COMMENT_EVENT.c.comment_id).join(EVENT, EVENT.c.id == COMMENT_EVENT.c.event_id)
    return [about.where(party.in_(codes)) for party in (EVENT.c.actor, EVENT.c.counterpart)]


def article_clauses(f: EventFilter, table: Table = ARTICLE) -> Clauses:
    """Conditions on articles: source, language, dates of publication. Comments repeat these columns."""
    clauses: Clauses = []
    if f.sources:
        clauses.append(table.c.source_id.in_(source_ids(f.sources)))
    if f.langs:
        clauses.append(table.c.lang.in_(f.langs))
    if f.date_from:
        clauses.append(table.c.published >= f.date_from)
    if f.date_to:
        clauses.append(table.c.published <= f.date_to)
    return clauses
