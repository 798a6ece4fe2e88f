"""Who acts towards whom on the map? Totals of countries and arcs between them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from sqlalchemy import func, select

from models.queries.clauses import event_clauses
from models.queries.filters import EventFilter
from models.queries.rows import Quads, Tally, quad_of
from models.store import Store
from models.tables import EVENT


@dataclass(frozen=True, slots=True)
class PartyTotal:
    """The events in which a party takes part: as actor, as counterpart, and by quad class."""

    code: str
    as_actor: int
    as_counterpart: int
    quads: Quads
    mean_intensity: float

    @property
    def total(self) -> int:
        """All events of the party."""
        return self.as_actor + self.as_counterpart


@dataclass(frozen=True, slots=True)
class Arc:
    """The events of one quad class that run from an actor to a counterpart; intensity from -10 to 10."""

    actor: str
    counterpart: str
    quad: str
    count: int
    mean_intensity: float


@dataclass(frozen=True, slots=True)
class ActorMap:
    """Totals, the largest first, and arcs, the heaviest first; `arcs_left_out` are those beyond the limit."""

    totals: tuple[PartyTotal, ...]
    arcs: tuple[Arc, ...]
    arcs_left_out: int


def actor_map(store: Store, f: EventFilter, *, limit: int = 200) -> ActorMap:
    """Everything that the map draws, from one pass over the events. Parties that are no states (SCO, UN)
    are among the totals and arcs: the vocabulary says where, and whether, they can be drawn."""
    query = (
        select(EVENT.c.actor, EVENT.c.counterpart, EVENT.c.action, func.count().label("events"))
        .where(*event_clauses(f, store.dialect))
        .group_by(EVENT.c.actor, EVENT.c.counterpart, EVENT.c.action)
    )
    parties: dict[str, Tally] = defaultdict(Tally)
    acted: dict[str, int] = defaultdict(int)
    addressed: dict[str, int] = defaultdict(int)
    between: dict[tuple[str, str, str], Tally] = defaultdict(Tally)
    with store.read() as connection:
        for actor, counterpart, action, events in connection.execute(query):
            parties[actor].add(action, events)
            acted[actor] += events
            if counterpart:
                parties[counterpart].add(action, events)
                addressed[counterpart] += events
                between[actor, counterpart, quad_of(action)].add(action, events)
    totals = [
        PartyTotal(code, acted[code], addressed[code], tally.quads, tally.mean_intensity)
        for code, tally in parties.items()
    ]
    arcs = [
        Arc(actor, counterpart, quad, tally.quads.total, tally.mean_intensity)
        for (actor, counterpart, quad), tally in between.items()
    ]
    arcs.sort(key=lambda arc: (-arc.count, arc.actor, arc.counterpart, arc.quad))
    totals.sort(key=lambda party: (-party.total, party.code))
    return ActorMap(tuple(totals), tuple(arcs[:limit]), max(len(arcs) - limit, 0))
