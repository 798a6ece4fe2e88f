"""The gold gate: coding quality by language, on tuned articles and on the quarter kept aside."""

from __future__ import annotations

import datetime as dt
import json
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from typing import Any

import pytest

from loaders.coding.coder import code
from tests.gold import score
from tests.gold.gold import FOLDER, Article, articles, kept_aside, optional

FLOORS: dict[str, dict[str, float]] = json.loads((FOLDER / "floors.json").read_text(encoding="utf-8"))
Coded = dict[str, dict[str, Any]]


def _code(article: Article) -> dict[str, Any]:
    found = code(
        article["text"],
        lang=article["lang"],
        published=dt.date.fromisoformat(article["published"]),
        source=article["source"],
        title=article["title"],
    )
    events = [
        {
            "actor": m.actor,
            "action": m.action,
            "counterpart": m.counterpart,
            "date": m.date.isoformat(),
            "confidence": m.confidence,
            "evidence": m.evidence,
            "at": [m.start, m.end],
        }
        for m in found.moves
    ]
    comments = [{"speaker": c.speaker, "text": c.text} for c in found.comments]
    return {"id": article["id"], "events": events, "commentary": comments}


@pytest.fixture(scope="session")
def coded() -> Coded:
    """Every gold article, coded once by two processes."""
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        return {row["id"]: row for row in pool.map(_code, articles(), chunksize=16)}


def _part(name: str) -> list[Article]:
    lang, part = name.split()
    return [a for i, a in enumerate(articles()) if a["lang"] == lang and kept_aside(i) == (part == "aside")]


def _figures(part: list[Article], coded: Coded) -> dict[str, float]:
    lenient = {a["id"]: score.lenient(a, coded[a["id"]], optional().get(a["id"], {})) for a in part}
    found = score.score(part, lenient)
    rows = {row: found[row]["f1"] for row in ("move", "quad", "dyad", "said", "who")}
    return {**rows, "date": found["date"] or 0.0, "quiet": found["quiet"] or 0.0}


@pytest.mark.slow
@pytest.mark.parametrize("name", sorted(FLOORS))
def test_no_figure_falls(name: str, coded: Coded) -> None:
    figures = _figures(_part(name), coded)
    fallen = {k: (figures[k], least) for k, least in FLOORS[name].items() if figures[k] < least}
    assert not fallen, f"{name}: now and floor: {fallen}"


@pytest.mark.slow
def test_evidence_stands_in_the_text(coded: Coded) -> None:
    for article in articles():
        for event in coded[article["id"]]["events"]:
            start, end = event["at"]
            assert article["text"][start:end] == event["evidence"]


@pytest.mark.slow
@pytest.mark.parametrize("lang", ["en", "ru"])
def test_rows_of_high_confidence_are_right(lang: str, coded: Coded) -> None:
    """Of the rows at 0.8 and more, nine in ten or so are right on articles that the model has not seen."""
    right = total = 0
    for article in [*_part(f"{lang} tuned"), *_part(f"{lang} aside")]:
        answer = score.lenient(article, coded[article["id"]], optional().get(article["id"], {}))
        wanted = {score.move_key(e) for e in article["events"]}
        for event in answer["events"]:
            if event.get("confidence", 0.0) >= 0.8:
                total += 1
                right += score.move_key(event) in wanted
    assert total > 100
    assert right / total >= 0.85
