"""The gold articles and how they are divided."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent
Article = dict[str, Any]


@cache
def articles() -> tuple[Article, ...]:
    """All gold articles in the order of the file."""
    with (FOLDER / "articles.jsonl").open(encoding="utf-8") as lines:
        return tuple(json.loads(line) for line in lines)


@cache
def optional() -> dict[str, Any]:
    """What is arguable, by article id."""
    with (FOLDER / "optional.jsonl").open(encoding="utf-8") as lines:
        return {row["id"]: row for row in map(json.loads, lines)}


def kept_aside(index: int) -> bool:
    """Every fourth article is for checking only: no rule may be written from it."""
    return index % 4 == 3
