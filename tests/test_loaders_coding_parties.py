"""Who acts on whom: bare offices, pronouns, pairs and states within reach. All sentences are made up."""

from __future__ import annotations

import datetime as dt

import pytest

from loaders.coding.coder import code

PUBLISHED = dt.date(2025, 6, 12)  # a Thursday


def rows(text: str) -> set[str]:
    moves = code(text, lang="en", published=PUBLISHED).moves
    return {f"{m.actor} {m.action} {m.counterpart or '-'}" for m in moves}


OFFICES = [
    (
        "The Polish embassy in Astana opened a visa desk. Kazakhstan signed a treaty with China on Monday. "
        "The embassy condemned the decision of the Kazakh court.",
        "POL criticise KAZ",
    ),
    (
        "The Kyrgyz foreign ministry received the Belarusian ambassador. Minsk kept silent. "
        "The ministry demanded an apology from Belarus.",
        "KGZ demand BLR",
    ),
    (
        "The Hungarian foreign minister met his Uzbek colleague in Tashkent. "
        "The minister invited Uzbekistan to a forum in Budapest.",
        "HUN propose UZB",
    ),
]


@pytest.mark.parametrize(("text", "row"), OFFICES)
def test_a_bare_office_keeps_the_state_it_was_named_with(text: str, row: str) -> None:
    assert row in rows(text)


RELATED = [
    ("Tokayev met his counterpart in Serbia on Monday.", "KAZ meet SRB"),
    ("Sadyr Japarov held talks with his Hungarian counterpart.", "KGZ meet HUN"),
    (
        "Finland's president Alexander Stubb arrived in Astana on Tuesday. "
        "His host praised Finland's schools.",
        "KAZ support FIN",
    ),
]


@pytest.mark.parametrize(("text", "row"), RELATED)
def test_host_guest_and_counterpart_are_the_other_side(text: str, row: str) -> None:
    assert row in rows(text)


PRONOUNS = [
    ("Viktor Orban wrote Tokayev a letter in which he praised his reforms.", "HUN support KAZ"),
    ("Xi Jinping turned 72 on Sunday. Mirziyoyev phoned him in the evening.", "CHN call UZB"),
    (
        "Kazakhstan closed its trade office in Baku; it later shut an Azerbaijani school "
        "and recalled its ambassador from Azerbaijan.",
        "KAZ withdraw AZE",
    ),
]


@pytest.mark.parametrize(("text", "row"), PRONOUNS)
def test_a_pronoun_means_somebody_else_than_who_acts_on_him(text: str, row: str) -> None:
    found = rows(text)
    assert row in found or " ".join(reversed(row.split())) in found


PAIRS = [
    (
        "The Board of Peace welcomed Kazakhstan. Tokayev and Viktor Orban took their seats in the hall. "
        "The two signed a memorandum afterwards.",
        {"KAZ sign HUN"},
    ),
    (
        "Uzbekistan and the EU held talks in Brussels. Mirziyoyev met Giorgia Meloni, "
        "and the two agreed to open a joint bank.",
        {"UZB announce ITA", "UZB meet ITA"},
    ),
]


@pytest.mark.parametrize(("text", "expected"), PAIRS)
def test_the_two_are_those_named_side_by_side(text: str, expected: set[str]) -> None:
    assert expected <= rows(text)


REACH = [
    (
        "Kazakhstan signed a treaty with Kyrgyzstan in April. Denmark has disbursed a grant "
        "of 3 million euros for clinics in Tajikistan's Khatlon region.",
        "DNK aid TJK",
    ),
    (
        "Kyrgyzstan protested to Belarus on Monday. Kyrgyz officials mentioned Armenia and Georgia "
        "in passing, and Minsk rejected the claims.",
        "BLR reject KGZ",
    ),
]


@pytest.mark.parametrize(("text", "row"), REACH)
def test_an_unnamed_counterpart_is_within_reach(text: str, row: str) -> None:
    assert row in rows(text)


LISTS = [
    (
        "After months in which the only traffic was sheep, Kyrgyz, Chinese and Uzbek officials signed "
        "a protocol on customs.",
        {"KGZ sign CHN", "KGZ sign UZB", "UZB sign CHN"},
    ),
    (
        "On the sidelines Viktor Orban and Azerbaijan's Ilham Aliyev signed a protocol with Kazakhstan.",
        {"HUN sign KAZ", "AZE sign KAZ"},
    ),
]


@pytest.mark.parametrize(("text", "expected"), LISTS)
def test_all_members_of_a_list_act(text: str, expected: set[str]) -> None:
    assert expected <= rows(text)


