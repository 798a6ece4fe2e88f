"""What the shapes of the timeline mean: as short a line as will do, and only of shapes that are drawn."""

from __future__ import annotations

from collections.abc import Iterable

import streamlit as st

from dashboard.i18n import mark, tr
from dashboard.text import escape

_BOX = "display:inline-block;vertical-align:middle;margin-right:.4rem;"
SHAPES = {
    "day": (f"{_BOX}width:.66rem;height:.66rem;border-radius:50%;background:currentColor", mark("a day")),
    "published": (
        f"{_BOX}width:.5rem;height:.5rem;border-radius:50%;background:currentColor;"
        "box-shadow:0 0 0 .16rem color-mix(in srgb, currentColor 35%, transparent)",
        mark("day of publication, where the text names none"),
    ),
    "long": (
        f"{_BOX}width:1.5rem;height:.3rem;background:currentColor",
        mark("known by the month or year only: as long as that"),
    ),
    "planned": (
        f"{_BOX}width:.66rem;height:.66rem;border-radius:50%;border:2px solid currentColor;"
        "box-sizing:border-box",
        mark("planned, not yet done"),
    ),
    "share": (
        f"{_BOX}width:.5rem;height:.8rem;border:1.5px solid currentColor;box-sizing:border-box",
        mark("the part of a bar that is planned, not yet done"),
    ),
    "comment": (
        f"{_BOX}border-left:.3rem solid transparent;border-right:.3rem solid transparent;"
        "border-bottom:.5rem solid currentColor",
        mark("comment on the move above it"),
    ),
}


def shapes(seen: Iterable[str]) -> None:
    """The key of those of SHAPES that are seen."""
    wanted = set(seen)
    items = "".join(
        f'<span><i aria-hidden="true" style="{style}"></i>{escape(tr(told))}</span>'
        for name, (style, told) in SHAPES.items()
        if name in wanted
    )
    if items:
        line = "display:flex;flex-wrap:wrap;gap:.15rem 1.1rem"
        st.html(f'<div class="sp-small sp-soft" style="{line}">{items}</div>')
