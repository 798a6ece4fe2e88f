"""Where parties stand on a map, in pixels: at their capitals, at the edge, in the margin; and their names."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from dashboard.charts.plane import Plane, Point

Side = Literal["land", "left", "right", "top", "bottom", "margin"]
INSET, APART = 16, 30  # pixels from the edge; between two parties at one edge
SLOT = 30  # pixels of height for a party in the margin at the right
COLUMN = 76  # pixels of width for one in the margin below
LINE, LETTER = 14, 6.5  # pixels of a line's height and a letter's width, at 12 pixels of font
_CELL = 8


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody on the map: code, display name, and the places that would do, the best first, in degrees.
    None means no territory: an organisation, a treaty, a group."""

    code: str
    name: str
    spots: tuple[Point, ...] | None


@dataclass(frozen=True, slots=True)
class Place:
    """The pixel where a party stands, and why there: on its land, at an edge beyond which it lies, or in the
    margin."""

    point: Point
    side: Side


def places(parties: Sequence[Party], plane: Plane, around: Point) -> dict[str, Place]:
    """A place for each party, the first ones first; those for whom there is no room have none.

    `around` is the middle of the region in degrees: whoever lies outside of the frame stands at its edge in
    the direction in which it lies from there.
    """
    found: dict[str, Place] = {}
    beyond: dict[Side, list[tuple[float, str]]] = {}
    nowhere: list[str] = []
    for party in parties:
        if party.spots is None:
            nowhere.append(party.code)
            continue
        inside = next((p for p in (plane.pixel(*spot) for spot in party.spots) if _inside(p, plane)), None)
        if inside:
            found[party.code] = Place(inside, "land")
        else:
            side, at = _edge(party.spots[0], plane, around)
            beyond.setdefault(side, []).append((at, party.code))
    for side, row in beyond.items():
        found |= _along(side, row, plane)
    return found | _margin(nowhere, plane)


def _inside(point: Point, plane: Plane) -> bool:
    left, top, right, bottom = plane.land
    beside = plane.width * 0.06 if plane.parallels else 4  # nearer to the edge its name would lie on others'
    return left + beside < point[0] < right - 20 and top + 12 < point[1] < bottom - 20


def _edge(spot: Point, plane: Plane, around: Point) -> tuple[Side, float]:
    """The side, and how far along it, where the way from the region to a place out of sight crosses it."""
    left, top, right, bottom = plane.land
    x0, y0 = plane.pixel(*around)
    dx = ((spot[0] - around[0] + 180) % 360 - 180) * math.cos(math.radians(around[1]))
    dy = around[1] - spot[1]
    across = ((right - INSET - x0) if dx > 0 else (left + INSET - x0)) / dx if dx else math.inf
    down = ((bottom - INSET - y0) if dy > 0 else (top + INSET - y0)) / dy if dy else math.inf
    if across < down:
        return ("right" if dx > 0 else "left"), y0 + dy * across
    return ("bottom" if dy > 0 else "top"), x0 + dx * down


