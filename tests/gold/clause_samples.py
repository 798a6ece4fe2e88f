"""Clauses with the action that they tell, for training: marked sentences, the lexicon, gold articles."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from loaders.coding.coder import parsed
from loaders.coding.learned.clauses import Clause, clause, heads
from loaders.coding.learned.model import NONE, REVERSED
from loaders.coding.mentions import find_mentions
from loaders.coding.names import Names
from loaders.coding.parties import parties_of
from loaders.coding.passives import is_passive
from loaders.coding.scenes import Scene
from loaders.coding.status import DONE, PLANNED, status_of
from loaders.coding.subjects import subject_of
from loaders.coding.triggers import find
from models.vocabulary.actions import action
from models.vocabulary.lexicon import expressions
from models.vocabulary.phrases import Expression
from tests.gold.marked import Told

DAY = dt.date(2025, 6, 20)
EACH = 3  # samples drawn from an expression with alternatives
UNMARKED = 0.5  # weight of a clause beside the marked one: most, not all, tell no move


@dataclass(frozen=True, slots=True)
class Sample:
    """`label` is an action's slug, reversed or not, or `none`; `group` keeps a text's clauses together."""

    clause: Clause
    label: str
    weight: float
    group: str


def trees(text: str, lang: str, day: dt.date) -> Iterator[Names]:
    """The sentences of a text with what they name."""
    mentions = find_mentions(text, lang, day, places=True)
    for _, _, tree, inside in parsed(text, lang, mentions):
        if tree is not None:
            yield Names.of(tree, inside, expressions(lang), Scene(day))


def label(names: Names, i: int, told: Told) -> str:
    """The action; reversed where the one who acts is not the one who the word is said of."""
    token = names.tree.tokens[i]
    subject = subject_of(names.tree, token)[0] if token.pos in ("VERB", "AUX") else None
    if subject is None or action(told.action).symmetric:
        return told.action
    codes = {p.code for p in parties_of(names, subject.i, wide=True)}
    if (told.actor in codes) == (told.counterpart in codes):
        return told.action
    turned = (told.counterpart in codes) != is_passive(names.tree, token)
    return told.action + (REVERSED if turned else "")


def _marked_head(names: Names, spans: Sequence[tuple[int, int]], possible: Sequence[int]) -> int | None:
    tree = names.tree
    start = tree.sentence.start
    inside = [i for first, last in spans for i in tree.at(start + first, start + last)]
    if not inside:
        return None
    fitting = [i for i in possible if i in inside] or [tree.head_of(inside)]
    return min(fitting, key=lambda i: len(list(tree.ancestors(i))))


def _told_as_fact(names: Names, i: int) -> bool:
    return status_of(names.tree, i, names.lexicon).kind in (DONE, PLANNED)


def from_marked(sentences: dict[str, list[Told]], lang: str) -> Iterator[Sample]:
    """The marked clause of a sentence tells its move, the others nothing."""
    for number, (text, moves) in enumerate(sentences.items()):
        found = list(trees(text, lang, DAY))
        if len(found) != 1:
            continue
        names = found[0]
        possible = list(heads(names))
        labels: dict[int, str] = {}
        for told in moves:
            head = _marked_head(names, told.spans, possible)
            if head is None:
                head = next(
                    (h.head for h in find(names.tree, names.lexicon) if h.expression.action == told.action),
                    None,
                )
            if head is not None:
                labels[head] = label(names, head, told)
        if moves and not labels:
            continue
        for i in sorted({*possible, *labels}):
            if i in labels or _told_as_fact(names, i):
                yield Sample(
                    clause(names, i), labels.get(i, NONE), 1.0 if i in labels else UNMARKED, f"{lang}{number}"
                )


def from_articles(articles: Iterable[dict[str, Any]], lang: str) -> Iterator[Sample]:
    """Where the lexicon finds the action that the gold gives for a sentence, that; elsewhere nothing."""
    for article in articles:
        arguable = {e.get("evidence", "") for e in article.get("optional_events") or ()}
        for names in trees(article["text"], lang, dt.date.fromisoformat(article["published"])):
            text = names.tree.sentence.text
            if any(text in evidence for evidence in arguable):
                continue
            here = [e for e in article["events"] if text in e["evidence"] or e["evidence"] in text]
            told = [Told(e["actor"], e["action"], e["counterpart"] or "", ()) for e in here]
            yield from _of_sentence(names, told, article["id"])


def _of_sentence(names: Names, moves: Sequence[Told], group: str) -> Iterator[Sample]:
    hits = find(names.tree, names.lexicon)
    labels: dict[int, str] = {}
    for told in moves:
        at = [h.head for h in hits if told.action in (h.expression.action, h.expression.also)]
        if not at:
            return  # told in words that the lexicon lacks: which of the clauses does, nobody has marked
        labels[at[0]] = label(names, at[0], told)
        for other in at[1:]:
            labels.setdefault(other, "")
    for i in sorted({*heads(names), *labels, *(h.head for h in hits)}):
        if labels.get(i) or (i not in labels and _told_as_fact(names, i)):
            yield Sample(clause(names, i), labels.get(i, NONE), 1.0, group)


def from_tables(articles: Iterable[dict[str, Any]], lang: str) -> Iterator[Sample]:
    """Articles without evidence sentences: an expression of the action of one of their moves tells it."""
    for article in articles:
        told = {
            e["action"]: Told(e["actor"], e["action"], e["counterpart"] or "", ()) for e in article["events"]
        }
        sentences = list(trees(article["text"], lang, dt.date.fromisoformat(article["published"])))
        hits = [find(names.tree, names.lexicon) for names in sentences]
        seen = {h.expression.action for row in hits for h in row}
        if set(told) <= seen:
            for names, row in zip(sentences, hits, strict=True):
                here = [told[slug] for slug in {h.expression.action for h in row} if slug in told]
                yield from _of_sentence(names, sorted(here, key=lambda t: t.action), article["id"])


def from_lexicon(lang: str, weight: float) -> Iterator[Sample]:
    """Each expression as a clause that holds its words and nothing else."""
    chance = random.Random(0)
    lexicon = expressions(lang)
    small = lexicon.word("prepositions") | lexicon.word("locatives") | lexicon.word("place_marks")
    for expression in lexicon.expressions:
        if expression.head.whole and not expression.future:
            most = max([len(expression.head.whole), *(len(c.whole) for c in expression.company)])
            each = min(EACH, most)
            for _ in range(each):
                found = _drawn(expression, small, chance)
                yield Sample(found, expression.action, weight * expression.weight / each, expression.rule)


def _drawn(expression: Expression, small: frozenset[str], chance: random.Random) -> Clause:
    head = chance.choice(sorted(expression.head.whole))
    named = {"bias", f"head={head}", f"pos={expression.kind.upper()}"}
    slots: dict[str, list[str]] = {"head": [head], "object": [], "company": [], "particle": []}
    chosen = [w for c in expression.company if c.whole for w in chance.choice(sorted(c.whole)).split()]
    for word in [*chosen, *([expression.tail] if expression.tail else [])]:
        named.add(f"word={word}")
        if word in small:
            named |= {
                f"mark={word}",
                f"head={head} mark={word}",
                f"particle={word}",
                f"head={head} particle={word}",
            }
            slots["particle"].append(word)
            continue
        if not slots["object"]:
            slots["object"].append(word)
            named |= {f"obj={word}", f"head={head} obj={word}"}
        slots["company"].append(word)
    return Clause(0, frozenset(named), {name: tuple(row) for name, row in slots.items() if row})
