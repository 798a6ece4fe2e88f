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

from dashboard import habits, reader, words
from dashboard.i18n import percent, tr
from dashboard.page import Listed
from models.queries.filters import EventFilter
from models.queries.rows import HOME

__all__ = [
    "EventFilter",
    "bar",
    "change",
    "chips",
    "clear",
    "current",
    "from_session",
    "key",
    "narrowed",
    "set_view",
    "view",
]

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


def bar(listed: Listed, fields: Callable[[], None]) -> EventFilter:
    """Draw the filters by `fields` in the sidebar and settle session, address and filter with one another."""
    views = (*_shared(), *listed.page.views, *((("chart", ""),) if reader.embedded() else ()))
    before = st.session_state.get("_address")
    loaded = _sync(listed.slug, views)
    if not reader.embedded():
        with st.sidebar:
            fields()
    found = EventFilter.from_params(from_session())
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


def from_session() -> Params:
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
