"""Fit loaders/coding/confidence.yml on the gold articles that rules may be tuned on.

Run from the top of the project: python -m tests.gold.calibrate
"""

from __future__ import annotations

import collections
import datetime as dt
from concurrent.futures import ProcessPoolExecutor
from typing import Any

import numpy as np
import yaml

from loaders.coding import coder
from loaders.coding.confidence import FILE
from loaders.gold.keys import move_key
from tests.gold.gold import Article, articles, kept_aside, optional

RIDGE = 3.0  # how strongly weights are drawn to 0; the rarer a feature, the more it matters
ACTION_RIDGE = 6.0
HEAD = """# Weights of the logistic model behind a row's confidence (loaders/coding/confidence.py).
# Fitted by tests/gold/calibrate.py; do not edit by hand.
"""

Sample = tuple[dict[str, float], int]


def samples(article: Article) -> list[Sample]:
    """Features and rightness of every row that the coder considered; arguable rows are left out."""
    reading = coder.read(
        article["text"],
        lang=article["lang"],
        published=dt.date.fromisoformat(article["published"]),
        title=article["title"],
    )
    spare: dict[str, Any] = optional().get(article["id"], {})
    wanted = {move_key(e) for e in article["events"]}
    wanted |= {move_key(a["alternative"]) for a in spare.get("alternatives") or ()}
    arguable = {move_key(e) for e in spare.get("optional_events") or ()} - wanted
    found = []
    for decision in reading.coder.decisions:
        for row in decision.rows:
            key = move_key({"actor": row.actor, "action": row.action, "counterpart": row.counterpart})
            if key not in arguable:
                found.append((dict(decision.features), int(key in wanted)))
    return found


def fit(rows: list[Sample]) -> dict[str, float]:
    """Ridge logistic regression by Newton's method."""
    names = sorted({name for row, _ in rows for name in row})
    counts = collections.Counter(name for row, _ in rows for name in row)
    names = [n for n in names if counts[n] >= 5]
    at = {name: i for i, name in enumerate(names)}
    x = np.zeros((len(rows), len(names)))
    for i, (row, _) in enumerate(rows):
        for name, value in row.items():
            if name in at:
                x[i, at[name]] = value
    y = np.array([label for _, label in rows], dtype=float)
    ridge = np.array(
        [0.1 if n == "bias" else ACTION_RIDGE if n.startswith("action=") else RIDGE for n in names]
    )
    w = np.zeros(len(names))
    for _ in range(30):
        p = 1 / (1 + np.exp(-x @ w))
        gradient = x.T @ (p - y) + ridge * w
        hessian = (x.T * (p * (1 - p))) @ x + np.diag(ridge)
        w -= np.linalg.solve(hessian, gradient)
    return {name: round(float(value), 3) for name, value in zip(names, w, strict=True)}


def main() -> None:
    """Fit and write."""
    tuned = [a for i, a in enumerate(articles()) if not kept_aside(i) and a["lang"] in ("en", "ru")]
    with ProcessPoolExecutor(2) as pool:
        rows = [sample for found in pool.map(samples, tuned, chunksize=8) for sample in found]
    weights = fit(rows)
    FILE.write_text(HEAD + yaml.safe_dump({"weights": weights}, sort_keys=True), encoding="utf-8")


if __name__ == "__main__":
    main()
