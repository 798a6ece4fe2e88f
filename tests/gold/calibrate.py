"""Fit loaders/coding/confidence.yml, so that confidence is honest on text that nobody tuned rules on.

Run from the top of the project: python -m tests.gold.calibrate [FRESH.jsonl ...]

Rows come from the gold that rules may be tuned on, from the sample data, and from fresh files, for which
hardly a rule was written: the rounds and fresh_open, or those given. That a row's article was
tuned on is itself a feature of the fit, and is left out of what ships: what ships is what holds for the fresh
ones. It takes about two minutes of one core; after a change of rules run it again.

The model of clauses has not seen the articles whose rows it judges here: they are dealt into folds, each with
a model of the others.
"""

from __future__ import annotations

import collections
import datetime as dt
import json
import sys
import zlib
from collections.abc import Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from multiprocessing import get_context
from pathlib import Path
from unittest.mock import patch

import numpy as np
import yaml

from loaders.coding import coder
from loaders.coding.confidence import FILE
from loaders.coding.learned import model
from loaders.coding.learned.vectors import LOOKUPS
from loaders.gold.keys import move_key
from tests.gold.further import sampled
from tests.gold.gold import FOLDER, Article
from tests.gold.train import learn, plane, samples, tuned

FOLDS = 3
FILES = tuple(FOLDER / f"{name}.jsonl" for name in ("english_rounds", "russian_rounds", "fresh_open"))
RIDGE = 6.0  # how strongly weights are drawn to 0; the rarer a feature, the more it matters
ACTION_RIDGE = 12.0
FRESH = 1.0  # weight of a row of a fresh article
# English rules were written since for the fresh articles too, so the fit trusts them too much: log-odds by
# which mean confidence stood above the share of right rows on the articles kept aside.
TRUSTED = {"language=en": 0.5}
TUNED = "rules were tuned on it"
HEAD = """# Weights of the logistic model behind a row's confidence (loaders/coding/confidence.py).
# Fitted by tests/gold/calibrate.py; do not edit by hand.
"""

Row = tuple[dict[str, float], int, float]


def fold(name: str) -> int:
    """Which fold an article or sentence belongs to."""
    return zlib.crc32(name.encode()) % FOLDS


@cache
def unaware(lang: str, k: int) -> model.Model:
    """The model of clauses that has not seen fold k."""
    some = [s for s in samples(lang) if fold(s.group) != k]
    return learn(some, LOOKUPS[lang], plane(some, LOOKUPS[lang]))


def rows(article: Article) -> list[Row]:
    """Features and rightness of every row that the coder considered; arguable rows are left out."""
    lang = article["lang"]
    with patch.object(model, "load", lambda _: unaware(lang, fold(article["id"]))):
        reading = coder.read(
            article["text"],
            lang=lang,
            published=dt.date.fromisoformat(article["published"]),
            title=article["title"],
        )
    wanted = {move_key(e) for e in article["events"]}
    wanted |= {move_key(a["alternative"]) for a in article.get("alternatives") or ()}
    arguable = {move_key(e) for e in article.get("optional_events") or ()} - wanted
    tuned_on = {} if article.get("fresh") else {TUNED: 1.0, f"{TUNED}: {lang}": 1.0}
    found = []
    for decision in reading.coder.decisions:
        for row, known in zip(decision.rows, decision.features, strict=True):
            key = move_key({"actor": row.actor, "action": row.action, "counterpart": row.counterpart})
            if key not in arguable:
                learned = {f"{TUNED}: learned": 1.0} if tuned_on and decision.hit.expression.learned else {}
                features = {**known, **tuned_on, **learned}
                found.append((features, int(key in wanted), 1.0 if tuned_on else FRESH))
    return found


def fit(some: Sequence[Row]) -> dict[str, float]:
    """Ridge logistic regression by Newton's method."""
    counts = collections.Counter(name for row, _, _ in some for name in row)
    names = [n for n in sorted(counts) if counts[n] >= 5]
    at = {name: i for i, name in enumerate(names)}
    x = np.zeros((len(some), len(names)))
    for i, (row, _, _) in enumerate(some):
        for name, value in row.items():
            if name in at:
                x[i, at[name]] = value
    y = np.array([label for _, label, _ in some], dtype=float)
    weight = np.array([w for _, _, w in some])
    free = {"bias": 0.1, TUNED: 0.5}
    ridge = np.array([free.get(n, ACTION_RIDGE if n.startswith("action=") else RIDGE) for n in names])
    w = np.zeros(len(names))
    for _ in range(30):
        p = 1 / (1 + np.exp(-x @ w))
        gradient = x.T @ ((p - y) * weight) + ridge * w
        hessian = (x.T * (p * (1 - p) * weight)) @ x + np.diag(ridge)
        w -= np.linalg.solve(hessian, gradient)
    return {name: round(float(value), 3) for name, value in zip(names, w, strict=True)}


def fresh(files: Iterable[Path]) -> list[Article]:
    """The articles of files in the form of articles.jsonl, of the languages that have a model."""
    lines = [line for file in files for line in file.read_text(encoding="utf-8").splitlines()]
    found = [{**json.loads(line), "fresh": True} for line in lines]
    return [article for article in found if article["lang"] in LOOKUPS]


def everything(files: Iterable[Path]) -> list[Row]:
    """All rows, judged by models that have not seen their articles."""
    known = [a for lang in LOOKUPS for a in (*tuned(lang), *sampled(lang))]
    for lang in LOOKUPS:
        for k in range(FOLDS):
            unaware(lang, k)  # before the processes fork
    with ProcessPoolExecutor(2, mp_context=get_context("fork")) as pool:
        found = pool.map(rows, [*known, *fresh(files)], chunksize=8)
        return [row for one in found for row in one]


def main(files: Iterable[Path]) -> None:
    """Fit and write."""
    weights = {name: w for name, w in fit(everything(files)).items() if not name.startswith(TUNED)}
    for name, much in TRUSTED.items():
        weights[name] = round(weights[name] - much, 3)
    FILE.write_text(HEAD + yaml.safe_dump({"weights": weights}, sort_keys=True), encoding="utf-8")


if __name__ == "__main__":
    main([Path(name) for name in sys.argv[1:]] or FILES)
