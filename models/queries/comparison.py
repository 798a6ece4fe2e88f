"""How is a period different from the one before it? Parties and pairs of parties, now and before."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass, replace

from sqlalchemy import func, select

from models.queries.briefing import Period
from models.queries.clauses import article_clauses, event_clauses
from models.queries.filters import EventFilter
from models.queries.rows import Quads, Tally
from models.store import Store
from models.tables import ARTICLE, EVENT

YEAR = 365  # days that are compared where the filter names none


@dataclass(frozen=True, slots=True)
class PairChange:
    """All events between two parties, whoever acts; `a` stands before `b` in the alphabet."""

    a: str
    b: str
    now: Quads
    before: Quads

    @property
    def change(self) -> int:
        """How many events more than before; below 0, fewer."""
        return self.now.total - self.before.total


@dataclass(frozen=True, slots=True)
class PartyChange:
    """All events in which a party takes part, on either side."""

    code: str
    now: int
    before: int

    @property
    def change(self) -> int:
        """How many events more than before; below 0, fewer."""
        return self.now - self.before


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two periods of equal length; pairs and parties with the largest change first, whatever its sign.

    `articles` are those published in the period: where they differ much from those before, so does what can
    be known.
    """

    when: Period
    moves: int
    moves_before: int
    articles: int
    articles_before: int
    pairs: tuple[PairChange, ...]
    parties: tuple[PartyChange, ...]


def within(f: EventFilter, when: Period) -> EventFilter:
    """The filter with the period's days for its own."""
    return replace(f, date_from=when.first, date_to=when.last)


def comparison(store: Store, f: EventFilter, *, days: int = YEAR) -> Comparison | None:
    """Every pair and party of the filter's own days and of as many before them. A missing last day is that
    of the newest event; without a first day, the last `days` are meant. None when no event passes."""
    when = _period(store, f, days)
    if when is None:
        return None
    now, before = _Counted(store, within(f, when)), _Counted(store, within(f, when.before))
    pairs = [
        PairChange(a, b, now.pairs[a, b].quads, before.pairs[a, b].quads)
        for a, b in {*now.pairs, *before.pairs}
    ]
    parties = [
        PartyChange(code, now.parties[code], before.parties[code]) for code in {*now.parties, *before.parties}
    ]
    pairs.sort(key=lambda pair: (-abs(pair.change), -pair.now.total, pair.a, pair.b))
    parties.sort(key=lambda party: (-abs(party.change), -party.now, party.code))
    return Comparison(
        when, now.moves, before.moves, now.articles, before.articles, tuple(pairs), tuple(parties)
    )


def _period(store: Store, f: EventFilter, days: int) -> Period | None:
    with store.read() as connection:
        newest = connection.scalar(select(func.max(EVENT.c.date)).where(*event_clauses(f, store.dialect)))
    if newest is None:
        return None
    last = f.date_to or max(newest, f.date_from or newest)
    first = f.date_from or last - dt.timedelta(days=days - 1)
    return Period(first, last)


class _Counted:
    """The counts of one period."""

    def __init__(self, store: Store, f: EventFilter) -> None:
        self.moves = 0
        self.pairs: dict[tuple[str, str], Tally] = defaultdict(Tally)
        self.parties: dict[str, int] = defaultdict(int)
        query = (
            select(EVENT.c.actor, EVENT.c.counterpart, EVENT.c.action, func.count())
            .where(*event_clauses(f, store.dialect))
            .group_by(EVENT.c.actor, EVENT.c.counterpart, EVENT.c.action)
        )
        read = select(func.count()).select_from(ARTICLE).where(*article_clauses(f))
        with store.read() as connection:
            for actor, counterpart, action, events in connection.execute(query):
                self.moves += events
                self.parties[actor] += events
                if counterpart:
                    self.parties[counterpart] += events
                    self.pairs[min(actor, counterpart), max(actor, counterpart)].add(action, events)
            self.articles = connection.scalar(read) or 0
