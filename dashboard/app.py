"""The browser door: page settings, filters, navigation, and the card of the move that the address names."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from dashboard import app_pages, data, filters, i18n, loading, paths, reader
from dashboard.i18n import tr
from dashboard.page import Listed, find_pages
from dashboard.panels import embed, filter_fields, first_minute, guide, move_card

STATIC = Path(__file__).parent / "static"


def main(first: str | None = None) -> None:
    """Draw the page that the address names; `first` is the slug of the page at the bare address."""
    st.set_page_config(
        page_title="Steppe",
        page_icon=str(STATIC / "favicon.png"),
        layout="wide",
        initial_sidebar_state="auto",
    )
    i18n.listen(reader.language)
    # Screen readers pronounce a page in the language that it names.
    st.html(f'<script src="./lang/{i18n.interface()}.js"></script>', unsafe_allow_javascript=True)
    if not reader.embedded():
        st.logo(STATIC / "logo.svg", size="large")
    st.html(STATIC / "steppe.css")
    if reader.embedded():
        st.html(STATIC / "frame.css")
    listed = find_pages(app_pages)
    first = first or listed[0].slug
    pages = [
        st.Page(
            one.render,
            title=tr(one.page.title),
            url_path=one.slug,
            default=one.slug == first,
            visibility="hidden" if one.page.hidden else "visible",
        )
        for one in listed
    ]
    paths.known(listed, pages)
    current = st.navigation(pages, position="hidden" if reader.embedded() else "top")
    chosen = next(one for one, page in zip(listed, pages, strict=True) if page == current)
    _draw(chosen, current, chosen.slug == first)


def _draw(chosen: Listed, current: st.Page, entrance: bool) -> None:
    """One page under its filters; the card last, so that it lies over everything."""
    total = data.heartbeat()
    filters.bar(chosen, filter_fields.draw)
    if reader.embedded():
        embed.show(chosen)
        return
    with st.sidebar:
        guide.buttons()
    if (total == 0 or loading.running()) and not chosen.page.always:
        first_minute.show()
        return
    if entrance:
        guide.offer()
    current.run()
    embed.offer(chosen)
    move_card.from_address()
    guide.from_address()


if __name__ == "__main__":
    main()
