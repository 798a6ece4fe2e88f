"""Finds the states, organisations, treaties and people that a text names.

Every spelling comes from `models.vocabulary`; the longest one wins. Words are compared by their keys
(no case, no apostrophes), capitals where the spelling has them. In Kazakh, Kyrgyz, Uzbek, Tajik and
Turkmen the last word may go on with endings of the language.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from loaders.coding.suffixes import LONGEST, is_ending
from models.vocabulary import Alias, actor_name, aliases, people
from models.vocabulary.spelling import SUFFIXING, Word, words

_GAP = re.compile(r"""[ \t\u00a0\u202f]*\n?[ \t\u00a0]*[-‐‑–—+&«»"“”„.()/]?[ \t\u00a0]*[«»"“”„(]?""")
_SENTENCE_START = re.compile(r"""(?:^|[.!?…]["”»)]*\s+|\n\s*)["“„«(—–-]*\s*$""")
# A capitalised word before a bare surname is another first name, unless it is one of these.
_TITLES = """the a an mr mrs ms dr sir president premier minister secretary chancellor chairman chairwoman
speaker leader king emir prince sheikh ambassador general ayatollah mullah envoy commissioner spokesman
spokeswoman and or but with by to from of for in on at as when while after before if that then both
between counterpart director governor representative also meanwhile
президент президента президенту президентом премьер министр министра глава главы генсек канцлер король
эмир шейх посол спикер генерал господин госпожа и а но с по к от из для в на при когда как что если
президенти президенті президентинин президентінің prezident prezidenti"""
_NOT_FIRST_NAMES = frozenset(_TITLES.split())


@dataclass(frozen=True, slots=True)
class Mention:
    """A place in a text that names an actor: `text` is `given[start:end]`.

    `code` is what it stands for, `kind` how (name, adjective, metonym, person, organisation, treaty,
    group), `name` the canonical English name, `role` a person's office on the day, else "".
    """

    start: int
    end: int
    text: str
    code: str
    kind: str
    name: str
    role: str


def find_mentions(text: str, lang: str, on: date | None = None) -> list[Mention]:
    """Mentions in the order of the text, none overlapping; the longest spelling wins.

    `on` is the day whose office-holders count: usually the day of the article.
    """
    table = aliases(lang)
    found = list(words(text))
    mentions: list[Mention] = []
    at = 0
    while at < len(found):
        hit = _longest(text, found, at, table, lang)
        if hit is None:
            at += 1
            continue
        alias, end = hit
        if alias.kind != "block" and not (
            alias.guard == "surname" and _other_first_name(text, found, at, mentions)
        ):
            mentions.append(_mention(text, found[at].start, end, alias, on))
        at += len(alias.keys)
    return mentions


def _longest(
    text: str, found: Sequence[Word], at: int, table: Mapping[str, Sequence[Alias]], lang: str
) -> tuple[Alias, int] | None:
    """The longest alias that starts at a word, and where it ends."""
    word = found[at].key
    keys = [word]
    if lang in SUFFIXING:
        keys += [word[:cut] for cut in range(len(word) - 1, max(1, len(word) - LONGEST - 1), -1)]
    best: tuple[Alias, int] | None = None
    for first in keys:
        for alias in table.get(first, ()):
            if best is not None and len(alias.keys) <= len(best[0].keys):
                break
            if (end := _match(text, found, at, alias, lang)) is not None:
                best = (alias, end)
                break
    return best


def _match(text: str, found: Sequence[Word], at: int, alias: Alias, lang: str) -> int | None:
    """The end of the alias in the text if its words stand there."""
    size = len(alias.keys)
    if at + size > len(found):
        return None
    for i in range(size):
        if i and _GAP.fullmatch(text, found[at + i - 1].end, found[at + i].start) is None:
            return None
        if not _same(found[at + i], alias.words[i], alias.keys[i], i == 0, i == size - 1, lang):
            return None
    if alias.guard == "middle" and _SENTENCE_START.search(text, 0, found[at].start):
        return None
    last = found[at + size - 1]
    dotted = size > 1 and len(alias.words[-1]) == 1 and text[found[at].end] == "."
    return last.end + (1 if dotted and text[last.end : last.end + 1] == "." else 0)


def _same(word: Word, spelt: str, key: str, first: bool, last: bool, lang: str) -> bool:
    if word.key != key:
        ending = word.key[len(key) :] if last and lang in SUFFIXING and word.key.startswith(key) else None
        if ending is None or not is_ending(ending, lang):
            return False
    if spelt[:1].islower() or not first:
        return not (spelt.isupper() and len(spelt) > 1) or word.bare[: len(spelt)].isupper()
    if spelt.isupper():
        return word.bare[: len(spelt)] == spelt
    return word.bare[:1].isupper()


def _other_first_name(text: str, found: Sequence[Word], at: int, mentions: Sequence[Mention]) -> bool:
    """Whether a capitalised word right before a bare surname makes it somebody else's."""
    if at == 0:
        return False
    before = found[at - 1]
    if text[before.end : found[at].start] != " " or not before.bare[:1].isupper():
        return False
    if before.key in _NOT_FIRST_NAMES or (mentions and mentions[-1].end >= before.end):
        return False
    return _SENTENCE_START.search(text, 0, before.start) is None


def _mention(text: str, start: int, end: int, alias: Alias, on: date | None) -> Mention:
    if alias.kind != "person":
        return Mention(start, end, text[start:end], alias.code, alias.kind, alias.name, "")
    person = people()[alias.name]
    return Mention(start, end, text[start:end], person.role(on).code, "person", person.name, person.title(on))


def canonical(mention: Mention, lang: str) -> str:
    """The display name of what a mention stands for."""
    return actor_name(mention.code, lang)
