"""The sample data: real moves told in our own sentences, each with its outlet, address, date and mark."""

from __future__ import annotations

import csv
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
DATA = ROOT / "sample_data"
STATES = ("KAZ", "KGZ", "TJK", "TKM", "UZB")


def _gold(name: str) -> list[dict[str, str]]:
    with (ROOT / "tests" / "gold" / name).open(newline="", encoding="utf-8") as stream:
        return list(csv.DictReader(stream))


@pytest.fixture(scope="module")
def gold_moves() -> list[dict[str, str]]:
    return [row for row in _gold("sample_data_moves.csv") if row["actor"]]


def test_the_gold_names_files_that_are_there() -> None:
    rows = _gold("sample_data_moves.csv")
    missing = {row["file"] for row in rows if not (DATA / row["file"].split("!")[0]).is_file()}
    assert not missing


def test_every_state_and_many_years_are_covered(gold_moves: list[dict[str, str]]) -> None:
    events = {
        (r["actor"], r["action"], r["counterpart"], r["date"]) for r in gold_moves if r["optional"] != "yes"
    }
    for state in STATES:
        assert sum(state in (actor, counterpart) for actor, _, counterpart, _ in events) >= 40, state
    assert {day[:4] for *_, day in events} >= {str(year) for year in range(2017, 2027)}
    assert len({action for _, action, _, _ in events}) == 28


def test_gold_dates_are_days_of_the_past(gold_moves: list[dict[str, str]]) -> None:
    for row in gold_moves:
        day, published = date.fromisoformat(row["date"]), date.fromisoformat(row["published"])
        assert day <= date.today()
        assert row["date_precision"] in ("day", "month", "year", "published")
        if row["date_precision"] == "day" and row["published"][8:] != "01":
            assert day <= published, row


def test_moves_are_told_by_several_outlets_in_english_and_russian(gold_moves: list[dict[str, str]]) -> None:
    langs: dict[str, set[str]] = {}
    for row in gold_moves:
        if row["move_id"]:
            langs.setdefault(row["move_id"], set()).add(row["lang"])
    assert sum({"en", "ru"} <= spoken for spoken in langs.values()) >= 20
    told = Counter(move for move, _ in {(row["move_id"], row["url"]) for row in gold_moves if row["move_id"]})
    assert sum(count > 1 for count in told.values()) >= 60
