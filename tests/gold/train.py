"""Train the second opinion: loaders/coding/learned/data/{en,ru}.npz.

Run from the top of the project: python -m tests.gold.train. It takes about a minute of one core and always
gives the same.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

from loaders.coding.learned.model import DENSE_SCALE, NAMED_SCALE, NONE, REVERSED, Model, Numbers, save, slots
from loaders.coding.learned.vectors import DATA, LOOKUPS, Lookup
from tests.gold.clause_samples import Sample, from_articles, from_lexicon, from_marked, from_tables
from tests.gold.further import own, sampled
from tests.gold.gold import FOLDER, articles, kept_aside, optional
from tests.gold.marked import read
from tests.gold.softmax import Rows, fit

MARKED = {
    "en": ("english_wordings_a.txt", "english_wordings_b.txt", "english_wordings_c.txt"),
    "ru": ("russian_wordings.txt", "russian_wordings_more.txt"),
}
LEXICON = 2.0  # weight of an expression of the lexicon, beside 1 for a sentence
RIDGE = 0.3
PLANE = 64  # dimensions that Russian vectors are turned to
RARE = 2  # a feature seen less often is left out
EMPTY: Numbers = np.zeros((0, 0), dtype=np.float32)
FEW = 5  # a reversed label seen less often counts as the plain one


def tuned(lang: str) -> list[dict[str, Any]]:
    """Gold articles that rules may be tuned on; what is arguable in them beside."""
    open_ = [a for i, a in enumerate(articles()) if not kept_aside(i) and a["lang"] == lang]
    return [{**optional().get(a["id"], {}), **a} for a in open_] + list(own(lang))


@cache
def samples(lang: str) -> tuple[Sample, ...]:
    """All clauses to learn from."""
    files: list[Path] = [FOLDER / name for name in MARKED[lang] if (FOLDER / name).exists()]
    found = [
        *from_marked(read(files), lang),
        *from_articles(tuned(lang), lang),
        *from_tables(sampled(lang), lang),
        *from_lexicon(lang, LEXICON),
    ]
    counts = Counter(s.label for s in found)
    return tuple(replace(s, label=s.label.rstrip(REVERSED)) if counts[s.label] < FEW else s for s in found)


def learn(some: Sequence[Sample], lookup: Lookup, plane: Numbers | None) -> Model:
    """The model that these samples give."""
    counts = Counter(name for s in some for name in s.clause.named)
    features = {name: i for i, name in enumerate(sorted(n for n, c in counts.items() if c >= RARE))}
    labels = tuple(sorted({s.label for s in some}, key=lambda name: (name != NONE, name)))
    at = {name: i for i, name in enumerate(labels)}
    empty = Model(labels, features, EMPTY, EMPTY, plane, lookup)
    dense = np.array([slots(s.clause, lookup, plane) for s in some], dtype=np.float32)
    dense *= np.float32(DENSE_SCALE)
    rows = Rows.of([empty.known(s.clause) for s in some], dense, len(features), NAMED_SCALE)
    wanted = np.array([at[s.label] for s in some])
    weight = np.array([s.weight for s in some], dtype=np.float32)
    named, numbers = fit(rows, wanted, weight, len(labels), RIDGE)
    return replace(empty, named=named, dense=numbers)


def plane(some: Sequence[Sample], lookup: Lookup) -> Numbers | None:
    """The directions in which the words of the samples differ most; None where vectors are small already."""
    words = sorted({w for s in some for row in s.clause.slots.values() for w in row})
    table = np.array([v for w in words if (v := lookup(w)) is not None])
    if table.shape[1] <= PLANE:
        return None
    _, _, turn = np.linalg.svd(table - table.mean(axis=0), full_matrices=False)
    return np.asarray(turn[:PLANE].T, dtype=np.float32)


def main() -> None:
    """Train and write both models."""
    for lang, lookup in LOOKUPS.items():
        some = samples(lang)
        save(learn(some, lookup, plane(some, lookup)), DATA / f"{lang}.npz")


if __name__ == "__main__":
    main()
