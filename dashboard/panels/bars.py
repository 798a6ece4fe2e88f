"""Small ranked bars that narrow the page when a row is clicked, each with its table."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pandas as pd
import streamlit as st

from dashboard import reader
from dashboard.charts import ranks
from dashboard.charts.base import CONFIG
from dashboard.i18n import number, tr
from dashboard.panels import columns


@dataclass(frozen=True, slots=True)
class Row:
    """One bar: what a click means, what the reader sees, how much. `label` may be strangers' text."""

    code: str
    label: str
    count: int


def show(
    key: str,
    title: str,
    rows: Sequence[Row],
    pick: Callable[[str], None],
    colours: Sequence[str] = (),
) -> None:
    """The bars under `title`, our own words; `pick(code)` runs before the page is drawn again.

    The key of the chart changes with each click: a chart of the same key would keep the row marked.
    """
    if not rows:
        return
    st.header(title, anchor=False)
    picks = st.session_state.get("_picks", 0)
    chart_key = f"bars_{key}_{picks}"

    def chosen() -> None:
        points = st.session_state[chart_key].selection.points
        if points and points[0]["point_index"] < len(rows):
            st.session_state["_picks"] = picks + 1
            pick(rows[points[0]["point_index"]].code)

    st.plotly_chart(
        ranks.ranks([(row.label, row.count) for row in rows], reader.dark(), colours, clicked=True),
        config=CONFIG,
        key=chart_key,
        on_select=reader.picks(chosen),
        selection_mode="points",
        alt=f"{title}: " + ", ".join(f"{row.label} {number(row.count)}" for row in rows[:5]),
    )


def tables(groups: Sequence[tuple[str, Sequence[Row]]]) -> None:
    """The same rows as tables, for those who would rather read."""
    filled = [(title, rows) for title, rows in groups if rows]
    if not filled:
        return
    with st.expander(tr("The same as a table")):
        for title, rows in filled:
            frame = pd.DataFrame(
                {title: [row.label for row in rows], tr("Comments"): [row.count for row in rows]}
            )
            st.dataframe(frame, hide_index=True, column_config=columns.headed(frame))
