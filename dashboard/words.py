"""Codes in words: parties, actions, quads, precision, confidence. All of it is our own, safe anywhere."""

from __future__ import annotations

from typing import Protocol

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


SURE = 0.8  # from here on the gold gate demands that the rows are right (tests/test_gold.py)


def confidence(value: float) -> str:
    """How sure the coder is, in words that can be acted upon."""
    if value >= SURE:
        return f"{value:.0%}: about nine in ten such rows are right on the gold"
    return f"{value:.0%}, unsure: read the sentence"
