"""Finding states, organisations and people in text."""

from __future__ import annotations

import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.coding.mentions import find_mentions
from models.vocabulary import LANGS

DAY = date(2025, 11, 6)


def codes(text: str, lang: str = "en") -> list[str]:
    return [mention.code for mention in find_mentions(text, lang, DAY)]


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("en", "Kazakhstan's Kassym-Jomart Tokayev met Xi Jinping in Beijing.", ["KAZ", "KAZ", "CHN", "CHN"]),
        ("en", "The U.S. and the US told us so.", ["USA", "USA"]),
        ("en", "The People's Republic of China and Türkiye", ["CHN", "TUR"]),
        ("en", "Leaders met in the C5+1 format.", ["C5+1"]),
        ("ru", "Касым-Жомартом Токаевым и Жапарову", ["KAZ", "KGZ"]),
        ("ru", "казахстанско-китайская граница", ["KAZ", "CHN"]),
        ("ru", "вступила в Шанхайскую организацию сотрудничества", ["SCO"]),
        ("ru", "Президент Кыргызской Республики", ["KGZ"]),
        ("kk", "Қазақстанның Қытайға сапары", ["KAZ", "CHN"]),
        ("ky", "Кыргызстандын Россияга", ["KGZ", "RUS"]),
        ("uz", "O‘zbekistonning Qozog'istonga, Қирғизистондан", ["UZB", "KAZ", "KGZ"]),
        ("tg", "Тоҷикистонро бо Ӯзбекистон", ["TJK", "UZB"]),
        ("tk", "Türkmenistanyň Russiýadan", ["TKM", "RUS"]),
    ],
)
def test_names_are_found(lang: str, text: str, expected: list[str]) -> None:
    assert codes(text, lang) == expected


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Air Astana flew; he read the Washington Post."),
        ("en", "Michael Jordan played."),
        ("en", "tell us about turkey and china plates"),
        ("en", "The champion Daniil Medvedev won."),
        ("ru", "Того же мнения он не держался, и того мало."),
        ("ru", "Матч выиграл ФК «Астана»."),
    ],
)
def test_look_alikes_are_not(lang: str, text: str) -> None:
    assert codes(text, lang) == []


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        # states: old names, official names, abbreviations, demonyms
        (
            "en",
            "Kirghizia and the Kyrgyz Republic; Kyrgyzstani, Tajikistani and Emirati firms",
            "KGZ KGZ KGZ TJK ARE",
        ),
        ("en", "the People's Republic of China, the PRC and the UK", "CHN CHN GBR"),
        ("ru", "Киргизией, КНР, РФ, в США и ОАЭ, Поднебесной", "KGZ CHN RUS USA ARE CHN"),
        ("ru", "казахстанско-российский, кыргызстанцев, туркменскую", "KAZ RUS KGZ TKM"),
        ("ru", "ЕАБР, ЕБРР, АБР и Всемирным банком", "EDB EBRD ADB WB"),
        # capitals, seats of power, institutions, state companies
        ("en", "Akorda, the Kremlin, the State Department, Zhongnanhai, Brussels", "KAZ RUS USA CHN EU"),
        ("en", "Rosatom, KazMunayGas, Turkmengaz, SOCAR and CNPC", "RUS KAZ TKM AZE CHN"),
        ("ru", "Акорде, Белым домом, Госдепом, Куксарое, Жогорку Кенешем", "KAZ USA USA UZB KGZ"),
        ("en", "The Taliban told Kabul's envoys", "AFG AFG"),
        # organisations and treaties
        ("en", "UNHCR, UNICEF and the World Health Organization", "UN UN UN"),
        ("en", "the Council of Peace and the Abraham Accords", "Board of Peace|Abraham Accords"),
        ("ru", "к Авраамовым соглашениям и Совету мира", "Abraham Accords|Board of Peace"),
        ("ru", "страны Центральной Азии; формат «ЦА + США»; С5+1", "C5|C5+1|C5+1"),
        ("en", "the five Central Asian states and leaders of Central Asia", "C5 C5"),
        # people
        ("en", "Sadyr Zhaparov, Mirziyoev, Rakhmon and Berdymukhamedov", "KGZ UZB TJK TKM"),
        ("en", "President Kassym-Jomart Kemelevich Tokayev", "KAZ"),
        ("ru", "с Касым-Жомартом Токаевым, Садыру Жапарову, Рахмоном", "KAZ KGZ TJK"),
        ("ru", "Си Цзиньпином, Шойгу и Ван И", "CHN RUS CHN"),
        # the other languages
        ("kk", "АҚШ-тың, БҰҰ-ға, Ресейге, Мәскеуден, Түркиямен, ауған", "USA UN RUS RUS TUR AFG"),
        ("kk", "Қасым-Жомарт Тоқаевтың Путинмен", "KAZ RUS"),
        ("ky", "АКШнын, БУУга, Москвадан, Өзбекстан менен, Талибан", "USA UN RUS UZB AFG"),
        ("ky", "Ошол айда Дүйшөмбү чек арага техника топтогон", "TJK"),
        ("ky", "Дүйшөмбү Бишкекке нота тапшырды.", "TJK KGZ"),
        ("ru", "Гости призвали талибов", "AFG"),
        ("ky", "Садыр Жапаровдун Эрдоганга", "KGZ TUR"),
        ("uz", "AQShning, Ozarbayjonga, Toshkentda, Тошкентдан, АҚШга", "USA AZE UZB UZB USA"),
        ("uz", "Shavkat Mirziyoyevning Putinga", "UZB RUS"),
        ("tg", "Теҳрону Маскав, эронӣ, Толибон, Чинро", "IRN RUS IRN AFG CHN"),
        ("tk", "Aşgabada, Türkiýäniň, Hytaýa, eýran, ABŞ", "TKM TUR CHN IRN USA"),
    ],
)
def test_every_kind_of_name_is_found(lang: str, text: str, expected: str) -> None:
    assert codes(text, lang) == (expected.split("|") if "|" in expected else expected.split())


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Atlanta, Georgia Tech and the Georgia governor"),
        ("en", "Lake Chad, the Gulf of Oman, the Sea of Japan, Latin America"),
        ("en", "Chad said so."),
        ("en", "he told us; it was us"),
        ("en", "Alisher Rakhmonov, an expert, spoke. Later Rakhmonov went on."),
        ("en", "Khan, Li, Wang and Lee were there."),
        ("en", "A Bishkek-based analyst and a Moscow-born one told Vecherniy Bishkek"),
        ("en", "Ambassador Xiao Qinghua of nowhere; the Warsaw Pact; Real Madrid"),
        ("en", "He wrote for the Carnegie Russia Eurasia Center and the Times of Central Asia."),
        ("en", "He came from the East. Timor was far; a guinea pig."),
        ("ky", "Дүйшөмбү күнү, дүйшөмбүдө"),
        ("ru", "Об этом пишут «Российская газета» и «Вечерний Бишкек»"),
        ("en", "RFE/RL's Tajik Service and the Astana Times, 5 million US dollars"),
        ("ru", "Мали того, чад и дым"),
        ("ru", "Эксперт Рахат Алиев сказал. Алиев добавил."),
        ("ru", "Министр учил русский язык в гостинице «Казахстан», 5 тысяч долларов США"),
        ("ru", "Ван и Ли пришли"),
        ("tk", "türki dilli"),
        ("kk", "түркі тілдес"),
    ],
)
def test_homographs_outlets_and_namesakes_are_not(lang: str, text: str) -> None:
    assert codes(text, lang) == []


