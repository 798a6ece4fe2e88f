"""The map, network, matrix and profile figures: what is drawn, what can be clicked, what is left out."""

from __future__ import annotations

import datetime as dt
import math

import pytest

from dashboard.charts import actor_map, coverage, matrix, network, profile
from dashboard.geometry import shapes
from models.queries.comparison import PairChange
from models.queries.coverage import MonthRow
from models.queries.network import Cell, Edge, Partner
from models.queries.rows import Quads
from models.vocabulary import CENTRAL_ASIA, actors
from models.vocabulary.actions import QUADS

WORDS = {"moves": "moves", "hover_arc": "{label}: {count}"}
ASTANA, BEIJING = (71.4, 51.2), (116.4, 39.9)


def arc(quad: str = "VC", count: int = 1) -> actor_map.Arc:
    return actor_map.Arc("KAZ", "CHN", "Kazakhstan → China", quad, count, ASTANA, BEIJING)


def drawn(arcs: list[actor_map.Arc], counts: dict[str, int] | None = None) -> list[dict[str, object]]:
    shades = [actor_map.Shade(code, code, count) for code, count in (counts or {"KAZ": 3}).items()]
    found = actor_map.figure(shades, arcs, shapes.codes(), shapes.neutral(), [], "eurasia", WORDS, dark=False)
    traces: list[dict[str, object]] = found["data"]
    return traces


def test_a_mark_on_an_arc_names_its_direction() -> None:
    [handles] = [t for t in drawn([arc()]) if t["type"] == "scattergeo" and t["mode"] == "markers"]
    assert handles["customdata"] == ["KAZ>CHN"]
    assert handles["text"] == ["Kazakhstan → China: 1"]


def test_lines_let_clicks_through_to_the_state_below() -> None:
    lines = [t for t in drawn([arc()]) if t.get("mode") == "lines"]
    assert lines
    assert all(line["hoverinfo"] == "skip" for line in lines)


def test_quad_classes_and_weights_are_drawn_apart() -> None:
    lines = [t for t in drawn([arc("VC", 1), arc("MX", 1), arc("VC", 90)]) if t.get("mode") == "lines"]
    assert len(lines) == 3


def test_the_two_directions_of_a_pair_do_not_lie_on_one_another() -> None:
    there, back = actor_map.curve(ASTANA, BEIJING), actor_map.curve(BEIJING, ASTANA)
    assert math.dist(there[12], back[12]) > 5
    assert there[0] == back[-1] == ASTANA


def test_every_shape_is_drawn_once_and_disputed_ones_apart() -> None:
    land, neutral = (t for t in drawn([]) if t.get("showscale") is False)
    assert set(land["locations"]).isdisjoint(neutral["locations"])  # type: ignore[call-overload]
    assert {*land["locations"], *neutral["locations"]} == set(shapes.codes())  # type: ignore[misc]


def test_one_move_and_a_thousand_share_a_logarithmic_scale() -> None:
    [shading] = [t for t in drawn([], {"KAZ": 1, "CHN": 1000}) if t.get("customdata") == ["KAZ", "CHN"]]
    assert shading["z"] == [0, pytest.approx(3)]


def test_names_of_the_five_stand_inside_the_frame() -> None:
    frame = actor_map.FRAMES["central-asia"]
    for code in CENTRAL_ASIA:
        lon, lat = shapes.label_point(code)
        assert frame["lonaxis"]["range"][0] < lon < frame["lonaxis"]["range"][1]
        assert frame["lataxis"]["range"][0] < lat < frame["lataxis"]["range"][1]


def test_every_state_with_a_shape_has_a_label_point_on_the_globe() -> None:
    for code in (c for c, actor in actors().items() if actor.kind == "state" and c in shapes.codes()):
        lon, lat = shapes.label_point(code)
        assert -180 <= lon <= 180
        assert -90 <= lat <= 90


EDGES = (
    Edge("CHN", "KAZ", Quads(VC=5, MC=2), 4.0),
    Edge("KAZ", "KGZ", Quads(VC=1, MX=1), 0.0),
)


def test_the_five_lead_the_circle_and_a_selected_index_is_a_code() -> None:
    lines = network.ties(EDGES, False, "{count} moves")
    assert network.order(lines) == ["KAZ", "KGZ", "CHN"]
    option = network.option(lines, {"KAZ": "Kazakhstan"}, dark=False)
    names = [node["name"] for node in option["series"][0]["data"]]
    assert names == ["Kazakhstan", "KGZ", "CHN"]


