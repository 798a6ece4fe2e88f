"""Commentary: who says what about which move, in which outlet."""

from __future__ import annotations

from functools import partial

import streamlit as st

from dashboard import data, filters, reader, texts, words
from dashboard.charts import ranks
from dashboard.charts.base import CONFIG
from dashboard.i18n import mark, tr
from dashboard.page import Page
from dashboard.panels import comment_card, empty, heading, take_away
from dashboard.text import plain

KINDS = {"": mark("Everyone"), "expert": mark("Experts"), "official": mark("Officials")}
PAGE = Page(
    mark("Commentary"), order=50, views=(("kind", ""), ("speaker", ""), ("outlet", ""), ("about", ""))
)
STEP, MANY = 12, 500


def render() -> None:
    """Who is heard most, then the comments as cards."""
    f = filters.current()
    total = data.count_comments(f)
    people = len(texts.speakers(f, limit=MANY))
    heading.head(tr("Commentary"), _finding(total, people))
    if not total:
        empty.nothing(
            tr("No comments here"),
            tr("Comments follow the filters of the moves that they are about. Widen them."),
        )
        return
    _narrow(f)
    wanted = {name: filters.view(name) or None for name in ("speaker", "kind", "outlet")}
    shown = int(st.session_state.get("comments_shown", STEP))
    page = data.comments(f, **wanted, event_id=filters.view("about") or None, limit=shown)
    cards, side = st.columns([2.4, 1], gap="large")
    with side:
        _ranks(f)
    with cards:
        if not page.rows:
            empty.nothing(tr("No comments here"), tr("Nobody chosen above spoke under these filters."))
        for row in page.rows:
            comment_card.show(row, "comments")
        if page.after:
            st.button(tr("Show more"), on_click=_more, args=(shown,))
    take_away.links(f, ("commentary",))


def _finding(total: int, speakers: int) -> str:
    if not total:
        return tr("What experts and officials say about the moves.")
    told, people = reader.count(total, "comment", "comments"), reader.count(speakers, "person", "people")
    if speakers == MANY:
        people = tr("at least {people}", people=people)
    return tr("{comments}, {people}, with the moves that they are about.", comments=told, people=people)


def _narrow(f: filters.EventFilter) -> None:
    """Choices beside the filters: whose comments, said where."""
    kind, speaker, outlet = st.columns(3, vertical_alignment="bottom")
    if filters.view("kind") not in KINDS:
        filters.set_view("kind", "")
    kind.selectbox(tr("Who"), list(KINDS), format_func=partial(words.told, KINDS), key=filters.key("kind"))
    people = ["", *(row.speaker for row in texts.speakers(f, limit=MANY))]
    places = ["", *(row.outlet for row in texts.outlets(f, limit=200) if row.outlet)]
    for column, name, label, options, all_of_them in (
        (speaker, "speaker", tr("Speaker"), people, tr("Every speaker")),
        (outlet, "outlet", tr("Outlet"), places, tr("Every outlet")),
    ):
        value = filters.view(name)
        column.selectbox(
            label,
            options if value in options else [*options, value],
            format_func=partial(_or_all, all_of_them),
            key=filters.key(name),
        )
    about = filters.view("about")
    if about:
        card = data.move(about)
        named = (
            f"{words.action(card.event.action)}: {words.pair(card.event)}" if card else tr("an unknown move")
        )
        with st.container(horizontal=True, vertical_alignment="center"):
            st.text(tr("Only comments about {move}", move=named))
            st.button(tr("show all"), type="tertiary", on_click=filters.set_view, args=("about", ""))


def _or_all(all_of_them: str, name: str) -> str:
    return plain(name) or all_of_them


def _ranks(f: filters.EventFilter) -> None:
    """Who is heard most, and where."""
    people = [(plain(row.speaker), row.comments) for row in texts.speakers(f, limit=12)]
    places = [(plain(row.outlet), row.comments) for row in texts.outlets(f, limit=12) if row.outlet]
    for title, rows in ((mark("Who is heard most"), people), (mark("Where they speak"), places)):
        if rows:
            st.subheader(tr(title), anchor=False)
            st.plotly_chart(
                ranks.ranks(rows, reader.dark()),
                config=CONFIG,
                key=f"ranks_{title}",
                alt=f"{tr(title)}: " + ", ".join(f"{name} {count}" for name, count in rows[:5]),
            )


def _more(shown: int) -> None:
    st.session_state["comments_shown"] = shown + STEP
