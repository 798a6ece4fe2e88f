"""Who a speaker is: the spellings of the name, roles over time, and comments by year."""

from __future__ import annotations

from collections.abc import Iterable

import streamlit as st

from dashboard import reader, words
from dashboard.i18n import tr
from dashboard.text import escape, plain
from models.queries.speakers import Heard, RoleRow, SpeakerRow


def show(row: SpeakerRow, heard: Heard) -> None:
    """The profile as a card."""
    with st.container(border=True):
        st.html(_head(row))
        roles, years = st.columns([1.6, 1], gap="large")
        roles.html(_roles(heard.roles))
        years.html(_years(heard))


def _head(row: SpeakerRow) -> str:
    others = ""
    if len(row.names) > 1:
        joined = tr("Put together from the spellings {names}", names=", ".join(map(plain, row.names)))
        others = f'<p class="sp-small sp-soft sp-flush">{escape(joined)}</p>'
    told = tr(
        "{comments} in {outlets}, {years}",
        comments=reader.count(row.comments, "comment", "comments"),
        outlets=reader.count(row.outlets, "outlet", "outlets"),
        years=_span(row),
    )
    return (
        f'<h2 class="sp-title sp-person">{escape(plain(row.speaker))}</h2>{others}'
        f'<p class="sp-lead">{escape(told)}</p>'
    )


def _roles(rows: Iterable[RoleRow]) -> str:
    """In which roles the person was named, the latest first."""
    lines = "".join(
        f"<tr><td>{escape(plain(row.role) or tr('no role named'))}"
        f' <span class="sp-tag">{escape(words.told(words.KIND, row.kind))}</span></td>'
        f'<td class="sp-keep">{escape(_span(row))}</td><td>{escape(reader.number(row.comments))}</td></tr>'
        for row in rows
    )
    heads = "".join(f"<th>{escape(head)}</th>" for head in (tr("Role"), tr("When"), tr("Comments")))
    return (
        '<div class="sp-scroll"><table class="sp-table sp-slim">'
        f"<thead><tr>{heads}</tr></thead><tbody>{lines}</tbody></table></div>"
    )


def _span(row: RoleRow | SpeakerRow) -> str:
    """`2024`, or `2024–2026`."""
    first, latest = str(row.first.year), str(row.latest.year)
    return first if first == latest else f"{first}–{latest}"


def _years(heard: Heard) -> str:
    """Comments by year, each with its bar; years without any are told too."""
    counts = {int(year): number for year, number in heard.years}
    most = max(counts.values(), default=1)
    lines = "".join(
        f'<tr><th scope="row">{year}</th><td>{counts.get(year, 0)}</td>'
        f'<td><span class="sp-bar" style="--w:{counts.get(year, 0) / most:.0%}"></span></td></tr>'
        for year in range(max(counts, default=0), min(counts, default=1) - 1, -1)
    )
    heads = f"<th>{escape(tr('Year'))}</th><th>{escape(tr('Comments'))}</th><td></td>"
    return (
        '<table class="sp-table sp-numbers sp-slim">'
        f"<thead><tr>{heads}</tr></thead><tbody>{lines}</tbody></table>"
    )
