"""What became of each expression that was seen in a verb-final language: its rows, or why there are none."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from loaders.coding.drafts import MoveDraft
from loaders.coding.syntax import Sentence
from loaders.coding.verb_final.phrases import Party
from loaders.coding.verb_final.reading import Reading
from loaders.coding.verb_final.triggers import Trigger

BARE = ("nom", "gen", "attr")  # cases in which somebody may act


@dataclass(frozen=True, slots=True)
class Seen:
    """An expression and what came of it. Offsets of parties are those of the sentence.

    `left_out` is the reason in the words of `models.grounds.WHY_LEFT_OUT`, empty where `rows` were told.
    """

    trigger: Trigger
    reading: Reading
    actors: tuple[Party, ...] = ()
    counterparts: tuple[Party, ...] = ()
    rows: tuple[MoveDraft, ...] = ()
    left_out: str = ""

    @property
    def sentence(self) -> Sentence:
        """The sentence that the expression stands in."""
        return self.reading.sentence

    @property
    def status(self) -> str:
        """How the move is told, as `loaders.coding.status` names it."""
        if self.left_out in ("negated", "hypothetical", "counted"):
            return self.left_out
        return "planned" if any(row.planned_for for row in self.rows) else "done"

    def span(self) -> tuple[int, int]:
        """Offsets in the article from the first to the last word of the expression."""
        row, at = self.reading.row, self.sentence.start
        return at + row[self.trigger.first].start, at + row[self.trigger.last].end


def between(pairs: Iterable[tuple[Party, Party | None]]) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
    """Those who act and those towards whom, each once."""
    pairs = list(pairs)
    actors = {a.code: a for a, _ in pairs}
    others = {b.code: b for _, b in pairs if b is not None}
    return tuple(actors.values()), tuple(others.values())


def nobody(reading: Reading, trigger: Trigger, start: int) -> str:
    """Which side is missing where no pair was found: who acts, or towards whom."""
    end = reading.row[trigger.last].end
    here = [p for p in reading.parties if start <= p.start < end]
    return "no counterpart" if any(p.case in BARE for p in here) else "no actor"


def outside(seen: Seen) -> Seen:
    """The same, left out because neither side is of the region."""
    return replace(seen, rows=(), left_out="no party of the region")


def same_assertion(a: Trigger, b: Trigger) -> bool:
    """One verb asserts one move, of which the fullest phrase has been taken; so do words that overlap."""
    if {a.last, a.head} & {b.last, b.head, b.last + 1}:
        return True
    return a.expression.action == b.expression.action and a.first <= b.last and b.first <= a.last


def settled(told: Sequence[Seen], left: Sequence[Seen], rows: Sequence[MoveDraft]) -> list[Seen]:
    """The decisions of one sentence in the order of its words.

    `told` gave rows, of which `rows` stay once the clause is settled. Of what was left out, the fullest
    phrase of each assertion is kept, and nothing that another phrase told after all.
    """
    kept = [replace(s, rows=tuple(r for r in s.rows if r in rows)) for s in told]
    kept = [s for s in kept if s.rows]
    for seen in left:
        if not any(same_assertion(seen.trigger, other.trigger) for other in (*told, *kept)):
            kept.append(seen)
    return sorted(kept, key=lambda s: s.trigger.first)
