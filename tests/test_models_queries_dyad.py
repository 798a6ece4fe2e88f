"""The moves of a pair: by month, way and action; the months that nobody read; by indexes alone."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from models.queries import dyad
from models.queries.dyad import Cell
from models.queries.filters import EventFilter
from models.store import Store
from tests.factories import report
from tests.test_models_queries_filters import plans

ALL = EventFilter()
FIRST, LAST = dt.date(2025, 1, 1), dt.date(2026, 12, 31)


@pytest.fixture
def pair(empty: Store) -> Store:
    """Kazakhstan and Russia in three months, one move known by its year, and others that are not theirs."""
    day = dt.date(2025, 3, 5)
    report(empty, "KAZ", "criticise", "RUS", date=day)
    report(empty, "KAZ", "criticise", "RUS", date=day.replace(day=20), source="Akorda", lang="ru")
    report(empty, "RUS", "criticise", "KAZ", date=day, source="TASS")
    report(empty, "RUS", "meet", "KAZ", date=dt.date(2025, 5, 1))
    report(empty, "KAZ", "sign", "RUS", date=dt.date(2026, 1, 9))
    report(empty, "RUS", "aid", "KAZ", date=dt.date(2025, 1, 1), date_precision="year")
    report(empty, "KAZ", "meet", "CHN", date=day)
    report(empty, "UZB", "meet", "RUS", date=day)
    return empty


def test_moves_are_told_apart_by_month_way_and_action(pair: Store) -> None:
    found = dyad.dyad(pair, ALL, "KAZ", "RUS")
    assert found is not None
    assert found.cells == (
        Cell(202503, "received", "criticise", 1),
        Cell(202503, "given", "criticise", 2),
        Cell(202505, "joint", "meet", 1),
        Cell(202601, "joint", "sign", 1),
    )
    assert (found.moves, found.coarse) == (6, 1)
    assert (found.first, found.last) == (dt.date(2025, 1, 1), dt.date(2026, 1, 9))


def test_the_pair_seen_from_the_other_side(pair: Store) -> None:
    ours, theirs = (dyad.dyad(pair, ALL, *names) for names in (("KAZ", "RUS"), ("RUS", "KAZ")))
    assert ours is not None
    assert theirs is not None
    turned = {"given": "received", "received": "given", "joint": "joint"}
    assert {(c.month, c.way, c.action, c.count) for c in theirs.cells} == {
        (c.month, turned[c.way], c.action, c.count) for c in ours.cells
    }


def test_filters_narrow_the_pair_and_its_own_parties_go_before_theirs(pair: Store) -> None:
    found = dyad.dyad(pair, EventFilter(countries=("UZB",), quads=("VX",), langs=("ru",)), "KAZ", "RUS")
    assert found is not None
    assert [cell.count for cell in found.cells] == [1]


def test_a_pair_without_moves(pair: Store) -> None:
    assert dyad.dyad(pair, ALL, "TKM", "RUS") is None
    assert dyad.moves(pair, ALL, "TKM", "RUS") == ()


def test_one_move(empty: Store) -> None:
    report(empty, "KAZ", "visit", "RUS")
    found = dyad.dyad(empty, ALL, "KAZ", "RUS")
    assert found is not None
    assert found.first == found.last
    assert [cell.count for cell in found.cells] == [1]


@pytest.mark.parametrize(
    ("way", "told"),
    [
        ("all", ["sign", "meet", "criticise", "criticise", "criticise", "aid"]),
        ("given", ["criticise", "criticise"]),
        ("received", ["criticise", "aid"]),
        ("joint", ["sign", "meet"]),
    ],
)
def test_moves_of_one_way_newest_first(pair: Store, way: Any, told: list[str]) -> None:
    assert [row.action for row in dyad.moves(pair, ALL, "KAZ", "RUS", way)] == told


def test_moves_known_by_the_year_are_not_those_of_january(pair: Store) -> None:
    january = EventFilter(date_from=dt.date(2025, 1, 1), date_to=dt.date(2025, 1, 31))
    assert len(dyad.moves(pair, january, "KAZ", "RUS")) == 1
    assert dyad.moves(pair, january, "KAZ", "RUS", by_month=True) == ()


def test_partners_the_busiest_first_whatever_parties_the_filter_asks_for(pair: Store) -> None:
    asked = EventFilter(countries=("UZB",), counterparts=("CHN",))
    assert dyad.partners(pair, asked, "KAZ") == (("RUS", 6), ("CHN", 1))


def test_months_read_are_those_of_articles_not_of_moves(pair: Store) -> None:
    report(pair, "KAZ", "meet", "RUS", date=dt.date(2025, 5, 2), published=dt.date(2025, 8, 1))
    read = dyad.months_read(pair, ALL, FIRST, LAST)
    assert read == {202501, 202503, 202505, 202508, 202601}
    assert dyad.months_read(pair, EventFilter(langs=("ru",)), FIRST, LAST) == {202503}
    assert dyad.months_read(pair, ALL, dt.date(2025, 6, 1), dt.date(2025, 7, 31)) == frozenset()


@pytest.mark.sqlite
@pytest.mark.parametrize(
    "f",
    [
        ALL,
        EventFilter(quads=("VX",)),
        EventFilter(date_from=dt.date(2025, 3, 1), date_to=dt.date(2025, 3, 31)),
        EventFilter(sources=("Akorda",), langs=("ru",)),
        EventFilter(search="KAZ"),
    ],
    ids=lambda f: str(f.to_params()),
)
def test_nothing_scans_a_table(pair: Store, f: EventFilter) -> None:
    def ask() -> None:
        dyad.dyad(pair, f, "KAZ", "RUS")
        dyad.partners(pair, f, "KAZ")
        dyad.months_read(pair, f, FIRST, LAST)
        for way in ("all", "given", "received", "joint"):
            dyad.moves(pair, f, "KAZ", "RUS", way, by_month=True)

    steps = plans(pair, ask)
    assert steps
    bare = ("SCAN event", "SCAN mention", "SCAN article")
    assert not [step for step in steps if step.startswith(bare) and "_fts" not in step]
