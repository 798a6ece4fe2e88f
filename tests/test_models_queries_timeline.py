"""What stands behind the timeline's marks: coarse dates in their place, comments where their moves are."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from models.queries import timeline, timeline_marks
from models.queries.filters import EventFilter
from models.queries.rows import Quads
from models.queries.timeline_marks import Said
from models.store import Store
from tests import factories

EVERYTHING = EventFilter()
KAZAKH = EventFilter(countries=("KAZ",))


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with factories.new_store(tmp_path_factory.mktemp("timeline")) as opened:
        factories.fill(opened)
        yield opened


@pytest.mark.parametrize("unit", ["day", "week"])
def test_a_month_that_is_no_day_lies_in_the_month(store: Store, unit: timeline.Unit) -> None:
    found = timeline.buckets(store, EVERYTHING, unit)
    march = {(one.lane, one.start, one.precision, one.quads) for one in found.stretches}
    assert march == {(lane, dt.date(2026, 3, 1), "month", Quads(MC=1)) for lane in ("KGZ", "TJK")}
    assert found.coarse == 1


def test_what_is_known_well_enough_is_in_no_stretch(store: Store) -> None:
    assert timeline.buckets(store, EVERYTHING, "month").stretches == ()


@pytest.mark.parametrize("lanes", ["country", "counterpart"])
@pytest.mark.parametrize("unit", ["year", "month", "week", "day"])
def test_behind_each_mark_are_as_many_moves_as_it_counts(
    store: Store, unit: timeline.Unit, lanes: timeline.Lanes
) -> None:
    found = timeline.buckets(store, EVERYTHING, unit, lanes)
    ends = {"year": 365, "month": 28, "week": 7, "day": 1}
    for bucket in found.buckets:
        last = bucket.start + dt.timedelta(ends[unit] - 1)
        within = EventFilter(date_from=bucket.start, date_to=last)
        but = timeline.TOO_COARSE[unit]
        behind = timeline_marks.behind(store, within, bucket.lane, lanes, but=but)
        assert behind.total == len(behind.rows) == bucket.quads.total, bucket
    for one in found.stretches:
        within = EventFilter(date_from=one.start, date_to=one.start + dt.timedelta(30))
        of_these = (one.precision,)
        assert (
            timeline_marks.behind(store, within, one.lane, lanes, precisions=of_these).total
            == one.quads.total
        )


def test_behind_a_mark_the_newest_come_first_and_not_all_of_many(store: Store) -> None:
    found = timeline_marks.behind(store, KAZAKH, limit=2)
    assert (len(found.rows), found.total) == (2, 4)
    assert found.rows[0].date >= found.rows[1].date


def test_comments_lie_where_the_moves_are_that_they_are_about(store: Store) -> None:
    found = timeline_marks.commented(store, KAZAKH, "month")
    by_start = {one.start: one for one in found}
    assert set(by_start) == {dt.date(2025, 11, 1), dt.date(2026, 3, 1)}
    visit = by_start[dt.date(2026, 3, 1)]
    assert (visit.lane, visit.comments, visit.events, visit.precision) == ("KAZ", 1, 2, "")
    assert visit.newest == Said("Аркадий Дубнов", "это новый шаг")
    pact = by_start[dt.date(2025, 11, 1)]
    spoken_of = timeline_marks.behind(store, KAZAKH, "KAZ", commented=True)
    assert spoken_of.total == 3
    assert pact.event_id in {row.event_id for row in spoken_of.rows}


def test_lanes_by_counterpart_hold_the_comments_of_the_other_side(store: Store) -> None:
    found = timeline_marks.commented(store, KAZAKH, "year", "counterpart")
    assert {one.lane for one in found} == {"UZB", "Abraham Accords"}


def test_comments_of_a_day_known_by_the_month_lie_with_the_month(tmp_path: Path) -> None:
    text = "Kazakhstan signed a pact with Tajikistan in March. It is late, said Dubnov."
    sentence = "Kazakhstan signed a pact with Tajikistan in March."
    coarse = {"date": dt.date(2026, 3, 1), "date_precision": "month"}
    signed = factories.move(text, sentence, "KAZ", "sign", "TJK", **coarse)
    said = factories.comment(text, "It is late", "Dubnov", moves=(0,))
    with factories.new_store(tmp_path) as store:
        store.save(factories.article(text), factories.coded(signed, comments=(said,)))
        (one,) = timeline_marks.commented(store, KAZAKH, "day")
        assert (one.start, one.precision, one.comments) == (dt.date(2026, 3, 1), "month", 1)
        assert [one.precision for one in timeline_marks.commented(store, KAZAKH, "month")] == [""]


def test_what_was_said_of_single_moves(store: Store) -> None:
    rows = timeline.points(store, KAZAKH) or ()
    said = timeline_marks.said_of(store, [row.event_id for row in rows])
    by_action = {row.action: said.get(row.event_id, ()) for row in rows}
    assert by_action["join"] == (Said("Igor Shestakov", "it changes little"),)
    assert by_action["announce"] == ()
    assert timeline_marks.said_of(store, []) == {}


def test_planned_moves_are_counted_apart_and_by_their_own_index(tmp_path: Path) -> None:
    may = dt.date(2025, 5, 4)
    with factories.new_store(tmp_path) as store:
        factories.report(store, "KAZ", "meet", "RUS", date=may)
        factories.report(store, "KAZ", "visit", "RUS", date=may, planned_for=dt.date(2025, 6, 1))
        factories.report(store, "KAZ", "visit", "KGZ", date=may, planned_for=dt.date(2025, 6, 2))
        found = timeline.buckets(store, EVERYTHING, "month").buckets
        told = {one.lane: (one.quads.total, one.planned.total) for one in found}
        assert told == {"KAZ": (3, 2), "KGZ": (1, 1)}
        if store.dialect != "sqlite":
            return  # of three rows PostgreSQL rightly reads the table
        for f in (EVERYTHING, KAZAKH, EventFilter(date_from=may, quads=("VC",))):
            query = timeline._ahead(store, f, "month")
            with store.read() as connection:
                text = query.compile(connection, compile_kwargs={"literal_binds": True})
                plan = [row[-1] for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {text}")]
            assert "ix_event_planned_for" in plan[0]
