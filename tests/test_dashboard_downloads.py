"""Extracts: the columns of the contract, all rows, and nothing in them that a spreadsheet would run."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.downloads import BOM, COLUMNS, Kind, _csv, _json_lines, chunks, download, rows, safe_cell
from models.queries import events
from models.queries.filters import EventFilter
from models.store import Store
from tests.factories import DAY, new_store, report

EVERYTHING = EventFilter()
CONTRACT = {
    "events": "event_id, move_id, date, date_precision, planned_for, actor, actor_name, actor_role, action, "
    "action_label, quad, plover, cameo, intensity, counterpart, counterpart_name, place, confidence, "
    "outlets, source, url, title, published, lang, evidence",
    "mentions": "event_id, article_id, source, url, title, published, lang, evidence, start, end, rule",
    "commentary": "comment_id, speaker, role, kind, outlet, mode, text, countries, event_ids, source, url, "
    "title, published, lang",
}


def table(store: Store, kind: Kind, f: EventFilter = EVERYTHING) -> list[dict[str, str]]:
    """The CSV extract, read back."""
    return list(csv.DictReader(io.StringIO("".join(chunks(store, kind, "csv", f)), newline="")))


def lines(store: Store, kind: Kind, f: EventFilter = EVERYTHING) -> list[dict[str, Any]]:
    """The JSON Lines extract, read back."""
    return [json.loads(line) for line in "".join(chunks(store, kind, "jsonl", f)).split("\n")[:-1]]


@pytest.mark.parametrize("kind", ["events", "mentions", "commentary"])
def test_columns_are_those_of_the_contract(store: Store, kind: Kind) -> None:
    contract = CONTRACT[kind].split(", ")
    assert list(COLUMNS[kind])[: len(contract)] == contract  # more may follow
    assert "".join(chunks(store, kind, "csv", EVERYTHING)).split("\r\n")[0].split(",") == list(COLUMNS[kind])
    assert all(list(line) == list(COLUMNS[kind]) for line in lines(store, kind))
    assert len(table(store, kind)) == len(lines(store, kind)) > 0


def test_event_row_in_full(store: Store) -> None:
    f = EventFilter(actions=("visit",))
    (row,) = table(store, "events", f)
    (found,) = events.page(store, f).rows
    assert row == {
        "event_id": found.event_id,
        "move_id": found.move_id,
        "date": "2026-03-17",
        "date_precision": "day",
        "planned_for": "",
        "actor": "KAZ",
        "actor_name": "Касым-Жомарт Токаев",
        "actor_role": "президент",
        "action": "visit",
        "action_label": "Visits",
        "quad": "VC",
        "plover": "CONSULT",
        "cameo": "042",
        "intensity": "1.9",
        "counterpart": "UZB",
        "counterpart_name": "Uzbekistan",
        "place": "Ташкент",
        "confidence": "0.9",
        "outlets": "2",
        "source": "The Times of Central Asia",
        "url": "https://example.org/en",
        "title": "A visit",
        "published": "2026-03-18",
        "lang": "en",
        "evidence": "President Tokayev arrived in Tashkent.",
        "date_basis": "explicit",
        "published_basis": "given",
        "retold": "False",
    }


def test_a_party_that_acts_through_nobody_in_particular_bears_its_own_name(store: Store) -> None:
    (line,) = lines(store, "events", EventFilter(countries=("TKM",)))
    assert (line["actor"], line["actor_name"]) == ("TKM", "Turkmenistan")


def test_json_keeps_values_as_they_are(store: Store) -> None:
    (line,) = lines(store, "events", EventFilter(countries=("TKM",)))
    assert (line["title"], line["counterpart"], line["place"]) == ("=1+1", None, None)
    assert (line["intensity"], line["outlets"]) == (4.0, 1)
    (planned,) = lines(store, "events", EventFilter(countries=("KAZ",), counterparts=("TJK",)))
    assert planned["planned_for"] == "2026-04-12"
    said = lines(store, "commentary", EventFilter(langs=("ru",)))[0]
    assert (said["countries"], len(said["event_ids"])) == (["KAZ", "UZB"], 2)


def test_lists_are_joined_by_semicolons(store: Store) -> None:
    (row,) = table(store, "commentary", EventFilter(langs=("ru",)))
    assert row["countries"] == "KAZ;UZB"
    assert (
        row["event_ids"].split(";") == lines(store, "commentary", EventFilter(langs=("ru",)))[0]["event_ids"]
    )


def test_formulas_are_harmless_and_numbers_untouched(store: Store) -> None:
    (row,) = table(store, "events", EventFilter(countries=("TKM",)))
    assert (row["title"], row["source"]) == ("'=1+1", "'@outlet")
    assert row["evidence"].startswith("'=HYPERLINK")
    blamed = table(store, "events", EventFilter(quads=("VX",)))
    assert {row["intensity"] for row in blamed} == {"-2.0"}


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("=1+1", "'=1+1"),
        ("+7 727", "'+7 727"),
        ("-4 degrees", "'-4 degrees"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\tx", "'\tx"),
        ("\rx", "'\rx"),
        ("  =1", "'  =1"),
        ("\u00a0=1", "'\u00a0=1"),
        ("\u200b=1", "'\u200b=1"),
        ("\ufeff=1", "'\ufeff=1"),
        ("＝1", "'＝1"),
        ("＠x", "'＠x"),
        ("a;=1", "a;'=1"),
        ("a\n=1", "a\n'=1"),
        ("a;\t=1", "a;'\t'=1"),
        ("a=1", "a=1"),
        ("Astana - Bishkek", "Astana - Bishkek"),
        ("— сказал он", "— сказал он"),
        ("'quoted'", "'quoted'"),
        ("", ""),
    ],
)
def test_safe_cell(value: str, shown: str) -> None:
    assert safe_cell(value) == shown


ANY_TEXT = st.text(st.characters(codec="utf-8"), max_size=60)


@given(st.text(st.sampled_from("=+-@;\t\r\n ＝a'\",0\u200b"), max_size=20))
def test_no_text_begins_a_formula_at_any_place_where_a_cell_may_begin(value: str) -> None:
    blank = r"[\s\u200b]*"
    assert not re.search(rf"(^|[;\t\r\n]){blank}[=+\-@＝]", safe_cell(value))
    assert safe_cell(value).replace("'", "") == value.replace("'", "")


@given(st.lists(st.tuples(ANY_TEXT, ANY_TEXT, st.integers(), st.none() | ANY_TEXT), max_size=8))
def test_csv_comes_back_as_it_was(values: list[tuple[str, str, int, str | None]]) -> None:
    text = "".join(_csv(("title", "text", "start", "place"), values, bom=False))
    header, *found = csv.reader(io.StringIO(text, newline=""))
    assert header == ["title", "text", "start", "place"]
    assert found == [
        [safe_cell(title), safe_cell(said), str(start), safe_cell(place or "")]
        for title, said, start, place in values
    ]


@given(st.lists(st.tuples(ANY_TEXT, st.integers(), st.none() | ANY_TEXT), max_size=8))
def test_json_lines_come_back_as_they_were(values: list[tuple[str, int, str | None]]) -> None:
    text = "".join(_json_lines(("title", "start", "place"), values))
    assert [tuple(json.loads(line).values()) for line in text.split("\n")[:-1]] == values


def test_mark_for_excel_only_when_asked(store: Store) -> None:
    assert not next(chunks(store, "events", "csv", EVERYTHING)).startswith(BOM)
    assert next(chunks(store, "events", "csv", EVERYTHING, bom=True)).startswith(BOM + "event_id")


def test_nothing_passes_gives_the_header_alone(store: Store) -> None:
    f = EventFilter(langs=("tk",))
    assert "".join(chunks(store, "mentions", "csv", f)) == ",".join(COLUMNS["mentions"]) + "\r\n"
    assert "".join(chunks(store, "mentions", "jsonl", f)) == ""


def test_file_has_a_name_and_a_type(store: Store) -> None:
    made = download(store, "events", "csv", EVERYTHING)
    assert (made.filename, made.media_type) == ("steppe-events.csv", "text/csv; charset=utf-8")
    assert len(list(made.chunks)) > 1


def test_all_rows_come_and_a_save_in_between_does_no_harm(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    with new_store(tmp_path_factory.mktemp("many")) as store:
        for number in range(700):
            report(store, "KAZ", "meet", "RUS", date=DAY - dt.timedelta(number))
        found = rows(store, "events", EVERYTHING)
        first = next(found)
        report(store, "KAZ", "sign", "RUS", date=dt.date(2000, 1, 1))
        ids = [first[0], *(row[0] for row in found)]
        assert len(ids) == len(set(ids)) == 700
