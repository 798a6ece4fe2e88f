"""Case forms of Russian names, made once when the vocabulary is built, so that reading needs no morphology.

Dictionary words are inflected by pymorphy3. Personal names are not in its dictionary (it takes
"Токаев" for a plural of "токай"), so they follow the school rules for surnames and given names.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from pymorphy3 import MorphAnalyzer

CASES = ("nomn", "gent", "datv", "accs", "ablt", "loct")
_HUSH = "гкхжшчщ"
_PARTICLES = frozenset(("бен", "бин", "аль", "фон", "дер", "де", "ди", "да", "ван"))


@cache
def _morph() -> MorphAnalyzer:
    return MorphAnalyzer(lang="ru")


def _like(model: str, word: str) -> str:
    """`word` with the capitals of `model`."""
    if model.isupper() and len(model) > 1:
        return word.upper()
    return word[:1].upper() + word[1:] if model[:1].isupper() else word


def person_word(word: str, given: bool = False) -> tuple[str, ...]:
    """The six case forms of one given name or surname, in the order of CASES.

    given: it is no surname, so that "Валентина" declines as "сестра" does.

    >>> person_word("Токаев")[4], person_word("Мирзиёева")[2], person_word("Шойгу")[4]
    ('Токаевым', 'Мирзиёевой', 'Шойгу')
    """
    if word.lower() in _PARTICLES:
        return (word,) * 6
    stem = word[:-1]
    if re.search(r"[оеё]в$|[иы]н$", word) and len(word) > 4:
        return (word, word + "а", word + "у", word + "а", word + "ым", word + "е")
    if re.search(r"([оеё]в|[иы]н)а$", word) and len(word) > 4 and not given:
        return (word, stem + "ой", stem + "ой", stem + "у", stem + "ой", stem + "ой")
    if re.search(r"[сц]кий$|[^аеиоуыэюя]ый$", word):
        soft = "им" if word.endswith("кий") else "ым"
        root = word[:-2]
        return (word, root + "ого", root + "ому", root + "ого", root + soft, root + "ом")
    if re.search(r"[сц]кая$", word):
        root = word[:-2]
        return (word, root + "ой", root + "ой", root + "ую", root + "ой", root + "ой")
    last = word[-1].lower()
    if last in "ьй":
        return (word, stem + "я", stem + "ю", stem + "я", stem + "ем", stem + "е")
    if last == "я":
        soft = "и" if word.endswith("ия") else "е"
        return (word, stem + "и", stem + soft, stem + "ю", stem + "ей", stem + soft)
    if last == "а":
        soft = "и" if word[-2:-1].lower() in _HUSH else "ы"
        tool = "ей" if given and word[-2:-1].lower() in "жшчщц" else "ой"  # Джорджей
        return (word, stem + soft, stem + "е", stem + "у", stem + tool, stem + "е")
    if last in "бвгджзклмнпрстфхцчшщ":
        tool = "ем" if last in "жцчшщ" else "ом"
        return (word, word + "а", word + "у", word + "а", word + tool, word + "е")
    return (word,) * 6


def last_consonant(name: str) -> bool:
    """Whether a name ends in a consonant or a soft sign."""
    return name[-1:].lower() in "бвгджзклмнпрстфхцчшщьй"


def person_forms(name: str) -> list[str]:
    """A name of one or more words in all cases; parts of a hyphened given name decline or stay.

    Of Gulf names also with the other son ("бен", "бин") and without the house: "Мухаммедом бин Салманом".
    """
    if " бен " in name:
        plain = re.sub(r" (?:Аль|Аль-)\s?\w+$", "", name)
        spelt = dict.fromkeys((name, name.replace(" бен ", " бин "), plain, plain.replace(" бен ", " бин ")))
        return list(dict.fromkeys(form for one in spelt for form in _cases_of(one)))
    return _cases_of(name)


def _cases_of(name: str) -> list[str]:
    parts = [re.split(r"(-)", word) for word in name.split()]
    forms: list[str] = []
    for whole in (True, False):  # "Касыма-Жомарта" and "Касым-Жомарта" are both written
        for case in range(6):
            spelt = []
            for at, chunks in enumerate(parts):
                last = len(chunks) - 1
                given = at == 0 and len(parts) > 1
                spelt.append(
                    "".join(
                        chunk if chunk == "-" or (not whole and i < last) else person_word(chunk, given)[case]
                        for i, chunk in enumerate(chunks)
                    )
                )
            forms.append(" ".join(spelt))
    if name.split()[0][-1:] in "ая" and last_consonant(name):  # a woman's surname stays: "с Каей Каллас"
        before, _, surname = name.rpartition(" ")
        forms += [f"{form} {surname}" for form in person_forms(before)] if before else []
    foreign = [re.sub(r"([иы])ным\b", r"\1ном", form) for form in forms]  # Цзиньпином
    return list(dict.fromkeys(forms + foreign))


# First halves of compounds that keep less of the adjective: франко-узбекский, итало-казахстанский.
SHORTENED = {
    "французский": "франко",
    "английский": "англо",
    "итальянский": "итало",
    "греческий": "греко",
    "монгольский": "монголо",
    "японский": "японо",
    "сербский": "сербо",
}


def _first_halves(word: str) -> list[str]:
    """What an adjective is as the first half of a compound: казахстанско-, also афгано-, узбеко-, киргизо-.

    >>> _first_halves("афганский"), _first_halves("французский"), _first_halves("русский")
    (['афганско', 'афгано'], ['французско', 'франко'], ['русско'])
    """
    if not word.lower().endswith(("ский", "цкий")):
        return []
    short = SHORTENED.get(word.lower(), word[:-4] + "о" if re.search("[нкз]ский$", word) else "")
    return [word[:-2] + "о", *([_like(word, short)] if short else [])]


def word_forms(word: str) -> list[str]:
    """All forms of an adjective or noun: казахстанский → казахстанского …, and казахстанско-."""
    parses = [p for p in _morph().parse(word.lower()) if p.normal_form == word.lower()]
    parse = next((p for p in parses if "ADJF" in p.tag or "NOUN" in p.tag), None)
    if parse is None:
        return [word]
    forms = [_like(word, form.word) for form in parse.lexeme if "ADJS" not in form.tag]
    return list(dict.fromkeys([*forms, *_first_halves(word)]))


def _head(words: list[str]) -> tuple[int, Any] | None:
    """The first noun in the nominative: what the words before it agree with."""
    for i, word in enumerate(words):
        nouns = [p for p in _morph().parse(word.lower()) if "NOUN" in p.tag and "nomn" in p.tag]
        adjective = [p for p in _morph().parse(word.lower()) if {"ADJF", "PRTF"} & set(p.tag.grammemes)]
        if nouns and not (adjective and i + 1 < len(words)):
            return i, max(nouns, key=lambda p: ("Geox" in p.tag, p.score))
        if adjective and len(words) == 1:  # Поднебесная
            return i, adjective[0]
    return None


def _agreeing(word: str, head: Any, case: str) -> str:
    """An adjective before its noun, in the noun's case, number and gender."""
    number, gender = head.tag.number, head.tag.gender
    for parse in _morph().parse(word.lower()):
        if {"ADJF", "PRTF"} & set(parse.tag.grammemes) and "nomn" in parse.tag:
            wanted = {part for part in (case, number, gender if number == "sing" else None) if part}
            if case == "accs" and (number == "plur" or gender == "masc"):
                wanted.add("anim" if "anim" in head.tag else "inan")
            done = parse.inflect(wanted)
            if done is not None:
                return _like(word, done.word)
    return word


