"""From frames to remarks: who said which words of an article, sentence by sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from loaders.coding.speech import frames as fr
from loaders.coding.speech.cues import JUDGE, Cues
from loaders.coding.speech.frames import Frame
from loaders.coding.speech.nominal import bare_frame, noun_frame
from loaders.coding.speech.refs import refs
from loaders.coding.speech.spans import DIRECT, at, attributed, mode_of, tidy
from loaders.coding.speech.speakers import (
    INSTITUTION,
    NAME,
    PRONOUN,
    STAND_IN,
    SURNAME,
    People,
    Person,
    Ref,
)
from loaders.coding.speech.text import Line, Token
from loaders.coding.speech.turkic import final_frames

_SHORTEST = 8  # characters of indirect speech; less is a remnant


@dataclass(frozen=True, slots=True)
class Remark:
    """Words attributed to a person: `start`..`end` in the text. `verb` is the first word of the cue.

    `left`..`right` are the offsets of the frame, `kind` the class of its cue and `sort` that of its subject.
    """

    person: Person
    start: int
    end: int
    mode: str
    kind: str
    sort: str
    verb: str
    left: int
    right: int


class Reader:
    """Reads one article sentence by sentence and remembers who spoke last."""

    def __init__(self, text: str, cues: Cues, foreign: frozenset[int], known: frozenset[int]) -> None:
        self.text, self.cues = text, cues
        self.people = People(cues)
        self.foreign, self.known = foreign, known
        self.speaker: Person | None = None  # of the sentence before
        self.subject: Person | None = None  # whom the sentence is about
        self.paragraph = -1
        self.colon = False  # the sentence before announces a quotation
        self.open = False  # a quotation goes on in the next paragraph

    def read(self, line: Line) -> list[Remark]:
        """The remarks of the next sentence."""
        mentions = refs(line, self.text, self.people, self.foreign, self.known)
        subject = self._subject(mentions, line.tokens)
        if subject is not None and not self._backward(line.tokens, mentions, subject):
            self.people.touch(subject)
        found = fr.find(line, mentions, self.people)
        noun = noun_frame(line.tokens, mentions, self.people)
        if noun is not None:
            found = [noun, *(f for f in found if f.right <= noun.left or f.left >= noun.right)]
        if self.cues.final:
            placed = final_frames(line, mentions, self.people)
            found = sorted(
                [*placed, *(f for f in found if not placed or f.left > placed[0].right)], key=lambda f: f.left
            )
        remarks = list(self._direct(line, mentions, found))
        quoted = {(r.left, r.right) for r in remarks}
        for number, frame in enumerate(found):
            own = (at(line, frame.left), at(line, frame.right)) in quoted
            own = own and not self._clause_before_quote(line, frame, remarks)
            remark = self._clause(line, found, number, own)
            remark = self._beside(remark, remarks) if remark is not None else None
            if remark is not None:
                remarks.append(remark)
        if not remarks:
            remarks = [r for r in (self._colon(line, mentions), self._running(line)) if r is not None][:1]
        self._after(line, mentions, remarks, subject)
        return sorted(remarks, key=lambda r: r.start)

    def _subject(self, mentions: Sequence[Ref], tokens: Sequence[Token]) -> Person | None:
        """Whom the sentence is about: an expert introduced in it, else the name that opens it."""
        for ref in mentions:
            if (
                ref.sort == NAME
                and ref.person is not None
                and ref.person.kind == "expert"
                and ref.person.role
            ):
                return ref.person
        for ref in mentions:
            if ref.sort in {NAME, SURNAME} and ref.left < 16:
                before = tokens[ref.left - 1].low if ref.left else ""
                if not self.cues.has("prepositions", before) and not tokens[ref.end - 1].low.endswith(
                    ("'s", "’s")
                ):
                    return ref.person
        return None

    def _backward(self, tokens: Sequence[Token], mentions: Sequence[Ref], subject: Person) -> bool:
        """Whether "in his view" stands before whom a sentence is about: it means somebody earlier."""
        first = next((ref.left for ref in mentions if ref.person is subject), 0)
        return any(t.low in self.cues.genders or t.low in self.cues.objects for t in tokens[:first]) or any(
            ref.sort in {PRONOUN, STAND_IN} and ref.start < first for ref in mentions
        )

    def _after(
        self, line: Line, mentions: Sequence[Ref], remarks: Sequence[Remark], subject: Person | None
    ) -> None:
        for remark in remarks:
            remark.person.spoken = True
            remark.person.known = remark.person.known or remark.kind != fr.SOURCE
            if remark.sort != INSTITUTION:
                self.people.touch(remark.person)
        self.speaker = remarks[-1].person if remarks else subject
        self.subject = subject
        if subject is not None and not remarks:
            self.people.touch(subject)
        self.people.institution = next(
            (r.person for r in mentions if r.sort == INSTITUTION), self.people.institution
        )
        self.paragraph = line.paragraph
        last = line.quotes[-1] if line.quotes else None
        self.open = last is not None and last.right == last.end and not last.spoken
        self.colon = self.text[line.start : line.end].rstrip().endswith(":")

    def _direct(self, line: Line, mentions: Sequence[Ref], found: list[Frame]) -> Iterator[Remark]:
        previous: Frame | None = None
        for number, quote in enumerate(line.quotes):
            frame = self._frame_of(line, mentions, found, number, previous)
            if frame is None:
                continue
            start, end = tidy(self.text, quote.start, quote.end)
            if start < end:
                previous = frame
                left, right = at(line, frame.left), at(line, frame.right)
                yield Remark(
                    frame.person, start, end, DIRECT, frame.kind, frame.sort, frame.verb, left, right
                )

    def _frame_of(
        self, line: Line, mentions: Sequence[Ref], found: list[Frame], number: int, previous: Frame | None
    ) -> Frame | None:
        """The frame that a quotation belongs to: behind it, before it, or the one of the piece before."""
        tokens, quote = line.tokens, line.quotes[number]
        before, after = _around(line, number)
        pause = after
        while pause < len(tokens) and (
            tokens[pause].text in "—–,-" or self.cues.has("quote_words", tokens[pause].low)
        ):
            pause += 1
        set_off = pause > after or self.text[quote.end - 1] in ",?!…" or quote.spoken
        opens = before < 0 or tokens[before].text in ",:;—–." or quote.spoken
        words = sum(t.word for t in tokens if t.start >= quote.start and t.end <= quote.end)
        if set_off and (opens or words > 3) and pause < len(tokens):
            for frame in found:
                if (pause <= frame.left <= pause + 1 and frame.kind != fr.SOURCE) or frame.left == pause:
                    return frame
            dashed = quote.spoken or any(t.text in "—–" for t in tokens[after:pause]) or not self.cues.stems
            if opens and words > 1 and tokens[pause].quote < 0 and dashed:
                bare = bare_frame(tokens, pause, mentions, self.people)
                if bare is not None and not any(
                    f.left < bare.right and bare.left < f.right and f.that for f in found
                ):
                    return bare
        if before < 0:
            return None
        return self._frame_before(line, found, before, words, self.text[quote.start].islower(), previous)

    def _frame_before(
        self, line: Line, found: Sequence[Frame], before: int, words: int, small: bool, previous: Frame | None
    ) -> Frame | None:
        tokens, mark = line.tokens, line.tokens[before].text
        for frame in reversed(found):
            if frame.right > before + 1:
                continue
            gap = tokens[frame.right : before + 1]
            if previous is frame and gap and all(t.text in ",.:;—–" for t in gap):
                return frame
            if small and frame.left > 1 and tokens[frame.left - 1].text == "," and mark == ",":
                return None  # "so Bishkek, he says, «sold it»": one remark with a quotation in it
            if (
                mark == ":"
                and len(gap) <= 60
                and frame.kind != JUDGE
                and not any(t.text in ";:" for t in gap[:-1])
            ):
                return frame
            if mark == "," and words > 3 and len(gap) <= 10 and frame.kind != JUDGE and not frame.that:
                return frame
            if not gap and words > 3 and self.cues.zero_that and frame.kind not in {JUDGE, fr.SOURCE}:
                return frame
            break
        return previous if mark in ".,—–" else None

    def _clause(self, line: Line, found: Sequence[Frame], number: int, quoted: bool) -> Remark | None:
        frame = found[number]
        span = attributed(line, found, number, quoted, self.cues)
        if span is None:
            return None
        start, end = tidy(self.text, *span)
        if end - start < _SHORTEST:
            return None
        left, right = at(line, frame.left), at(line, frame.right)
        mode = mode_of(line, start, end)
        return Remark(frame.person, start, end, mode, frame.kind, frame.sort, frame.verb, left, right)

    def _clause_before_quote(self, line: Line, frame: Frame, remarks: Sequence[Remark]) -> bool:
        """Whether a clause stands between a frame and its quotation: "in his view they quarrel: «...»"."""
        begin = at(line, frame.right)
        for remark in remarks:
            between = self.text[begin : max(begin, remark.start - 1)].strip(" ,")
            if remark.mode == DIRECT and between.endswith(":") and len(between.split()) > 3:
                return True
        return False

    def _beside(self, remark: Remark, others: Sequence[Remark]) -> Remark | None:
        """The remark without the quotation that closes it; None where it says the same as another."""
        for other in others:
            if not (other.start < remark.end and remark.start < other.end):
                continue
            before = self.text[remark.start : max(remark.start, other.start - 1)].rstrip()
            if other.mode == DIRECT and before.endswith(":") and len(before) > _SHORTEST:
                start, end = tidy(self.text, remark.start, remark.start + len(before))
                remark = replace(remark, start=start, end=end, mode="indirect")
            elif other.mode == DIRECT or other.start == remark.start or other.person is remark.person:
                return None
        return remark

    def _colon(self, line: Line, mentions: Sequence[Ref]) -> Remark | None:
        """ "Fuad Huseynli sees it otherwise: the parties were tired": a speaker, a colon, his words."""
        tokens = line.tokens
        colon = next((i for i, t in enumerate(tokens) if t.text == ":" and t.quote < 0), -1)
        if colon < 2 or colon + 3 > len(tokens):
            return None
        for ref in mentions:
            if ref.end > colon or ref.sort not in {NAME, SURNAME, STAND_IN}:
                continue
            person = fr.resolve(ref, self.people)
            headed = ref.left == 0 and colon == max(ref.right, ref.end)  # "Erlan Karin: ..."
            if (
                person is not None
                and person.kind == "expert"
                and (person.role or headed or ref.sort == STAND_IN)
            ):
                start, end = tidy(self.text, tokens[colon].end, line.end)
                mode = mode_of(line, start, end)
                return Remark(
                    person, start, end, mode, "colon", ref.sort, ":", line.start, tokens[colon].start
                )
        return None

    def _running(self, line: Line) -> Remark | None:
        """A sentence that is one quotation, and no frame: the speaker of the sentence before goes on."""
        if (
            self.speaker is None
            or not line.quotes
            or (line.paragraph != self.paragraph and not self.colon and not self.open)
        ):
            return None
        quote = max(line.quotes, key=lambda q: q.end - q.start)
        words = [t for t in line.tokens if t.word]
        inside = sum(quote.left <= t.start < quote.right for t in words)
        if inside < max(2 if quote.spoken else 3, 0.8 * len(words)):
            return None
        start, end = tidy(self.text, quote.start, quote.end)
        return Remark(self.speaker, start, end, DIRECT, "running", PRONOUN, "", line.start, line.end)


def _around(line: Line, number: int) -> tuple[int, int]:
    """The last token before a quotation and the first one behind it (indices, -1 and len at the ends)."""
    quote = line.quotes[number]
    before, after = -1, len(line.tokens)
    for index, token in enumerate(line.tokens):
        if token.end <= quote.left:
            before = index
        elif token.start >= quote.right:
            after = index
            break
    return before, after
