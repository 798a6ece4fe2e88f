"""The actor map: states shaded by their moves, an arc for each pair. A sketch in, a figure out."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any

from dashboard.charts.base import Figure, change_colour, ink, layout, quad_colour
from dashboard.charts.plane import Plane, Point
from dashboard.charts.sketch import Line, Sketch
from dashboard.i18n import number, signed
from models.vocabulary import CENTRAL_ASIA, actor

GEOJSON = "./app/static/map/countries.geojson"
STUBS = "./app/static/map/topojson/"  # empty base layers: without them plotly asks its CDN
# The wheel and the finger scroll the page: a map that swallows them holds its readers up.
CONFIG = {"displayModeBar": False, "responsive": True, "scrollZoom": False, "topojsonURL": STUBS}
WIDTHS = (1.2, 2.2, 3.6, 5.4)  # pixels, by quarter of the logarithm of the largest count
SYMBOLS = {
    "land": "circle",
    "left": "triangle-left",
    "right": "triangle-right",
    "top": "triangle-up",
    "bottom": "triangle-down",
    "margin": "square",
}
# Land, border, disputed land, and the scale from few moves to many: greys, so that the arcs have the colours.
LIGHT = {
    "paper": "#FBF8F2",
    "land": "#ECE6D9",
    "border": "#FBF8F2",
    "neutral": "#D9D2C3",
    "few": "#DDD6C6",
    "many": "#8F8778",
}
DARK = {
    "paper": "#191816",
    "land": "#2B2A27",
    "border": "#191816",
    "neutral": "#3A3834",
    "few": "#3B3A36",
    "many": "#7F796C",
}


def figure(
    drawn: Sketch,
    land: Sequence[str],
    neutral: Sequence[str],
    words: Mapping[str, str],
    dark: bool,
    change: bool = False,
    font: int = 12,
) -> Figure:
    """A plotly figure as a plain dict, as high as its container.

    `land` holds the codes of all shapes of the shipped geometry and `neutral` those of disputed status, which
    are never shaded. Clickable marks carry `customdata`: a party's code, or "A>B" for an arc. `words` holds
    the text of the page: `margin`, the heading of what has no territory. With `change` counts are
    differences, and shades and marks say more or less.
    """
    closed = set(neutral)
    tones = _tones(dark)
    traces = [
        _ground([code for code in land if code not in closed], tones["land"], dark),
        _ground(list(neutral), tones["neutral"], dark),
    ]
    shaded = [node for node in drawn.nodes if node.code in set(land) - closed and node.count]
    if shaded:
        traces.append(_shading({node.code: node.count for node in shaded}, drawn, dark, change))
    plane = drawn.plane
    if plane.margin[1] and plane.parallels:
        traces.append(_panel(plane, dark))
    traces += _bundles(drawn.faint, plane, lambda _line: (ink(dark, 0.2), 0.8, "solid"))
    top = max((line.tie.count for line in drawn.strong), default=1)
    traces += _bundles(
        drawn.strong,
        plane,
        lambda line: (
            tie_colour(line.tie.kind, dark),
            _width(line.tie.count, top),
            "dash" if line.tie.kind == "less" else "solid",
        ),
    )
    if drawn.strong:
        traces.append(_handles(drawn.strong, plane, dark))
    traces.append(_discs(drawn, dark, change))
    traces.append(_names(drawn, words, dark, font))
    return {"data": traces, "layout": _layout(dark, plane)}


def tie_colour(kind: str, dark: bool) -> str:
    """The colour of a quad class, or of `more` and `less`."""
    return change_colour(kind == "more", dark) if kind in ("more", "less") else quad_colour(kind, dark)


def shades(dark: bool, change: bool) -> tuple[str, ...]:
    """The colours of the states from one end of the scale to the other."""
    tones = _tones(dark)
    if change:
        return change_colour(False, dark), tones["few"], change_colour(True, dark)
    return tones["few"], tones["many"]


def _tones(dark: bool) -> Mapping[str, str]:
    return DARK if dark else LIGHT


def _ground(codes: list[str], colour: str, dark: bool) -> dict[str, Any]:
    return {
        "type": "choropleth",
        "geojson": GEOJSON,
        "locations": codes,
        "z": [0] * len(codes),
        "colorscale": [[0, colour], [1, colour]],
        "showscale": False,
        "hoverinfo": "skip",
        "marker": {"line": {"color": _tones(dark)["border"], "width": 0.6}},
    }


def _shading(counts: Mapping[str, int], drawn: Sketch, dark: bool, change: bool) -> dict[str, Any]:
    """One move and a thousand share a logarithmic scale; a difference is 0 in its middle."""
    name = {node.code: node.name for node in drawn.nodes}
    heights = [math.copysign(math.log10(abs(count)), count) for count in counts.values()]
    if change:  # 1 more must differ from 1 less
        heights = [math.copysign(math.log10(1 + abs(count)), count) for count in counts.values()]
    top = max(0.3, *(abs(height) for height in heights))
    scale = shades(dark, change)
    return {
        "type": "choropleth",
        "geojson": GEOJSON,
        "locations": list(counts),
        "z": heights,
        "zmin": -top if change else 0,
        "zmax": top,
        "colorscale": [[i / (len(scale) - 1), colour] for i, colour in enumerate(scale)],
        "customdata": list(counts),
        "text": [f"{name[code]}: {_told(count, change)}" for code, count in counts.items()],
        "hovertemplate": "%{text}<extra></extra>",
        "marker": {"line": {"color": _tones(dark)["border"], "width": 0.6}, "opacity": 0.8 if change else 1},
        "showscale": False,
        "unselected": {"marker": {"opacity": 0.8}},
    }


def _told(count: int, change: bool) -> str:
    return signed(count) if change else number(count)


def _panel(plane: Plane, dark: bool) -> dict[str, Any]:
    """The ground of the margin, over whatever land lies there. Its ring runs clockwise, as d3 asks."""
    _left, _top, right, bottom = plane.land
    wide, high = plane.width + 4.0, plane.height + 4.0
    x0, y0 = (right, -4.0) if plane.margin[0] == "right" else (-4.0, bottom)
    corners = [(x0, y0), (wide, y0), (wide, high), (x0, high), (x0, y0)]
    ring = [
        (a[0] + (b[0] - a[0]) * i / 20, a[1] + (b[1] - a[1]) * i / 20)
        for a, b in pairwise(corners)
        for i in range(20)
    ]
    return _trace(ring, plane) | {
        "mode": "lines",
        "fill": "toself",
        "fillcolor": _tones(dark)["paper"],
        "line": {"width": 0, "color": _tones(dark)["paper"]},
        "hoverinfo": "skip",
    }


def _trace(points: Sequence[Point | None], plane: Plane) -> dict[str, Any]:
    spots = [plane.degrees(point) if point else (None, None) for point in points]
    return {
        "type": "scattergeo",
        "lon": [None if lon is None else round(lon, 3) for lon, _ in spots],
        "lat": [None if lat is None else round(lat, 3) for _, lat in spots],
        "showlegend": False,
    }


def _bundles(lines: Sequence[Line], plane: Plane, look: Any) -> list[dict[str, Any]]:
    """One trace for each look: plotly can vary neither colour nor width inside a line trace."""
    by_look: dict[tuple[str, float, str], list[Point | None]] = {}
    for line in lines:
        by_look.setdefault(look(line), []).extend([*line.points, None])
    return [
        _trace(points, plane)
        | {
            "mode": "lines",
            "line": {"color": colour, "width": width, "dash": dash},
            "opacity": 0.75,
            "hoverinfo": "skip",  # a hovering line would swallow the click on the state below it
        }
        for (colour, width, dash), points in sorted(by_look.items())
    ]


def _handles(lines: Sequence[Line], plane: Plane, dark: bool) -> dict[str, Any]:
    """A clickable mark on each arc, before the place where those to one counterpart run together."""
    return _trace([line.points[len(line.points) * 2 // 5] for line in lines], plane) | {
        "mode": "markers",
        "marker": {
            "size": 7,
            "color": [tie_colour(line.tie.kind, dark) for line in lines],
            "line": {"color": _tones(dark)["border"], "width": 0.8},
            "opacity": 1,
        },
        "customdata": [f"{line.tie.a}>{line.tie.b}" for line in lines],
        "text": [line.tie.text for line in lines],
        "hovertemplate": "%{text}<extra></extra>",
        "unselected": {"marker": {"opacity": 1}},
    }


def _width(count: int, top: int) -> float:
    share = math.log1p(count) / math.log1p(top)
    return WIDTHS[min(len(WIDTHS) - 1, int(share * len(WIDTHS)))]


def _discs(drawn: Sketch, dark: bool, change: bool) -> dict[str, Any]:
    """Each party where it stands: the five in their colours, a square without territory, a triangle for who
    lies beyond the edge."""
    nodes = [node for node in drawn.nodes if node.count or node.code in CENTRAL_ASIA]

    def colour(code: str, count: int) -> str:
        own = actor(code).colour if code in CENTRAL_ASIA else None
        if own:
            return own
        return change_colour(count > 0, dark) if change and count else ("#B8B1A2" if dark else "#57534A")

    return _trace([drawn.places[node.code].point for node in nodes], drawn.plane) | {
        "mode": "markers",
        "marker": {
            "symbol": [SYMBOLS[drawn.places[node.code].side] for node in nodes],
            "size": [round(2 * drawn.radius[node.code], 1) for node in nodes],
            "color": [colour(node.code, node.count) for node in nodes],
            "line": {"color": _tones(dark)["paper"], "width": 1.2},
            "opacity": 1,
        },
        "customdata": [node.code for node in nodes],
        "text": [f"{node.name}: {_told(node.count, change)}" for node in nodes],
        "hovertemplate": "%{text}<extra></extra>",
        "unselected": {"marker": {"opacity": 1}},
    }


def _names(drawn: Sketch, words: Mapping[str, str], dark: bool, font: int) -> dict[str, Any]:
    points: list[Point | None] = [name.middle for name in drawn.names]
    texts = [f"<b>{name.text}</b>" if name.code in CENTRAL_ASIA else name.text for name in drawn.names]
    hung = [name.hung for name in drawn.names]
    if drawn.plane.margin[0] == "right" and any(place.side == "margin" for place in drawn.places.values()):
        points.append((drawn.plane.land[2] + 10, 18.0))
        texts.append(f"<i>{words['margin']}</i>")
        hung.append("middle right")
    return _trace(points, drawn.plane) | {
        "mode": "text",
        "text": texts,
        "textposition": hung,
        "textfont": {"size": font, "color": ink(dark, 0.95), "shadow": _halo(dark)},
        "hoverinfo": "skip",
    }


def _halo(dark: bool) -> str:
    colour = _tones(dark)["paper"]
    return ", ".join(f"{x}px {y}px 2px {colour}" for x in (-1, 0, 1) for y in (-1, 0, 1) if x or y)


def _layout(dark: bool, plane: Plane) -> Figure:
    off = dict.fromkeys(("visible", "showframe", "showcoastlines", "showland", "showocean"), False)
    ground = layout(
        dark,
        plane.height,
        geo={**plane.geo, **off, "bgcolor": "rgba(0,0,0,0)"},
        margin={"l": 0, "r": 0, "t": 0, "b": 0},
        clickmode="event+select",
    )
    return {name: value for name, value in ground.items() if name != "height"}
