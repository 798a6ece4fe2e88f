"""The network of actors as an ECharts graph: a circle of parties, lines coloured by quad class."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dashboard.charts.base import FONT, ink, quad_colour
from models.queries.network import Edge
from models.queries.rows import Quads
from models.vocabulary import CENTRAL_ASIA, actor

SMALLEST, LARGEST = 9, 38  # pixels
Option = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Shape:
    """How much room there is: parties at most (past that the circle can't be read), pixels of height, and
    the pixels left for names beside and above the circle."""

    most: int
    height: int
    beside: int
    above: int


LARGE, SMALL = Shape(60, 620, 140, 120), Shape(22, 420, 105, 95)


def option(
    edges: Sequence[Edge],
    names: Mapping[str, str],
    words: Mapping[str, str],
    dark: bool,
    shape: Shape = LARGE,
) -> Option:
    """An ECharts option. The five states stand together at the top, the others follow by weight.

    `names` are display names by code; `words` hold the reader's words: moves (with {count}).
    The order of `data` is `order(edges, shape.most)`, so that a selected index can be turned into a code.
    """
    codes = order(edges, shape.most)
    weight = _weights(edges)
    top = max(weight.values(), default=1)
    nodes = [
        {
            "name": names.get(code, code),
            "value": weight[code],
            "symbolSize": SMALLEST + (LARGEST - SMALLEST) * math.sqrt(weight[code] / top),
            "itemStyle": {"color": _colour(code, dark)},
            "label": {"fontWeight": 600 if code in CENTRAL_ASIA else 400},
        }
        for code in codes
    ]
    return {
        "textStyle": {"fontFamily": FONT},
        "tooltip": {"confine": True},
        "series": [
            {
                "type": "graph",
                "layout": "circular",
                "circular": {"rotateLabel": True},
                "selectedMode": "single",
                "select": {"itemStyle": {"borderColor": ink(dark), "borderWidth": 2}},
                "emphasis": {"focus": "adjacency"},
                "left": shape.beside,
                "right": shape.beside,
                "top": shape.above,
                "bottom": shape.above,
                "label": {"show": True, "color": ink(dark), "fontSize": 12},
                "data": nodes,
                "links": [_link(edge, codes, names, words, dark) for edge in edges if _both(edge, codes)],
            }
        ],
    }


def order(edges: Sequence[Edge], most: int = LARGE.most) -> list[str]:
    """The parties that are drawn: the five states first, then the others by the number of their moves."""
    weight = _weights(edges)
    others = sorted((c for c in weight if c not in CENTRAL_ASIA), key=lambda c: (-weight[c], c))
    return [*(c for c in CENTRAL_ASIA if c in weight), *others][:most]


def main_quad(quads: Quads) -> str:
    """The quad class that a line shows: the commonest; of equals the one that asks for more attention."""
    return max(("MX", "VX", "MC", "VC"), key=lambda quad: (getattr(quads, quad), quad in ("MX", "VX")))


def _weights(edges: Sequence[Edge]) -> dict[str, int]:
    weight: dict[str, int] = {}
    for edge in edges:
        for code in (edge.a, edge.b):
            weight[code] = weight.get(code, 0) + edge.quads.total
    return weight


def _both(edge: Edge, codes: Sequence[str]) -> bool:
    return edge.a in codes and edge.b in codes


def _link(
    edge: Edge, codes: Sequence[str], names: Mapping[str, str], words: Mapping[str, str], dark: bool
) -> dict[str, Any]:
    count = edge.quads.total
    title = f"{names.get(edge.a, edge.a)} · {names.get(edge.b, edge.b)}"
    return {
        "source": codes.index(edge.a),
        "target": codes.index(edge.b),
        "value": count,
        "name": f"{title}: {words['moves'].format(count=count)}",
        "lineStyle": {
            "color": quad_colour(main_quad(edge.quads), dark),
            "width": 1 + 1.6 * math.log2(count) if count > 1 else 1,
            "opacity": 0.7,
            "curveness": 0.22,
        },
    }


def _colour(code: str, dark: bool) -> str:
    return actor(code).colour or ink(dark, 0.45) if code in CENTRAL_ASIA else ink(dark, 0.45)
