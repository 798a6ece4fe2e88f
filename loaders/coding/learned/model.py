"""The model of clauses: softmax regression over named features and word vectors, in numpy.

data/en.npz and data/ru.npz are written by `python -m tests.gold.train`. A clause becomes a row of numbers:
each feature that holds and that the model knows, scaled by how many hold, then for each slot the mean of its
words' vectors.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from loaders.coding.learned.clauses import SLOTS, Clause
from loaders.coding.learned.vectors import DATA, LOOKUPS, Lookup

NONE = "none"
REVERSED = "<"  # after an action: who the word is said of is acted on
NAMED_SCALE = 3.0  # a clause's named features together weigh this much, whatever their number
DENSE_SCALE = 1.5
Numbers = NDArray[np.float32]


@dataclass(frozen=True)
class Model:
    """`features` to rows of `named`; `dense` for the slots' vectors; a column for each label."""

    labels: tuple[str, ...]
    features: dict[str, int]
    named: Numbers
    dense: Numbers
    plane: Numbers | None
    lookup: Lookup

    def known(self, clause: Clause) -> list[int]:
        """Rows of the features that hold and that the model has seen."""
        return sorted(self.features[name] for name in clause.named if name in self.features)

    def meaning(self, clause: Clause) -> Numbers:
        """The means of the word vectors of each slot, one after the other."""
        return slots(clause, self.lookup, self.plane) * DENSE_SCALE

    def probabilities(self, clause: Clause) -> dict[str, float]:
        """What the clause tells, by label; `none` is one of them."""
        rows = self.known(clause)
        score = self.meaning(clause) @ self.dense
        if rows:
            score = score + self.named[rows].sum(axis=0) * (NAMED_SCALE / np.sqrt(len(rows)))
        exact = np.exp((score - score.max()).astype(np.float64))
        return dict(zip(self.labels, (exact / exact.sum()).tolist(), strict=True))


def slots(clause: Clause, lookup: Lookup, plane: Numbers | None) -> Numbers:
    """The mean vector of the words in each slot; zeros where it is empty."""
    means = []
    for name in SLOTS:
        found = [v for word in clause.slots.get(name, ()) if (v := lookup(word)) is not None]
        means.append(np.mean(found, axis=0) if found else None)
    size = next((len(m) for m in means if m is not None), len(plane) if plane is not None else 0)
    size = size or len(_any(lookup))
    rows = np.array([m if m is not None else np.zeros(size) for m in means], dtype=np.float32)
    return np.asarray((rows @ plane if plane is not None else rows).ravel(), dtype=np.float32)


def _any(lookup: Lookup) -> Sequence[float]:
    found = lookup("sign")
    return found.tolist() if found is not None else []


def save(model: Model, file: Path) -> None:
    """Write the model, its weights in one byte each with a scale for every column."""
    named, named_scale = _small(model.named)
    dense, dense_scale = _small(model.dense)
    np.savez_compressed(
        file,
        labels=np.array("\n".join(model.labels)),
        features=np.array("\n".join(model.features)),
        named=named,
        named_scale=named_scale,
        dense=dense,
        dense_scale=dense_scale,
        plane=(model.plane if model.plane is not None else np.zeros((0, 0))).astype(np.float16),
    )


def _small(weights: Numbers) -> tuple[NDArray[np.int8], Numbers]:
    scale = np.abs(weights).max(axis=0).astype(np.float32) / 127 + 1e-9
    return np.rint(weights / scale).astype(np.int8), scale


@cache
def load(language: str) -> Model | None:
    """The model that ships for a language; None where there is none."""
    file = DATA / f"{language}.npz"
    if language not in LOOKUPS or not file.exists():
        return None
    with np.load(file) as kept:
        plane = kept["plane"].astype(np.float32)
        return Model(
            labels=tuple(str(kept["labels"]).split("\n")),
            features={name: i for i, name in enumerate(str(kept["features"]).split("\n"))},
            named=kept["named"] * kept["named_scale"],
            dense=kept["dense"] * kept["dense_scale"],
            plane=plane if plane.size else None,
            lookup=LOOKUPS[language],
        )
