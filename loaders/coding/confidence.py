"""How likely a row is right: a small logistic model over how its words and parties were found.

The weights stand in confidence.yml; tests/gold/calibrate.py fits them so that they hold for articles on which
nobody tuned a rule: a row at 0.7 is right about seven times in ten there, more often on those that were.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from math import exp, log
from pathlib import Path

import yaml

from loaders.coding.learned.model import NONE
from loaders.coding.learned.propose import Opinion, share
from loaders.coding.names import Names
from loaders.coding.sides import Frame, Side
from loaders.coding.status import PLANNED, Status
from loaders.coding.triggers import Hit
from models.vocabulary.actions import action

FILE = Path(__file__).parent / "confidence.yml"
INDIRECT = frozenset({"pronoun", "pair", "role", "scene"})


@cache
def _weights() -> Mapping[str, float]:
    found: Mapping[str, float] = yaml.safe_load(FILE.read_text(encoding="utf-8"))["weights"]
    return found


def _side(name: str, side: Side) -> dict[str, float]:
    found = {f"{name}={side.how}": 1.0}
    for via in {p.via for p in side.parties}:
        found[f"{name} by {via}"] = 1.0
    if len(side.parties) > 1:
        found[f"{name} several"] = 1.0
    return found


def _learned(hit: Hit, opinion: Opinion) -> dict[str, float]:
    """The model's opinion as log odds: that the clause tells this action, and that it tells any."""
    if not opinion:
        return {}
    slug = hit.expression.action
    this = share(opinion, slug)
    other = max((share(opinion, name) for name in opinion if name not in (slug, NONE)), default=0.0)
    found = {"opinion": _odds(this), "opinion: none": _odds(opinion.get(NONE, 0.0))}
    if hit.expression.learned:
        return {"learned": 1.0, "learned opinion": _odds(this)}
    if other > this:
        found["opinion: another action"] = 1.0
    return found


def _odds(p: float) -> float:
    p = min(0.97, max(0.03, p))
    return log(p / (1 - p))


def features(
    names: Names, hit: Hit, frame: Frame, status: Status, opinion: Opinion, *, agree: bool
) -> dict[str, float]:
    """What is known about a row before it is believed, by name; `opinion` is the model's of the clause."""
    expression = hit.expression
    parties = len({m.code for m in names.at.values()})
    found = {
        "bias": 1.0,
        f"language={names.lexicon.language}": 1.0,
        f"language={names.lexicon.language} {expression.kind}": 1.0,
        f"language={names.lexicon.language} company={min(1, len(expression.company))}": 1.0,
        "weight": 0.0 if expression.learned else _odds(expression.weight),
        f"kind={expression.kind}": 1.0,
        f"company={min(2, len(expression.company))}": 1.0,
        f"action={expression.action}": 1.0,
        f"quad={action(expression.action).quad}": 1.0,
        f"named in sentence={min(4, parties)}": 1.0,
        **_learned(hit, opinion),
        **_side("actor", frame.actor),
        **_side("counterpart", frame.counterpart),
    }
    flags = {
        "both coders agree": agree,
        "planned": status.kind == PLANNED,
        "inside a quotation": hit.head in names.quoted,
        "no parse": not names.tree.parsed,
        "both sides indirect": all(
            s.how in ("scene", "salient", "home", "guess", "stage") or {p.via for p in s.parties} & INDIRECT
            for s in (frame.actor, frame.counterpart)
        ),
        "long sentence": len(names.tree.tokens) > 45,
    }
    found.update({name: 1.0 for name, holds in flags.items() if holds})
    return found


def probability(found: Mapping[str, float]) -> float:
    """Between 0.01 and 0.99."""
    weights = _weights()
    score = sum(value * weights.get(name, 0.0) for name, value in found.items())
    return min(0.99, max(0.01, 1 / (1 + exp(min(20.0, -score)))))


def weightiest(found: Mapping[str, float], most: int = 6) -> tuple[tuple[str, float], ...]:
    """What speaks loudest for or against a row, the heaviest first: name of the feature and log-odds."""
    weights = _weights()
    terms = {
        name: round(value * weights.get(name, 0.0), 2) for name, value in found.items() if name != "bias"
    }
    heavy = sorted(terms.items(), key=lambda term: (-abs(term[1]), term[0]))
    return tuple((name, weight) for name, weight in heavy[:most] if weight)
