"""The gold gate: coding quality by language, on tuned articles and on the quarter kept aside."""

from __future__ import annotations

import json

import pytest

from loaders.gold import score
from loaders.gold.keys import move_key
from models.measured import measured
from tests.gold.gold import FOLDER, Article, articles, optional
from tests.gold.measure import Coded, code_all, figures, part, rows

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("gold")]  # one worker codes the gold once
FLOORS: dict[str, dict[str, float]] = json.loads((FOLDER / "floors.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def coded() -> Coded:
    """Every gold article, coded once."""
    return code_all()


def _part(name: str) -> list[Article]:
    langs, aside = name.split()
    return part(tuple(langs.split(",")), aside == "aside")


def _figures(some: list[Article], coded: Coded) -> dict[str, float]:
    found = figures(some, coded)
    rows = {row: found[row]["f1"] for row in ("move", "quad", "dyad", "said", "who")}
    return {**rows, "date": found["date"] or 0.0, "quiet": found["quiet"] or 0.0}


@pytest.mark.parametrize("name", sorted(FLOORS))
def test_no_figure_falls(name: str, coded: Coded) -> None:
    figures = _figures(_part(name), coded)
    fallen = {k: (figures[k], least) for k, least in FLOORS[name].items() if figures[k] < least}
    assert not fallen, f"{name}: now and floor: {fallen}"


def test_evidence_stands_in_the_text(coded: Coded) -> None:
    for article in articles():
        for event in coded[article["id"]]["events"]:
            start, end = event["at"]
            assert article["text"][start:end] == event["evidence"]


@pytest.mark.parametrize("lang", ["en", "ru"])
def test_rows_of_high_confidence_are_right(lang: str, coded: Coded) -> None:
    """Of the rows at 0.8 and more, about nine in ten are right, over tuned and kept-aside articles."""
    right = total = 0
    for article in [*_part(f"{lang} tuned"), *_part(f"{lang} aside")]:
        answer = score.lenient(article, coded[article["id"]], optional().get(article["id"], {}))
        wanted = {move_key(e) for e in article["events"]}
        for event in answer["events"]:
            if event.get("confidence", 0.0) >= 0.8:
                total += 1
                right += move_key(event) in wanted
    assert total > 100
    assert right / total >= 0.85


def test_the_figures_that_ship_are_those_of_this_version(coded: Coded) -> None:
    """About the data shows what `python -m tests.gold.measure --write` found with these very rules."""
    shipped = {(row["language"], row["part"]): row for row in measured()["rows"]}
    for row in rows(coded):
        known = shipped[row["language"], row["part"]]
        for name in ("move", "dyad", "said", "who"):
            assert known[name]["f1"] == pytest.approx(row[name]["f1"], abs=0.005), (row["language"], name)
        assert known["date"] == pytest.approx(row["date"], abs=0.005)
