"""Whom English sentences mean where the parser or a bare word leaves it open."""

from __future__ import annotations

import datetime as dt

import pytest

from loaders.coding.coder import code

PUBLISHED = dt.date(2025, 6, 20)


def _rows(text: str) -> set[str]:
    found = code(text, lang="en", published=PUBLISHED).moves
    return {f"{m.actor} {m.action} {m.counterpart}" for m in found}


MENDED = [
    (
        "In July 2024 three of the states, Kazakhstan, Kyrgyzstan and Tajikistan, held a drill "
        "with Azerbaijan.",
        {"KAZ exercise AZE", "KGZ exercise AZE", "TJK exercise AZE"},
    ),
    (
        "Xi Jinping sat down with Mirziyoyev alone and with Kyrgyzstan's Sadyr Japarov.",
        {"CHN meet UZB", "CHN meet KGZ"},
    ),
    (
        "Two years have gone by since Tashkent, to general surprise, withdrew from the CSTO and closed its "
        "border with Tajikistan.",
        {"UZB withdraw CSTO", "UZB coerce TJK"},
    ),
    (
        "During his stay in Bishkek in May, Viktor Orban spent an hour with Japarov, and the two signed a "
        "treaty, of which little has been heard since.",
        {"HUN visit KGZ"},
    ),
    (
        "Citizens of China, India and Iran may stay in Kazakhstan without visas for two weeks.",
        {"KAZ ease CHN", "KAZ ease IND", "KAZ ease IRN"},
    ),
]


@pytest.mark.parametrize(("text", "wanted"), MENDED)
def test_phrases_that_the_parser_hangs_elsewhere(text: str, wanted: set[str]) -> None:
    assert wanted <= _rows(text)


def test_what_one_expresses_is_one_s_own() -> None:
    found = _rows(
        "Uzbekistan signed a treaty with Iran. Kyrgyzstan lost a village in a landslide on Friday, and "
        "Russia offered help. On Monday Moscow expressed its solidarity with Kyrgyzstan."
    )
    assert "RUS support KGZ" in found
    assert not {"RUS support UZB", "RUS support RUS"} & found


def test_the_addressee_comes_before_the_place_of_what_is_asked() -> None:
    found = _rows("Xi Jinping urged Japarov to speed up the railway to Uzbekistan.")
    assert "CHN propose KGZ" in found
    assert "CHN propose UZB" not in found


def test_whose_deed_is_deplored_and_not_for_whom_it_was_done() -> None:
    found = _rows("Tokayev deplored North Korea's arms shipments to Russia.")
    assert "KAZ criticise PRK" in found
    assert "KAZ criticise RUS" not in found


def test_the_pair_are_the_two_on_stage_and_a_pair_of_things_is_not() -> None:
    talks = "Japarov held talks with Viktor Orban in Budapest on Monday. "
    assert "KGZ sign HUN" in _rows(talks + "The pair signed an agreement on trade.")
    assert "KGZ sign HUN" not in _rows("A pair of villagers signed a petition in Budapest.")


def test_to_a_body_one_complains_of_another_state() -> None:
    found = _rows(
        "Kazakhstan closed its border to trucks from Kyrgyzstan. Bishkek complained to the World Trade "
        "Organization on Monday."
    )
    assert "KGZ criticise KAZ" in found
    assert "KGZ criticise WTO" not in found


def test_who_offers_to_help_two_others_offers_it_to_both() -> None:
    found = _rows("Kyrgyzstan and Tajikistan fought a border war. Kazakhstan has offered to host talks.")
    assert {"KAZ propose KGZ", "KAZ propose TJK"} <= found


def test_soldiers_serve_where_the_sentence_puts_them() -> None:
    found = _rows(
        "Russia and Kyrgyzstan signed a treaty. Russia deployed peacekeepers at the airport of Almaty "
        "on Friday."
    )
    assert "RUS peacekeep KAZ" in found
    assert "RUS peacekeep KGZ" not in found


def test_soldiers_serve_under_the_flag_of_the_mission() -> None:
    found = _rows("Kazakhstan sent peacekeepers to southern Lebanon under the flag of the United Nations.")
    assert found == {"KAZ peacekeep UN"}


def test_who_is_asked_does_not_ask() -> None:
    found = _rows("Uzbekistan asked for the men. Georgian police, asked for the same, sent back a form.")
    assert "GEO propose UZB" not in found


def test_two_presidents_under_one_title_are_the_next_two() -> None:
    found = _rows(
        "Presidents Tokayev and Mirziyoyev were among the leaders who came to the Swiss resort. The two met "
        "for half an hour."
    )
    assert found & {"KAZ meet UZB"}
    assert "UZB meet CHE" not in found


def test_what_one_is_accused_of_is_only_a_charge() -> None:
    found = _rows(
        "In May Tajikistan accused Iran of giving shelter to an opposition leader and receiving him."
    )
    assert "TJK criticise IRN" in found
    assert not any(" aid " in row or " visit " in row for row in found)


def test_the_place_that_opens_tells_whose_firms_were_listed() -> None:
    found = _rows(
        "Britain blacklisted a Kyrgyz bank in August. In neighbouring Uzbekistan four trading firms were put "
        "on the same British list in December."
    )
    assert {"GBR sanction KGZ", "GBR sanction UZB"} <= found


def test_a_list_of_banned_organisations_is_no_organisation() -> None:
    found = _rows(
        "The UN praised Astana. Kazakhstan took the Taliban off its list of banned organisations on Monday."
    )
    assert "KAZ ease AFG" in found
    assert "KAZ ease UN" not in found


def test_who_said_it_goes_on_after_the_quotation() -> None:
    found = _rows('Tokayev told Olaf Scholz that Russia was "invincible" and urged Germany to open talks.')
    assert "KAZ propose DEU" in found
    assert "RUS propose DEU" not in found


def test_two_who_agree_on_something_agree_with_each_other() -> None:
    found = _rows(
        "Mirziyoyev met Vladimir Putin. On Monday Irgashev and Zamir Kabulov agreed on their positions "
        "regarding the unfreezing of Afghan assets."
    )
    assert "UZB announce RUS" in found
    assert not any("AFG" in row for row in found)


def test_what_is_denied_in_a_list_has_done_nothing() -> None:
    found = _rows("It was Turkish drones, handed over to Kyrgyzstan last year, and not Russian guarantees.")
    assert "TUR exercise KGZ" in found
    assert "RUS exercise KGZ" not in found


def test_where_the_envoy_serves_he_is_summoned() -> None:
    found = _rows("Kazakhstan's ambassador to Kabul was summoned on Monday. Tokayev criticised Afghanistan.")
    assert "AFG criticise KAZ" in found


OTHERS = [
    (
        "Putin coaxed Rahmon and Kyrgyzstan's Sadyr Japarov into a joint conversation on Friday.",
        {"RUS mediate TJK", "RUS mediate KGZ"},
    ),
    (
        "Japan's foreign minister met his counterparts from Kazakhstan and Kyrgyzstan in Tokyo.",
        {"JPN meet KAZ", "JPN meet KGZ"},
    ),
]


@pytest.mark.parametrize(("text", "wanted"), OTHERS)
def test_owners_and_homes_of_those_who_are_met(text: str, wanted: set[str]) -> None:
    assert wanted <= _rows(text)
