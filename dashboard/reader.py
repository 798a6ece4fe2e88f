"""What the reader's browser says: language, theme; and dates and numbers in that habit."""

from __future__ import annotations

from datetime import date

import streamlit as st

from dashboard import habits


def locale() -> str | None:
    """The browser's language tag, such as `en-GB`; None outside of a browser."""
    return st.context.locale


def dark() -> bool:
    """Is the dark theme worn? Light until the browser has told."""
    return st.context.theme.type == "dark"


def phone() -> bool:
    """Is it a phone, by the word that all mobile browsers put into their name? Charts get another shape."""
    return "Mobi" in (st.context.headers.get("User-Agent") or "")


def day(when: date, precision: str = "day") -> str:
    """A date, no more exact than it is known."""
    return habits.day(when, locale(), precision)


def number(value: float) -> str:
    """A number with the reader's separators."""
    return habits.number(value, locale())


def count(n: int, one: str, many: str) -> str:
    """`1,204 moves`."""
    return habits.count(n, one, many, locale())
