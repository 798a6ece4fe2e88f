"""The shipped map: complete, drawn the right way round, and true to the border policy."""

from __future__ import annotations

import json
from itertools import pairwise
from typing import Any

import pytest

from dashboard.geometry import topology as topo
from dashboard.geometry.build import TARGET
from models.vocabulary import actors

SHAPES: dict[str, dict[str, Any]] = {
    feature["id"]: feature for feature in json.loads(TARGET.read_text(encoding="utf-8"))["features"]
}


def polygons(code: str) -> list[list[topo.Ring]]:
    return [[[(x, y) for x, y in ring] for ring in p] for p in SHAPES[code]["geometry"]["coordinates"]]


def inside(x: float, y: float, code: str) -> bool:
    """Even-odd rule over all rings."""
    odd = False
    for ring in (ring for polygon in polygons(code) for ring in polygon):
        for (x1, y1), (x2, y2) in pairwise(ring):
            if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
                odd = not odd
    return odd


@pytest.mark.parametrize("code", SHAPES)
def test_outer_rings_run_clockwise_so_that_no_shape_floods_the_globe(code: str) -> None:
    for shell, *holes in polygons(code):
        assert shell[0] == shell[-1]
        assert topo.area(shell) < 0
        assert all(topo.area(hole) > 0 for hole in holes)


@pytest.mark.parametrize(
    ("place", "x", "y", "code"),
    [
        ("Almaty", 76.9, 43.25, "KAZ"),
        ("Naryn", 76.0, 41.4, "KGZ"),
        ("Sokh enclave", 71.1, 39.95, "UZB"),
        ("Khorugh", 71.55, 37.6, "TJK"),
        ("Mary", 61.8, 37.6, "TKM"),
        ("Simferopol in Crimea", 34.1, 44.95, "UKR"),
        ("Hargeisa", 44.06, 9.56, "SOM"),
        ("Kyrenia", 33.3, 35.3, "CYP"),
    ],
)
def test_places_lie_in_the_state_that_the_policy_names(place: str, x: float, y: float, code: str) -> None:
    owners = [other for other in SHAPES if inside(x, y, other)]
    assert owners == [code], place


def test_every_state_of_the_vocabulary_has_a_shape() -> None:
    states = {code for code, actor in actors().items() if actor.kind == "state"}
    assert states - set(SHAPES) == {"TUV"}  # Natural Earth's 1:50m leaves Tuvalu out


def test_disputed_territories_are_marked_neutral_and_nothing_else_is() -> None:
    neutral = {code for code, shape in SHAPES.items() if shape["properties"].get("neutral")}
    assert neutral == {"XKX", "ESH", "TWN", "FLK", "-Siachen Glacier"}


def test_the_file_stays_small_enough_to_send() -> None:
    assert TARGET.stat().st_size < 500_000


def test_simplifying_keeps_ends_and_closed_shapes() -> None:
    square = [(0.0, 0.0), (0.0, 5.0), (0.0, 10.0), (10.0, 10.0), (10.0, 0.0), (0.0, 0.0)]
    kept = topo.simplify(square, tolerance=0.5)
    assert kept[0] == kept[-1] == (0.0, 0.0)
    assert abs(topo.area(kept)) == 100
    assert (0.0, 5.0) not in kept


def test_merging_dissolves_the_common_border() -> None:
    arcs = [
        [(0.0, 0.0), (0.0, 1.0)],  # the common border
        [(0.0, 1.0), (-1.0, 1.0), (-1.0, 0.0), (0.0, 0.0)],
        [(0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0)],
    ]
    [ring] = topo.stitch(topo.merge([[[0, 1]], [[~0, 2]]]), arcs)
    assert abs(topo.area(ring)) == 2


def test_a_gap_in_the_outline_is_an_error_not_a_wrong_shape() -> None:
    with pytest.raises(ValueError, match="nothing goes on"):
        topo.stitch([[0]], [[(0.0, 0.0), (1.0, 1.0)]])
