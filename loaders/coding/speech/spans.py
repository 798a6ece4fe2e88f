"""Which words of a sentence a frame attributes to its speaker."""

from __future__ import annotations

from collections.abc import Sequence

from loaders.coding.speech.cues import JUDGE, PARTICIPLE, Cues
from loaders.coding.speech.frames import SOURCE, Frame
from loaders.coding.speech.text import Line, Token

DIRECT, INDIRECT, MIXED = "direct", "indirect", "mixed"
_TRIM_LEFT = " \t\r\xa0,.;:—–-)]…"
_TRIM_RIGHT = " \t\r\xa0,.;:—–-([…"
_CLOSERS = {"«": "»", "“": "”", "„": "“”", '"': '"'}
_PAUSE = frozenset(",—–")
_SETTING = 12  # words of "told the podcast Border Radio in an interview" between a verb and the next comma


def attributed(
    line: Line, found: Sequence[Frame], number: int, quoted: bool, cues: Cues
) -> tuple[int, int] | None:
    """Offsets of the words that frame `number` attributes, or None. `quoted`: it has its quotation."""
    frame, tokens = found[number], line.tokens
    if frame.content is not None:
        return at(line, frame.content[0]), at(line, frame.content[1])
    if cues.final:
        return None
    end = stop(line, found, number, cues)
    if frame.that:
        begin = frame.right + 1
        return (tokens[begin].start, end) if begin < len(tokens) else None
    if quoted:
        return None
    first = found[number - 1].right if number and found[number - 1].that else 0
    left = [t for t in tokens[first : frame.left] if t.word]
    ahead = tokens[frame.left - 1].text if frame.left else ""
    closes = ahead in _PAUSE and bool(left)
    close = _setting(tokens, frame, cues)
    close = close if closes or (close < len(tokens) and tokens[close].text == ":") else frame.right
    right = [t for t in tokens[close:] if t.word and t.start < end]
    behind = tokens[close].text if close < len(tokens) else "."
    if behind == ":" and right and not (closes and len(left) > 2):
        return tokens[close].end, end
    if frame.kind == PARTICIPLE:
        return (
            (at(line, frame.right), end)
            if cues.zero_that and right and not closes
            else _said(line, frame, right, end, cues)
        )
    colon = next(
        (i for i in range(frame.left - 1, first, -1) if tokens[i].text == ":" and tokens[i].quote < 0), -1
    )
    begin = colon + 1 if colon > first + 1 and any(t.capital for t in tokens[first:colon]) else first
    if closes and (behind in _PAUSE or behind == ":") and right:
        return at(line, begin), end
    if closes and _closes(frame, left, right, cues):
        return at(line, begin), tokens[frame.left - 1].start
    if frame.kind == SOURCE:
        return _sourced(line, frame, first, right, end)
    return _said(line, frame, right, end, cues)


def _closes(frame: Frame, left: Sequence[Token], right: Sequence[Token], cues: Cues) -> bool:
    """Whether a frame behind a comma closes its sentence: nothing follows it but where and when."""
    if len(left) < 2 or len(right) > 8 or (right and frame.kind == JUDGE):
        return False
    if cues.has("participial_openers", left[0].low) or (len(left) < 3 and left[0].low in cues.genders):
        return False
    return not (right and cues.has("needs_clause", frame.verb) and not cues.has("never_inverted", frame.verb))


def _sourced(
    line: Line, frame: Frame, first: int, right: Sequence[Token], end: int
) -> tuple[int, int] | None:
    if not right:
        return None
    return (at(line, frame.right), end) if frame.left <= 1 else (at(line, first), end)


def _setting(tokens: Sequence[Token], frame: Frame, cues: Cues) -> int:
    """The end of a frame together with where and to whom it was said, when a pause follows."""
    here = frame.right
    while here < len(tokens) and cues.has("skip", tokens[here].low):
        here += 1
    if here > frame.right and here < len(tokens) and tokens[here].text in ",—–:":
        return here
    here = frame.right
    if cues.has("never_inverted", frame.verb):
        return next(
            (i for i in range(here, min(len(tokens), here + _SETTING)) if tokens[i].text == ","), here
        )
    if here >= len(tokens) or not cues.has("settings", tokens[here].low):
        return here
    for index in range(here, min(len(tokens), here + _SETTING)):
        if tokens[index].text in _PAUSE and tokens[index].quote < 0:
            return index
    return here


def _said(line: Line, frame: Frame, right: Sequence[Token], end: int, cues: Cues) -> tuple[int, int] | None:
    """What follows the verb without a conjunction: the object of a judgement, or a clause in English."""
    if len(right) < 2 or frame.left > 12:
        return None
    if frame.kind == JUDGE or cues.has("judge_words", frame.verb):
        return None if cues.has("judge_idle", right[-1].low) else (at(line, frame.right), end)
    if not cues.zero_that or len(right) < 3 or cues.has("needs_clause", frame.verb) or frame.negated:
        return None
    return None if cues.has("prepositions", right[0].low) else (at(line, frame.right), end)


def stop(line: Line, found: Sequence[Frame], number: int, cues: Cues) -> int:
    """Where the words of a frame end: with the sentence, or before the next frame that has its own."""
    tokens = line.tokens
    for later in found[number + 1 :]:
        here = later.left
        joined = here > 0 and cues.has("joins", tokens[here - 1].low)
        if later.that or later.kind == PARTICIPLE or (joined and later.person is found[number].person):
            while here > 0 and (tokens[here - 1].text in ",;—–" or cues.has("joins", tokens[here - 1].low)):
                here -= 1
            return tokens[here - 1].end if here else line.end
    return line.end


def at(line: Line, token: int) -> int:
    """Offset at which a token of the line begins, the line's end for the one behind the last."""
    return line.tokens[token].start if token < len(line.tokens) else line.end


def mode_of(line: Line, start: int, end: int) -> str:
    """Direct where the words are one quotation, mixed where they hold one of two words or more."""
    for quote in line.quotes:
        if quote.start <= start + 1 and end <= quote.right and quote.left <= start:
            return DIRECT
    for quote in line.quotes:
        if start <= quote.left and quote.right <= end + 1:
            words = sum(t.word for t in line.tokens if quote.start <= t.start < quote.end)
            if words > 1:
                return MIXED
    return INDIRECT


def tidy(text: str, start: int, end: int) -> tuple[int, int]:
    """Cut blanks, commas and stops at both ends, and quotation marks that enclose the whole."""
    changed = True
    while changed and start < end:
        changed = False
        while start < end and text[start] in _TRIM_LEFT:
            start, changed = start + 1, True
        while start < end and text[end - 1] in _TRIM_RIGHT:
            end, changed = end - 1, True
        if end - start > 2 and text[start] in _CLOSERS:
            closer = text[end - 1]
            if closer in _CLOSERS[text[start]] and text.find(closer, start + 1, end - 1) < 0:
                start, end, changed = start + 1, end - 1, True
    return start, end
