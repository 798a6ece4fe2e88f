"""From page to page: addresses of other pages, and links that open them without loading everything anew."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from urllib.parse import urlencode

import streamlit as st

from dashboard import filters, i18n, reader
from dashboard.page import Listed

_PAGES = "_pages"


def known(listed: Sequence[Listed], pages: Sequence[st.Page]) -> None:
    """Say which pages there are, with Streamlit's own of each: once in each run, before any of them draws."""
    st.session_state[_PAGES] = {one.slug: (one, page) for one, page in zip(listed, pages, strict=True)}


def link(slug: str, label: str, keep: bool = False, key: str = "", **views: str) -> None:
    """A link within the dashboard. `label` is our own words; `views` are the other page's, such as
    `article="a…"`. With `keep` the filters go along.

    `key` tells equal links of one page apart. Within one page it is a button: a link from a card to the page
    that lies under it would leave the card's own rerun to write the former address back.
    """
    if st.session_state.get("_slug") != slug:
        st.page_link(st.session_state[_PAGES][slug][1], label=label, query_params=_params(keep, views))
        return
    named = "_".join(("go", slug, label, key, *views.values()))
    if st.button(label, key=named, type="tertiary", on_click=_stay, args=(slug, keep, views)):
        st.rerun()


def _stay(slug: str, keep: bool, views: Mapping[str, str]) -> None:
    """Another view of the same page, without the card that lay over it."""
    if not keep:
        filters.clear()
    usual = dict(st.session_state[_PAGES][slug][0].page.views)
    for name, value in {**usual, "move": "", **views}.items():
        filters.set_view(name, value)


def address(slug: str, keep: bool = False, **views: str) -> str:
    """The same as a relative address, for HTML: whoever follows it loads the page anew."""
    query = urlencode([(name, value) for name, values in _params(keep, views).items() for value in values])
    return f"./{slug}?{query}" if query else f"./{slug}"


def _params(keep: bool, views: Mapping[str, str]) -> dict[str, list[str]]:
    params = filters.current().to_params() if keep else {}
    params |= {name: [value] for name, value in views.items() if value}
    if i18n.language() != reader.own():
        params["lang"] = [i18n.language()]
    return params
