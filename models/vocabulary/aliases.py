"""The spellings by which texts name an actor, one compiled table per language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from types import MappingProxyType

from models.errors import VocabularyError
from models.vocabulary.catalogue import COMPILED, actors, people
from models.vocabulary.spelling import LANGS, key, words

BLOCK = ""  # the code of spellings that look like an actor and are none: "Air Astana"


@dataclass(frozen=True, slots=True)
class Alias:
    """One spelling, as words; matched word by word, capitals as the spelling has them.

    `guard`: "" none; "middle" not as the first word of a sentence; "surname" a bare surname, which
    another first name before it makes somebody else's; "known" a short name that counts only after the
    full one.
    """

    code: str
    kind: str  # name | adjective | metonym | place | person | organisation | treaty | group | block
    name: str
    guard: str
    words: tuple[str, ...]
    keys: tuple[str, ...]


@cache
def aliases(lang: str) -> Mapping[str, tuple[Alias, ...]]:
    """Aliases by the key of their first word, the longest first. In kk, ky, uz, tg, tk they are roots."""
    if lang not in LANGS:
        raise VocabularyError(f"language {lang!r}", "has no names.", f"Known: {', '.join(LANGS)}.")
    table: dict[str, list[Alias]] = {}
    for line in (COMPILED / f"{lang}.tsv").read_text("utf-8").splitlines():
        code, kind, name, guard, forms = line.split("\t")
        for form in forms.split("|"):
            spelt = (form,) if form.isalpha() else tuple(word.bare for word in words(form))
            keys = tuple(key(word) for word in spelt)
            table.setdefault(keys[0], []).append(Alias(code, kind, name, guard, spelt, keys))
    return MappingProxyType(
        {first: tuple(sorted(found, key=lambda a: -len(a.keys))) for first, found in table.items()}
    )


def resolve(name: str, on: date | None = None) -> str | None:
    """The code that a name stands for in any language, or None; a person by the office on that day."""
    if name in actors():
        return name
    keys = tuple(word.key for word in words(name))
    for lang in LANGS if keys else ():
        for alias in aliases(lang).get(keys[0], ()):
            if alias.keys == keys and alias.kind not in ("block", "place") and alias.guard != "known":
                return people()[alias.name].role(on).code if alias.kind == "person" else alias.code
    folded = {code.lower(): code for code in actors()}
    return folded.get(name.strip().lower())
