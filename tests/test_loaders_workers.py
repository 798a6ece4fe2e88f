"""Coding an article whose day of publication is known by month or year only."""

from __future__ import annotations

from datetime import date

import pytest

from loaders.article import Article, PublishedPrecision
from loaders.workers import code_article

DATED = "On 24 August 2025 Kazakhstan and Kyrgyzstan signed a treaty in Astana."
UNDATED = "Kazakhstan and Kyrgyzstan signed a treaty in Astana."


@pytest.mark.parametrize(("first", "precision"), [(date(2025, 8, 1), "month"), (date(2025, 1, 1), "year")])
def test_a_move_may_be_later_than_the_first_day_of_the_month_or_year(
    first: date, precision: PublishedPrecision
) -> None:
    coded = code_article(Article(DATED, lang="en", published=first, published_precision=precision))
    assert [(move.date, move.date_precision) for move in coded.moves] == [(date(2025, 8, 24), "day")]


def test_what_has_no_day_of_its_own_keeps_the_day_of_publication_as_given() -> None:
    coded = code_article(Article(UNDATED, lang="en", published=date(2025, 8, 1), published_precision="month"))
    assert [(move.date, move.date_basis) for move in coded.moves] == [(date(2025, 8, 1), "published")]
