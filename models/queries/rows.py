"""Shapes that several questions answer with, and the small steps that they share."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, FromClause, RowMapping, Select, String, case, cast, func, select

from models.store import Store
from models.tables import ARTICLE, EVENT, MENTION, SOURCE
from models.vocabulary import CENTRAL_ASIA
from models.vocabulary.actions import QUADS, actions

AnySelect = Select[*tuple[Any, ...]]
HOME = (*CENTRAL_ASIA, "C5")  # the parties whose moves this record is about


@dataclass(frozen=True, slots=True)
class EventRow:
    """One event with its best mention: the one whose sentence is the evidence.

    `quad` is VC, MC, VX or MX; `intensity` -10 to 10; `outlets` how many tell it in words of their own.
    `published_basis` 'loaded' and `date_basis` 'loaded' mark the day of loading standing in for a date.
    """

    event_id: str
    move_id: str
    date: dt.date
    date_precision: str
    date_basis: str
    planned_for: dt.date | None
    actor: str
    actor_name: str
    actor_role: str
    action: str
    counterpart: str | None
    place: str | None
    confidence: float
    outlets: int
    source: str
    url: str
    title: str
    published: dt.date
    published_basis: str
    published_precision: str
    lang: str
    evidence: str
    retold: bool
    quad: str
    intensity: float


@dataclass(frozen=True, slots=True)
class Quads:
    """Counts of events by quad class: verbal and material, cooperation and conflict."""

    VC: int = 0
    MC: int = 0
    VX: int = 0
    MX: int = 0

    @property
    def total(self) -> int:
        """All events."""
        return self.VC + self.MC + self.VX + self.MX

    @property
    def cooperation(self) -> int:
        """Verbal and material cooperation."""
        return self.VC + self.MC

    @property
    def conflict(self) -> int:
        """Verbal and material conflict."""
        return self.VX + self.MX


class Tally:
    """Adds up counts by action into quads and mean intensity."""

    def __init__(self) -> None:
        self._counts = dict.fromkeys(QUADS, 0)
        self._intensity = 0.0

    def add(self, action: str, count: int) -> None:
        """Count that many events of an action."""
        known = actions()[action]
        self._counts[known.quad] += count
        self._intensity += known.intensity * count

    def add_quad(self, quad: str, count: int, intensity: float) -> None:
        """Count that many events of a quad class, whose intensities make this sum."""
        self._counts[quad] += count
        self._intensity += intensity

    @property
    def quads(self) -> Quads:
        """The counts so far."""
        return Quads(**self._counts)

    @property
    def mean_intensity(self) -> float:
        """The mean of the events' intensities, -10 to 10; 0 where there are none."""
        total = self.quads.total
        return self._intensity / total if total else 0.0


def quad_of(action: str) -> str:
    """The quad class of an action."""
    return actions()[action].quad


def quad_column() -> ColumnElement[str]:
    """The quad class of an event's action, as an expression."""
    return case({slug: known.quad for slug, known in actions().items()}, value=EVENT.c.action)


def intensity_sum() -> ColumnElement[float]:
    """The sum of the intensities of a group's events, as an expression."""
    return func.sum(case({slug: known.intensity for slug, known in actions().items()}, value=EVENT.c.action))


_EVENT_COLUMNS: tuple[ColumnElement[Any], ...] = (
    EVENT.c.event_id,
    EVENT.c.move_id,
    EVENT.c.date,
    EVENT.c.date_precision,
    EVENT.c.date_basis,
    EVENT.c.planned_for,
    EVENT.c.actor,
    EVENT.c.actor_name,
    EVENT.c.actor_role,
    EVENT.c.action,
    EVENT.c.counterpart,
    EVENT.c.place,
    EVENT.c.confidence,
    EVENT.c.outlets,
    SOURCE.c.name.label("source"),
    ARTICLE.c.url,
    ARTICLE.c.title,
    ARTICLE.c.published,
    ARTICLE.c.published_basis,
    ARTICLE.c.published_precision,
    MENTION.c.lang,
    MENTION.c.evidence,
    ARTICLE.c.retold,
)


def as_text(day: ColumnElement[Any]) -> ColumnElement[str]:
    """A date as ISO text, as the database writes it: extracts need no date objects in between."""
    return cast(day, String)


def with_best_mention() -> FromClause:
    """Events joined with their best mention, its article and its outlet."""
    return (
        EVENT.join(MENTION, MENTION.c.id == EVENT.c.best_mention_id)
        .join(ARTICLE, ARTICLE.c.id == MENTION.c.article_id)
        .join(SOURCE, SOURCE.c.id == ARTICLE.c.source_id)
    )


def event_select(*more: ColumnElement[Any]) -> AnySelect:
    """A select of `EventRow`'s columns, and of more after them."""
    return select(*_EVENT_COLUMNS, *more).select_from(with_best_mention())


def event_row(row: RowMapping) -> EventRow:
    """An `EventRow` from a row of `event_select`."""
    known = actions()[row["action"]]
    values = {column.name: row[column.name] for column in _EVENT_COLUMNS}
    return EventRow(**values, quad=known.quad, intensity=known.intensity)


def event_rows(store: Store, query: AnySelect) -> tuple[EventRow, ...]:
    """The answers of an `event_select`."""
    with store.read() as connection:
        return tuple(event_row(row) for row in connection.execute(query).mappings())


def streamed(store: Store, query: AnySelect, size: int = 1000) -> Iterator[tuple[Any, ...]]:
    """The rows of a query one by one, `size` in memory at a time."""
    with store.read() as connection:
        found = connection.execute(query, execution_options={"yield_per": size})
        for part in found.partitions():
            yield from map(tuple, part)
