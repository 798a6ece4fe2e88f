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


@pytest.mark.parametrize(
    ("text", "row"),
    [
        # a state has a gender, and "he" takes it up where no person was named since
        ("Путин и Макрон спорят. Ташкент молчит. Он выслал двух таджикских дипломатов.", "UZB withdraw TJK"),
        ("Путин вспылил. Ашхабад тоже не церемонился: он выслал дипломата Ирана.", "TKM withdraw IRN"),
        # a people in the plural are "they", and not the pair on stage
        ("Талибы вновь открыли переход. Их делегация в четверг посетила Душанбе.", "AFG visit TJK"),
        ("Туркменам не до песен. В Кушке их пограничники столкнулись с талибами.", "TKM clash AFG"),
        # what means the five, where they were named or met
        (
            "Президенты Центральной Азии встретились в Ташкенте. Жапаров призвал соседей копить воду.",
            "KGZ propose C5",
        ),
        ("Главы государств Центральной Азии встретились в Ташкенте.", "C5 meet None"),
        ("ЕС ценит Центральную Азию. Урсула фон дер Ляйен пообещала региону инвестиции.", "EU announce C5"),
    ],
)
def test_whom_a_word_of_another_sentence_means(text: str, row: str) -> None:
    assert row in coded(text)


def test_two_who_met_are_both_they() -> None:
    text = "Рахмон встретился с талибами. Они договорились построить дорогу."
    assert "TJK announce AFG" in coded(text)


@pytest.mark.parametrize(
    ("text", "row"),
    [
        # what one of the region does in a story about another, it does for that one
        (
            "Кыргызстан обвинил Россию. Москва ответила Бишкеку, что Кыргызстан неправ. "
            "Погорельцам помог Казахстан.",
            "KAZ aid KGZ",
        ),
        # its own border guards are no pair on stage
        (
            "Бишкек и Душанбе подписали договор. Кыргызстан доволен. "
            "Ташкент помог Бишкеку, отведя от Унгар-Тоо своих пограничников.",
            "UZB ease KGZ",
        ),
    ],
)
def test_whom_a_neighbour_means(text: str, row: str) -> None:
    assert row in coded(text)
    assert "KAZ aid RUS" not in coded(text)
    assert "UZB ease TJK" not in coded(text)
