"""Moves: the record itself, one row per move. A row opens its card."""

from __future__ import annotations

import streamlit as st

from dashboard import data, filters, reader
from dashboard.i18n import mark, tr
from dashboard.page import Page
from dashboard.panels import empty, heading, moves, take_away

SORTS = {
    "newest": (mark("Newest first"), "date", True),
    "oldest": (mark("Oldest first"), "date", False),
    "outlets": (mark("Most outlets"), "outlets", True),
    "surest": (mark("Surest first"), "confidence", True),
    "weakest": (mark("Least sure first"), "confidence", False),
    "actor": (mark("By actor"), "actor", False),
    "counterpart": (mark("By counterpart"), "counterpart", False),
    "action": (mark("By action"), "action", False),
}
SHOWN = 1000
PAGE = Page(mark("Moves"), order=60, views=(("sort", "newest"),))


def render() -> None:
    """The table with its sort and columns, and the links to take it away."""
    f = filters.current()
    if filters.view("sort") not in SORTS:
        filters.set_view("sort", "newest")
    total = data.count_moves(f)
    told = reader.count(total, "move", "moves")
    finding = tr("{told}. Click one to see the sentence that proves it.", told=told) if total else ""
    heading.head(tr("Moves"), finding)
    if not total:
        empty.nothing(tr("No moves here"))
        return
    sort, columns = st.columns([1, 3], vertical_alignment="bottom")
    sort.selectbox(
        tr("Sort"), list(SORTS), format_func=lambda name: tr(SORTS[name][0]), key=filters.key("sort")
    )
    chosen = columns.multiselect(
        tr("Columns"),
        list(moves.COLUMNS),
        default=list(moves.EVERYDAY),
        format_func=tr,
        key="moves_columns",
        placeholder=tr("Date"),
    )
    _, by, descending = SORTS[filters.view("sort")]
    page = data.moves(f, sort=by, descending=descending, limit=SHOWN)  # type: ignore[arg-type]
    height = min(35 * (len(page.rows) + 1) + 3, 720)
    moves.table(page.rows, "moves_table", chosen or ["Date"], height=height)
    if page.after:
        st.caption(
            tr(
                "The table shows the first {shown} of {all} in this order. "
                "Narrow the filters to see the others; the files below hold all of them.",
                shown=reader.number(SHOWN),
                all=reader.number(total),
            )
        )
    take_away.links(f)
