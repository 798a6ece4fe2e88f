"""The pairs of parties as a table: of one period, or before, now and the change."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd
import streamlit as st

from dashboard import filters, reader, words
from dashboard.i18n import tr
from dashboard.panels import dyad_pair
from dashboard.panels.against import Shown
from models.queries.comparison import PairChange
from models.queries.network import Edge

HEIGHT = 598  # pixels, as high as the network beside it


def table(shown: Shown, edges: Sequence[Edge], picked: str = "") -> None:
    """All pairs, or those of the party that was `picked`."""
    party = words.party(picked) if picked else ""
    st.header(tr("The pairs of {party}", party=party) if picked else tr("The pairs"), anchor=False)
    if picked:
        st.button(tr("Show all pairs"), type="tertiary", on_click=filters.set_view, args=("actor", ""))
    if shown.both and shown.mode == "change":
        _changes([row for row in shown.both.pairs if not picked or picked in (row.a, row.b)])
    else:
        _totals([row for row in edges if not picked or picked in (row.a, row.b)])


def _totals(edges: Sequence[Edge]) -> None:
    frame = pd.DataFrame(
        {
            "Pair": [words.dyad(edge.a, edge.b) for edge in edges],
            "Moves": [edge.quads.total for edge in edges],
            "Conflict": [edge.quads.conflict for edge in edges],
            "Intensity": [round(edge.mean_intensity, 1) for edge in edges],
        }
    )
    _draw(
        frame,
        edges,
        {
            "Moves": st.column_config.NumberColumn(tr("Moves"), format="localized"),
            "Conflict": st.column_config.NumberColumn(tr("Conflict"), format="localized"),
            "Intensity": st.column_config.NumberColumn(
                tr("Tone"),  # a short word: on most screens a longer one pushes the column out of sight
                format="localized",
                help=tr("Mean of the moves' Goldstein values, from −10 conflict to 10 cooperation."),
            ),
        },
    )


def _changes(pairs: Sequence[PairChange]) -> None:
    frame = pd.DataFrame(
        {
            "Pair": [words.dyad(pair.a, pair.b) for pair in pairs],
            "Before": [pair.before.total for pair in pairs],
            "Now": [pair.now.total for pair in pairs],
            "Change": [pair.change for pair in pairs],
        }
    )
    _draw(
        frame,
        pairs,
        {
            "Before": st.column_config.NumberColumn(tr("Before"), format="localized"),
            "Now": st.column_config.NumberColumn(tr("Now"), format="localized"),
            "Change": st.column_config.NumberColumn(tr("Change"), format="%+d"),
        },
    )


def _draw(frame: pd.DataFrame, pairs: Sequence[Edge | PairChange], columns: dict[str, Any]) -> None:
    """The table; a click on a pair offers the way to its own page."""
    room = 330 if reader.phone() else HEIGHT
    state = st.dataframe(
        frame,
        hide_index=True,
        width="stretch",
        height=min(room, 3 + 35 * (max(len(frame), 1) + 1)),
        key="pairs",
        on_select="rerun",
        selection_mode="single-cell",
        column_config={"Pair": st.column_config.TextColumn(tr("Pair"), width=190), **columns},
    )
    cells = state.selection.cells
    if cells and cells[0][0] < len(pairs):
        chosen = pairs[cells[0][0]]
        dyad_pair.link(chosen.a, chosen.b)
    else:
        st.caption(tr("Click a pair for the way to all its moves."))
