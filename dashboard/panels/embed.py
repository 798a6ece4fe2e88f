"""Charts in other people's pages: the form for a frame (`?embed=true`), and the code to copy for it."""

from __future__ import annotations

from html import escape as quoted
from urllib.parse import urlencode, urlsplit

import streamlit as st

from dashboard import data, filters, frames, i18n, paths
from dashboard.i18n import tr, trn
from dashboard.page import Listed
from dashboard.text import escape
from models.queries.filters import EventFilter

VIEW = "chart"
HEIGHT = 640  # pixels: room for the tallest of the common charts with its key


def outlets(f: EventFilter) -> int:
    """How many outlets prove the moves that pass."""
    found = data.known_from(f)
    return found.outlets if found else 0


def show(listed: Listed) -> None:
    """The chart that the address asks for, what it rests on, and the way to the whole page."""
    codes = [code for code, _ in listed.page.charts]
    if listed.embed is None or not codes:
        st.text(tr("This page has no chart that could stand in a frame."))
        number = None
    else:
        asked = filters.view(VIEW)
        number = listed.embed(asked if asked in codes else codes[0])
    told = [tr("Source: reports of the press as read by Steppe.")]
    if number:
        told = [
            trn(
                "Source: reports of {n} outlet as read by Steppe.",
                "Source: reports of {n} outlets as read by Steppe.",
                number,
            )
        ]
    there = paths.address(listed.slug, keep=True, **_views(listed))
    told.append(
        f'<a href="{escape(there)}" target="_blank" rel="noopener">{escape(tr("The whole page"))}</a>'
    )
    st.html(f'<p class="sp-small sp-soft sp-source">{escape(told[0])} {told[1]}</p>')


def offer(listed: Listed) -> None:
    """On a page with charts: the code of a frame for each, with the filters and the language of now."""
    if not listed.page.charts:
        return
    with st.popover(tr("Embed a chart"), type="tertiary", key="embed_offer"):
        for code, title in listed.page.charts:
            st.caption(tr(title))
            st.code(_frame(listed, code, tr(title)), language="html", wrap_lines=True)
        allowed = frames.origins()
        if allowed:
            st.text(tr("Pages of these may show it: {origins}.", origins=", ".join(allowed)))
        else:
            st.text(
                tr(
                    "No other site may show it yet: whoever runs this server names them in {variable}.",
                    variable=frames.VARIABLE,
                )
            )


def _frame(listed: Listed, code: str, title: str) -> str:
    """The line of HTML; the language stands in it, for readers' browsers speak many."""
    params = filters.current().to_params() | {name: [value] for name, value in _views(listed).items()}
    if code != listed.page.charts[0][0]:
        params[VIEW] = [code]
    params |= {"lang": [i18n.language()], "embed": ["true"]}
    query = urlencode([(name, value) for name, values in params.items() for value in values])
    here = urlsplit(st.context.url or "")
    folder = here.path.removesuffix(listed.slug).rstrip("/")
    address = f"{here.scheme}://{here.netloc}{folder}/{listed.slug}?{query}"
    return (
        f'<iframe src="{quoted(address)}" title="{quoted(title)}" width="100%" height="{HEIGHT}" '
        'style="border:0" loading="lazy"></iframe>'
    )


def _views(listed: Listed) -> dict[str, str]:
    """The page's own choices that differ from the usual."""
    return {
        name: filters.view(name)
        for name, usual in listed.page.views
        if filters.view(name) and filters.view(name) != usual
    }
