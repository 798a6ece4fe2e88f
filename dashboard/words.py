"""Codes in words: parties, actions, quads, precision, confidence. All of it is our own, safe anywhere."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Protocol

from babel import Locale

from dashboard.i18n import interface, mark, tr
from dashboard.i18n import language as language_now
from models.measured import measured
from models.vocabulary import LANGS, actor_name, actors
from models.vocabulary.actions import QUADS, action_label, actions

PRECISION = {
    "day": mark("to the day"),
    "month": mark("to the month"),
    "year": mark("to the year"),
    "published": mark("day of publication"),
}
BASIS = {
    "explicit": mark("the text names the date"),
    "relative": mark("reckoned from the text (“on Monday”) and the day of publication"),
    "inherited": mark("taken over from the sentence before"),
    "published": mark("the text names none, so the day of publication stands in"),
    "loaded": mark("nobody knows it, so the day of loading stands in"),
}
MODE = {"direct": mark("quoted"), "indirect": mark("paraphrased"), "mixed": mark("partly quoted")}
KIND = {"expert": mark("expert"), "official": mark("official")}


class Dyadic(Protocol):
    """Anything that has an actor, an action and perhaps a counterpart."""

    @property
    def actor(self) -> str: ...
    @property
    def action(self) -> str: ...
    @property
    def counterpart(self) -> str | None: ...


def party(code: str | None) -> str:
    """The name of a party in the reader's language; the code itself where the vocabulary has dropped it."""
    if not code:
        return tr("no counterpart")
    return actor_name(code, language_now()) if code in actors() else code


def action(slug: str) -> str:
    """The label of an action: `Visits`."""
    return action_label(slug, language_now()) if slug in actions() else slug


def labels(slug: str) -> tuple[str, ...]:
    """The labels of an action in all languages, none twice."""
    return tuple(dict.fromkeys(actions()[slug].label.values())) if slug in actions() else ()


def quad(code: str) -> str:
    """The label of a quad class."""
    label = QUADS[code].label
    return label.get(language_now()) or label["en"]


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


def dyad(a: str, b: str | None) -> str:
    """Two parties as a heading names them: `Kazakhstan – Russia`, in a fixed order of codes or as given."""
    return f"{party(a)} – {party(b)}"


def language(code: str) -> str:
    """The name of a language in the interface's."""
    if code not in LANGS:
        return code or tr("unknown")
    if (code, interface()) == ("ky", "ru"):
        return "кыргызский"  # as the country is called here; CLDR has the older word
    return str(Locale(interface()).languages[code])


def told(table: Mapping[str, str], key: str) -> str:
    """What a table of marked words says of `key`, translated; the key itself where it says nothing."""
    return tr(table[key]) if key in table else key


SURE = 0.8  # from here on the coder calls a row sure
ENOUGH = 20  # measured rows from which their share is told


def confidence(value: float) -> str:
    """How sure the coder is, in words that can be acted upon, with what was measured of such rows."""
    shown = f"{value:.0%}"
    if value < SURE:
        shown = tr("{share}, unsure: read the sentence", share=shown)
    bins = _unseen().get("calibration", ())
    row = next((b for b in bins if b["low"] <= value and (value < b["high"] or b["high"] == 1)), None)
    if not row or row["rows"] < ENOUGH:
        return shown
    right = f"{row['right'] / row['rows']:.0%}"
    return shown + "; " + tr("{right} of such rows were right where it was measured", right=right)


def sure_rows() -> str:
    """`Of the rows at 80% and above 85% were right where it was measured.`, or nothing."""
    row = _unseen().get("sure", {})
    if row.get("high", 0) < ENOUGH:
        return ""
    right = f"{row['right'] / row['high']:.0%}"
    return tr(
        "Of the rows at {sure} and above {right} were right where it was measured.",
        sure=f"{row['from']:.0%}",
        right=right,
    )


def _unseen() -> Mapping[str, Any]:
    """What was measured on articles that no rule was written from; see models/measured.py."""
    return next((row for row in measured().get("pools", ()) if row["name"] == "unseen"), {})


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
    "nom": mark("in the nominative"),
    "gen": mark("in the genitive"),
    "dat": mark("in the dative"),
    "acc": mark("in the accusative"),
    "com": mark("in the comitative"),
    "abl": mark("in the ablative"),
    "loc": mark("in the locative"),
}


_PART = {
    "actor": mark("actor"),
    "action": mark("action"),
    "counterpart": mark("counterpart"),
    "kind": mark("kind"),
}
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
}
_CHOICE = re.compile(r"\{@?([^|{}]+)((?:\|[^|{}]+)*)\}")


def found(part: str, how: str) -> str:
    """How the words for a part of a row were found: `named, the subject`."""
    if part == "date":
        return told(BASIS, how)
    if part == "action":
        return rule(how)
    via, _, role = how.partition(", ")
    return ", ".join(filter(None, (told(_VIA, via), told(_HOW, role) if role in _HOW else "")))


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
        return told(_TERM, name)
    part, _, value = name.partition("=")
    if value:
        return f"{told(_PART, part)}: {told(_HOW, value)}"
    part, _, value = name.partition(" by ")
    return f"{told(_PART, part)}: {told(_VIA, value)}" if value else name
