"""Moves from single sentences and short passages, by family of rules. All sentences are made up."""

from __future__ import annotations

import datetime as dt
import time

import pytest

from loaders.coding.coder import code
from loaders.coding.drafts import MoveDraft

PUBLISHED = dt.date(2025, 6, 12)  # a Thursday


def moves(text: str, scope: str = "central-asia") -> list[MoveDraft]:
    return list(code(text, lang="en", published=PUBLISHED, scope=scope).moves)


def rows(text: str) -> set[str]:
    return {f"{m.actor} {m.action} {m.counterpart or '-'}" for m in moves(text)}


ACTIVE_AND_PASSIVE = [
    ("Kazakhstan signed an agreement with Hungary on Monday.", "KAZ sign HUN"),
    ("Britain blacklisted two Kyrgyz banks.", "GBR sanction KGZ"),
    ("Two Kyrgyz banks were blacklisted by Britain.", "GBR sanction KGZ"),
    ("The Russian ambassador was summoned by the Kazakh foreign ministry.", "KAZ criticise RUS"),
    ("The Kazakh foreign ministry summoned the Russian ambassador.", "KAZ criticise RUS"),
    ("Uzbekistan handed over 20 tonnes of medicine to Afghanistan.", "UZB aid AFG"),
    ("Turkmenistan closed its border with Afghanistan.", "TKM coerce AFG"),
    ("Tajikistan opened an embassy in Budapest.", "TJK recognise HUN"),
    ("Kyrgyz and Tajik border guards exchanged fire near Batken.", "KGZ clash TJK"),
    ("Kazakhstan joined the Board of Peace.", "KAZ join Board of Peace"),
    ("Uzbekistan withdrew from the CSTO in 2012.", "UZB withdraw CSTO"),
    ("Russia extradited a suspect to Uzbekistan.", "RUS extradite UZB"),
]


@pytest.mark.parametrize(("text", "row"), ACTIVE_AND_PASSIVE)
def test_voice(text: str, row: str) -> None:
    assert row in rows(text)


DIRECTION = [
    ("Shavkat Mirziyoyev visited Tajikistan on Monday.", "UZB visit TJK"),
    ("Kassym-Jomart Tokayev received German Chancellor Friedrich Merz in Astana.", "DEU visit KAZ"),
    ("German Chancellor Friedrich Merz was received by Kassym-Jomart Tokayev.", "DEU visit KAZ"),
    ("Tokayev's visit to Baku lasted two days.", "KAZ visit AZE"),
    ("During his stay in Dushanbe, Shavkat Mirziyoyev laid a wreath.", "UZB visit TJK"),
    ("The deal was announced in Tashkent, where President Ilham Aliyev had arrived.", "AZE visit UZB"),
]


@pytest.mark.parametrize(("text", "row"), DIRECTION)
def test_direction_runs_from_guest_to_host(text: str, row: str) -> None:
    assert row in rows(text)
    actor, _, counterpart = row.split()
    assert f"{counterpart} visit {actor}" not in rows(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Russia and Kazakhstan signed a treaty.", {"KAZ sign RUS"}),
        ("Uzbekistan and Kazakhstan signed a treaty.", {"KAZ sign UZB"}),
        ("Kazakhstan, Uzbekistan and Azerbaijan signed a protocol.",
         {"KAZ sign UZB", "KAZ sign AZE", "UZB sign AZE"}),
        ("The treaty between Kyrgyzstan and Tajikistan was signed in Bishkek.", {"KGZ sign TJK"}),
        ("Kazakhstan signed memoranda with Hungary and Italy.", {"KAZ sign HUN", "KAZ sign ITA"}),
    ],
)  # fmt: skip
def test_pairs(text: str, expected: set[str]) -> None:
    assert rows(text) == expected


def test_several_counterparts_share_a_group() -> None:
    found = moves("Kazakhstan signed memoranda with Hungary and Italy.")
    assert len({m.group for m in found}) == 1


NOMINAL = [
    ("Key steps include Kazakhstan's participation in the Board of Peace.", "KAZ join Board of Peace"),
    ("Kazakhstan's accession to the Abraham Accords surprised many.", "KAZ join Abraham Accords"),
    ("The withdrawal of Russian troops from Tajikistan began on Monday.", "RUS ease TJK"),
    ("Talks between Kazakhstan and Hungary took place on Monday.", "KAZ meet HUN"),
    ("A round of consultations between Kazakhstan and Hungary was held.", "KAZ negotiate HUN"),
]


