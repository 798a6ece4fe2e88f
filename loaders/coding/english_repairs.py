"""Systematic slips of the English parser, mended: clauses after semicolons, owners, past tenses."""

from __future__ import annotations

from dataclasses import replace

from loaders.coding.syntax import APART, Token

_VERBAL = frozenset({"VERB", "AUX"})
_OWN = "'s"


def repair(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The tokens of a sentence with its slips mended."""
    return _past(_owners(_semicolons(tokens)))


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


def _past(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """ "Riyadh interceded between them", "The OSCE facilitated talks": a past tense taken for a participle.

    In a sentence without a finite verb, a participle right after a name becomes the verb and the name its
    subject.
    """
    root = next((t for t in tokens if t.dep == "root"), None)
    finite = ("VBD", "VBZ", "VBP", "MD")
    if root is None or root.pos not in ("NOUN", "PROPN") or any(t.feats.get("Tag") in finite for t in tokens):
        return tokens
    for verb in tokens[1:]:
        name = tokens[verb.i - 1]
        if verb.head != root.i or verb.feats.get("Tag") != "VBN" or name.pos != "PROPN":
            continue
        if verb.dep == "acl" and name.i == root.i:
            changed = {root.i: replace(root, dep="nsubj", head=verb.i)}
        elif verb.dep == "amod" and name.head == root.i and verb.i < root.i:
            changed = {root.i: replace(root, dep="obj", head=verb.i)}
            changed[name.i] = replace(name, dep="nsubj", head=verb.i)
            first = min(name.i, *(t.i for t in tokens if t.head == root.i))
            changed.update({t.i: replace(t, head=name.i) for t in tokens[first : name.i] if t.head == root.i})
        else:
            continue
        changed[verb.i] = replace(verb, pos="VERB", dep="root", head=verb.i, feats={"Tag": "VBD"})
        return tuple(changed.get(t.i, t) for t in tokens)
    return tokens
