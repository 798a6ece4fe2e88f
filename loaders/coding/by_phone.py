"""Talks that were held from afar: the words of meeting, and beside them a telephone or a screen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from loaders.coding.syntax import SUBJECTS, Token, Tree
from loaders.coding.triggers import Hit
from models.vocabulary.lexicon import Lexicon

_PHRASES = ("obl", "obj", "advmod", "iobj")
_WITHIN = ("amod", "nmod", "compound", "conj")


def by_phone(tree: Tree, hits: Sequence[Hit], lexicon: Lexicon) -> list[Hit]:
    """The hits; "they discussed it by phone" is a call and no meeting."""
    afar = lexicon.word("from_afar")
    return [_called(hit) if _is_afar(tree, hit, afar) else hit for hit in hits]


def _called(hit: Hit) -> Hit:
    return replace(hit, expression=replace(hit.expression, action="call"))


def _is_afar(tree: Tree, hit: Hit, afar: frozenset[str]) -> bool:
    if hit.expression.action != "meet" or not tree.parsed:
        return False
    head = tree.tokens[hit.head]
    if head.pos in ("VERB", "AUX"):
        return any(_says(tree, k, afar) for k in tree.kids(hit.head, *_PHRASES))
    return head.dep not in SUBJECTS and any(
        k.lemma in afar or k.text.casefold() in afar for k in tree.kids(hit.head, *_WITHIN)
    )


def _says(tree: Tree, token: Token, afar: frozenset[str]) -> bool:
    """Whether a phrase is "by phone" or "in a telephone talk"."""
    near = (token, *tree.kids(token.i, *_WITHIN))
    return any({t.lemma, t.text.casefold()} & afar for t in near)
