"""The text as reported speech needs it: quotations first, then sentences that never end inside one.

Every function here runs in time linear in the text: a page of nothing but quotation marks is no trap.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass, field

_WORD = re.compile(r"\d+(?::\d+)+|[^\W_]+(?:[-'’ʻʼ‘`.][^\W_]+)*[ʻʼ‘]?|[^\w\s]|_")
_PARAGRAPH = re.compile(r"[^\n]+")
_CLOSERS = {"‘": "’", "«": "»", "“": "”", "„": "“”", '"': '"'}
_MARK = re.compile(r'[«»“”„"‘’]')
_STOP = re.compile(r"[.!?…]+")
_CLOSING = '"”»“)]'
_SHORT = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "dr",
        "prof",
        "st",
        "sen",
        "gov",
        "gen",
        "col",
        "lt",
        "rep",
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sep",
        "sept",
        "oct",
        "nov",
        "dec",
        "no",
        "vs",
        "inc",
        "ltd",
        "u.s",
        "u.k",
        "u.n",
        "e.g",
        "i.e",
        "a.m",
        "p.m",
        "г",
        "гг",
        "им",
        "т",
        "д",
        "п",
        "ул",
        "стр",
        "тыс",
        "млн",
        "млрд",
        "руб",
        "долл",
        "см",
        "напр",
        "др",
        "проф",
        "акад",
    ]
)
_SAME = str.maketrans({"ё": "е", "’": "'", "ʻ": "'", "ʼ": "'", "‘": "'", "`": "'"})
_DASHES = "—–-"
_DASH_BREAK = re.compile(r"[,.?!…]\s[—–]\s|\s[—–]\s(?=[а-яёa-z])")


def plain(text: str) -> str:
    """Lower case with one spelling of ё and of the apostrophes, for comparing words."""
    return text.lower().translate(_SAME)


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation: `start`..`end` is what stands between the marks, `left`..`right` includes them."""

    left: int
    start: int
    end: int
    right: int
    spoken: bool = False  # set off by a dialogue dash: certainly speech


@dataclass(frozen=True, slots=True)
class Token:
    """A word or one mark of punctuation; `quote` is the index of the quotation around it, or -1."""

    start: int
    end: int
    text: str
    low: str
    quote: int = -1

    @property
    def word(self) -> bool:
        return self.text[0].isalnum()

    @property
    def capital(self) -> bool:
        return self.text[0].isupper()


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence with the quotations that stand in it. Offsets count in the whole text."""

    start: int
    end: int
    paragraph: int
    tokens: tuple[Token, ...]
    quotes: tuple[Quote, ...] = field(default=())


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of every line of text that holds more than blanks."""
    for match in _PARAGRAPH.finditer(text):
        if not match.group().isspace():
            yield match.start(), match.end()


def quotes(text: str, start: int, end: int) -> list[Quote]:
    """Quotations of one paragraph, outermost only. One that never closes ends with its paragraph."""
    found: list[Quote] = []
    opened, opener, depth = -1, "", 0
    for match in _MARK.finditer(text, start, end):
        at, char = match.start(), match.group()
        if opened < 0:
            if char in _CLOSERS and _opens(text, at, start):
                opened, opener, depth = at, char, 1
            continue
        if (
            char == "’"
            and text[at - 1] not in ",.?!…"
            and (text[at - 1] == "s" or text[at + 1 : at + 2].isalnum())
        ):
            continue  # an apostrophe
        if char == opener and opener != '"':
            depth += 1
        elif char in _CLOSERS[opener]:
            depth -= 1
            if depth <= 0:
                found.append(Quote(opened, opened + 1, at, at + 1))
                opened = -1
    if opened >= 0:
        found.append(Quote(opened, opened + 1, end, end))
    return [quote for quote in found if quote.end > quote.start]


def _opens(text: str, at: int, start: int) -> bool:
    """A straight or high mark opens after a blank, a bracket or a dash; the other kinds say it themselves."""
    if text[at] in "«„":
        return True
    return at == start or not text[at - 1].isalnum()


