"""Parties and their grammatical case: by endings in Kazakh, Kyrgyz, Uzbek, Turkmen, by prepositions in Tajik.

A party is a phrase: "Өзбекстан президенті Шавкат Мирзиёевпен" is Uzbekistan in the comitative (com).
Cases: nom, com (with), dat (to), acc, abl (from), loc (in), gen (of), and "attr" for a bare adjective.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from loaders.coding.mentions import Mention, find_mentions
from models.vocabulary.lexicon import Lexicon
from models.vocabulary.spelling import words

# Endings that mark a case, tried in this order; each is the whole rest of a word after its stem.
ENDINGS: dict[str, tuple[tuple[str, str], ...]] = {
    "kk": (
        ("com", "[мбп]ен(?:ен)?"),
        ("gen", "[ндт][ыі]ң"),
        ("abl", "[ндт][ае]н"),
        ("loc", "н?[дт][ае]"),
        ("dat", "[ғгқкн][ае]"),
        ("acc", "[ндт][ыі]|н"),
    ),
    "ky": (
        ("gen", "[ндт][ыиуү]н"),
        ("abl", "[ндт][аеоө]н"),
        ("loc", "н?[дт][аеоө]"),
        ("dat", "[гкн][аеоө]"),
        ("acc", "[ндт][ыиуү]|н"),
    ),
    "uz": (
        ("gen", "ning"),
        ("abl", "dan"),
        ("loc", "da"),
        ("dat", "ga|ka|qa"),
        ("acc", "ni"),
    ),
    "tk": (
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
PREPOSITIONS = {
    "ба": "dat",
    "бо": "com",
    "аз": "abl",
    "дар": "loc",
    "барои": "dat",
    "миёни": "nom",
    "байни": "nom",
}
_CASES = {
    lang: tuple((case, re.compile(rf".*?(?:{ending})")) for case, ending in rows)
    for lang, rows in ENDINGS.items()
}
_SHORT = ("н", "а", "е", "о", "ө", "a", "e", "ä")  # too like the end of a bare name
_LATIN = "a b v g d e j z i y k l m n o p r s t u f x . e q g h o".replace(".", "").split(" ")
_CYRILLIC = dict(zip("абвгдежзийклмнопрстуфхъэқғҳў", _LATIN, strict=True))
_CYRILLIC |= {"ц": "ts", "ч": "ch", "ш": "sh", "ю": "yu", "я": "ya", "ё": "yo", "ь": ""}
REACH = 6  # words between a name and the office that carries its case


@dataclass(frozen=True, slots=True)
class Piece:
    """A word of a sentence: offsets into it, its bare spelling and the key that the lexicon knows it by."""

    start: int
    end: int
    bare: str
    key: str


@dataclass(frozen=True, slots=True)
class Party:
    """A phrase that names an actor, with its case; `start`..`end` are offsets into the sentence."""

    code: str
    case: str
    start: int
    end: int
    kind: str
    name: str
    role: str


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


def parties(text: str, lexicon: Lexicon, mentions: Sequence[Mention], row: Sequence[Piece]) -> list[Party]:
    """The parties of a sentence in order: neighbouring words about one actor are one party."""
    found: list[Party] = []
    for mention in mentions:
        party = _party(mention, lexicon, row, text, mentions)
        last = found[-1] if found else None
        if last and last.code == party.code and _joins(text[last.end : party.start], last.case):
            found[-1] = replace(
                party, start=last.start, name=_better(last, party), role=last.role or party.role
            )
        elif not (last and party.start < last.end):
            found.append(party)
    return found


def _joins(gap: str, case: str) -> bool:
    """Whether a second name of the same actor goes on with the phrase before it."""
    return len(gap.split()) <= 2 and not re.search(r"[.,;:«»“”()]", gap) and case in ("nom", "gen", "attr")


def _better(a: Party, b: Party) -> str:
    return b.name if b.kind == "person" or a.kind != "person" else a.name


def _party(
    mention: Mention, lexicon: Lexicon, row: Sequence[Piece], text: str, mentions: Sequence[Mention]
) -> Party:
    lang = lexicon.language
    own = case_of_name(mention.text, lang)
    after = [p for p in row if p.start >= mention.end]
    stop = min((m.start for m in mentions if m.start >= mention.end), default=len(text))
    end, case = mention.end, own
    if lang == "tg":
        case = own if own != "nom" else _by_preposition(mention, row, text)
    else:
        if own == "nom" and text[mention.end : mention.end + 1] in ("-", "–") and after:
            case, end = _case_of_rest(after[0].key, lang), after[0].end
        if case in ("nom", "gen") and mention.kind != "person":
            end, case = _with_office(mention, case, lexicon, after, text[:stop])
        if case == "nom" and _next_is(lexicon.word("with"), after, end):
            case = "com"
    if mention.kind == "adjective" and end == mention.end and lang != "tg":
        case = "attr"
    return Party(mention.code, case, mention.start, end, mention.kind, mention.name, mention.role)


def _with_office(
    mention: Mention, case: str, lexicon: Lexicon, after: Sequence[Piece], text: str
) -> tuple[int, str]:
    """The phrase goes on to an office ("... министрлігі"), which carries the case, or the name after it.

    `text` ends where the next mention begins.
    """
    lang, end, stop = lexicon.language, mention.end, len(text)
    offices = lexicon.word("role")
    seen = 0
    for n, piece in enumerate(after):
        if piece.start >= stop or re.search(r"[.,;:«“(]", text[mention.end : piece.start]) or seen >= REACH:
            break
        stem = _stem(piece.key, offices)
        seen += 1
        if stem is None:
            continue
        end, case = piece.end, _case_of_rest(piece.key[len(stem) :], lang)
        seen = REACH - 2  # one more office may follow ("сыртқы істер министрлігінің өкілі")
        for name in after[n + 1 : n + 4]:
            if not name.bare[:1].isupper() or text[end : name.start].strip() or name.start >= stop:
                break
            end, case = name.end, _case_of_rest(name.key, lang, sure=False)
    return end, case


def _stem(word: str, stems: frozenset[str]) -> str | None:
    best = max((s for s in stems if s.endswith("*") and word.startswith(s[:-1])), key=len, default=None)
    if best is not None:
        return best[:-1]
    return word if word in stems else None


def _case_of_rest(rest: str, lang: str, sure: bool = True) -> str:
    """The case that the rest of a word marks. Unknown names (not `sure`) show it by longer endings only."""
    for case, pattern in _CASES[lang]:
        if pattern.fullmatch(rest) and (sure or (len(rest) > 4 and not rest.endswith(_SHORT))):
            return case
    return "nom"


@lru_cache(maxsize=20_000)
def case_of_name(text: str, lang: str) -> str:
    """The case of a name: what remains without the ending must be a name still ("Астана" is no dative)."""
    key = text.split()[-1].lower()
    rows = ENDINGS[lang] + NAMES_ONLY.get(lang, ())
    for case, ending in rows:
        for cut in range(max(2, len(key) - LONGEST_CASE), len(key)):
            if not re.fullmatch(ending, key[cut:]):
                continue
            stripped = text[: len(text) - (len(key) - cut)]
            if any(m.end == len(stripped) for m in find_mentions(stripped, lang)):
                return case
    return "nom"


def _by_preposition(mention: Mention, row: Sequence[Piece], text: str) -> str:
    """Tajik: the preposition before the phrase ("ба намояндаи Афғонистон" is dative)."""
    before = [p for p in row if p.end <= mention.start][-5:]
    for distance, piece in enumerate(reversed(before)):
        if re.search(r"[.,;:«»]", text[piece.end : mention.start]):
            break
        if piece.key in PREPOSITIONS:
            return PREPOSITIONS[piece.key]
        if distance and not (piece.key.endswith(("и", "ӣ", "ҳо")) or piece.bare[:1].isupper()):
            break
        if not distance and not (piece.key.endswith(("и", "ӣ", "аш", "ашон")) or piece.bare[:1].isupper()):
            break
    return "nom"


def _next_is(wanted: frozenset[str], after: Sequence[Piece], end: int) -> bool:
    following = next((p for p in after if p.start >= end), None)
    return following is not None and following.key in wanted
