"""The moves behind a bar of a comparison. A bar is named in the address: `KAZ:partner:RUS`,
`UZB:action:sign`, `TJK:quad:MX`, `KGZ:time:month:2025-11-01:up`, `TKM:all`."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import streamlit as st

from dashboard import data, filters, reader, steps, words
from dashboard.charts.base import CONFLICT, COOPERATION
from dashboard.i18n import tr
from dashboard.panels import moves
from models.vocabulary import actors
from models.vocabulary.actions import QUADS, actions

SHOWN = 6


def picked(f: filters.EventFilter, own: tuple[str, ...], pick: str) -> tuple[str, filters.EventFilter] | None:
    """What a bar is called and the filter of its moves; None where the address names no bar."""
    code, _, rest = pick.partition(":")
    kind, _, key = rest.partition(":")
    if code not in own:
        return None
    mine, name = replace(f, countries=(code,)), words.party(code)
    if kind == "all":
        return tr("{party}: all its moves", party=name), mine
    if kind == "partner" and key in actors():
        return words.dyad(code, key), replace(mine, counterparts=(key,))
    if kind == "action" and key in actions():
        return f"{name}: {words.action(key)}", replace(mine, actions=(key,))
    if kind == "quad" and key in QUADS:
        return f"{name}: {words.quad(key).lower()}", filters.narrowed(mine, quads=(key,))
    return _in_time(mine, name, key) if kind == "time" else None


def _in_time(mine: filters.EventFilter, name: str, key: str) -> tuple[str, filters.EventFilter] | None:
    """The same for a bar of time: `month:2025-11-01:up`."""
    unit, start, side = [*key.split(":"), "", ""][:3]
    try:
        first = date.fromisoformat(start)
        last = steps.last_day(first, unit)
    except (ValueError, KeyError):
        return None
    quads, word = (CONFLICT, tr("conflict")) if side == "down" else (COOPERATION, tr("cooperation"))
    kept = tuple(quad for quad in quads if not mine.quads or quad in mine.quads)
    return f"{name}, {steps.name(first, unit)}: {word}", filters.narrowed(mine, kept, first, last)


def show(f: filters.EventFilter, own: tuple[str, ...], pick: str, kind: str) -> None:
    """Under the chart that counts by `kind`: the moves of the bar `pick`, each with its proof."""
    found = picked(f, own, pick) if pick.split(":")[1:2] == [kind] else None
    if found is None:
        return
    title, narrowed = found
    page = data.moves(narrowed, limit=SHOWN)
    with st.container(key="picked"):
        st.header(title, anchor=False)
        if page.total > SHOWN:
            st.caption(tr("The newest {shown} of {all}.", shown=SHOWN, all=reader.number(page.total)))
        if not page.rows:
            st.caption(tr("No moves here"))
        moves.cards(page.rows, "compare")
