"""Dates and numbers by the reader's habit. Pure: the locale is an argument, as the browser names it."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_skeleton
from babel.numbers import format_compact_decimal, format_decimal, format_percent

from dashboard.i18n import plural


@lru_cache(maxsize=256)
def locale_of(name: str | None) -> Locale:
    """The Babel locale of a browser's language tag (`ru-KZ`); English where it is unknown."""
    try:
        return Locale.parse((name or "en").replace("-", "_"), sep="_")
    except (UnknownLocaleError, ValueError, TypeError):
        return Locale("en")


def day(when: date, locale: str | None = None, precision: str = "day") -> str:
    """A date no more exact than it is known: day, month or year."""
    known = locale_of(locale)
    if precision == "year":
        return str(format_skeleton("y", when, locale=known))
    if precision == "month":
        return str(format_skeleton("yMMM", when, locale=known))
    return str(format_date(when, "medium", locale=known))


def number(value: float, locale: str | None = None) -> str:
    """A whole number or a decimal with the reader's separators."""
    return str(format_decimal(value, locale=locale_of(locale)))


def share(value: float, locale: str | None = None) -> str:
    """`44%`, `44 %`: a share of 1 in whole hundredths."""
    return str(format_percent(value, locale=locale_of(locale)))


def short_number(value: float, locale: str | None = None) -> str:
    """`12K`, `12 тыс.`: for tight places."""
    return str(format_compact_decimal(value, fraction_digits=1, locale=locale_of(locale)))


def count(n: int, one: str, many: str, locale: str | None = None) -> str:
    """`1 move`, `1,204 moves`, in the interface's language."""
    return f"{number(n, locale)} {plural(one, many, n)}"
