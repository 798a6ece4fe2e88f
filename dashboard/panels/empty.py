"""Empty states: each says what to do next."""

from __future__ import annotations

import streamlit as st

from dashboard import filters
from dashboard.i18n import tr
from dashboard.text import escape


def nothing(what: str, hint: str = "", key: str = "") -> None:
    """Nothing passes the filters: say so in `what` ("No moves here"), and offer the way out."""
    hint = hint or tr("Widen the dates, drop a filter, or clear them all.")
    st.html(f'<div class="sp-empty"><h2>{escape(what)}</h2><p class="sp-soft">{escape(hint)}</p></div>')
    if filters.current():
        st.button(tr("Clear all filters"), on_click=filters.clear, key=f"empty_clear_{key or what}")
