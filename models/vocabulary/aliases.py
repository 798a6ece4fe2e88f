"""The spellings by which texts name an actor, one compiled table per language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from models.errors import VocabularyError
from models.vocabulary.catalogue import COMPILED, actors, people
from models.vocabulary.spelling import LANGS, key, words

BLOCK = ""  # the code of spellings that look like an actor and are none: "Air Astana"


@dataclass(frozen=True, slots=True)
class Alias:
    """One spelling, as words; matched word by word, capitals as the spelling has them.

    `guard`: "" none; "middle" not as the first word of a sentence; "surname" a bare surname, which
    another first name before it makes somebody else's; "known" a short name that counts only after the
    full one; "after" only after a small word and in no longer name ("in Florence", not "Florence Parly").
    """

    code: str
    kind: str  # name | adjective | metonym | place | person | organisation | treaty | group | block
    name: str
    guard: str
    words: tuple[str, ...]
    keys: tuple[str, ...]


class Aliases(Mapping[str, tuple[Alias, ...]]):
    """Aliases by the key of their first word, the longest first; each made when it is first looked up."""

    def __init__(self, text: str) -> None:
        self._raw: dict[str, list[tuple[str, str]]] = {}  # first key → (what it stands for, spelling)
        self._made: dict[str, tuple[Alias, ...]] = {}
        for line in text.splitlines():
            meaning, _, spellings = line.rpartition("\t")
            for spelt in spellings.split("|"):
                first = key(spelt if spelt.isalpha() else next(words(spelt)).bare)
                self._raw.setdefault(first, []).append((meaning, spelt))

    def starting(self, first: str) -> tuple[Alias, ...]:
        """The aliases whose first word has that key; none is an empty tuple."""
        made = self._made.get(first)
        if made is None and first in self._raw:
            found = [_alias(*raw) for raw in self._raw[first]]
            made = self._made[first] = tuple(sorted(found, key=lambda alias: -len(alias.keys)))
        return made or ()

    def __getitem__(self, first: str) -> tuple[Alias, ...]:
        if found := self.starting(first):
            return found
        raise KeyError(first)

    def __contains__(self, first: object) -> bool:
        return first in self._raw

    def __iter__(self) -> Iterator[str]:
        return iter(self._raw)

    def __len__(self) -> int:
        return len(self._raw)


def _alias(meaning: str, spelt: str) -> Alias:
    code, kind, name, guard = meaning.split("\t")
    found = tuple(word.bare for word in words(spelt))
    return Alias(code, kind, name, guard, found, tuple(key(word) for word in found))


@cache
def aliases(lang: str) -> Aliases:
    """The aliases of a language; in kk, ky, uz, tg and tk the last word of each is a root."""
    if lang not in LANGS:
        raise VocabularyError(f"language {lang!r}", "has no names.", f"Known: {', '.join(LANGS)}.")
    return Aliases((COMPILED / f"{lang}.tsv").read_text("utf-8"))


def resolve(name: str, on: date | None = None) -> str | None:
    """The code that a name stands for in any language, or None; a person by the office on that day."""
    if name in actors():
        return name
    keys = tuple(word.key for word in words(name))
    for lang in LANGS if keys else ():
        for alias in aliases(lang).starting(keys[0]):
            if alias.keys == keys and alias.kind not in ("block", "place") and alias.guard != "known":
                return people()[alias.name].role(on).code if alias.kind == "person" else alias.code
    folded = {code.lower(): code for code in actors()}
    return folded.get(name.strip().lower())
