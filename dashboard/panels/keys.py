"""What the four colours mean, on every page the same."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from dashboard import reader, words
from dashboard.charts.base import change_colour
from dashboard.i18n import tr
from dashboard.text import escape

ORDER = ("MC", "VC", "VX", "MX")


def quads() -> None:
    """The key of the quad classes."""
    dark = reader.dark()
    items = "".join(
        f'<span style="--c:{words.colour(code, dark)}">{escape(words.quad(code))}</span>' for code in ORDER
    )
    st.html(f'<div class="sp-keys">{items}</div>')


def changes() -> None:
    """The key of the difference between two periods: more and less are none of the quad classes."""
    dark = reader.dark()
    said = {True: tr("More than before"), False: tr("Less than before (lines dashed)")}
    items = "".join(
        f'<span style="--c:{change_colour(more, dark)}">{escape(text)}</span>' for more, text in said.items()
    )
    st.html(f'<div class="sp-keys">{items}</div>')


def shades(colours: Sequence[str], ends: Sequence[str]) -> None:
    """The scale from which states take their shade, and what its ends (and middle) stand for."""
    ground = f"linear-gradient(to right, {', '.join(colours)})"
    text = escape(tr("Shade: {scale}", scale=" … ".join(ends)))
    st.html(f'<div class="sp-keys"><span class="sp-ramp" style="--c:{ground}">{text}</span></div>')
