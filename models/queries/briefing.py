"""What is new? The latest period against the one before it, and the moves worth a look.

The period is the filter's own dates; where it has none, the last `days` days up to the newest event.
"""

from __future__ import annotations

import datetime as dt
import math
from collections import Counter, defaultdict
from dataclasses import dataclass, replace

from sqlalchemy import case, func, or_, select

from models.queries import commentary
from models.queries.clauses import event_clauses
from models.queries.filters import EventFilter
from models.queries.rows import HOME, EventRow, Quads, Tally, event_rows, event_select
from models.queries.sides import both_sides
from models.store import Store
from models.tables import EVENT
from models.vocabulary.actions import actions

DAYS = 30
SERIES_MONTHS = 24
PRIOR = 5.0  # how many imagined events, spread like all events, weigh against what a pair has done so far


@dataclass(frozen=True, slots=True)
class Period:
    """The days looked at, both ends included, and the equally many days before them."""

    first: dt.date
    last: dt.date

    @property
    def before(self) -> Period:
        """The period of the same length that ends where this one begins."""
        length = self.last - self.first
        end = self.first - dt.timedelta(days=1)
        return Period(end - length, end)


@dataclass(frozen=True, slots=True)
class Numbers:
    """Counts of the period and of the one before it."""

    period: Period
    moves: int
    moves_before: int
    comments: int
    comments_before: int
    quads: Quads
    quads_before: Quads


@dataclass(frozen=True, slots=True)
class CountryNumbers:
    """One country: events of the period and before it, and `series`, its events in each of the last
    `SERIES_MONTHS` months, (year * 100 + month, count), months without any included."""

    code: str
    moves: int
    moves_before: int
    quads: Quads
    series: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Unusual:
    """An event that its pair has seldom seen. `surprise` is in bits; `seen` is how often the pair had this
    action before the period, of `known` events in all."""

    event: EventRow
    surprise: float
    seen: int
    known: int


def period(store: Store, f: EventFilter, days: int = DAYS) -> Period | None:
    """The period that the filter means; None when no event passes. A missing end is the newest event."""
    with store.read() as connection:
        newest = connection.scalar(select(func.max(EVENT.c.date)).where(*event_clauses(f, store.dialect)))
    if newest is None:
        return None
    last = f.date_to or newest
    return Period(f.date_from or last - dt.timedelta(days=days - 1), last)


def numbers(store: Store, f: EventFilter, when: Period) -> Numbers:
    """How many moves and comments, now and before."""
    now, before = _within(f, when), _within(f, when.before)
    quads, quads_before = _quads(store, now), _quads(store, before)
    return Numbers(
        period=when,
        moves=quads.total,
        moves_before=quads_before.total,
        comments=commentary.count(store, now),
        comments_before=commentary.count(store, before),
        quads=quads,
        quads_before=quads_before,
    )


def countries(store: Store, f: EventFilter, when: Period) -> tuple[CountryNumbers, ...]:
    """The countries asked for, else the five and C5 where it acts, each with its numbers and its series."""
    own = f.countries or HOME
    months = _months_to(when.last)
    span = Period(min(_first_day(months[0]), when.before.first), when.last)
    tallies: dict[tuple[str, bool], Tally] = defaultdict(Tally)
    series: Counter[tuple[str, int]] = Counter()
    for part in (when, when.before):
        query = both_sides(_within(f, part), store.dialect, own, [EVENT.c.action])
        with store.read() as connection:
            for code, action, events in connection.execute(query):
                tallies[code, part is when].add(action, events)
    query = both_sides(_within(f, span), store.dialect, own, [EVENT.c.month])
    with store.read() as connection:
        for code, month, events in connection.execute(query):
            series[code, month] += events
    seen = {code for code, _ in series}
    return tuple(
        CountryNumbers(
            code=code,
            moves=tallies[code, True].quads.total,
            moves_before=tallies[code, False].quads.total,
            quads=tallies[code, True].quads,
            series=tuple((month, series[code, month]) for month in months),
        )
        for code in own
        if f.countries or code != "C5" or code in seen
    )


