"""Slips of the English parser around phrases before the verb and prepositions that are said twice."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from loaders.coding.syntax import SUBJECTS, Token

_SINCE = frozenset({"since", "after", "before", "until", "as", "once"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_PHRASE = frozenset({"obl", "nmod"})
_CLAUSE = frozenset({"root", "ccomp", "conj", "advcl"})


def fronted(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The tokens with those slips mended."""
    return _counted(_after_quotation(_since(_said_twice(_neighbouring(tokens)))))


def _neighbouring(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """ "In neighbouring Uzbekistan": an adjective that was taken for a participle with its object."""
    changed = list(tokens)
    for word, name in pairwise(tokens):
        if word.lemma not in ("neighbour", "neighbor", "neighbouring", "neighboring"):
            continue
        if name.pos != "PROPN" or name.head != word.i or name.dep == "compound":
            continue
        before = tokens[word.i - 1] if word.i else None
        verb = tokens[word.head]
        while verb.pos not in ("VERB", "AUX") and verb.head != verb.i:
            verb = tokens[verb.head]
        governed = before is not None and before.pos == "ADP"
        changed[word.i] = replace(word, pos="ADJ", lemma=word.text.casefold(), dep="amod", head=name.i)
        changed[name.i] = replace(name, dep="obl" if governed else word.dep, head=verb.i)
        if governed and before is not None:
            changed[before.i] = replace(before, dep="case", head=name.i)
    return tuple(changed)


def _said_twice(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """ "Sat down with A alone and with B": the second noun is joined to that of the first preposition."""
    changed = list(tokens)
    for again in tokens:
        if again.pos != "ADP" or again.dep != "conj":
            continue
        noun = next((t for t in tokens[again.i + 1 :] if t.pos in _NOUNS and t.dep in _PHRASE), None)
        cases = [t for t in tokens[: again.i] if t.dep == "case" and t.lemma == again.lemma]
        if (
            noun is None
            or not cases
            or any(t.head == noun.i and t.dep == "case" and t.text != "'s" for t in tokens)
        ):
            continue
        first = tokens[cases[-1].head]
        if first.pos in _NOUNS and first.i < again.i:
            changed[noun.i] = replace(noun, dep="conj", head=first.i)
            changed[again.i] = replace(again, dep="case", head=noun.i)
    return tuple(changed)


def _since(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """ "A year has passed since Tokayev, the city in flames, appealed": the name is a subject."""
    changed = list(tokens)
    for mark in tokens:
        name = tokens[mark.head]
        if (
            mark.dep != "case"
            or mark.lemma not in _SINCE
            or name.pos != "PROPN"
            or name.dep not in ("obl", "nmod")
        ):
            continue
        for verb in tokens[name.i + 1 :]:
            kids = [t for t in tokens if t.head == verb.i]
            if verb.dep != "conj" or verb.feats.get("Tag") not in _FINITE or verb.head > mark.i:
                continue
            joined = any(
                t.dep == "cc" and verb.head == t.head and t.i > name.i and t.i < verb.i for t in tokens
            )
            if joined or any(t.dep in SUBJECTS for t in kids):
                break
            changed[verb.i] = replace(verb, dep="advcl")
            changed[name.i] = replace(name, dep="nsubj", head=verb.i)
            changed[mark.i] = replace(mark, dep="mark", head=verb.i)
            break
    return tuple(changed)


def _after_quotation(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """ "He said that it was 'invincible' and called for peace": who said it called, the quotation is over."""
    changed = list(tokens)
    for verb in tokens:
        said = tokens[verb.head]
        told = tokens[said.head]
        if verb.dep != "conj" or said.dep != "ccomp" or verb.feats.get("Tag") != "VBD":
            continue
        joint = next(
            (t for t in tokens if t.dep == "cc" and t.head == said.i and said.i < t.i < verb.i), None
        )
        closes = joint is not None and tokens[joint.i - 1].text == '"'
        if (
            closes
            and told.feats.get("Tag") == "VBD"
            and not any(t.head == verb.i and t.dep in SUBJECTS for t in tokens)
        ):
            changed[verb.i] = replace(verb, head=told.i)
    return tuple(changed)


def _counted(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """ "In July 2024 four of the states held a drill": the number opens the subject, not the date."""
    changed = list(tokens)
    for number in tokens:
        if number.dep != "nummod" or number.head > number.i or number.text.isdigit():
            continue
        below = [t for t in tokens if t.head == number.i and t.dep in ("nmod", "obl") and t.i > number.i]
        verb = tokens[tokens[number.head].head]
        if not below or verb.feats.get("Tag") not in _FINITE or verb.dep not in _CLAUSE or verb.i < number.i:
            continue
        if not any(t.head == verb.i and t.dep in SUBJECTS for t in tokens):
            changed[number.i] = replace(number, dep="nsubj", head=verb.i)
    return tuple(changed)
