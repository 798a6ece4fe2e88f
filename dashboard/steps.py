"""Steps of time on an axis: where each ends, and what it is called."""

from __future__ import annotations

from datetime import date, timedelta

from dashboard import reader
from dashboard.i18n import tr


def last_day(start: date, unit: str) -> date:
    """The last day of the step that begins on `start`."""
    if unit in {"day", "week"}:
        return start + timedelta(days=0 if unit == "day" else 6)
    months = {"month": 1, "quarter": 3, "year": 12}[unit]
    ahead = start.month - 1 + months
    return date(start.year + ahead // 12, ahead % 12 + 1, 1) - timedelta(days=1)


def name(start: date, unit: str) -> str:
    """`2024`, `2024 Q2`, `May 2024`, `week of May 6, 2024`, `May 6, 2024`."""
    if unit == "year":
        return reader.day(start, "year")
    if unit == "quarter":
        return tr("{year} Q{quarter}", year=str(start.year), quarter=(start.month + 2) // 3)
    if unit == "month":
        return reader.day(start, "month")
    return tr("week of {day}", day=reader.day(start)) if unit == "week" else reader.day(start)
