"""Each move of an article once: the surest evidence stands for it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from loaders.coding.drafts import MoveDraft
from models.vocabulary.actions import action

TURNED = 1.5  # how much surer the opposite direction must be to stand alone
APART = 60  # days between the scene and a background move: signed this week is not signed in 2014
SURE = 0.6  # confidence from which a report stands as a move of its own beside one of another day
STAY = 4  # days within which two reports of a visit are one stay


def once(rows: Sequence[MoveDraft]) -> Iterator[MoveDraft]:
    """One row per actor, action and counterpart; two days apart only where both are told outright."""
    kept: dict[tuple[str, str, str], list[MoveDraft]] = {}
    for row in rows:
        ends = [row.actor, row.counterpart or ""]
        if (action(row.action).symmetric or row.rule.endswith("(pair)")) and row.counterpart:
            ends.sort()
        same = kept.setdefault((ends[0], row.action, ends[1]), [])
        for at, other in enumerate(same):
            if _same_day(row, other):
                same[at] = _better(other, row)
                break
        else:
            same.append(row)
    found = [row for same in kept.values() for row in same if not _turned(row, kept)]
    yield from sorted(found, key=lambda row: (row.start, row.group))


def _turned(row: MoveDraft, kept: Mapping[tuple[str, str, str], list[MoveDraft]]) -> bool:
    """Whether the same move is told much more surely the other way round on that day."""
    if row.counterpart is None or action(row.action).symmetric:
        return False
    others = kept.get((row.counterpart, row.action, row.actor), ())
    return any(o.confidence > TURNED * row.confidence and _same_day(o, row) for o in others)


def _same_day(a: MoveDraft, b: MoveDraft) -> bool:
    told = ("explicit", "relative")
    if a.action == "visit" and a.date_precision == b.date_precision == "day":
        return abs((a.date - b.date).days) <= STAY
    if a.date_basis not in told or b.date_basis not in told:
        stands = "published" not in (a.date_basis, b.date_basis)  # the scene's day is a day all the same
        sure = min(a.confidence, b.confidence) >= SURE
        return not (stands and sure and abs((a.date - b.date).days) > APART)
    length = min({"day": 10, "month": 7, "year": 4, "published": 4}[r.date_precision] for r in (a, b))
    return a.date.isoformat()[:length] == b.date.isoformat()[:length]


def _better(a: MoveDraft, b: MoveDraft) -> MoveDraft:
    """The earlier row unless the later is surer; a date told outright beats one that is inherited."""
    first, second = (b, a) if b.confidence > a.confidence else (a, b)
    if a.action == "visit" and a.date != b.date and {a.date_precision, b.date_precision} == {"day"}:
        told = [r for r in (a, b) if r.date_basis in ("explicit", "relative")] or [a, b]
        earlier = min(told, key=lambda r: r.date)  # a stay of several days takes its first
        return replace(first, date=earlier.date, date_basis=earlier.date_basis)
    if first.date_basis in ("inherited", "published") and second.date_basis in ("explicit", "relative"):
        first = replace(
            first, date=second.date, date_precision=second.date_precision, date_basis=second.date_basis
        )
    return first
