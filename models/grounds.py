"""Why a row stands: the words that it was read from, and what its confidence is made of.

Both are made by the coder, kept with the mention as JSON, and shown to whoever asks how we know.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import astuple, dataclass

PARTS = ("actor", "action", "counterpart", "date")


@dataclass(frozen=True, slots=True)
class Mark:
    """Words of the article that stand for a part of the row (one of `PARTS`), and how they were found.

    `start` and `end` count characters of the article's text.
    """

    part: str
    start: int
    end: int
    how: str


@dataclass(frozen=True, slots=True)
class Grounds:
    """The marks of a row, and the weightiest terms of its confidence.

    `terms` are (what holds, weight in log-odds), the heaviest first: above zero speaks for the row.
    """

    marks: tuple[Mark, ...] = ()
    terms: tuple[tuple[str, float], ...] = ()

    def to_json(self) -> str:
        """One compact line; empty where nothing is known."""
        if not self.marks and not self.terms:
            return ""
        marks = [(mark.part, mark.start, mark.end, mark.how) for mark in self.marks]  # astuple copies deeply
        return _dumped([marks, self.terms])

    @classmethod
    def from_json(cls, line: str) -> Grounds:
        """The grounds that `to_json` wrote."""
        if not line:
            return cls()
        marks, terms = json.loads(line)
        return cls(
            tuple(Mark(*mark) for mark in marks), tuple((name, float(weight)) for name, weight in terms)
        )


NOT_TOLD = Grounds()


@dataclass(frozen=True, slots=True)
class LeftOut:
    """An expression that was seen and gave no row: `text` stands at `start`..`end`, `why` says why.

    `why` is a word of the coder ("negated", "hypothetical", "no counterpart"); the parties are codes, empty
    where there was none.
    """

    action: str
    start: int
    end: int
    text: str
    why: str
    actor: str = ""
    counterpart: str = ""


WHY_LEFT_OUT = {
    "negated": "it is denied or did not happen",
    "hypothetical": "it is only possible or conditional",
    "wanted": "it is wanted or asked for, not done",
    "planned": "it lies ahead, and only cooperation is coded when it is fixed for later",
    "no announcement": "the word counts only where it is fixed for the future",
    "counted": "it is a figure about many, not one move",
    "no condition": "it warns, but says neither of what nor under which condition",
    "told before": "these talks were told before",
    "no actor": "nobody acts",
    "no counterpart": "no other party is named or on stage",
    "no fitting counterpart": "the other party is not of the kind that the expression needs",
    "no party of the region": "neither side is of Central Asia",
    "domestic": "it is a matter inside one state",
    "private": "a private person acts, not a state",
    "unsure": "the parties are too uncertain",
}


def why_left_out(why: str) -> str:
    """The coder's word for why it left out an expression as half a sentence; a word without one as it is."""
    return WHY_LEFT_OUT.get(why, why)


def left_out_to_json(found: Iterable[LeftOut]) -> str:
    """One compact line; empty where nothing was left out."""
    rows = [astuple(one) for one in found]
    return _dumped(rows) if rows else ""


def left_out_from_json(line: str) -> tuple[LeftOut, ...]:
    """What `left_out_to_json` wrote."""
    return tuple(LeftOut(*row) for row in json.loads(line)) if line else ()


def _dumped(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
