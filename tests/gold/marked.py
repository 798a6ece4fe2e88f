"""Sentences with the words that tell the move between asterisks: `KAZ sign CHN | Astana *inked* a pact.`

`- | sentence` tells no move. A sentence with two moves stands twice, once for each.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

FIFTH = 4  # lines whose number (from 0) leaves this rest over 5 are kept aside, and not learned from
WHOLE = frozenset({"russian_wordings.txt"})  # files of which nothing is kept aside


@dataclass(frozen=True, slots=True)
class Told:
    """A move as the line gives it; `spans` are the offsets of the marked words in the sentence."""

    actor: str
    action: str
    counterpart: str
    spans: tuple[tuple[int, int], ...]


def plain(text: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The sentence without its asterisks, and where they stood."""
    pieces = text.split("*")
    spans, at = [], 0
    for k, piece in enumerate(pieces):
        if k % 2:
            spans.append((at, at + len(piece)))
        at += len(piece)
    return "".join(pieces), tuple(spans)


def read(files: Iterable[Path]) -> dict[str, list[Told]]:
    """Sentences with what they tell, in the order of the files; nothing for a sentence without a move."""
    found: dict[str, list[Told]] = {}
    for file in files:
        for line in _lines(file):
            gold, text = line.split(" | ", 1)
            sentence, spans = plain(text)
            moves = found.setdefault(sentence, [])
            if match := re.fullmatch(r"(\S+) (\S+) (.+)", gold.strip()):
                moves.append(Told(match[1], match[2], match[3], spans))
    return found


def _lines(file: Path) -> Iterator[str]:
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines()):
        aside = file.name not in WHOLE and number % 5 == FIFTH
        if " | " in line and not aside:
            yield line
