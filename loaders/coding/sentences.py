"""Text into sentences: paragraph-aware, with abbreviations, initials and quotation marks of seven languages.

One pass over the sentence marks; no pattern backtracks. Offsets are offsets into the text given.
"""

from __future__ import annotations

import re

from loaders.coding.syntax import Sentence

_BREAK = re.compile(r"\n[ \t]*\n|\n")
_MARK = re.compile(r"[.!?…]{1,6}[\"'”’»“)\]]{0,3}(?=\s|$)")
_LAST_WORD = re.compile(r"[\w.'’-]{1,25}$")
LONGEST_PROSE = 3_000  # characters; what goes on longer without a full stop is a list or a table
DATELINE = 20  # letters
_OPENERS = "\"'“‘«„([—–-"


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


# Words that carry a full stop and are followed by more of the same sentence.
ABBREVIATIONS = _set(
    """mr mrs ms dr prof gen col lt maj sgt capt adm sen rep gov amb st vs etc no nos vol pp approx
    u.s u.n u.k u.a.e e.u d.c a.m p.m i.e e.g ph.d jan feb mar apr jun jul aug sep sept oct nov dec
    г гг в вв им ул пр д стр т тыс млн млрд руб долл проф акад др см напр т.е т.к т.н т.д т.п и.о обл
    р-н просп пос гор респ зам ж жж б мыс ш дол сўм so'm akad ва"""
)
# Abbreviations after which a capital letter very likely opens a new sentence.
MAY_END = _set("etc a.m p.m г гг в вв т.д т.п др млн млрд тыс руб долл u.s u.n u.k u.a.e e.u d.c д т ж жж")
# They stand before an office ("U.S. Secretary of State"): only these words open a new sentence after them.
ATTRIBUTES = _set("u.s u.n u.k u.a.e e.u")
STARTERS = _set(
    "The A An It Its He His She Her They Their This That These In On At For From But And Both However Since "
    "After Before During Last Earlier Later Two Three Four Five No Under With While When By Then There"
)
TITLES = _set("mr mrs ms dr prof gen col lt maj sgt capt adm sen rep gov amb st им ул проф акад")


def _ends_here(text: str, start: int, mark: re.Match[str]) -> bool:
    """Whether the mark closes the sentence that began at `start`."""
    after = text[mark.end() : mark.end() + 40].lstrip()
    if not after:
        return True
    follows = after.lstrip(_OPENERS).lstrip()[:1]
    if follows.islower():
        return False
    if mark.group()[0] in "!?…" or len(mark.group()) > 1:
        return True
    word = _LAST_WORD.search(text, max(start, mark.start() - 25), mark.start())
    last = word.group().casefold() if word else ""
    opening = text[start : mark.start()].strip()
    if len(opening) < DATELINE and opening.isupper() and opening.isalpha():
        return False  # a dateline: "BISHKEK. The parliament ..."
    if last in TITLES:
        return False
    if last in ATTRIBUTES:
        return after.lstrip(_OPENERS).split(maxsplit=1)[0] in STARTERS
    if last in ABBREVIATIONS:
        return last in MAY_END and (follows.isupper() or after[:1] in _OPENERS)
    if word is not None and last[-1].isalpha() and (len(last) == 1 or last[-2] in ".-"):
        return not word.group()[-1].isupper()  # an initial: "K.-J. Tokayev"
    return not (last.isdigit() and follows.isdigit())


def _paragraphs(text: str) -> list[tuple[int, int]]:
    found, start = [], 0
    for gap in _BREAK.finditer(text):
        found.append((start, gap.start()))
        start = gap.end()
    found.append((start, len(text)))
    return [(a, b) for a, b in found if text[a:b].strip()]


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def split(text: str) -> list[Sentence]:
    """Sentences in order. A line break ends a paragraph and with it the sentence."""
    found: list[Sentence] = []
    for number, (begin, close) in enumerate(_paragraphs(text)):
        start = begin
        cuts = []
        for mark in _MARK.finditer(text, begin, close):
            if _ends_here(text[:close], start, mark):
                cuts.append(mark.end())
                start = mark.end()
        start = begin
        for cut in [*cuts, close]:
            a, b = _trim(text, start, cut)
            if a < b:
                found.append(Sentence(len(found), number, a, b, text[a:b]))
            start = cut
    return found


def prose(text: str) -> list[Sentence]:
    """The sentences that are short enough to be some: no list or table that runs on for pages."""
    return [sentence for sentence in split(text) if len(sentence.text) <= LONGEST_PROSE]
