"""Where something was said, when the text names it: "told Radio Jetisu", «в беседе с изданием „Диалог“»."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from loaders.coding.speech.cues import Cues
from loaders.coding.speech.inflection import morph
from loaders.coding.speech.remarks import Remark
from loaders.coding.speech.spans import DIRECT
from loaders.coding.speech.speakers import Person
from loaders.coding.speech.text import Line, Token, plain

_REACH = 7  # words between "in an interview with" and the name: "the Berlin-based site"
NOWHERE = (-1, -1)
_NAME_WORDS = 6  # a longer quotation is no outlet's name


def outlet_of(text: str, line: Line, remark: Remark, source: str, cues: Cues) -> str:
    """The outlet of a remark: named in its sentence, or before by the same speaker, or `source`."""
    quoted = (remark.start, remark.end) if remark.mode == DIRECT else NOWHERE
    note_outlet(text, line, remark.person, quoted, source, cues)
    return remark.person.outlet or source


def note_outlet(
    text: str, line: Line, person: Person, said: tuple[int, int], source: str, cues: Cues
) -> None:
    """Remember the outlet that a sentence names, outside the words `said`, as the person's from now on."""
    named = _named(text, line, said, cues)
    if named and plain(named.split()[-1]) != plain(person.name.split()[-1]):
        person.outlet = source if _same(named, source) else named


def _named(text: str, line: Line, said: tuple[int, int], cues: Cues) -> str:
    tokens = line.tokens
    for at in range(len(tokens)):
        if tokens[at].quote >= 0 and said[0] <= tokens[at].start < said[1]:
            continue
        for frame in cues.outlet_frames.get(tokens[at].low, ()):
            end = at + len(frame)
            if tuple(t.low for t in tokens[at:end]) == frame:
                name = _name_after(text, line, tokens, end, said, cues)
                if name:
                    return name
                break
    return _beside_kind(text, line, said, cues)


def _beside_kind(text: str, line: Line, said: tuple[int, int], cues: Cues) -> str:
    """A quoted name next to the word for its kind, on either side: газете «Регистан», «Алаш» арнасына."""
    for quote in line.quotes:
        name = text[quote.start : quote.end].strip(" ,.")
        inside = said[0] <= quote.start and quote.end <= said[1]
        if inside or not 0 < len(name.split()) <= _NAME_WORDS or not (cues.stems or cues.final):
            continue
        before = max((t for t in line.tokens if t.end <= quote.left), key=lambda t: t.end, default=None)
        after = next((t for t in line.tokens if t.start >= quote.right), None)
        for token in (before if not cues.final else None, after if cues.final else None):
            if token is not None and cues.has("outlet_kinds", token.low):
                return name
    return ""


def _name_after(
    text: str, line: Line, tokens: Sequence[Token], start: int, said: tuple[int, int], cues: Cues
) -> str:
    """The outlet's name within reach of the words that announce one."""
    kind = False
    for at in range(start, min(len(tokens), start + _REACH)):
        token = tokens[at]
        if token.quote >= 0:
            quote = line.quotes[token.quote]
            words = text[quote.start : quote.end].split()
            inside = said[0] <= quote.start and quote.end <= said[1]
            if inside or not 0 < len(words) <= _NAME_WORDS:
                return ""
            name = text[quote.start : quote.end].strip(" ,.")
            if not name or name[0].islower():
                return ""
            return name if kind or not cues.stems else nominative_title(name)
        kind = kind or cues.has("outlet_kinds", token.low)
        if token.low.endswith("-based") or cues.has("outlet_sites", token.low):
            continue
        if (token.capital and token.low == "the") or cues.has("pronoun_words", token.low):
            continue
        if kind and token.text == "," and at + 1 < len(tokens) and tokens[at + 1].capital and not cues.stems:
            continue  # "in her newsletter, Silk Notes"
        if token.capital and not cues.has("months", token.low):
            return _capitals(text, tokens, at, kind, cues)
        if not token.word or (cues.has("not_outlets", token.low) and token.low not in {"the", "a", "an"}):
            return ""
        if token.low in cues.genders or (
            cues.has("stops", token.low) and not cues.has("prepositions", token.low)
        ):
            return ""
    return ""


def _capitals(text: str, tokens: Sequence[Token], at: int, kind: bool, cues: Cues) -> str:
    end = at + 1
    while end < len(tokens) and end - at < 6 and tokens[end].quote < 0:
        follows = tokens[end].capital or (
            tokens[end].text == "." and end + 1 < len(tokens) and tokens[end + 1].start == tokens[end].end
        )
        joined = tokens[end - 1].text == "." or tokens[end - 1].low == "of"
        follows = follows or (tokens[end].low == "of" and end + 1 < len(tokens) and tokens[end + 1].capital)
        if not follows and not joined:
            break
        end += 1
    while end > at and not tokens[end - 1].word:
        end -= 1
    kind = kind or (end < len(tokens) and cues.has("outlet_kinds", tokens[end].low))
    kind = kind or any(cues.has("outlet_kinds", t.low) for t in tokens[at:end])
    name = text[tokens[at].start : tokens[end - 1].end]
    known = cues.has("wires", plain(name)) or "." in name
    if any(cues.has("not_outlets", t.low) for t in tokens[at:end]):
        return ""
    return name if kind or known or (end - at > 1 and not cues.stems) else ""


def _same(name: str, source: str) -> bool:
    """Whether a name in another case is that of the article's own outlet."""
    first, second = plain(name).split(), plain(source).replace("«", "").replace("»", "").split()
    if not first or not second or len(first) > len(second):
        return False
    return all(
        a[:-2] == b[: len(a) - 2] or a[:4] == b[:4]
        for a, b in zip(first, second[-len(first) :], strict=False)
    )


def _declined_noun(word: str, adjective: str) -> Any:
    """The reading of a word as a noun in an oblique case, or None where it may be a nominative.

    An adjective before it that cannot be one settles the case: «Свободной волны».
    """
    nouns = [p for p in morph().parse(word) if p.tag.POS == "NOUN"]
    cases = {p.tag.case for p in morph().parse(adjective) if p.tag.POS == "ADJF"} if adjective else set()
    if cases and "nomn" not in cases:
        return next((p for p in nouns if p.tag.case in cases and p.tag.number == "sing"), None)
    return nouns[0] if nouns and all(p.tag.case != "nomn" for p in nouns) else None


def nominative_title(name: str) -> str:
    """A Russian title in the nominative: «Бакинского времени» → «Бакинское время»."""
    words = name.split()
    if not words or not any("а" <= c <= "я" for c in name.lower()):
        return name
    nouns = [_declined_noun(w, words[i - 1] if i else "") for i, w in enumerate(words)]
    head = next((i for i, noun in enumerate(nouns) if noun is not None), -1)
    if head < 0:
        return name
    noun: Any = nouns[head]
    gender = noun.tag.gender
    done: list[str] = []
    for word in words[:head]:
        parse = next((p for p in morph().parse(word) if p.tag.POS in {"ADJF", "PRTF"}), None)
        form = parse.inflect({"nomn", "sing", gender} if gender else {"nomn"}) if parse else None
        done.append(_as(word, form.word if form else word))
    form = noun.inflect({"nomn"})
    done.append(_as(words[head], form.word if form else words[head]))
    return " ".join([*done, *words[head + 1 :]])


def _as(word: str, form: str) -> str:
    return form.capitalize() if word[:1].isupper() else form
