"""Commentary: who says what about which move, in which outlet; and the profile of each speaker."""

from __future__ import annotations

from functools import partial

import streamlit as st

from dashboard import data, filters, reader, texts, words
from dashboard.i18n import mark, tr
from dashboard.page import Page
from dashboard.panels import bars, comment_card, empty, heading, marks, speaker, take_away
from dashboard.text import plain
from models.queries.speakers import Heard
from models.vocabulary import CENTRAL_ASIA

KINDS = {"": mark("Everyone"), "expert": mark("Experts"), "official": mark("Officials")}
RANKS = {
    "speaker": mark("Who is heard most"),
    "country": mark("On which countries"),
    "about": mark("Moves spoken of most"),
    "action": mark("On which actions"),
    "outlet": mark("Where they speak"),
}
PAGE = Page(
    mark("Commentary"),
    order=50,
    views=(("kind", ""), ("speaker", ""), ("outlet", ""), ("about", "")),
    charts=tuple(RANKS.items()),
)
Only = dict[str, str]
STEP, MANY, RANKED = 12, 500, 8


def render() -> None:
    """What the comments are made of beside the comments themselves; the profile of a chosen speaker above."""
    f = filters.current()
    if filters.view("kind") not in KINDS:
        filters.set_view("kind", "")
    only = _only()
    heard = texts.heard(f, **only)
    people = texts.speakers(f, limit=MANY, **only)
    heading.head(tr("Commentary"), _finding(heard, len(people)))
    if not data.count_comments(f):
        empty.nothing(
            tr("No comments here"),
            tr("Comments follow the filters of the moves that they are about. Widen them."),
        )
        return
    _narrow(f, only)
    _about()
    if "speaker" in only and people:
        speaker.show(people[0], heard)
    cards, side = st.columns([2.1, 1], gap="large")
    with side:
        _ranks(f, heard, people, only)
    with cards:
        _cards(f, only)
    take_away.links(f, ("commentary",))


def embed(chart: str) -> int:
    """One of the rankings alone."""
    f = filters.current()
    only = _only()
    heard = texts.heard(f, **only)
    people = texts.speakers(f, limit=MANY, **only)
    heading.head(tr("Commentary"), _finding(heard, len(people)))
    rows = _groups(f, heard, people, only)[chart]
    if not rows:
        empty.nothing(tr("No comments here"))
    bars.show(chart, tr(RANKS[chart]), rows, partial(_pick, chart), _hues(chart, rows))
    return len(texts.outlets(f, limit=MANY, **only))


def _only() -> Only:
    """What the page's own choices narrow the comments to."""
    asked = {name: filters.view(name) for name in ("speaker", "kind", "outlet")}
    asked["event_id"] = filters.view("about")
    return {name: value for name, value in asked.items() if value}


def _finding(heard: Heard, speakers: int) -> str:
    """How many spoke, the share of experts, and of whom most is said."""
    if not heard.comments:
        return tr("What experts and officials say about the moves.")
    people = reader.count(speakers, "person", "people")
    if speakers == MANY:
        people = tr("at least {people}", people=people)
    if filters.view("speaker"):
        return _named_most(heard)  # the profile tells the rest
    told = tr(
        "{comments} by {people}; experts' share is {share}.",
        comments=reader.count(heard.comments, "comment", "comments"),
        people=people,
        share=reader.share(dict(heard.kinds).get("expert", 0) / heard.comments),
    )
    return " ".join((told, _named_most(heard)))


def _named_most(heard: Heard) -> str:
    if not heard.countries:
        return ""
    code, number = heard.countries[0]
    return tr(
        "Named most often: {country}, in {share} of them.",
        country=words.party(code),
        share=reader.share(number / heard.comments),
    )


