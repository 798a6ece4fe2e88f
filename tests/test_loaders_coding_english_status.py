"""What an English sentence asserts as done, as fixed, or not at all, beyond the plain auxiliaries."""

from __future__ import annotations

import pytest

from tests.coded import triples

Wanted = tuple[str, str, str | None]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # what an adjunct of a plan tells has happened
        (
            "Berlin will repair two power plants in Kyrgyzstan under a contract that the two ministries "
            "signed on Monday.",
            ("DEU", "sign", "KGZ"),
        ),
        ("Uzbekistan agreed to cut its duties after an appeal from Kazakhstan.", ("KAZ", "propose", "UZB")),
        ("Georgia promised to lower the fee after a plea from Kazakhstan in May.", ("KAZ", "propose", "GEO")),
        # the words of a visit below an infinitive of "be"
        ("Japarov is to pay a state visit to Italy on 2 July.", ("KGZ", "announce", "ITA")),
        ("Rahmon is to make an official trip to Qatar next week.", ("TJK", "announce", "QAT")),
        # what somebody is called, written or called in for is said at once
        ("Putin wrote to Tokayev to back the strong measures.", ("RUS", "support", "KAZ")),
        ("Erdogan telephoned Mirziyoyev on Monday to congratulate him.", ("TUR", "support", "UZB")),
        (
            "The Russian envoy was called in by Tajikistan to be handed a list of demands.",
            ("TJK", "criticise", "RUS"),
        ),
    ],
)
def test_told_beside_a_plan_or_in_a_message(text: str, wanted: Wanted) -> None:
    assert wanted in triples(text)


@pytest.mark.parametrize(
    "text",
    [
        "The Mongolian president planted a tree in Kyrgyzstan and signed nothing.",
        "Qatar pledged nothing to Kazakhstan.",
        "Nobody in Astana condemned Russia.",
        "Kazakhstan offered nothing to Ukraine.",
    ],
)
def test_nothing_done_is_no_move(text: str) -> None:
    assert not triples(text)


def test_a_planned_visit_is_no_visit() -> None:
    assert {action for _, action, _ in triples("Japarov is to pay a state visit to Italy on 2 July.")} == {
        "announce"
    }
