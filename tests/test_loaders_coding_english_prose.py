"""Turns of English news prose: occasions, refusals ahead, labels, stays, who does it to each other."""

from __future__ import annotations

import datetime as dt

import pytest

from loaders.coding.coder import code
from loaders.coding.drafts import MoveDraft

PUBLISHED = dt.date(2024, 6, 14)  # a Friday


def moves(text: str) -> tuple[MoveDraft, ...]:
    return code(text, lang="en", published=PUBLISHED).moves


def rows(text: str) -> set[str]:
    return {f"{m.actor} {m.action} {m.counterpart or ''}".strip() for m in moves(text)}


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("Turkmenistan will not sign the Energy Charter with the European Union.", "TKM reject EU"),
        ("Uzbekistan declared that it would not join the Eurasian Economic Union.", "UZB reject EAEU"),
        ("In May Kazakh and Kyrgyz guards exchanged fire, and each side accused the other of the shooting.",
         "KAZ criticise KGZ"),
        ("In May Kazakh and Kyrgyz guards exchanged fire, and each side accused the other of the shooting.",
         "KGZ criticise KAZ"),
        ("Iran sent its energy minister, Ali Akbar Mehrabian, to Dushanbe on Tuesday.", "IRN visit TJK"),
        ("The Uzbek ambassador was pulled out of Kabul in May.", "UZB withdraw AFG"),
        ("Kazakhstan opened a consular section in Osh in 2021.", "KAZ recognise KGZ"),
        ("Chinese President Xi Jinping conveyed his support to Tokayev on Monday.", "CHN support KAZ"),
        ("Tokayev called in Beijing for open markets. In 2017 Tashkent scrapped visas for Kazakh citizens.",
         "UZB ease KAZ"),
        ("It is known that in 2017 Tashkent scrapped visas for Kazakh citizens.", "UZB ease KAZ"),
        ("Tajikistan's candidacy was backed by 90 states, including Kazakhstan.", "KAZ support TJK"),
        ("Afghan deserters waded through the river, and Tajikistan called up its reservists.",
         "TJK mobilise AFG"),
        ("At a request of the Prosecutor General's Office, Georgia extradited a suspect to Kazakhstan.",
         "GEO extradite KAZ"),
    ],
)  # fmt: skip
def test_is_told(text: str, row: str) -> None:
    assert row in rows(text)


@pytest.mark.parametrize(
    ("text", "row"),
    [
        # a noun that tells the occasion is no part of the expression
        ("The CSTO sent soldiers to Kazakhstan at the president's request.", "CSTO propose KAZ"),
        ("The ban on Kazakh flour came after a visit to Tashkent by the Russian premier.", "KAZ visit UZB"),
        # a participle before its noun tells what something is
        ("Kazakhstan took a group off its list of banned organisations after a meeting with Iran.",
         "KAZ sanction IRN"),
        ("Tokayev met Xi in Astana. A baker from Osh said that he threatened his wife with a rolling pin.",
         "KAZ threaten KGZ"),
        # what was complained of is only spoken of
        ("Kabul complained to Dushanbe about the drills.", "AFG exercise TJK"),
        # "no" of another noun
        ('"We are ready to host talks," Tokayev said after meeting Putin, but no date was set.',
         "KAZ reject RUS"),
        ("Georgia extradited a thief to Kazakhstan at a request of the prosecutor's office.",
         "GEO propose KAZ"),
    ],
)  # fmt: skip
def test_is_not_told(text: str, row: str) -> None:
    assert row not in rows(text)


def day(text: str, row: str) -> tuple[str, str]:
    return next(
        (m.date.isoformat(), m.date_precision)
        for m in moves(text)
        if f"{m.actor} {m.action} {m.counterpart or ''}".strip() == row
    )


def test_a_stay_takes_its_first_day() -> None:
    text = (
        "Bulgarian President Rumen Radev paid a visit to Kazakhstan on Thursday and met Tokayev. "
        "Radev arrived in Astana on Wednesday."
    )
    assert day(text, "BGR visit KAZ") == ("2024-06-12", "day")


def test_a_season_within_what_was_agreed_is_not_its_day() -> None:
    text = "Kazakhstan and Hungary agreed on Tuesday to hold consultations in the autumn."
    assert day(text, "KAZ announce HUN") == ("2024-06-11", "day")


def test_a_month_that_names_something_else_dates_nothing() -> None:
    text = "On Tuesday Armenia extradited to Kazakhstan a suspect in the January riots."
    assert day(text, "ARM extradite KAZ") == ("2024-06-11", "day")


def test_a_foreign_capital_opens_a_paragraph_of_its_own() -> None:
    text = (
        "GENEVA. Kazakhstan's envoy met the UN High Commissioner for Refugees on Tuesday.\n\n"
        "KABUL. Kazakhstan handed over 500 tonnes of flour on Thursday."
    )
    assert "KAZ aid AFG" in rows(text)
    assert "KAZ aid UN" not in rows(text)


def test_hosts_are_those_of_the_town_named() -> None:
    text = (
        "Meloni visited Uzbekistan on Wednesday and flew on to Kazakhstan on Thursday. "
        "At the table in Tashkent the hosts praised Italy."
    )
    assert "UZB support ITA" in rows(text)
