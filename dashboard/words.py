"""Codes in words: parties, actions, quads, precision, confidence. All of it is our own, safe anywhere."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Protocol

from models.measured import measured
from models.vocabulary import LANGS, actor_name, actors
from models.vocabulary.actions import QUADS, actions

LANGUAGE = dict(
    zip(LANGS, ("English", "Russian", "Kazakh", "Kyrgyz", "Uzbek", "Tajik", "Turkmen"), strict=True)
)
PRECISION = {
    "day": "to the day",
    "month": "to the month",
    "year": "to the year",
    "published": "day of publication",
}
BASIS = {
    "explicit": "the text names the date",
    "relative": "reckoned from the text (“on Monday”) and the day of publication",
    "inherited": "taken over from the sentence before",
    "published": "the text names none, so the day of publication stands in",
    "loaded": "nobody knows it, so the day of loading stands in",
}
MODE = {"direct": "quoted", "indirect": "paraphrased", "mixed": "partly quoted"}
NOBODY = "no counterpart"


class Dyadic(Protocol):
    """Anything that has an actor, an action and perhaps a counterpart."""

    @property
    def actor(self) -> str: ...
    @property
    def action(self) -> str: ...
    @property
    def counterpart(self) -> str | None: ...


def party(code: str | None) -> str:
    """The English name of a party; the code itself where the vocabulary has dropped it."""
    if not code:
        return NOBODY
    return actor_name(code) if code in actors() else code


def action(slug: str) -> str:
    """The label of an action: `Visits`."""
    known = actions().get(slug)
    return known.label["en"] if known else slug


def quad(code: str) -> str:
    """The label of a quad class."""
    return QUADS[code].label["en"]


def quad_of(slug: str) -> str:
    """The quad class of an action."""
    return actions()[slug].quad


def colour(quad_code: str, dark: bool) -> str:
    """The colour of a quad class in this theme."""
    return QUADS[quad_code].dark if dark else QUADS[quad_code].light


def pair(move: Dyadic) -> str:
    """`Kazakhstan → Israel`, `Kazakhstan ↔ Russia` where both do the same, `Kazakhstan` alone."""
    if not move.counterpart:
        return party(move.actor)
    known = actions().get(move.action)
    arrow = "↔" if known and known.symmetric else "→"
    return f"{party(move.actor)} {arrow} {party(move.counterpart)}"


def language(code: str) -> str:
    """The English name of a language."""
    return LANGUAGE.get(code, code or "unknown")


SURE = 0.73  # from here on the coder calls a row sure
ENOUGH = 20  # measured rows from which their share is told


def confidence(value: float) -> str:
    """How sure the coder is, in words that can be acted upon, with what was measured of such rows."""
    told = f"{value:.0%}" + ("" if value >= SURE else ", unsure: read the sentence")
    bins = _unseen().get("calibration", ())
    row = next((b for b in bins if b["low"] <= value and (value < b["high"] or b["high"] == 1)), None)
    if not row or row["rows"] < ENOUGH:
        return told
    return f"{told}; {row['right'] / row['rows']:.0%} of such rows were right where it was measured"


def sure_rows() -> str:
    """`Of the rows at 80% and above 85% were right where it was measured.`, or nothing."""
    row = _unseen().get("sure", {})
    if row.get("high", 0) < ENOUGH:
        return ""
    right = f"{row['right'] / row['high']:.0%}"
    return f"Of the rows at {row['from']:.0%} and above {right} were right where it was measured."


def _unseen() -> Mapping[str, Any]:
    """What was measured on articles that no rule was written from; see models/measured.py."""
    return next((row for row in measured().get("pools", ()) if row["name"] == "unseen"), {})


_VIA = {
    "name": "named",
    "adjective": "by its adjective",
    "metonym": "by its capital or an institution of it",
    "person": "by a person who speaks for it",
    "organisation": "named",
    "treaty": "named",
    "group": "as a group",
    "pronoun": "by a pronoun",
    "pair": "as one of a pair told before",
    "role": "by an office",
    "scene": "told before",
    "place": "by a town of it",
}
_HOW = {
    "subject": "the subject",
    "agent": "the doer of a passive",
    "control": "the doer of the verb above",
    "genitive": "in the genitive",
    "object": "the object",
    "marked": "after its preposition",
    "oblique": "after a preposition",
    "nested": "inside the object",
    "clause": "in a clause of its own",
    "near": "close by",
    "scene": "from the sentences before",
    "stage": "from the sentences before",
    "salient": "last spoken of",
    "home": "the country of the article",
    "guess": "a guess",
    "nom": "in the nominative",
    "gen": "in the genitive",
    "dat": "in the dative",
    "acc": "in the accusative",
    "com": "in the comitative",
    "abl": "in the ablative",
    "loc": "in the locative",
}


_TERM = {
    "weight": "how surely these words mean the action",
    "both coders agree": "parse and word order agree",
    "opinion": "what was learned from examples says the same",
    "opinion: none": "what was learned from examples sees no move",
    "opinion: another action": "what was learned from examples sees another action",
    "learned": "read by what was learned from examples",
    "learned opinion": "how sure what was learned from examples is",
}
_CHOICE = re.compile(r"\{@?([^|{}]+)((?:\|[^|{}]+)*)\}")


def found(part: str, how: str) -> str:
    """How the words for a part of a row were found: `named, the subject`."""
    if part == "date":
        return BASIS.get(how, how)
    if part == "action":
        return rule(how)
    via, _, role = how.partition(", ")
    return ", ".join(filter(None, (_VIA.get(via, via), _HOW.get(role, ""))))


def rule(name: str) -> str:
    """An expression without its notation: `sign/verb: ink {treaty|pact}` is `“ink treaty/…” (sign, verb)`."""
    kind, _, phrase = name.partition(": ")
    if not phrase:
        return name
    short = _CHOICE.sub(lambda found: found[1] + ("/…" if found[2] else ""), phrase)
    return f"“{' '.join(short.replace('*', '').split())}” ({kind.replace('/', ', ')})"


def term(name: str) -> str:
    """A term of the confidence in words: `actor=subject` is `actor: the subject`."""
    if name in _TERM:
        return _TERM[name]
    part, _, value = name.partition("=")
    if value:
        return f"{part}: {_HOW.get(value, value)}"
    part, _, value = name.partition(" by ")
    return f"{part}: {_VIA.get(value, value)}" if value else name
