"""When is a coded row the gold row? The comparisons of the codebook. Pure.

A row is a mapping with the codebook's fields: `actor`, `action`, `counterpart`, `date`, `date_precision` for
a move; `speaker`, `text` for a comment. What a row lacks counts as empty.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from models.vocabulary.actions import actions

Row = Mapping[str, Any]
MoveKey = tuple[str, str, str]

ENOUGH_WORDS = 0.5  # token F1 from which two wordings are the same comment
_COMPARED = {"day": 10, "published": 10, "month": 7, "year": 4}  # characters of an ISO day, by precision


def plain(text: str | None) -> str:
    """Lower case without accents and punctuation, words apart by one space."""
    decomposed = unicodedata.normalize("NFKD", (text or "").casefold())
    bare = "".join(c for c in decomposed if not unicodedata.combining(c))
    return re.sub(r"[^\w+]+", " ", bare).strip()


def party(code: str | None) -> str:
    """A party as it is compared: treaties and forums are names, with or without an article."""
    return plain(code).removeprefix("the ")


def symmetric(action: str) -> bool:
    """Does the codebook store this action once for a pair?"""
    known = actions().get(action)
    return known is not None and known.symmetric


def quad_of(action: str) -> str:
    """The quad class of an action, "?" for an unknown one."""
    known = actions().get(action)
    return known.quad if known else "?"


def move_key(event: Row) -> MoveKey:
    """Actor, action, counterpart; the two sides of a symmetric action in one order."""
    actor, counterpart = party(event.get("actor")), party(event.get("counterpart"))
    action = event.get("action", "")
    if counterpart and symmetric(action):
        actor, counterpart = sorted((actor, counterpart))
    return actor, action, counterpart


def quad_key(event: Row) -> MoveKey:
    """Actor, quad class, counterpart."""
    actor, action, counterpart = move_key(event)
    return actor, quad_of(action), counterpart


def dyad_key(event: Row) -> tuple[str, ...]:
    """Both parties, whoever acts."""
    return tuple(sorted((party(event.get("actor")), party(event.get("counterpart")))))


def same_day(gold: Row, coded: Row) -> bool:
    """The same day, or month or year where the gold knows no better."""
    length = _COMPARED.get(gold.get("date_precision") or "day", 10)
    return bool(gold.get("date")) and (gold["date"] or "")[:length] == (coded.get("date") or "")[:length]


def overlap(a: str | None, b: str | None) -> float:
    """Token F1 of two wordings, 0 to 1."""
    left, right = Counter(plain(a).split()), Counter(plain(b).split())
    shared = sum((left & right).values())
    return 2 * shared / (sum(left.values()) + sum(right.values())) if shared else 0.0


def same_speaker(a: str | None, b: str | None) -> bool:
    """The same last name, or one name within the other."""
    left, right = plain(a).split(), plain(b).split()
    if not left or not right:
        return False
    return left[-1] == right[-1] or set(left) <= set(right) or set(right) <= set(left)


def match_comments(gold: Sequence[Row], coded: Sequence[Row], least: float) -> int:
    """How many gold comments are found: one to one, the largest overlap first, `least` of it needed."""
    pairs = sorted(
        (
            (overlap(g.get("text"), c.get("text")), i, j)
            for i, g in enumerate(gold)
            for j, c in enumerate(coded)
            if same_speaker(g.get("speaker"), c.get("speaker"))
        ),
        reverse=True,
    )
    used_gold: set[int] = set()
    used_coded: set[int] = set()
    for shared, i, j in pairs:
        if shared >= least and i not in used_gold and j not in used_coded:
            used_gold.add(i)
            used_coded.add(j)
    return len(used_gold)
