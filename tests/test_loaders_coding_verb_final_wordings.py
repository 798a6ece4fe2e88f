"""Wordings of moves in Kazakh, Kyrgyz, Uzbek and Tajik: recall and precision, with floors only ever raised.

`gold/verb_final_wordings.txt` holds eight sentences for each of the 28 actions and 25 sentences about no
move in each language. A line whose number (from 0) leaves 4 when divided by 5 was kept aside while the
expressions were written, so that the second floor says what the coder does with wordings it was not made for.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from loaders.coding.verb_final.moves import find_moves
from models.vocabulary.actions import actions

FILE = Path(__file__).parent / "gold" / "verb_final_wordings.txt"
PUBLISHED = dt.date(2025, 6, 5)
LANGS = ("kk", "ky", "uz", "tg")
# Recall and precision of moves, for the lines used and for those kept aside.
FLOORS = {
    ("kk", "tuned"): (0.88, 0.89),
    ("kk", "aside"): (0.82, 0.86),
    ("ky", "tuned"): (0.84, 0.87),
    ("ky", "aside"): (0.82, 0.84),
    ("uz", "tuned"): (0.92, 0.90),
    ("uz", "aside"): (0.84, 0.86),
    ("tg", "tuned"): (0.92, 0.89),
    ("tg", "aside"): (0.84, 0.79),
}
NONE = "-"
Row = tuple[str, str, str]


def lines() -> list[tuple[str, str, str, str]]:
    """Part, language, what is told ("KAZ sign CHN", or a dash) and the sentence."""
    found = []
    for n, line in enumerate(FILE.read_text(encoding="utf-8").splitlines()):
        lang, told, text = line.split(" | ", 2)
        found.append(("aside" if n % 5 == 4 else "tuned", lang, told, text))
    return found


def row(actor: str, action: str, counterpart: str) -> Row:
    """The key of a move; a symmetric one is the same from either side."""
    if actions()[action].symmetric and counterpart < actor:
        actor, counterpart = counterpart, actor
    return actor, action, counterpart


@cache
def figures(lang: str) -> Counter[tuple[str, str]]:
    """Counts by part: sentences, those whose move was found, rows, moveless sentences, those left alone."""
    counts: Counter[tuple[str, str]] = Counter()
    for part, language, told, text in lines():
        if language != lang:
            continue
        rows = {row(m.actor, m.action, m.counterpart or "") for m in find_moves(text, lang, PUBLISHED)}
        if told == NONE:
            counts[part, "quiet"] += 1
            counts[part, "silent"] += not rows
            continue
        actor, action, counterpart = told.split(" ", 2)
        counts[part, "told"] += 1
        counts[part, "found"] += row(actor, action, counterpart) in rows
        counts[part, "rows"] += len(rows)
    return counts


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("part", ["tuned", "aside"])
def test_wordings_are_found_and_little_else(lang: str, part: str) -> None:
    counts = figures(lang)
    recall, precision = FLOORS[lang, part]
    assert counts[part, "found"] / counts[part, "told"] >= recall
    assert counts[part, "found"] / counts[part, "rows"] >= precision


@pytest.mark.parametrize("lang", LANGS)
def test_sentences_about_no_move_give_none(lang: str) -> None:
    counts = figures(lang)
    silent = counts["tuned", "silent"] + counts["aside", "silent"]
    assert silent >= 0.92 * (counts["tuned", "quiet"] + counts["aside", "quiet"])


def test_every_action_has_eight_wordings_in_every_language() -> None:
    told = Counter((lang, told.split()[1]) for _, lang, told, _ in lines() if told != NONE)
    assert {lang for lang, _ in told} == set(LANGS)
    assert all(told[lang, slug] >= 7 for lang in LANGS for slug in actions())