def _along(side: Side, row: list[tuple[float, str]], plane: Plane) -> dict[str, Place]:
    """Parties at one edge, moved apart as far as they must, in the order in which they lie."""
    left, top, right, bottom = plane.land
    upright = side in ("left", "right")
    low, high = (top + INSET, bottom - INSET) if upright else (left + 60, right - 60)
    apart = APART if upright else 96
    kept = sorted(row[: int((high - low) // apart) + 1])
    at = low - apart
    spots = []
    for number, (wish, _) in enumerate(kept):
        last = high - apart * (len(kept) - 1 - number)
        at = min(max(wish, at + apart), last)
        spots.append(at)
    fixed = {"left": left + INSET, "right": right - INSET, "top": top + INSET, "bottom": bottom - INSET}[side]
    return {
        code: Place((fixed, at) if upright else (at, fixed), side)
        for at, (_, code) in zip(spots, kept, strict=True)
    }


def _margin(codes: Sequence[str], plane: Plane) -> dict[str, Place]:
    """Slots of the margin: one column at the right, or rows below."""
    side, share = plane.margin
    _, _, right, bottom = plane.land
    if not share:
        return {}
    if side == "right":
        most = int((plane.height - 40) // SLOT)
        step = min(54.0, (plane.height - 40) / max(len(codes[:most]), 1))
        return {c: Place((right + 18, 44 + step * i), "margin") for i, c in enumerate(codes[:most])}
    # Near the pole the globe is narrower than its box: what lies beside it has no degrees.
    wide = plane.width * (1.0 if plane.parallels else 0.64)
    columns = int(wide // COLUMN)
    rows = max(1, int((plane.height - bottom) // 46))
    kept = codes[: columns * rows]
    across = -(-len(kept) // rows) or 1
    start = (plane.width - wide) / 2
    return {
        code: Place(
            (start + wide / across * (i % across + 0.5), bottom + 14 + 46 * (i // across)),
            "margin",
        )
        for i, code in enumerate(kept)
    }


@dataclass(frozen=True, slots=True)
class Wish:
    """A name to be placed: its lines, the party's place and radius, perhaps a roomier pixel in the middle of
    its land, and whether it must be there even where it lies on others."""

    code: str
    lines: tuple[str, ...]
    place: Place
    radius: float
    middle: Point | None = None
    must: bool = False


def labels(
    wishes: Sequence[Wish], plane: Plane, lines: Sequence[Sequence[Point]], scale: float = 1.0
) -> dict[str, Point]:
    """The middle of each name in pixels, the first ones first: beside its disc, where the fewest arcs pass,
    on no other name or disc. Names without room are left out. `scale` is the font's part of 12 pixels."""
    busy: dict[tuple[int, int], int] = {}
    for line in lines:
        for x, y in line:
            cell = int(x // _CELL), int(y // _CELL)
            busy[cell] = busy.get(cell, 0) + 1
    taken = [_disc(wish) for wish in wishes]
    found: dict[str, Point] = {}
    for wish in wishes:
        wide = max(len(line) for line in wish.lines) * LETTER * scale
        high = LINE * len(wish.lines) * scale
        own = _disc(wish)
        best: tuple[float, Point] | None = None
        for rank, middle in enumerate(_candidates(wish, wide, high)):
            box = (middle[0] - wide / 2, middle[1] - high / 2, middle[0] + wide / 2, middle[1] + high / 2)
            if box[0] < 1 or box[1] < 1 or box[2] > plane.land[2] - 1 or box[3] > plane.land[3] - 1:
                continue
            hits = sum(_overlap(box, other) for other in taken if other is not own and other != own)
            if hits and not wish.must:
                continue
            cost = hits * 40 + _crossed(box, busy) + rank * 1.5
            if best is None or cost < best[0]:
                best = cost, middle
        if best:
            x, y = found[wish.code] = best[1]
            taken.append((x - wide / 2, y - high / 2, x + wide / 2, y + high / 2))
    return found


def _candidates(wish: Wish, wide: float, high: float) -> list[Point]:
    (x, y), gap = wish.place.point, wish.radius + 4
    across, down = gap + wide / 2, gap + high / 2
    by_side: Mapping[Side, list[Point]] = {
        "left": [(x + across, y + up) for up in (0, -11, 11)],
        "right": [(x - across, y + up) for up in (0, -11, 11)],
        "top": [(x, y + down), (x + across, y), (x - across, y)],
        "bottom": [(x, y - down), (x + across, y), (x - across, y)],
    }
    if wish.place.side in by_side:
        return by_side[wish.place.side]
    around = [
        (x + across, y),
        (x - across, y),
        (x, y + down),
        (x, y - down),
        (x + across * 0.85, y + down * 0.8),
        (x + across * 0.85, y - down * 0.8),
        (x - across * 0.85, y + down * 0.8),
        (x - across * 0.85, y - down * 0.8),
    ]
    if wish.middle and math.dist(wish.middle, (x, y)) > 24:
        mx, my = wish.middle
        return [(mx, my), (mx, my + high), (mx, my - high), *around]
    return around


def _disc(wish: Wish) -> tuple[float, float, float, float]:
    (x, y), r = wish.place.point, wish.radius
    return x - r, y - r, x + r, y + r


def _overlap(a: tuple[float, float, float, float], b: tuple[float, float, float, float]) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def _crossed(box: tuple[float, float, float, float], busy: Mapping[tuple[int, int], int]) -> int:
    return sum(
        busy.get((i, j), 0)
        for i in range(int(box[0] // _CELL), int(box[2] // _CELL) + 1)
        for j in range(int(box[1] // _CELL), int(box[3] // _CELL) + 1)
    )
