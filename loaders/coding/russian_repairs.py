"""Mends what the Russian parser gets wrong again and again, where the cases of the words tell better.

Word order in Russian is free and the case says who acts; the parser goes by order first. Each rule here is
one such clash: "Тела Ташкент передал соседям" (a nominative hung on the object before it), "прошли
переговоры" (a nominative called an object), "вызвали в ведомство" (an object with a preposition).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from loaders.coding.russian_words import indeclinable, possible_cases
from loaders.coding.syntax import SUBJECTS, Token

_NAMES = ("NOUN", "PROPN", "PRON")
_VERBAL = ("VERB", "AUX")
_AMOUNTS = ("около", "до", "свыше", "по", "более", "менее")


def repair(tokens: Sequence[Token]) -> list[Token]:
    """The same words with mended governors and relations."""
    mended = list(tokens)
    for rule in (
        _adjective,
        _prepositional_object,
        _converb,
        _two_names,
        _nominative,
        _lost_root,
        _too_many_subjects,
        _stray_nominative,
        _first_of_two_objects,
        _bare_name,
        _impersonal,
        _passive_subject,
    ):
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


def _has_subject(tokens: Sequence[Token], verb: int) -> bool:
    return any(k.dep in SUBJECTS for k in _kids(tokens, verb))


def _has_preposition(tokens: Sequence[Token], i: int) -> bool:
    return any(k.dep == "case" for k in _kids(tokens, i))


def _converb(tokens: list[Token], i: int) -> None:
    """A converb belongs to a verb, not to a noun: "предложил площадку, дозвонившись соседу"."""
    token = tokens[i]
    if token.feats.get("VerbForm") != "Conv" or token.dep not in ("acl", "acl:relcl"):
        return
    seen, k = {i}, token.head
    while tokens[k].pos not in _VERBAL and tokens[k].head not in seen and tokens[k].head != k:
        seen.add(k)
        k = tokens[k].head
    if tokens[k].pos in _VERBAL and i not in _ancestors(tokens, k):
        tokens[i] = replace(token, dep="advcl", head=k)


def _ancestors(tokens: Sequence[Token], i: int) -> set[int]:
    seen = {i}
    while tokens[i].head not in seen:
        i = tokens[i].head
        seen.add(i)
    return seen


def _two_names(tokens: list[Token], i: int) -> None:
    """A nominative after a name in another case is a second person: "Жапарову Рахмон вручил орден"."""
    token = tokens[i]
    head = tokens[token.head]
    if token.dep not in ("flat:name", "appos") or token.pos != "PROPN" or _case(token) != "Nom":
        return
    if head.pos != "PROPN" or _case(head) not in ("Dat", "Ins") or head.i > i:
        return
    top = head
    while top.dep in ("flat:name", "appos") and top.head != top.i:
        top = tokens[top.head]
    verb = tokens[top.head]
    if _finite(verb) and top.dep in (*SUBJECTS, "iobj", "obj", "obl"):
        tokens[i] = replace(token, dep="nsubj", head=verb.i)
        if top.dep in SUBJECTS:
            tokens[top.i] = replace(top, dep="iobj" if _case(head) == "Dat" else "obl")


def _first_of_two_objects(tokens: list[Token], i: int) -> None:
    """Of two objects without a subject the first acts, or the name, if its form may be a nominative."""
    token = tokens[i]
    verb = tokens[token.head]
    if token.dep != "obj" or not _finite(verb) or _has_subject(tokens, verb.i):
        return
    others = [k for k in _kids(tokens, verb.i) if k.dep in ("obj", "ccomp") and k.i != i]
    first = i < verb.i and any(k.i > verb.i for k in others)
    name = token.pos == "PROPN" and any("Nom" not in possible_cases(k.text) for k in others)
    if (first or name) and "Nom" in possible_cases(token.text) and _agrees_with_all(tokens, token, verb):
        tokens[i] = replace(token, dep="nsubj")


def _agrees_with_all(tokens: Sequence[Token], noun: Token, verb: Token) -> bool:
    several = any(k.dep == "conj" for k in _kids(tokens, noun.i))
    if several and verb.feats.get("Number") == "Plur":
        return True
    return _agrees(noun, verb)


def _bare_name(tokens: list[Token], i: int) -> None:
    """An indeclinable name without a preposition ("Душанбе") may be the missing subject."""
    token = tokens[i]
    if (
        token.pos != "PROPN"
        or token.dep not in ("appos", "nmod", "obl", "obj")
        or not indeclinable(token.text)
    ):
        return
    if _has_preposition(tokens, i) or (i and tokens[i - 1].pos in ("NOUN", "PROPN", "ADP")):
        return
    verb = tokens[token.head]
    while verb.pos not in _VERBAL and verb.head != verb.i:
        verb = tokens[verb.head]
    if _finite(verb) and i < verb.i and not _has_subject(tokens, verb.i):
        tokens[i] = replace(token, dep="nsubj", head=verb.i)


def _impersonal(tokens: list[Token], i: int) -> None:
    """ "В Кремле упрёки не приняли", "из Кабула пригрозили": the verb has no subject, the seat acts."""
    token = tokens[i]
    verb = tokens[token.head]
    if token.dep != "obl" or token.pos != "PROPN" or not _finite(verb) or _has_subject(tokens, verb.i):
        return
    if (
        verb.feats.get("Number") != "Plur"
        or verb.feats.get("Voice") == "Pass"
        or verb.feats.get("Person") in ("1", "2")
    ):
        return
    marks = {k.lemma for k in _kids(tokens, i) if k.dep == "case"}
    if (marks == {"в"} and _case(token) == "Loc") or (marks == {"из"} and i < verb.i):
        tokens[i] = replace(token, dep="nsubj")


def _next_verb(tokens: Sequence[Token], noun: Token) -> Token | None:
    """The next finite verb to the right without a subject that the noun may be the subject of."""
    for verb in tokens[noun.i + 1 :]:
        if verb.text in (";", ":"):
            return None
        if _finite(verb) and verb.dep != "acl:relcl":
            fits = not _has_subject(tokens, verb.i) and _agrees_with_all(tokens, noun, verb)
            return verb if fits else None
    return None


def _too_many_subjects(tokens: list[Token], i: int) -> None:
    """Of two subjects one that disagrees is an object, one behind the verb acts in the next clause."""
    verb = tokens[i]
    subjects = [k for k in _kids(tokens, i) if k.dep in ("nsubj", "nsubj:pass") and _case(k) in ("Nom", "")]
    if not _finite(verb) or len(subjects) < 2:
        return
    fitting = [k for k in subjects if _agrees_with_all(tokens, k, verb)]
    for noun in subjects:
        if noun not in fitting and fitting and noun.i < i:
            tokens[noun.i] = replace(noun, dep="obj")
        elif noun.i > i and any(k.i < i for k in fitting) and (later := _next_verb(tokens, noun)):
            tokens[noun.i] = replace(noun, head=later.i)


def _stray_nominative(tokens: list[Token], i: int) -> None:
    """ "Молдавия вышла из договоров, Узбекистан стал наблюдателем": no conjunct of the genitive before it."""
    token = tokens[i]
    head = tokens[token.head]
    if token.dep != "conj" or token.pos not in _NAMES or _case(token) != "Nom" or _case(head) in ("Nom", ""):
        return
    if _has_preposition(tokens, i) or "Nom" in possible_cases(head.text):
        return
    verb = _next_verb(tokens, token)
    if verb is not None and i not in _ancestors(tokens, verb.i):
        tokens[i] = replace(token, dep="nsubj", head=verb.i)


def _lost_root(tokens: list[Token], i: int) -> None:
    """A name as root before a finite verb without a subject ("Жогорку Кенеш денонсировал") is the subject."""
    token = tokens[i]
    if token.head != i or token.pos not in ("PROPN", "NOUN") or _has_preposition(tokens, i):
        return
    for verb in _kids(tokens, i):
        if verb.i > i and verb.dep == "parataxis" and _finite(verb) and not _has_subject(tokens, verb.i):
            tokens[verb.i] = replace(verb, dep="root", head=verb.i)
            tokens[i] = replace(token, dep="nsubj", head=verb.i)
            for kid in _kids(tokens, i):
                if kid.dep in ("punct", "parataxis", "obl", "advmod") and kid.i > verb.i:
                    tokens[kid.i] = replace(kid, head=verb.i)
            return
