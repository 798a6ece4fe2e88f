"""Help that lies over a page: a tour of five steps, and what keys do.

Its address is `?help=1` to `?help=5`, or `?help=keys`.
"""

from __future__ import annotations

import streamlit as st

from dashboard import filters, paths
from dashboard.i18n import mark, tr
from dashboard.text import escape

# Title, text, and the page that the step speaks of.
STEPS = (
    (
        mark("A move, and its proof"),
        mark(
            "Each row of the record is one move: who did what towards whom, and when. Click any move, on "
            "a card, in a table or in a chart, and you see the sentence that proves it, in its article, "
            "with the outlet's link."
        ),
        "moves",
    ),
    (
        mark("What is new"),
        mark(
            "The briefing tells what happened in the last days, what weighs most, and what is unusual for"
            " a pair of countries."
        ),
        "briefing",
    ),
    (
        mark("The filters go along"),
        mark(
            "Country, counterpart, kind, dates, outlet: what you choose at the side holds on every page "
            "and stands in the address. Copy the address, and others see what you see."
        ),
        "timeline",
    ),
    (
        mark("Find anything, in any spelling"),
        mark(
            "Жапаров, Japarov and Zhaparov are one name here. The search finds moves, comments, people, "
            "articles and outlets in all seven languages."
        ),
        "search",
    ),
    (
        mark("What it does not know"),
        mark(
            "A program reads the articles, and it errs. Confidence says how often such rows are right; "
            "About the data says how that was measured; Sources shows what was read, and what was not."
        ),
        "about",
    ),
)
KEYS = (
    ("Tab, Shift + Tab", mark("to the next control, and back")),
    ("Enter, Space", mark("press the button or open the list that is marked")),
    ("↑ ↓", mark("move in a list or change a slider; in a table, from cell to cell")),
    ("Esc", mark("close the card, the list or this help")),
    ("R", mark("read the page anew")),
    ("Alt + ←", mark("back to the view before")),
)


def buttons() -> None:
    """The ways into the help, for the foot of the sidebar."""
    with st.container(horizontal=True, gap="small", key="help_buttons"):
        st.button(tr("A short tour"), type="tertiary", on_click=_open, args=("1",), key="help_tour")
        st.button(tr("Keys"), type="tertiary", on_click=_open, args=("keys",), key="help_keys")


def offer() -> None:
    """On the first page of a visit, until it is taken or put away: the tour."""
    state = st.session_state
    if state.get("_offered") or any(name != "lang" for name in st.query_params):
        return
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="help_offer"):
        st.html(f'<span class="sp-soft sp-small">{escape(tr("New here?"))}</span>', width="content")
        st.button(
            tr("Five steps show what is where"),
            type="tertiary",
            on_click=_open,
            args=("1",),
            key="offer_take",
        )
        st.button(tr("No, thank you"), type="tertiary", on_click=_put_away, key="offer_leave")


def from_address() -> None:
    """Open the help that the address names, if it names any."""
    asked = "" if filters.view("move") else filters.view("help")
    if asked == "keys":
        st.dialog(tr("What keys do"), on_dismiss=_close)(_keys)()
    elif asked in map(str, range(1, len(STEPS) + 1)):
        step = int(asked)
        title = tr("{title} ({step} of {all})", title=tr(STEPS[step - 1][0]), step=step, all=len(STEPS))
        st.dialog(title, on_dismiss=_close)(_step)(step)


def _open(what: str) -> None:
    _put_away()
    filters.set_view("help", what)


def _put_away() -> None:
    st.session_state["_offered"] = True


def _close() -> None:
    filters.set_view("help", "")


def _step(step: int) -> None:
    """One step: what it says, the page that it speaks of, and the steps beside it."""
    _, text, slug = STEPS[step - 1]
    st.html(f'<p class="sp-lead">{escape(tr(text))}</p>')
    if slug != st.session_state.get("_slug"):
        paths.link(slug, tr("Go there"), keep=True)
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        for label, to in ((tr("Back"), step - 1), (tr("Next"), step + 1)):
            if 1 <= to <= len(STEPS) and st.button(label, key=f"tour_{to}", on_click=_open, args=(str(to),)):
                st.rerun()
        if st.button(tr("Close"), key="tour_close", type="tertiary", on_click=_close):
            st.rerun()


def _keys() -> None:
    pairs = "".join(f"<dt><kbd>{escape(keys)}</kbd></dt><dd>{escape(tr(does))}</dd>" for keys, does in KEYS)
    st.html(f'<dl class="sp-facts">{pairs}</dl>')
