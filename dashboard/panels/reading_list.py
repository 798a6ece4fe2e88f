"""The list beside an article: its places by number, the moves as buttons, the comments with who speaks."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from dashboard import paths, reader, words
from dashboard.i18n import tr
from dashboard.panels.article_text import Place, button_key
from dashboard.panels.moves import open_move, when
from dashboard.text import escape, plain
from models.queries.article import Told
from models.queries.commentary import CommentCard


def show(places: Sequence[Place], at: str) -> None:
    """All places in the order of the text. A number leads to its place in the text; a button opens a card."""
    st.header(tr("What stands in it"), anchor=False)
    if not places:
        st.text(tr("No move and no comment."))
    for place in places:
        now = at in place.codes
        with st.container(gap=None, border=True):
            if place.comment:
                st.html(_entry(place, _said(place.comment), now))
                paths.link("commentary", tr("Everything by this person"), speaker=place.comment.speaker)
            for number, move in enumerate(place.moves):
                st.html(_entry(place, _told(move), now and not number, numbered=not number))
                st.button(
                    tr("How we know"),
                    key=button_key(place.number, number),
                    type="tertiary",
                    on_click=open_move,
                    args=(move.event_id,),
                )


def _entry(place: Place, told: str, now: bool, numbered: bool = True) -> str:
    """One line of the list as HTML: what stands there, behind the number of its place."""
    if not numbered:
        return f'<div class="sp-entry"><span class="sp-number-link sp-blank"></span><div>{told}</div></div>'
    label = escape(tr("Number {n}: to the text", n=place.number))
    number = f'<a class="sp-number-link" href="#s{place.number}" aria-label="{label}">{place.number}</a>'
    current = ' aria-current="true"' if now else ""
    kind = f"sp-entry{' sp-at' if now else ''}"
    return f'<div class="{kind}" id="n{place.number}"{current}>{number}<div>{told}</div></div>'


def _told(move: Told) -> str:
    """A move in two lines."""
    colour = words.colour(move.quad, reader.dark())
    hollow = " sp-planned" if move.planned_for else ""
    sure = tr("confidence {share}", share=reader.share(move.confidence))
    return (
        f'<div><span class="sp-dot{hollow}" style="--c:{colour}"></span>'
        f'<span class="sp-head">{escape(words.pair(move))}</span></div>'
        f'<div class="sp-small sp-soft">{escape(words.action(move.action))} · {escape(when(move))} · '
        f'<span class="sp-keep">{escape(sure)}</span></div>'
    )


def _said(card: CommentCard) -> str:
    """Who speaks, and how the words are given."""
    role = f", {escape(plain(card.role))}" if card.role else ""
    kinds = (words.told(words.KIND, card.kind), words.told(words.MODE, card.mode))
    tags = "".join(f'<span class="sp-tag">{escape(tag)}</span>' for tag in kinds)
    return f'<div class="sp-small"><b>{escape(plain(card.speaker))}</b>{role}</div><div>{tags}</div>'
