"""Russian moves as a whole: who did what to whom, in short texts written for these tests."""

from __future__ import annotations

import datetime as dt

import pytest

from loaders.coding.coder import code
from tests.coded import triples

THURSDAY = dt.date(2025, 11, 13)


def _rows(text: str) -> set[tuple[str, str, str | None]]:
    coded = code(text, lang="ru", published=THURSDAY)
    return {(m.actor, m.action, m.counterpart) for m in coded.moves}


MOVES = [
    ("Узбекистан отозвал посла из Душанбе.", ("UZB", "withdraw", "TJK")),
    ("Сердару Бердымухамедову Токаев вручил орден Казахстана.", ("KAZ", "support", "TKM")),
    ("Астана обвинила Киев в нападении. В Киеве упрёки отвергли.", ("UKR", "reject", "KAZ")),
    ("Токаев прибыл в Пекин. Стороны подписали соглашение о торговле.", ("KAZ", "sign", "CHN")),
    (
        "Казахстан, Кыргызстан и Узбекистан строят дорогу. Договор о ней три страны подписали в мае.",
        ("KGZ", "sign", "UZB"),
    ),
    ("Между Душанбе и Тегераном отменены визы.", ("TJK", "ease", "IRN")),
    ("Россия не пускает на свой рынок казахстанские помидоры.", ("RUS", "sanction", "KAZ")),
    (
        "Молдавия вышла из семидесяти договоров, Узбекистан стал наблюдателем при ЕАЭС.",
        ("UZB", "join", "EAEU"),
    ),
    (
        "Под окнами российского посольства в Бишкеке скандировали активисты с плакатами.",
        ("KGZ", "protest", "RUS"),
    ),
    ("Бишкек осудил удары Израиля.", ("KGZ", "criticise", "ISR")),
    (
        "Токаев, прибывший в Пекин, отказался отвечать на вопросы.",
        ("KAZ", "visit", "CHN"),
    ),
]


@pytest.mark.parametrize(("text", "row"), MOVES)
def test_a_move_is_found(text: str, row: tuple[str, str, str | None]) -> None:
    assert row in _rows(text)


@pytest.mark.parametrize(
    "text",
    [
        "Казахстан может подписать соглашение с Китаем.",
        "Казахстан не подписал соглашение с Китаем.",
        "Казахстан должен был бы отозвать посла из Пекина, считают эксперты.",
        "Вступит ли Узбекистан в ЕАЭС?",
        "Сообщения о том, что посол Узбекистана в Москве отозван, не соответствуют действительности.",
        "Казахстан, вероятно, вступит в ЕС.",
        "Когда Бердымухамедов отправится в Будапешт, не уточняется.",
        "В Ташкенте открыли двадцать новых фонтанов.",
        "Казахстан и Китай связывают добрые отношения.",
    ],
)
def test_what_is_no_move_gives_nothing(text: str) -> None:
    assert _rows(text) == set()


def test_the_day_before_counts_from_the_day_told_before_the_sentence() -> None:
    text = (
        "В понедельник Токаев и Си Цзиньпин подписали договор в Астане. "
        "Накануне в Акорде прошли переговоры Касым-Жомарта Токаева с Си Цзиньпином."
    )
    coded = code(text, lang="ru", published=THURSDAY)
    assert {m.date for m in coded.moves if m.action == "meet"} == {dt.date(2025, 11, 9)}


def test_a_preposition_inside_each_other() -> None:
    """Russian puts the preposition between the two words: what two do so, stays between the two."""
    assert ("KGZ", "ease", "QAT") in _rows(
        "Афганистан молчал. Кыргызстан и Катар отменили друг для друга визы."
    )
    assert ("KGZ", "clash", "TJK") in _rows(
        "Кыргызские и таджикские пограничники сорок минут палили друг в друга."
    )


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Астана и Москва провели переговоры о воде. Второе заседание назначено на 24 июня.",
            ("KAZ", "announce", "RUS"),
        ),
        (
            "Делегации Узбекистана и Таджикистана обсудили воду. Подписание соглашения намечено на осень.",
            ("TJK", "announce", "UZB"),
        ),
    ],
)
def test_what_goes_on_without_a_subject_is_of_those_told_before(
    text: str, wanted: tuple[str, str, str]
) -> None:
    assert wanted in triples(text, "ru")
