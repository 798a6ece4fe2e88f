"""Who is who: one key for the spellings of a person's name in different scripts and languages.

Articles write one expert as Темур Умаров, Temur Umarov and Timur Umarov. The key of a name keeps what all of
these agree in: for each word its first sound and its consonants. Two people may share a key by chance;
whoever joins them shows the spellings that were joined.
"""

from __future__ import annotations

import re
from functools import lru_cache

from models.searching import fold, words

_VOWELS = re.compile("[aeiou]")


@lru_cache(maxsize=20_000)
def key(name: str) -> str:
    """The key of a name, whatever the order of its words. A name of one word is only folded: it is too short
    to be compared by its consonants.

    >>> key("Игорь Шестаков") == key("Igor Shestakov") == "igr sstkv"
    True
    """
    sounds = words(name)
    if len(sounds) < 2:
        return fold(name)
    return " ".join(sorted(word[:1] + _VOWELS.sub("", word[1:]) for word in sounds))
