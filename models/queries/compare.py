"""How do several parties differ? The moves of each by counterpart, by action and by kind, side by side."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import func, or_, select

from models.queries.clauses import event_clauses
from models.queries.filters import EventFilter
from models.queries.rows import Quads, Tally
from models.queries.timeline import Extent, Unit
from models.store import Store
from models.tables import EVENT

NOBODY = ""  # the counterpart of moves towards nobody
STEPS: tuple[tuple[int, Unit], ...] = ((14, "day"), (100, "week"), (430, "month"), (1500, "quarter"))


@dataclass(frozen=True, slots=True)
class State:
    """One party's events as actor or as counterpart: in all, by the other side (`NOBODY` where there is
    none), by action. `mean_intensity` is between -10 and 10, 0 where there are no events."""

    code: str
    quads: Quads
    mean_intensity: float
    partners: Mapping[str, Quads]
    actions: Mapping[str, int]

    @property
    def total(self) -> int:
        """All events of the party."""
        return self.quads.total

    def share(self, count: int) -> float:
        """`count` as a part of the party's events, 0 to 1."""
        return count / self.total if self.total else 0.0

    @property
    def closest(self) -> tuple[str, int] | None:
        """The other side of most of its events and their number; None where nobody is."""
        sizes = [(quads.total, code) for code, quads in self.partners.items() if code != NOBODY]
        if not sizes:
            return None
        most = max(count for count, _ in sizes)
        return min(code for count, code in sizes if count == most), most


@dataclass(frozen=True, slots=True)
class SideBySide:
    """The parties in the order asked for; `partners` and `actions` are those with the most events of all
    parties together, the largest first: the same rows for each party."""

    states: tuple[State, ...]
    partners: tuple[str, ...]
    actions: tuple[str, ...]


def compare(store: Store, f: EventFilter, own: Sequence[str], *, top: int = 10) -> SideBySide:
    """Each of `own` within the filter, whatever countries the filter asks for. An event between two of them
    counts for both. At most `top` partners and actions are named; `State` holds all of them."""
    query = (
        select(EVENT.c.actor, EVENT.c.counterpart, EVENT.c.action, func.count())
        .where(
            or_(EVENT.c.actor.in_(own), EVENT.c.counterpart.in_(own)),
            *event_clauses(f, store.dialect),
        )
        .group_by(EVENT.c.actor, EVENT.c.counterpart, EVENT.c.action)
    )
    totals = {code: Tally() for code in own}
    partners: dict[str, dict[str, Tally]] = {code: defaultdict(Tally) for code in own}
    actions: dict[str, dict[str, int]] = {code: defaultdict(int) for code in own}
    with store.read() as connection:
        for actor, counterpart, action, events in connection.execute(query):
            for ours, theirs in ((actor, counterpart), (counterpart, actor)):
                if ours in totals:
                    totals[ours].add(action, events)
                    partners[ours][theirs or NOBODY].add(action, events)
                    actions[ours][action] += events
    states = tuple(
        State(
            code,
            totals[code].quads,
            totals[code].mean_intensity,
            {other: tally.quads for other, tally in sorted(partners[code].items())},
            dict(sorted(actions[code].items())),
        )
        for code in own
    )
    return SideBySide(
        states,
        _largest([{o: quads.total for o, quads in s.partners.items() if o != NOBODY} for s in states], top),
        _largest([s.actions for s in states], top),
    )


def _largest(counts: Sequence[Mapping[str, int]], top: int) -> tuple[str, ...]:
    """The `top` keys by their sums, the largest first."""
    sums: dict[str, int] = defaultdict(int)
    for of_one in counts:
        for key, count in of_one.items():
            sums[key] += count
    return tuple(sorted(sums, key=lambda key: (-sums[key], key))[:top])


def step_of(extent: Extent) -> Unit:
    """A unit of time that cuts the extent into about fifteen pieces, as many as a narrow panel shows."""
    days = (extent.last - extent.first).days
    return next((unit for most, unit in STEPS if days <= most), "year")


def begins(years: Mapping[dt.date, int], stray: float = 0.03) -> dt.date | None:
    """The year in which the bulk of events begins: those before it hold less than `stray` of them, and would
    squeeze all others on an axis of time. None where there are no events."""
    skipped, total = 0, sum(years.values())
    for start in sorted(years):
        skipped += years[start]
        if skipped > total * stray:
            return start
    return None
