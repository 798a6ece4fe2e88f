"""From rows to the sketch of the actor map: who is on it, and which arcs there are."""

from __future__ import annotations

from dashboard import filters, reader, words
from dashboard.charts.network import main_quad
from dashboard.charts.plane import frames
from dashboard.charts.sketch import Node, Sketch, Tie, sketch
from dashboard.geometry import shapes
from dashboard.i18n import number, tr
from dashboard.panels import against
from dashboard.panels.against import Shown
from models.queries.actor_map import ActorMap
from models.queries.network import Edge
from models.vocabulary import CENTRAL_ASIA, actors
from models.vocabulary.actions import QUADS

MOST_ARCS, ON_PHONE = 30, 14
MOST_PARTIES = 60


def of(shown: Shown, found: ActorMap, edges: tuple[Edge, ...]) -> Sketch:
    """The sketch of the period, or of the difference, that was chosen, in the frame of the address."""
    phone = reader.phone()
    plane = frames(phone)[filters.view("frame")]
    if shown.both and shown.mode == "change":
        counts = {party.code: party.change for party in shown.both.parties}
        ties = _changed(shown)
    else:
        counts = {party.code: party.total for party in found.totals}
        ties = _by_kind(edges) if filters.view("arcs") == "kind" else _by_pair(edges)
    # The five are always on the map, whatever they did: they are what it is about.
    codes = dict.fromkeys([*CENTRAL_ASIA, *counts])
    kept = [code for code in codes if code in actors() and (code in CENTRAL_ASIA or counts[code])]
    nodes = [_node(code, counts.get(code, 0)) for code in kept[:MOST_PARTIES]]
    most = ON_PHONE if phone else MOST_ARCS
    return sketch(nodes, ties, plane, most, filters.view("pick"), font=font())


def font() -> int:
    """Pixels of the names."""
    return 10 if reader.phone() else 12


def _node(code: str, count: int) -> Node:
    known = actors()[code]
    middle = shapes.label_point(code) if code in shapes.codes() else None
    if known.kind != "state" or not (known.centre or middle):
        return Node(code, words.party(code), count, None)
    capital = known.centre[::-1] if known.centre else None
    return Node(code, words.party(code), count, tuple(filter(None, (capital, middle))), middle)


def _by_pair(edges: tuple[Edge, ...]) -> list[Tie]:
    """One tie for each pair, in the colour of its commonest kind; on hovering it tells all of them."""
    ties = []
    for edge in edges:
        kinds = [
            f"{words.quad(quad)}: {getattr(edge.quads, quad)}" for quad in QUADS if getattr(edge.quads, quad)
        ]
        told = reader.count(edge.quads.total, "move", "moves")
        text = "<br>".join([f"{words.dyad(edge.a, edge.b)}: <b>{told}</b>", *kinds])
        ties.append(Tie(edge.a, edge.b, main_quad(edge.quads), edge.quads.total, text))
    return ties


def _by_kind(edges: tuple[Edge, ...]) -> list[Tie]:
    ties = [
        Tie(
            edge.a,
            edge.b,
            quad,
            count,
            f"{words.dyad(edge.a, edge.b)}<br>{words.quad(quad)}: <b>{number(count)}</b>",
        )
        for edge in edges
        for quad in QUADS
        if (count := getattr(edge.quads, quad))
    ]
    return sorted(ties, key=lambda tie: -tie.count)


def _changed(shown: Shown) -> list[Tie]:
    assert shown.both
    return [
        Tie(
            pair.a,
            pair.b,
            "more" if pair.change > 0 else "less",
            abs(pair.change),
            f"{words.dyad(pair.a, pair.b)}: <b>{against.signed(pair.change)}</b><br>"
            + tr("before {before}, now {now}", before=pair.before.total, now=pair.now.total),
        )
        for pair in shown.both.pairs
        if pair.change
    ]
