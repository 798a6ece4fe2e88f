"""A frame into dyads by the codebook: direction, symmetric pairs, the five as a group, the scope."""

from __future__ import annotations

from dataclasses import dataclass

from loaders.coding.parties import in_region
from loaders.coding.scenes import Party, kind_of
from loaders.coding.sides import Frame
from models.vocabulary import CENTRAL_ASIA
from models.vocabulary.actions import action
from models.vocabulary.phrases import Expression

# Joint decisions and mutual easing are stored once for a pair, like the symmetric actions.
JOINT = frozenset({"announce", "ease", "recognise", "extradite"})
# What two do to each other is one row each way: "both capitals massed armour along the line".
MUTUAL = frozenset({"mobilise", "criticise", "threaten", "sanction", "coerce", "withdraw", "reject"})
MOST = 12  # dyads of one expression; a longer list is an enumeration, not a move


@dataclass(frozen=True, slots=True)
class Dyad:
    """One row's two ends."""

    actor: Party
    counterpart: str | None


def dyads(frame: Frame, expression: Expression, slug: str, scope: str) -> tuple[list[Dyad], str]:
    """The rows of a frame, and the reason where there are none."""
    actors_ = [p for p in frame.actor.parties if p.code]
    targets = [p for p in frame.counterpart.parties if p.code]
    if not actors_:
        return [], "no actor"
    symmetric = action(slug).symmetric or frame.pair
    if slug == "protest":
        targets = targets[:1]  # one embassy; what the crowd shouts names others
    if expression.needs:
        targets = [
            p for p in targets if kind_of(p.code) in expression.needs or _stands_for_city(p, expression)
        ]
        if not targets and not expression.solo:
            return [], "no fitting counterpart"
    actors_ = [p for p in actors_ if p.code not in {t.code for t in targets}] or actors_
    if targets:
        found = [Dyad(a, t.code) for a in actors_ for t in targets if a.code != t.code]
        if symmetric:
            # "talks would be held with Moscow": whoever says so announces it
            told = slug == "announce" and frame.actor.how == "marked" and frame.counterpart.how != "marked"
            found = [
                _ordered(a, t) if told or frame.actor.how == "scene" else Dyad(a, t.code)
                for a in actors_
                for t in targets
                if a.code != t.code
            ]
    elif (symmetric or slug in JOINT) and len(actors_) > 1:  # joint decisions are stored once for a pair
        found = [_ordered(a, b) for k, a in enumerate(actors_) for b in actors_[k + 1 :]]
    elif frame.mutual and slug in MUTUAL and len(actors_) == 2:
        found = [Dyad(a, b.code) for a in actors_ for b in actors_ if a is not b]
    elif (expression.solo or (slug == "meet" and actors_[0].code == "C5")) and len(actors_) <= 2:
        found = [Dyad(a, None) for a in actors_]
    else:
        return [], "no counterpart"
    if scope == "central-asia":
        found = [d for d in found if in_region(d.actor.code) or in_region(d.counterpart)]
    if not found:
        return [], "no party of the region"
    return found[:MOST], ""


def _stands_for_city(party: Party, expression: Expression) -> bool:
    """ "arrived in Brussels" where the city's name means the organisation."""
    return expression.place and party.via == "metonym"


def _ordered(a: Party, b: Party) -> Dyad:
    """Two subjects: the Central Asian one first, of two Central Asian ones the alphabetically first."""
    first, second = sorted((a, b), key=lambda p: (p.code not in CENTRAL_ASIA, p.code))
    return Dyad(first, second.code)
