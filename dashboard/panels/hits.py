"""What a search finds beside moves and comments, each with a way on: names, people, outlets, articles."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

import streamlit as st

from dashboard import data, offices, paths, reader, words
from dashboard.i18n import tr
from dashboard.panels.source_line import source_line
from dashboard.text import escape, plain

SHOWN = 6


def title(counted: str) -> None:
    """`12 moves` over a group."""
    st.header(counted, anchor=False)


def named(found: data.Found) -> None:
    """What the words name of themselves: the moves of a party, of a pair, of an action."""
    if not found.parties and not found.actions:
        return
    with st.container(horizontal=True, gap="small", vertical_alignment="center", key="search_named"):
        for a, b in combinations(found.parties[:3], 2):
            paths.link("moves", tr("Moves between {pair}", pair=words.dyad(a, b)), country=a, counterpart=b)
        for code in found.parties[:3]:
            paths.link("moves", tr("Moves of {party}", party=words.party(code)), country=code)
        for slug in found.actions[:3]:
            paths.link("moves", tr("Moves of the kind “{action}”", action=words.action(slug)), action=slug)


def people(found: Sequence[data.PersonHit]) -> None:
    """Who bears the name: with all spellings, what they say and what was done in their name."""
    if not found:
        return
    title(reader.count(len(found), "person", "people"))
    for number, hit in enumerate(found[:SHOWN]):
        with st.container(border=True, gap=None):
            office = words.party(hit.code) if hit.code else ""
            others = [plain(name) for name in hit.spellings if name != hit.name]
            st.html(
                f"<div><b>{escape(plain(hit.name))}</b></div>"
                + _small(", ".join(filter(None, (offices.office(hit.role), office))))
                + _small(" · ".join(others[:4]))
            )
            with st.container(horizontal=True, gap="small", key=f"found_person_{number}"):
                if hit.comments:
                    told = reader.count(hit.comments, "comment", "comments")
                    paths.link("commentary", told, speaker=hit.speaker)
                if hit.moves:
                    told = reader.count(hit.moves, "move", "moves")
                    paths.link("moves", told, search=f'"{hit.name}"', country=hit.code or "")


def articles(found: data.Found) -> None:
    """Titles with the words, the newest first."""
    if not found.articles_total:
        return
    title(reader.count(found.articles_total, "article", "articles"))
    for hit in found.articles[:SHOWN]:
        with st.container(border=True, gap=None):
            st.html(f"<div>{escape(plain(hit.title))}</div>{source_line(hit, with_title=False)}")
            told = tr("Read it")
            if hit.moves:
                told = tr("Read it with its {moves}", moves=reader.count(hit.moves, "move", "moves"))
            paths.link("article", told, article=hit.article_id)
    if found.articles_total > SHOWN:
        st.caption(tr("These are the newest."))


def outlets(found: Sequence[data.OutletHit]) -> None:
    """Outlets of that name, with their articles and what was said in them."""
    if not found:
        return
    title(reader.count(len(found), "outlet", "outlets"))
    for number, hit in enumerate(found[:SHOWN]):
        with st.container(border=True, gap=None):
            st.html(f"<div><b>{escape(plain(hit.name))}</b></div>" + _small(plain(hit.domain)))
            with st.container(horizontal=True, gap="small", key=f"found_outlet_{number}"):
                if hit.articles:
                    told = reader.count(hit.articles, "article", "articles")
                    paths.link("moves", tr("Moves from {articles}", articles=told), source=hit.name)
                if hit.comments:
                    told = reader.count(hit.comments, "comment", "comments")
                    paths.link("commentary", told, outlet=hit.name)


def _small(text: str) -> str:
    return f'<div class="sp-small sp-soft">{escape(text)}</div>' if text else ""
