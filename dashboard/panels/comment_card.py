"""A comment: the words, who spoke and where, how they are given, and the moves that they are about."""

from __future__ import annotations

import streamlit as st

from dashboard import filters, paths, words
from dashboard.i18n import tr
from dashboard.panels.moves import open_move, when
from dashboard.panels.source_line import source_line
from dashboard.text import escape, plain
from models.queries.commentary import CommentCard


def block(card: CommentCard, with_source: bool = True) -> str:
    """The comment as HTML. Quotation marks stand only around words that the article quotes."""
    said = escape(plain(card.text))
    said = f"… {said}" if said[:1].islower() else said
    said = f"“{said}”" if card.mode == "direct" else said
    role = f", {escape(plain(card.role))}" if card.role else ""
    where = f" · {escape(plain(card.outlet))}" if card.outlet and card.outlet != card.source else ""
    tags = "".join(
        f'<span class="sp-tag">{tag}</span>'
        for tag in map(escape, (words.told(words.KIND, card.kind), words.told(words.MODE, card.mode)))
    )
    return (
        f'<p class="sp-quote">{said}</p>'
        f'<div class="sp-small"><b>{escape(plain(card.speaker))}</b>{role}{where}</div>'
        f'<div style="margin:.3rem 0">{tags}</div>{source_line(card) if with_source else ""}'
    )


def show(card: CommentCard, key: str) -> None:
    """The comment in a card. Beneath it the moves that it is about, each with the other comments about it;
    the speaker's other comments; and the article."""
    with st.container(border=True, gap=None):
        st.html(block(card))
        for event in card.events:
            row = f"about_{key}_{card.comment_id}_{event.event_id}"
            with st.container(horizontal=True, vertical_alignment="center", gap="medium", key=row):
                st.button(
                    f"{words.action(event.action)}: {words.pair(event)}, {when(event)}",
                    key=f"{key}_{card.comment_id}_{event.event_id}",
                    type="tertiary",
                    on_click=open_move,
                    args=(event.event_id,),
                )
                if filters.view("about") != event.event_id:
                    paths.link(
                        "commentary",
                        tr("All comments about it"),
                        keep=True,
                        key=card.comment_id,
                        about=event.event_id,
                    )
        with st.container(horizontal=True, vertical_alignment="center", gap="medium"):
            paths.link("article", tr("The whole article"), article=card.article_id, at=card.comment_id)
            if not filters.view("speaker"):
                paths.link(
                    "commentary",
                    tr("Everything by this person"),
                    keep=True,
                    key=card.comment_id,
                    speaker=card.speaker,
                )
