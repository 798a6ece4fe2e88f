"""Several names in a row in Russian: routes joined by dashes, two objects before a verb that is singular."""

from __future__ import annotations

from dataclasses import replace

from loaders.coding.russian_order import LEFT_WEAK, PAPERS, TITLED
from loaders.coding.russian_tree import agrees, ancestors, case, finite, has_preposition, kids
from loaders.coding.russian_words import possible_cases, transitive
from loaders.coding.syntax import Token

# Nouns in the singular that a plural verb may be said of.
CROWDS = frozenset(
    ("большинство", "ряд", "часть", "множество", "десяток", "сотня", "тысяча", "пара", "группа")
)
DASHES = ("—", "–", "-")


def joined_by_dashes(tokens: list[Token], i: int) -> None:
    """ "Дорога Китай — Кыргызстан — Узбекистан": the names of a route stand side by side."""
    token = tokens[i]
    if i < 2 or token.pos != "PROPN" or tokens[i - 1].text not in DASHES or tokens[i - 2].pos != "PROPN":
        return
    before = tokens[i - 2]
    if token.dep in ("appos", "nmod", "parataxis", "flat:name") and case(token) == case(before) == "Nom":
        first = tokens[before.head] if before.dep == "conj" else before
        if i not in ancestors(tokens, first.i):
            tokens[i] = replace(token, dep="conj", head=first.i)


def joined_objects(tokens: list[Token], i: int) -> None:
    """ "Ереван и Баку сводил Бишкек": two before a singular verb are its objects, the name behind it acts."""
    noun = tokens[i]
    verb = tokens[noun.head]
    if noun.dep != "nsubj" or noun.pos not in ("PROPN", "NOUN") or not finite(verb) or i > verb.i:
        return
    if verb.feats.get("Number") != "Sing" or not transitive(verb.text):
        return
    joined = [k for k in kids(tokens, i) if k.dep == "conj" and k.i < verb.i]
    if not joined or any("Acc" not in possible_cases(k.text) for k in (noun, *joined)):
        return
    for other in kids(tokens, verb.i):
        acts = other.i > verb.i and other.dep in ("nsubj", "obj", "appos") and agrees(other, verb)
        if acts and other.pos in ("PROPN", "NOUN") and "Nom" in possible_cases(other.text):
            tokens[i] = replace(noun, dep="obj")
            tokens[other.i] = replace(other, dep="nsubj")
            return


def person_last(tokens: list[Token], i: int) -> None:
    """ "Закон скрепил своей подписью Садыр Жапаров": a person in the nominative signs the paper."""
    paper = tokens[i]
    verb = tokens[paper.head]
    if paper.dep != "nsubj" or paper.lemma not in PAPERS or not finite(verb) or not transitive(verb.text):
        return
    if i > verb.i or "Acc" not in possible_cases(paper.text):
        return
    for name in tokens[verb.i + 1 :]:
        if finite(name) or name.text in (",", ";", ":"):
            return
        head = tokens[name.head]
        weak = name.pos == "PROPN" and name.dep in LEFT_WEAK and case(name) == "Nom"
        weak = weak and head.lemma not in TITLED and case(head) != "Nom" and agrees(name, verb)
        if weak and not has_preposition(tokens, name.i) and name.i not in ancestors(tokens, verb.i):
            tokens[i] = replace(paper, dep="obj")
            tokens[name.i] = replace(name, dep="nsubj", head=verb.i)
            return


def person_and_place(tokens: list[Token], i: int) -> None:
    """ "Ташкент посетил министр": of a place before the verb and a person behind it the person acts."""
    place = tokens[i]
    verb = tokens[place.head]
    if place.dep != "nsubj" or place.feats.get("Animacy") != "Inan" or i > verb.i or not finite(verb):
        return
    if not transitive(verb.text) or "Acc" not in possible_cases(place.text):
        return
    for other in kids(tokens, verb.i):
        acts = other.i > verb.i and other.dep in ("nsubj", "parataxis") and agrees(other, verb)
        person = other.pos == "NOUN" and other.feats.get("Animacy") == "Anim" and case(other) == "Nom"
        if acts and person and not has_preposition(tokens, other.i):
            tokens[i] = replace(place, dep="obj")
            tokens[other.i] = replace(other, dep="nsubj")
            return


