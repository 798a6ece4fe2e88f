"""The marks of the timeline as a list, and what was chosen there last."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import streamlit as st

from dashboard import words
from dashboard.panels import marks

CHOSEN = "_story_listed"


def show(figure: Mapping[str, Any]) -> None:
    """The list. What is chosen there holds until a mark of the chart is clicked."""
    marks.listed("story", _named(figure), st.session_state.get(CHOSEN, ""), _choose)


def chosen(figure: Mapping[str, Any]) -> list[str]:
    """The customdata of the mark that was chosen from the list, if the figure still has it."""
    code = st.session_state.get(CHOSEN, "")
    return code.split(":") if code in _named(figure) else []


def _choose(code: str) -> None:
    st.session_state[CHOSEN] = code


def forget() -> None:
    """A mark of the chart was clicked."""
    st.session_state[CHOSEN] = ""


def _named(figure: Mapping[str, Any]) -> dict[str, str]:
    """Marks by their code; those of bars are told with the lane that they stand in."""
    found = {}
    for code, told in marks.hovered(figure, ":").items():
        kind, lane = code.split(":")[:2]
        if kind != "said":  # comments are opened from the card of their move
            found[code] = told if kind == "move" else f"{words.party(lane)}, {told}"
    return found
