"""When two reports are one move: codes and dates, in any language, in whatever order they arrive."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from models import identity
from models.queries import events
from models.queries.filters import EventFilter
from models.queries.rows import EventRow
from models.store import Store
from models.tables import EVENT, EVENT_ALIAS, MENTION
from tests.factories import DAY, article, coded, move, new_store, report


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """An empty store."""
    with new_store(tmp_path) as opened:
        yield opened


def rows(store: Store) -> list[EventRow]:
    """All events, oldest first."""
    return list(events.page(store, EventFilter(), descending=False, limit=1000).rows)


def after(days: int) -> dt.date:
    """That many days after `DAY`."""
    return DAY + dt.timedelta(days)


UNDATED: dict[str, Any] = {"date_precision": "published", "date_basis": "published"}


def test_english_and_russian_reports_meet(store: Store) -> None:
    report(store, "KAZ", "visit", "UZB", confidence=0.6)
    report(store, "KAZ", "visit", "UZB", source="Газета.uz", lang="ru", confidence=0.9, date=DAY)
    (event,) = rows(store)
    assert (event.outlets, event.lang, event.confidence) == (2, "ru", 0.9)
    card = events.card(store, event.event_id)
    assert card is not None
    assert [mention.lang for mention in card.mentions] == ["ru", "en"]


def test_direction_counts_unless_the_action_is_symmetric(store: Store) -> None:
    report(store, "KAZ", "meet", "RUS")
    report(store, "RUS", "meet", "KAZ", source="TASS")
    report(store, "KAZ", "visit", "RUS")
    report(store, "RUS", "visit", "KAZ", source="TASS")
    assert sorted((e.actor, e.action, e.outlets) for e in rows(store)) == [
        ("KAZ", "meet", 2),
        ("KAZ", "visit", 1),
        ("RUS", "visit", 1),
    ]


@pytest.mark.parametrize("lag", [0, 1])
@pytest.mark.parametrize("dated_first", [True, False])
def test_undated_report_joins_the_day_before_its_publication(
    store: Store, lag: int, dated_first: bool
) -> None:
    def dated() -> None:
        report(store, "KGZ", "sign", "CHN", source="A")

    def undated() -> None:
        report(store, "KGZ", "sign", "CHN", source="B", date=after(lag), **UNDATED)

    for tell in (dated, undated) if dated_first else (undated, dated):
        tell()
    (event,) = rows(store)
    assert (event.date, event.date_precision, event.date_basis, event.outlets) == (DAY, "day", "explicit", 2)


@pytest.mark.parametrize("lag", [-1, 2])
def test_undated_report_outside_the_window_stays_apart(store: Store, lag: int) -> None:
    report(store, "KGZ", "sign", "CHN", source="A")
    report(store, "KGZ", "sign", "CHN", source="B", date=after(lag), **UNDATED)
    assert len(rows(store)) == 2


def test_undated_reports_of_different_days_stay_apart_until_a_day_joins_them(store: Store) -> None:
    report(store, "TJK", "meet", "IRN", source="A", date=after(0), **UNDATED)
    report(store, "TJK", "meet", "IRN", source="B", date=after(1), **UNDATED)
    former = [event.event_id for event in rows(store)]
    assert len(former) == 2
    report(store, "TJK", "meet", "IRN", source="C", date=DAY)
    (event,) = rows(store)
    assert event.outlets == 3
    for cited in former:
        card = events.card(store, cited)
        assert card is not None
        assert (card.asked, card.event.event_id) == (cited, event.event_id)


def test_month_and_year_meet_only_their_own_kind(store: Store) -> None:
    first = dt.date(2025, 1, 1)
    report(store, "UZB", "aid", "AFG", source="A", date=first)
    for source, precision in (("B", "month"), ("C", "month"), ("D", "year"), ("E", "year")):
        report(store, "UZB", "aid", "AFG", source=source, date=first, date_precision=precision)
    assert sorted((e.date_precision, e.outlets) for e in rows(store)) == [
        ("day", 1),
        ("month", 2),
        ("year", 2),
    ]


def test_published_month_is_no_day(store: Store) -> None:
    first = dt.date(2025, 5, 1)
    report(store, "UZB", "aid", "AFG", source="A", date=first)
    report(store, "UZB", "aid", "AFG", source="B", date=first, published_precision="month", **UNDATED)
    assert [event.date_precision for event in rows(store)] == ["day", "month"]


def test_day_of_loading_joins_nothing(store: Store) -> None:
    report(store, "KAZ", "call", "TUR", source="A")
    report(store, "KAZ", "call", "TUR", source="B", published_basis="loaded", **UNDATED)
    report(store, "KAZ", "call", "TUR", source="C", published_basis="loaded", date_basis="relative")
    report(store, "KAZ", "call", "TUR", source="D", published_basis="loaded", date_basis="explicit")
    assert sorted((e.date_basis, e.outlets) for e in rows(store)) == [
        ("explicit", 2),
        ("loaded", 1),
        ("loaded", 1),
    ]


def state(store: Store) -> list[Any]:
    """Everything that must not depend on the order of loading, with the texts instead of the keys."""
    query = (
        select(EVENT.c.event_id, EVENT.c.move_id, EVENT.c.date, EVENT.c.date_precision, EVENT.c.actor)
        .add_columns(EVENT.c.outlets, EVENT.c.confidence, MENTION.c.evidence)
        .join(MENTION, MENTION.c.event_id == EVENT.c.id)
    )
    with store.read() as connection:
        return sorted(tuple(row) for row in connection.execute(query))


def test_order_of_loading_does_not_matter(tmp_path: Path) -> None:
    told: list[dict[str, Any]] = [
        {"source": "A", "date": after(0)},
        {"source": "B", "date": after(2)},
        {"source": "C", "date": after(1), **UNDATED},
        {"source": "D", "date": after(3), **UNDATED},
        {"source": "E", "date": after(5), **UNDATED},
    ]
    seen = []
    for order in itertools.permutations(told):
        with new_store(tmp_path) as store:
            for case in order:
                report(store, "KAZ", "sign", "CHN", **case)
            seen.append(state(store))
    assert len(seen[0]) == 5
    assert all(other == seen[0] for other in seen)


@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.tuples(st.integers(0, 6), st.booleans(), st.sampled_from([("KAZ", "RUS"), ("RUS", "KAZ")])),
        min_size=2,
        max_size=6,
    ),
    st.randoms(use_true_random=False),
)
def test_any_order_gives_the_same_events(
    tmp_path_factory: pytest.TempPathFactory, told: list[tuple[int, bool, tuple[str, str]]], chance: Any
) -> None:
    def tell(order: list[int]) -> list[Any]:
        with new_store(tmp_path_factory.mktemp("any")) as store:
            for number in order:
                days, undated, (actor, counterpart) = told[number]
                how: dict[str, Any] = UNDATED if undated else {}
                report(store, actor, "meet", counterpart, source=f"S{number}", date=after(days), **how)
            return state(store)

    order = list(range(len(told)))
    shuffled = order.copy()
    chance.shuffle(shuffled)
    assert tell(order) == tell(shuffled)


def test_rows_of_one_group_share_a_move_across_articles(store: Store) -> None:
    text = "Tokayev visited Bishkek and Tashkent. He met nobody."
    first = "Tokayev visited Bishkek and Tashkent."
    both = [move(text, first, "KAZ", "visit", code, group=1) for code in ("KGZ", "UZB")]
    store.save(article(text), coded(*both))
    text = "Tokayev was in Tashkent, then in Dushanbe."
    more = [move(text, text, "KAZ", "visit", code, group=7) for code in ("UZB", "TJK")]
    store.save(article(text, source="B"), coded(*more))
    report(store, "KAZ", "visit", "CHN")
    found = rows(store)
    moves = {event.counterpart: event.move_id for event in found}
    assert moves["KGZ"] == moves["UZB"] == moves["TJK"] != moves["CHN"]
    card = events.card(store, found[0].event_id)
    assert card is not None
    assert len(card.same_move) == (2 if found[0].counterpart != "CHN" else 0)


def test_alias_gives_way_to_an_event_of_its_own(store: Store) -> None:
    report(store, "KAZ", "sign", "CHN", source="A", date=after(1), **UNDATED)
    (alone,) = rows(store)
    report(store, "KAZ", "sign", "CHN", source="B", date=DAY)
    report(store, "KAZ", "sign", "CHN", source="C", date=after(1))
    assert [(e.date, e.outlets) for e in rows(store)] == [(DAY, 1), (after(1), 2)]
    assert rows(store)[1].event_id == alone.event_id
    with store.read() as connection:
        assert connection.execute(select(EVENT_ALIAS)).all() == []


def test_ids_are_those_that_were_cited_before() -> None:
    """Public ids stand in reports of other people: the rule that makes them may never change."""
    signature = identity.signature("RUS", "meet", "KAZ", symmetric=True)
    assert signature == "meet|KAZ|RUS"
    assert identity.event_id(signature, DAY, "day") == "ejnew2vzbmn55"
    assert identity.event_id(signature, DAY, "published") == "ejnew2vzbmn55"
    assert identity.event_id(signature, DAY, "month") != "ejnew2vzbmn55"


def test_copies_are_no_independent_outlets() -> None:
    assert identity.independent_outlets([(1, "x"), (2, "x"), (1, "y"), (3, "z")]) == 2
