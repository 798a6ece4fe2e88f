"""Russian words by pymorphy3's dictionary: lemmas, and the cases that a form may stand for."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Any

# pymorphy3's parts of speech that answer to a Universal one, best first
_GRAMMEMES: Mapping[str, tuple[str, ...]] = {
    "VERB": ("VERB", "INFN", "PRTF", "PRTS", "GRND"),
    "AUX": ("VERB", "INFN", "PRTF", "PRTS", "GRND"),
    "NOUN": ("NOUN",),
    "PROPN": ("NOUN",),
    "ADJ": ("ADJF", "ADJS", "COMP", "PRTF"),
    "DET": ("ADJF", "NPRO"),
    "PRON": ("NPRO", "ADJF"),
    "ADV": ("ADVB", "COMP", "PRED"),
    "NUM": ("NUMR",),
    "ADP": ("PREP",),
    "CCONJ": ("CONJ",),
    "SCONJ": ("CONJ",),
    "PART": ("PRCL",),
}
_CASES = {"Nom": "nomn", "Gen": "gent", "Dat": "datv", "Acc": "accs", "Ins": "ablt", "Loc": "loct"}
_FORMS = {"Part": ("PRTF", "PRTS"), "Conv": ("GRND",), "Inf": ("INFN",), "Fin": ("VERB",)}


@cache
def _morphology() -> Any:
    from pymorphy3 import MorphAnalyzer

    return MorphAnalyzer(lang="ru")


@lru_cache(maxsize=50_000)
def lemmatise(word: str, pos: str, case: str, form: str, mood: str = "") -> str:
    """The dictionary form, in lower case with ё as е: infinitive also for participles, nominative for nouns.

    A participle that the tagger takes for a noun ("поверенный", "пострадавшие") stays one.

    pos, case, form, mood: Universal POS, Case, VerbForm and Mood, by which homonyms are told apart ("пришли"
    is "came" rather than "send!"); empty if unknown.
    """
    lowered = word.lower()
    if not any(c.isalpha() for c in lowered):
        return lowered
    parses = _morphology().parse(lowered)
    best = max(parses, key=lambda p: (_fit(p.tag, pos, case, form, mood), p.score))
    if pos in ("NOUN", "PROPN", "ADJ") and best.tag.POS == "PRTF":
        best = best.inflect({"nomn", "sing", "masc"}) or best
        return str(best.word).replace("ё", "е")
    return str(best.normal_form).replace("ё", "е")


def _fit(tag: Any, pos: str, case: str, form: str, mood: str) -> int:
    """How well a dictionary reading answers to the tagger's: part of speech counts most, then form, case."""
    points = 0
    if tag.POS in _GRAMMEMES.get(pos, ()):
        points += 4
    if form in _FORMS and tag.POS in _FORMS[form]:
        points += 2
    if case and tag.case == _CASES.get(case):
        points += 1
    if tag.mood == "impr" and mood != "Imp":
        points -= 3
    return points


@lru_cache(maxsize=20_000)
def possible_cases(word: str) -> frozenset[str]:
    """Cases (Universal names) that the form may stand for as a noun; all of them for an indeclinable one."""
    names = {v: k for k, v in _CASES.items()}
    found = set()
    for parse in _morphology().parse(word.lower()):
        if parse.tag.POS != "NOUN":
            continue
        if "Fixd" in parse.tag:
            return frozenset(names.values())
        found.add(names.get(parse.tag.case, ""))
    return frozenset(found - {""})


@lru_cache(maxsize=20_000)
def indeclinable(word: str) -> bool:
    """Whether the form is the same in all cases ("Душанбе", "МИД" in part)."""
    parses = _morphology().parse(word.lower())
    return bool(parses) and "Fixd" in parses[0].tag


@lru_cache(maxsize=20_000)
def plural_nominative(word: str) -> bool:
    """Whether the form may be a nominative plural ("стороны")."""
    return any({"NOUN", "plur", "nomn"} in p.tag for p in _morphology().parse(word.lower()))


@lru_cache(maxsize=20_000)
def transitive(word: str) -> bool:
    """Whether the form is of a verb that takes an object."""
    return any("tran" in p.tag and p.tag.POS == "VERB" for p in _morphology().parse(word.lower()))


@lru_cache(maxsize=20_000)
def common_noun(word: str) -> bool:
    """Whether the dictionary knows the form, and only as a common noun: no name of a person or place."""
    parses = _morphology().parse(word.lower())
    names = {"Name", "Surn", "Patr", "Geox", "Orgn", "Trad", "Abbr", "Init", "Fixd"}
    return bool(_morphology().word_is_known(word.lower())) and all(
        p.tag.POS == "NOUN" and not names & set(p.tag.grammemes) for p in parses
    )


