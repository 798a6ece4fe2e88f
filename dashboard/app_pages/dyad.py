"""Dyad: how the dealings of two parties developed, and when their tone changed. A mark opens its moves."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import Any

import streamlit as st

from dashboard import data, filters, pairs, reader, steps, words
from dashboard.charts import dyad_steps
from dashboard.charts.base import COOPERATION
from dashboard.i18n import mark, number, tr, trn
from dashboard.page import Page
from dashboard.panels import (
    comment_card,
    dyad_chart,
    dyad_pair,
    dyad_tone,
    empty,
    heading,
    moves,
    take_away,
)
from dashboard.panels.embed import outlets
from dashboard.text import escape
from models.queries.dyad import between
from models.queries.filters import EventFilter
from models.tone import MOVES, turns
from models.vocabulary.actions import actions

PAGE = Page(
    mark("Dyad"),
    order=45,
    views=(("a", ""), ("b", ""), ("way", "all"), ("at", "")),
    charts=(("time", mark("The two over time")), ("actions", mark("What each does to the other"))),
)
CARDS, MOST, NEWEST = 6, 200, 5
"""Up to so many moves stand as cards with their proof; at most so many are listed; so many of the newest."""
_STEP = re.compile(r"([12]\d{3})-(\d\d)(?::(month|quarter|year))?")


def render() -> None:
    """The pair, its chart with the moves of the mark that was clicked, its actions, and what was said."""
    f = filters.current()
    a, b = dyad_pair.settle(f)
    found = pairs.dyad(f, a, b)
    heading.head(words.dyad(a, b), _finding(found))
    dyad_pair.selectors(f, a)
    if found is None:
        empty.nothing(
            tr("No moves of this pair here"), tr("Choose another counterpart, or widen the filters.")
        )
        _comments(f, a, b)
        return
    shown = dyad_chart.shown_of(f, found)
    dyad_pair.ways(a, b)
    if shown.cells:
        dyad_chart.over_time(shown)
    else:
        st.caption(tr("No move that can be drawn runs this way."))
    left, right = st.columns([1.4, 1], gap="large")
    with left:
        _below(shown)
    with right:
        dyad_chart.by_action(shown)
        _comments(f, a, b)
    take_away.links(between(f, a, b), ("events", "mentions", "commentary"))


def embed(chart: str) -> int:
    """What the two did over time, or what each does to the other, alone."""
    f = filters.current()
    a, b = dyad_pair.settle(f)
    found = pairs.dyad(f, a, b)
    heading.head(words.dyad(a, b), _finding(found))
    if found is None:
        empty.nothing(tr("No moves of this pair here"))
        return 0
    shown = dyad_chart.shown_of(f, found)
    if chart == "actions":
        dyad_chart.by_action(shown)
    elif shown.cells:
        dyad_chart.over_time(shown)
    return outlets(between(f, a, b))


def _finding(found: pairs.Dyad | None) -> str:
    """How many moves, how friendly, and when the tone changed most."""
    if found is None:
        return ""
    friendly = sum(cell.count for cell in found.cells if actions()[cell.action].quad in COOPERATION)
    drawn = found.moves - found.coarse
    first, last = reader.day(found.first, "month"), reader.day(found.last, "month")
    told = reader.count(found.moves, "move", "moves")
    values = {"told": told, "first": first, "last": last, "share": reader.share(friendly / max(drawn, 1))}
    if first == last:
        says = tr("{told} both ways, all in {first}; cooperation {share}.", **values)
    else:
        says = tr("{told} both ways from {first} to {last}; cooperation {share}.", **values)
    turned = turns(dyad_steps.tones(found.cells))
    if drawn < 2 * MOVES:
        return says
    if not turned:
        return f"{says} {tr('No month stands out by a change of tone.')}"
    sharpest = max(turned, key=lambda turn: abs(turn.change))
    return f"{says} " + tr(
        "The sharpest change of tone: {month}, from {before} to {after}.",
        month=dyad_tone.month_name(sharpest.month),
        before=dyad_tone.signed(sharpest.before.mean),
        after=dyad_tone.signed(sharpest.after.mean),
    )


def _below(shown: dyad_chart.Shown) -> None:
    """The moves of the chosen mark, else the newest."""
    at = filters.view("at")
    way, _, slug = at.partition(":")
    step = _STEP.fullmatch(at)
    if step and 1 <= int(step[2]) <= 12:
        start, unit = date(int(step[1]), int(step[2]), 1), step[3] or "month"
        narrow = filters.narrowed(shown.f, first=start, last=steps.last_day(start, unit))
        _list(shown, narrow, shown.way, steps.name(start, unit), by_month=True)
    elif way in dyad_pair.WAYS and slug in actions():
        narrow = replace(shown.f, actions=(slug,))
        title = f"{words.action(slug)}: {dyad_pair.way_name(way, shown.a, shown.b)}"
        _list(shown, narrow, way, title, by_month=False)
    else:
        st.header(tr("The newest of them"), anchor=False)
        st.caption(tr("Click a bar or a turning point for its moves."))
        moves.cards(pairs.moves(shown.f, shown.a, shown.b, shown.way, limit=NEWEST), "dyad_newest")


def _list(shown: dyad_chart.Shown, f: EventFilter, way: Any, title: str, *, by_month: bool) -> None:
    """Moves under their title, with the turning point of that month where there is one."""
    rows = pairs.moves(f, shown.a, shown.b, way, by_month=by_month, limit=MOST)
    st.header(f"{title} ({number(len(rows))})" if len(rows) < MOST else title, anchor=False)
    for turn in shown.turns:
        if filters.view("at") == dyad_chart.code(dyad_tone.first_day(turn.month), "month"):
            told = f"{dyad_tone.turn_label(turn)}. {dyad_tone.turn_told(turn)}"
            st.html(f'<p class="sp-small">{escape(told)}</p>')
    st.button(tr("show the newest"), type="tertiary", on_click=filters.set_view, args=("at", ""))
    if not rows:
        st.caption(tr("No moves here"))
    elif len(rows) <= CARDS:
        moves.cards(rows, "dyad")
    else:
        moves.table(rows, f"dyad_table_{filters.view('at')}")


def _comments(f: EventFilter, a: str, b: str) -> None:
    """What was said of the two."""
    page = data.comments(between(f, a, b), limit=4)
    if not page.rows:
        return
    st.header(tr("Said about the two"), anchor=False)
    for row in page.rows:
        comment_card.show(row, "dyad")
    rest = page.total - len(page.rows)
    if rest:
        more = trn(
            "{n} more comment on the page Commentary.", "{n} more comments on the page Commentary.", rest
        )
        st.html(f'<p class="sp-small sp-soft">{escape(more)}</p>')
