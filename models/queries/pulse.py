"""Has anything changed? A mark that pages put into the keys of what they remember."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import func, select

from models.store import Store
from models.tables import ARTICLE, COMMENT, EVENT, LOAD, MENTION, REJECTION


@dataclass(frozen=True, slots=True)
class Pulse:
    """A mark that differs after every load, and the number of events in the store."""

    mark: str
    events: int


def pulse(store: Store) -> Pulse:
    """A few look-ups by key and one count: cheap enough to be asked all the time."""
    newest = [func.max(table.c.id) for table in (ARTICLE, EVENT, MENTION, COMMENT, REJECTION, LOAD)]
    with store.read() as connection:
        keys = [connection.scalar(select(key)) or 0 for key in newest]
        finished = connection.scalar(select(LOAD.c.finished_at).order_by(LOAD.c.id.desc()).limit(1))
        events = connection.scalar(select(func.count()).select_from(EVENT)) or 0
    return Pulse(" ".join(map(str, [*keys, events, finished or ""])), events)
