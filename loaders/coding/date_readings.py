"""What a date rule makes of its words: a day with precision and basis, in its past and its future reading."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from loaders.coding.date_rules import DateWords, Rule

_SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "winter": (12, 2)}
COARSE = {
    "day": "day",
    "fortnight": "day",
    "week": "month",
    "month": "month",
    "year": "year",
    "decade": "year",
}

_DAYS = {"day": 1, "week": 7, "fortnight": 14}


@dataclass(frozen=True, slots=True)
class Reading:
    """What a rule makes of its match: the past reading, the future one, and how they count."""

    date: dt.date
    precision: str
    basis: str
    later: dt.date
    anchor: str = "published"
    unit: str = "day"
    number: int = 0


def read(match: re.Match[str], rule: Rule, words: DateWords, published: date) -> Reading | None:
    """The day that a match names, or None where there is no such day (31 February, year 0)."""
    try:
        if rule.step is not None:
            return _step(*rule.step, published)
        return _READERS[rule.kind](Groups(match, words), published)
    except (ValueError, OverflowError):
        return None


class Groups:
    """A match's named groups by what they mean."""

    def __init__(self, match: re.Match[str], words: DateWords) -> None:
        self._parts = {k: v for k, v in match.groupdict().items() if v}
        self._words = words

    def __contains__(self, name: str) -> bool:
        return name in self._parts

    @property
    def day(self) -> int:
        found = re.match(r"\d+", self._parts["d"])
        return int(found.group()) if found else 0

    @property
    def month(self) -> int:
        return int(self._parts["m"]) if "m" in self._parts else self._words.month(self._parts["month"])

    def year(self, published: date) -> int | None:
        if "year" in self._parts:
            return int(self._parts["year"])
        if "years" in self._parts:
            return published.year + self._words.year_step(self._parts["years"])
        return None

    @property
    def weekday(self) -> int:
        return self._words.weekday(self._parts["weekday"])

    @property
    def season(self) -> str:
        return self._words.season(self._parts["season"])

    @property
    def number(self) -> int:
        return self._words.number(self._parts["n"]) if "n" in self._parts else 1

    @property
    def unit(self) -> str:
        return self._words.unit(self._parts.get("unit") or self._parts["w"])


def _calendar(g: Groups, published: date) -> Reading:
    """A day, a month or a year of the calendar; without a year the latest one that is not to come."""
    year = g.year(published)
    explicit = "explicit" if "years" not in g else "relative"
    if "d" in g and "month" not in g and "m" not in g:
        return _day_only(g.day, published)
    if "month" not in g and "m" not in g:
        day = date(year or published.year, 1, 1)
        return Reading(day, "year", explicit, day)
    month, day_number = g.month, g.day if "d" in g else 1
    precision = "day" if "d" in g else "month"
    if year is not None:
        day = date(year, month, day_number)
        return Reading(day, precision, explicit, day)
    edge = published if precision == "day" else published.replace(day=1)
    past = _last_such(edge, month, day_number)
    return Reading(past, precision, explicit, _next_such(edge, month, day_number))


def _month_end(g: Groups, published: date) -> Reading:
    """ "On the last day of May": the latest such day that is not to come, unless a year is named."""
    year, basis = g.year(published), "relative" if "years" in g else "explicit"
    day = _last_day(year or published.year, g.month)
    past = _last_day(day.year - 1, g.month) if year is None and day > published else day
    return Reading(past, "day", basis, day)


def _last_day(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])


def _last_such(edge: date, month: int, day: int) -> date:
    for year in range(edge.year, edge.year - 9, -1):
        if day <= calendar.monthrange(year, month)[1] and date(year, month, day) <= edge:
            return date(year, month, day)
    raise ValueError("no such day")


def _next_such(edge: date, month: int, day: int) -> date:
    for year in range(edge.year, edge.year + 9):
        if day <= calendar.monthrange(year, month)[1] and date(year, month, day) >= edge:
            return date(year, month, day)
    raise ValueError("no such day")


def _day_only(number: int, published: date) -> Reading:
    """ "on the 8th": the latest such day of a month, and the next one."""
    past, later = published, published
    while past.day != number:
        past -= timedelta(days=1)
        if (published - past).days > 62:
            raise ValueError("no such day")
    while later.day != number:
        later += timedelta(days=1)
    return Reading(past, "day", "relative", later, "scene", "day of", number)


def _month_of_scene(g: Groups, published: date) -> Reading:
    """ "In January of that year"."""
    past = _last_such(published.replace(day=1), g.month, 1)
    return Reading(past, "month", "relative", past, "scene", "month of", g.month)


def _weekday(g: Groups, published: date) -> Reading:
    """The latest such weekday, the day of publication itself included; for plans the next one."""
    back = (published.weekday() - g.weekday) % 7
    ahead = (g.weekday - published.weekday()) % 7
    past = published - timedelta(days=back)
    return Reading(past, "day", "relative", published + timedelta(days=ahead))


