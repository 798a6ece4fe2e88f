"""Codes in words: parties, actions, quads, precision, confidence. All of it is our own, safe anywhere."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol

from babel import Locale

from dashboard.i18n import interface, mark, percent, tr
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
    shown = percent(value)
    if value < SURE:
        shown = tr("{share}, unsure: read the sentence", share=shown)
    bins = _unseen().get("calibration", ())
    row = next((b for b in bins if b["low"] <= value and (value < b["high"] or b["high"] == 1)), None)
    if not row or row["rows"] < ENOUGH:
        return shown
    right = percent(row["right"] / row["rows"])
    return shown + "; " + tr("{right} of such rows were right where it was measured", right=right)


def sure_rows() -> str:
    """`Of the rows at 80% and above 85% were right where it was measured.`, or nothing."""
    row = _unseen().get("sure", {})
    if row.get("high", 0) < ENOUGH:
        return ""
    right = percent(row["right"] / row["high"])
    return tr(
        "Of the rows at {sure} and above {right} were right where it was measured.",
        sure=percent(row["from"]),
        right=right,
    )


def _unseen() -> Mapping[str, Any]:
    """What was measured on articles that no rule was written from; see models/measured.py."""
    return next((row for row in measured().get("pools", ()) if row["name"] == "unseen"), {})
