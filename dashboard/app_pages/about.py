"""What the data are, how they are made, how good they are, and what they can't say."""

from __future__ import annotations

import re
from pathlib import Path

import streamlit as st

from dashboard import reader, words
from dashboard.i18n import interface, mark, tr
from dashboard.page import Page
from dashboard.panels import accuracy, keys, reliability
from dashboard.text import escape
from models.vocabulary.actions import actions

PAGE = Page(mark("About the data"), 80, views=((accuracy.VIEW, "unseen"),), always=True)

TEXTS = Path(__file__).parents[1]


def render() -> None:
    """The text of about.md; a comment in it names the table that stands there."""
    st.title(tr("About the data"), anchor=False)
    tables = {
        "actions": _actions,
        "languages": accuracy.languages,
        "chooser": accuracy.chooser,
        "by_action": accuracy.by_action,
        "mixed_up": reliability.mixed_up,
        "calibration": reliability.calibration,
        "misses": accuracy.known_misses,
    }
    for piece in re.split(r"(<!-- \w+ -->)", _text()):
        name = re.fullmatch(r"<!-- (\w+) -->", piece)
        if name:
            tables[name.group(1)]()
        elif piece.strip():
            st.markdown(piece)


def _text() -> str:
    """The text of the page in the interface's language."""
    name = "about.md" if interface() == "en" else f"about.{interface()}.md"
    return (TEXTS / name).read_text(encoding="utf-8")


def _actions() -> None:
    """The codebook's actions as a table whose words wrap; the quads have the colours of the charts."""
    dark = reader.dark()
    heads = (tr("Action"), tr("Covers"), tr("Slug"), "PLOVER", "CAMEO", tr("Intensity"))
    rows = []
    for row in actions().values():
        colour = words.colour(row.quad, dark)
        dot = f'<span class="sp-dot" style="--c:{colour}" title="{escape(words.quad(row.quad))}"></span>'
        cells = (escape(tr(row.covers)), escape(row.slug), row.plover, row.cameo, f"{row.intensity:+g}")
        others = "".join(f"<td>{cell}</td>" for cell in cells)
        rows.append(f'<tr><th scope="row">{dot}{escape(words.action(row.slug))}</th>{others}</tr>')
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in heads)
    st.html(
        '<div class="sp-scroll" tabindex="0"><table class="sp-table">'
        f"<thead><tr>{head}</tr></thead><tbody>{''.join(rows)}</tbody></table></div>"
    )
    keys.quads()
