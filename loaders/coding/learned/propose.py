"""What the model of clauses says of a sentence: an opinion on each clause, moves that no expression tells."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import TypeVar

from loaders.coding.learned import model
from loaders.coding.learned.clauses import clause, heads
from loaders.coding.learned.model import NONE, REVERSED
from loaders.coding.names import Names
from loaders.coding.status import DONE, status_of
from loaders.coding.triggers import Hit, has, reach
from models.vocabulary.actions import action
from models.vocabulary.lexicon import expressions
from models.vocabulary.phrases import Expression, Words

ASK = 0.35  # probability below which a clause without an expression is not taken for a move
# How much likelier another action must be to replace that of an expression. Russian won nothing by it.
SURER = {"en": 0.45}
PLAIN = 3  # words from which an expression is never taken for another action
SEEN = 2  # expressions of an action that must agree on a preposition for it to count for all

Opinion = Mapping[str, float]
T = TypeVar("T")


def opinions(names: Names, hits: Sequence[Hit]) -> dict[int, Opinion]:
    """Probabilities of each label, `none` among them, by head; empty without a parse or a model."""
    known = model.load(names.lexicon.language) if names.tree.parsed else None
    if known is None:
        return {}
    wanted = sorted({*heads(names), *(hit.head for hit in hits)})
    return {i: known.probabilities(clause(names, i)) for i in wanted}


def share(opinion: Opinion, slug: str) -> float:
    """The probability that the clause tells this action, whichever way round."""
    return opinion.get(slug, 0.0) + opinion.get(slug + REVERSED, 0.0)


def proposals(names: Names, hits: Sequence[Hit], found: Mapping[int, Opinion]) -> list[Hit]:
    """Clauses at which no expression stands and that most likely tell a move all the same."""
    taken: set[int] = set().union(*(hit.tokens for hit in hits if not _idle(names, hit)))
    made = []
    for i, opinion in found.items():
        if i in taken or _says_no_more(names, i, hits):
            continue
        label = max((name for name in opinion if name != NONE), key=lambda name: opinion[name])
        slug = label.removesuffix(REVERSED)
        sure = share(opinion, slug)
        if sure >= ASK and not _ruled_out(names, i, slug):
            made.append(Hit(_expression(names, i, label, sure), i, frozenset({i})))
    return made


def _idle(names: Names, hit: Hit) -> bool:
    """ "They got both into one room": a word that tells only what lies ahead leaves this to others."""
    future = hit.expression.future
    return future and status_of(names.tree, hit.head, names.lexicon, hit.tokens).kind == DONE


def _says_no_more(names: Names, i: int, hits: Sequence[Hit]) -> bool:
    """ "Failed to agree", "speeded up the withdrawal": a word that only says how another act stands."""
    token = names.tree.tokens[i]
    objects = {kid.i for kid in names.tree.kids(i, "obj", "nsubj:pass")}
    if any(hit.head in objects for hit in hits):
        return True
    lexicon = names.lexicon
    return token.lemma in lexicon.word("irrealis") and not any(lexicon.candidates(token.lemma))


def _ruled_out(names: Names, i: int, slug: str) -> bool:
    """ "Declined to comment": the lexicon knows the word, and beside what it does not mean the action."""
    token = names.tree.tokens[i]
    blocked = [e.blocked for e in names.lexicon.candidates(token.lemma) if e.action == slug]
    near = reach(names.tree, i) if blocked else []
    return any(has(words, names.tree.tokens[k]) for words in blocked for k in near)


def revised(names: Names, hits: Sequence[Hit], found: Mapping[int, Opinion]) -> list[Hit]:
    """The hits; one that the model is much surer to tell another action tells that."""
    return [_revised(names, hit, found.get(hit.head, {})) for hit in hits]


def _revised(names: Names, hit: Hit, opinion: Opinion) -> Hit:
    told = {name: p for name, p in opinion.items() if name != NONE}
    surer = SURER.get(names.lexicon.language, 1.0)
    if not told or hit.expression.also or hit.expression.future or len(hit.tokens) >= PLAIN:
        return hit
    label = max(told, key=lambda name: told[name])
    slug = label.removesuffix(REVERSED)
    if slug == hit.expression.action or share(opinion, slug) - share(opinion, hit.expression.action) < surer:
        return hit
    expression = replace(_expression(names, hit.head, label, share(opinion, slug)), kind=hit.expression.kind)
    return replace(hit, expression=expression)


def _expression(names: Names, i: int, label: str, sure: float) -> Expression:
    token = names.tree.tokens[i]
    kind = "verb" if token.pos in ("VERB", "AUX") else "noun"
    common = pattern(names.lexicon.language, label.removesuffix(REVERSED), kind)
    roles = "reverse" if label.endswith(REVERSED) else common.roles
    return replace(common, phrase=token.lemma, head=Words(frozenset({token.lemma})), roles=roles, weight=sure)


@cache
def pattern(language: str, slug: str, kind: str) -> Expression:
    """An expression without words that behaves as those of an action mostly do."""
    alike = [e for e in expressions(language).expressions if e.action == slug and e.kind == kind]
    marks = Counter(m for e in alike for m in e.marks)
    return Expression(
        action=slug,
        kind=kind,
        phrase="",
        head=Words(frozenset()),
        company=(),
        marks=tuple(m for m, count in marks.most_common() if count >= SEEN),
        tail="",
        roles="pair" if action(slug).symmetric else "forward",
        blocked=Words(frozenset()),
        needs=_mostly((e.needs for e in alike), frozenset()),
        solo=False,
        bare=False,
        object=True,
        future=False,
        also="",
        place=_mostly((e.place for e in alike), False),
        strict=False,
        weight=0.5,
        learned=True,
    )


def _mostly(values: Iterable[T], default: T) -> T:
    counts = Counter(values)
    return counts.most_common(1)[0][0] if counts else default
