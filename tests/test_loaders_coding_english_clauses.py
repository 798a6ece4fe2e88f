"""English clauses: of whom they speak, and what is only spoken of."""

from __future__ import annotations

import pytest

from tests.coded import triples


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("It was Astana that broke the ice between Tehran and Riyadh.", ("KAZ", "mediate", "IRN")),
        ("Mirziyoyev was the first to congratulate Aliyev.", ("UZB", "support", "AZE")),
        ("Riyadh interceded between Bishkek and Dushanbe.", ("SAU", "mediate", "KGZ")),
        ("Uzbek flour was shipped to Kabul.", ("UZB", "trade", "AFG")),
        ("A get-together of the Kazakh and Kyrgyz premiers took place in Osh.", ("KAZ", "meet", "KGZ")),
        ("Rahmon and Modi put their heads together over Afghanistan.", ("TJK", "meet", "IND")),
        ("Tashkent gave the green light to a power line into Afghanistan.", ("UZB", "announce", "AFG")),
        ("The request, lodged by Astana with Beijing last week, is for wagons.", ("KAZ", "propose", "CHN")),
    ],
)
def test_of_whom_a_clause_speaks(text: str, wanted: tuple[str, str, str]) -> None:
    assert wanted in triples(text)


@pytest.mark.parametrize(
    "text",
    [
        "Had Erdogan phoned Japarov, the gas would have flowed.",
        "Signing a pact with Moscow would tie Tashkent's hands.",
        "Negotiating with the Taliban is pointless, a Tajik general believes.",
        "Talks between Astana and Tehran are long overdue.",
        "Putin's visit to Bishkek has been put off.",
        "Observers doubt that Tokyo will keep its word to Tashkent.",
        "Delegates from Kazakhstan were absent from the SCO meeting.",
    ],
)
def test_what_is_only_spoken_of_is_no_move(text: str) -> None:
    assert triples(text) == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Minsk ratified the extradition treaty with Kazakhstan.", [("BLR", "ratify", "KAZ")]),
        ("Japarov spoke in favour of Tokayev's proposal.", [("KGZ", "support", "KAZ")]),
    ],
)
def test_a_paper_or_proposal_is_not_told_again(text: str, wanted: list[tuple[str, str, str]]) -> None:
    assert triples(text) == wanted


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Tokayev welcomed the truce, while Ashgabat kept silent.", "TKM"),
        ("Rahmon phoned to offer condolences, whereas Tashkent said nothing.", "UZB"),
        ("Tashkent sent flour while Ashgabat looked on.", "TKM"),
    ],
)
def test_who_acts_in_a_contrasting_clause_is_no_counterpart(text: str, wrong: str) -> None:
    assert wrong not in {party for actor, _, other in triples(text) for party in (actor, other)}
