"""The network of actors as an ECharts graph: a circle of parties, lines in the colour of kind or change."""

from __future__ import annotations

import math
import textwrap
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dashboard.charts.base import FONT, change_colour, ink, quad_colour
from dashboard.i18n import number
from models.queries.comparison import PairChange
from models.queries.network import Edge
from models.queries.rows import Quads
from models.vocabulary import CENTRAL_ASIA, actor

LETTER = 6.0  # pixels of a letter's width, at 12 pixels of font
CROWD = 150  # lines from which on the light ones fade
WIDEST = 9  # pixels
FAINT = 0.12  # what does not touch the picked party
Option = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Shape:
    """How much room there is: parties at most (past that the circle can't be read), pixels of height and of
    font, letters in a line of a name, pixels of the smallest and the largest party."""

    most: int
    height: int
    font: int
    line: int
    smallest: int
    largest: int


LARGE, SMALL = Shape(60, 600, 12, 19, 8, 34), Shape(18, 350, 10, 13, 5, 18)


@dataclass(frozen=True, slots=True)
class Tie:
    """A line between two parties: how heavy, in which colour, dashed or not, and what it says on hovering."""

    a: str
    b: str
    weight: int
    colour: str
    text: str
    dashed: bool = False


def ties(edges: Sequence[Edge], dark: bool, moves: str) -> list[Tie]:
    """Lines of one period in the colour of their commonest quad class; `moves` says the number: `{count}`."""
    return [
        Tie(
            edge.a,
            edge.b,
            edge.quads.total,
            quad_colour(main_quad(edge.quads), dark),
            moves.format(count=number(edge.quads.total)),
        )
        for edge in edges
    ]


def changed_ties(pairs: Sequence[PairChange], dark: bool, moves: str) -> list[Tie]:
    """Lines of the difference; `moves` says the numbers: `{before}`, `{now}`. What is equal has no line."""
    return [
        Tie(
            pair.a,
            pair.b,
            abs(pair.change),
            change_colour(pair.change > 0, dark),
            moves.format(before=number(pair.before.total), now=number(pair.now.total)),
            dashed=pair.change < 0,
        )
        for pair in pairs
        if pair.change
    ]


def option(
    lines: Sequence[Tie], names: Mapping[str, str], dark: bool, shape: Shape = LARGE, picked: str = ""
) -> Option:
    """An ECharts option. The five states stand together at the side, the others follow by weight.

    `names` are display names by code. Lines that do not touch `picked`, where it is drawn, are faint. The
    order of `data` is `order(lines, shape.most)`, so that a selected index can be turned into a code.
    """
    codes = order(lines, shape.most)
    place = {code: number for number, code in enumerate(codes)}
    weight = _weights(lines)
    top = max(weight.values(), default=1)
    labels = {
        code: "\n".join(textwrap.wrap(names.get(code, code), shape.line, break_long_words=False))
        for code in codes
    }
    longest = max((len(line) for label in labels.values() for line in label.split("\n")), default=0)
    room = round(12 + shape.largest / 2 + longest * LETTER * shape.font / 12)
    nodes = [
        {
            "name": labels[code],
            "value": weight[code],
            "symbolSize": shape.smallest + (shape.largest - shape.smallest) * math.sqrt(weight[code] / top),
            "itemStyle": {
                "color": _colour(code, dark),
                **({"borderColor": ink(dark), "borderWidth": 2.5} if code == picked else {}),
            },
            "label": {"fontWeight": 600 if code in CENTRAL_ASIA or code == picked else 400},
        }
        for code in codes
    ]
    drawn = [tie for tie in lines if tie.a in place and tie.b in place]
    heaviest = max((tie.weight for tie in drawn), default=1)
    crowded = len(drawn) > CROWD
    links = [
        _link(tie, place, names, heaviest, crowded, faint=picked in place and picked not in (tie.a, tie.b))
        for tie in sorted(drawn, key=lambda tie: tie.weight)
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
                "select": {"itemStyle": {"borderColor": ink(dark), "borderWidth": 2.5}},
                "emphasis": {"focus": "adjacency"},
                **dict.fromkeys(("left", "right", "top", "bottom"), room),
                "label": {"show": True, "color": ink(dark), "fontSize": shape.font, "lineHeight": 12},
                "data": nodes,
                "links": links,
            }
        ],
    }


def order(lines: Sequence[Tie], most: int = LARGE.most) -> list[str]:
    """The parties that are drawn: the five states first, then the others by the weight of their lines."""
    weight = _weights(lines)
    others = sorted((c for c in weight if c not in CENTRAL_ASIA), key=lambda c: (-weight[c], c))
    return [*(c for c in CENTRAL_ASIA if c in weight), *others][:most]


def main_quad(quads: Quads) -> str:
    """The quad class that a line shows: the commonest; of equals the one that asks for more attention."""
    return max(("MX", "VX", "MC", "VC"), key=lambda quad: (getattr(quads, quad), quad in ("MX", "VX")))


def _weights(lines: Sequence[Tie]) -> dict[str, int]:
    weight: dict[str, int] = {}
    for tie in lines:
        for code in (tie.a, tie.b):
            weight[code] = weight.get(code, 0) + tie.weight
    return weight


def _link(
    tie: Tie, place: Mapping[str, int], names: Mapping[str, str], heaviest: int, crowded: bool, faint: bool
) -> dict[str, Any]:
    """A line. Its width tells how many, by orders of magnitude; in a crowd the light ones fade besides, else
    they would cover the circle."""
    share = math.log1p(tie.weight) / math.log1p(heaviest)
    strong = FAINT + (0.7 - FAINT) * share**3 if crowded else 0.7
    return {
        "source": place[tie.a],
        "target": place[tie.b],
        "value": tie.weight,
        "name": f"{names.get(tie.a, tie.a)} · {names.get(tie.b, tie.b)}: {tie.text}",
        "lineStyle": {
            "color": tie.colour,
            "type": "dashed" if tie.dashed else "solid",
            "width": min(1 + 1.6 * math.log2(tie.weight), 1 + WIDEST * share) if tie.weight > 1 else 1,
            "opacity": FAINT if faint else round(strong, 2),
            "curveness": 0.22,
        },
    }


def _colour(code: str, dark: bool) -> str:
    return actor(code).colour or ink(dark, 0.45) if code in CENTRAL_ASIA else ink(dark, 0.45)
