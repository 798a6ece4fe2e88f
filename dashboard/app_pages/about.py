"""What the data are, how they are made, how good they are, and what they can't say."""

from __future__ import annotations

import re
from pathlib import Path

import pandas as pd
import streamlit as st

from dashboard import data, reader, words
from dashboard.page import Page
from dashboard.panels import keys
from dashboard.text import escape
from models.vocabulary.actions import QUADS, actions

PAGE = Page("About the data", 80, always=True)

TEXT = Path(__file__).parents[1] / "about.md"


def render() -> None:
    """The text of about.md; a comment in it names the table that stands there."""
    st.title("About the data", anchor=False)
    tables = {"actions": _actions, "accuracy": _accuracy}
    for piece in re.split(r"(<!-- \w+ -->)", TEXT.read_text(encoding="utf-8")):
        name = re.fullmatch(r"<!-- (\w+) -->", piece)
        if name:
            tables[name.group(1)]()
        elif piece.strip():
            st.markdown(piece)


def _actions() -> None:
    """The codebook's actions as a table whose words wrap; the quads have the colours of the charts."""
    dark = reader.dark()
    heads = ("Action", "Covers", "Slug", "PLOVER", "CAMEO", "Intensity")
    rows = []
    for row in actions().values():
        colour = words.colour(row.quad, dark)
        dot = (
            f'<span class="sp-dot" style="--c:{colour}" title="{escape(QUADS[row.quad].label["en"])}"></span>'
        )
        cells = (escape(row.covers), escape(row.slug), row.plover, row.cameo, f"{row.intensity:+g}")
        others = "".join(f"<td>{cell}</td>" for cell in cells)
        rows.append(f'<tr><th scope="row">{dot}{escape(row.label["en"])}</th>{others}</tr>')
    head = "".join(f'<th scope="col">{name}</th>' for name in heads)
    st.html(
        '<div class="sp-scroll" tabindex="0"><table class="sp-table">'
        f"<thead><tr>{head}</tr></thead><tbody>{''.join(rows)}</tbody></table></div>"
    )
    keys.quads()


def _accuracy() -> None:
    """Measured on invented articles coded by hand, every fourth kept aside while rules were written."""
    measured = data.accuracy()
    if not measured:
        st.text("No measurement ships with this version.")
        return
    st.html(
        f'<p class="sp-lead">{escape(measured["what"])}</p>'
        '<p class="sp-small sp-soft">F1 joins precision (how many rows are right) and recall (how many moves '
        "were found): 1 is perfect. <b>Kept aside</b>: articles that nobody looked at while the rules grew, "
        "the number to believe.</p>"
    )
    frame = pd.DataFrame(
        [
            {
                "Language": ", ".join(map(words.language, row["langs"])),
                "Articles": row["articles"],
                "Part": row["title"],
                "Moves: precision": row["move"]["p"],
                "Moves: recall": row["move"]["r"],
                "Moves: F1": row["move"]["f1"],
                "Pairs: F1": row["dyad"]["f1"],
                "Right date": row["date"],
                "Quiet kept quiet": row["quiet"],
                "Comments: F1": row["said"]["f1"],
                "Speakers: F1": row["who"]["f1"],
            }
            for row in measured["rows"]
        ]
    )
    st.dataframe(frame, hide_index=True, width="stretch", key="accuracy")
    st.caption(f"Measured on {reader.number(measured['articles'])} articles with {measured['command']}.")
