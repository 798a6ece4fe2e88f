"""EventFilter: what an address may say, what it means for events and comments, and that indices serve it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import event

from models.queries import commentary, events, timeline
from models.queries.filters import PARAMETERS, EventFilter
from models.searching import words
from models.store import Store
from models.vocabulary import LANGS, actors
from models.vocabulary.actions import QUADS, actions
from tests.factories import new_store, report

WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["C"]), max_size=40).map(
    lambda text: " ".join(text.split())
)
DAYS = st.none() | st.dates(min_value=dt.date(1991, 1, 1))


def some(values: Any) -> st.SearchStrategy[tuple[str, ...]]:
    """A few values of a list, none twice."""
    return st.lists(st.sampled_from(sorted(values)), max_size=5, unique=True).map(tuple)


@st.composite
def filters(draw: st.DrawFn) -> EventFilter:
    """Any filter that a person can ask for."""
    days = sorted(day for day in (draw(DAYS), draw(DAYS)) if day)
    asked = draw(WORDS)
    return EventFilter(
        countries=draw(some(actors())),
        counterparts=draw(some(actors())),
        actions=draw(some(actions())),
        quads=draw(some(QUADS)),
        date_from=days[0] if days else None,
        date_to=days[1] if len(days) == 2 else None,
        sources=tuple(dict.fromkeys(filter(None, draw(st.lists(WORDS, max_size=3))))),
        langs=draw(some(LANGS)),
        min_confidence=draw(st.integers(0, 100)) / 100,
        search=asked if words(asked) else "",
    )


@given(filters())
def test_address_restores_the_filter(f: EventFilter) -> None:
    back = EventFilter.from_params(f.to_params())
    assert back == f
    assert back.problems == ()


@given(st.dictionaries(st.sampled_from(PARAMETERS), st.lists(st.text(max_size=30), max_size=3)))
def test_any_address_gives_a_filter_that_has_an_address(params: dict[str, list[str]]) -> None:
    f = EventFilter.from_params(params)
    assert EventFilter.from_params(f.to_params()) == f


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("country", "XXX", "country: there is no 'XXX'"),
        ("action", "explode", "action: there is no 'explode'"),
        ("quad", "ZZ", "quad: there is no 'ZZ'"),
        ("language", "fr", "language: there is no 'fr'"),
        ("from", "yesterday", "from: 'yesterday' is not a date"),
        ("to", "2026-02-30", "to: '2026-02-30' is not a date"),
        ("to", "0000-01-01", "to: '0000-01-01' is not a date"),
        ("from", "٢٠٢٦-٠١-٠١", "is not a date"),
        ("min-confidence", "nan", "min-confidence: 'nan' is not a number from 0 to 1"),
        ("min-confidence", "inf", "is not a number"),
        ("min-confidence", "2", "is not a number"),
        ("min-confidence", "high", "is not a number"),
        ("search", "?!", "no letter or digit"),
    ],
)
def test_bad_values_are_dropped_and_reported(name: str, value: str, said: str) -> None:
    f = EventFilter.from_params({name: [value], "language": ["ru"] if name != "language" else [value, "ru"]})
    assert f == EventFilter(langs=("ru",))
    assert len(f.problems) == 1
    assert said in f.problems[0]


def test_reversed_dates_are_dropped_and_reported() -> None:
    f = EventFilter.from_params({"from": ["2026-05-01"], "to": ["2026-04-01"]})
    assert (f.date_from, f.date_to) == (None, None)
    assert "lies after" in f.problems[0]


def test_values_are_read_as_people_write_them() -> None:
    f = EventFilter.from_params(
        {
            "country": ["kaz, KGZ", "KAZ", ""],
            "counterpart": ["abraham accords"],
            "action": ["Sign"],
            "quad": ["vc"],
            "from": ["2025"],
            "to": ["2026-02"],
            "unknown": ["x"],
        }
    )
    assert f == EventFilter(
        countries=("KAZ", "KGZ"),
        counterparts=("Abraham Accords",),
        actions=("sign",),
        quads=("VC",),
        date_from=dt.date(2025, 1, 1),
        date_to=dt.date(2026, 2, 28),
    )
    assert f.problems == ()


def test_an_endless_address_is_cut_and_said_so() -> None:
    f = EventFilter.from_params({"source": [f"Outlet {n}" for n in range(500)]})
    assert len(f.sources) == 100
    assert "500" in f.problems[0]


def moves(store: Store, **wanted: Any) -> set[str]:
    """Actor, action and counterpart of what passes."""
    rows = events.page(store, EventFilter(**wanted)).rows
    return {f"{row.actor} {row.action} {row.counterpart}" for row in rows}


ALL = {
    "KAZ join Abraham Accords",
    "KAZ visit UZB",
    "KAZ sign UZB",
    "KAZ announce TJK",
    "KGZ ease TJK",
    "CHN criticise KGZ",
    "CHN criticise TJK",
    "TKM announce None",
}


@pytest.mark.parametrize(
    ("wanted", "passing"),
    [
        ({}, ALL),
        ({"countries": ("TJK",)}, {"KAZ announce TJK", "KGZ ease TJK", "CHN criticise TJK"}),
        ({"counterparts": ("CHN",)}, {"CHN criticise KGZ", "CHN criticise TJK"}),
        ({"countries": ("TJK",), "counterparts": ("CHN", "KGZ")}, {"CHN criticise TJK", "KGZ ease TJK"}),
        ({"countries": ("KGZ",), "counterparts": ("KGZ",)}, set()),
        ({"actions": ("announce",)}, {"KAZ announce TJK", "TKM announce None"}),
        ({"quads": ("MC",)}, {"KGZ ease TJK"}),
        ({"quads": ("MC", "VX"), "actions": ("criticise",)}, {"CHN criticise KGZ", "CHN criticise TJK"}),
        ({"quads": ("MX",), "actions": ("criticise",)}, set()),
        ({"date_to": dt.date(2025, 12, 31)}, {"KAZ join Abraham Accords"}),
        ({"date_from": dt.date(2026, 3, 18)}, {"KAZ announce TJK"}),
        ({"date_from": dt.date(2026, 3, 18), "date_to": dt.date(2026, 3, 18)}, {"KAZ announce TJK"}),
        ({"sources": ("Газета.uz",)}, {"KAZ visit UZB", "KAZ sign UZB"}),
        ({"sources": ("nobody",)}, set()),
        ({"langs": ("ru",)}, {"KAZ visit UZB", "KAZ sign UZB"}),
        ({"min_confidence": 0.9}, {"KAZ join Abraham Accords", "KAZ visit UZB"}),
        ({"search": "ТОКАЕВ таш"}, {"KAZ visit UZB"}),
        ({"search": "tokayev arrived"}, {"KAZ visit UZB"}),
        ({"search": '"arrived in tashkent"'}, {"KAZ visit UZB"}),
        ({"search": '"tashkent in arrived"'}, set()),
        ({"search": "kassym"}, {"KAZ announce TJK", "KAZ visit UZB"}),  # Касым
        ({"search": "tokaýew taşkent"}, {"KAZ visit UZB"}),
        ({"search": "визит"}, {"KAZ visit UZB", "KAZ sign UZB"}),
        ({"search": "arrived", "langs": ("ru",)}, set()),
        ({"search": 'x" OR search:*) --'}, set()),
        ({"countries": ("KAZ",), "langs": ("ru",), "search": "договор"}, {"KAZ sign UZB"}),
    ],
)
def test_what_passes(store: Store, wanted: dict[str, Any], passing: set[str]) -> None:
    assert moves(store, **wanted) == passing
    assert events.count(store, EventFilter(**wanted)) == len(passing)
    assert len(list(events.stream(store, EventFilter(**wanted)))) == len(passing)


@pytest.mark.parametrize(
    ("wanted", "speakers"),
    [
        ({}, {"Igor Shestakov", "Аркадий Дубнов"}),
        ({"countries": ("UZB",)}, {"Аркадий Дубнов"}),
        ({"countries": ("KAZ",), "counterparts": ("Abraham Accords",)}, {"Igor Shestakov"}),
        ({"actions": ("sign",)}, {"Аркадий Дубнов"}),
        ({"actions": ("sign",), "min_confidence": 0.9}, set()),
        ({"min_confidence": 0.99}, {"Igor Shestakov", "Аркадий Дубнов"}),
        ({"quads": ("MX",)}, set()),
        ({"date_to": dt.date(2025, 12, 31)}, {"Igor Shestakov"}),
        ({"sources": ("Газета.uz",)}, {"Аркадий Дубнов"}),
        ({"langs": ("en",)}, {"Igor Shestakov"}),
        ({"search": "ДУБНОВ новый"}, {"Аркадий Дубнов"}),
        ({"search": "changes"}, {"Igor Shestakov"}),
    ],
)
def test_what_passes_of_the_comments(store: Store, wanted: dict[str, Any], speakers: set[str]) -> None:
    page = commentary.cards(store, EventFilter(**wanted))
    assert {card.speaker for card in page.rows} == speakers
    assert page.total == len(speakers) == commentary.count(store, EventFilter(**wanted))


@pytest.mark.parametrize(
    "asked", ["Nur-Sultan", "nur sultan", "o‘zbek", "OʻZBEK", "учёный", "УЧЕНЫЙ", "ＮＡＴＯ"]
)
def test_spelling_marks_do_not_part_what_is_the_same(tmp_path: Path, asked: str) -> None:
    with new_store(tmp_path) as store:
        text = "In Nur-Sultan an oʼzbek учёный spoke of NATO."
        report(store, "KAZ", "meet", "UZB", text=text)
        assert events.count(store, EventFilter(search=asked)) == 1
        assert events.count(store, EventFilter(search=f"{asked} absent")) == 0


INDEXED = [
    EventFilter(countries=("KAZ",)),
    EventFilter(counterparts=("RUS",)),
    EventFilter(countries=("KAZ",), counterparts=("RUS", "CHN")),
    EventFilter(countries=("KAZ",), date_from=dt.date(2026, 1, 1)),
    EventFilter(actions=("sign",)),
    EventFilter(date_from=dt.date(2026, 1, 1), date_to=dt.date(2026, 2, 1)),
    EventFilter(sources=("Газета.uz",)),
    EventFilter(langs=("ru",)),
    EventFilter(min_confidence=0.9),
    EventFilter(search="токаев"),
]


def plans(store: Store, ask: Any) -> list[str]:
    """How SQLite answers every statement that `ask` sends."""
    sent: list[tuple[str, Any]] = []

    def note(_c: Any, _cursor: Any, statement: str, parameters: Any, *_: Any) -> None:
        sent.append((statement, parameters))

    with store.read() as connection:
        engine = connection.engine
        event.listen(engine, "before_cursor_execute", note)
        try:
            ask()
        finally:
            event.remove(engine, "before_cursor_execute", note)
        return [
            row[3]
            for statement, parameters in sent
            if statement.lstrip().startswith("SELECT")
            for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters)
        ]


@pytest.mark.sqlite
@pytest.mark.parametrize("f", INDEXED, ids=lambda f: str(f.to_params()))
def test_counting_uses_an_index_of_the_filter(store: Store, f: EventFilter) -> None:
    steps = plans(store, lambda: events.count(store, f))
    assert steps
    assert not [step for step in steps if step.startswith("SCAN") and "mention_fts" not in step]


@pytest.mark.sqlite
@pytest.mark.parametrize("f", [EventFilter(), *INDEXED], ids=lambda f: str(f.to_params()))
def test_pages_and_streams_never_read_the_bare_table(store: Store, f: EventFilter) -> None:
    def ask() -> None:
        events.page(store, f)
        timeline.extent(store, f)
        timeline.buckets(store, f, "month")
        list(events.stream(store, f))
        list(commentary.stream(store, f))

    bare = [
        step
        for step in plans(store, ask)
        if step.startswith(("SCAN event", "SCAN mention", "SCAN comment"))
        and "INDEX" not in step
        and "_fts" not in step
    ]
    assert bare == []


@pytest.mark.sqlite
def test_streams_are_read_in_order_without_sorting(store: Store) -> None:
    for f in INDEXED:
        steps = plans(store, lambda f=f: next(events.stream(store, f), None))
        assert not [step for step in steps if "TEMP B-TREE" in step]
