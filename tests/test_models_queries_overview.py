"""What is new, what was read, what can be filtered by."""

from __future__ import annotations

import datetime as dt
import math
from collections import Counter

import pytest

from models.queries import (
    briefing,
    coverage,
    options,
)
from models.queries.filters import EventFilter
from models.queries.rows import Quads
from models.store import Store
from tests.factories import DAY, report

NOTHING = EventFilter(langs=("tk",))
EVERYTHING = EventFilter()


def test_briefing_compares_periods(store: Store) -> None:
    when = briefing.period(store, EVERYTHING)
    assert when == briefing.Period(dt.date(2026, 2, 17), dt.date(2026, 3, 18))
    assert when is not None
    assert when.before == briefing.Period(dt.date(2026, 1, 18), dt.date(2026, 2, 16))
    now = briefing.numbers(store, EVERYTHING, when)
    assert (now.moves, now.moves_before, now.comments, now.comments_before) == (6, 0, 1, 0)
    own = EventFilter(date_from=dt.date(2026, 1, 1), date_to=dt.date(2026, 1, 31))
    assert briefing.period(store, own) == briefing.Period(dt.date(2026, 1, 1), dt.date(2026, 1, 31))
    assert briefing.period(store, NOTHING) is None


def test_briefing_countries(store: Store) -> None:
    when = briefing.Period(dt.date(2026, 3, 1), dt.date(2026, 3, 31))
    found = {row.code: row for row in briefing.countries(store, EVERYTHING, when)}
    assert list(found) == ["KAZ", "KGZ", "TJK", "TKM", "UZB"]
    assert (found["KGZ"].moves, found["KGZ"].moves_before, found["KGZ"].quads) == (1, 1, Quads(MC=1))
    assert len(found["KAZ"].series) == 24
    assert dict(found["KAZ"].series)[202511] == 1
    assert found["KAZ"].series[-1] == (202603, 3)
    asked = briefing.countries(store, EventFilter(countries=("CHN",)), when)
    assert [(row.code, row.moves, row.moves_before) for row in asked] == [("CHN", 0, 2)]


def test_strongest_by_intensity_either_way(store: Store) -> None:
    when = briefing.Period(dt.date(2025, 1, 1), dt.date(2026, 12, 31))
    found = briefing.strongest(store, EVERYTHING, when, limit=4)
    assert [abs(event.intensity) for event in found] == [8.0, 8.0, 7.0, 4.0]
    assert found[0].date > found[1].date


def test_unusual_is_what_a_pair_has_seldom_seen(empty: Store) -> None:
    for days in range(20):
        report(empty, "KAZ", "meet", "RUS", date=DAY - dt.timedelta(40 + days))
        report(empty, "KAZ", "sanction", "USA", date=DAY - dt.timedelta(40 + days))
    report(empty, "KAZ", "meet", "RUS")
    report(empty, "RUS", "sanction", "KAZ")
    report(empty, "KAZ", "sanction", "USA")
    when = briefing.Period(DAY - dt.timedelta(7), DAY)
    found = briefing.unusual(empty, EVERYTHING, when)
    assert (found[0].event.actor, found[0].event.action, found[0].event.counterpart) == (
        "RUS",
        "sanction",
        "KAZ",
    )
    assert (found[0].seen, found[0].known) == (0, 20)
    share = 21 / 68  # 20 sanctions and one imagined, of 40 events and one for each of the 28 actions
    assert found[0].surprise == pytest.approx(-math.log2(5 * share / 25))
    assert found[0].surprise > 3 * max(u.surprise for u in found[1:])


def test_coverage(store: Store) -> None:
    totals = coverage.totals(store)
    assert (totals.articles, totals.events, totals.mentions, totals.comments) == (5, 8, 9, 2)
    assert (totals.sources, totals.rejections, totals.without_date, totals.retold) == (4, 1, 1, 1)
    sources = {row.source: row for row in coverage.sources(store, EVERYTHING)}
    times = sources["The Times of Central Asia"]
    assert (times.articles, times.events, times.comments, times.languages) == (2, 3, 1, ("en",))
    assert sources["Eurasianet"].retold == 1
    assert (sources["Газета.uz"].events, sources["Газета.uz"].comments) == (2, 1)
    languages = {row.lang: row for row in coverage.languages(store, EVERYTHING)}
    assert (languages["ru"].articles, languages["ru"].events, languages["ru"].comments) == (1, 2, 1)
    months = coverage.months(store, EventFilter(date_to=dt.date(2026, 3, 31)))
    assert Counter({row.month: row.articles for row in months if row.month == 202511}) == {202511: 1}
    assert sum(row.mentions for row in months) == 8
    only = coverage.sources(store, EventFilter(langs=("ru",)))
    assert [row.source for row in only] == ["Газета.uz"]


def test_options(store: Store) -> None:
    found = options.options(store)
    assert dict(found.countries) == {"KAZ": 4, "KGZ": 2, "TJK": 3, "TKM": 1, "UZB": 2}
    assert dict(found.parties)["Abraham Accords"] == 1
    assert dict(found.quads) == {"VC": 5, "MC": 1, "VX": 2, "MX": 0}
    assert dict(found.langs) == {"en": 7, "ru": 2}
    assert found.sources[0] == ("Eurasianet", 3)
    assert (found.first, found.last, found.events) == (dt.date(2025, 11, 6), dt.date(2026, 3, 18), 8)
