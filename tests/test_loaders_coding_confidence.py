"""Confidence is a probability over named features, and agreement of both coders raises it."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from loaders.coding.coder import read
from loaders.coding.confidence import probability
from loaders.coding.mentions import find_mentions
from loaders.coding.standing import Standing

DAY = dt.date(2025, 6, 12)


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


def test_who_the_article_is_about_counts_for_a_row() -> None:
    text = (
        "Kazakhstan signed an agreement with Hungary. Kazakhstan borders China, and Kazakhstan grows wheat."
    )
    mentions = find_mentions(text, "en", DAY)
    standing = Standing.of(mentions, find_mentions("Kazakhstan and Hungary agree", "en", DAY))
    about, beside = standing.features("KAZ", "HUN"), standing.features("CHN", "UZB")
    assert about["actor: share of the article's names"] == 3 / 5
    assert {"both in the title", "counterpart named once in the article"} <= about.keys()
    assert {"neither in the title", "counterpart not named in the article"} <= beside.keys()
    assert "neither in the title" not in about
    assert "both in the title" not in beside


def test_without_a_party_in_the_title_it_says_nothing() -> None:
    assert not [name for name in Standing().features("KAZ", "HUN") if "title" in name]


def test_rows_of_one_expression_are_believed_one_by_one() -> None:
    reading = read(
        "The president of Kazakhstan met the leaders of Hungary and Turkey. "
        "Kazakhstan and Hungary signed a treaty.",
        lang="en",
        published=DAY,
        title="Kazakhstan and Hungary sign a treaty",
    )
    decision = next(d for d in reading.coder.decisions if len(d.rows) > 1)
    known = {row.counterpart: row.confidence for row in decision.rows}
    assert known["HUN"] > known["TUR"]
    between = replace(decision, least=(known["HUN"] + known["TUR"]) / 2)
    assert [row.counterpart for row in between.told] == ["HUN"]
    assert replace(between, left_out="unsure").told == ()
