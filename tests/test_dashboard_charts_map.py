"""The actor map: projections as Plotly's, places, names and arcs; what is drawn and what can be clicked."""

from __future__ import annotations

import itertools
import math
from typing import Any

import pytest

from dashboard.charts import actor_map, arcs
from dashboard.charts.places import Party, labels, places
from dashboard.charts.plane import Plane, frames
from dashboard.charts.sketch import AROUND, Node, Sketch, Tie, sketch
from dashboard.geometry import shapes
from models.vocabulary import CENTRAL_ASIA, actors
from models.vocabulary.actions import QUADS

ALL = [plane for phone in (False, True) for plane in frames(phone).values()]
EURASIA = frames(phone=False)["eurasia"]
ASTANA, BEIJING, WASHINGTON = (71.4, 51.2), (116.4, 39.9), (-77.0, 38.9)


def node(code: str, count: int = 1) -> Node:
    """A party as the page makes it."""
    known = actors()[code]
    middle = shapes.label_point(code) if code in shapes.codes() else None
    spots = (known.centre[::-1], middle) if known.kind == "state" and known.centre and middle else None
    return Node(code, known.name["en"], count, spots, middle)


def thirty() -> tuple[list[Node], list[Tie]]:
    """The five with thirty counterparts each, states and organisations."""
    states = [code for code, known in actors().items() if known.kind == "state" and code not in CENTRAL_ASIA]
    others = [code for code, known in actors().items() if known.kind == "organisation"]
    codes = [*("RUS", "CHN", "USA", "IRN", "AFG", "TUR"), *states[:14], *others[:10]]
    ties = [
        Tie(own, code, "VC", 40 - number, f"{own} {code}")
        for number, code in enumerate(dict.fromkeys(codes))
        for own in CENTRAL_ASIA
    ]
    return [node(code, 50) for code in dict.fromkeys([*CENTRAL_ASIA, *codes])], ties


def drawn(found: Sketch, change: bool = False) -> list[dict[str, Any]]:
    words = {"margin": "Without territory"}
    traces: list[dict[str, Any]] = actor_map.figure(
        found, shapes.codes(), shapes.neutral(), words, dark=False, change=change
    )["data"]
    return traces


def simple(ties: list[Tie], picked: str = "", most: int = 30) -> Sketch:
    codes = dict.fromkeys(code for tie in ties for code in (tie.a, tie.b))
    return sketch([node(code) for code in codes], ties, EURASIA, most, picked)


@pytest.mark.parametrize("plane", ALL)
def test_a_pixel_leads_back_to_its_degrees(plane: Plane) -> None:
    for spot in (ASTANA, BEIJING, (30.0, 10.0)):
        assert plane.degrees(plane.pixel(*spot)) == pytest.approx(spot, abs=1e-6)


@pytest.mark.parametrize("plane", [p for p in ALL if p.parallels])
def test_areas_are_kept(plane: Plane) -> None:
    def area(lon: float, lat: float) -> float:
        (x0, y0), (x1, y1), (x2, y2) = (
            plane.pixel(*p) for p in ((lon, lat), (lon + 0.1, lat), (lon, lat + 0.1))
        )
        return abs((x1 - x0) * (y2 - y0) - (x2 - x0) * (y1 - y0)) / math.cos(math.radians(lat))

    assert area(50, 40) == pytest.approx(area(90, 55), rel=0.01)


@pytest.mark.parametrize("plane", ALL)
def test_the_five_stand_on_their_land_in_every_frame(plane: Plane) -> None:
    for code in CENTRAL_ASIA:
        x, y = plane.pixel(*shapes.label_point(code))
        left, top, right, bottom = plane.land
        assert left < x < right
        assert top < y < bottom


def test_every_state_with_a_shape_has_a_label_point_on_the_globe() -> None:
    for code in (c for c, actor in actors().items() if actor.kind == "state" and c in shapes.codes()):
        lon, lat = shapes.label_point(code)
        assert -180 <= lon <= 180
        assert -90 <= lat <= 90


def test_who_lies_outside_of_the_frame_stands_at_the_edge_on_that_side() -> None:
    frame = frames(phone=False)["central-asia"]
    found = places([Party("USA", "", (WASHINGTON,)), Party("JPN", "", ((139.7, 35.7),))], frame, AROUND)
    assert (found["USA"].side, found["JPN"].side) == ("left", "right")


def test_parties_without_territory_stand_in_the_margin_apart_from_one_another() -> None:
    codes = [code for code, actor in actors().items() if actor.kind == "organisation"]
    found = places([Party(code, code, None) for code in codes], EURASIA, AROUND)
    assert 8 <= len(found) < len(codes)
    assert all(place.point[0] > EURASIA.land[2] for place in found.values())
    heights = sorted(place.point[1] for place in found.values())
    assert min(b - a for a, b in itertools.pairwise(heights)) > 30


