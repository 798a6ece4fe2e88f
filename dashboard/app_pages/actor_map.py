"""Who deals with whom, and where? States shaded by their moves, arcs from actor to counterpart."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import streamlit as st

from dashboard import data, filters, reader, words
from dashboard.charts import actor_map as chart
from dashboard.geometry import shapes
from dashboard.i18n import mark, tr
from dashboard.page import Page
from dashboard.panels import coverage_note, empty, heading, keys, moves
from dashboard.text import escape
from models.queries.actor_map import ActorMap
from models.queries.filters import EventFilter
from models.vocabulary import CENTRAL_ASIA, actors

PAGE = Page(mark("Actor map"), 30, views=(("frame", "eurasia"), ("pick", "")))
FRAMES = {"central-asia": mark("Central Asia"), "eurasia": mark("Eurasia"), "world": mark("World")}
MOST_ARCS = 45
SHOWN = 8
BORDERS = mark(
    "Borders follow the position of the United Nations. Territories of disputed status are drawn neutral; "
    "Kashmir is drawn along the line of control, and no position is implied. Made from Natural Earth."
)
# Whose names are worth their room, by frame.
NAMED = {
    "central-asia": (*CENTRAL_ASIA, "RUS", "CHN", "IRN", "AFG", "PAK", "TUR", "AZE"),
    "eurasia": (*CENTRAL_ASIA, "RUS", "CHN", "IRN", "AFG", "IND", "TUR", "MNG", "DEU"),
    "world": ("KAZ", "RUS", "CHN", "IND", "USA", "JPN", "DEU"),
}


def render() -> None:
    """The map, its key, the parties without territory, and the moves of what was picked."""
    f = filters.current()
    found = data.actor_map(f, limit=400)
    heading.head(tr("Actor map"), _finding(found, f))
    if not found.totals:
        empty.nothing(tr("No moves here"))
        return
    st.segmented_control(
        tr("Frame"),
        list(FRAMES),
        format_func=partial(words.told, FRAMES),
        key=filters.key("frame"),
        required=True,
    )
    _draw(found)
    keys.quads()
    coverage_note.note(f)
    st.html(f'<p class="sp-small sp-soft">{escape(tr(BORDERS))}</p>')
    _without_territory(found)
    _picked(f)


def _finding(found: ActorMap, f: EventFilter) -> str:
    own = set(f.countries or CENTRAL_ASIA)
    partners = [party for party in found.totals if party.code not in own]
    if not partners:
        return ""
    first = partners[0]
    share = max(first.quads.cooperation, first.quads.conflict) / max(first.quads.total, 1)
    told = {
        "party": words.party(first.code),
        "moves": reader.count(first.total, "move", "moves"),
        "share": reader.share(share),
    }
    if first.quads.cooperation >= first.quads.conflict:
        return tr("{party} stands out: {moves}, {share} of them cooperation.", **told)
    return tr("{party} stands out: {moves}, {share} of them conflict.", **told)


def _draw(found: ActorMap) -> None:
    places = {code: actor.centre for code, actor in actors().items() if actor.centre}
    shades = [
        chart.Shade(party.code, words.party(party.code), party.total)
        for party in found.totals
        if party.code in shapes.codes() and party.code not in shapes.neutral()
    ]
    drawable = [arc for arc in found.arcs if arc.actor in places and arc.counterpart in places]
    arcs = [
        chart.Arc(
            arc.actor,
            arc.counterpart,
            f"{words.party(arc.actor)} → {words.party(arc.counterpart)}",
            arc.quad,
            arc.count,
            places[arc.actor][::-1],
            places[arc.counterpart][::-1],
        )
        for arc in drawable[:MOST_ARCS]
    ]
    frame = filters.view("frame") if filters.view("frame") in FRAMES else "eurasia"
    labels = [chart.Label(words.party(code), *shapes.label_point(code)) for code in NAMED[frame]]
    figure = chart.figure(
        shades,
        arcs,
        shapes.codes(),
        shapes.neutral(),
        labels,
        frame,
        {"moves": tr("moves"), "hover_arc": "{label}<br><b>{count}</b>"},
        reader.dark(),
        330 if reader.phone() else 560,
    )
    st.plotly_chart(
        figure,
        key="map",
        on_select=_pick,
        theme=None,
        config=chart.CONFIG,
        alt=tr(
            "Map of {frame}: {states} states with moves, {arcs} arcs between actors. "
            "The same figures stand in the table on the Actors page.",
            frame=words.told(FRAMES, frame),
            states=len(shades),
            arcs=len(arcs),
        ),
    )
    left_out = len(drawable) - len(arcs)
    if left_out > 0:
        st.caption(
            tr(
                "Arcs drawn: the {most} heaviest; {others} thinner ones are not.",
                most=MOST_ARCS,
                others=reader.number(left_out),
            )
        )


def _pick() -> None:
    points = st.session_state["map"].selection.points
    picked = points[0].get("customdata") if points else ""
    if isinstance(picked, list):
        picked = picked[0] if picked else ""
    filters.set_view("pick", str(picked or ""))


def _without_territory(found: ActorMap) -> None:
    """Organisations, treaties and groups have no place on the map: they stand beside it."""
    others = [party for party in found.totals if party.code not in shapes.codes()]
    if not others:
        return
    st.subheader(tr("Organisations, treaties and groups"), anchor=False)
    options = [party.code for party in others[:24]]
    counts = {party.code: party.total for party in others}
    st.pills(
        tr("They have no territory: pick one to see its moves"),
        options,
        format_func=lambda code: f"{words.party(code)} · {reader.number(counts[code])}",
        key="map_beside",
        on_change=lambda: filters.set_view("pick", st.session_state["map_beside"] or ""),
    )


def _picked(f: EventFilter) -> None:
    pick = filters.view("pick")
    actor, _, counterpart = pick.partition(">")
    if actor not in actors() or (counterpart and counterpart not in actors()):
        return
    if counterpart:
        title = words.dyad(actor, counterpart)
        narrowed = replace(f, countries=(actor,), counterparts=(counterpart,))
    else:
        title = tr("{party}: all its moves", party=words.party(actor))
        narrowed = f.towards(actor)
    page = data.moves(narrowed, limit=SHOWN)
    with st.container(key="picked"):
        st.subheader(title, anchor=False)
        if page.total > SHOWN:
            st.caption(
                tr(
                    "The newest {shown} of {all}. "
                    "Set the filters to this party to see all of them on the Moves page.",
                    shown=SHOWN,
                    all=reader.number(page.total),
                )
            )
        moves.cards(page.rows, "map")
