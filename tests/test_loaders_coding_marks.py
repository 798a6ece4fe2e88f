"""Every row says which words it was read from, in every language."""

from __future__ import annotations

import datetime as dt

import pytest

from loaders.coding.coder import code

DAY = dt.date(2025, 6, 20)
TEXTS = [
    (
        "en",
        "Kazakh President Kassym-Jomart Tokayev signed a treaty with Hungary in Budapest on Monday.",
        {"actor": ["Kassym-Jomart Tokayev"], "counterpart": ["Hungary"], "date": ["Monday"]},
        "signed",
    ),
    (
        "ru",
        "Кыргызстан и Турция подписали соглашение 12 июня.",
        {"actor": ["Кыргызстан"], "counterpart": ["Турция"], "date": ["12 июня"]},
        "подписали",
    ),
    (
        "kk",
        "Қазақстан мен Қытай 12 маусымда келісімге қол қойды.",
        {"actor": ["Қазақстан"], "counterpart": ["Қытай"], "date": ["12 маусымда"]},
        "қол қойды",
    ),
]


@pytest.mark.parametrize(("lang", "text", "wanted", "verb"), TEXTS)
def test_marks_stand_on_the_words(lang: str, text: str, wanted: dict[str, list[str]], verb: str) -> None:
    (row,) = code(text, lang=lang, published=DAY).moves
    found: dict[str, list[str]] = {}
    for mark in row.grounds.marks:
        found.setdefault(mark.part, []).append(text[mark.start : mark.end])
    assert verb in " ".join(found.pop("action"))
    assert {part: [t.lower() for t in texts] for part, texts in found.items()} == {
        part: [t.lower() for t in texts] for part, texts in wanted.items()
    }


def test_marks_fall_on_the_words_of_earlier_sentences_too() -> None:
    text = "Tajik leader Emomali Rahmon arrived in Beijing on Monday. He met Xi Jinping the same day."
    moves = code(text, lang="en", published=DAY).moves
    met = next(move for move in moves if move.action == "meet")
    marked = {mark.part: text[mark.start : mark.end] for mark in met.grounds.marks}
    assert marked["counterpart"] == "Xi Jinping"
    assert marked["actor"] == "He"


def test_the_terms_of_confidence_are_told_the_heaviest_first() -> None:
    (row,) = code(TEXTS[0][1], lang="en", published=DAY).moves
    weights = [abs(weight) for _, weight in row.grounds.terms]
    assert weights
    assert weights == sorted(weights, reverse=True)


@pytest.mark.parametrize(
    ("sentence", "why"),
    [
        ("Kazakhstan may sign a treaty with Hungary.", "hypothetical"),
        ("Kazakhstan did not sign the treaty with Hungary.", "negated"),
        ("Germany signed a treaty with Hungary.", "no party of the region"),
    ],
)
def test_what_was_not_believed_is_kept_with_its_reason(sentence: str, why: str) -> None:
    text = f"Uzbekistan met France on Monday. {sentence}"
    (left,) = [one for one in code(text, lang="en", published=DAY).left_out if one.action == "sign"]
    assert left.why == why
    assert text[left.start : left.end] == left.text
