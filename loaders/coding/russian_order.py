"""Free word order in Russian: a name that may act, in a clause that is left without anybody who does.

The parser expects the subject first. "Рвы копает Туркменистан", "потребовал у талибов Рахмон" and
"Переговоры Узбекистан и Туркменистан возобновили" come out with the actor as an object or as an apposition
of the noun beside it. The forms tell: a singular verb needs a subject, and a name in the nominative is one.
"""

from __future__ import annotations

from dataclasses import replace

from loaders.coding.russian_tree import (
    NAMES,
    VERBAL,
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


def _subject(tokens: list[Token], verb: Token) -> Token | None:
    """Its subject; an infinitive called one ("пригрозил закрыть") is none."""
    found = [k for k in kids(tokens, verb.i) if k.dep in SUBJECTS and k.pos not in VERBAL]
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
    if case(name) not in ("Nom", "Acc", "") and not indeclinable(name.text):
        return False
    after_noun = name.i > 0 and tokens[name.i - 1].pos in ("NOUN", "PROPN")
    if "Nom" not in possible_cases(name.text) or (indeclinable(name.text) and after_noun):
        return False
    head = tokens[name.head]
    beside = name.dep in ("appos", "nmod", "flat:name", "compound") and head.i != verb.i
    nominative = head.pos in NAMES and case(head) in ("Nom", "") and head.i < name.i
    if beside and (head.lemma in TITLED or nominative):
        return False
    if verb.feats.get("Number") == "Plur":
        return any(k.dep == "conj" and "Nom" in possible_cases(k.text) for k in kids(tokens, name.i))
    gender = verb.feats.get("Gender")
    return name.feats.get("Number") != "Plur" and (
        gender is None or name.feats.get("Gender") in (None, gender)
    )


def _preposition(tokens: list[Token], i: int) -> bool:
    return has_preposition(tokens, i) or any(t.pos == "ADP" for t in tokens[max(0, i - 1) : i])


def _promote(tokens: list[Token], name: Token, verb: Token) -> None:
    for k in kids(tokens, verb.i):
        if k.dep in ("csubj", "csubj:pass"):
            tokens[k.i] = replace(k, dep="xcomp")
    tokens[name.i] = replace(name, dep="nsubj", head=verb.i)
