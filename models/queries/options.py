"""What can be filtered by? The values that occur, with their counts."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import dataclass

from sqlalchemy import func, select

from models.queries.rows import quad_of
from models.store import Store
from models.tables import EVENT, MENTION, SOURCE
from models.vocabulary import CENTRAL_ASIA
from models.vocabulary.actions import QUADS

Counts = tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Options:
    """Values and their counts of events, the most frequent first; `first` and `last` are None when there is
    no event yet. `countries` are the five, whether they occur or not; `parties` are all that take part."""

    countries: Counts
    parties: Counts
    actions: Counts
    quads: Counts
    sources: Counts
    langs: Counts
    first: dt.date | None
    last: dt.date | None
    events: int


def options(store: Store) -> Options:
    """What the filters can offer, over all events."""
    told = func.count(MENTION.c.event_id.distinct())
    sums = select(EVENT.c.actor, EVENT.c.counterpart, EVENT.c.action, func.count())
    parties: Counter[str] = Counter()
    by_action: Counter[str] = Counter()
    quads: Counter[str] = Counter(dict.fromkeys(QUADS, 0))
    with store.read() as connection:
        rows = connection.execute(sums.group_by(EVENT.c.actor, EVENT.c.counterpart, EVENT.c.action))
        for actor, counterpart, action, events in rows:
            for party in {actor, counterpart} - {None}:
                parties[party] += events
            by_action[action] += events
            quads[quad_of(action)] += events
        sources = connection.execute(
            select(SOURCE.c.name, told)
            .join(MENTION, MENTION.c.source_id == SOURCE.c.id)
            .group_by(SOURCE.c.name)
        )
        langs = connection.execute(select(MENTION.c.lang, told).group_by(MENTION.c.lang))
        by_source: Counter[str] = Counter(dict(sources.all()))
        by_lang: Counter[str] = Counter(dict(langs.all()))
        first, last = connection.execute(select(func.min(EVENT.c.date), func.max(EVENT.c.date))).one()
    return Options(
        countries=tuple((code, parties[code]) for code in CENTRAL_ASIA),
        parties=_ordered(parties),
        actions=_ordered(by_action),
        quads=tuple(quads.items()),
        sources=_ordered(by_source),
        langs=_ordered(by_lang),
        first=first,
        last=last,
        events=by_action.total(),
    )


def _ordered(counts: Counter[str]) -> Counts:
    return tuple(sorted(counts.items(), key=lambda item: (-item[1], item[0])))
