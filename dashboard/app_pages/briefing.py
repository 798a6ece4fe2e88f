"""Briefing: what is new, what weighs most, what is unusual, what is said about it."""

from __future__ import annotations

import streamlit as st

from dashboard import data, filters, reader, words
from dashboard.page import Page
from dashboard.panels import comment_card, country_figures, empty, heading, keys, moves, take_away
from dashboard.text import escape

DAYS = {"7": "7 days", "30": "30 days", "90": "90 days", "365": "a year"}
ENOUGH = 12
PAGE = Page("Briefing", order=10, views=(("days", ""),))


def render() -> None:
    """The period, then figures, moves and comments of it."""
    f = filters.current()
    when = _period(f)
    if when is None:
        heading.head("Briefing")
        empty.nothing("moves")
        return
    numbers = data.numbers(f, when)
    heading.head("Briefing", _finding(numbers))
    if not f.date_from:
        st.segmented_control(
            "Days up to the newest move",
            list(DAYS),
            format_func=DAYS.__getitem__,
            key=filters.key("days"),
            required=True,
        )
    rows = data.countries(f, when)
    country_figures.figures([row for row in rows if row.code != "C5" or row.moves or row.moves_before])
    keys.quads()
    _moves(f, when)
    _comments(f, when)
    take_away.links(filters.narrowed(f, first=when.first, last=when.last), ("events", "commentary"))


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
    told = reader.count(numbers.moves, "move", "moves")
    days = (when.last - when.first).days + 1
    change = numbers.moves - numbers.moves_before
    if not numbers.moves_before:
        compared = f"none in the {days} days before"
    elif change:
        more = "more" if change > 0 else "fewer"
        compared = f"{reader.number(abs(change))} {more} than in the {days} days before"
    else:
        compared = f"as many as in the {days} days before"
    against = numbers.quads.conflict
    tone = (
        f"{reader.number(against)} of them {'is' if against == 1 else 'are'} conflict"
        if against
        else ("none of them is conflict")
    )
    return f"{reader.day(when.first)} to {reader.day(when.last)}: {told}, {compared}; {tone}."


def _moves(f: filters.EventFilter, when: data.Period) -> None:
    """The strongest and the most unusual moves side by side."""
    strong, strange = st.columns(2, gap="large")
    with strong:
        st.subheader(
            "Strongest moves", anchor=False, help="Greatest intensity either way, most outlets first."
        )
        rows = data.strongest(f, when)
        moves.cards(rows, "strong")
    with strange:
        st.subheader(
            "Unusual moves",
            anchor=False,
            help="What this pair has seldom done before, measured against all earlier moves in the record.",
        )
        shown = {row.event_id for row in rows}
        found = [one for one in data.unusual(f, when, limit=10) if one.event.event_id not in shown][:5]
        if not found:
            st.caption("Nothing beyond the moves beside it.")
        for one in found:
            moves.cards([one.event], "strange", note=_why(one))


def _why(one: data.Unusual) -> str:
    """Why a move counts as unusual, in words."""
    pair = f"{words.party(one.event.actor)} and {words.party(one.event.counterpart)}"
    if not one.known:
        return f"The first move between {pair} in the record."
    known = reader.count(one.known, "earlier move", "earlier moves")
    if not one.seen:
        return f"New between {pair}: none of their {known} was of this kind."
    return f"Rare between {pair}: {reader.number(one.seen)} of their {known}."


def _comments(f: filters.EventFilter, when: data.Period) -> None:
    """The newest comments, of the period if there are any."""
    within = filters.narrowed(f, first=when.first, last=when.last)
    page = data.comments(within, limit=6)
    title = "Said in these days"
    if not page.rows:
        page, title = data.comments(f, limit=6), "Said last"
    if not page.rows:
        return
    st.subheader(title, anchor=False)
    for column, start in zip(st.columns(3), range(3), strict=True):
        with column:
            for row in page.rows[start::3]:
                comment_card.show(row, "briefing")
    if page.total > len(page.rows):
        more = reader.count(page.total - len(page.rows), "more comment", "more comments")
        st.html(f'<p class="sp-small sp-soft">{escape(more)} on the page Commentary.</p>')
