"""Which clause of a sentence a date belongs to."""

from __future__ import annotations

import datetime as dt

import pytest

from loaders.coding.coder import code
from loaders.coding.drafts import MoveDraft

FRIDAY = dt.date(2025, 9, 19)


def move(text: str, action: str, lang: str = "en") -> MoveDraft:
    """The article's first move with this action."""
    moves = code(text, lang=lang, published=FRIDAY, source="Test").moves
    found = [m for m in moves if m.action == action]
    assert found, [(m.actor, m.action, m.counterpart) for m in moves]
    return found[0]


@pytest.mark.parametrize(
    ("text", "action"),
    [
        # what holds now has not the day of another's deed
        (
            "Uzbekistan abolished visas for Omanis on 2 September, and Qatar has sent aid to Tajikistan.",
            "aid",
        ),
        ("Tokayev met Putin on Monday, and Turkey has criticised Kyrgyzstan.", "criticise"),
        # what another does is told beside it
        ("Tokayev telephoned Putin on 2 September, while Japarov wrote to Erdogan.", "call"),
        ("Russia banned Kazakh melons in August, and Turkey sanctioned Kyrgyzstan.", "sanction"),
    ],
)
def test_a_clause_told_beside_another_has_its_own_day(text: str, action: str) -> None:
    moves = code(text, lang="en", published=FRIDAY, source="Test").moves
    found = [m for m in moves if m.action == action]
    assert found, moves
    assert found[-1].date_basis == "published"


def test_a_day_that_opens_the_sentence_is_that_of_both_clauses() -> None:
    text = "On Tuesday Russia banned Kazakh melons, and Turkey sanctioned Kyrgyzstan."
    assert {str(m.date) for m in code(text, lang="en", published=FRIDAY, source="T").moves} == {"2025-09-16"}


def test_the_pair_that_met_goes_on_in_the_second_clause() -> None:
    text = "Tokayev met Xi Jinping in Astana on Tuesday, and the two presidents signed a treaty."
    assert str(move(text, "sign").date) == "2025-09-16"


def test_the_day_of_the_report_dates_what_has_been_done() -> None:
    text = "Uzbekistan has sent aid to Afghanistan, the ministry said on Thursday."
    assert str(move(text, "aid").date) == "2025-09-18"


def test_the_year_in_which_a_person_took_office_dates_no_visit() -> None:
    text = "President Berdimuhamedow, who took office in March, visited Saudi Arabia."
    assert move(text, "visit").date_basis == "published"
    text = "President Erdogan, who landed in Astana on Tuesday, met Tokayev."
    assert str(move(text, "meet").date) == "2025-09-16"


@pytest.mark.parametrize(
    ("text", "action", "wanted"),
    [
        (
            "Ten years after Kyrgyzstan joined the Eurasian Economic Union, prices are high.",
            "join",
            "2015-01-01",
        ),
        (
            "The ban came two months after Kazakhstan closed its border with Kyrgyzstan.",
            "coerce",
            "2025-07-01",
        ),
        (
            "In March 2024 Tajikistan ratified the treaty, five months after Uzbekistan signed it.",
            "sign",
            "2023-10-01",
        ),
    ],
)
def test_so_long_after_a_deed_dates_the_deed(text: str, action: str, wanted: str) -> None:
    assert str(move(text, action).date) == wanted


def test_so_long_after_a_deed_dates_nothing_else() -> None:
    text = "Ten years after Kyrgyzstan joined the Eurasian Economic Union, it accused Russia of pressure."
    assert move(text, "criticise").date_basis == "published"


def test_the_year_of_an_accord_is_not_that_of_the_vote_on_it() -> None:
    assert move("Kyrgyzstan denounced the 2009 accord with Russia.", "withdraw").date_basis == "published"


@pytest.mark.parametrize(
    "text",
    [
        "Xi Jinping pledged aid to Kazakhstan for this year.",
        "Xi Jinping promised to send aid to Kazakhstan in the autumn.",
    ],
)
def test_the_time_of_what_is_promised_is_not_that_of_the_promise(text: str) -> None:
    assert move(text, "announce").date_basis == "published"
    assert str(move("Xi Jinping pledged aid to Kazakhstan last year.", "announce").date) == "2024-01-01"


def test_the_day_on_which_a_guest_came_gives_way_to_that_of_the_scene() -> None:
    text = (
        "Kazakhstan and China signed a treaty in Astana on Wednesday. "
        "Xi Jinping, who had flown in on Tuesday, invited Tokayev to Beijing."
    )
    assert str(move(text, "propose").date) == "2025-09-17"
