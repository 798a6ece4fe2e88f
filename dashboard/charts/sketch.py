"""What goes where on the actor map: parties, arcs and names in pixels, before anything is drawn."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass, field

from dashboard.charts import arcs
from dashboard.charts.places import Party, Place, Wish, labels, places
from dashboard.charts.plane import Plane, Point
from models.vocabulary import CENTRAL_ASIA

AROUND = (66.0, 42.0)  # the middle of the region, in degrees
FANNED = 9  # pixels between arcs of the same pair
LARGEST, SMALLEST = 11, 3.5  # pixels of radius


@dataclass(frozen=True, slots=True)
class Node:
    """A party: code, display name, moves (of a difference, how many more or, below 0, less), the places that
    would do for it, and the middle of its land. No spots: it has no territory."""

    code: str
    name: str
    count: int
    spots: tuple[Point, ...] | None
    middle: Point | None = None


@dataclass(frozen=True, slots=True)
class Tie:
    """The moves between two parties: `kind` is a quad class, or `more` or `less`; `text` is for hovering."""

    a: str
    b: str
    kind: str
    count: int
    text: str


@dataclass(frozen=True, slots=True)
class Line:
    """A tie with its curve in pixels."""

    tie: Tie
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Name:
    """A name at a pixel, which is its middle but for where it is `hung`, in Plotly's words; lines are parted
    by `<br>`."""

    code: str
    text: str
    middle: Point
    hung: str = "middle center"


@dataclass(frozen=True, slots=True)
class Sketch:
    """The map in pixels: `strong` lines are drawn in their colours, `faint` ones thin and grey; `lost` counts
    the ties of parties for whom there is no room."""

    plane: Plane
    nodes: tuple[Node, ...]
    places: dict[str, Place]
    strong: tuple[Line, ...]
    faint: tuple[Line, ...]
    names: tuple[Name, ...]
    lost: int = 0
    radius: dict[str, float] = field(default_factory=dict)


def sketch(
    nodes: Sequence[Node], ties: Sequence[Tie], plane: Plane, most: int, picked: str = "", font: int = 12
) -> Sketch:
    """Place everything. `nodes` and `ties` come the heaviest first; the `most` heaviest ties are strong, or,
    with a `picked` party ("RUS") or pair ("KAZ>RUS"), those that touch it."""
    where = places([Party(n.code, n.name, n.spots) for n in nodes], plane, AROUND)
    shown = tuple(node for node in nodes if node.code in where)
    top = max((abs(node.count) for node in shown), default=1) or 1
    largest = LARGEST if plane.width > 600 else LARGEST / 2 if plane.parallels is None else LARGEST * 0.8
    least = min(SMALLEST, largest / 2.2)
    radius = {n.code: least + (largest - least) * (abs(n.count) / top) ** 0.5 for n in shown}
    lines = _lines([tie for tie in ties if tie.a in where and tie.b in where], where, plane)
    wanted = set(picked.split(">")) if picked else set()
    touching = [line for line in lines if len(wanted & {line.tie.a, line.tie.b}) == len(wanted)]
    strong = (touching or lines)[:most]
    kept = {id(line) for line in strong}
    faint = [line for line in lines if id(line) not in kept]
    names = _names(shown, where, radius, plane, [line.points for line in strong], font)
    return Sketch(
        plane, shown, where, tuple(strong), tuple(faint), tuple(names), len(ties) - len(lines), radius
    )


def _lines(ties: Sequence[Tie], where: dict[str, Place], plane: Plane) -> list[Line]:
    hub = plane.pixel(*AROUND)
    pairs: dict[tuple[str, str], int] = {}
    for tie in ties:
        pairs[tie.a, tie.b] = pairs.get((tie.a, tie.b), 0) + 1
    seen: dict[tuple[str, str], int] = {}
    lines = []
    for tie in ties:
        number = seen.get((tie.a, tie.b), 0)
        seen[tie.a, tie.b] = number + 1
        shift = (number - (pairs[tie.a, tie.b] - 1) / 2) * FANNED
        start, end = (tie.b, tie.a) if tie.b in CENTRAL_ASIA and tie.a not in CENTRAL_ASIA else (tie.a, tie.b)
        points = arcs.curve(where[start].point, where[end].point, hub, shift)
        lines.append(Line(tie, tuple(points)))
    return lines


def _names(
    nodes: Sequence[Node],
    where: dict[str, Place],
    radius: dict[str, float],
    plane: Plane,
    lines: Sequence[Sequence[Point]],
    font: int,
) -> list[Name]:
    """The five first, then by weight; those in the margin stand beside their slots."""
    wishes, found = [], []
    for node in sorted(nodes, key=lambda node: node.code not in CENTRAL_ASIA):
        place = where[node.code]
        if place.side == "margin":
            found.append(_beside(node, place, plane, font))
            continue
        width = 16 if place.side == "land" else 20
        own = node.code in CENTRAL_ASIA
        middle = plane.pixel(*node.middle) if node.middle else None
        wishes.append(
            Wish(
                node.code,
                tuple(textwrap.wrap(node.name, width)) or ("",),
                place,
                radius[node.code],
                middle,
                must=own and plane.width > 600,
            )
        )
    spots = labels(wishes, plane, lines, font / 12)
    return found + [Name(w.code, "<br>".join(w.lines), spots[w.code]) for w in wishes if w.code in spots]


def _beside(node: Node, place: Place, plane: Plane, font: int) -> Name:
    (x, y), letter = place.point, 6.5 * font / 12
    if plane.margin[0] == "right":
        lines = textwrap.wrap(node.name, int((plane.width - x - 18) / letter))
        return Name(node.code, "<br>".join(lines), (x + 11, y), "middle right")
    lines = min(textwrap.wrap(node.name, 12), textwrap.wrap(node.name, 16), key=lambda rows: len(rows) > 2)
    return Name(node.code, "<br>".join(lines), (x, y + 13 + 7 * len(lines) * font / 12))
