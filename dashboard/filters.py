"""Widgets ↔ EventFilter ↔ address.

The filters stand in the sidebar of every page and live in the address under stable codes
(`?country=KAZ&from=2025-01-01`), so that a copied address restores the view, whatever the labels say.
Streamlit clears the address on a page switch and its Back button changes it without a widget event;
`_sync` tells these apart: an address that we did not write ourselves is loaded, ours is kept.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import streamlit as st

from dashboard import data, habits, i18n, reader, words
from dashboard.i18n import percent, tr
from dashboard.page import Listed
from models.queries.filters import EventFilter
from models.queries.rows import HOME
from models.vocabulary import CENTRAL_ASIA
from models.vocabulary.actions import QUADS, actions

__all__ = ["EventFilter", "bar", "change", "chips", "clear", "current", "key", "narrowed", "set_view", "view"]

Params = dict[str, list[str]]
MANY = ("country", "counterpart", "action", "quad", "source", "language")
FIRST, LAST = date(1900, 1, 1), date(2100, 12, 31)
ONE = ("from", "to", "min-confidence", "search")


def key(name: str) -> str:
    """The session key of a filter's or view's widget."""
    return f"in_{name}"


def current() -> EventFilter:
    """The filter of this run, for pages."""
    found: EventFilter = st.session_state["_filter"]
    return found


def view(name: str) -> str:
    """The value of a page's view, such as the open move."""
    return str(st.session_state.get(key(name)) or "")


def set_view(name: str, value: str) -> None:
    """Change a view from a callback."""
    st.session_state[key(name)] = value


def change(**values: Any) -> None:
    """Set filters from a callback: `change(country=["KAZ"], from_=None)`; the underscore frees keywords."""
    for name, value in values.items():
        st.session_state[key(name.rstrip("_").replace("_", "-"))] = value


def clear() -> None:
    """Back to everything."""
    for name in MANY:
        st.session_state[key(name)] = []
    _put_ones({})


def narrowed(
    f: EventFilter, quads: tuple[str, ...] = (), first: date | None = None, last: date | None = None
) -> EventFilter:
    """The same filter within a part of its dates and, if given, one of its quads."""
    return replace(
        f,
        quads=quads or f.quads,
        date_from=max(filter(None, (f.date_from, first)), default=None),
        date_to=min(filter(None, (f.date_to, last)), default=None),
    )


def with_party(f: EventFilter, code: str, lanes: str) -> EventFilter:
    """The filter of one lane of a chart: `code` among the countries or among the counterparts."""
    if lanes == "country":
        return replace(f, countries=(code,))
    return replace(f, countries=f.countries or HOME, counterparts=(code,))


def bar(listed: Listed) -> EventFilter:
    """Draw the filters in the sidebar and settle session, address and filter with one another."""
    views = (*_shared(), *listed.page.views, *((("chart", ""),) if reader.embedded() else ()))
    before = st.session_state.get("_address")
    loaded = _sync(listed.slug, views)
    if not reader.embedded():
        with st.sidebar:
            _widgets()
    found = EventFilter.from_params(_from_session())
    wanted: Params = found.to_params()
    for name, default in views:
        value = view(name)
        if value and value != default:
            wanted[name] = [value]
    if not loaded and wanted != before:
        st.session_state["_problems"] = ()
    found = replace(found, problems=(*st.session_state.get("_problems", ()), *found.problems))
    st.session_state["_filter"] = found
    st.session_state["_address"] = wanted
    if wanted != _address():
        st.query_params.from_dict(wanted)
    return found


def _shared() -> tuple[tuple[str, str], ...]:
    """Views that every page has: the move whose card is open, the help, and the language of the interface."""
    return ("move", ""), ("help", ""), ("lang", reader.own())


def _address() -> Params:
    return {name: st.query_params.get_all(name) for name in st.query_params}


