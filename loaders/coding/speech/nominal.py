"""Frames without a verb of saying: "Emil Sadykov's view is that ...", «..., — смеётся он»."""

from __future__ import annotations

from collections.abc import Sequence

from loaders.coding.speech.cues import PHRASE, Cues
from loaders.coding.speech.frames import Frame, resolve
from loaders.coding.speech.speakers import INSTITUTION, People, Ref
from loaders.coding.speech.text import Token

BARE = "bare"
_IS = frozenset({"is", "was", "remains", "в", "заключается"})


def noun_frame(tokens: Sequence[Token], mentions: Sequence[Ref], people: People) -> Frame | None:
    """The frame of a sentence whose remark hangs on a noun of belief, or None."""
    cues = people.cues
    for at, token in enumerate(tokens):
        if token.quote >= 0 or not cues.has("belief_nouns", token.low):
            continue
        frame = _owner_first(tokens, at, mentions, people) or _owner_last(tokens, at, mentions, people, cues)
        if frame is not None:
            return frame
    return None


def _owner_first(tokens: Sequence[Token], noun: int, mentions: Sequence[Ref], people: People) -> Frame | None:
    """ "Analyst Emil Sadykov's verdict is that ..."."""
    end = noun + 1
    if (
        end + 1 >= len(tokens)
        or tokens[end].low not in _IS
        or not people.cues.has("that", tokens[end + 1].low)
    ):
        return None
    for ref in mentions:
        owns = ref.end in (noun, noun - 1) and tokens[ref.end - 1].low.endswith(("'s", "’s"))
        person = resolve(ref, people) if owns and ref.sort != INSTITUTION else None
        if person is not None:
            return Frame(ref.left, end + 1, PHRASE, person, ref.sort, "is", True)
    if tokens[noun - 1].low in people.cues.genders and noun:
        person = people.pronoun(people.cues.genders[tokens[noun - 1].low])
        if person is not None:
            return Frame(noun - 1, end + 1, PHRASE, person, "pronoun", "is", True)
    return None


def _owner_last(
    tokens: Sequence[Token], noun: int, mentions: Sequence[Ref], people: People, cues: Cues
) -> Frame | None:
    """ "That the virus is a cover is the suspicion of Emil Sadykov, a sinologist"."""
    if not cues.has("that", tokens[0].low) or noun < 5 or tokens[noun - 2].low not in _IS:
        return None
    for ref in mentions:
        if noun + 1 < len(tokens) and tokens[noun + 1].low == "of" and ref.left in (noun + 2, noun + 3):
            person = resolve(ref, people)
            if person is not None:
                return Frame(noun - 2, ref.right, PHRASE, person, ref.sort, "is", content=(1, noun - 2))
    return None


def bare_frame(tokens: Sequence[Token], start: int, mentions: Sequence[Ref], people: People) -> Frame | None:
    """After a quotation any words with one speaker are a frame, whatever their verb: «— смеётся он»."""
    end = len(tokens)
    for ref in mentions:
        if ref.start < start or ref.sort == INSTITUTION:
            continue
        if ref.left - start > 12:
            return None
        person = resolve(ref, people)
        if person is None:
            return None
        stop = next((i for i in range(ref.end, end) if tokens[i].text in ".:" or tokens[i].quote >= 0), end)
        return Frame(start, stop, BARE, person, ref.sort, tokens[start].low)
    return None
