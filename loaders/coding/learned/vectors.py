"""What words mean, as vectors: words that are used alike lie close together.

English: data/english_words.npz, made by build_vectors.py. Russian: navec, which comes with the parser; the
model of clauses carries the plane that turns its 300 dimensions to fewer.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from loaders.coding import russian

DATA = Path(__file__).parent / "data"
ENGLISH = DATA / "english_words.npz"
Vector = NDArray[np.float32]
Lookup = Callable[[str], Vector | None]


@cache
def _table() -> tuple[dict[str, int], NDArray[np.float32]]:
    with np.load(ENGLISH) as file:
        words, table = str(file["words"]).split("\n"), file["vectors"].astype(np.float32)
    table /= np.linalg.norm(table, axis=1, keepdims=True)
    return {word: i for i, word in enumerate(words)}, table


def english(word: str) -> Vector | None:
    """The vector of a lemma, of unit length; None for a word that is not in the file."""
    rows, table = _table()
    row = rows.get(word)
    return None if row is None else table[row]


@lru_cache(maxsize=50_000)
def russian_word(word: str) -> Vector | None:
    """Navec's 300 numbers for a lemma, of unit length; None for an unknown word."""
    found = russian.meaning(word)
    if found is None:
        return None
    vector = np.asarray(found, dtype=np.float32)
    return vector / max(1e-6, float(np.linalg.norm(vector)))


LOOKUPS: dict[str, Lookup] = {"en": english, "ru": russian_word}
