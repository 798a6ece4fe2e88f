"""Moves in lines and in a table; a click on either opens the card."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Protocol

import pandas as pd
import streamlit as st

from dashboard import filters, reader, words
from dashboard.i18n import mark, tr
from dashboard.panels.source_line import Sourced, source_line
from dashboard.text import escape, plain
from models.queries.rows import EventRow


class Dated(words.Dyadic, Protocol):
    """A move with a date, as far as it is known."""

    @property
    def event_id(self) -> str: ...
    @property
    def date(self) -> Any: ...
    @property
    def date_precision(self) -> str: ...


def when(row: Dated) -> str:
    """`Nov 6, 2025`, or `reported Nov 10, 2025` where the text names no date."""
    day = reader.day(row.date, row.date_precision)
    return tr("reported {day}", day=day) if row.date_precision == "published" else day


def head_line(row: Dated, planned: bool = False, named: bool = True) -> str:
    """One move as HTML: its quad's colour, the pair, action and date."""
    colour = words.colour(words.quad_of(row.action), reader.dark())
    hollow = " sp-planned" if planned else ""
    pair = f'<span class="sp-head">{escape(words.pair(row))}</span>' if named else ""
    told = f"{escape(words.action(row.action))} · {escape(when(row))}"
    dot = f'<span class="sp-dot{hollow}" style="--c:{colour}"></span>'
    return (
        f'<div>{dot}{pair}</div><div class="sp-small sp-soft">{told}</div>'
        if named
        else f"<p>{dot}{told}</p>"
    )


def block(row: EventRow) -> str:
    """A move with its evidence and source, as HTML."""
    head, source = head_line(row, row.planned_for is not None), source_line(row, with_title=False)
    proof = f'<p class="sp-proof">{escape(plain(row.evidence))}</p>'
    return head + proof + source


OPENED_FROM = "_opened_from"
"""The session key of the table whose cell opened the card; the cell is freed when the card is closed."""


def close_move() -> None:
    """Close the card, and let the same cell be clicked again."""
    filters.set_view("move", "")
    table_key = st.session_state.pop(OPENED_FROM, None)
    if table_key:
        st.session_state[table_key] = {"selection": {"rows": [], "columns": [], "cells": []}}


def open_move(event_id: str) -> None:
    """Open the card of a move: for `on_click`."""
    filters.set_view("move", event_id)


def cards(rows: Sequence[EventRow], key: str, note: str = "") -> None:
    """Moves as bordered cards, each with a button to all that is known of it; `note` is our own words."""
    for row in rows:
        with st.container(border=True, gap=None):
            st.html(block(row) + (f'<p class="sp-small sp-note">{escape(note)}</p>' if note else ""))
            st.button(
                tr("How we know"),
                key=f"{key}_{row.event_id}",
                type="tertiary",
                on_click=open_move,
                args=(row.event_id,),
            )


COLUMNS: dict[str, Callable[[EventRow], Any]] = {
    mark("Date"): lambda row: row.date,
    mark("Exact"): lambda row: words.told(words.PRECISION, row.date_precision),
    mark("Actor"): lambda row: words.party(row.actor),
    mark("Action"): lambda row: words.action(row.action),
    mark("Counterpart"): lambda row: words.party(row.counterpart) if row.counterpart else "",
    mark("Kind"): lambda row: words.quad(row.quad),
    mark("Evidence"): lambda row: plain(row.evidence),
    mark("Source"): lambda row: plain(row.source),
    mark("Outlets"): lambda row: row.outlets,
    mark("Confidence"): lambda row: round(row.confidence * 100),
    mark("Intensity"): lambda row: row.intensity,
    mark("Planned for"): lambda row: row.planned_for,
    mark("Place"): lambda row: plain(row.place or ""),
    mark("Who"): lambda row: plain(row.actor_name),
    mark("Language"): lambda row: words.language(row.lang),
    mark("Retold"): lambda row: row.retold,
}
EVERYDAY = ("Date", "Actor", "Action", "Counterpart", "Evidence", "Source", "Confidence")


def table(
    rows: Sequence[EventRow], key: str, columns: Sequence[str] = EVERYDAY, height: Any = "auto"
) -> None:
    """Moves as a table; a click on a cell opens its move. Cells are text: nothing in them acts."""
    frame = pd.DataFrame({name: [COLUMNS[name](row) for row in rows] for name in columns})
    ids = [row.event_id for row in rows]

    def chosen() -> None:
        cells = st.session_state[key].selection.cells
        if cells and cells[0][0] < len(ids):
            st.session_state[OPENED_FROM] = key
            open_move(ids[cells[0][0]])

    st.dataframe(
        frame,
        key=key,
        on_select=chosen,
        selection_mode="single-cell",
        hide_index=True,
        height=height,
        width="stretch",
        column_config={name: tr(name) for name in columns}
        | {
            "Date": st.column_config.DateColumn(tr("Date"), format="localized", width=118),
            "Planned for": st.column_config.DateColumn(tr("Planned for"), format="localized", width=118),
            "Exact": st.column_config.TextColumn(
                tr("Exact"), width="small", help=tr("How exactly the date is known.")
            ),
            "Actor": st.column_config.TextColumn(tr("Actor"), width=112),
            "Counterpart": st.column_config.TextColumn(tr("Counterpart"), width=145),
            "Action": st.column_config.TextColumn(tr("Action"), width=172),
            "Source": st.column_config.TextColumn(tr("Source"), width=130),
            "Evidence": st.column_config.TextColumn(tr("Evidence"), width=250),
            "Outlets": st.column_config.NumberColumn(
                tr("Outlets"), width="small", help=tr("How many outlets tell it in words of their own.")
            ),
            "Confidence": st.column_config.NumberColumn(tr("Confidence"), format="%d %%", width=98),
            "Intensity": st.column_config.NumberColumn(
                tr("Intensity"),
                format="%.1f",
                width="small",
                help=tr("Goldstein value, from −10 conflict to 10 cooperation."),
            ),
        },
    )


__all__ = ["EVERYDAY", "Sourced", "block", "cards", "head_line", "open_move", "table", "when"]
