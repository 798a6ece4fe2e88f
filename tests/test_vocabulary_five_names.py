"""Leaders, capitals, seats of power and organisations are found in the five languages with their endings."""

from __future__ import annotations

import datetime as dt

import pytest

from loaders.coding.mentions import find_mentions

DAY = dt.date(2025, 6, 5)
SENTENCES = {
    "kk": """Кеше {}|Жұмада {}|Бұған дейін {}""",
    "ky": """Кечээ {}|Жумада {}|Буга чейин {}""",
    "uz": """Kecha {}|Juma kuni {}|Bungacha {}""",
    "tg": """Дирӯз {}|Рӯзи ҷумъа {}|Пештар {}""",
}
NAMES = """
kk | KAZ | Тоқаев, Тоқаевтың, Ақордада, Астанаға, Нұртілеуге
kk | TUR | Ердоғанмен, Режеп Тайип Ердоғанды, Анкарадан
kk | AZE | Ильхам Әлиевтің, Бакуге
kk | EU | Еуропарламент, Еуропалық одақтың, Брюссельмен
kk | ARE | Әбу-Дабиге, Біріккен Араб Әмірліктерінің
ky | KAZ | Ак-Орданын, Токаевге, Астанадан
ky | TUR | Режеп Тайып Эрдоганга, Эрдоган
ky | EU | Европарламентке, Евробиримдик
ky | OTS | Түрк мамлекеттеринин уюмуна
uz | KAZ | Toʻqayevning, Oqoʻrdada, Ostonaga, Тўқаев
uz | UZB | Oqsaroyda, Mirziyoyevga, Мирзиёевнинг
uz | KGZ | Qamchibek Tashiyevni, Japarov
uz | EU | Yevroparlamentga, Yevrokomissiyadan
tg | CHN | Си Ҷинпин, Си Ҷинпинро, Пекинро
tg | KGZ | Садир Ҷабборов, Ҷабборовро
tg | AZE | Илҳом Алиев
tg | CSTO | СААД, Созмони Аҳдномаи амнияти ҷамъӣ
tg | WTO | Созмони ҷаҳонии савдо
"""
ROWS = [
    (lang, code, name.strip())
    for line in NAMES.strip().splitlines()
    for lang, code, names in [[cell.strip() for cell in line.split("|")]]
    for name in names.split(",")
]


@pytest.mark.parametrize(("lang", "code", "name"), ROWS)
def test_a_name_is_found_after_a_word_that_opens_the_sentence(lang: str, code: str, name: str) -> None:
    for frame in SENTENCES[lang].split("|"):
        assert [m.code for m in find_mentions(frame.format(name), lang, DAY)] == [code]


@pytest.mark.parametrize("text", ["Нұржан Жапаров келді.", "Дастан Жапаров келді."])
def test_a_first_name_at_the_start_still_makes_it_somebody_else(text: str) -> None:
    assert find_mentions(text, "kk", DAY) == []
