"""Spellings in kk, ky, uz, tg and tk that follow by rule, made when the vocabulary is built."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

Forms = Callable[[str], list[str]]

LATIN, CYRILLIC = ("en", "uz", "tk"), ("ru", "kk", "ky", "uz", "tg")

# What makes "from there" of a state's name: қытайлық, россиялык, xitoylik, чинӣ, eýranly.
DEMONYM_ENDINGS = {
    "kk": ("лық", "лік", "дық", "дік", "тық", "тік"),
    "ky": ("лык", "лик", "лук", "лүк", "дык", "дик", "тык", "тик"),
    "uz": ("lik", "лик"),
    "tg": ("ӣ",),
    "tk": ("ly", "li"),
}

_LETTERS = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"
_UZBEK = "a b v g d e yo j z i y k l m n o p r s t u f x s ch sh sh ʼ i  e yu ya"
_TURKMEN = "a b w g d e ýo ž z i ý k l m n o p r s t u f h s ç ş ş  y  e ýu ýa"
ROMAN = {
    lang: dict(zip(_LETTERS, row.split(" "), strict=True)) for lang, row in (("uz", _UZBEK), ("tk", _TURKMEN))
}


def romanised(russian: str, lang: str) -> str:
    """A Russian spelling in the Latin letters of Uzbek or Turkmen.

    >>> romanised("Трамп", "uz"), romanised("Рубио", "tk")
    ('Tramp', 'Rubio')
    """
    table = ROMAN[lang]
    spelt = (table.get(c.lower(), c) for c in russian)
    return "".join(s.capitalize() if c.isupper() else s for c, s in zip(russian, spelt, strict=True))


def in_script(spelt: str, lang: str) -> bool:
    """Whether a spelling is in a script of the language; Uzbek has two."""
    return lang in (CYRILLIC if re.search("[Ѐ-ӿ]", spelt) else LATIN)


def softened(names: Iterable[str], lang: str) -> list[str]:
    """Turkmen roots as they stand before an ending that begins with a vowel.

    >>> softened(["Aşgabat", "Türkiýe"], "tk")
    ['Aşgabad', 'Türkiýä']
    """
    if lang != "tk":
        return []
    soft = {"t": "d", "k": "g", "p": "b", "ç": "j", "e": "ä"}
    return [name[:-1] + soft[name[-1]] for name in names if len(name) > 4 and name[-1] in soft]


def same(spelt: str) -> list[str]:
    """The spelling alone: for languages without listed forms."""
    return [spelt]


def every(forms: Forms, spellings: Iterable[str]) -> list[str]:
    """All forms of all spellings."""
    return [form for spelt in spellings for form in forms(spelt)]
