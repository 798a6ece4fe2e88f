"""Who acts in a Russian clause: subjects that the parser missed, mixed up or gave to the wrong verb."""

from __future__ import annotations

from dataclasses import replace

from loaders.coding.russian_tree import (
    NAMES,
    VERBAL,
    agrees,
    agrees_with_all,
    ancestors,
    case,
    finite,
    has_preposition,
    has_subject,
    kids,
    next_verb,
    upwards,
)
from loaders.coding.russian_words import indeclinable, plural_nominative, possible_cases, transitive
from loaders.coding.syntax import SUBJECTS, Token


def nominative(tokens: list[Token], i: int) -> None:
    """A nominative in a clause without a subject is its subject, wherever the parser hung it."""
    token = tokens[i]
    if token.pos not in NAMES or case(token) != "Nom" or token.dep not in ("obj", "nmod", "obl", "iobj"):
        return
    if any(k.dep == "case" for k in kids(tokens, i)):
        return
    verb = tokens[token.head]
    if token.dep == "nmod" and not finite(verb):
        if verb.pos not in NAMES or case(verb) in ("Nom", ""):
            return
        verb = tokens[verb.head]
    if finite(verb) and agrees(token, verb) and not any(k.dep in SUBJECTS for k in kids(tokens, verb.i)):
        tokens[i] = replace(token, dep="nsubj", head=verb.i)


def two_names(tokens: list[Token], i: int) -> None:
    """A nominative after a name in another case is a second person: "Жапарову Рахмон вручил орден"."""
    token = tokens[i]
    head = tokens[token.head]
    if token.dep not in ("flat:name", "appos") or token.pos != "PROPN" or case(token) != "Nom":
        return
    if head.pos != "PROPN" or case(head) not in ("Dat", "Ins") or head.i > i:
        return
    chain = (tokens[k] for k in upwards(tokens, head.i))
    top = next((t for t in chain if t.dep not in ("flat:name", "appos")), head)
    verb = tokens[top.head]
    if finite(verb) and top.dep in (*SUBJECTS, "iobj", "obj", "obl"):
        tokens[i] = replace(token, dep="nsubj", head=verb.i)
        if top.dep in SUBJECTS:
            tokens[top.i] = replace(top, dep="iobj" if case(head) == "Dat" else "obl")


def first_of_two_objects(tokens: list[Token], i: int) -> None:
    """Of two objects without a subject the first acts, or the name, if its form may be a nominative."""
    token = tokens[i]
    verb = tokens[token.head]
    if token.dep != "obj" or not finite(verb) or has_subject(tokens, verb.i):
        return
    others = [k for k in kids(tokens, verb.i) if k.dep in ("obj", "ccomp") and k.i != i]
    first = i < verb.i and any(k.i > verb.i for k in others)
    name = token.pos == "PROPN" and any("Nom" not in possible_cases(k.text) for k in others)
    if (first or name) and "Nom" in possible_cases(token.text) and agrees_with_all(tokens, token, verb):
        tokens[i] = replace(token, dep="nsubj")


def bare_name(tokens: list[Token], i: int) -> None:
    """An indeclinable name without a preposition ("Душанбе") may be the missing subject."""
    token = tokens[i]
    if (
        token.pos != "PROPN"
        or token.dep not in ("appos", "nmod", "obl", "obj")
        or not indeclinable(token.text)
    ):
        return
    if has_preposition(tokens, i) or (i and tokens[i - 1].pos in ("NOUN", "PROPN", "ADP")):
        return
    verb = next((tokens[k] for k in upwards(tokens, i) if tokens[k].pos in VERBAL), token)
    if finite(verb) and i < verb.i and not has_subject(tokens, verb.i):
        tokens[i] = replace(token, dep="nsubj", head=verb.i)


def impersonal(tokens: list[Token], i: int) -> None:
    """ "В Кремле упрёки не приняли", "из Кабула пригрозили": the verb has no subject, the seat acts."""
    token = tokens[i]
    verb = tokens[token.head]
    if token.dep != "obl" or token.pos != "PROPN" or not finite(verb) or has_subject(tokens, verb.i):
        return
    if (
        verb.feats.get("Number") != "Plur"
        or verb.feats.get("Voice") == "Pass"
        or verb.feats.get("Person") in ("1", "2")
    ):
        return
    marks = {k.lemma for k in kids(tokens, i) if k.dep == "case"}
    if (marks == {"в"} and case(token) == "Loc") or (marks == {"из"} and i < verb.i):
        tokens[i] = replace(token, dep="nsubj")


