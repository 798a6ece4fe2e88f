"""Who deals with whom, and where? States shaded by their moves, an arc for each pair of parties."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import streamlit as st

from dashboard import data, filters, reader, words
from dashboard.charts import actor_map as chart
from dashboard.charts.sketch import Sketch
from dashboard.geometry import shapes
from dashboard.i18n import mark, tr
from dashboard.page import Page
from dashboard.panels import (
    against,
    coverage_note,
    empty,
    heading,
    keys,
    map_sketch,
    marks,
    moves,
    pairs,
    through_time,
)
from dashboard.panels.against import Shown
from dashboard.panels.embed import outlets
from dashboard.text import escape
from models.queries.actor_map import ActorMap
from models.queries.filters import EventFilter
from models.queries.network import Edge
from models.vocabulary import CENTRAL_ASIA, actors

PAGE = Page(
    mark("Actor map"),
    30,
    views=(("frame", "eurasia"), ("pick", ""), ("arcs", "pair"), against.VIEW, through_time.VIEW),
    charts=(("map", mark("Actor map")),),
)
FRAMES = {"central-asia": mark("Central Asia"), "eurasia": mark("Eurasia"), "world": mark("World")}
ARCS = {"pair": mark("One for each pair"), "kind": mark("One for each kind")}
SHOWN = 8
BORDERS = mark(
    "Borders follow the position of the United Nations. Territories of disputed status are drawn neutral; "
    "Kashmir is drawn along the line of control, and no position is implied. Made from Natural Earth."
)


def render() -> None:
    """The map, its key, the parties for whom it has no room, and the moves of what was picked."""
    f = filters.current()
    shown = against.chosen(through_time.narrowed(f))
    found = data.actor_map(shown.f, limit=400)
    heading.head(tr("Actor map"), _finding(shown, found, f))
    if not found.totals and not data.count_moves(f):
        empty.nothing(tr("No moves here"))
        return
    _controls(shown, f)
    edges = data.edges(shown.f, limit=2000)
    drawn = map_sketch.of(shown, found, edges)
    _map(shown, drawn, f)
    _without_room(found, drawn)
    marks.of_view("pick", "map", _named(drawn, edges))
    _picked(shown.f)
    with st.expander(tr("The same as a table"), expanded=not filters.view("pick")):
        pairs.table(shown, edges)


def embed(_chart: str) -> int:
    """The map and its key alone."""
    f = filters.current()
    shown = against.chosen(through_time.narrowed(f))
    found = data.actor_map(shown.f, limit=400)
    heading.head(tr("Actor map"), _finding(shown, found, f))
    _map(shown, map_sketch.of(shown, found, data.edges(shown.f, limit=2000)), f)
    return outlets(shown.f)


def _map(shown: Shown, drawn: Sketch, f: EventFilter) -> None:
    """The map, what its colours and shades mean, which days it shows, and whose borders."""
    _draw(drawn, shown)
    if shown.mode == "change":
        keys.changes()
    else:
        keys.quads()
    keys.shades(chart.shades(reader.dark(), shown.mode == "change"), _ends(drawn, shown))
    against.days(shown, f)
    coverage_note.note(shown.f)
    st.html(f'<p class="sp-small sp-soft">{escape(tr(BORDERS))}</p>')


def _controls(shown: Shown, f: EventFilter) -> None:
    with st.container(horizontal=True, vertical_alignment="bottom", gap="medium"):
        for name, options in (("frame", FRAMES), ("arcs", ARCS)):
            if filters.view(name) not in options:
                filters.set_view(name, dict(PAGE.views)[name])
        st.segmented_control(
            tr("Frame"),
            list(FRAMES),
            format_func=partial(words.told, FRAMES),
            key=filters.key("frame"),
            required=True,
            width="content",
        )
        against.control()
        if shown.mode != "change":
            st.segmented_control(
                tr("Arcs"),
                list(ARCS),
                format_func=partial(words.told, ARCS),
                key=filters.key("arcs"),
                required=True,
                width="content",
            )
    through_time.control(f)


def _finding(shown: Shown, found: ActorMap, f: EventFilter) -> str:
    if shown.both and shown.mode == "change":
        return against.finding(shown.both, f)
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


def _draw(drawn: Sketch, shown: Shown) -> None:
    figure = chart.figure(
        drawn,
        shapes.codes(),
        shapes.neutral(),
        {"margin": tr("Without territory")},
        reader.dark(),
        shown.mode == "change",
        map_sketch.font(),
    )
    states = sum(1 for node in drawn.nodes if node.spots and node.count)
    # As high as the frame asks for at whatever width the page has: only the browser knows it.
    ratio, least = f"{drawn.plane.width} / {drawn.plane.height}", 0 if reader.phone() else 720
    st.html(f"<style>.st-key-map_room {{ aspect-ratio: {ratio}; min-width: {least}px; }}</style>")
    with st.container(key="map_scroll"), st.container(key="map_room"):
        st.plotly_chart(
            figure,
            key="map",
            height="stretch",
            on_select=reader.picks(_pick),
            theme=None,
            config=chart.CONFIG,
            alt=tr(
                "Map of {frame}: {states} states with moves, {arcs} arcs between parties. "
                "The table below holds the same pairs.",
                frame=words.told(FRAMES, filters.view("frame")),
                states=states,
                arcs=len(drawn.strong),
            ),
        )
    note = [] if reader.embedded() else [tr("Click a party or an arc for its moves.")]
    if drawn.faint and filters.view("pick"):
        note.append(tr("In colour: the arcs of what was picked; grey: all others."))
    elif drawn.faint:
        note.append(
            tr(
                "In colour: the {most} heaviest arcs; grey: the {others} others.",
                most=len(drawn.strong),
                others=reader.number(len(drawn.faint)),
            )
        )
    if drawn.lost:
        note.append(tr("Pairs without room here, all in the table: {n}.", n=reader.number(drawn.lost)))
    if note:
        st.caption(" ".join(note))


def _ends(drawn: Sketch, shown: Shown) -> tuple[str, ...]:
    """What the ends of the scale of shades stand for."""
    top = max((abs(n.count) for n in drawn.nodes if n.spots), default=1) or 1
    if shown.mode == "change":
        return against.signed(-top), "0", against.signed(top)
    return "1", reader.count(top, "move", "moves")


def _pick() -> None:
    points = st.session_state["map"].selection.points
    picked = points[0].get("customdata") if points else ""
    if isinstance(picked, list):
        picked = picked[0] if picked else ""
    filters.set_view("pick", str(picked or ""))


def _without_room(found: ActorMap, drawn: Sketch) -> None:
    """Organisations, treaties and groups beyond those that the margin holds."""
    others = [p for p in found.totals if p.code not in shapes.codes() and p.code not in drawn.places]
    if not others:
        return
    counts = {party.code: party.total for party in others[:24]}
    if st.session_state.get("map_beside") not in counts:
        st.session_state["map_beside"] = None
    st.pills(
        tr("Without territory, and without room in the margin: pick one to see its moves"),
        list(counts),
        format_func=lambda code: f"{words.party(code)} · {reader.number(counts[code])}",
        key="map_beside",
        on_change=lambda: filters.set_view("pick", st.session_state["map_beside"] or ""),
    )


def _named(drawn: Sketch, edges: tuple[Edge, ...]) -> dict[str, str]:
    """Parties on the map and the pairs that its arcs stand for, as the address names them."""
    parties = {
        node.code: f"{words.party(node.code)} · {reader.number(abs(node.count))}"
        for node in drawn.nodes
        if node.count
    }
    pairs_of = {
        f"{edge.a}>{edge.b}": f"{words.dyad(edge.a, edge.b)} · {reader.number(edge.quads.total)}"
        for edge in edges
        if edge.a in drawn.places and edge.b in drawn.places
    }
    return parties | pairs_of


def _picked(f: EventFilter) -> None:
    pick = filters.view("pick")
    a, _, b = pick.partition(">")
    if a not in actors() or (b and b not in actors()):
        return
    if b:
        title = words.dyad(a, b)
        narrowed = replace(f, countries=(a,), counterparts=(b,))
    else:
        title = tr("{party}: all its moves", party=words.party(a))
        narrowed = f.towards(a)
    page = data.moves(narrowed, limit=SHOWN)
    with st.container(key="picked"):
        with st.container(horizontal=True, vertical_alignment="center"):
            st.header(title, anchor=False, width="content")
            st.button(tr("Show everything again"), type="tertiary", on_click=_unpick)
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


def _unpick() -> None:
    filters.set_view("pick", "")
