"""Several expressions in one clause about one pair: which of them the clause asserts.

"Threatened to close the border" closes none, "signed an agreement on visa-free travel" eases nothing yet.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from loaders.coding.drafts import MoveDraft
from loaders.coding.verb_final.triggers import Trigger

_DEEDS = frozenset(
    {"trade", "aid", "ease", "sanction", "coerce", "exercise", "join", "recognise", "extradite"}
)
# What an action swallows in its own clause; speech about a deed is not the deed.
SWALLOWS: dict[str, frozenset[str]] = {
    "threaten": _DEEDS | {"visit", "withdraw", "call", "announce", "propose", "clash", "demand", "mobilise"},
    "demand": _DEEDS | {"propose", "call", "announce", "withdraw", "clash", "negotiate", "sign", "meet"},
    "propose": _DEEDS | {"announce", "negotiate", "sign", "mediate", "meet", "support", "withdraw"},
    "reject": _DEEDS | {"support", "propose", "announce", "negotiate", "sign", "demand"},
    "announce": frozenset({"trade", "aid", "ease", "exercise", "join", "recognise", "extradite", "visit"}),
    "support": frozenset({"sign", "join", "propose", "announce", "negotiate"}),
    "criticise": frozenset({"call", "clash", "coerce", "announce", "propose"}),
    "sign": frozenset({"announce", "trade", "aid", "ease", "join", "exercise", "extradite", "negotiate"}),
    "ratify": frozenset(
        {"sign", "meet", "support", "ease", "trade", "aid", "announce", "extradite", "exercise", "join"}
    ),
    "ease": frozenset({"sanction", "coerce", "trade", "join", "aid", "visit"}),
    "withdraw": frozenset({"recognise", "sanction", "coerce", "criticise", "sign", "ratify", "negotiate"})
    | {"join", "meet", "aid", "trade", "call"},
    "sanction": frozenset({"trade", "aid", "exercise", "visit"}),
    "coerce": frozenset({"trade", "visit", "extradite"}),
    "mobilise": frozenset({"coerce", "visit", "trade", "exercise", "aid"}),
    "extradite": frozenset({"coerce", "aid", "ease"}),
    "exercise": frozenset({"trade", "aid", "meet", "extradite"}),
    "peacekeep": frozenset({"join", "visit", "aid"}),
    "recognise": frozenset({"announce", "negotiate", "join", "trade"}),
    "mediate": frozenset({"meet", "negotiate", "visit", "propose"}),
    "clash": frozenset({"mobilise", "exercise", "trade"}),
}


@dataclass(frozen=True, slots=True)
class Asserted:
    """An expression of a sentence with its rows; `start` is the offset at which its clause begins."""

    trigger: Trigger
    start: int
    rows: list[MoveDraft]


def asserted(found: Sequence[Asserted]) -> Iterator[MoveDraft]:
    """The rows that stay."""
    for n, one in enumerate(found):
        for row in one.rows:
            if not any(_swallowed(row, one, other, m < n) for m, other in enumerate(found) if m != n):
                yield row


def _swallowed(row: MoveDraft, one: Asserted, other: Asserted, earlier: bool) -> bool:
    """`earlier`: the other is the fuller phrase, which decides where each would swallow the other."""
    mine, its = one.trigger.expression.action, other.trigger.expression.action
    if one.start != other.start or mine not in SWALLOWS.get(its, frozenset()):
        return False
    if not earlier and its in SWALLOWS.get(mine, frozenset()):
        return False
    pair = {row.actor, row.counterpart}
    return any(pair <= {r.actor, r.counterpart, None} or pair == {r.actor, r.counterpart} for r in other.rows)
