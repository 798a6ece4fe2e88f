"""Who acts in Russian relative clauses and in rows of names, where the forms tell and the order does not."""

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
        # "where" and "to whom" do nothing themselves: the subject of the clause around acts
        ("Токаев в июне посетил Тегеран, где подписал с Масудом Пезешкианом договор.", "KAZ sign IRN"),
        ("Астана предложила консорциум, в который пригласила и Ташкент, и Кабул.", "KAZ propose UZB"),
        # but where a plural has no subject, those at the place act
        ("Поверенного Кабула вызвали в МИД Таджикистана, где ему заявили протест.", "TJK criticise AFG"),
        # whose president
        ("Казахстан, чей президент посетил Тегеран в июне, купит там зерно.", "KAZ visit IRN"),
        # two before a singular verb are its objects
        ("Ереван и Баку сводил Казахстан.", "KAZ mediate ARM"),
        ("Закон о границе с Узбекистаном вчера скрепил своей подписью Садыр Жапаров.", "KGZ ratify UZB"),
        # a noun in another case stands beside nobody
        ("Певца Асанова, прилетевшего из Бишкека, казахстанская полиция задержала.", "KAZ coerce KGZ"),
        # the names of a route are a list
        (
            "В Оше дали старт строительству железной дороги Китай — Кыргызстан — Узбекистан.",
            "KGZ trade UZB",
        ),
    ],
)
def test_who_acts_where_the_order_misleads(text: str, row: str) -> None:
    assert row in coded(text)


def test_whoever_is_told_of_in_a_relative_clause_does_not_act() -> None:
    text = "В МИД Узбекистана был вызван посол России, которому указали на недопустимость такого тона."
    assert "RUS criticise UZB" not in coded(text)


def test_a_place_in_a_relative_clause_does_not_sign() -> None:
    text = "Назарбаев посетил Пекин, где подписал с Си Цзиньпином соглашение."
    assert coded(text).count("KAZ sign CHN") == 1
    assert "CHN sign KAZ" not in coded(text)
