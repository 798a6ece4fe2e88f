"""A period against the one before it: which days, and what is counted on either side."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from models.queries.comparison import comparison
from models.queries.filters import EventFilter
from models.queries.rows import Quads
from tests.factories import DAY, new_store, report


def ago(days: int) -> dt.date:
    return DAY - dt.timedelta(days)


def test_without_dates_the_last_year_is_set_against_the_year_before(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        report(store, "KAZ", "sign", "CHN")
        report(store, "CHN", "visit", "KAZ", date=ago(364))
        report(store, "KAZ", "criticise", "CHN", date=ago(365))
        report(store, "KAZ", "sign", "RUS", date=ago(729))
        report(store, "KAZ", "sign", "RUS", date=ago(730))
        found = comparison(store, EventFilter())
    assert found
    assert (found.when.first, found.when.last) == (ago(364), DAY)
    assert (found.moves, found.moves_before, found.articles, found.articles_before) == (2, 2, 2, 2)
    pairs = {(pair.a, pair.b): pair for pair in found.pairs}
    assert (pairs["CHN", "KAZ"].now, pairs["CHN", "KAZ"].before) == (Quads(VC=2), Quads(VX=1))
    assert (pairs["CHN", "KAZ"].change, pairs["KAZ", "RUS"].change) == (1, -1)
    parties = {party.code: party.change for party in found.parties}
    assert parties == {"CHN": 1, "RUS": -1, "KAZ": 0}


def test_the_filters_own_days_are_compared_with_as_many_before(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        report(store, "KAZ", "sign", "CHN", date=ago(10))
        report(store, "KAZ", "sign", "CHN", date=ago(20))
        report(store, "KAZ", "sign", "CHN", date=ago(31))
        found = comparison(store, EventFilter(date_from=ago(14), date_to=ago(5)))
    assert found
    assert (found.when.before.first, found.when.before.last) == (ago(24), ago(15))
    assert (found.moves, found.moves_before) == (1, 1)


def test_the_largest_change_leads_whatever_its_sign(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        for number in range(3):
            report(store, "KAZ", "sign", "RUS", date=ago(400 + number))
        report(store, "KAZ", "sign", "CHN")
        found = comparison(store, EventFilter())
    assert found
    assert [pair.b for pair in found.pairs] == ["RUS", "KAZ"]


def test_nothing_is_compared_where_no_event_passes(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        assert comparison(store, EventFilter()) is None