def _sync(slug: str, views: Sequence[tuple[str, str]]) -> bool:
    """Load the address into the session, unless it is what we wrote or what a page switch cleared."""
    state, now = st.session_state, _address()
    known = {name for name, _ in views} | {*MANY, *ONE}
    now = {name: values for name, values in now.items() if name in known}
    switched = state.get("_slug") not in (None, slug)
    if switched:
        set_view("move", "")
        set_view("help", "")
    foreign = "_address" not in state or (now != state["_address"] and not (switched and not now))
    if foreign:
        _load(now, views)
    for name, default in views:
        state.setdefault(key(name), default)
        if switched:  # given anew it reaches this page's widget: it belonged to one of the page before
            state[key(name)] = state[key(name)]
    state["_slug"] = slug
    return foreign


def _load(params: Params, views: Sequence[tuple[str, str]]) -> None:
    """Put an address into the widgets; what it does not name returns to its default."""
    read = EventFilter.from_params(params)
    st.session_state["_problems"] = read.problems
    clean = read.to_params()
    for name in MANY:
        st.session_state[key(name)] = list(clean.get(name, []))
    _put_ones(clean)
    for name, default in views:
        st.session_state[key(name)] = (params.get(name) or [default])[0]


def _put_ones(params: Mapping[str, Sequence[str]]) -> None:
    for name in ("from", "to"):
        text = (params.get(name) or [""])[0]
        st.session_state[key(name)] = min(max(date.fromisoformat(text), FIRST), LAST) if text else None
    st.session_state[key("min-confidence")] = round(float((params.get("min-confidence") or ["0"])[0]) * 100)
    st.session_state[key("search")] = (params.get("search") or [""])[0]


def _from_session() -> Params:
    """What the widgets say, in the words of an address."""
    state = st.session_state
    params: Params = {name: list(state[key(name)]) for name in MANY if state.get(key(name))}
    for name in ("from", "to"):
        if state.get(key(name)):
            params[name] = [state[key(name)].isoformat()]
    if state.get(key("min-confidence")):
        params["min-confidence"] = [f"{state[key('min-confidence')] / 100:g}"]
    if (state.get(key("search")) or "").strip():
        params["search"] = [state[key("search")].strip()]
    return params


def _options(name: str, found: Sequence[str]) -> list[str]:
    """`found` and whatever the address asks for beside it, so that no address loses a value."""
    return [*found, *(code for code in st.session_state.get(key(name), []) if code not in found)]


def _widgets() -> None:
    """The filters, the everyday ones first."""
    options = data.options()
    held = [code for code, _ in options.parties]
    st.text_input(
        tr("Search"),
        key=key("search"),
        placeholder=tr("words or names"),
        help=tr(
            "In any script and spelling: Жапаров finds Japarov, too. The page Search shows all that is found."
        ),
    )
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
    limits: dict[str, Any] = {
        "min_value": FIRST,
        "max_value": LAST,
        "format": "YYYY-MM-DD",
    }
    st.date_input(tr("From"), value=None, key=key("from"), help=tr("Moves on this day and later."), **limits)
    st.date_input(tr("To"), value=None, key=key("to"), help=tr("Moves on this day and earlier."), **limits)
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
    st.button(tr("Clear all filters"), on_click=clear, width="stretch", disabled=not _from_session())
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


@dataclass(frozen=True, slots=True)
class Chip:
    """One active filter in words. `text` may hold strangers' text (outlets, search): escape it."""

    name: str
    text: str


def chips(f: EventFilter, locale: str | None) -> list[Chip]:
    """The active filters in words, in the order of the sidebar."""
    params = f.to_params()
    says: list[tuple[str, str, Callable[[str], str]]] = [
        ("search", "“{}”", str),
        ("country", "{}", words.party),
        ("counterpart", tr("with {}"), words.party),
        ("quad", "{}", words.quad),
        ("action", "{}", words.action),
        ("from", tr("from {}"), lambda text: habits.day(date.fromisoformat(text), locale)),
        ("to", tr("to {}"), lambda text: habits.day(date.fromisoformat(text), locale)),
        ("source", tr("in {}"), str),
        ("language", tr("in: {}"), words.language),
        ("min-confidence", tr("confidence from {}"), lambda text: percent(float(text))),
    ]
    return [
        Chip(name, form.format(tr(" or ").join(word(value) for value in params[name])))
        for name, form, word in says
        if params.get(name)
    ]
