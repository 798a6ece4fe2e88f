"""The fields of the filters, for the sidebar of every page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import streamlit as st

from dashboard import data, i18n, reader, words
from dashboard.filters import FIRST, LAST, clear, from_session, key, set_view, view
from dashboard.i18n import tr
from models.vocabulary import CENTRAL_ASIA
from models.vocabulary.actions import QUADS, actions


def draw() -> None:
    """The filters, the everyday ones first, and the language of the pages."""
    options = data.options()
    st.text_input(
        tr("Search"),
        key=key("search"),
        placeholder=tr("words or names"),
        help=tr(
            "In any script and spelling: Жапаров finds Japarov, too. The page Search shows all that is found."
        ),
    )
    _who([code for code, _ in options.parties])
    _what()
    _when()
    _told(options)
    st.button(tr("Clear all filters"), on_click=clear, width="stretch", disabled=not from_session())
    _language()


def _options(name: str, found: Sequence[str]) -> list[str]:
    """`found` and whatever the address asks for beside it, so that no address loses a value."""
    return [*found, *(code for code in st.session_state.get(key(name), []) if code not in found)]


def _who(held: Sequence[str]) -> None:
    """Between whom; `held` are the parties of the record."""
    st.pills(
        tr("Country"),
        _options("country", CENTRAL_ASIA),
        selection_mode="multi",
        format_func=words.party,
        key=key("country"),
        help=tr("Moves in which this state acts or is acted upon."),
    )
    st.multiselect(
        tr("Counterpart"),
        _options("counterpart", held),
        format_func=words.party,
        key=key("counterpart"),
        placeholder=tr("anyone"),
        help=tr("The other side of the move: a state, an organisation, a treaty."),
    )


def _what() -> None:
    """Of which kind."""
    st.pills(
        tr("Kind"),
        list(QUADS),
        selection_mode="multi",
        format_func=words.quad,
        key=key("quad"),
        help=tr("Words or deeds, with or against each other."),
    )
    st.multiselect(
        tr("Action"),
        list(actions()),
        format_func=words.action,
        key=key("action"),
        placeholder=tr("any of the 28"),
        help=tr("What is done, by the codebook: see About the data."),
    )


def _when() -> None:
    """From which day to which."""
    limits: dict[str, Any] = {
        "min_value": FIRST,
        "max_value": LAST,
        "format": "YYYY-MM-DD",
    }
    st.date_input(tr("From"), value=None, key=key("from"), help=tr("Moves on this day and later."), **limits)
    st.date_input(tr("To"), value=None, key=key("to"), help=tr("Moves on this day and earlier."), **limits)


def _told(options: data.Options) -> None:
    """Told by whom, in which language, and how surely."""
    st.multiselect(
        tr("Source"),
        _options("source", sorted((name for name, _ in options.sources), key=str.casefold)),
        key=key("source"),
        placeholder=tr("any outlet"),
        help=tr("Moves that this outlet tells of, among others."),
    )
    st.multiselect(
        tr("Language"),
        _options("language", [code for code, _ in options.langs]),
        format_func=words.language,
        key=key("language"),
        placeholder=tr("any language"),
        help=tr("Moves that an article in this language tells of."),
    )
    st.slider(
        tr("Confidence, at least"),
        0,
        100,
        step=5,
        format="%d %%",
        key=key("min-confidence"),
        help=tr("How sure the coder is.") + f" {words.sure_rows()}",
    )


def _language() -> None:
    """The language of the pages."""
    if view("lang") not in i18n.NAMES:
        set_view("lang", reader.own())
    st.selectbox(
        "Language · Язык",
        list(i18n.NAMES),
        format_func=i18n.NAMES.__getitem__,
        key=key("lang"),
        help=tr(
            "The words of the pages, in English or Russian. In the region's other languages countries and "
            "actions have their names, and the rest is Russian."
        ),
    )
