"""Expressions of the lexicon in a sentence: all their words in one clause, in any order."""

from __future__ import annotations

import re
from dataclasses import dataclass

from loaders.coding.verb_final.reading import Reading
from models.vocabulary.lexicon import Expression, Lexicon

WINDOW = 9  # words before the head within which its company must stand
AFTER = 3  # words after it


@dataclass(frozen=True, slots=True)
class Trigger:
    """An expression found: `first`..`last` are positions among the sentence's words, `last` is the verb."""

    expression: Expression
    first: int
    last: int


def find_triggers(reading: Reading) -> list[Trigger]:
    """The fullest phrases first, then in the order of the text; what stands inside a quotation is speech."""
    found: list[Trigger] = []
    for n, piece in enumerate(reading.row):
        if any(a <= piece.start < b for a, b in reading.quoted):
            continue
        for expression in reading.lexicon.candidates(piece.key):
            spot = _match(expression, n, reading)
            if spot is not None:
                # An event noun is asserted by the verb that ends the sentence.
                last = len(reading.row) - 1 if expression.kind == "noun" else spot[1]
                found.append(Trigger(expression, spot[0], last))
    found.sort(key=lambda t: (-len(t.expression.company), t.last))
    return found


def clause_start(reading: Reading, trigger: Trigger) -> int:
    """Offset at which the verb's clause begins: after the last comma that closes another finite verb."""
    text, row = reading.text, reading.row
    finite = tuple(reading.lexicon.word("finite"))
    start = 0
    for n in range(trigger.first):
        gap = text[row[n].end : row[n + 1].start]
        if re.search(r"[;:]", gap) or ("," in gap and row[n].key.endswith(finite)):
            start = row[n + 1].start
    return start


def _match(expression: Expression, head: int, reading: Reading) -> tuple[int, int] | None:
    row = reading.row
    first = last = head
    for words in expression.company:
        around = range(max(0, head - WINDOW), min(len(row), head + AFTER + 1))
        spots = [i for i in around if i != head and row[i].key in words and _together(reading, i, head)]
        if not spots:
            return None
        near = min(spots, key=lambda i: (abs(i - head), i))
        first, last = min(first, near), max(last, near)
    if any(row[i].key in expression.blocked for i in range(first, last + 1)):
        return None
    if expression.kind == "verb" and _verbal_noun(row[last].key, expression, reading.lexicon):
        return None
    return first, last


def _together(reading: Reading, a: int, b: int) -> bool:
    a, b = sorted((a, b))
    return not re.search(r"[;:]", reading.text[reading.row[a].end : reading.row[b].start])


def _verbal_noun(key: str, expression: Expression, lexicon: Lexicon) -> bool:
    """ "To hold a drill" asserts none, unless the lexicon lists that very form."""
    endings = tuple(lexicon.word("verbal_noun"))
    if not endings or not key.endswith(endings):
        return False
    return not any(key in words.whole for words in (expression.head, *expression.company))
