"""The coder's own notes in words that an analyst understands: how a row was found, what makes up its
confidence. All of it is our own, safe anywhere."""

from __future__ import annotations

import re
from collections.abc import Callable

from dashboard import words
from dashboard.i18n import mark, tr, trn

_VIA = {
    "name": mark("named"),
    "adjective": mark("by its adjective"),
    "metonym": mark("by its capital or an institution of it"),
    "person": mark("by a person who speaks for it"),
    "organisation": mark("named"),
    "treaty": mark("named"),
    "group": mark("as a group"),
    "pronoun": mark("by a pronoun"),
    "pair": mark("as one of a pair told before"),
    "role": mark("by an office"),
    "scene": mark("told before"),
    "place": mark("by a town of it"),
    "title": mark("by the office of somebody named before"),
    "only": mark("the only other party told of so far"),
}
_HOW = {
    "subject": mark("the subject"),
    "agent": mark("the doer of a passive"),
    "control": mark("the doer of the verb above"),
    "genitive": mark("in the genitive"),
    "object": mark("the object"),
    "marked": mark("after its preposition"),
    "oblique": mark("after a preposition"),
    "nested": mark("inside the object"),
    "clause": mark("in a clause of its own"),
    "near": mark("close by"),
    "scene": mark("from the sentences before"),
    "stage": mark("from the sentences before"),
    "salient": mark("last spoken of"),
    "home": mark("the country of the article"),
    "guess": mark("a guess"),
    "only": mark("the only other party told of so far"),
    "nom": mark("in the nominative"),
    "gen": mark("in the genitive"),
    "dat": mark("in the dative"),
    "acc": mark("in the accusative"),
    "com": mark("in the comitative"),
    "abl": mark("in the ablative"),
    "loc": mark("in the locative"),
}
_WORDS = {"verb": mark("verb"), "noun": mark("noun")}
_TERM = {
    "weight": mark("how surely these words mean the action"),
    "both coders agree": mark("parse and word order agree"),
    "opinion": mark("what was learned from examples says the same"),
    "opinion: none": mark("what was learned from examples sees no move"),
    "opinion: another action": mark("what was learned from examples sees another action"),
    "learned": mark("read by what was learned from examples"),
    "learned opinion": mark("how sure what was learned from examples is"),
    "actor: share of the article's names": mark("how often the article names the actor"),
    "counterpart: share of the article's names": mark("how often the article names the counterpart"),
    "actor not named in the article": mark("the article does not name the actor"),
    "counterpart not named in the article": mark("the article does not name the counterpart"),
    "counterpart named once in the article": mark("the article names the counterpart only once"),
    "the two that the article names most": mark("the article names these two most"),
    "the title names a party": mark("the title names a party"),
    "actor in the title": mark("the title names the actor"),
    "counterpart in the title": mark("the title names the counterpart"),
    "both in the title": mark("the title names both"),
    "neither in the title": mark("the title names neither"),
    "pair on stage": mark("the pair spoken of just before"),
    "pair told last": mark("the pair told last"),
    "pair told or named together before": mark("the pair was named together before"),
    "both of the region": mark("both are of the region"),
    "the region's state named most is a side": mark("the state of the region that is named most takes part"),
    "the foreign party named most is a side": mark("the foreign party that is named most takes part"),
    "planned": mark("it lies ahead"),
    "inside a quotation": mark("it stands inside of a quotation"),
    "no parse": mark("the sentence was not parsed"),
    "both sides indirect": mark("the words name neither side"),
    "long sentence": mark("the sentence is long"),
    "actor several": mark("several act together"),
    "counterpart several": mark("it is done towards several"),
    "counterpart=none": mark("there is no counterpart"),
    "kind=noun": mark("a noun tells it"),
    "kind=verb": mark("a verb tells it"),
    "company=0": mark("one word alone means the action"),
    "company=1": mark("two words together mean the action"),
    "company=2": mark("three or more words together mean the action"),
}
_SIDE = {"actor": mark("the actor"), "counterpart": mark("the counterpart")}
_IS_A = {
    "state": mark("a state"),
    "organisation": mark("an organisation"),
    "treaty": mark("a treaty"),
    "group": mark("a group of states"),
}
MANY = 4  # parties in a sentence from which the coder counts no further
LATE = 5  # sentences of an article likewise
_CHOICE = re.compile(r"\{@?([^|{}]+)((?:\|[^|{}]+)*)\}")


