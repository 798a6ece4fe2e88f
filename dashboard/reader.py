"""What the reader's browser says: language, theme; and dates and numbers in that habit."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import streamlit as st

from dashboard import habits, i18n

LANGUAGE = "in_lang"
"""The session key of the language that the reader chose."""


def own() -> str:
    """The language of the reader's browser, one of ours."""
    return i18n.best(st.context.locale)


def language() -> str:
    """The language that the reader chose, here or by the address, else the browser's."""
    chosen = st.session_state.get(LANGUAGE) or st.query_params.get("lang")
    return str(chosen if chosen in i18n.NAMES else own())


def locale() -> str | None:
    """How dates and numbers are written: the browser's habit where it is of the interface's language."""
    habit, wanted = st.context.locale, i18n.interface()
    return habit if i18n.best(habit) == wanted else wanted


def dark() -> bool:
    """Is the dark theme worn? Light until the browser has told."""
    return st.context.theme.type == "dark"


def embedded() -> bool:
    """Does the page stand in somebody else's? Then it is one chart, its key and its source."""
    return bool(st.context.is_embedded)


def picks(chosen: Callable[[], None]) -> Any:
    """What a click on a chart does: `chosen`, but nothing in a frame, where there is no room for more."""
    return "ignore" if embedded() else chosen


def phone() -> bool:
    """Is it a phone, by the word that all mobile browsers put into their name? Charts get another shape."""
    return "Mobi" in (st.context.headers.get("User-Agent") or "")


def day(when: date, precision: str = "day") -> str:
    """A date, no more exact than it is known."""
    return habits.day(when, locale(), precision)


def number(value: float) -> str:
    """A number with the reader's separators."""
    return habits.number(value, locale())


def share(value: float) -> str:
    """`44%`."""
    return habits.share(value, locale())


def count(n: int, one: str, many: str) -> str:
    """`1,204 moves`."""
    return habits.count(n, one, many, locale())
