"""Systematic slips of the English parser, mended in the neutral shape.

Clauses after semicolons, owners in lists, past tenses, subjects that an opening adjunct has swallowed.
"""

from __future__ import annotations

import re
from dataclasses import replace

from loaders.coding.english_fronted import fronted
from loaders.coding.syntax import APART, SUBJECTS, Token

_VERBAL = frozenset({"VERB", "AUX"})
_OWN = "'s"
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_WHERE = frozenset({"in", "at", "on", "near"})
NEAR = 3  # words from the place to the name that follows it
_YEAR = re.compile(r"(?:19|20)\d\d")


def repair(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The tokens of a sentence with its slips mended."""
    return _swallowed(fronted(_past(_owners(_years(_semicolons(tokens))))))


def _semicolons(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """ "Five families were expelled; Kabul thanked nobody": the first is no complement."""
    cuts = [t.i for t in tokens if t.text == ";"]
    return tuple(
        replace(t, dep=APART)
        if t.dep == "ccomp" and t.pos in _VERBAL and any(t.i < cut < t.head for cut in cuts)
        else t
        for t in tokens
    )


def _years(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """ "In 2019 Tashkent cancelled visas": the year is no number of towns, and the town is the subject."""
    changed = list(tokens)
    for mark, year, name in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if mark.text.casefold() != "in" or not _YEAR.fullmatch(year.text) or name.pos != "PROPN":
            continue
        verb = tokens[name.head]
        own = {t.i for t in tokens if t.head == name.i and t.dep == "case"}
        if name.dep != "obl" or own - {mark.i} or verb.i < name.i:
            continue
        if any(t.head == verb.i and t.dep.startswith("nsubj") for t in tokens):
            continue
        changed[mark.i] = replace(mark, head=year.i)
        changed[year.i] = replace(year, dep="obl", head=verb.i)
        changed[name.i] = replace(name, dep="nsubj")
    return tuple(changed)


def _owners(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """ "Satkaliyev and Azerbaijan's Shahbazov": the first is joined to the last, only the second owns it."""
    changed = list(tokens)
    for first in tokens:
        second = next((t for t in tokens if t.dep == "conj" and t.head == first.i), None)
        if first.dep not in ("nmod:poss", "nmod") or second is None or first.pos != "PROPN":
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


def _swallowed(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """ "In Baku Tokayev met Aliyev": the name after the place or day is the subject."""
    changed = list(tokens)
    for verb in tokens:
        kids = [t for t in tokens if t.head == verb.i and t.i != verb.i]
        finite = verb.feats.get("Tag") in _FINITE or any(t.dep in ("aux", "aux:pass") for t in kids)
        if verb.pos not in _VERBAL or not finite or verb.dep not in ("root", "ccomp", "conj", "advcl"):
            continue
        if any(t.dep in SUBJECTS or t.dep == "expl" for t in kids):
            continue
        found = _names_together(tokens, verb, kids)
        if found is None:
            continue
        name, place, preposition = found
        passive = any(t.dep == "aux:pass" for t in kids)
        changed[place.i] = replace(place, dep=name.dep, head=name.head)
        changed[preposition.i] = replace(preposition, head=place.i)
        changed[name.i] = replace(name, dep="nsubj:pass" if passive else "nsubj", head=verb.i)
    return tuple(changed)


def _names_together(
    tokens: tuple[Token, ...], verb: Token, kids: list[Token]
) -> tuple[Token, Token, Token] | None:
    """The name that should be the subject, the place or day before it, and the preposition of that."""
    above = {t.i for t in kids if t.dep == "obl" and t.i < verb.i}
    for name in tokens[: verb.i]:
        inside = name.i in above or (name.dep == "nmod" and name.head in above)
        if name.pos != "PROPN" or not inside or not _reaches(tokens, name, verb):
            continue
        below = [t for t in tokens if t.head == name.i]
        case = next((t for t in below if t.dep == "case" and t.lemma in _WHERE), None)
        place = next((t for t in below if t.dep == "compound" and case and t.i == case.i + 1), None)
        if case is not None and place is not None and place.pos == "PROPN" and name.i - place.i <= NEAR:
            return name, place, case
    return None


def _reaches(tokens: tuple[Token, ...], name: Token, verb: Token) -> bool:
    """Whether nothing but what is joined to the name stands between it and the verb."""
    last, joined = name.i, {name.i}
    for token in tokens[name.i + 1 : verb.i]:
        if token.head in joined or token.text == ",":
            joined.add(token.i)
            last = token.i if token.text != "," else last
    return all(t.pos in ("AUX", "ADV", "PART") for t in tokens[last + 1 : verb.i])
