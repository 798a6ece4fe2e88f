"""Which words of the article a row was read from: for whoever asks how we know."""

from __future__ import annotations

from collections.abc import Iterator

from loaders.coding.days import Day
from loaders.coding.pairs import Dyad
from loaders.coding.sides import Frame, Side
from loaders.coding.syntax import Tree
from loaders.coding.triggers import Hit
from models.grounds import Mark


def marks(hit: Hit, tree: Tree, frame: Frame, dyad: Dyad, day: Day) -> tuple[Mark, ...]:
    """The words for actor, action, counterpart and day of one row, in the order of the text."""
    found = [*_actor(frame, dyad), *_action(hit, tree), *_counterpart(frame, dyad)]
    if day.span is not None:
        found.append(Mark("date", day.span.start, day.span.end, day.basis))
    return tuple(sorted(found, key=lambda mark: mark.start))


def _actor(frame: Frame, dyad: Dyad) -> Iterator[Mark]:
    party = dyad.actor
    side = frame.actor if party in frame.actor.parties else frame.counterpart
    if party.end > party.start:
        yield Mark("actor", party.start, party.end, f"{party.via}, {side.how}")


def _counterpart(frame: Frame, dyad: Dyad) -> Iterator[Mark]:
    sides: tuple[Side, ...] = (frame.counterpart, frame.actor)
    for side in sides:
        for party in side.parties:
            if party.code == dyad.counterpart and party.end > party.start:
                yield Mark("counterpart", party.start, party.end, f"{party.via}, {side.how}")
                return


def _action(hit: Hit, tree: Tree) -> Iterator[Mark]:
    """The words of the expression; those that stand side by side are one mark."""
    start = end = last = -1
    for i in sorted(hit.tokens):
        token = tree.tokens[i]
        if i != last + 1 and end >= 0:
            yield Mark("action", start, end, hit.expression.rule)
            end = -1
        start = token.start if end < 0 else start
        end, last = token.end, i
    if end >= 0:
        yield Mark("action", start, end, hit.expression.rule)
