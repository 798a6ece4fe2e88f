"""Words listed with a star stand for every word that begins so."""

from __future__ import annotations


def stem_of(word: str, stems: frozenset[str]) -> str | None:
    """The longest listed beginning of a word, the word itself where it is listed whole, or None."""
    best = max((s for s in stems if s.endswith("*") and word.startswith(s[:-1])), key=len, default=None)
    if best is not None:
        return best[:-1]
    return word if word in stems else None
