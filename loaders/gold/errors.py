"""What went wrong: each gold move that was missed or misread, each coded row that should not be there. Pure.

A wrong row and a missed move that stand in the same sentence and share two of actor, action and counterpart
are one error with a kind of its own; only what has no partner is *missed* or *false*.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from loaders.gold.keys import Row, overlap, party, plain, same_day, symmetric
from loaders.gold.score import events_of, right_moves

SAME_SENTENCE = 0.5  # token F1 of two evidence sentences from which they are the same one

# Kind -> what it means. In this order: which of two readings of a pair of rows is meant.
KINDS: Mapping[str, str] = {
    "missed": "not coded",
    "false": "coded, but no move",
    "action": "right parties, wrong action",
    "direction": "right action, the parties turned round",
    "counterpart": "wrong counterpart",
    "actor": "wrong actor",
    "day": "right move, wrong day",
}


@dataclass(frozen=True, slots=True)
class Error:
    """One error of `kind`: the gold move, the coded row, or both, with the sentence that both are about."""

    kind: str
    article: str
    lang: str
    gold: Row | None
    coded: Row | None

    @property
    def sentence(self) -> str:
        """The evidence, of the gold where it names one."""
        rows = (row for row in (self.gold, self.coded) if row)
        return next((row["evidence"] for row in rows if row.get("evidence")), "")


def errors(gold: Sequence[Row], coded: Mapping[str, Row]) -> list[Error]:
    """All errors of these articles, in their order."""
    return [error for article in gold for error in _of_article(article, coded.get(article["id"], {}))]


def by_kind(found: Sequence[Error]) -> dict[str, int]:
    """How many there are of each kind, every kind named."""
    counts = Counter(error.kind for error in found)
    return {kind: counts[kind] for kind in KINDS}


def mixed_up(found: Sequence[Error]) -> Counter[tuple[str, str]]:
    """Gold action and coded action of every row with the right parties and the wrong action."""
    return Counter(
        (str(e.gold["action"]), str(e.coded["action"]))
        for e in found
        if e.kind == "action" and e.gold and e.coded
    )


def _of_article(article: Row, answer: Row) -> Iterator[Error]:
    gold, coded = list(events_of(article)), list(events_of(answer))
    for event, twin in right_moves(gold, coded):
        _take(gold, event)
        _take(coded, twin)
        if not same_day(event, twin):
            yield _error("day", article, event, twin)
    for kind, alike in _READINGS:
        for event in tuple(gold):
            for twin in (c for c in coded if alike(event, c) and _same_sentence(event, c)):
                _take(gold, event)
                _take(coded, twin)
                yield _error(kind, article, event, twin)
                break
    for event in gold:
        yield _error("missed", article, event, None)
    for event in coded:
        yield _error("false", article, None, event)


def _error(kind: str, article: Row, gold: Row | None, coded: Row | None) -> Error:
    return Error(kind, str(article["id"]), str(article.get("lang") or ""), gold, coded)


def _take(rows: list[Row], row: Row) -> None:
    """Takes this very row out: two rows may hold the same."""
    del rows[next(i for i, other in enumerate(rows) if other is row)]


def _same_sentence(gold: Row, coded: Row) -> bool:
    """Rows without evidence are taken to be about one sentence."""
    a, b = gold.get("evidence"), coded.get("evidence")
    if not a or not b:
        return True
    return overlap(a, b) >= SAME_SENTENCE or plain(a) in plain(b) or plain(b) in plain(a)


def _sides(row: Row) -> tuple[str, str]:
    return party(row.get("actor")), party(row.get("counterpart"))


def _same_sides(gold: Row, coded: Row) -> bool:
    return _sides(gold) == _sides(coded)


def _same_pair(gold: Row, coded: Row) -> bool:
    return sorted(_sides(gold)) == sorted(_sides(coded))


def _turned(gold: Row, coded: Row) -> bool:
    return gold.get("action") == coded.get("action") and _same_pair(gold, coded)


def _same_actor(gold: Row, coded: Row) -> bool:
    """The same action by the same actor. Where the action has no direction, a party that acts in both."""
    if gold.get("action") != coded.get("action"):
        return False
    actor = _sides(gold)[0]
    return actor in _sides(coded) if symmetric(str(gold.get("action"))) else actor == _sides(coded)[0]


def _same_counterpart(gold: Row, coded: Row) -> bool:
    if gold.get("action") != coded.get("action"):
        return False
    other = _sides(gold)[1]
    return other in _sides(coded) if symmetric(str(gold.get("action"))) else other == _sides(coded)[1]


_READINGS: tuple[tuple[str, Callable[[Row, Row], bool]], ...] = (
    ("direction", _turned),
    ("action", _same_sides),
    ("action", _same_pair),
    ("counterpart", _same_actor),
    ("actor", _same_counterpart),
)