def found(part: str, how: str) -> str:
    """How the words for a part of a row were found: `named, the subject`."""
    if part == "date":
        return words.told(words.BASIS, how)
    if part == "action":
        return rule(how)
    via, _, role = how.partition(", ")
    return ", ".join(filter(None, (words.told(_VIA, via), words.told(_HOW, role) if role in _HOW else "")))


def rule(name: str) -> str:
    """Without its notation: `sign/verb: ink {treaty|pact}` is `“ink treaty/…” (Signs, verb)`."""
    kind, _, phrase = name.partition(": ")
    if not phrase:
        return name
    short = _CHOICE.sub(lambda found: found[1] + ("/…" if found[2] else ""), phrase)
    return f"“{' '.join(short.replace('*', '').split())}” ({', '.join(map(_spoken, kind.split('/')))})"


def _spoken(part: str) -> str:
    """An action, or the part of speech of its word."""
    return words.told(_WORDS, part) if part in _WORDS else words.action(part)


def term(name: str) -> str:
    """A term of the confidence in words: `actor=subject` is `the actor: the subject`. A test holds it against
    all that the coder may name."""
    if name in _TERM:
        return tr(_TERM[name])
    for pattern, worded in _WORDED:
        found = pattern.fullmatch(name)
        if found:
            return worded(*found.groups())
    return name


def _action(slug: str) -> str:
    return tr("such rows in general: {name}", name=words.action(slug))


def _quad(code: str) -> str:
    return tr("such rows in general: {name}", name=words.quad(code))


def _by_whom(slug: str, kind: str) -> str:
    return tr("“{action}” by {party}", action=words.action(slug), party=tr(_IS_A.get(kind, kind)))


def _to_whom(slug: str, kind: str | None) -> str:
    if not kind:
        return tr("“{action}” without a counterpart", action=words.action(slug))
    return tr("“{action}” towards {party}", action=words.action(slug), party=tr(_IS_A.get(kind, kind)))


def _is_a(side: str, kind: str) -> str:
    return tr("{side} is {party}", side=tr(_SIDE[side]), party=tr(_IS_A.get(kind, kind)))


def _stands(side: str, how: str) -> str:
    return f"{tr(_SIDE[side])}: {words.told(_HOW, how)}"


def _via(side: str, via: str) -> str:
    return f"{tr(_SIDE[side])}: {words.told(_VIA, via)}"


def _language(code: str, rest: str) -> str:
    name = words.language(code)
    if not rest:
        return tr("language of the article: {name}", name=name)
    kind = f"kind={rest}" if rest in ("noun", "verb") else rest
    return tr("{term} (language: {name})", term=tr(_TERM[kind]), name=name)


def _named(number: str) -> str:
    n = int(number)
    if n >= MANY:
        return tr("the sentence names many parties")
    return trn("the sentence names {n} party", "the sentence names {n} parties", n)


def _sentence(number: str) -> str:
    n = int(number)
    return (
        tr("it stands far down in the article")
        if n >= LATE
        else tr("it is sentence {n} of the article", n=n + 1)
    )


_WORDED: tuple[tuple[re.Pattern[str], Callable[..., str]], ...] = tuple(
    (re.compile(pattern), worded)
    for pattern, worded in (
        (r"action=(\w+)", _action),
        (r"quad=(\w+)", _quad),
        (r"(\w+), actor a party of kind (\w+)", _by_whom),
        (r"(\w+), towards (?:a party of kind (\w+)|nobody)", _to_whom),
        (r"(actor|counterpart) kind=(\w+)", _is_a),
        (r"(actor|counterpart)=(\w+)", _stands),
        (r"(actor|counterpart) by (\w+)", _via),
        (r"language=(\w+) ?(company=[01]|noun|verb|)", _language),
        (r"named in sentence=(\d+)", _named),
        (r"sentence of the article=(\d+)", _sentence),
    )
)
