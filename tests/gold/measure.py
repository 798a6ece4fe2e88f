"""Codes the gold and scores it, by language and part; with --write the figures go to the page About the data.

Run from the top of the project: python -m tests.gold.measure [--write]
"""

from __future__ import annotations

import datetime as dt
import json
import sys
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from typing import Any

from loaders.coding.coder import code
from loaders.gold import score
from models.measured import FILE
from tests.gold.gold import Article, articles, kept_aside, optional

COMMAND = "python -m tests.gold.measure"
WHAT = (
    "Measured on short invented articles in seven languages, coded by hand by the codebook: about one row in "
    "twenty of this gold is itself arguable."
)
LANGUAGES = {
    "English": ("en",),
    "Russian": ("ru",),
    "Kazakh, Kyrgyz, Uzbek, Tajik, Turkmen": ("kk", "ky", "uz", "tg", "tk"),
}
Coded = dict[str, dict[str, Any]]


def code_article(article: Article) -> dict[str, Any]:
    """One gold article, coded, in the scorer's keys; confidence, evidence and its offsets beside."""
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


def code_all() -> Coded:
    """Every gold article by its id, coded by two processes."""
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        return {row["id"]: row for row in pool.map(code_article, articles(), chunksize=16)}


def part(langs: tuple[str, ...], aside: bool) -> list[Article]:
    """The tuned or the kept-aside articles of some languages."""
    return [a for i, a in enumerate(articles()) if a["lang"] in langs and kept_aside(i) == aside]


def figures(some: list[Article], coded: Coded) -> dict[str, Any]:
    """The scorer's figures of these articles, arguable rows counted neither way."""
    lenient = {a["id"]: score.lenient(a, coded[a["id"]], optional().get(a["id"], {})) for a in some}
    return score.score(some, lenient)


def rows(coded: Coded) -> Iterator[dict[str, Any]]:
    """The figures by language, tuned and kept aside."""
    for language, langs in LANGUAGES.items():
        for aside in (False, True):
            label = "kept aside" if aside else "tuned on"
            yield {"language": language, "part": label, **figures(part(langs, aside), coded)}


def main(write: bool) -> None:
    """Print the figures; with `write`, ship them with this version."""
    found = list(rows(code_all()))
    for row in found:
        line = "  ".join(f"{name} {row[name]['f1']:.3f}" for name in ("move", "quad", "dyad", "said", "who"))
        print(f"{row['language']:<38} {row['part']:<10} {line}  date {row['date']}  quiet {row['quiet']}")  # noqa: T201
    if write:
        measured = {"what": WHAT, "command": COMMAND, "articles": len(articles()), "rows": found}
        FILE.write_text(json.dumps(measured, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main("--write" in sys.argv[1:])
