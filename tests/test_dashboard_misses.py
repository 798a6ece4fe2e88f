"""What the page About the data says of the coder's errors: words and two charts from what was measured."""

from __future__ import annotations

from typing import Any

import pytest

from dashboard import misses, words
from dashboard.charts import confusion, reliability
from models.measured import measured

POOL: dict[str, Any] = {
    "name": "unseen",
    "figures": {"move": {"p": 0.75, "r": 0.6, "f1": 0.667, "gold": 10, "coded": 8}},
    "kinds": {"missed": 2, "false": 1, "action": 1, "direction": 0, "counterpart": 1, "actor": 0, "day": 3},
    "confusion": [
        ["sign", "sign", 4],
        ["meet", "meet", 2],
        ["meet", "call", 2],
        ["sign", "", 2],
        ["", "aid", 1],
    ],
}
ROWS = [
    {"langs": ["en"], "move": {"r": 0.5, "gold": 4}},
    {"langs": ["ru"], "move": {"r": 0.75, "gold": 4}},
    {"langs": ["en"], "move": {"r": 1.0, "gold": 2}},
]


def told(pool: dict[str, Any]) -> str:
    return "\n".join(misses.sentences(pool, ROWS, words.action, words.language))


def test_the_words_hold_what_was_measured() -> None:
    text = told(POOL)
    assert "Of 10 moves in these articles 6 are found with the right parties and action (60%)" in text
    assert "2 are not seen at all" in text
    assert "Of 8 coded rows 1 (12%) are no move that the text tells: it rather stays silent" in text
    assert "Moves found by language: English 67% of 6; Russian 75% of 4." in text
    assert "Most often missed, or given to a wrong party: Signs (2 / 6)." in text
    assert "Rows with the right parties and the wrong action: 2, most often Meets → Phones (2)." in text
    assert "wrong counterpart: 1; with a wrong actor: 0; with the two parties turned round: 0." in text
    assert "Right moves that bear a wrong day: 3 of 6 (50%)." in text


def test_more_invented_than_missed_is_said() -> None:
    assert "it invents more than it misses" in told({**POOL, "kinds": {**POOL["kinds"], "false": 7}})


def test_nothing_measured_divides_by_nothing() -> None:
    empty = {
        "figures": {"move": {"p": 0.0, "r": 0.0, "f1": 0.0, "gold": 0, "coded": 0}},
        "kinds": dict.fromkeys(POOL["kinds"], 0),
        "confusion": [],
    }
    assert "Of 0 moves" in told(empty)
    assert misses.sure({"sure": {"from": 0.8, "rows": 0, "high": 0, "right": 0}}, [], words.language) == []


def test_sure_rows_of_all_and_by_language() -> None:
    pool = {"sure": {"from": 0.8, "rows": 20, "high": 10, "right": 9}}
    rows = [
        {"langs": ["en"], "sure": {"rows": 12, "high": 6, "right": 6}},
        {"langs": ["ru"], "sure": {"rows": 8, "high": 4, "right": 3}},
        {"langs": ["kk"], "sure": {"rows": 2, "high": 0, "right": 0}},
    ]
    assert misses.sure(pool, rows, words.language) == [
        "10 of 20 rows (50%) stand at 80% or more, and 9 of these (90%) are right.",
        "By language: English 50% of 12 rows, 100% of them right; Russian 50% of 8 rows, 75% of them right.",
    ]


class TestConfusion:
    names = {"sign": "Signs", "meet": "Meets", "call": "Phones", "aid": "Aids", "missed": "x", "false": "y"}  # noqa: RUF012

    def test_actions_in_the_order_of_the_codebook(self) -> None:
        cells = misses.cells(POOL)
        assert confusion.order(cells, ["meet", "call", "sign", "ratify", "aid"]) == [
            "meet",
            "call",
            "sign",
            "aid",
        ]
        assert confusion.order(cells, ["meet", "aid", "sign"], 2) == ["meet", "sign"]

    def test_squares_hold_counts_and_shares(self) -> None:
        cells = misses.cells(POOL)
        figure = confusion.figure(cells, ["meet", "call", "sign", "aid"], self.names, dark=False)
        right, wrong = figure["data"]
        assert right["z"][2][2] == pytest.approx(4 / 6)
        assert right["text"][2][2] == "4"
        assert wrong["z"][0][1] == 0.5
        assert wrong["z"][2][4] == pytest.approx(2 / 6)  # missed
        assert wrong["z"][4][3] == 1.0  # of the rows coded as aid
        filled = [z for trace in (right, wrong) for row in trace["z"] for z in row if z is not None]
        assert len(filled) == len(POOL["confusion"])
        assert "Meets, coded as Phones: 2" in wrong["hovertext"][0][1]
        assert figure["layout"]["xaxis"]["ticktext"][-1] == "x"


def test_dots_of_confidence() -> None:
    bins: list[dict[str, Any]] = [
        {"low": 0.5, "high": 0.6, "rows": 0, "right": 0, "confidence": None},
        {"low": 0.8, "high": 0.9, "rows": 10, "right": 8, "confidence": 0.84},
    ]
    _, dots = reliability.figure(bins, dark=True)["data"]
    assert (dots["x"], dots["y"], dots["text"]) == ([0.84], [0.8], ["10"])
    assert "8 of 10" in dots["hovertext"][0]


def test_a_rows_confidence_comes_with_what_was_measured() -> None:
    pool = next(row for row in measured()["pools"] if row["name"] == "unseen")
    share = next(row["right"] / row["rows"] for row in pool["calibration"] if row["low"] == 0.9)
    assert words.confidence(0.95) == f"95%; {share:.0%} of such rows were right where it was measured"
    assert words.confidence(1.0).startswith("100%; ")
    assert words.confidence(0.55).startswith("55%, unsure: read the sentence")
    assert f"{pool['sure']['right'] / pool['sure']['high']:.0%} were right" in words.sure_rows()
