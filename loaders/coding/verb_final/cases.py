"""Endings that mark a case in Kazakh, Kyrgyz, Uzbek, Turkmen, and the one that Tajik has.

Cases: nom, com (with), dat (to), acc, abl (from), loc (in), gen (of), "at" for what is somewhere
("Бишкектеги", in Bishkek), and "attr" for a bare adjective.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from loaders.coding.mentions import find_mentions
from models.vocabulary.spelling import words

# Endings that mark a case, tried in this order; each is the whole rest of a word after its stem.
ENDINGS: dict[str, tuple[tuple[str, str], ...]] = {
    "kk": (
        ("at", "н?[дт][ае][ғг][ыі]"),
        ("com", "[мбп]ен(?:ен)?"),
        ("gen", "[ндт][ыі]ң"),
        ("abl", "[ндт][ае]н"),
        ("loc", "н?[дт][ае]"),
        ("dat", "[ғгқкн][ае]"),
        ("acc", "[ндт][ыі]|н"),
    ),
    "ky": (
        ("at", "н?[дт][аеоө]г[ыиуү]"),
        ("gen", "[ндт][ыиуү]н"),
        ("abl", "[ндт][аеоө]н"),
        ("loc", "н?[дт][аеоө]"),
        ("dat", "[гкн][аеоө]"),
        ("acc", "[ндт][ыиуү]|н"),
    ),
    "uz": (
        ("at", "dagi"),
        ("gen", "ning"),
        ("abl", "dan"),
        ("loc", "da"),
        ("dat", "ga|ka|qa"),
        ("acc", "ni"),
    ),
    "tk": (
        ("at", "n?[dt]a?ä?k[yi]"),
        ("gen", "[nd]?[yiuü]ň"),
        ("abl", "n?[dt][ae]n"),
        ("loc", "n?[dt][ae]"),
        ("dat", "n?[aeä]|g[ae]"),
        ("acc", "n[yi]"),
    ),
    "tg": (("acc", "ро|у?ро"),),
}
# Endings that are a case on a name but possession on an office ("prezidenti" is "his president").
NAMES_ONLY = {"tk": (("acc", "[yiu]"),)}
LONGEST_CASE = 5  # letters
_CASES = {
    lang: tuple((case, re.compile(rf".*?({ending})")) for case, ending in rows)
    for lang, rows in ENDINGS.items()
}
_DATIVE = ("ге", "ға", "ке", "қа", "ga", "ge")  # these are a case even so
SHORTEST_NAME = 3  # letters before its ending
_OPEN = re.compile("[aeiouаеиоуыіөүэ](?:ni|ни|ні|ны)$")  # "Meloni" is nobody's accusative
_CYRILLIC = dict(zip("абвгдежзийклмнопрстуфхэқғҳў", "abvgdejziyklmnoprstufxeqgho", strict=True))
_CYRILLIC |= {"ц": "ts", "ч": "ch", "ш": "sh", "ю": "yu", "я": "ya", "ё": "yo", "ь": "", "ъ": ""}


@dataclass(frozen=True, slots=True)
class Piece:
    """A word of a sentence: offsets into it, its bare spelling and the key that the lexicon knows it by."""

    start: int
    end: int
    bare: str
    key: str


def pieces(text: str, lang: str) -> list[Piece]:
    """The words of a sentence; Uzbek in Cyrillic gets the keys of its Latin spelling."""
    return [
        Piece(
            w.start, w.end, w.bare, latin(w.bare.lower()) if lang == "uz" and not w.key.isascii() else w.key
        )
        for w in words(text)
    ]


def latin(word: str) -> str:
    """Uzbek Cyrillic in Latin letters without apostrophes.

    >>> latin("ўзбекистон"), latin("чақирди"), latin("ер")
    ('ozbekiston', 'chaqirdi', 'yer')
    """
    head = "y" if word[:1] == "е" else ""
    return head + "".join(_CYRILLIC.get(letter, letter) for letter in word)


def case_of_rest(rest: str, lang: str, sure: bool = True) -> str:
    """The case that the rest of a word marks. Unknown names (not `sure`) show it by longer endings only."""
    for case, pattern in _CASES[lang]:
        found = pattern.fullmatch(rest)
        if found and (sure or _surely(rest, case, len(found.group(1)))):
            return case
    return "nom"


def _surely(name: str, case: str, length: int) -> bool:
    """Whether the end of an unknown name looks like a case rather than like the name itself."""
    if len(name) - length < SHORTEST_NAME or case in ("loc", "at"):
        return False
    if length == 2 and case == "acc":
        return _OPEN.search(name) is None
    return length > 2 or (length == 2 and name.endswith(_DATIVE))


@lru_cache(maxsize=20_000)
def case_of_name(text: str, lang: str) -> str:
    """The case of a name: what remains without the ending must be a name still ("Астана" is no dative)."""
    return _divided(text, lang)[1]


@lru_cache(maxsize=20_000)
def bare_name(text: str, lang: str) -> str:
    """A name without its case ("Самарқандта" is Самарқанд)."""
    return _divided(text, lang)[0]


def _divided(text: str, lang: str) -> tuple[str, str]:
    spelt = text.split()[-1].lower()
    cyrillic = lang == "uz" and not spelt.isascii()
    for case, ending in ENDINGS[lang] + NAMES_ONLY.get(lang, ()):
        shortest = 1 if " " in text else 2  # "Ван Имен"
        for cut in range(max(shortest, len(spelt) - LONGEST_CASE), len(spelt)):
            rest = latin(spelt[cut:]) if cyrillic else spelt[cut:]
            if not re.fullmatch(ending, rest):
                continue
            stripped = text[: len(text) - (len(spelt) - cut)]
            if _names(stripped, lang):
                return stripped, case
    if lang == "tk" and spelt.endswith("ä"):  # Türkiýe, dative Türkiýä
        stripped = text[:-1] + "e"
        if _names(stripped, lang):
            return stripped, "dat"
    return text, "nom"


def _names(stripped: str, lang: str) -> bool:
    """Whether a name ends here in running text (some count only after another word)."""
    text = f"а {stripped}"
    return any(m.end == len(text) for m in find_mentions(text, lang, places=True))