def phrase_forms(phrase: str) -> list[str]:
    """A noun phrase in all cases: adjectives agree with the head, what follows it stays.

    Where the first word is foreign ("Жогорку Кенеш"), the last one declines as well.

    >>> phrase_forms("Белый дом")[1], "Жогорку Кенешем" in phrase_forms("Жогорку Кенеш")
    ('Белого дома', True)
    """
    words = phrase.split()
    if len(words) == 1 and "-" in phrase:
        start, _, last = phrase.rpartition("-")
        return list(dict.fromkeys(f"{start}-{form}" for form in person_word(last)))
    forms = _declined(words, "") or [phrase]
    if len(words) > 1 and words[-1].isalpha() and _is_foreign(words[0]):
        forms += [" ".join([*words[:-1], form]) for form in person_word(words[-1])]
    return list(dict.fromkeys(forms))


def counted_forms(phrase: str) -> list[str]:
    """A noun phrase in all cases of the singular and the plural: долларов США."""
    return list(dict.fromkeys([*phrase_forms(phrase), *_declined(phrase.split(), "plur")]))


def _is_foreign(word: str) -> bool:
    """Whether Russian neither knows the word nor could decline it as an adjective."""
    return not _morph().word_is_known(word.lower()) and not re.search(r"([ыио]й|[ая]я|[ое]е|[ыи]е|ы)$", word)


def _declined(words: list[str], number: str) -> list[str]:
    """The six cases of a phrase, in its own number or in the one asked for; empty if it has no head."""
    plain = [re.sub(r"\W", "", word) for word in words]
    found = _head(plain)
    if found is None or any(not re.fullmatch("[А-ЯЁа-яё]?[а-яё]+", word) for word in plain[: found[0] + 1]):
        return []
    place, head = found
    number = number or head.tag.number
    forms = []
    for case in CASES:
        done = head.inflect({case, number} if number else {case})
        noun = _like(plain[place], done.word) if done else plain[place]
        before = [_agreeing(word, done or head, case) for word in plain[:place]]
        forms.append(" ".join([*before, noun, *words[place + 1 :]]))
    return forms
