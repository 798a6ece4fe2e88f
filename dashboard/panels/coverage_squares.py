"""Outlets by time: what was read of each, and what of none."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial

import streamlit as st

from dashboard import data, filters, reader, steps
from dashboard.charts import base, coverage
from dashboard.i18n import tr, trn
from dashboard.panels import marks, moves
from dashboard.text import escape, plain
from models.queries.coverage import MonthRow

SHOWN = 6


def by_outlet(months: tuple[MonthRow, ...]) -> None:
    """Outlets × time as squares, with the stretches that nobody read; a click on one shows its moves."""
    first, last = months[0].month, months[-1].month
    span = (last // 100 - first // 100) * 12 + last % 100 - first % 100 + 1
    step = coverage.step_for(span, 18 if reader.phone() else 48)
    order, squares = coverage.squares_of(months, step)
    others = len({row.source for row in months}) - len(order) + 1
    names = [
        (source, plain(source) if source else trn("{n} other outlet", "{n} other outlets", others))
        for source in order
    ]
    starts = coverage.starts_between(first, last, step)
    st.header(tr("Which outlet was read when"), anchor=False)
    figure = coverage.squares(names, squares, starts, partial(_square, step), reader.dark())
    unread = len(starts) - len({square.start for square in squares})
    key = f"outlets_{step}"
    alt = trn(
        "Squares of {outlets} outlets by time; {n} of {all} columns is empty: nothing was read then.",
        "Squares of {outlets} outlets by time; {n} of {all} columns are empty: nothing was read then.",
        unread,
        outlets=len(order),
        all=len(starts),
    )
    st.plotly_chart(
        figure,
        key=key,
        on_select=reader.picks(partial(_choose, key, step)),
        theme=None,
        config=base.CONFIG,
        alt=alt,
    )
    note = tr("Area: how many articles. Shaded: nothing was read.")
    if reader.embedded():
        st.caption(note)
        return
    st.caption(f"{note} {tr('Click a square for the moves of that outlet and time.')}")
    told = marks.hovered(figure, ">", reverse=True)
    marks.of_view("square", key, {f"{step}>{at}": text for at, text in told.items() if not at.endswith(">")})
    _chosen()


def _square(step: str, start: date, articles: int) -> str:
    return f"{steps.name(start, step)}: <b>{reader.count(articles, 'article', 'articles')}</b>"


def _choose(key: str, step: str) -> None:
    """Put the clicked square into the address; outlets without a row of their own name none."""
    points = st.session_state[key].selection.points
    picked = points[0].get("customdata") if points else None
    filters.set_view("square", f"{step}>{picked[1]}>{picked[0]}" if picked and picked[0] else "")


def _chosen() -> None:
    """The moves of one outlet's square. Outlets' names are strangers' words: they stand in HTML, escaped."""
    step, start, source = [*filters.view("square").split(">", 2), "", ""][:3]
    try:
        first = date.fromisoformat(start)
        last = steps.last_day(first, step)
    except (ValueError, KeyError):
        return
    f = replace(filters.current(), sources=(source,), date_from=first, date_to=last)
    page = data.moves(f, limit=SHOWN)
    told = f"{plain(source)}, {steps.name(first, step)}: {reader.count(page.total, 'move', 'moves')}"
    st.html(f'<h2 class="sp-h">{escape(told)}</h2>')
    moves.cards(page.rows, "square")
