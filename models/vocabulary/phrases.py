"""One expression: a phrase and its flags, compiled. The format is told in models/vocabulary/lexicon.py."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from models.errors import VocabularyError
from models.vocabulary.actions import actions

FLAGS = {
    "roles",
    "with",
    "not",
    "needs",
    "solo",
    "bare",
    "object",
    "future",
    "also",
    "place",
    "strict",
    "weight",
}
ROLES = {"forward", "reverse", "pair", "marked"}
PREFIX = 3  # letters by which expressions with a starred head are filed


@dataclass(frozen=True, slots=True)
class Words:
    """Alternatives for one place of a phrase: whole lemmas, beginnings of words (starred), and runs of words.

    A run is an alternative of several words, such as "green light".
    """

    whole: frozenset[str]
    begins: tuple[str, ...] = ()
    runs: tuple[tuple[str, ...], ...] = ()

    def __contains__(self, lemma: object) -> bool:
        return isinstance(lemma, str) and (
            lemma in self.whole or (bool(self.begins) and lemma.startswith(self.begins))
        )


@dataclass(frozen=True, slots=True)
class Expression:
    """One compiled entry. `head` and each of `company` are alternatives; `marks` are prepositions."""

    action: str
    kind: str
    phrase: str
    head: Words
    company: tuple[Words, ...]
    marks: tuple[str, ...]
    tail: str
    roles: str
    blocked: Words
    needs: frozenset[str]
    solo: bool
    bare: bool
    object: bool
    future: bool
    also: str
    place: bool
    strict: bool
    weight: float
    learned: bool = False  # not from a file: what a model proposed for a clause without an expression

    @property
    def rule(self) -> str:
        """The id under which explain and the store name it."""
        if self.learned:
            return f"learned: {self.action} ({self.phrase})"
        return f"{self.action}/{self.kind}: {self.phrase}"


def _words(piece: str, where: str) -> Words:
    parts = [p.strip().casefold() for p in piece.strip("{}").split("|")]
    if not all(parts) or any("{" in p or "}" in p for p in parts):
        raise VocabularyError(where, f"{piece!r} is malformed.", "Write {one|two|three}.")
    begins = tuple(p.rstrip("*") for p in parts if p.endswith("*"))
    if any(len(b) < PREFIX for b in begins):
        raise VocabularyError(
            where, f"{piece!r} is too short.", f"Give at least {PREFIX} letters before the star."
        )
    runs = tuple(tuple(p.split()) for p in parts if " " in p)
    return Words(frozenset(p for p in parts if not p.endswith("*")), begins, runs)


def split_phrase(phrase: str) -> list[str]:
    """The places of a phrase; a braced group is one place even with spaces in it."""
    pieces: list[str] = []
    for word in phrase.split():
        if pieces and pieces[-1].startswith("{") and not pieces[-1].endswith("}"):
            pieces[-1] += " " + word
        else:
            pieces.append(word)
    return pieces


def _expand(piece: str, groups: Mapping[str, str], where: str) -> str:
    """Put the words of named groups in their place."""

    def words(match: re.Match[str]) -> str:
        if match[1] not in groups:
            raise VocabularyError(where, f"no group {match[1]!r}.", f"Known: {', '.join(groups) or 'none'}.")
        return groups[match[1]]

    return re.sub(r"@(\w+)", words, piece)


def _also(own: Mapping[str, Any], where: str) -> str:
    slug = str(own.get("also", ""))
    if slug and slug not in actions():
        raise VocabularyError(where, f"no action {slug!r}.", "See actions.yml.")
    return slug


def _flag(own: Mapping[str, Any], common: Mapping[str, Any], name: str, default: Any) -> Any:
    return own.get(name, common.get(name, default))


def compiled(
    entry: str | Mapping[str, Any],
    kind: str,
    slug: str,
    common: Mapping[str, Any],
    prepositions: frozenset[str],
    groups: Mapping[str, str],
) -> Expression:
    """An entry of `kind` (verb or noun) under the action `slug`; `common` are the flags of all its entries.

    `groups`: words by name of group, joined by bars. VocabularyError tells what is wrong with the entry.
    """
    own: Mapping[str, Any] = {"phrase": entry} if isinstance(entry, str) else entry
    where = f"{slug}/{kind}: {own.get('phrase')}"
    unknown = set(own) - FLAGS - {"phrase"}
    if unknown:
        raise VocabularyError(
            where, f"unknown flags {sorted(unknown)}.", f"Known: {', '.join(sorted(FLAGS))}."
        )
    pieces = [_expand(p, groups, where) for p in split_phrase(str(own["phrase"]))]
    roles = _flag(own, common, "roles", "pair" if actions()[slug].symmetric else "forward")
    if roles not in ROLES:
        raise VocabularyError(
            where, f"roles {roles!r} is unknown.", f"Use one of {', '.join(sorted(ROLES))}."
        )
    tail = pieces[-1].casefold() if len(pieces) > 1 and pieces[-1].casefold() in prepositions else ""
    if "with" in own or own.get("object"):
        tail = ""  # the last word belongs to the phrase ("offer to help", "put pen to paper with")
    marks = (tail,) if tail else tuple(_flag(own, common, "with", ()))
    return Expression(
        action=slug,
        kind=kind,
        phrase=str(own["phrase"]),
        head=_words(pieces[0], where),
        company=tuple(_words(p, where) for p in pieces[1:]),
        marks=marks,
        tail=tail,
        roles=roles,
        blocked=_words("|".join(_flag(own, common, "not", ())) or "\0", where),
        needs=frozenset(_flag(own, common, "needs", ())),
        solo=bool(_flag(own, common, "solo", False)),
        bare=bool(_flag(own, common, "bare", False)),
        object=bool(_flag(own, common, "object", not tail)),
        future=bool(own.get("future", False)),
        also=_also(own, where),
        place=bool(_flag(own, common, "place", False)),
        strict=bool(own.get("strict", False)),
        weight=float(_flag(own, common, "weight", 0.8)),
    )
