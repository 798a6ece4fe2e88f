"""Mends what the Russian parser gets wrong again and again, where the cases of the words tell better.

Word order in Russian is free and the case says who acts; the parser goes by order first. Each rule here is
one such clash: "Тела Ташкент передал соседям" (a nominative hung on the object before it), "прошли
переговоры" (a nominative called an object), "вызвали в ведомство" (an object with a preposition).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from loaders.coding.syntax import SUBJECTS, Token

_NAMES = ("NOUN", "PROPN", "PRON")
_VERBAL = ("VERB", "AUX")
_AMOUNTS = ("около", "до", "свыше", "по", "более", "менее")


def repair(tokens: Sequence[Token]) -> list[Token]:
    """The same words with mended governors and relations."""
    mended = list(tokens)
    for rule in (_adjective, _prepositional_object, _nominative, _passive_subject):
        for i in range(len(mended)):
            rule(mended, i)
    return mended


def _case(token: Token) -> str:
    return str(token.feats.get("Case", ""))


def _kids(tokens: Sequence[Token], i: int) -> list[Token]:
    return [t for t in tokens if t.head == i and t.i != i]


def _finite(token: Token) -> bool:
    return token.pos in _VERBAL and token.feats.get("VerbForm") == "Fin"


def _adjective(tokens: list[Token], i: int) -> None:
    """An adjective before its noun in the same case belongs to it: "кыргызской стороне"."""
    token = tokens[i]
    if token.pos != "ADJ" or token.dep in ("amod", "root", "conj") or i + 1 >= len(tokens):
        return
    noun = tokens[i + 1]
    if noun.pos in ("NOUN", "PROPN") and _case(noun) == _case(token) != "" and noun.head in (i, token.head):
        head = token.head if noun.head == i else noun.head
        dep = token.dep if noun.head == i else noun.dep
        tokens[i] = replace(token, dep="amod", head=i + 1)
        tokens[i + 1] = replace(noun, head=head, dep=dep)
        for kid in _kids(tokens, i):
            if kid.i != i + 1:
                tokens[kid.i] = replace(kid, head=i + 1)


def _prepositional_object(tokens: list[Token], i: int) -> None:
    """A noun with a preposition is no object and no subject, but for amounts ("около ста человек")."""
    token = tokens[i]
    if token.dep in ("obj", "iobj", "nsubj", "nsubj:pass") and any(
        k.dep == "case" and k.lemma not in _AMOUNTS for k in _kids(tokens, i)
    ):
        tokens[i] = replace(token, dep="obl")


def _nominative(tokens: list[Token], i: int) -> None:
    """A nominative in a clause without a subject is its subject, wherever the parser hung it."""
    token = tokens[i]
    if token.pos not in _NAMES or _case(token) != "Nom" or token.dep not in ("obj", "nmod", "obl", "iobj"):
        return
    if any(k.dep == "case" for k in _kids(tokens, i)):
        return
    verb = tokens[token.head]
    if token.dep == "nmod" and not _finite(verb):
        if verb.pos not in _NAMES or _case(verb) in ("Nom", ""):
            return
        verb = tokens[verb.head]
    if _finite(verb) and _agrees(token, verb) and not any(k.dep in SUBJECTS for k in _kids(tokens, verb.i)):
        tokens[i] = replace(token, dep="nsubj", head=verb.i)


def _agrees(noun: Token, verb: Token) -> bool:
    number, gender = verb.feats.get("Number"), verb.feats.get("Gender")
    same_number = number is None or noun.feats.get("Number") in (None, number)
    if not same_number:
        return number == "Plur" and noun.pos != "PRON"
    return gender is None or noun.feats.get("Gender") in (None, gender) or noun.pos == "PROPN"


def _passive_subject(tokens: list[Token], i: int) -> None:
    """The subject of a passive form says so in its relation, and its agent stands in the instrumental."""
    token = tokens[i]
    verb = tokens[token.head]
    if verb.pos not in _VERBAL or verb.feats.get("Voice") != "Pass":
        return
    if token.dep == "nsubj" and verb.feats.get("VerbForm") == "Part":
        tokens[i] = replace(token, dep="nsubj:pass")
    elif (
        token.dep in ("obl", "iobj", "obj")
        and _case(token) == "Ins"
        and not any(k.dep == "case" for k in _kids(tokens, i))
        and verb.feats.get("VerbForm") == "Part"
        and (token.feats.get("Animacy") == "Anim" or token.pos == "PROPN")
    ):
        tokens[i] = replace(token, dep="obl:agent")
