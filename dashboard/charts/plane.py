"""The plane that a map is drawn on: the projections that Plotly uses, forward and back, in pixels.

Plotly draws in degrees only. To bend arcs evenly, to keep names apart and to put what has no territory into a
margin, their places are reckoned in pixels here and given to Plotly in degrees.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property
from typing import Any

Point = tuple[float, float]
_A1, _A2, _A3, _A4 = 1.340264, -0.081106, 0.000893, 0.003796  # Equal Earth (Šavrič, Patterson, Jenny 2018)
_ROOT3 = math.sqrt(3)


@dataclass(frozen=True)
class Plane:
    """A framed map of `width` pixels. Ranges are in degrees; longitudes may pass 180 where the frame does.

    `parallels` mean a conic equal-area projection, without them it is Equal Earth. `margin` is the side on
    which parties without territory stand, and the share of that side's length that they get.
    """

    width: int
    middle: float
    lons: Point
    lats: Point
    parallels: Point | None = None
    margin: tuple[str, float] = ("right", 0.17)

    @cached_property
    def geo(self) -> dict[str, Any]:
        """What Plotly is told, so that its fit is the one reckoned here."""
        kind = {"type": "conic equal area", "parallels": list(self.parallels)} if self.parallels else {}
        x0, y0, x1, y1 = self._box
        lon, lat = self._back((x0 + x1) / 2, (y0 + y1) / 2)
        return {
            "projection": {"type": "equal earth", "rotation": {"lon": self.middle}, **kind},
            "lonaxis": {"range": list(self.lons)},
            "lataxis": {"range": list(self.lats)},
            "center": {"lon": lon, "lat": lat},
        }

    @property
    def height(self) -> int:
        """Pixels from top to bottom when the map is `width` wide."""
        x0, y0, x1, y1 = self._box
        return round(self.width * (y1 - y0) / (x1 - x0))

    @cached_property
    def land(self) -> tuple[float, float, float, float]:
        """Left, top, right, bottom of the part that is no margin, in pixels."""
        side, share = self.margin
        if side == "right":
            return 0.0, 0.0, self.width * (1 - share), float(self.height)
        return 0.0, 0.0, float(self.width), self.height * (1 - share)

    def pixel(self, lon: float, lat: float) -> Point:
        """Pixels from the left and from the top."""
        x, y = self._forth(lon, lat)
        x0, _, x1, y1 = self._box
        scale = self.width / (x1 - x0)
        return (x - x0) * scale, (y1 - y) * scale

    def degrees(self, point: Point) -> Point:
        """Longitude and latitude of a pixel; off the globe, those of the nearest edge."""
        x0, _, x1, y1 = self._box
        scale = self.width / (x1 - x0)
        return self._back(x0 + point[0] / scale, y1 - point[1] / scale)

    @cached_property
    def _box(self) -> tuple[float, float, float, float]:
        """Bounds of the ranges as Plotly takes them: great circles between five points of either parallel."""
        (west, east), (south, north) = self.lons, self.lats
        steps = [west + (east - west) * i / 4 for i in range(5)]
        corners = [*((lon, north) for lon in steps), *((lon, south) for lon in reversed(steps))]
        corners[0], corners[-1] = (west + 1e-6, north), (west + 1e-6, south)
        corners[4], corners[5] = (east - 1e-6, north), (east - 1e-6, south)
        points = [
            self._forth(*_between(a, b, i / 16))
            for a, b in zip(corners, [*corners[1:], corners[0]], strict=True)
            for i in range(17)
        ]
        xs, ys = [x for x, _ in points], [y for _, y in points]
        return min(xs), min(ys), max(xs), max(ys)

    def _turned(self, lon: float) -> float:
        return math.radians((lon - self.middle + 180) % 360 - 180)

    @cached_property
    def _cone(self) -> tuple[float, float, float]:
        assert self.parallels
        low, high = (math.sin(math.radians(lat)) for lat in self.parallels)
        n = (low + high) / 2
        c = 1 + low * (2 * n - low)
        return n, c, math.sqrt(c) / n

    def _forth(self, lon: float, lat: float) -> Point:
        turned, phi = self._turned(lon), math.radians(lat)
        if self.parallels:
            n, c, r0 = self._cone
            r = math.sqrt(c - 2 * n * math.sin(phi)) / n
            return r * math.sin(turned * n), r0 - r * math.cos(turned * n)
        t = math.asin(_ROOT3 / 2 * math.sin(phi))
        t2, t6 = t * t, t**6
        slope = _A1 + 3 * _A2 * t2 + t6 * (7 * _A3 + 9 * _A4 * t2)
        return 2 * turned * math.cos(t) / (_ROOT3 * slope), t * (_A1 + _A2 * t2 + t6 * (_A3 + _A4 * t2))

    def _back(self, x: float, y: float) -> Point:
        if self.parallels:
            n, c, r0 = self._cone
            down = r0 - y
            turned = math.atan2(x, down) / n
            sine = (c - (x * x + down * down) * n * n) / (2 * n)
        else:
            t = _angle(y)
            t2, t6 = t * t, t**6
            slope = _A1 + 3 * _A2 * t2 + t6 * (7 * _A3 + 9 * _A4 * t2)
            turned = x * _ROOT3 * slope / (2 * math.cos(t))
            sine = math.sin(t) * 2 / _ROOT3
        lat = math.degrees(math.asin(max(-1.0, min(1.0, sine))))
        turned = max(-math.pi + 1e-6, min(math.pi - 1e-6, turned))
        return (math.degrees(turned) + self.middle + 180) % 360 - 180, lat


def _angle(y: float) -> float:
    """The parameter of Equal Earth for a height, by Newton's steps."""
    t = y
    for _ in range(12):
        t2, t6 = t * t, t**6
        error = t * (_A1 + _A2 * t2 + t6 * (_A3 + _A4 * t2)) - y
        t -= error / (_A1 + 3 * _A2 * t2 + t6 * (7 * _A3 + 9 * _A4 * t2))
    return max(-math.pi / 3, min(math.pi / 3, t))


def _between(a: Point, b: Point, share: float) -> Point:
    """A point of the great circle from a to b, in degrees."""
    vectors = []
    for lon, lat in (a, b):
        lam, phi = math.radians(lon), math.radians(lat)
        vectors.append((math.cos(phi) * math.cos(lam), math.cos(phi) * math.sin(lam), math.sin(phi)))
    angle = math.acos(max(-1.0, min(1.0, sum(p * q for p, q in zip(*vectors, strict=True)))))
    if angle < 1e-9:
        return a
    first, second = math.sin((1 - share) * angle), math.sin(share * angle)
    x, y, z = (first * p + second * q for p, q in zip(*vectors, strict=True))
    return math.degrees(math.atan2(y, x)), math.degrees(math.atan2(z, math.hypot(x, y)))


def frames(phone: bool) -> dict[str, Plane]:
    """The frames by code; on a phone the margin is below, and the world has none."""
    if phone:
        below = ("bottom", 0.24)
        return {
            "central-asia": Plane(350, 66, (48, 84), (12, 58), (30, 55), below),
            "eurasia": Plane(350, 66, (36, 96), (-8, 63), (25, 60), below),
            "world": Plane(350, 60, (-120, 240), (-58, 78), None, ("bottom", 0.0)),
        }
    return {
        "central-asia": Plane(860, 66, (36, 112), (27, 60), (30, 55), ("right", 0.17)),
        "eurasia": Plane(860, 66, (6, 150), (14, 64), (25, 60), ("right", 0.17)),
        "world": Plane(860, 60, (-120, 240), (-80, 78), None, ("bottom", 0.14)),
    }
