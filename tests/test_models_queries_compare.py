"""How parties are compared, and what the moves that are shown rest on."""

from __future__ import annotations

import datetime as dt

import pytest

from models.queries import compare, events, known_from
from models.queries.filters import EventFilter
from models.queries.rows import Quads
from models.queries.timeline import Extent
from models.store import Store
from tests.factories import DAY, report

FIVE = ("KAZ", "KGZ", "TJK", "TKM", "UZB")
EVERYTHING = EventFilter()


def test_a_move_between_two_of_them_counts_for_both(empty: Store) -> None:
    report(empty, "KAZ", "meet", "UZB")
    report(empty, "RUS", "criticise", "KAZ")
    found = {state.code: state for state in compare.compare(empty, EVERYTHING, FIVE).states}
    assert list(found) == list(FIVE)
    assert found["KAZ"].quads == Quads(VC=1, VX=1)
    assert found["UZB"].quads == Quads(VC=1)
    assert found["KAZ"].partners == {"RUS": Quads(VX=1), "UZB": Quads(VC=1)}
    assert found["KAZ"].actions == {"criticise": 1, "meet": 1}
    assert (found["TJK"].total, found["TJK"].mean_intensity, found["TJK"].closest) == (0, 0.0, None)


def test_all_rows_are_the_same_and_ordered_by_all_together(empty: Store) -> None:
    for day in range(3):
        report(empty, "KGZ", "meet", "CHN", date=DAY - dt.timedelta(30 * day))
    report(empty, "KAZ", "visit", "RUS")
    report(empty, "KAZ", "announce", None)
    found = compare.compare(empty, EVERYTHING, FIVE, top=1)
    assert (found.partners, found.actions) == (("CHN",), ("meet",))
    kazakh = found.states[0]
    assert kazakh.closest == ("RUS", 1)
    assert kazakh.partners[compare.NOBODY].total == 1
    assert kazakh.share(1) == 0.5


def test_counts_are_those_of_the_moves_behind_a_bar(store: Store) -> None:
    for f in (
        EVERYTHING,
        EventFilter(quads=("VC",)),
        EventFilter(langs=("ru",)),
        EventFilter(search="Ташкент"),
    ):
        for state in compare.compare(store, f, FIVE).states:
            narrow = EventFilter(countries=(state.code,), quads=f.quads, langs=f.langs, search=f.search)
            assert state.total == events.count(store, narrow)
            assert sum(quads.total for quads in state.partners.values()) == state.total
            assert sum(state.actions.values()) == state.total


@pytest.mark.parametrize(
    ("days", "unit"), [(5, "day"), (90, "week"), (365, "month"), (1400, "quarter"), (4000, "year")]
)
def test_a_narrow_panel_gets_few_steps(days: int, unit: str) -> None:
    assert compare.step_of(Extent(DAY, DAY + dt.timedelta(days), 9)) == unit


def test_stray_early_years_are_left_out() -> None:
    years = {dt.date(1991, 1, 1): 2, dt.date(2024, 1, 1): 60, dt.date(2025, 1, 1): 90}
    assert compare.begins(years) == dt.date(2024, 1, 1)
    assert compare.begins({dt.date(2024, 1, 1): 1}) == dt.date(2024, 1, 1)
    assert compare.begins({}) is None


def test_outlet_and_language_of_most_moves(empty: Store) -> None:
    for day in range(3):
        report(empty, "KGZ", "meet", "CHN", date=DAY - dt.timedelta(day), source="24.kg", lang="ru")
    report(empty, "KAZ", "visit", "RUS", source="Akorda")
    found = known_from.known_from(empty, EVERYTHING)
    assert found
    assert (found.moves, found.source, found.of_source) == (4, "24.kg", 3)
    assert (found.lang, found.of_lang) == ("ru", 3)
    only = known_from.known_from(empty, EventFilter(countries=("KAZ",)))
    assert only
    assert (only.moves, only.source, only.lang) == (1, "Akorda", "en")
    assert known_from.known_from(empty, EventFilter(countries=("UZB",))) is None


def test_a_move_told_by_two_outlets_counts_once(empty: Store) -> None:
    for source in ("24.kg", "Akorda"):
        report(empty, "KGZ", "meet", "CHN", source=source)
    found = known_from.known_from(empty, EVERYTHING)
    assert found
    assert (found.moves, found.of_source) == (1, 1)


def test_months_without_an_article_are_named(empty: Store) -> None:
    for month in (1, 5, 7):
        report(empty, "KAZ", "meet", "CHN", date=dt.date(2025, month, 10))
    found = known_from.known_from(empty, EVERYTHING)
    assert found
    assert (found.months, found.unread) == (7, (202502, 202503, 202504, 202506))
    assert found.gaps == ((202502, 202504), (202506, 202506))


def test_the_filter_sets_the_period_and_a_month_read_in_part_is_no_gap(empty: Store) -> None:
    report(empty, "KAZ", "meet", "CHN", date=dt.date(2025, 1, 10))
    report(empty, "KAZ", "meet", "RUS", date=dt.date(2025, 2, 20), published=dt.date(2025, 2, 28))
    asked = EventFilter(date_from=dt.date(2024, 11, 5), date_to=dt.date(2025, 2, 21))
    found = known_from.known_from(empty, asked)
    assert found
    assert found.unread == (202411, 202412)
    assert found.gaps == ((202411, 202412),)
    in_russian = known_from.known_from(empty, EventFilter(sources=("The Times of Central Asia",)))
    assert in_russian
    assert in_russian.unread == ()


def test_months_cross_the_turn_of_a_year() -> None:
    assert known_from.months_between(dt.date(2024, 11, 30), dt.date(2025, 2, 1)) == (
        202411, 202412, 202501, 202502,
    )  # fmt: skip
