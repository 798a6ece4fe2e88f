"""The actor map: states shaded by their moves, arcs from actor to counterpart. Rows in, a figure out."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dashboard.charts.base import Figure, ink, layout, quad_colour

GEOJSON = "./app/static/map/countries.geojson"
STUBS = "./app/static/map/topojson/"  # empty base layers: without them plotly asks its CDN
CONFIG = {"displayModeBar": False, "responsive": True, "scrollZoom": True, "topojsonURL": STUBS}
WIDTHS = (1.2, 2.2, 3.6, 5.4)  # pixels, by quarter of the logarithm of the largest count

FRAMES: Mapping[str, dict[str, Any]] = {
    "central-asia": {
        "projection": {"type": "conic equal area", "parallels": [30, 55], "rotation": {"lon": 66}},
        "lonaxis": {"range": [38, 94]},
        "lataxis": {"range": [27, 60]},
    },
    "eurasia": {
        "projection": {"type": "conic equal area", "parallels": [25, 60], "rotation": {"lon": 65}},
        "lonaxis": {"range": [12, 122]},
        "lataxis": {"range": [18, 62]},
    },
    "world": {
        "projection": {"type": "equal earth", "rotation": {"lon": 60}},
        "lonaxis": {"range": [-120, 240]},
        "lataxis": {"range": [-56, 78]},
    },
}


@dataclass(frozen=True, slots=True)
class Shade:
    """One state on the map: its code, display name and the number of moves that it is a party to."""

    code: str
    name: str
    count: int


@dataclass(frozen=True, slots=True)
class Label:
    """A name on the map, in degrees."""

    name: str
    lon: float
    lat: float


@dataclass(frozen=True, slots=True)
class Arc:
    """Moves of one quad class from `actor` to `counterpart`; both stand at (longitude, latitude)."""

    actor: str
    counterpart: str
    label: str
    quad: str
    count: int
    start: tuple[float, float]
    end: tuple[float, float]


# Land, border, disputed land, and the scale from few moves to many: greys, so that the arcs have the colours.
LIGHT = {"land": "#ECE6D9", "border": "#FBF8F2", "neutral": "#D9D2C3", "few": "#DDD6C6", "many": "#7F7767"}
DARK = {"land": "#2B2A27", "border": "#191816", "neutral": "#3A3834", "few": "#3B3A36", "many": "#A8A193"}


def figure(
    shades: Sequence[Shade],
    arcs: Sequence[Arc],
    land: Sequence[str],
    neutral: Sequence[str],
    labels: Sequence[Label],
    frame: str,
    words: Mapping[str, str],
    dark: bool,
    height: int = 560,
) -> Figure:
    """A plotly figure as a plain dict.

    `land` holds the codes of all shapes of the shipped geometry and `neutral` those of disputed status, which
    are never shaded. Clickable marks carry `customdata`: a state's code, or "ACTOR>COUNTERPART" for an arc.
    `words` holds the text of the page in the reader's language: moves, hover_arc.
    """
    open_land = [code for code in land if code not in set(neutral)]
    traces = [
        _ground(open_land, _tones(dark)["land"], dark),
        _ground(list(neutral), _tones(dark)["neutral"], dark),
    ]
    if shades:
        traces.append(_shading(shades, words, dark))
    traces += _lines(arcs, dark)
    if arcs:
        traces.append(_handles(arcs, words, dark))
    traces.append(_labels(labels, dark))
    return {"data": traces, "layout": _layout(dark, frame, height)}


def curve(start: tuple[float, float], end: tuple[float, float], steps: int = 24) -> list[tuple[float, float]]:
    """A bow from start to end in degrees, bent to its left, so that the two directions lie apart."""
    (x1, y1), (x2, y2) = start, end
    bend = 0.16
    cx, cy = (x1 + x2) / 2 - (y2 - y1) * bend, (y1 + y2) / 2 + (x2 - x1) * bend
    return [
        (
            (1 - t) ** 2 * x1 + 2 * t * (1 - t) * cx + t**2 * x2,
            (1 - t) ** 2 * y1 + 2 * t * (1 - t) * cy + t**2 * y2,
        )
        for t in (step / steps for step in range(steps + 1))
    ]


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


def _shading(shades: Sequence[Shade], words: Mapping[str, str], dark: bool) -> dict[str, Any]:
    top = max((shade.count for shade in shades), default=1)
    ticks = [10**power for power in range(int(math.log10(top)) + 1)]
    return {
        "type": "choropleth",
        "geojson": GEOJSON,
        "locations": [shade.code for shade in shades],
        "z": [math.log10(shade.count) for shade in shades],
        "zmin": 0,
        "zmax": max(math.log10(top), 0.3),
        "colorscale": [[0, _tones(dark)["few"]], [1, _tones(dark)["many"]]],
        "customdata": [shade.code for shade in shades],
        "text": [f"{shade.name}: {shade.count}" for shade in shades],
        "hovertemplate": "%{text}<extra></extra>",
        "marker": {"line": {"color": _tones(dark)["border"], "width": 0.6}},
        "colorbar": {
            "title": {"text": words["moves"], "side": "right", "font": {"color": ink(dark, 0.75)}},
            "tickfont": {"color": ink(dark, 0.75)},
            "tickvals": [math.log10(tick) for tick in ticks],
            "ticktext": [str(tick) for tick in ticks],
            "thickness": 8,
            "len": 0.45,
            "x": 0.0,
            "xanchor": "left",
            "y": 0.03,
            "yanchor": "bottom",
            "outlinewidth": 0,
        },
    }


def _lines(arcs: Sequence[Arc], dark: bool) -> list[dict[str, Any]]:
    """One trace for each quad class and width: plotly can't vary either inside a line trace."""
    top = max((arc.count for arc in arcs), default=1)
    bundles: dict[tuple[str, float], tuple[list[float | None], list[float | None]]] = {}
    for arc in arcs:
        lon, lat = bundles.setdefault((arc.quad, _width(arc.count, top)), ([], []))
        points = curve(arc.start, arc.end)
        lon += [x for x, _ in points] + [None]
        lat += [y for _, y in points] + [None]
    return [
        {
            "type": "scattergeo",
            "mode": "lines",
            "lon": lon,
            "lat": lat,
            "line": {"color": quad_colour(quad, dark), "width": width},
            "opacity": 0.6,
            "hoverinfo": "skip",  # a hovering line would swallow the click on the state below it
            "showlegend": False,
        }
        for (quad, width), (lon, lat) in sorted(bundles.items())
    ]


