"""The head of a page: its title, what it says just now, and the active filters in words."""

from __future__ import annotations

import streamlit as st

from dashboard import filters, paths, reader, refusals
from dashboard.i18n import tr
from dashboard.text import escape


def head(title: str, finding: str = "") -> None:
    """`title` and `finding` are our own words; names from articles must not stand in them."""
    st.title(title, anchor=False)
    if finding:
        st.html(f'<p class="sp-lead">{escape(finding)}</p>')
    echo()


def echo() -> None:
    """The active filters as a line: the sidebar that holds them is hidden on a phone."""
    f = filters.current()
    for problem in f.problems:
        st.html(
            f'<p class="sp-small sp-soft">{escape(tr("Not used: {what}", what=refusals.told(problem)))}</p>'
        )
    chips = filters.chips(f, reader.locale())
    if not chips:
        return
    shown = "".join(f'<span class="sp-chip">{escape(chip.text)}</span>' for chip in chips)
    only = escape(tr("Only"))
    if reader.embedded():
        st.html(f'<div class="sp-echo"><span class="sp-soft">{only}</span>{shown}</div>')
        return
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="echo"):
        st.html(
            f'<div class="sp-echo" role="status"><span class="sp-soft">{only}</span>{shown}</div>',
            width="content",
        )
        st.button(tr("clear"), on_click=filters.clear, type="tertiary", key="echo_clear")
        if f.search and st.session_state.get("_slug") != "search":
            paths.link("search", tr("all that these words find"), keep=True)
