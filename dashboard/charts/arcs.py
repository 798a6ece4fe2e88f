"""Arcs between places in pixels: short ones bow, long ones run together and part near their ends."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

from dashboard.charts.plane import Point

STEPS = 28
NEAR = 110  # pixels from the middle of the region within which an arc is a simple bow
BOW, TURN, SHARED = 0.2, 0.1, 0.55


def curve(start: Point, end: Point, hub: Point, shift: float = 0.0) -> list[Point]:
    """An arc from a state of the region, whose middle is `hub`, to anywhere.

    Long arcs to one counterpart share the point that pulls them, and so run together before they part at the
    states. `shift` pushes an arc aside in pixels, so that several between the same two places lie apart.
    """
    if math.dist(end, hub) < NEAR or math.dist(start, end) < NEAR:
        return _bow(start, end, hub, shift)
    dx, dy = end[0] - hub[0], end[1] - hub[1]
    turn = -TURN if (dy < 0) == (dx > 0) else TURN
    pull = hub[0] + dx * SHARED - dy * turn, hub[1] + dy * SHARED + dx * turn
    leave = start[0] + (pull[0] - start[0]) * 0.35, start[1] + (pull[1] - start[1]) * 0.35
    length = math.hypot(dx, dy)
    aside = -dy / length * shift, dx / length * shift
    controls = [(x + aside[0], y + aside[1]) for x, y in (leave, pull)]
    return _bezier([start, *controls, end])


def _bow(start: Point, end: Point, hub: Point, shift: float) -> list[Point]:
    """Bent away from the middle of the region, which is crowded."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = math.hypot(dx, dy) or 1.0
    middle = (start[0] + end[0]) / 2, (start[1] + end[1]) / 2
    side = 1 if (middle[0] - hub[0]) * -dy + (middle[1] - hub[1]) * dx >= 0 else -1
    bend = (BOW * length + 8 + shift) * 2 * side / 1.6
    return _bezier([start, (middle[0] - dy / length * bend, middle[1] + dx / length * bend), end])


def _bezier(points: Sequence[Point]) -> list[Point]:
    line = []
    for step in range(STEPS + 1):
        t, left = step / STEPS, list(points)
        while len(left) > 1:
            left = [(a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t) for a, b in pairwise(left)]
        line.append(left[0])
    return line
