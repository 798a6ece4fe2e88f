"""What the four colours mean, on every page the same."""

from __future__ import annotations

import streamlit as st

from dashboard import reader, words
from dashboard.text import escape

ORDER = ("MC", "VC", "VX", "MX")


def quads() -> None:
    """The key of the quad classes."""
    dark = reader.dark()
    items = "".join(
        f'<span style="--c:{words.colour(code, dark)}">{escape(words.quad(code))}</span>' for code in ORDER
    )
    st.html(f'<div class="sp-keys">{items}</div>')
