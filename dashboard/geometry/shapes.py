"""What the shipped map holds: codes, disputed territories, and where a state's name stands."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from dashboard.geometry import topology as topo
from dashboard.geometry.build import TARGET

# Label points (longitude, latitude) where the middle of the largest part lies badly.
_BY_HAND = {
    "KAZ": (67.0, 48.3),
    "UZB": (63.0, 42.0),
    "KGZ": (75.2, 41.6),
    "TJK": (71.2, 38.4),
    "TKM": (59.2, 39.4),
    "RUS": (62.0, 56.5),
    "CHN": (93.0, 38.0),
    "USA": (-98.0, 39.5),
    "FRA": (2.5, 46.6),
    "AFG": (66.0, 33.9),
    "PAK": (69.3, 29.9),
    "AZE": (47.7, 40.4),
}


@cache
def _features() -> dict[str, Any]:
    text = TARGET.read_text(encoding="utf-8")
    return {feature["id"]: feature for feature in json.loads(text)["features"]}


@cache
def codes() -> tuple[str, ...]:
    """Codes of all shapes."""
    return tuple(_features())


@cache
def neutral() -> tuple[str, ...]:
    """Codes of the shapes of disputed status, which are never shaded."""
    return tuple(code for code, feature in _features().items() if feature["properties"].get("neutral"))


@cache
def label_point(code: str) -> tuple[float, float]:
    """Longitude and latitude for the name: set by hand, or the middle of the largest part."""
    if code in _BY_HAND:
        return _BY_HAND[code]
    shells = [polygon[0] for polygon in _features()[code]["geometry"]["coordinates"]]
    ring = max(shells, key=lambda shell: abs(topo.area([(x, y) for x, y in shell])))
    xs, ys = [x for x, _ in ring], [y for _, y in ring]
    return (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2
