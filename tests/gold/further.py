"""Further gold on which rules were tuned: own articles, and the sample data with its moves by article."""

from __future__ import annotations

import csv
import json
from functools import cache
from typing import Any

from loaders.article import Article as Found
from loaders.article import Problem
from loaders.inputs import Input
from loaders.reading import read
from tests.gold.gold import FOLDER, Article


@cache
def own(lang: str) -> tuple[Article, ...]:
    """Own articles of one language; what is arguable stands in the same line."""
    file = FOLDER / {"en": "english_own.jsonl", "ru": "russian_own.jsonl"}[lang]
    return tuple(json.loads(line) for line in file.read_text(encoding="utf-8").splitlines())


@cache
def sampled(lang: str) -> tuple[Article, ...]:
    """The sample data's articles of one language, with their moves and no sentence told for them."""
    with (FOLDER / "sample_data_moves.csv").open(newline="", encoding="utf-8") as lines:
        rows = [row for row in csv.DictReader(lines) if row["lang"] == lang]
    moves: dict[str, list[dict[str, Any]]] = {}
    for row in rows:
        told = moves.setdefault(row["url"], [])
        if row["actor"]:
            told.append({**row, "counterpart": row["counterpart"] or None})
    found = read([str(FOLDER.parents[1] / "sample_data")], {}, _nothing_fetched)
    known = [item for item in found if isinstance(item, Found) and item.url in moves]
    return tuple(
        {
            "id": item.url,
            "lang": lang,
            "title": item.title,
            "text": item.text,
            "published": item.published.isoformat(),
            "source": item.source,
            "events": [m for m in moves[item.url] if not m["optional"]],
            "optional_events": [m for m in moves[item.url] if m["optional"]],
        }
        for item in known
        if item.published
    )


def _nothing_fetched(url: str) -> Input | Problem | None:
    raise AssertionError(url)
