"""The store is empty: three ways to begin, in the browser where the reader may write, else by command."""

from __future__ import annotations

import streamlit as st

from dashboard import loading, reader
from dashboard.i18n import tr
from dashboard.panels import article_text, moves
from dashboard.text import escape
from models.queries.article import Told

FEED = "https://example.org/feed.xml"
PASTED, PAPER, REFUSED = "_pasted", "_paper", "_refused"


def show() -> None:
    """Greet, and offer the ways; while a load is under way, how far it is."""
    if loading.running():
        st.title(tr("Reading the first articles"), anchor=False)
        _under_way()
        return
    st.title(tr("Nothing has been loaded yet"), anchor=False)
    st.html(
        '<p class="sp-lead">'
        + escape(
            tr(
                "Steppe reads news and keeps a record of what Kazakhstan, Kyrgyzstan, Tajikistan, "
                "Turkmenistan and Uzbekistan do abroad. There are three ways to begin."
            )
        )
        + "</p>"
    )
    _ended()
    may = loading.allowed()
    sample, paste, feed = st.columns(3)
    with sample, st.container(border=True):
        _sample(may)
    with paste, st.container(border=True):
        _paste(may)
    with feed, st.container(border=True):
        _address(may)
    if not may:
        st.caption(tr("Loading from the browser is for the machine on which Steppe runs."))
    _coded()


@st.fragment(run_every=1.5)
def _under_way() -> None:
    """A bar that draws itself anew until the load has ended."""
    told = loading.progress()
    if told is None or told.ended:
        st.rerun()
    articles, found = (
        reader.count(told.articles, "article", "articles"),
        reader.count(told.moves, "move", "moves"),
    )
    st.progress(told.share, text=tr("Reading: {articles}, {moves}.", articles=articles, moves=found))
    st.caption(tr("The first articles of a language take some seconds longer. You may close this page."))


def _ended() -> None:
    """What a load that left the store without a move came to."""
    told = loading.progress()
    if told is None:
        return
    if told.error:
        st.warning(tr("The load stopped by a fault of ours; the server's log tells more."))
        return
    articles = reader.count(told.articles, "article", "articles")
    st.info(tr("Read: {articles}; no move was found in them.", articles=articles))
    for problem in told.problems:
        st.text(problem)


def _sample(may: bool) -> None:
    st.header(tr("The sample"), anchor=False)
    st.caption(tr("Some 290 short reports in seven languages."))
    if may and loading.SAMPLE.is_dir():
        st.button(
            tr("Load the sample"),
            type="primary",
            on_click=loading.load_sample,
            width="stretch",
            key="load_sample",
        )
        st.caption(tr("It takes about a minute. Or in a terminal:"))
    st.code("steppe load sample_data", language="bash", wrap_lines=True)


def _paste(may: bool) -> None:
    st.header(tr("Your articles"), anchor=False)
    if not may:
        st.caption(tr("Text, HTML, JSON Lines, CSV, folders and archives."))
        st.code("steppe load my-articles/", language="bash", wrap_lines=True)
        return
    st.caption(tr("Paste one in any of the seven languages and see what is read from it."))
    with st.form("paste", border=False):
        st.text_area(tr("Text"), key="paste_text", height=130, max_chars=loading.LONGEST)
        st.text_input(tr("Title"), key="paste_title", max_chars=500)
        outlet, day = st.columns(2)
        outlet.text_input(tr("Outlet"), key="paste_source", max_chars=200)
        day.date_input(tr("Published"), value=None, key="paste_day", format="YYYY-MM-DD")
        if st.form_submit_button(tr("Show its moves"), width="stretch"):
            _code()
    st.caption(tr("Folders and archives: in a terminal."))
    st.code("steppe load my-articles/", language="bash", wrap_lines=True)


def _code() -> None:
    state = st.session_state
    paper = loading.Paper(
        state["paste_text"] or "", state["paste_title"] or "", state["paste_source"] or "", state["paste_day"]
    )
    with st.spinner(tr("Reading…")):
        state[PAPER], state[PASTED] = paper, loading.code(paper)


def _address(may: bool) -> None:
    st.header(tr("A page or a feed"), anchor=False)
    st.caption(tr("Any address that may be read by machines."))
    if may:
        st.text_input(tr("Address"), key="feed_address", placeholder=FEED)
        st.button(tr("Load it"), on_click=_load_address, width="stretch", key="load_address")
        if st.session_state.pop(REFUSED, False):
            st.warning(tr("This is no address of a page: it begins with https://."))
        st.caption(tr("The site's robots.txt is obeyed. Or in a terminal:"))
    st.code(f"steppe load {FEED}", language="bash", wrap_lines=True)


def _load_address() -> None:
    st.session_state[REFUSED] = not loading.load_address(st.session_state["feed_address"] or "")


def _coded() -> None:
    """What was read from the pasted text, marked in it; a second click saves it."""
    pasted: loading.Pasted | None = st.session_state.get(PASTED)
    if pasted is None:
        return
    if pasted.problem:
        st.warning(tr("The text was not read."))
        st.text(pasted.problem)
        return
    found = reader.count(len(pasted.moves), "move", "moves")
    said = reader.count(pasted.comments, "comment", "comments")
    st.header(tr("Read from your text: {moves}, {comments}", moves=found, comments=said), anchor=False)
    told: dict[tuple[int, int], list[Told]] = {}
    for move in pasted.moves:
        told.setdefault((move.start, move.end), []).append(move)
    places = [
        article_text.Place(number, *span, moves=tuple(told[span]))
        for number, span in enumerate(sorted(told), 1)
    ]
    text, listed = st.columns([1.6, 1], gap="large")
    marked = article_text.html(pasted.text, places, "", reader.dark(), lambda place: f"#s{place.number}")
    text.html(f'<div class="sp-article">{marked}</div>')
    with listed:
        for move in pasted.moves:
            st.html(moves.head_line(move, move.planned_for is not None))
        if not pasted.moves:
            st.caption(tr("No state of the region does anything towards another here."))
        elif st.button(tr("Save it and begin"), type="primary", key="paste_keep"):
            loading.keep(st.session_state[PAPER])
            st.session_state.pop(PASTED)
            st.rerun()
