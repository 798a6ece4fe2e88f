"""Which of a sentence's dates belongs to a move, and what day it takes where the sentence has none."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from loaders.coding.dates import DateSpan
from loaders.coding.drafts import DateBasis, DatePrecision
from loaders.coding.scenes import Scene
from loaders.coding.syntax import APART, Tree

_CLAUSE = frozenset({"acl", "acl:relcl", "advcl", "ccomp", "conj", "parataxis", APART})


@dataclass(frozen=True, slots=True)
class Day:
    """The day of a move with its precision and basis; `planned_for` where it lies ahead.

    `span`: where the words for the day stand, None where it was inherited.
    """

    date: dt.date
    precision: DatePrecision
    basis: DateBasis
    planned_for: dt.date | None = None
    span: DateSpan | None = None


def _clause(tree: Tree, i: int) -> int:
    """The head of the clause that token i stands in."""
    token = tree.tokens[i]
    while token.head != token.i and not (token.dep in _CLAUSE and token.pos in ("VERB", "AUX")):
        token = tree.tokens[token.head]
    return token.i


def _cost(tree: Tree, span: DateSpan, head: int) -> float:
    """How far a date is from a move: its own clause first, then the clause above, then by words."""
    where = tree.at(span.start, span.end)
    if not where:
        return 99.0
    distance = min(abs(i - head) for i in where) / 100
    if not tree.parsed:
        return distance
    mine, its = _clause(tree, head), _clause(tree, tree.head_of(where))
    if mine == its:
        return distance
    above = [t.i for t in tree.ancestors(mine)]
    if its in above:
        return 1 + above.index(its) / 10 + distance
    below = [t.i for t in tree.ancestors(its)]
    if mine in below:
        relative = tree.tokens[its].dep in ("acl", "acl:relcl")
        return (3.5 if relative else 2) + distance
    return 2.5 + distance


FARTHEST = 3.0
FRESH = 31  # days before publication within which a day without a year is news, not background
LONG_AGO = 300  # days before publication from which a year told is that of the days told after it
_YEAR = re.compile(r"\b\d{4}\b")


def date_of(
    tree: Tree, spans: Sequence[DateSpan], head: int, scene: Scene, codes: tuple[str, ...], planned: bool
) -> Day:
    """The day of the move at `head` between `codes`: its own, else that of the scene, else of publication."""
    ranked = sorted((_cost(tree, s, head), s.start, s) for s in spans)
    near = [s for cost, _, s in ranked if cost < FARTHEST]
    ahead = [s for s in near if s.date > scene.published or (planned and s.later > scene.published)]
    if not planned and not ahead:
        return _past(near, scene, codes)
    past = [s for s in near if s not in ahead and not (planned and s.precision != "day")]
    told = _past(past, scene, codes)
    day = next((s for s in ahead if s.precision == "day"), None)
    return Day(told.date, told.precision, told.basis, day.later if day else None, day or told.span)


def _past(spans: Sequence[DateSpan], scene: Scene, codes: tuple[str, ...]) -> Day:
    for span in spans:
        date, precision = span.resolve(scene.told_day or scene.published, scene.told_precision)
        if span.basis == "explicit":
            date = _in_told_year(span, date, scene)
        if date <= scene.published:
            return Day(date, cast(DatePrecision, precision), cast(DateBasis, span.basis), span=span)
    return _inherited(scene, codes)


def _in_told_year(span: DateSpan, date: dt.date, scene: Scene) -> dt.date:
    """ "In September 2022 they fought. On 16 September they agreed": the year told just before goes on.

    Only where that year lies well before the publication.
    """
    told = scene.told_day
    if told is None or scene.told_at < scene.sentence - 2 or _YEAR.search(span.text):
        return date
    if (scene.published - told).days < LONG_AGO or span.precision != "day" or date.year == told.year:
        return date
    if (scene.published - date).days <= FRESH:
        return date
    for year in (told.year, told.year + 1):
        moved = date.replace(year=year, day=min(date.day, 28) if date.month == 2 else date.day)
        if moved >= told.replace(day=1) and moved < date:
            return moved
    return date


def _inherited(scene: Scene, codes: tuple[str, ...]) -> Day:
    if scene.sequel and scene.step is not None and scene.step_at >= scene.sentence - 1:
        date, precision = scene.step  # "There, both sides agreed to ...": goes on from the sentence before
        return Day(date, cast(DatePrecision, precision), "inherited")
    if scene.day is not None and scene.day_of(codes):
        return Day(scene.day, cast(DatePrecision, scene.precision), "inherited")
    return Day(scene.published, "published", "published")
