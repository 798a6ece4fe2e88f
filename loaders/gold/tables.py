"""Figures by action and quad class, which action is taken for which, confidence against rightness. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any

from loaders.gold.errors import Error
from loaders.gold.keys import Row, move_key, quad_key
from loaders.gold.score import Figures, Tally, events_of, right_moves
from models.vocabulary.actions import QUADS, actions

HIGH = 0.8  # from here on nine rows in ten were right on articles kept aside: a row is called sure
BINS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0)  # edges; a bin holds its lower edge, the last one both
NOTHING = ""  # stands for "not coded" and for "no move" where actions are compared


def by_action(gold: Sequence[Row], coded: Mapping[str, Row]) -> dict[str, Figures]:
    """Precision, recall, F1 and counts of each action of the codebook that is wanted or coded."""
    return _by_middle(gold, coded, move_key, tuple(actions()))


def by_quad(gold: Sequence[Row], coded: Mapping[str, Row]) -> dict[str, Figures]:
    """The same of each quad class: parties and class right, whatever the action."""
    return _by_middle(gold, coded, quad_key, tuple(QUADS))


def _by_middle(
    gold: Sequence[Row], coded: Mapping[str, Row], key: Any, order: Sequence[str]
) -> dict[str, Figures]:
    tallies: dict[str, Tally] = {}
    for article in gold:
        wanted = Counter(map(key, events_of(article)))
        found = Counter(map(key, events_of(coded.get(article["id"], {}))))
        for name in {middle for _, middle, _ in (*wanted, *found)}:
            mine = tallies.setdefault(name, Tally())
            mine.add(*([k for k in rows.elements() if k[1] == name] for rows in (wanted, found)))
    rank = {name: at for at, name in enumerate(order)}
    return {name: tallies[name].figures() for name in sorted(tallies, key=lambda n: (rank.get(n, 99), n))}


def confusion(
    gold: Sequence[Row], coded: Mapping[str, Row], found: Sequence[Error]
) -> Counter[tuple[str, str]]:
    """How many gold moves of one action were coded as another: (gold action, coded action) -> count.

    `found` are the errors of these articles. Moves with a wrong party count as missed and as false, and so
    stand under `NOTHING`, as do rows without a partner: the other cells hold the right parties only.
    """
    cells: Counter[tuple[str, str]] = Counter()
    for article in gold:
        for event, _ in right_moves(events_of(article), events_of(coded.get(article["id"], {}))):
            cells[event["action"], event["action"]] += 1
    for error in found:
        if error.kind == "action" and error.gold and error.coded:
            cells[error.gold["action"], error.coded["action"]] += 1
        elif error.kind != "day":
            if error.gold:
                cells[error.gold["action"], NOTHING] += 1
            if error.coded:
                cells[NOTHING, error.coded["action"]] += 1
    return cells


def calibration(gold: Sequence[Row], coded: Mapping[str, Row]) -> list[dict[str, Any]]:
    """Bins of confidence: `low`, `high`, `rows`, `right`, `confidence` (their mean, None if empty)."""
    rows = _with_confidence(gold, coded)
    bins = []
    for low, high in pairwise(BINS):
        inside = [(c, right) for c, right in rows if low <= c < high or c == high == BINS[-1]]
        mean = round(sum(c for c, _ in inside) / len(inside), 3) if inside else None
        right = sum(right for _, right in inside)
        bins.append({"low": low, "high": high, "rows": len(inside), "right": right, "confidence": mean})
    return bins


def sure(gold: Sequence[Row], coded: Mapping[str, Row]) -> dict[str, Any]:
    """Rows with a confidence: how many, how many of them `high` (HIGH and more), and `right` among these."""
    rows = _with_confidence(gold, coded)
    high = [right for c, right in rows if c >= HIGH]
    return {"from": HIGH, "rows": len(rows), "high": len(high), "right": sum(high)}


def _with_confidence(gold: Sequence[Row], coded: Mapping[str, Row]) -> list[tuple[float, bool]]:
    found = []
    for article in gold:
        events = events_of(coded.get(article["id"], {}))
        right = {id(twin) for _, twin in right_moves(events_of(article), events)}
        found += [(float(e["confidence"]), id(e) in right) for e in events if e.get("confidence") is not None]
    return found
