"""Search: one box for moves, comments, people, outlets and articles, in any script and spelling."""

from __future__ import annotations

import streamlit as st

from dashboard import data, filters, paths, reader, words
from dashboard.i18n import mark, tr
from dashboard.page import Page
from dashboard.panels import comment_card, empty, heading, hits, moves
from dashboard.text import plain
from models.vocabulary.asked import spelt, spelt_person

PAGE = Page(mark("Search"), order=70)
MOVES, COMMENTS = 6, 4
BOX, PICK = "search_words", "search_pick"


def render() -> None:
    """The box, and what it finds by kind, each with its number and a way on."""
    f = filters.current()
    found = data.found(f, limit=10) if f.search else None
    heading.head(tr("Search"), _finding(found))
    _box(f.search)
    if found is None:
        _examples()
        return
    hits.named(found)
    if not any(_counts(found)):
        empty.nothing(
            tr("Nothing has these words"),
            tr("Try fewer words, or the beginning of one. Every spelling of a name finds all others."),
        )
        return
    # On a phone the columns stand one under the other: the few people come before the many moves.
    right, left = st.columns(2) if reader.phone() else reversed(st.columns([1.7, 1], gap="large"))
    with left:
        _moves(found)
        _comments(found)
    with right:
        hits.people(found.people)
        hits.articles(found)
        hits.outlets(found.outlets)


def _counts(found: data.Found) -> tuple[int, ...]:
    return (
        found.moves.total,
        found.comments.total,
        len(found.people),
        found.articles_total,
        len(found.outlets),
    )


def _finding(found: data.Found | None) -> str:
    if found is None:
        return tr("Moves, comments, people, articles and outlets, in any script and spelling.")
    told = (
        reader.count(found.moves.total, "move", "moves"),
        reader.count(found.comments.total, "comment", "comments"),
        reader.count(len(found.people), "person", "people"),
        reader.count(found.articles_total, "article", "articles"),
        reader.count(len(found.outlets), "outlet", "outlets"),
    )
    parts = [counted for counted, number in zip(told, _counts(found), strict=True) if number]
    return tr("Found: {what}.", what=", ".join(parts)) if parts else tr("Nothing has been found.")


def _box(asked: str) -> None:
    """The words, the same as in the sidebar; beside them every name of the record, found while typing."""
    if st.session_state.get(BOX, "").strip() != asked:
        st.session_state[BOX] = asked
    typed, picked = st.columns([1.7, 1], vertical_alignment="bottom", gap="medium")
    typed.text_input(
        tr("Words or names"),
        key=BOX,
        on_change=_typed,
        placeholder=tr('Жапаров, Japarov or Zhaparov; gas; "border agreement"'),
        help=tr(
            "Each word is looked for at the beginnings of words, in all languages that write it alike. "
            "Words in straight double quotes must follow one another."
        ),
    )
    picked.selectbox(
        tr("Or choose a name"),
        data.suggestions(),
        index=None,
        format_func=_label,
        key=PICK,
        on_change=_picked,
        filter_mode="contains",
        placeholder=tr("a country, person, action or outlet"),
        help=tr("Type in any language: the list shows what the record holds."),
    )


def _typed() -> None:
    filters.change(search=st.session_state[BOX].strip())


def _picked() -> None:
    """A chosen name becomes the words that are looked for."""
    chosen = st.session_state[PICK]
    if chosen:
        _ask(_named(chosen))
    st.session_state[PICK] = None


def _ask(what: str) -> None:
    filters.change(search=what)


def _named(suggestion: data.Suggestion) -> str:
    kind, name = suggestion
    return words.party(name) if kind == "party" else words.action(name) if kind == "action" else name


def _label(suggestion: data.Suggestion) -> str:
    """The name in the reader's language, and the others that it may be typed by."""
    kind, name = suggestion
    shown = _named(suggestion)
    others: tuple[str, ...] = ()
    if kind == "party":
        others = spelt(name)
    elif kind == "action":
        others = words.labels(name)
    elif kind == "person":
        others = (spelt_person(name),)
    return plain(" · ".join(dict.fromkeys((shown, *filter(None, others)))))


def _examples() -> None:
    """Names that the record holds, to begin with."""
    known = [one for one in data.suggestions() if one[0] == "person" and spelt_person(one[1])][:5]
    acts = [one for one in data.suggestions() if one[0] == "action"][:3]
    st.caption(tr("For example"))
    with st.container(horizontal=True, gap="small"):
        for one in (*known, *acts):
            st.button(_named(one), key=f"example_{one[1]}", on_click=_ask, args=(_named(one),))


def _moves(found: data.Found) -> None:
    if not found.moves.total:
        return
    hits.title(reader.count(found.moves.total, "move", "moves"))
    moves.cards(found.moves.rows[:MOVES], "found")
    if found.moves.total > MOVES:
        paths.link("moves", tr("All of them in the table"), keep=True)


def _comments(found: data.Found) -> None:
    if not found.comments.total:
        return
    hits.title(reader.count(found.comments.total, "comment", "comments"))
    for row in found.comments.rows[:COMMENTS]:
        comment_card.show(row, "found")
    if found.comments.total > COMMENTS:
        paths.link("commentary", tr("All of them with their speakers"), keep=True)
