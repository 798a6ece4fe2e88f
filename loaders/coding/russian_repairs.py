"""Mends what the Russian parser gets wrong again and again, where the cases of the words tell better.

Word order in Russian is free and the case says who acts; the parser goes by order first. Each rule here is
one such clash: "Тела Ташкент передал соседям" (a nominative hung on the object before it), "прошли
переговоры" (a nominative called an object), "вызвали в ведомство" (an object with a preposition).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from loaders.coding import russian_lists, russian_order, russian_subjects
from loaders.coding.russian_tree import VERBAL, ancestors, case, finite, kids, upwards
from loaders.coding.russian_words import lemmatise, plural_nominative
from loaders.coding.syntax import Token

AMOUNTS = ("около", "до", "свыше", "по", "более", "менее")


def repair(tokens: Sequence[Token]) -> list[Token]:
    """The same words with mended governors and relations."""
    mended = list(tokens)
    for rule in (
        _leading_adjective,
        _adjectives,
        _adjective,
        _participle,
        _infinitive,
        _prepositional_object,
        _converb,
        _relative,
        russian_subjects.two_names,
        russian_subjects.nominative,
        russian_lists.noun_beside,
        russian_lists.misread_subject,
        russian_lists.possessive,
        russian_subjects.lost_root,
        russian_subjects.crossed_subjects,
        russian_subjects.too_many_subjects,
        russian_subjects.stray_nominative,
        russian_subjects.first_of_two_objects,
        russian_subjects.bare_name,
        russian_subjects.seat_and_object,
        russian_order.no_subject,
        russian_order.paper_first,
        russian_lists.person_and_place,
        russian_lists.several_sign,
        russian_lists.amount_held,
        russian_lists.person_last,
        russian_lists.joined_objects,
        russian_lists.joined_by_dashes,
        russian_order.lost_object,
        russian_order.receiver,
        russian_order.object_first,
        russian_order.acting_name,
        russian_subjects.impersonal,
        russian_subjects.plural_subject,
        russian_subjects.passive_subject,
    ):
        for i in range(len(mended)):
            rule(mended, i)
    return _rooted(mended)


def _rooted(tokens: list[Token]) -> list[Token]:
    """Every word hangs on the root: a loop, should a rule make one, is cut."""
    root = next((t.i for t in tokens if t.head == t.i), 0)
    for i in range(len(tokens)):
        top = upwards(tokens, i)[-1]
        if tokens[top].head != top:
            tokens[i] = replace(tokens[i], head=root, dep="parataxis")
    return tokens


def _leading_adjective(tokens: list[Token], i: int) -> None:
    """An adjective as root with its noun below: "Верительные грамоты вручил посол"."""
    token = tokens[i]
    if token.pos != "ADJ" or token.head != i or i + 1 >= len(tokens):
        return
    noun = tokens[i + 1]
    if token.feats.get("Number") == "Plur" and case(noun) == "Gen" and plural_nominative(noun.text):
        # "Верительные грамоты": the same form is a genitive singular
        noun = replace(noun, feats={**noun.feats, "Number": "Plur", "Case": case(token)})
    if noun.pos in ("NOUN", "PROPN") and noun.head == i and case(noun) == case(token) != "":
        tokens[i] = replace(token, dep="amod", head=i + 1)
        tokens[i + 1] = replace(noun, dep="root", head=i + 1)
        for kid in kids(tokens, i):
            tokens[kid.i] = replace(kid, head=i + 1)


def _participle(tokens: list[Token], i: int) -> None:
    """ "Протестующие собрались": a participle as subject is a noun."""
    token = tokens[i]
    if token.feats.get("VerbForm") == "Part" and token.pos == "VERB" and token.dep == "nsubj":
        lemma = lemmatise(token.text, "NOUN", case(token), "")
        tokens[i] = replace(token, pos="NOUN", lemma=lemma)


def _infinitive(tokens: list[Token], i: int) -> None:
    """An infinitive that hangs on a noun is its clause: "планы приобрести дроны"."""
    token = tokens[i]
    if token.feats.get("VerbForm") != "Inf":
        return
    verb = next((k for k in kids(tokens, i) if k.lemma in ("быть", "стать") and finite(k) and k.i > i), None)
    if token.head == i and verb is not None:  # "обсуждать базу Бишкек не будет"
        tokens[verb.i] = replace(verb, dep="root", head=verb.i)
        tokens[i] = replace(token, dep="xcomp", head=verb.i)
    elif token.dep in ("nmod", "obl", "obj"):
        tokens[i] = replace(token, dep="acl" if tokens[token.head].pos not in VERBAL else "xcomp")


def _adjective(tokens: list[Token], i: int) -> None:
    """An adjective before its noun in the same case belongs to it: "кыргызской стороне"."""
    token = tokens[i]
    if token.pos != "ADJ" or token.dep in ("amod", "root", "conj") or i + 1 >= len(tokens):
        return
    noun = tokens[i + 1]
    if noun.pos in ("NOUN", "PROPN") and case(noun) == case(token) != "" and noun.head in (i, token.head):
        head = token.head if noun.head == i else noun.head
        dep = token.dep if noun.head == i else noun.dep
        tokens[i] = replace(token, dep="amod", head=i + 1)
        tokens[i + 1] = replace(noun, head=head, dep=dep)
        for kid in kids(tokens, i):
            if kid.i != i + 1:
                tokens[kid.i] = replace(kid, head=i + 1)


def _adjectives(tokens: list[Token], i: int) -> None:
    """ "Раунд российско-кыргызских политических консультаций": several before one noun, in its case."""
    token = tokens[i]
    if token.pos != "ADJ" or token.dep in ("amod", "root", "conj") or i + 2 >= len(tokens):
        return
    second, noun = tokens[i + 1], tokens[i + 2]
    alike = second.pos == "ADJ" and case(second) == case(noun) == case(token) != ""
    if not alike or noun.pos not in ("NOUN", "PROPN") or noun.head != i:
        return
    owner = tokens[i - 1] if i and case(token) == "Gen" and tokens[i - 1].pos == "NOUN" else None
    tokens[i] = replace(token, dep="amod", head=noun.i)
    if owner is not None:
        tokens[noun.i] = replace(noun, dep="nmod", head=owner.i)
    else:
        tokens[noun.i] = replace(noun, dep=token.dep, head=token.head)


def _prepositional_object(tokens: list[Token], i: int) -> None:
    """A noun with a preposition is no object and no subject, but for amounts ("около ста человек")."""
    token = tokens[i]
    if token.dep in ("obj", "iobj", "nsubj", "nsubj:pass") and any(
        k.dep == "case" and k.lemma not in AMOUNTS for k in kids(tokens, i)
    ):
        tokens[i] = replace(token, dep="obl")


def _relative(tokens: list[Token], i: int) -> None:
    """The clause of "которое" describes the noun before it: "правительству, которое передало груз"."""
    token = tokens[i]
    verb = tokens[token.head]
    if token.lemma != "который" or case(token) != "Nom" or verb.dep not in ("conj", "parataxis", "ccomp"):
        return
    if not finite(verb) or token.dep not in ("nsubj", "nsubj:pass"):
        return
    same = ("Number", "Gender") if token.feats.get("Number") == "Sing" else ("Number",)
    for noun in reversed(tokens[max(0, i - 8) : i]):
        if noun.pos not in ("NOUN", "PROPN") or verb.i in ancestors(tokens, noun.i):
            continue
        if all(noun.feats.get(f) == token.feats.get(f) for f in same):
            tokens[verb.i] = replace(verb, dep="acl:relcl", head=noun.i)
            return


def _converb(tokens: list[Token], i: int) -> None:
    """A converb belongs to a verb, not to a noun: "предложил площадку, дозвонившись соседу"."""
    token = tokens[i]
    if token.feats.get("VerbForm") != "Conv" or token.dep not in ("acl", "acl:relcl"):
        return
    seen, k = {i}, token.head
    while tokens[k].pos not in VERBAL and tokens[k].head not in seen and tokens[k].head != k:
        seen.add(k)
        k = tokens[k].head
    if tokens[k].pos in VERBAL and i not in ancestors(tokens, k):
        tokens[i] = replace(token, dep="advcl", head=k)