def _narrow(f: filters.EventFilter, only: Only) -> None:
    """Choices beside the filters: whose comments, said where."""
    counts = dict(texts.heard(f, **{name: only[name] for name in only if name != "kind"}).kinds)
    counts[""] = sum(counts.values())
    kind, person, outlet = st.columns([1.4, 1, 1], vertical_alignment="bottom")
    kind.segmented_control(
        tr("Who"),
        list(KINDS),
        format_func=lambda name: f"{words.told(KINDS, name)} {reader.number(counts.get(name, 0))}",
        key=filters.key("kind"),
        required=True,
    )
    people = ["", *(row.speaker for row in texts.speakers(f, limit=MANY))]
    places = ["", *(row.outlet for row in texts.outlets(f, limit=200) if row.outlet)]
    for column, name, label, options, all_of_them in (
        (person, "speaker", tr("Speaker"), people, tr("Every speaker")),
        (outlet, "outlet", tr("Outlet"), places, tr("Every outlet")),
    ):
        value = filters.view(name)
        column.selectbox(
            label,
            options if value in options else [*options, value],
            format_func=partial(_or_all, all_of_them),
            key=filters.key(name),
        )


def _or_all(all_of_them: str, name: str) -> str:
    return plain(name) or all_of_them


def _about() -> None:
    """The move that the comments are narrowed to, and the way back to all."""
    about = filters.view("about")
    if not about:
        return
    card = data.move(about)
    named = _named(card.event) if card else tr("an unknown move")
    with st.container(horizontal=True, vertical_alignment="center"):
        st.text(tr("Only comments about {move}", move=named))
        st.button(tr("show all"), type="tertiary", on_click=filters.set_view, args=("about", ""))


def _named(move: words.Dyadic) -> str:
    return f"{words.action(move.action)}: {words.pair(move)}"


def _cards(f: filters.EventFilter, only: Only) -> None:
    """The comments, newest first."""
    shown = int(st.session_state.get("comments_shown", STEP))
    page = data.comments(f, **only, limit=shown)
    if not page.rows:
        empty.nothing(tr("No comments here"), tr("Nobody chosen above spoke under these filters."))
    for row in page.rows:
        comment_card.show(row, "comments")
    if page.after:
        st.button(tr("Show more"), on_click=_more, args=(shown,))


def _ranks(
    f: filters.EventFilter,
    heard: Heard,
    people: tuple[texts.SpeakerRow, ...],
    only: Only,
) -> None:
    """Who is heard most, on what and where: a click narrows the page."""
    groups = _groups(f, heard, people, only)
    st.caption(tr("A click on a row narrows the page."))
    for name, rows in groups.items():
        bars.show(name, tr(RANKS[name]), rows, partial(_pick, name), _hues(name, rows))
        if name == "about":  # the others stand among the filters and the choices above
            marks.of_view("about", "about", {row.code: row.label for row in rows})
    bars.tables([(tr(RANKS[name]), rows) for name, rows in groups.items()])


def _groups(
    f: filters.EventFilter,
    heard: Heard,
    people: tuple[texts.SpeakerRow, ...],
    only: Only,
) -> dict[str, list[bars.Row]]:
    """The rows of each ranking; none where the page is narrowed to one of them."""
    spoke = [] if "speaker" in only else people[:RANKED]
    places = [] if "outlet" in only else texts.outlets(f, limit=RANKED, **only)
    return {
        "speaker": [bars.Row(row.speaker, plain(row.speaker), row.comments) for row in spoke],
        "country": [bars.Row(code, words.party(code), n) for code, n in heard.countries[:RANKED]],
        "about": [
            bars.Row(move.event_id, _named(move), n)
            for move, n in ([] if "event_id" in only else heard.moves)
        ],
        "action": [bars.Row(slug, words.action(slug), n) for slug, n in heard.actions[:RANKED]],
        "outlet": [bars.Row(row.outlet, plain(row.outlet), row.comments) for row in places if row.outlet],
    }


def _hues(name: str, rows: list[bars.Row]) -> list[str]:
    """Actions bear the colours of their kinds."""
    return [words.colour(words.quad_of(row.code), reader.dark()) for row in rows] if name == "action" else []


def _pick(name: str, code: str) -> None:
    """Narrow the page to what was clicked: countries and actions are filters, the rest views."""
    if name == "country":
        filters.change(**{"country" if code in CENTRAL_ASIA else "counterpart": [code]})
    elif name == "action":
        filters.change(action=[code])
    else:
        filters.set_view(name, code)
    st.session_state["comments_shown"] = STEP


def _more(shown: int) -> None:
    st.session_state["comments_shown"] = shown + STEP
