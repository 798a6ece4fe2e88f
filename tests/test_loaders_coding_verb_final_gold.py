"""The verb-final languages against gold articles of their own: floors that are only ever raised."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest

from loaders.coding.verb_final.moves import find_moves
from loaders.gold import score

GOLD = Path(__file__).parent / "gold" / "verb_final.jsonl"
# F1 of moves and of dyads, and the share of right days, below which the test fails.
FLOORS = {
    "kk": (0.90, 0.92, 0.85),
    "ky": (0.90, 0.92, 0.85),
    "uz": (0.90, 0.92, 0.85),
    "tg": (0.90, 0.92, 0.85),
    "tk": (0.90, 0.92, 0.85),
}


def articles() -> list[dict[str, Any]]:
    return [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]


def coded(article: dict[str, Any]) -> dict[str, Any]:
    moves = find_moves(article["text"], article["lang"], dt.date.fromisoformat(article["published"]))
    events = [
        {"actor": m.actor, "action": m.action, "counterpart": m.counterpart, "date": m.date.isoformat()}
        for m in moves
    ]
    return {"id": article["id"], "events": events, "commentary": []}


@pytest.mark.parametrize("lang", sorted(FLOORS))
def test_moves_dyads_and_days_stay_above_their_floors(lang: str) -> None:
    gold = [article for article in articles() if article["lang"] == lang]
    figures = score.score(gold, {article["id"]: coded(article) for article in gold})
    move, dyad, date = FLOORS[lang]
    assert figures["move"]["f1"] >= move
    assert figures["dyad"]["f1"] >= dyad
    assert figures["date"] >= date


@pytest.mark.parametrize("article", [a for a in articles() if not a["events"]], ids=lambda a: a["id"])
def test_articles_about_trade_sport_and_opinion_hold_no_move(article: dict[str, Any]) -> None:
    assert coded(article)["events"] == []


def test_evidence_of_the_gold_stands_in_its_text() -> None:
    for article in articles():
        assert all(event["evidence"] in article["text"] for event in article["events"])
