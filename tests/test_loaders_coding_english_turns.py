"""English constructions whose sides or status are not where subject and object put them."""

from __future__ import annotations

import datetime as dt

import pytest

from loaders.coding.coder import code
from loaders.coding.english import parse
from loaders.coding.syntax import JOINED, Sentence
from tests.coded import triples


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Hundreds of Tajiks were held for days at Moscow's airports.", ("RUS", "coerce", "TJK")),
        ("Two Kyrgyz banks were put on the British sanctions list.", ("GBR", "sanction", "KGZ")),
        (
            "Kazakhstan refused to expel Ukraine's ambassador, as Russia had demanded.",
            ("KAZ", "reject", "RUS"),
        ),
        (
            "Belarusian exiles demonstrated in front of the Kazakh embassy in Vilnius.",
            ("LTU", "protest", "KAZ"),
        ),
        (
            "Tajikistan condemned Russia. Five rockets fired from Afghanistan hit villages in Tajikistan.",
            ("AFG", "clash", "TJK"),
        ),
        ("Kazakhstan reinforced its southern border with two battalions.", ("KAZ", "mobilise", None)),
        ("UN experts demanded the release of the lawyers from Tajikistan.", ("UN", "demand", "TJK")),
    ],
)
def test_who_acts_where_the_subject_does_not(text: str, wanted: tuple[str, str, str | None]) -> None:
    assert wanted in triples(text)


@pytest.mark.parametrize(
    "text",
    [
        "Astana has yet to reject the Chinese offer.",
        "Instead of closing the border with Kyrgyzstan, Kazakhstan hired more officers.",
        "Kazakhstan neither condemned nor praised Russia.",
        "Kazakhstan no longer bans potatoes from Kyrgyzstan.",
        "Deportations of Tajiks from Russia rose by a quarter.",
        "Kyrgyzstan hopes that Tokyo will write off the debt.",
        "Kazakhstan and Kyrgyzstan clashed in the final of the Asian Games.",
    ],
)
def test_what_has_not_happened_is_no_move(text: str) -> None:
    assert triples(text) == []


def test_treaties_are_not_what_they_are_about() -> None:
    """Ratifying an extradition treaty extradites nobody."""
    assert "extradite" not in [
        a for _, a, _ in triples("Kazakhstan ratified an extradition treaty with Italy.")
    ]


def test_hyphened_words_and_lemmas() -> None:
    """The parser takes "build-up" apart and makes "stag" of "staged"."""
    text = "Moscow staged a build-up near the border and hopes for talks."
    (tree,) = parse([Sentence(0, 0, 0, len(text), text)])
    assert {t.feats.get(JOINED) for t in tree.tokens} == {None, "build-up"}
    assert {"stage", "hope"} <= {t.lemma for t in tree.tokens}


def test_what_the_subjects_own_clause_says_is_no_part_of_the_verb() -> None:
    text = (
        "Kazakhstan's place on the council, set up with the support of Donald Trump, shows that it is heard."
    )
    told = [(m.actor, m.action) for m in code(text, lang="en", published=dt.date(2026, 2, 10)).moves]
    assert ("KAZ", "support") not in told


@pytest.mark.parametrize(
    "text",
    [
        "Moscow must free the pilots, Dushanbe said.",
        'Dushanbe told Moscow that it "must free" the pilots.',
        "Dushanbe insisted that Russia must return the helicopters.",
    ],
)
def test_what_others_must_do_is_demanded_by_who_says_so(text: str) -> None:
    assert ("TJK", "demand", "RUS") in triples(text)


def test_what_one_must_do_oneself_or_in_the_view_of_others_is_no_demand() -> None:
    for text in (
        "Kazakhstan must free the pilots, Tokayev said.",
        "Russia must free the pilots, an analyst in Dushanbe said.",
        "Russia must free the pilots under the treaty with Kazakhstan.",
    ):
        assert "demand" not in [action for _, action, _ in triples(text)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Japarov wrote to Tokayev to ask for coal on credit.", ("KGZ", "propose", "KAZ")),
        ("Astana's reaction was to ask London for the evidence.", ("KAZ", "propose", "GBR")),
        ("Moscow let it be known that it took a dim view of Astana.", ("RUS", "criticise", "KAZ")),
    ],
)
def test_an_infinitive_may_tell_what_was_done(text: str, wanted: tuple[str, str, str | None]) -> None:
    assert wanted in triples(text)


def test_an_infinitive_after_a_modal_is_not_done() -> None:
    assert triples("Japarov might write to Tokayev to ask for coal on credit.") == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Turkey talked Kyrgyzstan and Tajikistan into a compromise.", ("TUR", "mediate", "KGZ")),
        ("China firmly stands on the side of Kyrgyzstan.", ("CHN", "support", "KGZ")),
        ("Uzbekistan bundled 53 Afghan conscripts back over the bridge.", ("UZB", "coerce", "AFG")),
        ("Erdogan buttonholed Tokayev between two sessions.", ("TUR", "meet", "KAZ")),
        ("Zakharova had harsh words for Bishkek.", ("RUS", "criticise", "KGZ")),
    ],
)
def test_idioms_without_the_plain_verb(text: str, wanted: tuple[str, str, str | None]) -> None:
    assert wanted in triples(text)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Tokayev spoke with the Saudi crown prince on the 3rd, with Emmanuel Macron on the 4th.",
            [("KAZ", "meet", "SAU"), ("KAZ", "meet", "FRA")],
        ),
        (
            "Mirziyoyev flew to Beijing on Monday, to Seoul on Friday.",
            [("UZB", "visit", "CHN"), ("UZB", "visit", "KOR")],
        ),
    ],
)
def test_a_preposition_that_comes_again_marks_another_counterpart(
    text: str, wanted: list[tuple[str, str, str]]
) -> None:
    assert triples(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("A threat to cut the gas was made by Ashgabat to Tashkent.", ("TKM", "threaten", "UZB")),
        ("An offer of mediation was made by Tehran to Dushanbe.", ("IRN", "propose", "TJK")),
        ("The Tajik foreign minister was in Kabul on Friday.", ("TJK", "visit", "AFG")),
        ("Bishkek ordered its troops back from the Tajik border.", ("KGZ", "ease", "TJK")),
        ("Moscow struck Turkmen tomatoes off its import list.", ("RUS", "sanction", "TKM")),
    ],
)
def test_nouns_with_light_verbs_and_what_is_ordered(text: str, wanted: tuple[str, str, str]) -> None:
    assert triples(text) == [wanted]


@pytest.mark.parametrize(
    "text",
    [
        "Talks between Astana and Brussels have yet to begin.",
        "Kazakhstan was in Geneva on Monday.",
        "The Turkmen embassy is in Tehran.",
        "The Kyrgyz president was in favour of the plan in Tashkent.",
    ],
)
def test_what_is_only_somewhere_or_still_to_come_is_no_move(text: str) -> None:
    assert triples(text) == []


def test_a_treaty_is_not_what_it_refers_to() -> None:
    text = (
        "Kazakhstan joined the Abraham Accords with Israel. In May it invited Israel's president to Astana."
    )
    assert ("KAZ", "propose", "ISR") in triples(text)


def test_a_passive_without_parties_takes_up_the_deed_told_before() -> None:
    text = (
        "Russian police deported forty Tajik students in March 2024. Another sixty were deported in May 2024."
    )
    dates = [m.date for m in code(text, lang="en", published=dt.date(2025, 6, 20)).moves if m.actor == "RUS"]
    assert dates == [dt.date(2024, 3, 1), dt.date(2024, 5, 1)]
