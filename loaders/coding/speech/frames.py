"""Frames of reported speech in one sentence: who speaks, by which words, and where the frame stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from loaders.coding.speech import roles
from loaders.coding.speech.cues import JUDGE, PARTICIPLE, Cue, Cues
from loaders.coding.speech.speakers import INSTITUTION, NAME, PRONOUN, STAND_IN, SURNAME, People, Person, Ref
from loaders.coding.speech.text import Line, Token

SOURCE = "source"
_EDGE = frozenset(",:;—–.?!…")
_PAUSE = frozenset(",—–")


@dataclass(frozen=True, slots=True)
class Frame:
    """`left`..`right` are its tokens; `kind` is the class of the cue, `sort` that of the subject."""

    left: int
    right: int
    kind: str
    person: Person
    sort: str
    verb: str
    that: bool = False
    negated: bool = False
    content: tuple[int, int] | None = None  # tokens attributed, where the shape of the frame settles it


def resolve(ref: Ref, people: People) -> Person | None:
    """The person whom a mention means."""
    if ref.person is not None:
        return ref.person
    if ref.sort == PRONOUN:
        return people.pronoun(ref.gender)
    if ref.sort == STAND_IN:
        return people.stand_in(ref.noun)
    return None


def find(line: Line, mentions: Sequence[Ref], people: People) -> list[Frame]:
    """The frames of a sentence in order, not overlapping."""
    cues, tokens = people.cues, line.tokens
    found: list[Frame] = source_frames(tokens, mentions, people)
    covered = {i for frame in found for i in range(frame.left, frame.right)}
    for cue in cues.find(tokens):
        if cue.start in covered or _inside_role(cue, mentions):
            continue
        frame = _verb_frame(tokens, cue, mentions, people, found)
        if frame is not None:
            found.append(frame)
            covered.update(range(frame.left, frame.right))
    found.sort(key=lambda f: f.left)
    return found


def _inside_role(cue: Cue, mentions: Sequence[Ref]) -> bool:
    return any(ref.left <= cue.start < ref.start or ref.end <= cue.start < ref.right for ref in mentions)


def source_frames(tokens: Sequence[Token], mentions: Sequence[Ref], people: People) -> list[Frame]:
    """ "According to X", "in her view", "по словам X"."""
    cues = people.cues
    found: list[Frame] = []
    for at, token in enumerate(tokens):
        if token.quote >= 0:
            continue
        frame = _preposition(tokens, at, mentions, people) or _possessive(tokens, at, mentions, people)
        if frame is not None and (not found or frame.left >= found[-1].right):
            found.append(frame)
    return found if cues.source else []


def _preposition(tokens: Sequence[Token], at: int, mentions: Sequence[Ref], people: People) -> Frame | None:
    for before, after in people.cues.source.get(tokens[at].low, ()):
        begin = at + len(before)
        if tuple(t.low for t in tokens[at:begin]) != before:
            continue
        weak = len(before) == 1
        for ref in mentions:
            person = (
                resolve(ref, people) if begin <= ref.left <= begin + 1 and ref.sort != INSTITUTION else None
            )
            if person is None:
                continue
            end = max(ref.right, ref.end)
            closed = end < len(tokens) and tokens[end].text in ",:"
            closed = closed or (bool(people.cues.stems) and ref.left < ref.start)
            if weak and (at or not closed or person.kind != "expert" or ref.sort == PRONOUN):
                continue
            if tuple(t.low for t in tokens[end : end + len(after)]) == after:
                return Frame(at, end + len(after), SOURCE, person, ref.sort, " ".join(before))
        person = _declined(tokens, begin, people) if not weak else None
        if person is not None:
            return Frame(at, begin + 1, SOURCE, person, STAND_IN, " ".join(before))
    return None


def _declined(tokens: Sequence[Token], at: int, people: People) -> Person | None:
    """ "According to him", «по словам эксперта»: a pronoun or a bare noun in an oblique case."""
    if at >= len(tokens) or tokens[at].capital:
        return None
    low = tokens[at].low
    if low in people.cues.objects:
        return people.pronoun(people.cues.objects[low])
    if not people.cues.stems:
        return None
    plural = low.endswith(("ов", "ев", "ей", "ых", "их"))
    if (
        not plural
        and roles.is_role(low, people.cues)
        and (at + 1 == len(tokens) or tokens[at + 1].text in _EDGE)
    ):
        return people.stand_in(low[:-1])
    return None


def _possessive(tokens: Sequence[Token], at: int, mentions: Sequence[Ref], people: People) -> Frame | None:
    """ "In his opinion", "in Bekova's view", «по его словам», «на его взгляд»."""
    cues = people.cues
    if not cues.has("view_starts", tokens[at].low) or at + 2 >= len(tokens):
        return None
    for view in range(at + 2, min(at + 5, len(tokens))):
        if cues.has("views", tokens[view].low):
            break
    else:
        return None
    owner = tokens[at + 1]
    person: Person | None = None
    sort = PRONOUN
    if owner.low in cues.genders and not cues.has("pronoun_words", owner.low):
        person = people.pronoun(cues.genders[owner.low])
    else:
        for ref in mentions:
            if (
                ref.start <= view - 1 < ref.end
                or ref.start == at + 1
                or (ref.left == at + 1 and ref.end == view)
            ):
                person, sort = resolve(ref, people), ref.sort
                break
    if person is None:
        return None
    return Frame(at, view + 1, SOURCE, person, sort, tokens[view].low)


def _verb_frame(
    tokens: Sequence[Token], cue: Cue, mentions: Sequence[Ref], people: People, earlier: Sequence[Frame]
) -> Frame | None:
    cues = people.cues
    if cue.kind == PARTICIPLE:
        person = earlier[-1].person if earlier else _sentence_subject(mentions, people, cue.start)
        if person is None or cue.start == 0:
            return None
        that = cue.end < len(tokens) and cues.has("that", tokens[cue.end].low)
        return Frame(cue.start, cue.end, PARTICIPLE, person, "name", tokens[cue.start].low, that)
    left, right = cue.start, cue.end
    inverted = left > 0 and (tokens[left - 1].text in _EDGE or tokens[left - 1].quote >= 0)
    inverted = inverted and not cues.has("never_inverted", tokens[left].low)
    subject = (
        _subject_after(tokens, cue, mentions, people)
        if inverted or cues.has("as", tokens[left - 1].low)
        else None
    )
    before = None if subject is not None else _subject_before(tokens, cue.start, mentions, people)
    if before is not None:
        subject, left = before, min(before.left, cue.start)
        if any(left < f.right and f.left < cue.start for f in earlier):
            left = cue.start  # the subject stands in the frame of another verb before
    else:
        subject = subject or _subject_after(tokens, cue, mentions, people)
        right = max(right, subject.right) if subject is not None else right
    person = resolve(subject, people) if subject is not None else None
    if subject is None or person is None:
        return None
    if subject.sort in {NAME, SURNAME}:
        people.settle(person, " ".join(t.text for t in tokens[subject.start : subject.end]))
    if left > 0 and cues.has("as", tokens[left - 1].low):
        return (
            Frame(left - 1, right, SOURCE, person, subject.sort, "as")
            if cue.kind != JUDGE or left == 1
            else None
        )
    right, that = _complement(tokens, right, cue, cues)
    negated = any(cues.has("negations", t.low) for t in tokens[max(left, cue.start - 3) : cue.start])
    return Frame(left, right, cue.kind, person, subject.sort, tokens[cue.start].low, that, negated)


def _complement(tokens: Sequence[Token], right: int, cue: Cue, cues: Cues) -> tuple[int, bool]:
    """The end of the frame with addressee and setting, and whether a conjunction follows it."""
    limit = min(len(tokens), right + (1 if cue.kind == JUDGE else 16))
    at = right
    if tokens[at : at + 1] and tokens[at].text == "," and cue.kind != JUDGE:
        for close in range(at + 2, min(at + 7, len(tokens) - 1)):  # "conceded, when pressed, that"
            if tokens[close].text == "," and cues.has("that", tokens[close + 1].low) and cues.zero_that:
                return close + 1, True
    while at < limit:
        token = tokens[at]
        if cues.has("that", token.low):
            return at, True
        if token.text == "," and at + 1 < len(tokens) and cues.has("that", tokens[at + 1].low):
            return at + 1, True
        if token.text in _EDGE or (token.quote >= 0 and token.text in '«“"„'):
            break
        at += 1
    return right, False


def _sentence_subject(mentions: Sequence[Ref], people: People, before: int) -> Person | None:
    for ref in mentions:
        if ref.end <= before and ref.sort != INSTITUTION:
            person = resolve(ref, people)
            if person is not None:
                return person
    return None


def _subject_before(
    tokens: Sequence[Token], verb: int, mentions: Sequence[Ref], people: People
) -> Ref | None:
    cues = people.cues
    at = verb
    while at > 0 and cues.has("skip", tokens[at - 1].low):
        at -= 1
    if at > 1 and tokens[at - 1].text == "," and cues.has("skip", tokens[at - 2].low):
        at -= 2  # ", however,"
        at -= at > 0 and tokens[at - 1].text == ","
    relative = at > 1 and cues.has("relatives", tokens[at - 1].low)
    for ref in reversed(mentions):
        if ref.end > at or (ref.left and cues.has("prepositions", tokens[ref.left - 1].low) and not relative):
            continue
        literal = tokens[ref.end - 1].text
        if literal.endswith(("'s", "’s")) or (ref.person is not None and people.oblique(ref.person, literal)):
            continue  # "Sadykov's lawyer", «адвокат Садыкова»
        if relative and at - 2 <= ref.right <= at - 1:
            return ref
        if ref.sort == INSTITUTION and ref.end != at:
            continue
        if ref.end == at or ref.right == at or (ref.right == at - 1 and tokens[at - 1].text in ",—–"):
            return ref
        gap = tokens[max(ref.end, ref.right - 1) if ref.right > ref.end else ref.end : at]
        gap = gap[1:] if len(gap) > 1 and gap[0].text != "," and gap[1].text == "," else gap
        if gap[0].text == "," and gap[-1].text == "," and len(gap) < 26 and _first_subject(ref, tokens):
            return ref
        if not any(t.text in _EDGE for t in gap) and len(gap) <= 8 and cues.has("links", gap[0].low):
            return ref
    if at > 0 and any(cues.has("joins", t.low) for t in tokens[at - 1 : verb]):
        for ref in mentions:
            if ref.end <= at and _first_subject(ref, tokens):
                return ref
    return None


def _first_subject(ref: Ref, tokens: Sequence[Token]) -> bool:
    """Whether a mention opens its sentence, or a clause after a pause."""
    return ref.left == 0 or tokens[ref.left - 1].text in ",;:—–" or tokens[ref.left - 1].quote >= 0


def _subject_after(tokens: Sequence[Token], cue: Cue, mentions: Sequence[Ref], people: People) -> Ref | None:
    """The inverted frame: "..., argues Dubanaev", «— горько замечает он», at the edge of a clause only."""
    cues = people.cues
    before = cue.start
    while before > 0 and cues.has("skip", tokens[before - 1].low):
        before -= 1
    if before > 0:
        previous = tokens[before - 1]
        edge = previous.text in _EDGE or previous.quote >= 0
        edge = edge or cues.has("joins", previous.low) or cues.has("as", previous.low)
        if not edge:
            return None
    at = cue.end
    while at < len(tokens) and cues.has("skip", tokens[at].low):
        at += 1
    reach = 10 if before and cues.has("as", tokens[before - 1].low) else 3
    for ref in mentions:
        if ref.left <= at <= ref.start and ref.sort != INSTITUTION:
            return ref
        if (
            at < ref.start <= at + reach
            and ref.sort != PRONOUN
            and not any(t.text in _EDGE or t.low in cues.verbs for t in tokens[at : ref.start])
        ):
            return ref
    return None