@lru_cache(maxsize=20_000)
def ordinary(word: str) -> bool:
    """Whether the dictionary knows the form, and never as a person's name: "Визит", not "Роман"."""
    names = {"Name", "Surn", "Patr"}
    known = _morphology().word_is_known(word.lower())
    return bool(known) and not any(names & set(p.tag.grammemes) for p in _morphology().parse(word.lower()))


@lru_cache(maxsize=20_000)
def only_finite(word: str) -> Mapping[str, str] | None:
    """Features of a form that can be nothing but a finite verb; None for any other."""
    if not _morphology().word_is_known(word.lower()):
        return None
    parses = [p for p in _morphology().parse(word.lower()) if p.tag.mood != "impr"]
    if not parses or any(p.tag.POS != "VERB" for p in parses):
        return None
    tag = parses[0].tag
    feats = {"VerbForm": "Fin", "Mood": "Ind", "Voice": "Act"}
    feats["Number"] = "Plur" if tag.number == "plur" else "Sing"
    feats["Tense"] = {"past": "Past", "futr": "Fut"}.get(str(tag.tense), "Pres")
    if tag.person:
        feats["Person"] = tag.person[0]
    if tag.gender:
        feats["Gender"] = {"masc": "Masc", "femn": "Fem"}.get(tag.gender, "Neut")
    return feats


# First parts of compounds that say of what kind: политконсультации, гумпомощь, своп-контракт.
BEGINNINGS = frozenset(
    (
        *("полит", "инвест", "гум", "видео", "теле", "межправ", "спец", "энерго", "авиа", "авто", "нефте"),
        *("газо", "зерно", "воен", "гос", "сельхоз", "дип", "эконом", "пром", "агро", "тех", "кибер"),
        *("нарко", "гидро", "электро", "фин", "бронe", "медиа", "эко", "пресс", "мини", "супер", "радио"),
    )
)
KEPT = ("экс", "вице", "квази", "псевдо", "лже", "анти", "контр", "не")


@lru_cache(maxsize=20_000)
def base(word: str) -> str:
    """The noun within a compound that the dictionary does not know, as a lemma; empty where there is none.

    >>> base("политконсультации"), base("своп-контракт"), base("экс-министр"), base("договор")
    ('консультация', 'контракт', '', '')
    """
    lowered = word.lower()
    if _morphology().word_is_known(lowered) and "-" not in lowered:
        return ""
    first, mark, last = lowered.rpartition("-")
    if not mark:
        first = next((lowered[:n] for n in range(8, 2, -1) if lowered[:n] in BEGINNINGS), "")
        last = lowered[len(first) :] if first else ""
    if len(last) < 5 or first in KEPT or not _morphology().word_is_known(last):
        return ""
    parse = _morphology().parse(last)[0]
    return str(parse.normal_form).replace("ё", "е") if parse.tag.POS == "NOUN" else ""


def _noun_feats(word: str) -> Mapping[str, str]:
    """Number and case of a noun by the dictionary's likeliest reading."""
    tag = _morphology().parse(word.lower())[0].tag
    cases = {v: k for k, v in _CASES.items()}
    number = "Plur" if tag.number == "plur" else "Sing"
    return {"Number": number, "Case": cases.get(str(tag.case), "Nom")}


def reading(word: str, first: bool, pos: str, feats: Mapping[str, str]) -> tuple[str, Mapping[str, str]]:
    """The tagger's part of speech and features, where the dictionary leaves no doubt: the dictionary's.

    first: the word opens its sentence, so that a capital says nothing: "Фрукты" is no name.
    """
    if first and pos == "PROPN" and common_noun(word):
        return "NOUN", feats
    if pos == "VERB" and common_noun(word):  # "посланцы"
        return "NOUN", _noun_feats(word)
    verbal = pos in ("NOUN", "ADJ", "ADV") or (first and pos == "PROPN")
    if verbal and (finite := only_finite(word)) is not None:
        return "VERB", finite
    if feats.get("VerbForm") == "Fin" and feats.get("Voice") == "Pass" and not word.endswith(("ся", "сь")):
        feats = {**feats, "Voice": "Act"}  # "посредничала"
    if pos == "VERB" and feats.get("Tense") in ("Fut", "Pres"):
        known = only_finite(word)
        if known is not None:  # "упрашивает" and "завизировали" are no future
            return pos, {**feats, "Tense": known["Tense"]}
    if pos in ("NOUN", "PROPN") and "Case" in feats and _morphology().word_is_known(word.lower()):
        cases = possible_cases(word)
        if len(cases) == 1 and feats["Case"] not in cases:  # "указом" is no genitive
            return pos, {**feats, "Case": next(iter(cases))}
    return pos, feats
