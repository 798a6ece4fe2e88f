"""Confidence is a probability over named features, and agreement of both coders raises it."""

from __future__ import annotations

import datetime as dt

from loaders.coding.coder import read
from loaders.coding.confidence import probability


def test_agreement_raises_confidence() -> None:
    plain = {"bias": 1.0, "kind=verb": 1.0, "actor=subject": 1.0, "counterpart=object": 1.0}
    assert probability({**plain, "both coders agree": 1.0}) > probability(plain) + 0.1


def test_a_guessed_party_lowers_it() -> None:
    plain = {"bias": 1.0, "kind=verb": 1.0, "actor=subject": 1.0}
    assert probability({**plain, "counterpart=object": 1.0}) > probability(
        {**plain, "counterpart=scene": 1.0}
    )


def test_unknown_features_count_nothing_and_bounds_hold() -> None:
    assert probability({"never seen": 5.0}) == probability({})
    assert probability({"bias": 1e4}) in (0.01, 0.99)


def test_a_plain_sentence_is_sure() -> None:
    reading = read("Kazakhstan signed an agreement with Hungary.", lang="en", published=dt.date(2025, 6, 12))
    assert reading.coded.moves[0].confidence >= 0.8
