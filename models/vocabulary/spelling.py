"""How names are spelt: the languages, the words of a text, and the key under which spellings meet.

One tokeniser serves the build of the vocabulary and the search in texts, so that both always agree.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

LANGS = ("en", "ru", "kk", "ky", "uz", "tg", "tk")

# Languages whose names take suffixes: an alias there is a root, and a word matches when the root is
# followed by suffixes of that language. English has no case endings; Russian forms are all listed.
SUFFIXING = frozenset(("kk", "ky", "uz", "tg", "tk"))

# Marks that writers use for the Uzbek turned comma, the tutuq belgisi and the English apostrophe.
APOSTROPHES = "'’‘ʻʼ`´ʹ′"
_MARKS = str.maketrans("", "", APOSTROPHES)
_WORD = re.compile(rf"([^\W_]+(?:[{APOSTROPHES}](?!s\b)[^\W_]+)*)(?:[{APOSTROPHES}]s\b)?")
_FOLD = str.maketrans({"ё": "е", "ı": "i", "İ": "i", "\u0307": None})


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a text: offsets, the bare spelling without apostrophes, and its key."""

    start: int
    end: int
    bare: str
    key: str


def key(word: str) -> str:
    """The form under which spellings meet: no apostrophes, no case, ё as е.

    >>> key("O‘zbekiston") == key("Oʻzbekiston") == "ozbekiston"
    True
    """
    return word.translate(_MARKS).replace("İ", "i").lower().translate(_FOLD)


def words(text: str) -> Iterator[Word]:
    """The words of a text in order; "Kazakhstan's" gives "Kazakhstan", hyphens part words."""
    for found in _WORD.finditer(text):
        bare = found[1].translate(_MARKS)
        yield Word(found.start(1), found.end(1), bare, bare.replace("İ", "i").lower().translate(_FOLD))
