"""Precision, recall and F1 of coded articles against gold articles, as the codebook defines them. Pure.

    move    actor, action and counterpart all right
    quad    actor, counterpart and quad class right
    dyad    both parties right, whatever the action
    date    of the right moves, the share with the right day (month, year at the gold's precision)
    quiet   of the articles without a move, the share in which nothing was coded
    said    speaker right and at least half of the words shared
    who     speaker right, whatever the words

An article is a mapping with `id`, `events` and `commentary`; coded articles are given by id. One that is not
there counts as coded with nothing in it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import Any

from loaders.gold.keys import ENOUGH_WORDS, Row, dyad_key, match_comments, move_key, quad_key, same_day

Figures = dict[str, Any]
FIGURES = ("move", "quad", "dyad", "said", "who")


class Tally:
    """Counts of right, wanted and coded rows."""

    def __init__(self, hit: int = 0, gold: int = 0, coded: int = 0) -> None:
        self.hit, self.gold, self.coded = hit, gold, coded

    def add(self, gold: Iterable[Hashable], coded: Iterable[Hashable]) -> None:
        """The keys of one article: each gold row can be hit once."""
        wanted, found = Counter(gold), Counter(coded)
        self.hit += (wanted & found).total()
        self.gold += wanted.total()
        self.coded += found.total()

    def figures(self) -> Figures:
        """`p`, `r`, `f1` from 0 to 1, and the counts `gold` and `coded`."""
        precision = self.hit / self.coded if self.coded else 0.0
        recall = self.hit / self.gold if self.gold else 0.0
        f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
        shares = {"p": precision, "r": recall, "f1": f1}
        rounded: Figures = {name: round(value, 3) for name, value in shares.items()}
        return rounded | {"gold": self.gold, "coded": self.coded}


def events_of(article: Row) -> Sequence[Row]:
    """The moves of an article."""
    return article.get("events") or ()


def comments_of(article: Row) -> Sequence[Row]:
    """The comments of an article."""
    return article.get("commentary") or ()


def lenient(article: Row, answer: Row, optional: Row) -> dict[str, Any]:
    """The answer with accepted alternatives turned into gold, and hits on optional rows taken out.

    `optional` may hold `optional_events` and `optional_commentary`, which count neither as right nor as
    wrong, and `alternatives`: rows with `gold` and `alternative`, another accepted coding of one gold event.
    """
    wanted = Counter(map(move_key, events_of(article)))
    found = Counter(map(move_key, events_of(answer)))
    accepted = {
        move_key(a["alternative"]): a["gold"]
        for a in optional.get("alternatives") or ()
        if move_key(a["alternative"]) not in wanted and not found[move_key(a["gold"])]
    }
    spare = Counter(map(move_key, optional.get("optional_events") or ()))
    events = []
    for event in events_of(answer):
        key = move_key(event)
        if key in accepted:
            gold = accepted.pop(key)
            event = {**event, **gold, "date": gold.get("date")}
        elif not wanted[key] and spare[key]:
            spare[key] -= 1
            continue
        events.append(event)
    either = optional.get("optional_commentary") or ()
    said = [
        c
        for c in comments_of(answer)
        if match_comments(comments_of(article), [c], ENOUGH_WORDS)
        or not match_comments(either, [c], ENOUGH_WORDS)
    ]
    return {**answer, "events": events, "commentary": said}


def score(gold_articles: Sequence[Row], coded: Mapping[str, Row]) -> Figures:
    """All figures over these articles: `articles`, and the seven of the table above.

    `date` and `quiet` are None where there is nothing to measure them on.
    """
    tallies = {name: Tally() for name in FIGURES}
    dated = right_date = quiet = silent = 0
    for article in gold_articles:
        answer: Row = coded.get(article["id"], {})
        gold, found = events_of(article), events_of(answer)
        for name, key in (("move", move_key), ("quad", quad_key), ("dyad", dyad_key)):
            tallies[name].add(map(key, gold), map(key, found))
        if not gold:
            quiet += 1
            silent += not found
        for event, twin in right_moves(gold, found):
            dated += 1
            right_date += same_day(event, twin)
        _add_comments(tallies, comments_of(article), comments_of(answer))
    return {
        "articles": len(gold_articles),
        **{name: tally.figures() for name, tally in tallies.items()},
        "date": round(right_date / dated, 3) if dated else None,
        "quiet": round(silent / quiet, 3) if quiet else None,
    }


def right_moves(gold: Sequence[Row], coded: Sequence[Row]) -> list[tuple[Row, Row]]:
    """Each gold move that was found, with the coded one, in the order of the gold."""
    waiting: defaultdict[Hashable, list[Row]] = defaultdict(list)
    for event in coded:
        waiting[move_key(event)].append(event)
    return [(event, waiting[move_key(event)].pop(0)) for event in gold if waiting[move_key(event)]]


def _add_comments(tallies: Mapping[str, Tally], gold: Sequence[Row], coded: Sequence[Row]) -> None:
    for name, least in (("said", ENOUGH_WORDS), ("who", 0.0)):
        tallies[name].hit += match_comments(gold, coded, least)
        tallies[name].gold += len(gold)
        tallies[name].coded += len(coded)