def dialogue(text: str, start: int, end: int) -> list[Quote]:
    """The spoken parts of a paragraph that opens with a dash: «— Слова, — сказал он. — Ещё слова»."""
    first = start
    while first < end and text[first] in _DASHES + " \xa0":
        first += 1
    if first == start or text[start] not in "—–" or not text[start + 1 : start + 2].isspace():
        return []
    found: list[Quote] = []
    speaking, begin = True, first
    for match in _DASH_BREAK.finditer(text, first, end):
        if speaking:
            stop = match.start() + (1 if text[match.start()] in "?!…" else 0)
            if not text[match.end() : match.end() + 1].islower():
                continue
            found.append(Quote(begin, begin, stop, stop, spoken=True))
            speaking = False
        else:
            speaking, begin = True, match.end()
    if speaking and found:
        found.append(Quote(begin, begin, end, end, spoken=True))
    return found


def interrupted(text: str, quote: Quote, verbs: Container[str]) -> list[Quote]:
    """A quotation that holds its own frame, «Слова, — сказал он. — Ещё слова», as the spoken pieces of it."""
    pieces: list[Quote] = []
    begin, left, speaking = quote.start, quote.left, True
    for match in _DASH_BREAK.finditer(text, quote.start, quote.end):
        if speaking:
            following = _WORD.match(text, match.end())
            if following is None or plain(following.group()) not in verbs:
                continue
            stop = match.start() + (1 if text[match.start()] in "?!…" else 0)
            pieces.append(Quote(left, begin, stop, stop, spoken=True))
            speaking = False
        else:
            begin = left = match.end()
            speaking = True
    if not pieces:
        return [quote]
    if speaking and begin < quote.end:
        pieces.append(Quote(left, begin, quote.end, quote.right, spoken=True))
    return pieces


def lines(text: str, verbs: Container[str] = ()) -> list[Line]:
    """Every sentence of the text, in order. `verbs` may open a frame inside a quotation."""
    found: list[Line] = []
    for number, (start, end) in enumerate(paragraphs(text)):
        marks = dialogue(text, start, end)
        if not marks:
            marks = [p for q in quotes(text, start, end) for p in interrupted(text, q, verbs)]
        first = 0
        for left, right in _sentences(text, start, end, marks):
            while first < len(marks) and marks[first].left < left:
                first += 1
            last = first
            while last < len(marks) and marks[last].right <= right:
                last += 1
            inside = tuple(marks[first:last])
            found.append(Line(left, right, number, _tokens(text, left, right, inside), inside))
            first = last
    return found


def _tokens(text: str, start: int, end: int, marks: tuple[Quote, ...]) -> tuple[Token, ...]:
    found: list[Token] = []
    current = 0
    for match in _WORD.finditer(text, start, end):
        while current < len(marks) and marks[current].right <= match.start():
            current += 1
        inside = current < len(marks) and marks[current].left <= match.start()
        word = match.group()
        found.append(Token(match.start(), match.end(), word, plain(word), current if inside else -1))
    return tuple(found)


def _sentences(text: str, start: int, end: int, marks: list[Quote]) -> Iterator[tuple[int, int]]:
    begin, current = start, 0
    for match in _STOP.finditer(text, start, end):
        stop = match.end()
        while current < len(marks) and marks[current].right < stop:
            current += 1
        if current < len(marks) and marks[current].left < stop <= marks[current].end:
            if marks[current].end - stop > 0:
                continue  # inside a quotation, and not its last mark
            stop = marks[current].right
        while stop < end and text[stop] in _CLOSING:
            stop += 1
        if _ends(text, match, stop, end):
            yield begin, stop
            begin = stop
            while begin < end and text[begin].isspace():
                begin += 1
    if begin < end:
        yield begin, end


def _ends(text: str, match: re.Match[str], stop: int, end: int) -> bool:
    """Whether a sentence ends here: not after an initial or a short form, nor before a small letter."""
    after = stop
    while after < end and text[after].isspace():
        after += 1
    if after == stop and after < end:
        return False
    if after < end and (text[after].islower() or text[after] in ",;:)"):
        return False
    if after < end and text[after] in "—–" and text[stop - 1 : stop] in '»”"?!…':
        return False
    if match.group() != ".":
        return True
    before = match.start()
    first = before
    while first > 0 and before - first < 12 and (text[first - 1].isalnum() or text[first - 1] == "."):
        first -= 1
    word = text[first:before]
    return not (len(word) == 1 and word.isupper()) and word.lower() not in _SHORT
