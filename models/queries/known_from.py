"""What do the moves that are shown rest on? The outlet and the language that most of them come from, and the
months from which no article was read."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Select, extract, func, select

from models.queries.clauses import Clauses, article_clauses, event_clauses, walked
from models.queries.filters import EventFilter
from models.store import Store
from models.tables import ARTICLE, EVENT, MENTION, SOURCE


@dataclass(frozen=True, slots=True)
class KnownFrom:
    """Each move counts once, for the outlet and the language of the sentence that proves it.

    `source` is the outlet of the most moves, `of_source` of them; `lang` likewise. `outlets` is how many
    there are. `months` is how many months (year * 100 + month) the period has; `unread` are those in which
    no article was published that was read, in order.
    """

    moves: int
    source: str
    of_source: int
    lang: str
    of_lang: int
    months: int
    unread: tuple[int, ...]
    outlets: int = 0

    @property
    def gaps(self) -> tuple[tuple[int, int], ...]:
        """`unread` as stretches: first and last month of each."""
        found: list[tuple[int, int]] = []
        for month in self.unread:
            if found and _next(found[-1][1]) == month:
                found[-1] = (found[-1][0], month)
            else:
                found.append((month, month))
        return tuple(found)


def known_from(store: Store, f: EventFilter) -> KnownFrom | None:
    """What the moves that pass rest on; None when none passes. The period is the filter's, and where the
    filter leaves an end open, the first or the last move's day. Of the filter, source and language narrow
    the articles too."""
    ends = func.min(EVENT.c.date), func.max(EVENT.c.date)
    proofs = (
        select(MENTION.c.source_id, MENTION.c.lang, func.count(), *ends)
        .join_from(EVENT, MENTION, MENTION.c.id == EVENT.c.best_mention_id)
        .where(*_conditions(f, store.dialect))
        .group_by(MENTION.c.source_id, MENTION.c.lang)
    )
    by_source: dict[int, int] = {}
    by_lang: dict[str, int] = {}
    with store.read() as connection:
        days: list[dt.date] = []
        for source, lang, moves, *edges in connection.execute(proofs):
            by_source[source] = by_source.get(source, 0) + moves
            by_lang[lang] = by_lang.get(lang, 0) + moves
            days += edges
        if not by_source:
            return None
        first, last = f.date_from or min(days), f.date_to or max(days)
        read = {int(month) for month in connection.scalars(_months_read(f, first, last))}
        source, of_source = min(by_source.items(), key=lambda item: (-item[1], item[0]))
        name = connection.scalar(select(SOURCE.c.name).where(SOURCE.c.id == source)) or ""
    lang, of_lang = min(by_lang.items(), key=lambda item: (-item[1], item[0]))
    months = months_between(first, last)
    unread = tuple(month for month in months if month not in read)
    moves, outlets = sum(by_lang.values()), len(by_source)
    return KnownFrom(moves, name, of_source, lang, of_lang, len(months), unread, outlets)


def _conditions(f: EventFilter, dialect: str) -> Clauses:
    """Where only countries narrow, most events pass: to walk them all costs a third of the look-ups."""
    clauses = event_clauses(f, dialect)
    few = f.date_from or f.date_to or f.counterparts
    return clauses if few else walked(clauses, dialect)


def months_between(first: dt.date, last: dt.date) -> tuple[int, ...]:
    """All months from one day's to the other's, each as year * 100 + month."""
    months, month = [], first.year * 100 + first.month
    while month <= last.year * 100 + last.month:
        months.append(month)
        month = _next(month)
    return tuple(months)


def _months_read(f: EventFilter, first: dt.date, last: dt.date) -> Select[Any]:
    """Months from the first day's to the last day's in which an article was published: whole months, since a
    month that is read in part is no gap."""
    begin = first.replace(day=1)
    end = (last.replace(day=28) + dt.timedelta(days=4)).replace(day=1) - dt.timedelta(days=1)
    month = extract("year", ARTICLE.c.published) * 100 + extract("month", ARTICLE.c.published)
    return select(month).where(*article_clauses(replace(f, date_from=begin, date_to=end))).distinct()


def _next(month: int) -> int:
    return month + 1 if month % 100 < 12 else month + 89
