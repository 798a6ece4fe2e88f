"""Which countries a remark names, and which of the article's moves it is about.

A small sum that can be explained: shared parties, words of the action, "the move", and nearness.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from loaders.coding.drafts import MoveDraft
from loaders.coding.mentions import Mention
from loaders.coding.speech.cues import Cues
from loaders.coding.speech.remarks import Remark
from loaders.coding.speech.spans import INDIRECT
from loaders.coding.speech.text import Line, plain

ENOUGH = 2.0  # a remark is about every move that scores this much
SOME = 1.0  # and, where none does, about the best of those that score this much
_STATE_KINDS = frozenset({"name", "adjective", "metonym", "person"})
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a remark is thought to be about a move: the parts of the score."""

    evidence: float
    parties: float
    action: float
    anaphora: float
    nearness: float

    @property
    def total(self) -> float:
        return self.evidence + self.parties + self.action + self.anaphora + self.nearness


class Topics:
    """The moves and actors of one article, asked remark by remark."""

    def __init__(self, text: str, named: Sequence[Mention], moves: Sequence[MoveDraft], cues: Cues) -> None:
        self.text, self.named, self.moves, self.cues = text, sorted(named, key=lambda m: m.start), moves, cues
        self.starts = [m.start for m in self.named]
        self.breaks = [m.start() for m in re.finditer(r"\n+", text)]

    def codes(self, start: int, end: int) -> tuple[str, ...]:
        """Codes of whatever is named in `start`..`end`, in the order of the text, each once."""
        return tuple(dict.fromkeys(m.code for m in self._inside(start, end)))

    def countries(self, start: int, end: int) -> tuple[str, ...]:
        """Codes of the states among them: by name, capital, seat of power or office-holder."""
        return tuple(dict.fromkeys(m.code for m in self._inside(start, end) if m.kind in _STATE_KINDS))

    def _inside(self, start: int, end: int) -> Iterator[Mention]:
        for mention in self.named[bisect_right(self.starts, start - 1) :]:
            if mention.start >= end:
                return
            yield mention

    def about(self, line: Line, start: int, end: int) -> tuple[int, ...]:
        """Indices of the moves that the words `start`..`end` of a sentence are about.

        Where they name the counterpart of one move, moves towards others are out of it.
        """
        if not self.moves:
            return ()
        reasons = [self.reason(line, start, end, move) for move in self.moves]
        named = set(self.codes(start, end))
        pointed = any(move.counterpart in named for move in self.moves)
        scores = [
            reason.total if not pointed or reason.evidence or move.counterpart in named else 0.0
            for move, reason in zip(self.moves, reasons, strict=True)
        ]
        enough = tuple(i for i, score in enumerate(scores) if score >= ENOUGH)
        if enough:
            return enough
        best = max(scores)
        if best >= SOME:
            return tuple(i for i, score in enumerate(scores) if score == best)
        story = self.moves[0].start  # the story's own moves: what an unspecific remark is about
        return tuple(i for i, move in enumerate(self.moves) if move.start == story)

    def is_move(self, line: Line, remark: Remark, cues: Cues) -> bool:
        """Whether an official only announces a move that is coded from this very sentence."""
        if (
            remark.person.kind != "official"
            or remark.mode != INDIRECT
            or not cues.has("announcing_verbs", remark.verb)
        ):
            return False
        return any(move.start < line.end and line.start < move.end for move in self.moves)

    def reason(self, line: Line, start: int, end: int, move: MoveDraft) -> Reason:
        """The parts of the score of one move for the words `start`..`end`."""
        codes = set(self.codes(start, end))
        actor, counterpart = move.actor in codes, move.counterpart in codes
        parties = 3.0 if actor and counterpart else 1.5 if counterpart else 0.75 if actor else 0.0
        if actor and move.counterpart is None:
            parties = 1.5
        words = [plain(w) for w in _WORD.findall(self.text[start:end])]
        stems = self.cues.topics.get(move.action, ())
        action = 1.0 if stems and any(w.startswith(stems) for w in words) else 0.0
        whole = [t.low for t in line.tokens]
        anaphora = 1.0 if any(self.cues.has("anaphora", w) for w in whole) else 0.0
        distance = abs(bisect_right(self.breaks, start) - bisect_right(self.breaks, move.start))
        nearness = 0.5 if distance == 0 else 0.25 if distance == 1 else 0.0
        evidence = 3.0 if move.start < end and start < move.end else 0.0
        return Reason(evidence, parties, action, anaphora * (0.5 + nearness), nearness)
