"""Steps through time: which there are, and which days each means."""

from __future__ import annotations

import datetime as dt

import pytest

from dashboard.panels import through_time


def test_a_few_months_are_stepped_by_quarter_and_many_years_by_year() -> None:
    assert through_time.steps(dt.date(2025, 8, 3), dt.date(2026, 3, 1)) == ["2025q3", "2025q4", "2026q1"]
    assert through_time.steps(dt.date(2017, 8, 3), dt.date(2021, 1, 1)) == [
        "2017", "2018", "2019", "2020", "2021",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("code", "first", "last"),
    [
        ("2024", dt.date(2024, 1, 1), dt.date(2024, 12, 31)),
        ("2024q1", dt.date(2024, 1, 1), dt.date(2024, 3, 31)),
        ("2024q4", dt.date(2024, 10, 1), dt.date(2024, 12, 31)),
    ],
)
def test_a_step_means_its_days(code: str, first: dt.date, last: dt.date) -> None:
    assert through_time.days(code) == (first, last)


@pytest.mark.parametrize("code", ["", "2024q5", "0000", "yesterday", "20245"])
def test_what_is_no_step_means_no_days(code: str) -> None:
    assert through_time.days(code) is None
