""" "Between A and B": the two parties that the word joins, and who of them acts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from loaders.coding.verb_final.phrases import Party
from loaders.coding.verb_final.reading import Reading
from loaders.coding.verb_final.triggers import Trigger

THIRD_PARTY = frozenset({"mediate", "propose", "support"})
NEAR = 45  # letters between "between" and its parties
Sides = tuple[list[Party], list[Party]]


def between(reading: Reading, start: int, end: int) -> list[Party]:
    """The two parties that "between" joins; Tajik has the word before them, the others after."""
    follows = reading.lexicon.language == "tg"
    for n in reading.words_of("between", 0, len(reading.row)):
        piece = reading.row[n]
        if not start <= piece.start < end:
            continue
        if follows:
            both = [p for p in reading.parties if piece.end <= p.start < end][:2]
            near = both and both[0].start - piece.end < NEAR
        else:
            both = [p for p in reading.parties if start <= p.start and p.end <= piece.start][-2:]
            near = both and piece.start - both[-1].end < NEAR
        if near and len({p.code for p in both}) == 2:
            return both
    return []


def pair_roles(pair: Sequence[Party], trigger: Trigger, subjects: Sequence[Party], reading: Reading) -> Sides:
    """A move between two: the home state ratifies, a third party mediates, else the pair acts together."""
    first, second = (replace(party, case="nom") for party in pair)
    slug = trigger.expression.action
    codes = {first.code, second.code}
    if slug == "ratify":
        named = [p for p in subjects if p not in pair and p.code in codes]
        ours = named or [p for p in (first, second) if p.code == reading.home.code]
        if ours and ours[0].code == second.code:
            first, second = second, first
        return [first], [second]
    thirds = [p for p in subjects if p.code not in codes]
    if thirds and slug in THIRD_PARTY:
        return thirds, [first, second]
    return [first], [second]
