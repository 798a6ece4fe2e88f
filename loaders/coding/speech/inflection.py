"""Russian forms by the dictionary: case of an occupation, roles and names in the nominative, verbs.

The dictionary is pymorphy3's; it loads once a process, on the first Russian article.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache, lru_cache
from typing import Any

from loaders.coding.speech.text import plain

_ADJECTIVE = ("ый", "ий", "ой", "ая", "яя", "ого", "его", "ому", "ему", "ым", "им", "ую", "юю")
_VERBAL = ("л", "ла", "ли", "ло", "лся", "лась", "лись", "ет", "ит", "ут", "ют", "ат", "ят", "ся")
_NAMES = frozenset({"Name", "Surn", "Patr"})


@cache
def morph() -> Any:
    """The Russian dictionary, loaded once a process (0.3 s)."""
    import pymorphy3

    return pymorphy3.MorphAnalyzer()


def _living(word: str) -> list[Any]:
    """The readings of a Russian word, as a living being if possible: «аналитика» is no science here."""
    readings = list(morph().parse(word))
    living = [p for p in readings if p.tag.animacy == "anim"]
    return living or readings


def case_of(word: str, governed: str) -> str:
    """Case of a Russian occupation noun (OpenCorpora); `governed` settles genitive or accusative."""
    cases = [p.tag.case for p in _living(word) if p.tag.POS in {"NOUN", "ADJF"} and p.tag.number != "plur"]
    if "nomn" in cases and not governed:
        return "nomn"
    for case in (governed or "accs", "accs", "gent", "datv", "ablt", "loct"):
        if case and case in cases:
            return str(case)
    return "nomn"


def _head_gender(words: Sequence[str], occupation: Callable[[str], bool]) -> str:
    """Gender of the first occupation noun in these words, which its adjectives agree with."""
    for word in words:
        if occupation(plain(word)) and not plain(word).endswith(_ADJECTIVE):
            noun = next((p for p in _living(word) if p.tag.POS == "NOUN"), None)
            return str(noun.tag.gender or "masc") if noun is not None else "masc"
    return "masc"


def nominative_role(role: str, occupation: Callable[[str], bool]) -> str:
    """A Russian role with its adjectives and head noun in the nominative; what depends on the head stays."""
    words = role.split()
    out: list[str] = []
    for index, word in enumerate(words):
        parses = [p for p in _living(word) if p.tag.number != "plur" and p.tag.case]
        more = any(occupation(plain(w)) for w in words[index + 1 : index + 2])
        noun = occupation(plain(word)) and not (more and plain(word).endswith(_ADJECTIVE))
        gender = _head_gender(words[index:], occupation)
        readings = [p for p in parses if ("NOUN" if noun else "ADJF") == p.tag.POS]
        agreeing = (p for p in readings if noun or str(p.tag.gender) == gender)
        best = next(agreeing, readings[0] if readings else None)
        best = best or next((p for p in parses if p.tag.POS in {"NOUN", "ADJF", "PRTF"}), None)
        if best is None:
            return " ".join([*out, *words[index:]])
        form = best.inflect({"nomn"})
        text = form.word if form else word
        if best.tag.POS == "NOUN" and not noun:
            return " ".join([*out, *words[index:]])
        out.append(text.capitalize() if word[0].isupper() else text)
        if best.tag.POS == "NOUN":
            return " ".join([*out, *words[index + 1 :]])
    return " ".join(out)


@lru_cache(maxsize=20_000)
def is_verb(word: str) -> bool:
    """Whether a Russian word is first of all a finite verb."""
    return word.endswith(_VERBAL) and morph().parse(word)[0].tag.POS == "VERB"


@lru_cache(maxsize=20_000)
def is_common(word: str) -> bool:
    """Whether a word that opens a sentence is a plain word of the dictionary and no part of a name."""
    if not morph().word_is_known(word):
        return False
    return not any(_NAMES & set(p.tag.grammemes) or "Geox" in p.tag for p in morph().parse(word))


@lru_cache(maxsize=20_000)
def is_place(word: str) -> bool:
    """Whether a word is a geographical name and no personal one."""
    if not morph().word_is_known(word):
        return False
    readings = [p for p in morph().parse(word) if "Geox" in p.tag or _NAMES & set(p.tag.grammemes)]
    return bool(readings) and all("Geox" in p.tag for p in readings)


@lru_cache(maxsize=20_000)
def case_of_name(first: str) -> str:
    """Case of a first name that can be no nominative, as «Дмитрием», else an empty string."""
    readings = [p.tag.case for p in morph().parse(first) if "Name" in p.tag and p.tag.number != "plur"]
    if not readings or "nomn" in readings or readings[0] not in {"gent", "datv", "accs", "ablt", "loct"}:
        return ""
    return str(readings[0])
