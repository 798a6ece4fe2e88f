"""Dates and numbers by the reader's habit."""

from __future__ import annotations

from datetime import date

import pytest

from dashboard import habits

DAY = date(2025, 11, 6)


@pytest.mark.parametrize(
    ("locale", "expected"),
    [
        ("en-US", "Nov 6, 2025"),
        ("en-GB", "6 Nov 2025"),
        ("ru-RU", "6 нояб. 2025\u202fг."),
        ("zz", "Nov 6, 2025"),
        ("en_US.UTF-8; DROP", "Nov 6, 2025"),
        (None, "Nov 6, 2025"),
    ],
)
def test_a_day_by_habit(locale: str | None, expected: str) -> None:
    assert habits.day(DAY, locale) == expected


def test_a_date_is_no_more_exact_than_it_is_known() -> None:
    assert habits.day(DAY, "en", "month") == "Nov 2025"
    assert habits.day(DAY, "en", "year") == "2025"


@pytest.mark.parametrize(
    ("locale", "expected"), [("en", "1,234.5"), ("de-DE", "1.234,5"), ("ru", "1\xa0234,5")]
)
def test_numbers_by_habit(locale: str, expected: str) -> None:
    assert habits.number(1234.5, locale) == expected


def test_counts_have_the_right_noun() -> None:
    assert habits.count(1, "move", "moves", "en") == "1 move"
    assert habits.count(1204, "move", "moves", "en") == "1,204 moves"
