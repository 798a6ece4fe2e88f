"""Which event each of many new reports belongs to, decided in memory by the rule of `models.identity`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, bindparam, select

from models.identity import DAY, FLOATING, LAG, event_id
from models.tables import EVENT

AT_ONCE = 5000  # ids in one question; SQLite takes 32,766 values
_BY_ID = select(EVENT.c.id, EVENT.c.event_id, EVENT.c.signature, EVENT.c.date, EVENT.c.date_precision).where(
    EVENT.c.event_id.in_(bindparam("ids", expanding=True))
)
_AROUND = [dt.timedelta(days=n) for n in range(1, LAG.days + 1)]


@dataclass(slots=True, eq=False)
class Known:
    """An event as far as its identity goes. `fresh` ones are made by these reports and not written yet."""

    key: int
    public: str
    signature: str
    date: dt.date
    precision: str
    fresh: bool = False


class Nearby:
    """The events at or next to the days of some reports, those of the database first."""

    def __init__(self, connection: Connection, reports: Collection[dict[str, Any]]) -> None:
        """Look up what is known near `reports` (rows of `merging.report`)."""
        self._at: dict[tuple[str, dt.date, str], Known] = {}
        ids = sorted({public for report in reports for public in _candidates(report)})
        for first in range(0, len(ids), AT_ONCE):
            for row in connection.execute(_BY_ID, {"ids": ids[first : first + AT_ONCE]}):
                self._note(Known(row.id, row.event_id, row.signature, row.date, row.date_precision))

    def draws(self, report: dict[str, Any]) -> bool:
        """Whether the report would draw undated ones of the database to itself, or give their event a day."""
        signature, date = report["signature"], report["date"]
        if report["date_precision"] != DAY:
            return False
        same = self._find(signature, date)
        if same is not None:
            return same.precision == FLOATING
        later = (self._find(signature, date + n) for n in _AROUND)
        before = (self._find(signature, date - n) for n in _AROUND)
        return any(e is not None and e.precision == FLOATING for e in later) or any(
            e is not None and e.precision == DAY for e in before
        )

    def event(self, report: dict[str, Any]) -> Known:
        """The event of the report, a fresh one (with key 0) where there is none. Dated reports come first."""
        signature, date, precision = report["signature"], report["date"], report["date_precision"]
        found = self._find(signature, date, precision)
        if precision == FLOATING and (found is None or found.precision == FLOATING):
            dated = (self._find(signature, date - n) for n in _AROUND)
            found = next((e for e in dated if e is not None and e.precision == DAY), found)
        if found is None:
            public = event_id(signature, date, precision)
            found = Known(0, public, signature, date, precision, fresh=True)
            self._note(found)
        return found

    def _find(self, signature: str, date: dt.date, precision: str = DAY) -> Known | None:
        return self._at.get((signature, date, _kind(precision)))

    def _note(self, event: Known) -> None:
        self._at[event.signature, event.date, _kind(event.precision)] = event


def _kind(precision: str) -> str:
    """A day and its stand-in by publication are one identity."""
    return DAY if precision == FLOATING else precision


def _candidates(report: dict[str, Any]) -> Iterator[str]:
    """The public ids of all events that the report may meet."""
    signature, date, precision = report["signature"], report["date"], report["date_precision"]
    yield event_id(signature, date, precision)
    if precision in (DAY, FLOATING):
        for n in _AROUND:
            yield event_id(signature, date - n, DAY)
            if precision == DAY:
                yield event_id(signature, date + n, DAY)
