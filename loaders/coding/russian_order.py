"""Free word order in Russian: a name that may act, in a clause that is left without anybody who does.

The parser expects the subject first. "Рвы копает Туркменистан", "потребовал у талибов Рахмон" and
"Переговоры Узбекистан и Туркменистан возобновили" come out with the actor as an object or as an apposition
of the noun beside it. The forms tell: a singular verb needs a subject, and a name in the nominative is one.
"""

from __future__ import annotations

import re
from dataclasses import replace

from loaders.coding.russian_tree import (
    NAMES,
    VERBAL,
    agrees,
    ancestors,
    case,
    finite,
    has_preposition,
    kids,
)
from loaders.coding.russian_words import indeclinable, possible_cases, transitive
from loaders.coding.syntax import SUBJECTS, Token

# What a name in the nominative may follow as its title, in any case: "в городе Ташкент", "село Достук".
TITLED = frozenset(
    (
        *("город", "село", "поселок", "аул", "кишлак", "деревня", "область", "район", "республика", "пункт"),
        *("пост", "участок", "порт", "аэропорт", "станция", "река", "озеро", "гора", "ущелье", "база"),
        *("завод", "банк", "компания", "группа", "холдинг", "корпорация", "концерн", "агентство", "фонд"),
        *("издание", "газета", "журнал", "портал", "канал", "телеканал", "проект", "форум", "центр", "парк"),
        *("корабль", "судно", "самолет", "поезд", "учение", "операция", "полигон", "месторождение"),
        *("клуб", "команда", "гостиница", "отель", "театр"),
    )
)
PAPERS = frozenset(("договор", "протокол", "документ", "меморандум", "контракт", "закон", "пакет", "проект"))
PAPERS |= {"соглашение", "декларация", "конвенция", "законопроект", "план", "список", "запрос"}
BODIES = frozenset(("парламент", "сенат", "меджлис", "мажилис", "кабмин", "президент", "кенеш", "маслахат"))
BODIES |= {
    "правительство",
    "палата",
    "дума",
    "госдума",
    "министр",
    "премьер",
    "комитет",
    "совет",
    "министерство",
}
LEFT_WEAK = ("appos", "nmod", "flat:name", "obj", "iobj", "obl", "parataxis", "compound")


def acting_name(tokens: list[Token], i: int) -> None:
    """A finite verb without a subject takes the name in its clause that may be a nominative."""
    verb = tokens[i]
    if not finite(verb) or verb.feats.get("Voice") == "Pass" or verb.feats.get("Person") in ("1", "2"):
        return
    if verb.feats.get("Gender") == "Neut" or verb.dep == "acl:relcl" or _subject(tokens, verb) is not None:
        return
    if verb.dep == "conj" and _subject(tokens, tokens[verb.head]) is not None:
        return  # shares the subject of the verb before it
    for k in _clause(tokens, i):
        name = tokens[k]
        if name.dep in LEFT_WEAK and _may_act(tokens, name, verb) and k not in ancestors(tokens, i):
            _promote(tokens, name, verb)
            return


def object_first(tokens: list[Token], i: int) -> None:
    """ "Рвы копает Туркменистан": a subject that disagrees with its verb is an object, a name acts."""
    noun = tokens[i]
    verb = tokens[noun.head]
    if noun.dep != "nsubj" or noun.pos != "NOUN" or not finite(verb) or not transitive(verb.text):
        return
    if verb.feats.get("Number") != "Sing" or noun.feats.get("Number") != "Plur":
        return
    if "Acc" not in possible_cases(noun.text) or any(k.pos == "NUM" for k in kids(tokens, i)):
        return
    tokens[i] = replace(noun, dep="obj")
    acting_name(tokens, verb.i)
    if _subject(tokens, verb) is None:
        tokens[i] = noun


def paper_first(tokens: list[Token], i: int) -> None:
    """ "Договор утвердил меджлис": of a paper and a body, both alike in form, the body acts."""
    noun = tokens[i]
    verb = tokens[noun.head]
    if noun.dep != "nsubj" or noun.lemma not in PAPERS or not finite(verb) or not transitive(verb.text):
        return
    for other in kids(tokens, verb.i):
        body = other.lemma in BODIES and "Nom" in possible_cases(other.text)
        if other.dep == "obj" and other.i > verb.i and body and agrees(other, verb):
            tokens[i] = replace(noun, dep="obj")
            tokens[other.i] = replace(other, dep="nsubj")
            return


def no_subject(tokens: list[Token], i: int) -> None:
    """ "Декларацию скрепили", "победу отметил Жапарова": a form that can't be a nominative is no subject."""
    token = tokens[i]
    verb = tokens[token.head]
    if token.dep != "nsubj" or not finite(verb) or any(k.pos == "NUM" for k in kids(tokens, i)):
        return
    if any(k.dep == "case" for k in kids(tokens, i)) or token.pos not in NAMES:
        return
    surname = token.pos == "PROPN" and re.search(r"(?:[оеё]в|[иы]н)а$", token.text) is not None
    cases = possible_cases(token.text)
    accusative = token.pos == "NOUN" and "Acc" in cases and "Nom" not in cases
    genitive = token.pos == "NOUN" and cases == {"Gen"} and len(_subjects(tokens, verb)) > 1
    received = case(token) == "Acc" and token.feats.get("Animacy") == "Anim"  # "приняла премьера"
    received = received and len(_subjects(tokens, verb)) > 1
    if accusative or genitive or received or (surname and verb.feats.get("Gender") == "Masc"):
        tokens[i] = replace(token, dep="obj")


