"""Softmax regression with a ridge, by L-BFGS, in numpy: sparse named features beside dense vectors."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float32]
MEMORY = 8  # steps that the curvature is estimated from


@dataclass(frozen=True)
class Rows:
    """Samples: named features as (sample, feature) pairs with one value a sample, and dense numbers."""

    sample: NDArray[np.int64]
    feature: NDArray[np.int64]
    value: Numbers
    dense: Numbers
    features: int

    @classmethod
    def of(cls, known: Sequence[Sequence[int]], dense: Numbers, features: int, scale: float) -> Rows:
        """From the known features of each sample; together they weigh `scale`."""
        sample = np.repeat(np.arange(len(known)), [len(k) for k in known])
        feature = np.array([f for k in known for f in k], dtype=np.int64)
        value = np.array([scale / np.sqrt(max(1, len(k))) for k in known], dtype=np.float32)
        return cls(sample, feature, value, dense, features)

    def scores(self, named: Numbers, dense: Numbers) -> Numbers:
        """One score a sample and label."""
        total = self.dense @ dense
        _add(total, self.sample, named[self.feature] * self.value[self.sample][:, None])
        return total

    def gradient(self, error: Numbers) -> tuple[Numbers, Numbers]:
        """Of the weights, from the error of each sample and label."""
        named = np.zeros((self.features, error.shape[1]), dtype=np.float32)
        order = np.argsort(self.feature, kind="stable")
        sample = self.sample[order]
        _add(named, self.feature[order], error[sample] * self.value[sample][:, None])
        return named, self.dense.T @ error


def _add(total: Numbers, index: NDArray[np.int64], rows: Numbers) -> None:
    """total[index] += rows, for a sorted index."""
    if len(index):
        starts = np.flatnonzero(np.r_[True, index[1:] != index[:-1]])
        total[index[starts]] += np.add.reduceat(rows, starts, axis=0)


def fit(
    rows: Rows, labels: NDArray[np.int64], weight: Numbers, count: int, ridge: float, steps: int = 80
) -> tuple[Numbers, Numbers]:
    """Weights of named features and of dense numbers, a column for each of `count` labels."""
    shape = (rows.features + rows.dense.shape[1], count)
    wanted = np.zeros((len(labels), count), dtype=np.float32)
    wanted[np.arange(len(labels)), labels] = 1

    def loss(w: Numbers) -> tuple[float, Numbers]:
        score = rows.scores(w[: rows.features], w[rows.features :])
        score -= score.max(axis=1, keepdims=True)
        log_sum = np.log(np.exp(score).sum(axis=1, keepdims=True))
        value = float((weight * (log_sum[:, 0] - (score * wanted).sum(axis=1))).sum())
        error = (np.exp(score - log_sum) - wanted) * weight[:, None]
        gradient = np.vstack(rows.gradient(error)) + ridge * w
        return value + ridge / 2 * float((w * w).sum()), gradient

    found = _minimise(loss, np.zeros(shape, dtype=np.float32), steps)
    return found[: rows.features], found[rows.features :]


def _minimise(loss, w: Numbers, steps: int) -> Numbers:  # type: ignore[no-untyped-def]
    value, gradient = loss(w)
    past: deque[tuple[Numbers, Numbers, float]] = deque(maxlen=MEMORY)
    for _ in range(steps):
        way = -_curved(gradient, past)
        slope, step = (
            float((gradient * way).sum()),
            1.0 if past else 1.0 / max(1.0, float(np.abs(gradient).sum())),
        )
        for _ in range(20):
            new_value, new_gradient = loss(w + step * way)
            if new_value <= value + 1e-4 * step * slope:
                break
            step /= 2
        else:
            break
        moved, turned = step * way, new_gradient - gradient
        if (bend := float((moved * turned).sum())) > 1e-10:
            past.append((moved, turned, 1 / bend))
        done = value - new_value < 1e-5 * abs(value)
        w, value, gradient = w + moved, new_value, new_gradient
        if done:
            break
    return w


def _curved(gradient: Numbers, past: deque[tuple[Numbers, Numbers, float]]) -> Numbers:
    """The inverse curvature times the gradient, from the steps made so far."""
    way, parts = gradient.copy(), []
    for moved, turned, rho in reversed(past):
        part = rho * float((moved * way).sum())
        way -= part * turned
        parts.append(part)
    if past:
        moved, turned, rho = past[-1]
        way *= 1 / (rho * float((turned * turned).sum()))
    for (moved, turned, rho), part in zip(past, reversed(parts), strict=True):
        way += moved * (part - rho * float((turned * way).sum()))
    return way
