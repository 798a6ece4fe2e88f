"""The card of a move: how we know, who says so, how it is coded. Its address is `?move=EVENT_ID`."""

from __future__ import annotations

import streamlit as st

from dashboard import coder_words, data, filters, i18n, offices, paths, reader, words
from dashboard.i18n import tr, trn
from dashboard.panels import comment_card, dyad_pair, grounds
from dashboard.panels.moves import close_move, head_line, when
from dashboard.panels.source_line import RETOLD, source_line
from dashboard.text import escape, plain
from models.queries.events import EventCard, MentionRow
from models.queries.rows import EventRow
from models.vocabulary.actions import actions


def from_address() -> None:
    """Open the card of the move that the address names, if it names one."""
    event_id = filters.view("move")
    if not event_id:
        return
    card = data.move(event_id)
    title = words.pair(card.event) if card else tr("This move is not in the record")

    @st.dialog(title, width="medium", position="right", on_dismiss=close_move)
    def drawer() -> None:
        if card is None:
            st.text(
                tr("No move bears this address. It may come from another database, or have been withdrawn.")
            )
        else:
            show(card)

    drawer()


def show(card: EventCard) -> None:
    """Everything about one move, the proof first."""
    event = card.event
    st.html(head_line(event, event.planned_for is not None, named=False))
    if event.planned_for:
        day = reader.day(event.planned_for)
        st.html(f"<p>{escape(tr('Planned for {day}: announced, not yet done.', day=day))}</p>")
    if card.mentions:
        st.html(_mention(card.mentions[0], opened=True))
        with st.container(horizontal=True, gap="medium"):
            _whole(card.mentions[0], event.event_id)
            if card.comments:
                label = trn("{n} comment about it", "{n} comments about it", len(card.comments))
                paths.link("commentary", label, about=event.event_id)
    if any(mention.retold for mention in card.mentions):
        st.html(f'<p class="sp-small sp-soft">{escape(tr(RETOLD))}</p>')
    others = card.mentions[1:]
    if others:
        _heading(trn("{n} further report of it", "{n} further reports of it", len(others)))
        for mention in others:
            with st.container(gap=None):
                st.html(_mention(mention, opened=False))
                _whole(mention, event.event_id)
    if card.comments:
        _heading(tr("What was said about it"))
        for comment in card.comments:
            with st.container(border=True):
                st.html(comment_card.block(comment))
    if card.same_move:
        _heading(tr("The same step towards others"))
        for row in card.same_move:
            if st.button(f"{words.pair(row)}, {when(row)}", key=f"same_{row.event_id}", type="tertiary"):
                filters.set_view("move", row.event_id)
                st.rerun()
    _heading(tr("As it is coded"))
    st.html(_facts(card))
    _between(event)


def _heading(words_of_ours: str) -> None:
    st.html(f'<h3 class="sp-h">{escape(words_of_ours)}</h3>')


def _mention(mention: MentionRow, opened: bool) -> str:
    """One report: its source, its article around the sentence, and how the row was read from it."""
    return (
        f'{source_line(mention)}<details{" open" if opened else ""} style="margin:.3rem 0">'
        f'<summary class="sp-small">{escape(tr("The sentence in its article"))}</summary>'
        f'<div class="sp-article" style="margin-top:.6rem">{grounds.article(mention)}</div>'
        f"{grounds.key(mention.grounds.marks)}{grounds.confidence(mention)}{grounds.left_out(mention.left_out)}"
        "</details>"
    )


def _whole(mention: MentionRow, event_id: str) -> None:
    """The way to the article with everything that stands in it."""
    paths.link("article", tr("The whole article"), article=mention.article_id, at=event_id)


def _facts(card: EventCard) -> str:
    """The codes of the move, by the codebook."""
    event, code = card.event, actions()[card.event.action]
    actor = f"{words.party(event.actor)} ({event.actor})"
    who = ", ".join(filter(None, (plain(event.actor_name or ""), offices.office(event.actor_role or ""))))
    basis = "loaded" if event.published_basis == "loaded" else event.date_basis
    rows = [
        (tr("Actor"), f"{actor}: {who}" if who else actor),
        (tr("Action"), f"{words.action(event.action)} ({event.action}): {tr(code.covers)}"),
        (
            tr("Counterpart"),
            f"{words.party(event.counterpart)} ({event.counterpart})" if event.counterpart else tr("none"),
        ),
        (
            tr("Kind"),
            f"{words.quad(event.quad)} ({event.quad}), {tr('intensity')} {i18n.signed(code.intensity)}",
        ),
        (tr("Codes"), f"PLOVER {code.plover}, CAMEO {code.cameo}"),
        (tr("Date"), f"{when(event)}, {words.told(words.PRECISION, event.date_precision)}"),
        (tr("Date from"), words.told(words.BASIS, basis)),
        (tr("Place"), plain(event.place or "") or tr("not said")),
        (tr("Confidence"), words.confidence(event.confidence)),
        (
            tr("Outlets"),
            reader.count(event.outlets, "outlet, in words of its own", "outlets, in words of their own"),
        ),
        (tr("Rule"), coder_words.rule(card.mentions[0].rule) if card.mentions else ""),
        (tr("Identity"), f"event_id {event.event_id}, move_id {event.move_id}"),
    ]
    pairs = "".join(f"<dt>{escape(name)}</dt><dd>{escape(value)}</dd>" for name, value in rows if value)
    return f'<dl class="sp-facts">{pairs}</dl>'


def _between(event: EventRow) -> None:
    """From one move to the whole dyad."""
    if event.counterpart is None:
        return
    if dyad_pair.link(event.actor, event.counterpart):
        return
    label = tr("All moves of {pair}", pair=words.dyad(event.actor, event.counterpart))
    if st.button(label, on_click=_show_pair, args=(event.actor, event.counterpart)):
        st.rerun()


def _show_pair(actor: str, counterpart: str) -> None:
    filters.clear()
    filters.change(country=[actor], counterpart=[counterpart])
    close_move()
