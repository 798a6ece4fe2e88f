"""Frames of languages whose verb closes the sentence: Kazakh, Kyrgyz, Uzbek, Turkmen.

Three shapes: the view in front ("X-тың айтуынша, ..."), the speaker in front and the verb at the end
("X ... деп санайды"), and the clause in front with verb and speaker behind ("..., deb qoʻshimcha qildi u").
"""

from __future__ import annotations

from collections.abc import Sequence

from loaders.coding.speech.cues import Cue, Cues
from loaders.coding.speech.frames import SOURCE, Frame, resolve
from loaders.coding.speech.speakers import INSTITUTION, PRONOUN, People, Person, Ref
from loaders.coding.speech.text import Line, Token

FINAL = "final"


def final_frames(line: Line, mentions: Sequence[Ref], people: People) -> list[Frame]:
    """The frames of a sentence with what they attribute (`content`), at most one of each shape."""
    cues, tokens = people.cues, line.tokens
    found = [f for f in (_view(tokens, mentions, people), _that(tokens, mentions, people)) if f is not None]
    if found:
        return found[:1]
    cue = _closing(tokens, cues.find(tokens))
    if cue is None:
        return []
    frame = _speaker_first(tokens, cue, mentions, people) or _speaker_last(tokens, cue, mentions, people)
    return [frame] if frame is not None else []


def _view(tokens: Sequence[Token], mentions: Sequence[Ref], people: People) -> Frame | None:
    """ "Сарапшының айтуынша, ...", "Uning fikricha, ...", "X Y-ga koʻra, ..."."""
    cues = people.cues
    for at in range(1, len(tokens)):
        if tokens[at].quote >= 0 or not cues.has("views", tokens[at].low):
            continue
        end = at + 1
        while end < len(tokens) and cues.has("views", tokens[end].low):
            end += 1
        owner = _owner(tokens, at, mentions, people)
        if owner is None or end >= len(tokens):
            continue
        person, left, sort = owner
        begin = end + (tokens[end].text == ",")
        content = (begin, len(tokens)) if left <= 2 else (0, len(tokens))
        return Frame(left, end, SOURCE, person, sort, tokens[at].low, content=content)
    return None


def _owner(
    tokens: Sequence[Token], view: int, mentions: Sequence[Ref], people: People
) -> tuple[Person, int, str] | None:
    for ref in mentions:
        if ref.end == view and ref.sort != INSTITUTION:
            person = resolve(ref, people)
            return (person, ref.left, ref.sort) if person is not None else None
    low = tokens[view - 1].low
    if low in people.cues.genders and not people.cues.has("pronoun_words", low):
        person = people.pronoun("")
        return (person, view - 1, PRONOUN) if person is not None else None
    return None


def _that(tokens: Sequence[Token], mentions: Sequence[Ref], people: People) -> Frame | None:
    """ "Ekspert qoʻshimcha qildiki, ...": the conjunction is part of the verb."""
    for at, token in enumerate(tokens):
        if token.quote < 0 and people.cues.has("that_suffix", token.low) and at + 2 < len(tokens):
            subject = _first(mentions, people)
            if subject is None:
                return None
            return Frame(
                0, at + 1, FINAL, subject[0], subject[1].sort, token.low, content=(at + 1, len(tokens))
            )
    return None


def _first(mentions: Sequence[Ref], people: People) -> tuple[Person, Ref] | None:
    """The speaker who opens the sentence."""
    for ref in mentions:
        if ref.left <= 1 and ref.sort != INSTITUTION:
            person = resolve(ref, people)
            return (person, ref) if person is not None else None
    return None


def _closing(tokens: Sequence[Token], found: Sequence[Cue]) -> Cue | None:
    """The last expression of saying with nothing behind it but a speaker and his outlet."""
    for cue in reversed(found):
        behind = [t for t in tokens[cue.end :] if t.word and t.quote < 0]
        return cue if len(behind) <= 12 else None
    return None


def _speaker_first(
    tokens: Sequence[Token], cue: Cue, mentions: Sequence[Ref], people: People
) -> Frame | None:
    subject = _first(mentions, people)
    if subject is None or any(t.word for t in tokens[cue.end :]):
        return None
    person, ref = subject
    begin, end = ref.right, cue.start
    while begin < end and (tokens[begin].text == "," or people.cues.has("skip", tokens[begin].low)):
        begin += 1
    while end > begin and people.cues.has("skip", tokens[end - 1].low):
        end -= 1
    begin = _behind_outlet(tokens, begin, end, people.cues)
    if end - begin < 3:
        return None
    return Frame(ref.left, cue.end, FINAL, person, ref.sort, tokens[cue.end - 1].low, content=(begin, end))


def _behind_outlet(tokens: Sequence[Token], begin: int, end: int, cues: Cues) -> int:
    """Where the words begin behind «Азаттық» радиосына берген сұхбатында."""
    for at in range(begin, min(end, begin + 8)):
        if cues.has("outlet_kinds", tokens[at].low):
            told = [i for i in range(at, min(end, at + 5)) if cues.has("interview_words", tokens[i].low)]
            return (told[-1] if told else at) + 1
    return begin


def _speaker_last(tokens: Sequence[Token], cue: Cue, mentions: Sequence[Ref], people: People) -> Frame | None:
    before = tokens[cue.start - 1] if cue.start else None
    if before is None or before.quote >= 0 or before.text not in ",—–":
        return None
    for ref in mentions:
        if cue.end <= ref.left <= cue.end + 3 and ref.sort != INSTITUTION:
            person = resolve(ref, people)
            if person is not None:
                verb = tokens[cue.end - 1].low
                return Frame(cue.start, ref.right, FINAL, person, ref.sort, verb, content=(0, cue.start))
    return None
