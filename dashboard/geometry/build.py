"""Build dashboard/static/map/countries.geojson from Natural Earth's countries (public domain).

    npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
    python -m dashboard.geometry.build package/countries-50m.json

Borders follow the position of the United Nations: Crimea is drawn with Ukraine, the north of Cyprus with
Cyprus, Somaliland with Somalia. Territories whose status is disputed carry `neutral: true` and are never
shaded; the page says so. Kashmir is drawn as Natural Earth has it, along the line of control: the data has no
separate shape for it, and no position is implied.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from babel.core import get_global

from dashboard.geometry import topology as topo
from models.vocabulary import actors

TARGET = Path(__file__).parents[1] / "static" / "map" / "countries.geojson"
TOLERANCE = 0.06  # degrees, about 6 km: keeps the enclaves of the Ferghana valley in sight
SMALLEST = 0.02  # square degrees: smaller islands are left out, save of states that would vanish
TINY = 0.1  # square degrees: states smaller than this are kept exact
CRIMEA = (32.4, 44.2, 36.8, 46.3)  # west, south, east, north of the shape that moves to Ukraine
JOINED = {"N. Cyprus": "CYP", "Somaliland": "SOM"}
MERGED = {"CYP", "SOM", "UKR"}  # shapes that take in a neighbour: the border between is dissolved
NEUTRAL = {"Kosovo": "XKX", "Siachen Glacier": "", "W. Sahara": "ESH", "Taiwan": "TWN", "Falkland Is.": "FLK"}
LEFT_OUT = {"Antarctica", "Indian Ocean Ter."}


def main(path: str) -> None:
    """Read the TopoJSON at `path`, write the GeoJSON; prints what was made."""
    topology = json.loads(Path(path).read_text(encoding="utf-8"))
    exact = topo.decode(topology)
    coarse = [topo.simplify(arc, TOLERANCE) for arc in exact]
    shapes, neutral, names = _by_state(topology, exact)
    features = []
    for code, polygons in sorted(shapes.items()):
        tiny = max(abs(topo.area(topo.ring_of(polygon[0], exact))) for polygon in polygons) < TINY
        properties: dict[str, Any] = {"name": names[code]} | ({"neutral": True} if code in neutral else {})
        shells = _shells(code, polygons, exact if tiny else coarse)
        geometry = {"type": "MultiPolygon", "coordinates": _rounded(shells, digits=3 if tiny else 2)}
        features.append({"type": "Feature", "id": code, "properties": properties, "geometry": geometry})
    text = json.dumps({"type": "FeatureCollection", "features": features}, separators=(",", ":"))
    TARGET.write_text(text + "\n", encoding="utf-8")
    print(f"{TARGET.name}: {len(features)} shapes, {len(text) // 1000} kB")  # noqa: T201 - a command's answer


def _by_state(
    topology: dict[str, Any], arcs: list[list[topo.Point]]
) -> tuple[dict[str, list[Any]], set[str], dict[str, str]]:
    shapes: dict[str, list[Any]] = {}
    neutral: set[str] = set()
    names: dict[str, str] = {}
    for geometry in topology["objects"]["countries"]["geometries"]:
        name = geometry["properties"]["name"]
        if name in LEFT_OUT:
            continue
        code = JOINED.get(name) or (NEUTRAL[name] if name in NEUTRAL else _alpha3(geometry["id"]))
        code = code or f"-{name}"
        if name in NEUTRAL:
            neutral.add(code)
        if name not in JOINED:
            names.setdefault(code, name)
        polygons = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
        for polygon in polygons:
            owner = "UKR" if code == "RUS" and _within(topo.ring_of(polygon[0], arcs), CRIMEA) else code
            shapes.setdefault(owner, []).append(polygon)
    return shapes, neutral, names


def _shells(code: str, polygons: list[Any], arcs: list[list[topo.Point]]) -> list[list[topo.Ring]]:
    if code in MERGED:
        shells = [[topo.clockwise(ring)] for ring in topo.stitch(topo.merge(polygons), arcs)]
    else:
        shells = [
            [topo.clockwise(topo.ring_of(polygon[0], arcs))]
            + [topo.anticlockwise(topo.ring_of(hole, arcs)) for hole in polygon[1:]]
            for polygon in polygons
        ]
    least = min(SMALLEST, max(abs(topo.area(shell[0])) for shell in shells))
    return [shell for shell in shells if abs(topo.area(shell[0])) >= least]


def _rounded(shells: list[list[topo.Ring]], digits: int) -> list[list[list[list[float]]]]:
    return [[[[round(x, digits), round(y, digits)] for x, y in ring] for ring in shell] for shell in shells]


def _within(ring: topo.Ring, box: tuple[float, float, float, float]) -> bool:
    west, south, east, north = box
    return all(west <= x <= east and south <= y <= north for x, y in ring)


def _alpha3(numeric: str) -> str:
    """Our code of a territory: the vocabulary's, else the one of its aliases that no dissolved state bore."""
    aliases = get_global("territory_aliases")
    alpha2 = aliases[numeric][0]
    states = {actor.iso2: code for code, actor in actors().items() if actor.iso2}
    codes = [k for k, v in aliases.items() if len(k) == 3 and k.isalpha() and list(v) == [alpha2]]
    return states.get(alpha2) or codes[0]


if __name__ == "__main__":
    main(sys.argv[1])