@pytest.mark.parametrize(("text", "row"), NOMINAL)
def test_event_nouns(text: str, row: str) -> None:
    assert row in rows(text)


NOTHING = [
    "Kazakhstan did not sign the agreement with Hungary.",
    "Kazakhstan may sign an agreement with Hungary.",
    "Kazakhstan could join the Abraham Accords.",
    "Experts expect Kazakhstan to sign an agreement with Hungary.",
    "Will Kazakhstan sign the agreement with Hungary?",
    "If Kazakhstan signs the agreement with Hungary, prices will fall.",
    "No agreement was signed by Kazakhstan and Hungary.",
    "Kazakhstan wants to sign an agreement with Hungary.",
    "Kazakhstan and Hungary enjoy good relations.",
    "Political scientist Askar Beisenov criticised Russia at length.",
    "Trade between Kazakhstan and Hungary grew by a tenth last year.",
    "France and Germany signed a treaty.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_what_is_no_fact_is_not_coded(text: str) -> None:
    assert rows(text) == set()


def test_states_outside_the_region_count_with_scope_any() -> None:
    found = moves("France and Germany signed a treaty.", scope="any")
    assert {(m.actor, m.action, m.counterpart) for m in found} == {("DEU", "sign", "FRA")}


def test_a_fixed_future_move_is_an_announcement_with_its_day() -> None:
    (found,) = moves("Kassym-Jomart Tokayev will visit Hungary on 20 June.")
    assert (found.actor, found.action, found.counterpart) == ("KAZ", "announce", "HUN")
    assert found.planned_for == dt.date(2025, 6, 20)
    assert found.date == PUBLISHED


def test_refusal_is_a_move_of_its_own() -> None:
    assert rows("Kazakhstan rejected Russia's proposal.") == {"KAZ reject RUS"}


SCENES = [
    ("Tokayev met Vladimir Putin in Moscow on Monday. He invited the Russian president to Astana.",
     "KAZ propose RUS"),
    ("Tokayev arrived in Tashkent on Monday. The two presidents signed a declaration.", "KAZ sign UZB"),
    ("Kyrgyzstan and Tajikistan signed a treaty. Both countries opened the border.", "KGZ ease TJK"),
    ("Kazakh Energy Minister Yerbol Sarsen flew to Baku. Sarsen signed a protocol with Azerbaijan.",
     "KAZ sign AZE"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "row"), SCENES)
def test_later_sentences_lean_on_the_scene(text: str, row: str) -> None:
    assert row in rows(text)


def test_dates() -> None:
    text = (
        "Tokayev met Vladimir Putin in Moscow on Monday. The two presidents signed a declaration. "
        "Kazakhstan signed a treaty with Hungary in March 2021."
    )
    found = {(m.action, m.counterpart): m for m in moves(text)}
    met, signed, old = found["meet", "RUS"], found["sign", "RUS"], found["sign", "HUN"]
    assert (met.date, met.date_precision, met.date_basis) == (dt.date(2025, 6, 9), "day", "relative")
    assert (signed.date, signed.date_basis) == (dt.date(2025, 6, 9), "inherited")
    assert (old.date, old.date_precision, old.date_basis) == (dt.date(2021, 3, 1), "month", "explicit")


def test_one_row_per_move_with_the_person_who_acted() -> None:
    found = moves("Kassym-Jomart Tokayev praised Hungary. Tokayev praised Hungary again.")
    assert [(m.actor, m.action, m.counterpart) for m in found] == [("KAZ", "support", "HUN")]
    assert found[0].actor_name == "Kassym-Jomart Tokayev"
    assert found[0].actor_role == "President"


def test_a_dateline_is_no_party() -> None:
    (found,) = moves("BISHKEK - Kazakhstan signed an agreement with Hungary on Monday.")
    assert (found.actor, found.counterpart, found.start) == ("KAZ", "HUN", 0)


HOSTILE = [
    "Kazakhstan and " * 4000 + "Russia signed a treaty.",
    "Tokayev said, " * 3000,
    "((" * 5000 + "Kazakhstan" + "))" * 5000,
    "Kazakhstan signed a treaty with Russia on Monday. " * 1500,
    '"' * 9000 + "Astana",
    "KAZAKHSTAN" * 3000,
    "Kazakhstan. " * 5000,
    "Казахстан и Россия подписали " * 2000,
    "«Казахстан, который подписал, " * 1500,
    "Тараптар Қазақстан мен Ресей қол қойды " * 1500,
]


@pytest.mark.parametrize("lang", ["en", "ru", "kk"])
@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_no_article_takes_two_seconds(text: str, lang: str) -> None:
    code("Kazakhstan signed. Казахстан подписал.", lang=lang, published=PUBLISHED)  # loads the models
    start = time.process_time()
    code(text, lang=lang, published=PUBLISHED)
    assert time.process_time() - start < 2


WHO = [
    ("French and Kazakh warships fired on one another.", "FRA clash KAZ", "KAZ clash FRA"),
    ("Tajik and Kyrgyz forces fought for two days near Batken.", "KGZ clash TJK", "TJK clash KGZ"),
    (
        "U.S. Secretary of State Marco Rubio telephoned Kazakh Foreign Minister Murat Nurtleu.",
        "USA call KAZ",
        "",
    ),
]


@pytest.mark.parametrize(("text", "row", "other"), WHO)
def test_joint_subjects_and_offices_with_initials(text: str, row: str, other: str) -> None:
    assert rows(text) & {row, other}


def test_who_welcomes_is_not_welcomed() -> None:
    found = rows("Turkmenistan signed the charter. The presidents of Kazakhstan and Uzbekistan welcomed it.")
    assert not any(" visit " in row for row in found)


def test_what_had_happened_before_does_not_date_the_scene() -> None:
    text = (
        "Kyrgyzstan summoned Tajikistan's ambassador on Wednesday. Tajik guards had fired on Kyrgyz troops "
        "on Monday. Bishkek demanded an apology from Dushanbe."
    )
    days = {m.action: m.date.day for m in moves(text)}
    assert days["clash"] == 9
    assert days["demand"] == 11


PLACES = [
    ("Tokayev met Vladimir Putin in Astana on Monday.", "Astana, Kazakhstan"),
    ("Tajikistan opened an embassy in Budapest.", "Budapest, Hungary"),
    ("Mirziyoyev held talks with Xi Jinping in Xi'an, China, in May 2023.", "Xi'an, China"),
    ("Kazakhstan joined the Board of Peace, which is to help in stabilising Gaza.", None),
    ("Uzbekistan and Iran discussed the situation in Afghanistan.", None),
    ("Tajikistan called in Russia's ambassador on Monday.", None),
    ("Tajikistan handed over three convicts to Iran, the prosecutor's office in Dushanbe said.", None),
]


@pytest.mark.parametrize(("text", "place"), PLACES)
def test_a_place_hangs_on_the_move_itself(text: str, place: str | None) -> None:
    assert moves(text)[0].place == place


def test_a_day_without_a_year_goes_on_from_the_year_told_before() -> None:
    text = "In September 2022 Tajik and Kyrgyz forces fought. On 16 September both agreed a truce."
    assert {m.date.isoformat() for m in moves(text) if m.action == "announce"} == {"2022-09-16"}


def test_a_sequel_takes_the_day_of_the_sentence_before() -> None:
    text = (
        "Tokayev visited Baku in March 2024. There, Kazakhstan and Azerbaijan signed a memorandum on transit."
    )
    assert {m.date.isoformat() for m in moves(text)} == {"2024-03-01"}


def test_talks_told_before_are_no_second_meeting() -> None:
    text = (
        "President Tokayev met Hungarian President Tamas Sulyok in Astana on Monday. "
        "Following the negotiations, a joint declaration and eight other documents were signed."
    )
    assert rows(text) == {"KAZ meet HUN", "KAZ sign HUN"}


def test_authors_act_for_nobody() -> None:
    assert not rows("Kazakhstan is large. We call on the State Department to end the policy.")


def test_three_attributes_before_one_noun_are_three_parties() -> None:
    found = rows("Tajik, Uzbek and Russian troops hold joint drills near the Afghan border.")
    assert {"TJK exercise UZB", "TJK exercise RUS"} <= found
    assert not any("AFG" in row for row in found)
