"""Systematic slips of the English parser, mended in the neutral shape: clauses after semicolons, owners."""

from __future__ import annotations

from dataclasses import replace

from loaders.coding.syntax import APART, Token

_VERBAL = frozenset({"VERB", "AUX"})
_OWN = "'s"


def repair(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The tokens of a sentence with its slips mended."""
    return _owners(_semicolons(tokens))


def _semicolons(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """ "Five families were expelled; Kabul thanked nobody": the first is no complement."""
    cuts = [t.i for t in tokens if t.text == ";"]
    return tuple(
        replace(t, dep=APART)
        if t.dep == "ccomp" and t.pos in _VERBAL and any(t.i < cut < t.head for cut in cuts)
        else t
        for t in tokens
    )


def _owners(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """ "Satkaliyev and Azerbaijan's Shahbazov": the first is joined to the last, only the second owns it."""
    changed = list(tokens)
    for first in tokens:
        second = next((t for t in tokens if t.dep == "conj" and t.head == first.i), None)
        if first.dep != "nmod:poss" or second is None or first.pos != "PROPN":
            continue
        owned = tokens[first.head]
        owning = {t.head for t in tokens if t.text == _OWN}
        if first.i in owning or second.i not in owning or owned.pos != "PROPN" or owned.i < second.i:
            continue
        changed[first.i] = replace(
            first, dep=owned.dep, head=owned.head if owned.head != owned.i else first.i
        )
        changed[owned.i] = replace(owned, dep="conj", head=first.i)
        changed[second.i] = replace(second, dep="nmod:poss", head=owned.i)
    return tuple(changed)