def lost_object(tokens: list[Token], i: int) -> None:
    """ "Бумагу о границе скрепили": an accusative as root before a finite verb is that verb's object."""
    token = tokens[i]
    if token.head != i or token.pos != "NOUN" or case(token) != "Acc":
        return
    verb = next((k for k in kids(tokens, i) if k.i > i and k.dep == "parataxis" and finite(k)), None)
    sure = "Nom" not in possible_cases(token.text) or (
        verb is not None and _subject(tokens, verb) is not None
    )
    if verb is not None and sure and not has_preposition(tokens, i):
        tokens[verb.i] = replace(verb, dep="root", head=verb.i)
        tokens[i] = replace(token, dep="obj", head=verb.i)
        for kid in kids(tokens, i):
            if kid.dep in ("punct", "parataxis", "iobj", "obl") and kid.i > i:
                tokens[kid.i] = replace(kid, head=verb.i)


def receiver(tokens: list[Token], i: int) -> None:
    """ "Пекин Бишкеку", "звонок Мирзиёева Путину": a dative after a name in another case receives."""
    token = tokens[i]
    head = tokens[token.head]
    if (
        token.pos != "PROPN"
        or case(token) != "Dat"
        or token.dep not in ("flat:name", "appos", "nmod", "iobj")
    ):
        return
    if head.i >= i or head.pos != "PROPN" or case(head) == "Dat" or has_preposition(tokens, i):
        return
    above = tokens[head.head]
    if above.i != head.i and above.pos in (*VERBAL, "NOUN"):
        tokens[i] = replace(token, dep="iobj", head=above.i)


def _subjects(tokens: list[Token], verb: Token) -> list[Token]:
    """Its subjects; an infinitive called one ("пригрозил закрыть") is none."""
    return [k for k in kids(tokens, verb.i) if k.dep in SUBJECTS and k.pos not in VERBAL]


def _subject(tokens: list[Token], verb: Token) -> Token | None:
    found = _subjects(tokens, verb)
    return found[0] if found else None


def _clause(tokens: list[Token], i: int) -> list[int]:
    """Words of the clause of the verb, the nearest first; it ends at another finite verb or a mark."""
    near: list[int] = []
    for step in (1, -1):
        k = i + step
        while 0 <= k < len(tokens):
            word = tokens[k]
            if finite(word) or word.text in (";", ":", "—", "–", "(", ")", "«", "»", '"'):
                break
            if word.pos == "SCONJ" or (step == 1 and word.text == ","):
                break
            if word.text == "," and step == -1 and any(finite(t) for t in tokens[:k]):
                break
            near.append(k)
            k += step
    return sorted(near, key=lambda k: (abs(k - i), k))


def _may_act(tokens: list[Token], name: Token, verb: Token) -> bool:
    if name.pos != "PROPN" or not name.text[:1].isupper() or _preposition(tokens, name.i):
        return False
    cases = possible_cases(name.text)
    if case(name) in cases - {"Nom", "Acc"} and not indeclinable(name.text):
        return False
    after_noun = name.i > 0 and tokens[name.i - 1].pos in ("NOUN", "PROPN")
    if "Nom" not in cases or (indeclinable(name.text) and after_noun):
        return False
    head = tokens[name.head]
    beside = name.dep in ("appos", "nmod", "flat:name", "compound") and head.i != verb.i
    nominative = head.pos in NAMES and case(head) in ("Nom", "") and head.i < name.i and agrees(head, verb)
    if beside and (nominative or (head.lemma in TITLED and not _joined(tokens, name))):
        return False
    if verb.feats.get("Number") == "Plur":
        return _joined(tokens, name)
    gender = verb.feats.get("Gender")
    return name.feats.get("Number") != "Plur" and (
        gender is None or name.feats.get("Gender") in (None, gender)
    )


def _joined(tokens: list[Token], name: Token) -> bool:
    return any(k.dep == "conj" and "Nom" in possible_cases(k.text) for k in kids(tokens, name.i))


def _preposition(tokens: list[Token], i: int) -> bool:
    return has_preposition(tokens, i) or any(t.pos == "ADP" for t in tokens[max(0, i - 1) : i])


def _promote(tokens: list[Token], name: Token, verb: Token) -> None:
    for k in kids(tokens, verb.i):
        if k.dep in ("csubj", "csubj:pass"):
            tokens[k.i] = replace(k, dep="xcomp")
    tokens[name.i] = replace(name, dep="nsubj", head=verb.i)