def several_sign(tokens: list[Token], i: int) -> None:
    """ "Протокол скрепили министры": a thing in the singular is the object of a plural verb, people act."""
    thing = tokens[i]
    verb = tokens[thing.head]
    if thing.dep != "nsubj" or thing.pos != "NOUN" or thing.feats.get("Animacy") != "Inan" or i > verb.i:
        return
    if not finite(verb) or verb.feats.get("Number") != "Plur" or thing.feats.get("Number") != "Sing":
        return
    many = thing.lemma in CROWDS or any(k.dep == "conj" or k.pos == "NUM" for k in kids(tokens, i))
    if many or not transitive(verb.text) or "Acc" not in possible_cases(thing.text):
        return
    tokens[i] = replace(thing, dep="obj")
    for other in kids(tokens, verb.i):
        people = other.pos == "NOUN" and other.feats.get("Number") == "Plur" and case(other) == "Nom"
        if people and other.i > verb.i and other.dep in ("nsubj", "parataxis", "obj", "appos"):
            tokens[other.i] = replace(other, dep="nsubj")
            return


def amount_held(tokens: list[Token], i: int) -> None:
    """ "Больше тысячи задержали пограничники": of an amount and people behind the verb the people act."""
    amount = tokens[i]
    verb = tokens[amount.head]
    counted = amount.pos == "NUM" or any(k.pos == "NUM" or k.dep == "nummod" for k in kids(tokens, i))
    if amount.dep != "nsubj" or not counted or i > verb.i or not finite(verb) or not transitive(verb.text):
        return
    for other in kids(tokens, verb.i):
        people = other.pos == "NOUN" and other.feats.get("Animacy") == "Anim" and case(other) == "Nom"
        if people and other.i > verb.i and other.dep in ("nsubj", "parataxis") and agrees(other, verb):
            tokens[i] = replace(amount, dep="obj")
            tokens[other.i] = replace(other, dep="nsubj")
            return


def possessive(tokens: list[Token], i: int) -> None:
    """ "Их пограничники столкнулись с патрулём": before a noun, where the verb has no use for an object."""
    token = tokens[i]
    if token.text.casefold() not in ("их", "его", "ее", "её") or token.dep not in (
        "obj",
        "nmod",
        "iobj",
        "obl",
    ):
        return
    noun = next((t for t in tokens[i + 1 : i + 3] if t.pos != "ADJ"), None)
    verb = tokens[token.head]
    if noun is None or noun.pos != "NOUN" or noun.i == token.head or has_preposition(tokens, i):
        return
    taken = any(k.dep == "obj" and k.i != i for k in kids(tokens, verb.i)) or not transitive(verb.text)
    if taken and i not in ancestors(tokens, noun.i):
        tokens[i] = replace(token, dep="det", head=noun.i)


def misread_subject(tokens: list[Token], i: int) -> None:
    """ "Посланцы гостили в столице": a nominative cut off before a verb without a subject acts."""
    token = tokens[i]
    verb = tokens[token.head]
    if (
        token.dep != "parataxis"
        or token.pos != "NOUN"
        or case(token) != "Nom"
        or not finite(verb)
        or i > verb.i
    ):
        return
    lone = not has_preposition(tokens, i) and not any(t.text in ",;:—–()" for t in tokens[i + 1 : verb.i])
    if lone and agrees(token, verb) and not any(k.dep == "nsubj" for k in kids(tokens, verb.i)):
        tokens[i] = replace(token, dep="nsubj")


def noun_beside(tokens: list[Token], i: int) -> None:
    """ "Музыканта, приехавшего из Бишкека, казахская полиция схватила": another case, so no apposition."""
    token = tokens[i]
    head = tokens[token.head]
    if token.dep != "appos" or token.pos != "NOUN" or case(token) != "Nom" or has_preposition(tokens, i):
        return
    if case(head) in ("Nom", "") or {case(head), "Acc"} & possible_cases(token.text):
        return
    verb = tokens[head.head]
    if i and tokens[i - 1].text in ("«", '"', "“"):
        return
    free = finite(verb) and not any(k.dep in ("nsubj", "nsubj:pass") for k in kids(tokens, verb.i))
    if free and agrees(token, verb) and i not in ancestors(tokens, verb.i):
        tokens[i] = replace(token, dep="nsubj", head=verb.i)