def test_no_more_parties_than_a_circle_can_hold() -> None:
    many = tuple(Edge("KAZ", f"X{i:02d}", Quads(VC=1), 1.0) for i in range(90))
    option = network.option(network.ties(many, True, "{count}"), {}, dark=True)
    assert len(option["series"][0]["data"]) == network.LARGE.most
    assert len(option["series"][0]["links"]) == network.LARGE.most - 1


def test_a_difference_has_lines_of_what_changed_and_dashes_what_became_less() -> None:
    pairs = (
        PairChange("CHN", "KAZ", Quads(VC=5), Quads(VC=1)),
        PairChange("KAZ", "RUS", Quads(VC=1), Quads(MX=3)),
        PairChange("KAZ", "USA", Quads(VC=2), Quads(MC=2)),
    )
    more, less = network.changed_ties(pairs, False, "{before} then {now}")
    assert (more.b, more.weight, more.dashed, more.text) == ("KAZ", 4, False, "1 then 5")
    assert (less.b, less.weight, less.dashed) == ("RUS", 2, True)
    assert more.colour != less.colour
    assert {more.colour, less.colour}.isdisjoint({quad.light for quad in QUADS.values()})


def test_a_picked_party_faints_the_lines_of_others_and_the_rows_of_others() -> None:
    lines = network.ties(EDGES, False, "{count}")
    links = network.option(lines, {}, dark=False, picked="CHN")["series"][0]["links"]
    assert links[0]["lineStyle"]["opacity"] > links[1]["lineStyle"]["opacity"]
    cells = (Cell("CHN", "sign", 9), Cell("RUS", "meet", 1))
    [trace] = matrix.figure(cells, {}, dark=False, picked="CHN")["data"]
    assert trace["marker"]["opacity"] == [1, 0.3]


def test_a_long_name_is_wrapped_and_has_its_room() -> None:
    long = (Edge("KAZ", "OTS", Quads(VC=1), 1.0),)
    names = {"OTS": "Organization of Turkic States"}
    option = network.option(network.ties(long, False, "{count}"), names, dark=False)
    series = option["series"][0]
    assert "Organization of\nTurkic States" in [node["name"] for node in series["data"]]
    assert series["left"] >= len("Organization of") * network.LETTER


@pytest.mark.parametrize(
    ("quads", "quad"),
    [(Quads(VC=3, MX=1), "VC"), (Quads(VC=1, VX=1), "VX"), (Quads(MC=2, MX=2), "MX"), (Quads(MC=1), "MC")],
)
def test_a_line_shows_the_commonest_class_and_of_equals_the_conflict(quads: Quads, quad: str) -> None:
    assert network.main_quad(quads) == quad


def test_a_square_says_counterpart_and_action_and_grows_with_the_count() -> None:
    cells = (Cell("CHN", "sign", 9), Cell("CHN", "meet", 1))
    [trace] = matrix.figure(cells, {"CHN": "China"}, dark=False)["data"]
    assert trace["customdata"] == [["CHN", "sign"], ["CHN", "meet"]]
    assert trace["marker"]["size"][0] > trace["marker"]["size"][1] > 0


def test_partners_cooperate_to_the_right_and_quarrel_to_the_left() -> None:
    partner = Partner("CHN", 2, 3, Quads(VC=3, MC=1, VX=1), 2.0)
    traces = {t["name"]: t["x"] for t in profile.partners([partner], str, dark=False)["data"]}
    assert traces[QUADS["VC"].label["en"]] == [3]
    assert traces[QUADS["VX"].label["en"]] == [-1]


def test_coverage_leaves_months_without_an_article_empty() -> None:
    rows = (
        MonthRow(202501, "A", "en", 2, 4),
        MonthRow(202501, "B", "en", 1, 0),
        MonthRow(202503, "A", "ru", 1, 1),
    )
    english, russian = coverage.figure(rows, str, dark=False)["data"]
    assert (english["x"], english["y"]) == (["2025-01-15"], [3])
    assert russian["x"] == ["2025-03-15"]
    assert all(dt.date.fromisoformat(x) for x in english["x"])