BOTH_WAYS = [
    ("Kazakhstan and Kyrgyzstan accused each other of sabotage.", "KAZ criticise KGZ", "KGZ criticise KAZ"),
    (
        "Uzbekistan and Tajikistan recalled their ambassadors from one another's capitals.",
        "UZB withdraw TJK",
        "TJK withdraw UZB",
    ),
]


@pytest.mark.parametrize(("text", "there", "back"), BOTH_WAYS)
def test_each_other_is_one_row_each_way(text: str, there: str, back: str) -> None:
    assert {there, back} <= rows(text)


def test_a_semicolon_ends_what_a_subject_does() -> None:
    found = rows(
        "Tajikistan signed a treaty with Denmark on Monday. In August five Afghan families were expelled; "
        "Kabul's interior ministry said nothing."
    )
    assert "AFG coerce TJK" not in found


def test_we_in_a_quotation_is_the_official_who_says_it() -> None:
    said = '"We demand compensation from Belarus," {} said on Monday.'
    assert "KAZ demand BLR" in rows(said.format("Kazakh foreign ministry spokesman Yerlan Zhetybayev"))
    assert not rows(said.format("Kazakh analyst Ivan Petrov"))


def test_a_label_tells_whose_government_a_paragraph_is_about() -> None:
    found = rows(
        "Kazakhstan: Estonia's president Alar Karis held talks with Tokayev on Thursday.\n\n"
        "Kyrgyzstan: The government recalled its ambassador to Belarus on Tuesday."
    )
    assert found == {"EST meet KAZ", "KGZ withdraw BLR"}


def test_whose_means_the_noun_before_it() -> None:
    text = "Kazakhstan invited Armenia, whose prime minister praised Tokayev's reforms."
    assert "ARM support KAZ" in rows(text)


DONE_THERE = [
    ("Kazakh truck drivers were detained in Belarus on Monday.", "BLR coerce KAZ"),
    ("Two Uzbek firms were put on the American blacklist.", "USA sanction UZB"),
    ("Several Afghan refugees were arrested in Dushanbe on Monday.", "TJK coerce AFG"),
]


@pytest.mark.parametrize(("text", "row"), DONE_THERE)
def test_what_is_done_somewhere_is_done_by_those_at_home_there(text: str, row: str) -> None:
    actor, action, counterpart = row.split()
    found = rows(text)
    assert row in found
    assert f"{counterpart} {action} {actor}" not in found


def test_the_only_state_of_the_region_is_who_an_article_means() -> None:
    found = rows(
        "Kyrgyzstan signed a contract with Norway. Korea has taken an interest in the school. Seoul gave "
        "2 million dollars for the building."
    )
    assert "KOR aid KGZ" in found


def test_those_who_send_soldiers_are_no_hosts() -> None:
    found = rows(
        "Tokayev asked the CSTO for help, and Russian peacekeepers arrived in Kazakhstan on Friday. "
        "Belarus and Tajikistan contributed smaller units."
    )
    assert {"BLR peacekeep KAZ", "TJK peacekeep KAZ"} <= found
    assert not {"TJK peacekeep RUS", "BLR peacekeep TJK"} & found


def test_it_was_decided_by_those_on_stage() -> None:
    found = rows(
        "Mirziyoyev held talks with the Emir of Qatar. It was decided to create a joint investment company."
    )
    assert "UZB announce QAT" in found


def test_their_signatures_are_their_own() -> None:
    found = rows(
        "Uzbekistan and Italy held talks in May. On Monday Tokayev and Ilham Aliyev put their signatures to "
        "a protocol on a cable."
    )
    assert {r for r in found if " sign " in r} in ({"KAZ sign AZE"}, {"AZE sign KAZ"})


def test_it_is_still_the_ministry_that_sent_the_note() -> None:
    text = (
        "The Tajik foreign ministry summoned the Russian ambassador. In May the ministry sent Moscow a note "
        "in which it condemned the denial of entry."
    )
    assert "RUS criticise TJK" not in rows(text)


SWALLOWED = [
    ("At the summit in Baku Tokayev met Ilham Aliyev.", "KAZ meet AZE"),
    ("In Moscow Rahmon was received by Vladimir Putin.", "TJK visit RUS"),
]


@pytest.mark.parametrize(("text", "row"), SWALLOWED)
def test_an_opening_place_does_not_swallow_the_subject(text: str, row: str) -> None:
    assert row in rows(text)


def test_two_who_talk_about_a_third_talk_with_each_other() -> None:
    found = rows("Mirziyoyev and Viktor Orban held talks about Afghanistan in Tashkent on Monday.")
    assert "UZB meet HUN" in found
    assert not any("AFG" in row for row in found)


def test_a_bank_named_after_the_region_is_not_the_region() -> None:
    assert not rows("Capital Bank of Central Asia signed a contract with a Turkish lender.")
