"""Sentences: abbreviations, initials, quotations, datelines and paragraphs in the languages of the region."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.coding.sentences import split

CASES = [
    ("He left. She stayed.", ["He left.", "She stayed."]),
    ("Gen. Omarov met K. Tokayev in the U.S. capital.", ["Gen. Omarov met K. Tokayev in the U.S. capital."]),
    ("BISHKEK. The parliament voted. It rained.", ["BISHKEK. The parliament voted.", "It rained."]),
    ('"We agree." He nodded.', ['"We agree."', "He nodded."]),
    ('"Why?" asked the envoy. Nobody knew.', ['"Why?" asked the envoy.', "Nobody knew."]),
    ("Trade grew to 1.5 bn. Exports fell.", ["Trade grew to 1.5 bn.", "Exports fell."]),
    ("В 2024 г. стороны подписали договор. Он вступил в силу.",
     ["В 2024 г. стороны подписали договор.", "Он вступил в силу."]),
    ("Президент К.-Ж. Токаев прибыл в Бишкек. Его встретили.",
     ["Президент К.-Ж. Токаев прибыл в Бишкек.", "Его встретили."]),
    ("«Мы согласны». Он уехал.", ["«Мы согласны».", "Он уехал."]),
    ("Президент 5-майда келди. Келишим түзүлдү.", ["Президент 5-майда келди.", "Келишим түзүлдү."]),
    ("One\n\nTwo. Three", ["One", "Two.", "Three"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_split(text: str, expected: list[str]) -> None:
    assert [s.text for s in split(text)] == expected


def test_paragraphs_are_counted() -> None:
    assert [s.paragraph for s in split("One. Two.\n\nThree.")] == [0, 0, 1]


@given(st.text(alphabet='Ab .!?\n"«»…г1', max_size=300))
def test_offsets_are_exact_and_nothing_is_lost(text: str) -> None:
    found = split(text)
    assert all(text[s.start : s.end] == s.text for s in found)
    assert "".join("".join(s.text.split()) for s in found) == "".join(text.split())
