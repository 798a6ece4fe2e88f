"""Searching text in any case and script: one folding for what is stored and for what is asked.

SQLite's LIKE knows the case of ASCII letters only, so the folded text is stored in a column of its own and
indexed by words (FTS5, kept in step by triggers); other databases compare the same column by LIKE.
"""

from __future__ import annotations

import re
import unicodedata

from sqlalchemy import ColumnElement, Table, and_, bindparam, literal_column, select, text

# Marks that writers of Uzbek, Kazakh and English put for one another; none of them parts a word.
_APOSTROPHES = re.compile("['’‘ʻʼ`´′]")
_WORD = re.compile(r"\w+")


def fold(*parts: str | None) -> str:
    """The parts in one line: no case, no apostrophes, no dots on ё, compatibility forms resolved."""
    joined = " ".join(part for part in parts if part)
    folded = unicodedata.normalize("NFKC", joined).casefold().replace("ё", "е")
    return " ".join(_APOSTROPHES.sub("", folded).split())


def words(asked: str) -> list[str]:
    """The words of a question, folded. A question without any word asks for nothing."""
    return _WORD.findall(fold(asked))


def matches(table: Table, asked: str, dialect: str) -> ColumnElement[bool]:
    """True for rows of `table` whose `search` has every word of `asked` as the beginning of a word.

    Words that stand in double quotes must follow one another. FTS syntax in the question has no effect:
    only letters and digits are passed on.
    """
    if dialect == "sqlite":
        index = f"{table.name}_fts"
        row_id: ColumnElement[int] = literal_column("rowid")
        asks = text(f"{index} MATCH :asked").bindparams(bindparam("asked", _fts(asked), unique=True))
        return table.c.id.in_(select(row_id).select_from(text(index)).where(asks))
    return and_(*(table.c.search.contains(word, autoescape=True) for word in words(asked)))


def _fts(asked: str) -> str:
    """The question in FTS5's own language: quoted phrases as phrases, other words as prefixes."""
    terms: list[str] = []
    for number, part in enumerate(asked.split('"')):
        found = words(part)
        if number % 2 and found:
            terms.append('"' + " ".join(found) + '"')
        else:
            terms += [f'"{word}"*' for word in found]
    return " ".join(terms)
