"""Briefing: what is new, what weighs most, what is unusual, what is said about it."""

from __future__ import annotations

from functools import partial

import streamlit as st

from dashboard import data, filters, reader, words
from dashboard.i18n import mark, tr, trn
from dashboard.page import Page
from dashboard.panels import (
    comment_card,
    country_figures,
    coverage_note,
    empty,
    heading,
    keys,
    leads,
    moves,
    take_away,
)
from dashboard.panels.embed import outlets
from dashboard.text import escape

DAYS = {"7": mark("7 days"), "30": mark("30 days"), "90": mark("90 days"), "365": mark("a year")}
ENOUGH = 12
PAGE = Page(
    mark("Briefing"), order=10, views=(("days", ""),), charts=(("countries", mark("Each country's figures")),)
)


def render() -> None:
    """The period, then figures, moves and comments of it."""
    f = filters.current()
    when = _period(f)
    if when is None:
        heading.head(tr("Briefing"))
        empty.nothing(tr("No moves here"))
        return
    numbers = data.numbers(f, when)
    heading.head(tr("Briefing"), _finding(numbers))
    if not f.date_from:
        st.segmented_control(
            tr("Days up to the newest move"),
            list(DAYS),
            format_func=partial(words.told, DAYS),
            key=filters.key("days"),
            required=True,
        )
    _countries(f, when)
    within = filters.narrowed(f, first=when.first, last=when.last)
    leads.show(within)
    _moves(f, when)
    _comments(f, when)
    take_away.links(within, ("events", "commentary"))


def embed(_chart: str) -> int:
    """The countries' figures alone."""
    f = filters.current()
    when = _period(f)
    if when is None:
        heading.head(tr("Briefing"))
        empty.nothing(tr("No moves here"))
        return 0
    heading.head(tr("Briefing"), _finding(data.numbers(f, when)))
    _countries(f, when)
    return outlets(filters.narrowed(f, first=when.first, last=when.last))


def _countries(f: filters.EventFilter, when: data.Period) -> None:
    """Each country's figures, and what they rest on."""
    rows = data.countries(f, when)
    country_figures.figures([row for row in rows if row.code != "C5" or row.moves or row.moves_before])
    keys.quads()
    coverage_note.note(filters.narrowed(f, first=when.first, last=when.last))


def _period(f: filters.EventFilter) -> data.Period | None:
    """The days that the reader chose; else the shortest span to the newest move with enough to read."""
    if filters.view("days") not in DAYS:
        for days in DAYS:
            when = data.period(f, int(days))
            filters.set_view("days", days)
            if when is None or data.numbers(f, when).moves >= ENOUGH:
                break
    return data.period(f, int(filters.view("days")))


def _finding(numbers: data.Numbers) -> str:
    """The period in one or two sentences."""
    when = numbers.period
    days = (when.last - when.first).days + 1
    change, against = numbers.moves - numbers.moves_before, numbers.quads.conflict
    if not numbers.moves_before:
        compared = trn("none the day before", "none in the {n} days before", days)
    elif change > 0:
        compared = trn(
            "{more} more than the day before",
            "{more} more than in the {n} days before",
            days,
            more=reader.number(change),
        )
    elif change:
        compared = trn(
            "{fewer} fewer than the day before",
            "{fewer} fewer than in the {n} days before",
            days,
            fewer=reader.number(-change),
        )
    else:
        compared = trn("as many as the day before", "as many as in the {n} days before", days)
    tone = (
        trn("{n} of them is conflict", "{n} of them are conflict", against)
        if against
        else tr("none of them is conflict")
    )
    return tr(
        "{first} to {last}: {told}, {compared}; {tone}.",
        first=reader.day(when.first),
        last=reader.day(when.last),
        told=reader.count(numbers.moves, "move", "moves"),
        compared=compared,
        tone=tone,
    )


def _moves(f: filters.EventFilter, when: data.Period) -> None:
    """The strongest and the most unusual moves side by side."""
    strong, strange = st.columns(2, gap="large")
    with strong:
        st.header(
            tr("Strongest moves"), anchor=False, help=tr("Greatest intensity either way, most outlets first.")
        )
        rows = data.strongest(f, when)
        strange_ones = {one.event.event_id: one for one in data.unusual(f, when, limit=10)}
        for row in rows:
            one = strange_ones.pop(row.event_id, None)
            moves.cards([row], "strong", note=_why(one) if one and not one.seen else "")
    with strange:
        st.header(
            tr("Unusual moves"),
            anchor=False,
            help=tr(
                "What this pair has seldom done before, measured against all earlier moves in the record."
            ),
        )
        if not strange_ones:
            st.caption(tr("Nothing beyond the moves beside it."))
        for one in list(strange_ones.values())[:5]:
            moves.cards([one.event], "strange", note=_why(one))


def _why(one: data.Unusual) -> str:
    """Why a move counts as unusual, in words."""
    pair = words.dyad(one.event.actor, one.event.counterpart)
    if not one.known:
        return tr("{pair}: their first move in the record.", pair=pair)
    if not one.seen:
        return trn(
            "New for {pair}: their one earlier move was of another kind.",
            "New for {pair}: none of their {n} earlier moves was of this kind.",
            one.known,
            pair=pair,
        )
    return trn(
        "Rare for {pair}: {seen} of their {n} earlier move.",
        "Rare for {pair}: {seen} of their {n} earlier moves.",
        one.known,
        pair=pair,
        seen=reader.number(one.seen),
    )


def _comments(f: filters.EventFilter, when: data.Period) -> None:
    """The newest comments, of the period if there are any."""
    within = filters.narrowed(f, first=when.first, last=when.last)
    page = data.comments(within, limit=6)
    title = tr("Said in these days")
    if not page.rows:
        page, title = data.comments(f, limit=6), tr("Said last")
    if not page.rows:
        return
    st.header(title, anchor=False)
    for column, start in zip(st.columns(3), range(3), strict=True):
        with column:
            for row in page.rows[start::3]:
                comment_card.show(row, "briefing")
    if page.total > len(page.rows):
        more = trn(
            "{n} more comment on the page Commentary.",
            "{n} more comments on the page Commentary.",
            page.total - len(page.rows),
        )
        st.html(f'<p class="sp-small sp-soft">{escape(more)}</p>')