def strongest(store: Store, f: EventFilter, when: Period, *, limit: int = 5) -> tuple[EventRow, ...]:
    """The events of the period with the greatest intensity either way; of equals, those that more outlets
    tell, then the newer ones."""

    strength = case({slug: abs(known.intensity) for slug, known in actions().items()}, value=EVENT.c.action)
    order = (strength.desc(), EVENT.c.outlets.desc(), EVENT.c.date.desc(), EVENT.c.id.desc())
    chosen = select(EVENT.c.id).where(*event_clauses(_within(f, when), store.dialect))
    chosen = chosen.order_by(*order).limit(limit)
    return event_rows(store, event_select().where(EVENT.c.id.in_(chosen)).order_by(*order))


def unusual(store: Store, f: EventFilter, when: Period, *, limit: int = 5) -> tuple[Unusual, ...]:
    """The events of the period that surprise most, one for each pair and action.

    Surprise is -log2 p(action | pair), where p is estimated from all events before the period, smoothed:
    (n(pair, action) + PRIOR * share(action)) / (n(pair) + PRIOR). `share` is the action's part of all events,
    with one event added to each action, so that nothing is impossible. A pair that was never seen gets the
    surprise of the action alone. Moves without a counterpart have no pair and are left out.
    """
    past = replace(f, date_from=None, date_to=when.first - dt.timedelta(days=1), actions=(), quads=())
    history, recent = _by_pair(store, past), _by_pair(store, _within(f, when))
    of_action: Counter[str] = Counter(dict.fromkeys(actions(), 1))
    of_pair: Counter[tuple[str, str]] = Counter()
    for (a, b, action), events in history.items():
        of_action[action] += events
        of_pair[a, b] += events
    everything = of_action.total()

    def surprise(key: tuple[str, str, str]) -> float:
        share = of_action[key[2]] / everything
        return -math.log2((history[key] + PRIOR * share) / (of_pair[key[:2]] + PRIOR))

    chosen = sorted(recent, key=lambda key: (-surprise(key), key))[:limit]
    found = []
    for a, b, action in chosen:
        query = event_select().where(
            *event_clauses(_within(f, when), store.dialect),
            EVENT.c.action == action,
            or_(
                (EVENT.c.actor == a) & (EVENT.c.counterpart == b),
                (EVENT.c.actor == b) & (EVENT.c.counterpart == a),
            ),
        )
        (event,) = event_rows(store, query.order_by(EVENT.c.date.desc(), EVENT.c.id.desc()).limit(1))
        key = (a, b, action)
        found.append(Unusual(event, surprise(key), history[key], of_pair[a, b]))
    return tuple(found)


def _within(f: EventFilter, when: Period) -> EventFilter:
    return replace(f, date_from=when.first, date_to=when.last)


def _quads(store: Store, f: EventFilter) -> Quads:
    query = select(EVENT.c.action, func.count()).where(*event_clauses(f, store.dialect))
    tally = Tally()
    with store.read() as connection:
        for action, events in connection.execute(query.group_by(EVENT.c.action)):
            tally.add(action, events)
    return tally.quads


def _by_pair(store: Store, f: EventFilter) -> Counter[tuple[str, str, str]]:
    """Events by pair, in order of the alphabet, and action."""
    query = (
        select(EVENT.c.actor, EVENT.c.counterpart, EVENT.c.action, func.count())
        .where(*event_clauses(f, store.dialect), EVENT.c.counterpart.is_not(None))
        .group_by(EVENT.c.actor, EVENT.c.counterpart, EVENT.c.action)
    )
    counts: Counter[tuple[str, str, str]] = Counter()
    with store.read() as connection:
        for actor, counterpart, action, events in connection.execute(query):
            counts[min(actor, counterpart), max(actor, counterpart), action] += events
    return counts


def _months_to(last: dt.date) -> list[int]:
    """The last `SERIES_MONTHS` months as year * 100 + month, the month of `last` at the end."""
    number = last.year * 12 + last.month - 1
    return [n // 12 * 100 + n % 12 + 1 for n in range(number - SERIES_MONTHS + 1, number + 1)]


def _first_day(month: int) -> dt.date:
    return dt.date(month // 100, month % 100, 1)