def _handles(arcs: Sequence[Arc], words: Mapping[str, str], dark: bool) -> dict[str, Any]:
    """A clickable mark on each arc, two thirds of the way: nearer to the counterpart, as an arrow's head."""
    top = max(arc.count for arc in arcs)
    spots = [curve(arc.start, arc.end)[16] for arc in arcs]
    return {
        "type": "scattergeo",
        "mode": "markers",
        "lon": [x for x, _ in spots],
        "lat": [y for _, y in spots],
        "marker": {
            "size": [6 + 1.6 * _width(arc.count, top) for arc in arcs],
            "color": [quad_colour(arc.quad, dark) for arc in arcs],
            "line": {"color": _tones(dark)["border"], "width": 1.2},
        },
        "customdata": [f"{arc.actor}>{arc.counterpart}" for arc in arcs],
        "text": [words["hover_arc"].format(label=arc.label, count=arc.count) for arc in arcs],
        "hovertemplate": "%{text}<extra></extra>",
        "showlegend": False,
    }


def _width(count: int, top: int) -> float:
    share = math.log1p(count) / math.log1p(top)
    return WIDTHS[min(len(WIDTHS) - 1, int(share * len(WIDTHS)))]


def _labels(labels: Sequence[Label], dark: bool) -> dict[str, Any]:
    return {
        "type": "scattergeo",
        "mode": "text",
        "lon": [label.lon for label in labels],
        "lat": [label.lat for label in labels],
        "text": [label.name for label in labels],
        "textfont": {"size": 12, "color": ink(dark, 0.85), "shadow": _halo(dark)},
        "hoverinfo": "skip",
        "showlegend": False,
    }


def _halo(dark: bool) -> str:
    colour = _tones(dark)["land"]
    return ", ".join(f"{x}px {y}px 2px {colour}" for x in (-1, 1) for y in (-1, 1))


def _layout(dark: bool, frame: str, height: int) -> Figure:
    off = dict.fromkeys(("visible", "showframe", "showcoastlines", "showland", "showocean"), False)
    return layout(
        dark,
        height,
        geo={**FRAMES[frame], **off, "bgcolor": "rgba(0,0,0,0)"},
        margin={"l": 0, "r": 0, "t": 0, "b": 0},
        dragmode="pan",
        clickmode="event+select",
    )
