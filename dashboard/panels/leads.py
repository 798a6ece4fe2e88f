"""Ways on from the briefing: to the pairs that dealt most with each other, and to what has changed."""

from __future__ import annotations

import streamlit as st

from dashboard import data, filters, paths, reader, words
from dashboard.i18n import tr
from dashboard.text import escape
from models.vocabulary import CENTRAL_ASIA

SHOWN, LEAST = 4, 2
"""At most so many pairs, each with at least so many moves."""


def show(within: filters.EventFilter) -> None:
    """Links in a row: the busiest pairs of the moves that pass `within`, each to all its history, and the
    network against the year before."""
    busiest = [edge for edge in data.edges(within, limit=4 * SHOWN) if {edge.a, edge.b} & set(CENTRAL_ASIA)]
    busiest = [edge for edge in busiest if edge.quads.total >= LEAST]
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="leads"):
        if busiest:
            told = f'<span class="sp-soft sp-small">{escape(tr("Most moves between"))}</span>'
            st.html(told, width="content")
        for edge in busiest[:SHOWN]:
            a, b = (edge.a, edge.b) if edge.a in CENTRAL_ASIA else (edge.b, edge.a)
            paths.link("dyad", f"{words.dyad(a, b)} · {reader.number(edge.quads.total)}", a=a, b=b)
        paths.link("actors", tr("Who deals more with whom than before?"), keep=True, against="change")
