"""Moves: the record itself, one row per move. A row opens its card."""

from __future__ import annotations

import streamlit as st

from dashboard import data, filters, reader
from dashboard.page import Page
from dashboard.panels import empty, heading, moves, take_away

SORTS = {
    "newest": ("Newest first", "date", True),
    "oldest": ("Oldest first", "date", False),
    "outlets": ("Most outlets", "outlets", True),
    "surest": ("Surest first", "confidence", True),
    "weakest": ("Least sure first", "confidence", False),
    "actor": ("By actor", "actor", False),
    "counterpart": ("By counterpart", "counterpart", False),
    "action": ("By action", "action", False),
}
SHOWN = 1000
PAGE = Page("Moves", order=60, views=(("sort", "newest"),))


def render() -> None:
    """The table with its sort and columns, and the links to take it away."""
    f = filters.current()
    if filters.view("sort") not in SORTS:
        filters.set_view("sort", "newest")
    total = data.count_moves(f)
    told = reader.count(total, "move", "moves")
    heading.head("Moves", f"{told}. Click one to see the sentence that proves it." if total else "")
    if not total:
        empty.nothing("moves")
        return
    sort, columns = st.columns([1, 3], vertical_alignment="bottom")
    sort.selectbox("Sort", list(SORTS), format_func=lambda name: SORTS[name][0], key=filters.key("sort"))
    chosen = columns.multiselect(
        "Columns", list(moves.COLUMNS), default=list(moves.EVERYDAY), key="moves_columns", placeholder="Date"
    )
    _, by, descending = SORTS[filters.view("sort")]
    page = data.moves(f, sort=by, descending=descending, limit=SHOWN)  # type: ignore[arg-type]
    height = min(35 * (len(page.rows) + 1) + 3, 720)
    moves.table(page.rows, "moves_table", chosen or ["Date"], height=height)
    if page.after:
        st.caption(
            f"The table shows the first {reader.number(SHOWN)} of {reader.number(total)} in this order. "
            "Narrow the filters to see the others; the files below hold all of them."
        )
    take_away.links(f)
