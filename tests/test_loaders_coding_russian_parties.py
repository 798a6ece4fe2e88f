"""Who is meant in Russian: the republic, the cabinet, the five, envoys and missions, neighbours."""

from __future__ import annotations

import datetime as dt

import pytest

from loaders.coding.coder import code


def coded(text: str) -> list[str]:
    moves = code(text, lang="ru", published=dt.date(2025, 11, 20), source="Тест").moves
    return [f"{m.actor} {m.action} {m.counterpart}" for m in moves]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        # "the republic" is the state that its sentence has named
        (
            "Таджикистан и Россия провели переговоры. "
            "Учения ОДКБ, намеченные в Кыргызстане, республика принимать отказалась.",
            "KGZ reject CSTO",
        ),
        # a body named after its members is no pair of ministers
        (
            "ЕС ввёл санкции против двух банков Кыргызстана. "
            "Кабинет министров потребовал от Брюсселя извинений.",
            "KGZ demand EU",
        ),
        # a protest at a mission addresses its state, whoever else was on stage
        (
            "Токаев встретился с Макроном. У российского консульства в Алматы активисты развернули плакат.",
            "KAZ protest RUS",
        ),
        ("Жители Оша вышли к консульству Узбекистана с протестом.", "KGZ protest UZB"),
        # the state where an envoy serves summons him
        ("Туркменскому послу в Тегеране заявлен протест.", "IRN criticise TKM"),
        ("Лидеры пятёрки встретились в Ташкенте с председателем Евросовета.", "C5 meet EU"),
        (
            "Глава кыргызского МИД Жээнбек Кулубаев провёл переговоры с индийским коллегой.",
            "KGZ meet IND",
        ),
    ],
)
def test_whom_a_russian_description_means(text: str, row: str) -> None:
    assert row in coded(text)


def test_a_bank_has_no_land_to_visit() -> None:
    text = "АБР отказал Ташкенту в кредите. В среду Саидов был принят премьер-министром."
    assert not any("visit ADB" in row for row in coded(text))


def test_an_application_for_membership_is_no_accession() -> None:
    text = "Ташкент поддержал заявку Астаны на членство в Совбезе ООН."
    assert coded(text) == ["UZB support KAZ"]
