"""Looking about in a Russian tree: what the rules that mend it share."""

from __future__ import annotations

from collections.abc import Sequence

from loaders.coding.syntax import SUBJECTS, Token

NAMES = ("NOUN", "PROPN", "PRON")
VERBAL = ("VERB", "AUX")


def case(token: Token) -> str:
    return str(token.feats.get("Case", ""))


def kids(tokens: Sequence[Token], i: int) -> list[Token]:
    return [t for t in tokens if t.head == i and t.i != i]


def finite(token: Token) -> bool:
    return token.pos in VERBAL and token.feats.get("VerbForm") == "Fin"


def agrees(noun: Token, verb: Token) -> bool:
    number, gender = verb.feats.get("Number"), verb.feats.get("Gender")
    same_number = number is None or noun.feats.get("Number") in (None, number)
    if not same_number:
        return number == "Plur" and noun.pos != "PRON"
    return gender is None or noun.feats.get("Gender") in (None, gender) or noun.pos == "PROPN"


def has_subject(tokens: Sequence[Token], verb: int) -> bool:
    return any(k.dep in SUBJECTS for k in kids(tokens, verb))


def has_preposition(tokens: Sequence[Token], i: int) -> bool:
    return any(k.dep == "case" for k in kids(tokens, i))


def upwards(tokens: Sequence[Token], i: int) -> list[int]:
    """The governors from near to far, the token itself first; safe against loops."""
    way = [i]
    while tokens[way[-1]].head not in way:
        way.append(tokens[way[-1]].head)
    return way


def ancestors(tokens: Sequence[Token], i: int) -> set[int]:
    return set(upwards(tokens, i))


def agrees_with_all(tokens: Sequence[Token], noun: Token, verb: Token) -> bool:
    several = any(k.dep == "conj" for k in kids(tokens, noun.i))
    if several and verb.feats.get("Number") == "Plur":
        return True
    return agrees(noun, verb)


def next_verb(tokens: Sequence[Token], noun: Token) -> Token | None:
    """The next finite verb to the right without a subject that the noun may be the subject of."""
    for verb in tokens[noun.i + 1 :]:
        if verb.text in (";", ":"):
            return None
        if finite(verb) and verb.dep != "acl:relcl":
            fits = not has_subject(tokens, verb.i) and agrees_with_all(tokens, noun, verb)
            return verb if fits else None
    return None
