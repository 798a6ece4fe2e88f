"""How are the actors tied? A network, a counterpart × action matrix, and the profile of one party."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import streamlit as st

from dashboard import data, filters, offices, reader, words
from dashboard.charts import base, matrix, network, profile
from dashboard.i18n import mark, number, signed, tr
from dashboard.page import Page
from dashboard.panels import against, empty, heading, keys, marks, moves, pairs
from dashboard.panels.against import Shown
from dashboard.panels.embed import outlets
from dashboard.text import escape, plain
from models.queries.filters import EventFilter
from models.queries.network import Cell, Edge, Profile
from models.vocabulary import CENTRAL_ASIA, actors

ON_PHONE = 10  # actions across the matrix
PAGE = Page(
    mark("Actors"),
    40,
    views=(("actor", ""), ("cell", ""), against.VIEW),
    charts=(("network", mark("Who deals with whom")), ("matrix", mark("With whom, by what"))),
)
SHOWN = 8


def render() -> None:
    """Network and pairs, the profile of the party that was picked, and the matrix, under one filter."""
    f = filters.current()
    shown = against.chosen(f)
    edges = data.edges(shown.f, limit=400)
    heading.head(tr("Actors"), _finding(shown, edges, f))
    if not edges and not data.edges(f, limit=1):
        empty.nothing(tr("No moves between two parties here"), key="pairs")
        return
    ties = _ties(shown, edges)
    left, right = st.columns([1, 1], vertical_alignment="bottom")
    with left:
        against.control()
    with right:
        _choice(network.order(ties, most=400))
    against.days(shown, f)
    left, right = st.columns([1.45, 1], gap="medium")
    with left:
        _network(ties)
    with right:
        pairs.table(shown, edges, filters.view("actor"))
    if shown.mode == "change":
        keys.changes()
    else:
        keys.quads()
    _profile(shown.f)
    _matrix(shown.f)
    _cell(shown.f)


def embed(chart: str) -> int:
    """The network or the matrix alone."""
    f = filters.current()
    shown = against.chosen(f)
    edges = data.edges(shown.f, limit=400)
    heading.head(tr("Actors"), _finding(shown, edges, f))
    if chart == "matrix":
        _matrix(shown.f)
    else:
        _network(_ties(shown, edges))
        against.days(shown, f)
    if shown.mode == "change" and chart != "matrix":
        keys.changes()
    else:
        keys.quads()
    return outlets(shown.f)


def _finding(shown: Shown, edges: tuple[Edge, ...], f: EventFilter) -> str:
    if shown.both and shown.mode == "change":
        return against.finding(shown.both, f)
    if not edges:
        return ""
    first = edges[0]
    return tr(
        "The busiest pair: {pair}, {moves}.",
        pair=words.dyad(first.a, first.b),
        moves=reader.count(first.quads.total, "move", "moves"),
    )


def _ties(shown: Shown, edges: tuple[Edge, ...]) -> list[network.Tie]:
    if shown.both and shown.mode == "change":
        said = tr("before {before}, now {now}", before="{before}", now="{now}")
        return network.changed_ties(shown.both.pairs, reader.dark(), said)
    return network.ties(edges, reader.dark(), tr("moves: {count}", count="{count}"))


def _choice(known: list[str]) -> None:
    """Whom the page is about: everybody, or the party whose profile, pairs and row stand out."""
    codes = [*CENTRAL_ASIA, *(code for code in known if code not in CENTRAL_ASIA)]
    if filters.view("actor") and filters.view("actor") not in codes:
        if filters.view("actor") in actors():
            codes.append(filters.view("actor"))
        else:
            filters.set_view("actor", "")
    st.selectbox(
        tr("Profile of"),
        ["", *codes],
        format_func=lambda code: words.party(code) if code else tr("everybody: pick a party"),
        key=filters.key("actor"),
    )


def _profile(f: EventFilter) -> None:
    code = filters.view("actor")
    if not code:
        return
    found = data.profile(f, code)
    st.header(words.party(code), anchor=False)
    if found is None:
        empty.nothing(tr("No moves of {party} here", party=words.party(code)), key="profile")
        return
    with st.container(border=True):
        _figures(found)
        left, right = st.columns(2, gap="medium")
        with left:
            st.html(f'<p class="sp-kicker">{escape(tr("With whom: cooperation right, conflict left"))}</p>')
            figure = profile.partners(found.partners, words.party, reader.dark())
            st.plotly_chart(figure, key="partners", theme=None, config=base.CONFIG, alt=_partners_alt(found))
        with right:
            st.html(f'<p class="sp-kicker">{escape(tr("What it does and what is done to it"))}</p>')
            figure = profile.actions(found.actions, words.action, reader.dark())
            st.plotly_chart(figure, key="actions", theme=None, config=base.CONFIG, alt=_actions_alt(found))
        if found.people:
            names = "; ".join(
                ", ".join(filter(None, (plain(p.name), offices.office(p.role))))
                + f" ({reader.number(p.events)})"
                for p in found.people[:6]
            )
            st.text(tr("Who acted: {names}", names=names))


def _figures(found: Profile) -> None:
    cooperation = found.quads.cooperation / max(found.total, 1)
    with st.grid(4, min_column_width=130):
        st.metric(tr("Moves"), reader.number(found.total))
        st.metric(
            tr("Cooperation"),
            reader.share(cooperation),
            help=tr("Share of its moves; the rest is conflict."),
        )
        st.metric(
            tr("Mean intensity"),
            signed(round(found.mean_intensity, 1)),
            help=tr("Goldstein scale, from −10 conflict to 10 cooperation."),
        )
        st.metric(tr("Years"), f"{found.first.year}–{found.last.year}")


def _partners_alt(found: Profile) -> str:
    rows = [f"{words.party(p.code)} {number(p.total)}" for p in found.partners[:6]]
    return tr("{party}, moves by partner: {rows}.", party=words.party(found.code), rows=", ".join(rows))


def _actions_alt(found: Profile) -> str:
    rows = [f"{words.action(slug)} {number(count)}" for slug, count in found.actions[:6]]
    return tr("{party}, moves by action: {rows}.", party=words.party(found.code), rows=", ".join(rows))


def _network(ties: list[network.Tie]) -> None:
    st.header(tr("Who deals with whom"), anchor=False)
    shape = network.SMALL if reader.phone() else network.LARGE
    codes = network.order(ties, shape.most)
    names = {code: words.party(code) for code in network.order(ties, 400)}
    total = len(names)

    def chosen() -> None:
        picked = st.session_state["network"].selection.selected
        places = [place for part in picked if part["data_type"] == "node" for place in part["data_indices"]]
        filters.set_view("actor", codes[places[0]] if places and places[0] < len(codes) else "")

    st.echarts_chart(
        network.option(ties, names, reader.dark(), shape, filters.view("actor")),
        key="network",
        height=shape.height,
        on_select=reader.picks(chosen),
        theme=None,
        alt=tr("Network of {n} actors. The table beside it holds the same pairs.", n=len(codes)),
    )
    if reader.embedded():
        note = ""
    elif filters.view("against") == "change":
        note = tr("Click a party for its profile. Line: more or less than before; width: by how many.")
    else:
        note = tr("Click a party for its profile. Line: the commonest kind of move; width: how many.")
    if total > len(codes):
        note += " " + tr("Drawn are the {n} busiest of {total} parties.", n=len(codes), total=total)
    if note:
        st.caption(note)


def _matrix(f: EventFilter) -> None:
    st.header(tr("With whom, by what"), anchor=False)
    cells = data.matrix(f)
    shown = _commonest(cells, ON_PHONE) if reader.phone() else cells
    names = {cell.counterpart: words.party(cell.counterpart) for cell in cells}
    figure = matrix.figure(shown, names, reader.dark(), filters.view("actor"))
    st.plotly_chart(
        figure,
        key="matrix",
        on_select=reader.picks(_choose),
        theme=None,
        config=base.CONFIG,
        alt=_matrix_alt(cells),
    )
    marks.of_view("cell", "matrix", marks.hovered(figure, ">"))
    told = [
        tr("Area: how many moves.")
        if reader.embedded()
        else tr("Area: how many moves. Click a square to read them.")
    ]
    if len(shown) < len(cells):
        told.append(tr("Only the {n} commonest actions.", n=ON_PHONE))
    st.caption(" ".join(told))


def _commonest(cells: tuple[Cell, ...], most: int) -> tuple[Cell, ...]:
    """The cells of the commonest actions: a phone has no room for the names of all."""
    counts = Counter[str]()
    for cell in cells:
        counts[cell.action] += cell.count
    kept = {slug for slug, _ in counts.most_common(most)}
    return tuple(cell for cell in cells if cell.action in kept)


def _matrix_alt(cells: tuple[Cell, ...]) -> str:
    top = sorted(cells, key=lambda cell: -cell.count)[:5]
    rows = [f"{words.party(c.counterpart)}, {words.action(c.action)}: {number(c.count)}" for c in top]
    return tr("Counterparts by action. The largest: {rows}.", rows="; ".join(rows))


def _choose() -> None:
    points = st.session_state["matrix"].selection.points
    picked = points[0].get("customdata") if points else None
    filters.set_view("cell", ">".join(picked) if picked else "")


def _cell(f: EventFilter) -> None:
    """The moves of the square that was clicked."""
    code, _, slug = filters.view("cell").partition(">")
    if code not in actors() or not slug:
        return
    page = data.moves(replace(f.towards(code), actions=(slug,)), limit=SHOWN)
    st.header(f"{words.action(slug)}: {words.party(code)}", anchor=False)
    if page.total > SHOWN:
        st.caption(tr("The newest {shown} of {all}.", shown=SHOWN, all=reader.number(page.total)))
    moves.cards(page.rows, "cell")
