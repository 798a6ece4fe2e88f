"""This period, the one before it, or the difference: one control and its words for pages that compare."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import partial

import streamlit as st
from babel.lists import format_list

from dashboard import data, filters, reader, words
from dashboard.habits import locale_of
from dashboard.i18n import interface, mark, tr
from dashboard.text import escape
from models.queries.comparison import Comparison, PartyChange, within
from models.queries.filters import EventFilter
from models.vocabulary import CENTRAL_ASIA

VIEW = ("against", "all")
CHOICES = {
    "all": mark("All"),
    "now": mark("This period"),
    "before": mark("Before"),
    "change": mark("Change"),
}
TOLD = 3  # parties named on either side of a finding
YEAR = (365, 366)
_WITH_THE = re.compile(r"United |.* (Union|Council|Accords|States|Bank|Organization|Territories)\b")


@dataclass(frozen=True, slots=True)
class Shown:
    """What is to be drawn: the filter of the period that was chosen, and, for the difference, both."""

    mode: str
    f: EventFilter
    both: Comparison | None = None


def control() -> None:
    """Draw the control; an unknown code in the address means everything."""
    if filters.view("against") not in CHOICES:
        filters.set_view("against", "all")
    st.segmented_control(
        tr("Period"),
        list(CHOICES),
        format_func=partial(words.told, CHOICES),
        key=filters.key("against"),
        required=True,
        width="content",
        help=tr(
            "The period is the one of the date filters, else the last 365 days up to the newest move. "
            "The one before is as long and ends where it begins."
        ),
    )


def chosen(f: EventFilter) -> Shown:
    """What the address asks for."""
    mode = filters.view("against")
    both = data.comparison(f) if mode in CHOICES and mode != "all" else None
    if both is None:
        return Shown("all", f)
    return Shown(mode, within(f, both.when.before if mode == "before" else both.when), both)


def days(shown: Shown, f: EventFilter) -> None:
    """Which days are meant, and what was read of them: more articles make more moves."""
    both = shown.both
    if both is None:
        return
    before = both.when.before
    parts = [
        tr(
            "This period: {first} to {last}, {moves} in {articles}.",
            first=reader.day(both.when.first),
            last=reader.day(both.when.last),
            moves=reader.count(both.moves, "move", "moves"),
            articles=reader.count(both.articles, "article", "articles"),
        ),
        tr(
            "Before: {first} to {last}, {moves} in {articles}.",
            first=reader.day(before.first),
            last=reader.day(before.last),
            moves=reader.count(both.moves_before, "move", "moves"),
            articles=reader.count(both.articles_before, "article", "articles"),
        ),
    ]
    if not (f.date_from or f.date_to):
        parts.insert(0, tr("No dates are set: the last 365 days up to the newest move."))
    most, least = max(both.articles, both.articles_before), min(both.articles, both.articles_before)
    if most > 1.5 * least:
        parts.append(tr("So different a number of articles is part of the difference."))
    st.html(f'<p class="sp-small sp-soft">{escape(" ".join(parts))}</p>')


def finding(both: Comparison, f: EventFilter) -> str:
    """`More with the United States (+8) than in the year before; less with Russia (−3).`"""
    own = set(f.countries or CENTRAL_ASIA)
    others = [party for party in both.parties if party.code not in own]
    more = _named([party for party in others if party.change > 0][:TOLD])
    less = _named([party for party in others if party.change < 0][:TOLD])
    year = (both.when.last - both.when.first).days + 1 in YEAR
    if more and less:
        return (
            tr("More with {more} than in the year before; less with {less}.", more=more, less=less)
            if year
            else tr("More with {more} than in the period before; less with {less}.", more=more, less=less)
        )
    if more:
        return (
            tr("More with {more} than in the year before.", more=more)
            if year
            else tr("More with {more} than in the period before.", more=more)
        )
    if less:
        return (
            tr("Less with {less} than in the year before.", less=less)
            if year
            else tr("Less with {less} than in the period before.", less=less)
        )
    return tr("As much as before with everybody.")


def signed(change: int) -> str:
    """`+8`, `−3`, `0`."""
    return f"{'+' if change > 0 else '−' if change < 0 else ''}{reader.number(abs(change))}"


def _named(parties: list[PartyChange]) -> str:
    names = [f"{_the(words.party(party.code))} ({signed(party.change)})" for party in parties]
    return str(format_list(names, locale=locale_of(reader.locale()))) if names else ""


def _the(name: str) -> str:
    return f"the {name}" if interface() == "en" and _WITH_THE.match(name) else name