def crossed_subjects(tokens: list[Token], i: int) -> None:
    """ "Душанбе потребовал выдачи, и двое оказались под стражей": each verb takes the subject before it."""
    token = tokens[i]
    later = tokens[token.head]
    if token.dep not in ("nsubj", "nsubj:pass") or later.i < i:
        return
    verb = next((t for t in tokens[i + 1 : later.i] if finite(t)), None)
    if verb is None or verb.dep == "acl:relcl" or not agrees_with_all(tokens, token, verb):
        return
    own = [k for k in kids(tokens, verb.i) if k.dep in SUBJECTS]
    if len(own) != 1 or i in ancestors(tokens, verb.i) or own[0].i in ancestors(tokens, later.i):
        return
    if verb.i < own[0].i < later.i:
        tokens[i] = replace(token, head=verb.i)
        tokens[own[0].i] = replace(own[0], head=later.i)


def too_many_subjects(tokens: list[Token], i: int) -> None:
    """Of two subjects one that disagrees is an object, one behind the verb acts in the next clause."""
    verb = tokens[i]
    subjects = [k for k in kids(tokens, i) if k.dep in ("nsubj", "nsubj:pass") and case(k) in ("Nom", "")]
    if not finite(verb) or len(subjects) < 2:
        return
    fitting = [k for k in subjects if agrees_with_all(tokens, k, verb)]
    for noun in subjects:
        if noun not in fitting and fitting and noun.i < i:
            tokens[noun.i] = replace(noun, dep="obj")
            continue
        later = next_verb(tokens, noun) if noun.i > i and any(k.i < i for k in fitting) else None
        if later is not None and noun.i not in ancestors(tokens, later.i):
            tokens[noun.i] = replace(noun, head=later.i)


def stray_nominative(tokens: list[Token], i: int) -> None:
    """ "Молдавия вышла из договоров, Узбекистан стал наблюдателем": no conjunct of the genitive before it."""
    token = tokens[i]
    head = tokens[token.head]
    if token.dep != "conj" or token.pos not in NAMES or case(token) != "Nom" or case(head) in ("Nom", ""):
        return
    if has_preposition(tokens, i) or "Nom" in possible_cases(head.text):
        return
    verb = next_verb(tokens, token)
    if verb is not None and i not in ancestors(tokens, verb.i):
        tokens[i] = replace(token, dep="nsubj", head=verb.i)


def lost_root(tokens: list[Token], i: int) -> None:
    """A name as root before a finite verb without a subject ("Жогорку Кенеш денонсировал") is the subject."""
    token = tokens[i]
    if token.head != i or token.pos not in ("PROPN", "NOUN") or has_preposition(tokens, i):
        return
    for verb in kids(tokens, i):
        if verb.i > i and verb.dep == "parataxis" and finite(verb) and not has_subject(tokens, verb.i):
            tokens[verb.i] = replace(verb, dep="root", head=verb.i)
            tokens[i] = replace(token, dep="nsubj", head=verb.i)
            for kid in kids(tokens, i):
                if kid.dep in ("punct", "parataxis", "obl", "advmod") and kid.i > verb.i:
                    tokens[kid.i] = replace(kid, head=verb.i)
            return


def seat_and_object(tokens: list[Token], i: int) -> None:
    """ "В Кремле упрёки не приняли": a thing before a transitive plural is its object, the seat acts."""
    token = tokens[i]
    verb = tokens[token.head]
    if token.dep != "nsubj" or token.feats.get("Animacy") != "Inan" or token.pos != "NOUN" or i > verb.i:
        return
    if not finite(verb) or verb.feats.get("Number") != "Plur" or not transitive(verb.text):
        return
    beside = kids(tokens, verb.i)
    seats = [k for k in beside if k.dep == "obl" and k.pos == "PROPN" and case(k) == "Loc"]
    if seats and "Acc" in possible_cases(token.text) and not any(k.dep == "obj" for k in beside):
        tokens[i] = replace(token, dep="obj")


def plural_subject(tokens: list[Token], i: int) -> None:
    """ "По итогам стороны договорились": a subject of a plural verb is no genitive singular."""
    token = tokens[i]
    verb = tokens[token.head]
    if token.dep != "nsubj" or token.feats.get("Number") != "Sing" or not finite(verb):
        return
    if verb.feats.get("Number") == "Plur" and case(token) in ("Gen", "Acc") and plural_nominative(token.text):
        tokens[i] = replace(token, feats={**token.feats, "Number": "Plur", "Case": "Nom"})


def passive_subject(tokens: list[Token], i: int) -> None:
    """The subject of a passive form says so in its relation, and its agent stands in the instrumental."""
    token = tokens[i]
    verb = tokens[token.head]
    if verb.pos not in VERBAL or verb.feats.get("Voice") != "Pass":
        return
    if token.dep == "nsubj" and verb.feats.get("VerbForm") == "Part":
        tokens[i] = replace(token, dep="nsubj:pass")
    elif (
        token.dep in ("obl", "iobj", "obj")
        and case(token) == "Ins"
        and not any(k.dep == "case" for k in kids(tokens, i))
        and verb.feats.get("VerbForm") == "Part"
        and (token.feats.get("Animacy") == "Anim" or token.pos == "PROPN")
    ):
        tokens[i] = replace(token, dep="obl:agent")
