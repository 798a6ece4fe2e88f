"""The marks of a chart as a list: the way to their moves without a pointer."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from html import unescape
from typing import Any

import streamlit as st

from dashboard import filters, reader
from dashboard.i18n import mark, tr

LABEL = mark("The chart's marks as a list")
WIDTH = 420  # pixels


def of_view(name: str, key: str, options: Mapping[str, str]) -> None:
    """A list that puts the code of a mark into the view `name`, as a click on the mark does.

    `options` are codes and what the reader sees of each, in our own words or of the outlets: a list shows
    text as it is. `key` tells lists of one view apart. Nothing stands in a frame.
    """
    at = filters.view(name)
    listed(key, options, at if at in options else "", lambda code: filters.set_view(name, code))


def hovered(figure: Mapping[str, Any], join: str, reverse: bool = False) -> dict[str, str]:
    """The marks of a figure as its pointer tells of them: customdata, joined, and the words of each."""
    found = {}
    for trace in figure["data"]:
        for mark_of, told in zip(trace.get("customdata") or (), trace.get("hovertext") or (), strict=False):
            code = join.join(reversed(mark_of) if reverse else mark_of)
            found[code] = unescape(re.sub(r"<[^>]+>", "", told.replace("<br>", ", ")))
    return found


def listed(key: str, options: Mapping[str, str], at: str, chosen: Callable[[str], None]) -> None:
    """The same for marks that stand in no view: `chosen(code)` runs before the page is drawn again."""
    if reader.embedded() or not options:
        return
    widget = f"marks_{key}"
    st.session_state[widget] = at or None
    st.selectbox(
        tr(LABEL),
        list(options),
        format_func=options.__getitem__,
        key=widget,
        index=None,
        placeholder=tr("choose a mark for its moves"),
        width=WIDTH,
        on_change=lambda: chosen(st.session_state[widget] or ""),
    )