def test_a_short_name_counts_after_the_full_one() -> None:
    assert codes("Wang left. Wang Yi came. Wang spoke.") == ["CHN", "CHN"]


def test_one_surname_is_the_man_in_office_unless_the_text_names_another() -> None:
    assert names("Japarov came.") == ["Sadyr Japarov"]
    assert names("Akylbek Japarov came. Japarov spoke.") == ["Akylbek Japarov", "Akylbek Japarov"]
    assert names("Berdimuhamedov spoke.", date(2019, 1, 1)) == ["Gurbanguly Berdimuhamedow"]
    assert names("Berdimuhamedov spoke.", date(2024, 1, 1)) == ["Serdar Berdimuhamedow"]


def names(text: str, on: date = date(2023, 5, 1)) -> list[str]:
    return [mention.name for mention in find_mentions(text, "en", on)]


def test_towns_are_found_only_where_asked_for() -> None:
    text = "Talks in Samarkand and Tashkent"
    assert codes(text) == ["UZB"]
    found = find_mentions(text, "en", places=True)
    assert [(mention.kind, mention.text) for mention in found] == [
        ("place", "Samarkand"),
        ("metonym", "Tashkent"),
    ]


def test_a_possessive_is_part_of_a_name_only_inside_it() -> None:
    found = find_mentions("The People’s Republic of China's envoy", "en")
    assert [mention.text for mention in found] == ["People’s Republic of China"]


def test_a_state_and_its_man_are_two_mentions() -> None:
    found = find_mentions("Israel's Katz met Israel Katz.", "en", date(2024, 5, 1))
    assert [mention.text for mention in found] == ["Israel", "Israel Katz"]


def test_abbreviations_keep_their_points_and_endings() -> None:
    assert [mention.text for mention in find_mentions("The U.S. and U.N. agree.", "en")] == ["U.S.", "U.N."]
    assert [mention.text for mention in find_mentions("АҚШ-тың", "kk")] == ["АҚШ"]


def test_a_thousand_sentences_take_no_more_than_seconds() -> None:
    text = (
        "The Kyrgyz president Sadyr Japarov met Kazakhstan's foreign minister in Bishkek on Monday. " * 1000
    )
    find_mentions("Bishkek", "en")
    start = time.process_time()
    found = find_mentions(text, "en", DAY)
    assert time.process_time() - start < 2  # a slip to quadratic time would take minutes
    assert len(found) == 4000


def test_a_person_carries_the_office_of_the_day() -> None:
    (mention,) = find_mentions("Blinken spoke.", "en", date(2023, 3, 1))
    assert (mention.code, mention.role) == ("USA", "Secretary of State")
    (later,) = find_mentions("Blinken spoke.", "en", date(2026, 3, 1))
    assert (later.code, later.role) == ("USA", "")


@given(st.text(max_size=300), st.sampled_from(LANGS))
def test_any_text_gives_true_offsets(text: str, lang: str) -> None:
    check_offsets(text, lang)


PIECES = [
    "Kazakhstan",
    "U.S.",
    "C5+1",
    "Xi",
    "O‘zbekiston",
    "Казахстана",
    "ООН",
    " ",
    ".",
    "-",
    "«",
    "'s",
    "\n",
    "İ",
]


@given(st.lists(st.sampled_from(PIECES), max_size=30), st.sampled_from(LANGS))
def test_joined_names_give_true_offsets(pieces: list[str], lang: str) -> None:
    check_offsets("".join(pieces), lang)


def check_offsets(text: str, lang: str) -> None:
    last = 0
    for mention in find_mentions(text, lang, DAY):
        assert last <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end] == mention.text
        last = mention.end
