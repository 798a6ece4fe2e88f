"""Passive clauses: how they are told from active ones, and by whom they say that something was done."""

from __future__ import annotations

from collections.abc import Iterator

from loaders.coding.names import Names, case_marks
from loaders.coding.parties import parties_of
from loaders.coding.scenes import Party
from loaders.coding.syntax import Token, Tree

_PASSIVE = frozenset({"nsubj:pass", "csubj:pass", "aux:pass"})


def is_passive(tree: Tree, verb: Token) -> bool:
    """Passive clause, or a bare passive participle ("banks blacklisted by London")."""
    if any(k.dep in _PASSIVE for k in tree.kids(verb.i)) or verb.feats.get("Voice") == "Pass":
        return True
    return (
        verb.feats.get("Tag") == "VBN"
        and not any(k.dep == "aux" for k in tree.kids(verb.i))
        and (verb.dep in ("acl", "amod", "advcl") or any(k.dep == "obl:agent" for k in tree.kids(verb.i)))
    )


def obliques(names: Names, i: int) -> Iterator[tuple[Token, frozenset[str]]]:
    """Phrases that hang on a word, with their prepositions and case."""
    for child in names.tree.kids(i, "obl", "nmod", "iobj"):
        yield child, case_marks(names.tree, child)


def agents_of(names: Names, verb: Token) -> tuple[Party, ...]:
    """Who does what a passive tells: "by Paris", "со стороны Парижа", "патрулём", "указом президента"."""
    agents = list(names.tree.kids(verb.i, "obl:agent"))
    if not agents:  # "had been expressed in a message by the head of state"
        by = names.lexicon.word("agents")
        below = [verb, *names.tree.kids(verb.i, "obl", "nmod", "obj")]
        agents = [k for b in below for k, marks in obliques(names, b.i) if marks & by]
    sides = names.lexicon.word("side_nouns")
    agents = agents or [k for k in names.tree.kids(verb.i, "obl") if k.lemma in sides]
    if not any(parties_of(names, k.i) for k in agents):
        papers = names.lexicon.word("instruments")
        agents = [
            k
            for k, marks in obliques(names, verb.i)
            if "+ins" in marks or (k.lemma in papers and "по+dat" in marks)
        ]
    return tuple(p for k in agents for p in parties_of(names, k.i))