def _weekday_strict_last(g: Groups, published: date) -> Reading:
    back = (published.weekday() - g.weekday) % 7 or 7
    day = published - timedelta(days=back)
    return Reading(day, "day", "relative", day)


def _weekday_last_week(g: Groups, published: date) -> Reading:
    day = published - timedelta(days=published.weekday() + 7 - g.weekday)
    return Reading(day, "day", "relative", day)


def _weekday_before_last(g: Groups, published: date) -> Reading:
    back = ((published.weekday() - g.weekday) % 7 or 7) + 7
    day = published - timedelta(days=back)
    return Reading(day, "day", "relative", day)


def _weekday_next(g: Groups, published: date) -> Reading:
    ahead = (g.weekday - published.weekday()) % 7 or 7
    day = published + timedelta(days=ahead)
    return Reading(day, "day", "relative", day)


def _next_month(g: Groups, published: date) -> Reading:
    day = _next_such(shift(published.replace(day=1), "month", 1), g.month, 1)
    return Reading(day, "month", "relative", day)


def _season(g: Groups, published: date) -> Reading:
    """A season is its year; without one, the latest that has begun."""
    year = g.year(published)
    if year is not None:
        day = date(year, 1, 1)
        return Reading(day, "year", "explicit" if "years" not in g else "relative", day)
    begun = g.season == "winter" or published.month >= _SEASONS[g.season][0]
    past = published.year if begun else published.year - 1
    return Reading(date(past, 1, 1), "year", "relative", date(past if not begun else published.year, 1, 1))


def _season_last(g: Groups, published: date) -> Reading:
    last = 11 if g.season == "winter" else 0  # in December another winter has begun
    over = published.month <= last if last else published.month > _SEASONS[g.season][1]
    day = date(published.year if over else published.year - 1, 1, 1)
    return Reading(day, "year", "relative", day)


def _season_next(g: Groups, published: date) -> Reading:
    ahead = published.month < _SEASONS[g.season][0]
    day = date(published.year if ahead else published.year + 1, 1, 1)
    return Reading(day, "year", "relative", day)


def _ago(g: Groups, published: date) -> Reading:
    return _step("published", g.unit, -g.number, published)


def _ago_weekday(g: Groups, published: date) -> Reading:
    """ "A year ago on Thursday", said on or before that Thursday: the day of the calendar a year before."""
    ahead = (g.weekday - published.weekday()) % 7
    day = shift(published + timedelta(days=ahead), g.unit, -g.number)
    return Reading(day, "day", "relative", day)


def _before_clause(g: Groups, published: date) -> Reading:
    """ "Ten years after it joined": what follows was so long before the publication, or a day just named."""
    return _step("clause", g.unit, -g.number, published)


def _before(g: Groups, published: date) -> Reading:
    return _step("scene", g.unit, -g.number, published)


def _after(g: Groups, published: date) -> Reading:
    return _step("scene", g.unit, g.number, published)


def _ahead(g: Groups, published: date) -> Reading:
    return _step("published", g.unit, g.number, published)


def _step(anchor: str, unit: str, number: int, published: date) -> Reading:
    """So many units from the day of publication or of the scene."""
    precision = "day" if unit == "any" else COARSE[unit]
    day = floor(shift(published, unit, number), precision)
    return Reading(day, precision, "relative", day, anchor, unit, number)


def shift(day: date, unit: str, number: int) -> date:
    if unit in _DAYS:
        return day + timedelta(days=number * _DAYS[unit])
    if unit == "any":
        return day
    months = day.year * 12 + day.month - 1 + number * {"month": 1, "year": 12, "decade": 120}[unit]
    year, month = months // 12, months % 12 + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def floor(day: date, precision: str) -> date:
    if precision == "month":
        return day.replace(day=1)
    return day.replace(month=1, day=1) if precision == "year" else day


_READERS: dict[str, Callable[[Groups, date], Reading]] = {
    "calendar": _calendar,
    "weekday": _weekday,
    "weekday_strict_last": _weekday_strict_last,
    "weekday_last_week": _weekday_last_week,
    "weekday_before_last": _weekday_before_last,
    "weekday_next": _weekday_next,
    "month_end": _month_end,
    "month_of_scene": _month_of_scene,
    "nextmonth": _next_month,
    "season": _season,
    "season_last": _season_last,
    "season_next": _season_next,
    "ago": _ago,
    "ago_weekday": _ago_weekday,
    "before": _before,
    "before_clause": _before_clause,
    "after": _after,
    "ahead": _ahead,
}


def readable_kinds() -> Iterator[str]:
    """The kinds of rules that a language file may use, `ignore` aside."""
    yield from _READERS
