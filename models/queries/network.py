"""How are actors tied to one another? Edges, a counterpart × action matrix, the profile of one party."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass

from sqlalchemy import case, func, select

from models.queries.clauses import event_clauses
from models.queries.filters import EventFilter
from models.queries.rows import Quads, Tally
from models.queries.sides import both_sides, home_of
from models.store import Store
from models.tables import EVENT


@dataclass(frozen=True, slots=True)
class Edge:
    """All events between two parties, whoever acts; `a` stands before `b` in the alphabet."""

    a: str
    b: str
    quads: Quads
    mean_intensity: float


@dataclass(frozen=True, slots=True)
class Cell:
    """How often one action ran between the countries asked for and a counterpart, in either direction."""

    counterpart: str
    action: str
    count: int


@dataclass(frozen=True, slots=True)
class Partner:
    """The other side of a party's events, by who acted."""

    code: str
    given: int
    received: int
    quads: Quads
    mean_intensity: float

    @property
    def total(self) -> int:
        """Events in either direction."""
        return self.given + self.received


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who acted for the party, with the role that was given last."""

    name: str
    role: str
    events: int


@dataclass(frozen=True, slots=True)
class Profile:
    """One party's events: by quad class, action, partner, person, and month (year * 100 + month)."""

    code: str
    first: dt.date
    last: dt.date
    quads: Quads
    mean_intensity: float
    actions: tuple[tuple[str, int], ...]
    partners: tuple[Partner, ...]
    people: tuple[Person, ...]
    months: tuple[tuple[int, int], ...]

    @property
    def total(self) -> int:
        """All events of the party."""
        return self.quads.total


def edges(store: Store, f: EventFilter, *, limit: int = 200) -> tuple[Edge, ...]:
    """Pairs of parties with events between them, the most frequent first."""
    query = (
        select(EVENT.c.actor, EVENT.c.counterpart, EVENT.c.action, func.count())
        .where(*event_clauses(f, store.dialect), EVENT.c.counterpart.is_not(None))
        .group_by(EVENT.c.actor, EVENT.c.counterpart, EVENT.c.action)
    )
    pairs: dict[tuple[str, str], Tally] = defaultdict(Tally)
    with store.read() as connection:
        for actor, counterpart, action, events in connection.execute(query):
            pairs[min(actor, counterpart), max(actor, counterpart)].add(action, events)
    found = [Edge(a, b, tally.quads, tally.mean_intensity) for (a, b), tally in pairs.items()]
    found.sort(key=lambda edge: (-edge.quads.total, edge.a, edge.b))
    return tuple(found[:limit])


def matrix(store: Store, f: EventFilter, *, top: int = 20) -> tuple[Cell, ...]:
    """The `top` counterparts of the countries asked for (else of the region) × actions; empty cells are left
    out. Counterparts are ordered by their totals, actions by name. An event within the region counts once
    for each side."""
    query = both_sides(f, store.dialect, home_of(f), [EVENT.c.action], lane="other")
    cells: dict[tuple[str, str], int] = defaultdict(int)
    sizes: dict[str, int] = defaultdict(int)
    with store.read() as connection:
        for other, action, events in connection.execute(query):
            if other:
                cells[other, action] += events
                sizes[other] += events
    largest = sorted(sizes, key=lambda code: (-sizes[code], code))[:top]
    place = {code: number for number, code in enumerate(largest)}
    kept = sorted((key for key in cells if key[0] in place), key=lambda key: (place[key[0]], key[1]))
    return tuple(Cell(counterpart, action, cells[counterpart, action]) for counterpart, action in kept)


def profile(store: Store, f: EventFilter, code: str, *, top: int = 12) -> Profile | None:
    """What is known of one party within the filter; None when it has no event there. Where the party is on
    neither side of the filter, the events between it and that side are meant."""
    clauses = event_clauses(f.towards(code), store.dialect)
    acted = (EVENT.c.actor == code).label("acted")
    other = case((EVENT.c.actor == code, EVENT.c.counterpart), else_=EVENT.c.actor).label("other")
    query = (
        select(acted, other, EVENT.c.action, func.count().label("events"))
        .add_columns(func.min(EVENT.c.date).label("first"), func.max(EVENT.c.date).label("last"))
        .where(*clauses)
        .group_by("acted", "other", EVENT.c.action)
    )
    by_month = select(EVENT.c.month, func.count()).where(*clauses).group_by(EVENT.c.month)
    with store.read() as connection:
        rows = connection.execute(query).all()
        if not rows:
            return None
        months = connection.execute(by_month.order_by(EVENT.c.month)).all()
        by_people = connection.execute(
            select(EVENT.c.actor_name, func.max(EVENT.c.actor_role), func.count().label("events"))
            .where(*clauses, EVENT.c.actor == code, EVENT.c.actor_name != "")
            .group_by(EVENT.c.actor_name)
            .order_by(func.count().desc(), EVENT.c.actor_name)
            .limit(top)
        )
        people = tuple(Person(name, role, events) for name, role, events in by_people)
    total, by_action = Tally(), defaultdict[str, int](int)
    tallies: dict[str, Tally] = defaultdict(Tally)
    directions: dict[tuple[str, bool], int] = defaultdict(int)
    for row in rows:
        total.add(row.action, row.events)
        by_action[row.action] += row.events
        if row.other:
            tallies[row.other].add(row.action, row.events)
            directions[row.other, bool(row.acted)] += row.events
    partners = [
        Partner(party, directions[party, True], directions[party, False], tally.quads, tally.mean_intensity)
        for party, tally in tallies.items()
    ]
    partners.sort(key=lambda partner: (-partner.total, partner.code))
    return Profile(
        code=code,
        first=min(row.first for row in rows),
        last=max(row.last for row in rows),
        quads=total.quads,
        mean_intensity=total.mean_intensity,
        actions=tuple(sorted(by_action.items(), key=lambda item: (-item[1], item[0]))),
        partners=tuple(partners[:top]),
        people=people,
        months=tuple((month, number) for month, number in months),
    )
