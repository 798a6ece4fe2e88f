"""As much of TopoJSON as the map needs: decode, simplify, merge and stitch shared arcs.

Neighbours share arcs, so simplifying an arc once keeps both sides of a border together.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Any

Point = tuple[float, float]
Ring = list[Point]
ArcRef = int  # i runs the arc forwards, ~i backwards, as in TopoJSON


def decode(topology: dict[str, Any]) -> list[list[Point]]:
    """The arcs in degrees (longitude, latitude), from the file's delta-coded integers."""
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs: list[list[Point]] = []
    for arc in topology["arcs"]:
        x = y = 0
        points: list[Point] = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * sx + tx, y * sy + ty))
        arcs.append(points)
    return arcs


def simplify(arc: Sequence[Point], tolerance: float) -> list[Point]:
    """Douglas-Peucker: no dropped point lay further than `tolerance` degrees from the line that stays.

    Closed arcs (islands, enclaves) keep at least a triangle, so that nothing vanishes.
    """
    if len(arc) < 5:
        return list(arc)
    kept = {0, len(arc) - 1}
    if arc[0] == arc[-1]:
        far = max(range(len(arc)), key=lambda i: _square(arc[i], arc[0]))
        third = max(range(len(arc)), key=lambda i: _off_line(arc[i], arc[0], arc[far]))
        kept |= {far, third}
    cuts = sorted(kept)
    spans = list(pairwise(cuts))
    while spans:
        first, last = spans.pop()
        if last - first < 2:
            continue
        worst = max(range(first + 1, last), key=lambda i: _off_line(arc[i], arc[first], arc[last]))
        if _off_line(arc[worst], arc[first], arc[last]) > tolerance:
            kept.add(worst)
            spans += [(first, worst), (worst, last)]
    return [arc[i] for i in sorted(kept)]


def merge(polygons: Iterable[Sequence[Sequence[ArcRef]]]) -> list[list[ArcRef]]:
    """The rings (as arc references) of several polygons with their common borders dissolved."""
    refs = [ref for polygon in polygons for ring in polygon for ref in ring]
    present = set(refs)
    return [[ref] for ref in refs if ~ref not in present]


def stitch(refs: Iterable[Sequence[ArcRef]], arcs: Sequence[Sequence[Point]]) -> list[Ring]:
    """Join loose arcs end to end into closed rings."""
    loose = [_points(ring, arcs) for ring in refs]
    rings: list[Ring] = []
    while loose:
        ring = loose.pop()
        while ring[0] != ring[-1]:
            follower = next((other for other in loose if other[0] == ring[-1]), None)
            if follower is None:
                raise ValueError(f"an arc ends at {ring[-1]} and nothing goes on from there")
            loose.remove(follower)
            ring = ring + follower[1:]
        rings.append(ring)
    return rings


def ring_of(refs: Sequence[ArcRef], arcs: Sequence[Sequence[Point]]) -> Ring:
    """One closed ring from its arc references."""
    return _points(refs, arcs)


def area(ring: Sequence[Point]) -> float:
    """Signed area in square degrees: negative when the ring runs clockwise.

    A step of more than half the globe is a step across the 180th meridian and counts the short way.
    """
    total, shift = 0.0, 0.0
    for (x1, y1), (x2, y2) in pairwise(ring):
        step = -360.0 if x2 - x1 > 180 else 360.0 if x2 - x1 < -180 else 0.0
        total += (x1 + shift) * y2 - (x2 + shift + step) * y1
        shift += step
    return total / 2


def clockwise(ring: Ring) -> Ring:
    """The ring as d3 wants an outer ring: otherwise the shape fills the rest of the globe."""
    return ring if area(ring) < 0 else ring[::-1]


def anticlockwise(ring: Ring) -> Ring:
    """The ring as d3 wants a hole."""
    return clockwise(ring)[::-1]


def _points(refs: Sequence[ArcRef], arcs: Sequence[Sequence[Point]]) -> Ring:
    points: Ring = []
    for ref in refs:
        arc = list(arcs[ref]) if ref >= 0 else list(reversed(arcs[~ref]))
        points += arc[1:] if points else arc
    return points


def _square(a: Point, b: Point) -> float:
    return float((a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2)


def _off_line(p: Point, a: Point, b: Point) -> float:
    length = _square(a, b)
    if not length:
        return math.sqrt(_square(p, a))
    t = max(0.0, min(1.0, ((p[0] - a[0]) * (b[0] - a[0]) + (p[1] - a[1]) * (b[1] - a[1])) / length))
    return math.dist(p, (a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])))
