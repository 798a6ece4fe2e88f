"""Which language an article is in, by py3langid: one of the seven that are coded, or another."""

from __future__ import annotations

import threading
from copy import copy
from functools import cache
from typing import Any

from models.vocabulary import LANGS

# Languages that share letters or pages with the seven, so that a Ukrainian or Azerbaijani article is not
# taken for a Russian or Turkmen one. Rarer ones (Bashkir, Tatar, Crimean Tatar, Karachay) would only draw off
# Kazakh and Kyrgyz; their articles are coded as the nearest of the seven.
_NEIGHBOURS = (
    "uk",
    "be",
    "bg",
    "sr",
    "mk",
    "mn",
    "az",
    "tr",
    "fa",
    "ar",
    "ps",
    "ur",
    "hi",
    "zh",
    "ja",
    "ko",
    "hy",
    "ka",
)
_OTHERS = (
    "de",
    "fr",
    "es",
    "it",
    "pt",
    "pl",
    "nl",
    "ro",
    "hu",
    "cs",
    "sv",
    "no",
    "da",
    "fi",
    "he",
    "id",
    "vi",
    "th",
    "el",
)
_SHORT = (
    60  # letters; below, only the seven compete: a bare headline is too little to name a foreign language
)
_SAMPLE = 1_200  # characters are enough: more costs time and changes nothing


@cache
def _identifiers() -> tuple[Any, Any, threading.Lock]:
    from py3langid.langid import _load_identifier

    few = _load_identifier()
    many = copy(few)  # shares the model
    few.set_languages(list(LANGS))
    known = set(many.labels)
    many.set_languages([lang for lang in (*LANGS, *_NEIGHBOURS, *_OTHERS) if lang in known])
    return few, many, threading.Lock()


def identify(text: str, title: str = "") -> str:
    """ISO 639-1 code of the language of title and text; "" where there are no letters.

    May be a code outside `LANGS`: the caller refuses it. Uzbek is `uz` in either script.
    """
    sample = f"{title}\n{text}"[:_SAMPLE]
    letters = sum(map(str.isalpha, sample))
    if not letters:
        return ""
    few, many, lock = _identifiers()
    with lock:
        foreign_script = not any("a" <= c <= "z" or "а" <= c <= "я" for c in sample.lower())
        chosen = many if letters >= _SHORT or foreign_script else few
        lang: str = chosen.classify(sample)[0]
    return lang
