"""Searching text in any case, script and spelling: one folding for what is stored and for what is asked.

SQLite's LIKE knows the case of ASCII letters only, and no database knows that Жапаров, Japarov and Zhaparov
are one name. So the key of a text (`search_key`) is stored in a column of its own and indexed by words: by
FTS5 on SQLite, kept in step by triggers, and by a column `words` on PostgreSQL that the server itself keeps.
A change of the key needs a migration that writes the column again.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache, reduce
from typing import Any

from sqlalchemy import ColumnElement, Table, bindparam, cast, func, literal, literal_column, select, text
from sqlalchemy.dialects.postgresql import REGCONFIG, TSQUERY, TSVECTOR

# Marks that writers of Uzbek, Kazakh and English put for one another; none of them parts a word.
_APOSTROPHES = re.compile("['’‘ʻʼ`´′ʹ]")
_WORD = re.compile(r"\w+")

# Cyrillic letter by letter, as English papers write it; and letters that are more than their mark.
_LETTERS = str.maketrans(
    dict(zip("абвгдезиклмнопрстуфыэәғқөұүўґіїӣӯ", "abvgdeziklmnoprstufieagkouuogiiiu", strict=True))
    | dict(zip("ıəæøłđ", "iaeold", strict=True))
    | {"й": "y", "ё": "yo", "ж": "zh", "җ": "zh", "ҷ": "j", "х": "kh", "ҳ": "kh", "һ": "kh", "ц": "ts"}
    | {"ч": "ch", "ш": "sh", "щ": "sh", "ю": "yu", "я": "ya", "є": "ye", "ң": "ng", "ь": "", "ъ": ""}
    | {"ş": "sh", "ș": "sh", "š": "sh", "ç": "ch", "č": "ch", "ć": "ch", "ž": "zh", "ň": "ng", "ý": "y"}
)
# What romanisations write differently, the longest first: Dzhaparov, Zhaparov and Japarov; Berdymukhammedow
# and Berdimuhamedov; Toqayev and Tokaev; x is kh in Uzbek and ks in English, so those meet as well.
_SOUNDS = {
    "shch": "s", "dzh": "j", "sch": "s", "tch": "c", "dj": "j", "zh": "j", "kh": "h", "ks": "h", "gh": "g",
    "ph": "f", "sh": "s", "ch": "c", "ck": "k", "ce": "se", "ci": "si", "cy": "si",
    "ye": "e", "yo": "e", "ya": "ia", "yu": "iu", "c": "k", "q": "k", "w": "v", "x": "h", "y": "i",
}  # fmt: skip
_SOUND = re.compile("|".join(_SOUNDS))
_TWICE = re.compile(r"i{2,}|e{2,}|([a-z])\1(?!\1)")


def fold(*parts: str | None) -> str:
    """The parts in one line: no case, no apostrophes, no dots on ё, compatibility forms resolved."""
    joined = " ".join(part for part in parts if part)
    folded = unicodedata.normalize("NFKC", joined).casefold().replace("ё", "е")
    return " ".join(_APOSTROPHES.sub("", folded).split())


def search_key(*parts: str | None) -> str:
    """The parts folded and romanised, so that the spellings of a name meet, whatever language wrote it.

    >>> {search_key(name) for name in ("Жапаров", "Japarov", "Zhaparov", "Джапаров")}
    {'japarov'}

    The key keeps the order of the words and of the sounds: the beginning of a word has the beginning of its
    key, but where a pair of letters stands for one sound ("Tokay" of "Tokayev"). It is for comparing, not
    for reading; scripts other than Latin and Cyrillic stay as they are.
    """
    return " ".join(map(_key, fold(*parts).split(" ")))


@lru_cache(2**16)  # texts repeat their words: a word is romanised once
def _key(word: str) -> str:
    romanised = word.translate(_LETTERS)
    if not romanised.isascii():
        romanised = "".join(
            sign for sign in unicodedata.normalize("NFD", romanised) if not unicodedata.combining(sign)
        )
    sounds = _SOUND.sub(lambda found: _SOUNDS[found[0]], romanised)
    return _TWICE.sub(lambda found: found[0][0], sounds)


def words(asked: str) -> list[str]:
    """The keys of a question's words. A question without any word asks for nothing."""
    return _WORD.findall(search_key(asked))


def matches(table: Table, asked: str, dialect: str) -> ColumnElement[bool]:
    """True for rows of `table` whose `search` has every word of `asked` as the beginning of a word.

    Words that stand in double quotes must follow one another. The syntax of either index in the question has
    no effect: only letters and digits are passed on. PostgreSQL also finds a word of the row's own text by
    its stem, in Russian and English ("президенты" finds "президента").
    """
    if dialect == "sqlite":
        index = f"{table.name}_fts"
        row_id: ColumnElement[int] = literal_column("rowid")
        asks = text(f"{index} MATCH :asked").bindparams(bindparam("asked", _fts(asked), unique=True))
        return table.c.id.in_(select(row_id).select_from(text(index)).where(asks))
    held: ColumnElement[Any] = literal_column(f"{table.name}.words", TSVECTOR)
    wanted = terms(asked)
    found = held.bool_op("@@")(reduce(lambda one, more: one.op("&&")(more), map(_tsquery, wanted)))
    if any(term.phrase for term in wanted):
        # The server takes a phrase for as frequent as its words: without OFFSET it walks the table for one.
        return table.c.id.in_(select(table.c.id).where(found).offset(0))
    return found


@dataclass(frozen=True, slots=True)
class Term:
    """Words that follow one another (`phrase`), or the keys of one word, whose beginning is asked for."""

    asked: str
    keys: tuple[str, ...]
    phrase: bool


def terms(asked: str) -> list[Term]:
    """What a question asks for: all of them at once."""
    found: list[Term] = []
    for number, part in enumerate(asked.split('"')):
        quoted = bool(number % 2)
        found += [Term(one, tuple(words(one)), quoted) for one in ([part] if quoted else part.split())]
    return [term for term in found if term.keys]


def _fts(asked: str) -> str:
    """The question in FTS5's own language: quoted phrases as phrases, other words as prefixes. A single
    letter begins half of all words: it is looked for as a word of its own."""
    told: list[str] = []
    for term in terms(asked):
        told += (
            [f'"{" ".join(term.keys)}"']
            if term.phrase
            else [f'"{key}"*' if len(key) > 1 else f'"{key}"' for key in term.keys]
        )
    return " ".join(told)


def _tsquery(term: Term) -> ColumnElement[Any]:
    """The term in PostgreSQL's own language: a phrase, or beginnings of words or else the word's stem."""
    parts = [part for key in term.keys for part in key.split("_") if part]
    if term.phrase:
        return cast(literal(" <-> ".join(f"'{part}'" for part in parts)), TSQUERY)
    begun = cast(literal(" & ".join(f"'{part}'" + ":*" * (len(part) > 1) for part in parts)), TSQUERY)
    return begun.op("||")(func.plainto_tsquery(cast(literal("pg_catalog.russian"), REGCONFIG), term.asked))