@pytest.mark.parametrize("plane", ALL)
def test_names_of_thirty_counterparts_do_not_lie_on_one_another(plane: Plane) -> None:
    nodes, ties = thirty()
    found = sketch(nodes, ties, plane, 30)
    boxes = []
    for name in (
        n for n in found.names if found.places[n.code].side != "margin" and n.code not in CENTRAL_ASIA
    ):
        rows = name.text.split("<br>")
        wide, high = max(map(len, rows)) * 6.4 / 2, 13.5 * len(rows) / 2
        (x, y) = name.middle
        boxes.append((x - wide, y - high, x + wide, y + high))
    for a, b in itertools.combinations(boxes, 2):
        assert not (a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3])


def test_the_heaviest_arcs_are_in_colour_and_the_others_thin_and_grey() -> None:
    nodes, ties = thirty()
    found = sketch(nodes, ties, EURASIA, 30)
    assert len(found.strong) == 30
    assert len(found.strong) + len(found.faint) + found.lost == len(ties)
    assert {line.tie.count for line in found.strong} == {40, 39, 38, 37, 36, 35}
    grey = [t for t in drawn(found) if t.get("mode") == "lines" and t["line"]["width"] == 0.8]
    assert len(grey) == 1


def test_a_picked_party_has_its_arcs_in_colour() -> None:
    ties = [Tie("KAZ", "RUS", "VC", 9, ""), Tie("UZB", "CHN", "VC", 1, "")]
    assert [line.tie.b for line in simple(ties, "CHN").strong] == ["CHN"]
    assert [line.tie.b for line in simple(ties, "KAZ>RUS").strong] == ["RUS"]


def test_long_arcs_to_one_counterpart_run_together_and_end_apart() -> None:
    hub = EURASIA.pixel(*AROUND)
    end = EURASIA.pixel(*BEIJING)
    starts = [EURASIA.pixel(*shapes.label_point(code)) for code in ("KAZ", "TKM")]
    one, other = (arcs.curve(start, end, hub) for start in starts)
    late = arcs.STEPS * 3 // 4
    assert math.dist(one[late], other[late]) < math.dist(one[0], other[0]) / 5
    assert one[0] == pytest.approx(starts[0])
    assert one[-1] == pytest.approx(end)


def test_several_arcs_of_one_pair_lie_apart() -> None:
    ties = [Tie("KAZ", "CHN", quad, 2, "") for quad in ("VC", "MX")]
    one, other = simple(ties).strong
    middle = arcs.STEPS // 2
    assert math.dist(one.points[middle], other.points[middle]) > 4


def test_marks_say_what_a_click_means_and_lines_let_it_through() -> None:
    traces = drawn(simple([Tie("KAZ", "CHN", "VC", 3, "Kazakhstan – China: 3")]))
    marks = [t for t in traces if t.get("mode") == "markers"]
    assert [list(t["customdata"]) for t in marks] == [["KAZ>CHN"], ["KAZ", "CHN"]]
    assert all(t["hoverinfo"] == "skip" for t in traces if t.get("mode") == "lines")


def test_every_shape_is_drawn_once_and_disputed_ones_apart() -> None:
    land, neutral = [t for t in drawn(simple([])) if t["type"] == "choropleth"][:2]
    assert set(land["locations"]).isdisjoint(neutral["locations"])
    assert {*land["locations"], *neutral["locations"]} == set(shapes.codes())


def test_one_move_and_a_thousand_share_a_logarithmic_scale() -> None:
    found = sketch([node("KAZ", 1), node("CHN", 1000)], [], EURASIA, 30)
    [shading] = [t for t in drawn(found) if t["type"] == "choropleth" and "customdata" in t]
    assert shading["z"] == [0, pytest.approx(3)]


def test_a_difference_is_coloured_both_ways_in_no_quads_colours() -> None:
    found = sketch([node("KAZ", 4), node("CHN", -2)], [Tie("KAZ", "CHN", "less", 2, "")], EURASIA, 30)
    traces = drawn(found, change=True)
    [shading] = [t for t in traces if t["type"] == "choropleth" and "customdata" in t]
    assert shading["z"][0] > 0 > shading["z"][1]
    assert shading["zmin"] == -shading["zmax"]
    [line] = [t for t in traces if t.get("mode") == "lines" and t["line"]["width"] > 0]
    assert line["line"]["dash"] == "dash"
    colours = {actor_map.tie_colour(kind, dark) for kind in ("more", "less") for dark in (True, False)}
    assert len(colours) == 4
    assert colours.isdisjoint({colour for quad in QUADS.values() for colour in (quad.light, quad.dark)})


def test_no_name_without_a_wish() -> None:
    assert labels([], EURASIA, []) == {}
