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


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Nazarbayev agreed to take part in the snap election. Russia is watching.", "en"),
        ("Rahmon supported a constitutional referendum. Tehran sent no observers.", "en"),
        ("Путин в Астане. Назарбаев дал согласие на участие во внеочередных выборах.", "ru"),
    ],
)
def test_what_a_state_does_at_home_is_guessed_to_concern_nobody(text: str, lang: str) -> None:
    assert triples(text, lang) == []


def test_a_state_of_the_region_named_in_passing_is_no_guess() -> None:
    """The article is about two others; one sentence compares them with Kazakhstan."""
    about = "Erdogan arrived in Kyiv. Turkey and Ukraine set up a council. Turkey and Ukraine trade more. "
    passing = "Analysts compared Ukraine to Kazakhstan. "
    assert triples(f"{about}{passing}Turkey provides aid. It will help with grain.") == []
