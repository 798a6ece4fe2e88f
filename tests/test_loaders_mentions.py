"""Finding states, organisations and people in text."""

from __future__ import annotations

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
