"""The gold articles and how they are divided: what sets.yml lists."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).parent
Article = dict[str, Any]


@dataclass(frozen=True)
class GoldSet:
    """Articles that are measured together; the fields are explained in sets.yml."""

    name: str
    title: str
    worth: str
    articles: tuple[Article, ...]
    optional: Mapping[str, Any]  # what another file says of arguable rows, by article id
    together: tuple[str, ...]

    def groups(self) -> dict[str, list[Article]]:
        """The articles by language, or by languages that are measured as one ("kk ky uz")."""
        found: dict[str, list[Article]] = {}
        for article in self.articles:
            lang = article["lang"]
            found.setdefault(" ".join(self.together) if lang in self.together else lang, []).append(article)
        return found


@cache
def sets() -> tuple[GoldSet, ...]:
    """All sets in the order of sets.yml."""
    listed = yaml.safe_load((FOLDER / "sets.yml").read_text(encoding="utf-8"))
    return tuple(_set(name, entry) for name, entry in listed.items())


def _set(name: str, entry: Mapping[str, Any]) -> GoldSet:
    rows = _lines(entry["file"])
    if "part" in entry:
        wanted = entry["part"] == "aside"
        rows = tuple(row for i, row in enumerate(rows) if kept_aside(i) == wanted)
    optional = {row["id"]: row for row in _lines(entry["optional"])} if "optional" in entry else {}
    return GoldSet(name, entry["title"], entry["worth"], rows, optional, tuple(entry.get("together") or ()))


@cache
def _lines(name: str) -> tuple[Article, ...]:
    with (FOLDER / name).open(encoding="utf-8") as lines:
        return tuple(json.loads(line) for line in lines if line.strip())


def articles() -> tuple[Article, ...]:
    """The articles of the development set in the order of the file."""
    return _lines("articles.jsonl")


@cache
def optional() -> Mapping[str, Any]:
    """What is arguable in the development set, by article id."""
    return {row["id"]: row for row in _lines("optional.jsonl")}


def kept_aside(index: int) -> bool:
    """Every fourth article of the development set is for checking only: no rule may be written from it."""
    return index % 4 == 3
