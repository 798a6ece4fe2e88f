"""Each country's number of moves, the change, and its last two years as a row of small bars."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import streamlit as st

from dashboard import reader, words
from dashboard.i18n import number, tr
from dashboard.panels.keys import ORDER
from dashboard.text import escape
from models.queries.briefing import CountryNumbers
from models.vocabulary import actor


def figures(rows: Sequence[CountryNumbers]) -> None:
    """All countries side by side; on a phone two by two."""
    most = max((count for row in rows for _, count in row.series), default=0)
    st.html(f'<div class="sp-figures">{"".join(_figure(row, most) for row in rows)}</div>')


def _figure(row: CountryNumbers, most: int) -> str:
    colour = actor(row.code).colour or "currentColor"
    first, last = _month(row.series[0][0]), _month(row.series[-1][0])
    said = tr(
        "{party}: moves per month from {first} to {last}", party=words.party(row.code), first=first, last=last
    )
    return (
        f'<section class="sp-figure" style="--c:{colour}"><h2>{escape(words.party(row.code))}</h2>'
        f'<div><span class="sp-number">{reader.number(row.moves)}</span> '
        f'<span class="sp-small sp-soft">{_change(row)}</span></div>'
        f'<div class="sp-shares">{_shares(row)}</div>'
        f'<div class="sp-spark" role="img" aria-label="{escape(said)}">{_bars(row, most)}</div>'
        f'<div class="sp-axis sp-soft"><span>{escape(first)}</span><span>{escape(last)}</span></div>'
        "</section>"
    )


def _bars(row: CountryNumbers, most: int) -> str:
    heights = [(month, count, 100 * count / most if most else 0) for month, count in row.series]
    return "".join(
        f'<i style="height:{height:.0f}%" title="{escape(_month(month))}: {number(count)}"></i>'
        for month, count, height in heights
    )


def _shares(row: CountryNumbers) -> str:
    """The quads of the period as parts of one line."""
    dark, parts = reader.dark(), []
    for quad in ORDER:
        count = getattr(row.quads, quad)
        if count:
            style = f"flex:{count};background:{words.colour(quad, dark)}"
            parts.append(f'<i style="{style}" title="{escape(words.quad(quad))}: {number(count)}"></i>')
    return "".join(parts)


def _change(row: CountryNumbers) -> str:
    if row.moves == row.moves_before:
        return tr("as many as before")
    if not row.moves_before:
        return tr("none before")
    arrow = "▲" if row.moves > row.moves_before else "▼"
    return f"{arrow} {tr('from {n}', n=reader.number(row.moves_before))}"


def _month(month: int) -> str:
    return reader.day(date(month // 100, month % 100, 1), "month")
