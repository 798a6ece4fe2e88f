"""Empty states: each says what to do next."""

from __future__ import annotations

import streamlit as st

from dashboard import filters
from dashboard.i18n import tr
from dashboard.text import escape


def nothing(what: str, hint: str = "", key: str = "") -> None:
    """Nothing passes the filters: say so in `what` ("No moves here"), and offer the way out."""
    hint = hint or tr("Widen the dates, drop a filter, or clear them all.")
    st.html(f'<div class="sp-empty"><h3>{escape(what)}</h3><p class="sp-soft">{escape(hint)}</p></div>')
    if filters.current():
        st.button(tr("Clear all filters"), on_click=filters.clear, key=f"empty_clear_{key or what}")


def first_minute() -> None:
    """The store is empty: how to fill it."""
    st.title(tr("Nothing has been loaded yet"), anchor=False)
    st.html(
        '<p class="sp-lead">'
        + escape(
            tr(
                "Steppe reads news and keeps a record of what Kazakhstan, Kyrgyzstan, Tajikistan, "
                "Turkmenistan and Uzbekistan do abroad. Give it something to read, then reload this page."
            )
        )
        + "</p>"
    )
    ways = (
        (tr("The sample"), tr("Some 290 short reports in seven languages."), "steppe load sample_data"),
        (
            tr("Your articles"),
            tr("Text, HTML, JSON Lines, CSV, folders and archives."),
            "steppe load my-articles/",
        ),
        (
            tr("A page or a feed"),
            tr("Any address that may be read by machines."),
            "steppe load https://example.org/feed.xml",
        ),
    )
    for column, (title, what, command) in zip(st.columns(3), ways, strict=True):
        with column, st.container(border=True):
            st.subheader(title, anchor=False)
            st.caption(what)
            st.code(command, language="bash", wrap_lines=True)
