"""Which day a move without a date of its own takes, and which of several dates is its own."""

from __future__ import annotations

import datetime as dt

import pytest

from loaders.coding.coder import code
from loaders.coding.dates import find_dates
from loaders.coding.drafts import MoveDraft

FRIDAY = dt.date(2025, 9, 19)


def move(text: str, action: str, lang: str = "en", published: dt.date = FRIDAY) -> MoveDraft:
    """The article's first move with this action."""
    moves = code(text, lang=lang, published=published, source="Test").moves
    found = [m for m in moves if m.action == action]
    assert found, [(m.actor, m.action, m.counterpart) for m in moves]
    return found[0]


def day(text: str, action: str, lang: str = "en") -> str:
    return str(move(text, action, lang).date)


MET = "President Tokayev met Chinese President Xi Jinping in Astana on Tuesday. "
MET_RU = "Президент Токаев во вторник встретился в Астане с председателем КНР Си Цзиньпином. "


@pytest.mark.parametrize(
    ("text", "action", "lang"),
    [
        (MET + "The two leaders signed a treaty on water.", "sign", "en"),
        (MET + "\n\nThe guest invited Tokayev to Beijing.", "propose", "en"),
        (MET_RU + "Стороны подписали договор о водных ресурсах.", "sign", "ru"),
        (MET_RU + "\n\nГость пригласил Токаева в Пекин.", "propose", "ru"),
    ],
)
def test_what_is_done_at_a_meeting_takes_its_day(text: str, action: str, lang: str) -> None:
    assert day(text, action, lang) == "2025-09-16"


@pytest.mark.parametrize(
    ("text", "action", "lang"),
    [
        (
            "Russia banned imports of Kazakh wheat on Tuesday. Astana rejected the accusations.",
            "reject",
            "en",
        ),
        ("Россия во вторник запретила ввоз пшеницы из Казахстана. Астана упрёки отвергла.", "reject", "ru"),
        (MET + "\n\nRussia praised the treaty between Kazakhstan and China.", "support", "en"),
        (MET + "Earlier, Kazakhstan extradited two men to China.", "extradite", "en"),
        (MET_RU + "Ранее Казахстан экстрадировал в Китай двух человек.", "extradite", "ru"),
    ],
)
def test_the_answer_of_another_party_has_its_own_day(text: str, action: str, lang: str) -> None:
    assert move(text, action, lang).date_basis == "published"


def test_the_next_day_counts_from_the_day_told_before() -> None:
    text = "The EU sanctioned two Kyrgyz banks on Monday. The next day Kyrgyzstan condemned the EU."
    assert day(text, "criticise") == "2025-09-16"
    text = (
        "ЕС в понедельник ввёл санкции против банков Кыргызстана. На следующий день Бишкек осудил решение ЕС."
    )
    assert day(text, "criticise", "ru") == "2025-09-16"


def test_a_day_told_without_a_party_counts_too() -> None:
    text = (
        "Uzbek and Afghan officials held talks in Termez. It all began last Friday. "
        "Three days later Uzbekistan sent a convoy with humanitarian aid to Afghanistan."
    )
    assert day(text, "aid") == "2025-09-15"


def test_the_first_day_told_is_that_of_the_opening() -> None:
    text = "Узбекистан вызвал посла России и вручил ему ноту протеста. Беседа прошла в среду."
    assert day(text, "criticise", "ru") == "2025-09-17"
    assert move(text, "criticise", "ru").date_basis == "inherited"


def test_an_arrival_the_day_before_does_not_move_the_scene() -> None:
    text = (
        "Kazakhstan and Azerbaijan signed a treaty in Astana on Wednesday. "
        "President Aliyev had arrived in Kazakhstan the day before.\n\n"
        "Tokayev invited his guest to Turkistan."
    )
    assert day(text, "visit") == "2025-09-16"
    assert day(text, "propose") == "2025-09-17"


def test_a_step_in_one_sentence_counts_from_the_date_before_it() -> None:
    text = (
        "В январе 2016 года Россия разорвала договор с Туркменистаном, "
        "а тремя годами позже возобновила закупки туркменского газа."
    )
    assert day(text, "trade", "ru") == "2019-01-01"


def test_the_day_of_the_report_is_that_of_a_planned_visit() -> None:
    found = move(
        "Emir Tamim will visit Kazakhstan on 10 October, his spokesman said on Wednesday.", "announce"
    )
    assert (str(found.date), str(found.planned_for)) == ("2025-09-17", "2025-10-10")


def test_background_hands_on_its_month_to_the_answer_alone() -> None:
    text = (
        "In September 2021 Tajikistan gave shelter to Afghan politicians. "
        "In response the Taliban accused Tajikistan of meddling. "
        "The Taliban demanded guarantees from Tajikistan."
    )
    assert day(text, "criticise") == "2021-09-01"
    assert move(text, "demand").date_basis == "published"


