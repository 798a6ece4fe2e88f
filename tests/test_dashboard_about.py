"""The page About the data shows what was measured, of the articles that the reader chooses."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from dashboard import data, words
from models.measured import measured
from models.vocabulary.actions import actions
from tests.test_dashboard_pages import address, html, opened
from tests.test_dashboard_pages import words as read

POOLS: dict[str, Any] = {row["name"]: row for row in measured()["pools"]}


@pytest.fixture(autouse=True)
def _empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STEPPE_DB", str(tmp_path / "empty.sqlite"))


def row_of(told: str, name: str) -> str:
    """The row of the table by action with this heading, as text."""
    row = told.partition(">Coded</th>")[2].partition(f"{name}</th>")[2].partition("</tr>")[0]
    return re.sub(r"(<[^>]+>)+", " ", row)


def test_figures_by_language_and_set() -> None:
    told = html(opened("about"))
    for row in measured()["rows"]:
        move = row["move"]
        cells = (row["articles"], move["gold"], f"{move['p']:.2f}", f"{move['r']:.2f}")
        assert "".join(f"<td>{cell}</td>" for cell in cells) in told, row["set"]
    places = [told.index(start) for start in ("Never seen: ", "Own articles: ", "Tuned on: ")]
    assert places == sorted(places)


@pytest.mark.parametrize("name", ["unseen", "own", "both"])
def test_the_reader_chooses_on_which_articles(name: str) -> None:
    at = opened("about", measured=name)
    assert not at.exception
    told = html(at)
    for slug in ("sign", "visit"):
        f = POOLS[name]["actions"][slug]
        assert f" {f['gold']} {f['coded']} {f['p']:.2f} {f['r']:.2f} {f['f1']:.2f}" in row_of(
            told, words.action(slug)
        )
    assert f"Of {POOLS[name]['figures']['move']['gold']:,} moves in these articles" in told
    sure = POOLS[name]["sure"]
    assert f"{sure['high']:,} of {sure['rows']:,} rows" in read(at)
    assert address(at) == ({} if name == "unseen" else {"measured": [name]})


def test_the_charts_have_their_tables() -> None:
    at = opened("about", measured="both")
    matrix, bins = (element.value for element in at.dataframe)
    cells = {(gold, coded): n for gold, coded, n in POOLS["both"]["confusion"]}
    assert matrix.loc[words.action("sign"), words.action("sign")] == cells["sign", "sign"]
    assert int(matrix.sum().sum()) == sum(cells.values())
    assert list(bins["Rows"]) == [row["rows"] for row in POOLS["both"]["calibration"] if row["rows"]]


def test_every_action_is_told_or_named_as_absent() -> None:
    told = read(opened("about"))
    after = told.partition("Coded</th>")[2]
    assert all(words.action(slug) in after for slug in actions())


def test_without_a_measurement_the_page_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(data, "measured", dict)
    at = opened("about")
    assert not at.exception
    assert any("No measurement ships" in element.value for element in at.text)
