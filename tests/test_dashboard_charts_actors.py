"""The network, matrix, profile and coverage figures: what is drawn, what can be clicked, what is left out."""

from __future__ import annotations

import datetime as dt

import pytest

from dashboard.charts import coverage, matrix, network, profile
from models.queries.comparison import PairChange
from models.queries.coverage import MonthRow
from models.queries.network import Cell, Edge, Partner
from models.queries.rows import Quads
from models.vocabulary.actions import QUADS

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


def test_in_a_crowd_of_lines_the_light_ones_fade() -> None:
    crowd = [network.Tie("KAZ", f"X{n}", 2 + n, "red", "") for n in range(180)]
    heavy = network.Tie("KAZ", "RUS", 5000, "red", "")
    [few] = network.option([heavy], {}, dark=False)["series"][0]["links"]
    links = network.option([heavy, *crowd], {}, dark=False, shape=network.Shape(200, 600, 12, 19, 8, 34))[
        "series"
    ][0]["links"]
    assert links[-1]["lineStyle"] == few["lineStyle"]
    assert links[0]["lineStyle"]["opacity"] < few["lineStyle"]["opacity"] / 3
    assert few["lineStyle"]["width"] <= 1 + network.WIDEST


def test_a_picked_party_faints_the_lines_of_others_and_the_rows_of_others() -> None:
    lines = network.ties(EDGES, False, "{count}")
    links = network.option(lines, {}, dark=False, picked="CHN")["series"][0]["links"]
    light, heavy = links  # the light ones are drawn first
    assert heavy["lineStyle"]["opacity"] > light["lineStyle"]["opacity"]
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
    assert series["left"] < network.LARGE.height / 2


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
