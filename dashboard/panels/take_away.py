"""Links to take away what is shown: all rows that pass the filters, not only those on the screen."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urlencode

import streamlit as st

from dashboard.i18n import mark, tr
from dashboard.text import escape
from models.queries.filters import EventFilter

NAMES = {
    "events": mark("Moves, all rows"),
    "mentions": mark("Sentences, all rows"),
    "commentary": mark("Comments, all rows"),
}


def address(kind: str, form: str, f: EventFilter) -> str:
    """The relative address of an extract of exactly what passes."""
    query = urlencode([(name, value) for name, values in f.to_params().items() for value in values])
    return f"./extract/{kind}.{form}" + (f"?{query}" if query else "")


def links(f: EventFilter, kinds: Sequence[str] = ("events", "mentions")) -> None:
    """A line of download links."""
    parts = []
    for kind in kinds:
        forms = " · ".join(
            f'<a href="{escape(address(kind, form, f))}" download>{label}</a>'
            for form, label in (("csv", "CSV"), ("jsonl", "JSON Lines"))
        )
        parts.append(f"<span>{escape(tr(NAMES[kind]))}: {forms}</span>")
    st.html(f'<div class="sp-downloads">{"".join(parts)}</div>')