@pytest.mark.parametrize(
    ("text", "lang", "wanted", "precision"),
    [
        ("A fortnight later it ratified the treaty.", "en", "2025-09-24", "day"),
        ("On the second day of his stay they met.", "en", "2025-09-11", "day"),
        ("Days after it they called.", "en", "2025-09-01", "month"),
        ("Kyiv answered within hours.", "en", "2025-09-10", "day"),
        ("Во второй день визита они встретились.", "ru", "2025-09-11", "day"),
        ("Через несколько дней они встретились.", "ru", "2025-09-01", "month"),
        ("Через несколько часов они ответили.", "ru", "2025-09-10", "day"),
    ],
)
def test_steps_from_the_scene(text: str, lang: str, wanted: str, precision: str) -> None:
    (span,) = find_dates(text, lang, FRIDAY)
    found = span.resolve(dt.date(2025, 9, 10))
    assert (str(found[0]), found[1]) == (wanted, precision)


def test_the_same_day_counts_from_no_coarser_date() -> None:
    text = (
        "Kazakhstan and Uzbekistan signed a protocol in Tashkent on Wednesday. "
        "The border was agreed in 2002. "
        "On the same day Uzbekistan handed over a shipment of medicine to Kazakhstan."
    )
    assert day(text, "aid") == "2025-09-17"


def test_an_appointment_without_a_year_is_one_to_come() -> None:
    found = move(MET_RU + "Следующая встреча Токаева и Си Цзиньпина назначена на 14 мая.", "announce", "ru")
    assert (found.date_basis, str(found.planned_for)) == ("published", "2026-05-14")


def test_that_afternoon_is_as_coarse_as_the_sentence_before() -> None:
    text = (
        "In July President Mirziyoyev met Iranian President Masoud Pezeshkian in Tashkent. "
        "That afternoon Uzbekistan and Iran signed a memorandum on transit."
    )
    assert (day(text, "sign"), move(text, "sign").date_precision) == ("2025-07-01", "month")


def test_then_goes_on_from_the_sentence_before() -> None:
    text = (
        "In September 2022 Kyrgyz and Tajik forces clashed on the border. "
        "Kyrgyzstan then closed the border with Tajikistan."
    )
    assert day(text, "coerce") == "2022-09-01"


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        (MET + "Trade had fallen in February. The same day Kazakhstan and China signed a memorandum.", "en"),
        (
            MET_RU + "Товарооборот вырос в феврале. В тот же день Казахстан и Китай подписали меморандум.",
            "ru",
        ),
    ],
)
def test_the_same_day_is_the_full_day_told_before_a_month(text: str, lang: str) -> None:
    assert day(text, "sign", lang) == "2025-09-16"


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("Kazakhstan protested to Russia, and on Tuesday expelled a Russian diplomat.", "criticise"),
        ("Pakistan has lifted its ban on Uzbek cotton, and Tashkent thanked it on Monday.", "ease"),
    ],
)
def test_what_dates_the_second_clause_does_not_date_the_first(text: str, action: str) -> None:
    assert move(text, action).date_basis == "published"


def test_the_last_date_of_two_clauses_with_one_subject_is_that_of_both() -> None:
    assert day("Tokayev met Xi Jinping and signed a treaty with China on Tuesday.", "meet") == "2025-09-16"


def test_a_date_within_what_came_before_is_no_date_of_the_move() -> None:
    text = "Kazakhstan sent tents to Tajikistan on Tuesday, its second shipment after the quake in May 2023."
    assert day(text, "aid") == "2025-09-16"


def test_a_new_dateline_ends_the_scene() -> None:
    text = (
        "BISHKEK. Kyrgyzstan and Tajikistan signed a treaty on Tuesday.\n\n"
        "DUSHANBE. Tajikistan began selling electricity to Kyrgyzstan."
    )
    assert move(text, "trade").date_basis == "published"


def test_since_then_is_no_sequel() -> None:
    text = (
        "On Tuesday Afghanistan threatened Tajikistan with retaliation. "
        "Since then Afghan troops have been massed on the Tajik border."
    )
    assert move(text, "mobilise").date_basis == "published"


def test_what_is_signed_at_a_meeting_is_not_what_was_signed_years_ago() -> None:
    text = MET + "The two signed a memorandum on water. Kazakhstan and China signed a treaty in 2014."
    days = [
        str(m.date) for m in code(text, lang="en", published=FRIDAY, source="T").moves if m.action == "sign"
    ]
    assert sorted(days) == ["2014-01-01", "2025-09-16"]


def test_a_month_told_as_past_is_past_however_long_ago_it_was() -> None:
    text = (
        "In January Kyrgyz and Tajik troops clashed on the border, "
        "and the same month Kyrgyzstan closed its border with Tajikistan."
    )
    assert day(text, "coerce") == "2025-01-01"


def test_the_day_goes_on_after_a_step_back() -> None:
    text = (
        "The foreign ministers of Kyrgyzstan and Tajikistan met in Batken on Tuesday, and on the eve of the "
        "talks Tajikistan had released a Kyrgyz driver. "
        "Kyrgyzstan reopened its border with Tajikistan within hours."
    )
    assert day(text, "ease") == "2025-09-15"
    found = [m for m in code(text, lang="en", published=FRIDAY, source="T").moves if m.actor == "KGZ"]
    assert [str(m.date) for m in found if m.action == "ease"] == ["2025-09-16"]
