"""Search keys: the spellings of a name meet, whoever wrote them, and different names stay apart."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import make_url

from models import migrating, searching
from models.queries import events
from models.queries.filters import EventFilter
from models.searching import fold, search_key, words
from models.store import Store

SPELLINGS = (
    "Жапаров Japarov Zhaparov Джапаров Dzhaparov Djaparov Žaparow",
    "Тоқаев Tokayev Токаев Tokaev Toqaev Toqayev Тўқаев Toʻqayev",
    "Бердымухамедов Berdimuhamedow Berdymukhammedov Berdymukhamedov Бердімұхамедов Berdimuhamedov",
    "Мирзиёев Мирзиеев Mirziyoyev Mirziyoev Мирзиёев",
    "Раҳмон Рахмон Rahmon Rakhmon Raxmon",
    "Назарбаев Nazarbayev Nazarbaev",
    "Шыңғыс Шынгыс Shyngys Şyñğys",
    "Көшербаев Кошербаев Kosherbayev Kösherbaev",
    "Жээнбеков Жеенбеков Jeenbekov Zheenbekov",
    "Сироҷиддин Сироджиддин Sirojiddin",
    "Бахтиёр Бахтиер Baxtiyor Bakhtiyor",
    "Гүлшат Гулшат Gulshat Gülşat",
    "Қырғызстан Qyrgyzstan Kyrgyzstan",
    "Oʻzbekiston O'zbekiston O‘zbekiston Ўзбекистон",
    "Aşgabat Ашгабат Ashgabat",
    "Əliyev Әлиев Алиев Aliyev Aliev",
    "Çavuşoğlu Чавушоглу",
    "Erdoğan Эрдоган Erdogan",
    "Зеленский Zelensky Zelenskyy Zelenskiy",
    "Дмитрий Dmitriy Dmitry Dmitri",
    "Александр Aleksandr Alexandr",
    "Ильяс Ilyas Ilias",
)


@pytest.mark.parametrize("spellings", SPELLINGS)
def test_the_spellings_of_a_name_have_one_key(spellings: str) -> None:
    assert len({search_key(name) for name in spellings.split()}) == 1


def test_different_names_have_different_keys() -> None:
    names = [group.split()[0] for group in SPELLINGS]
    assert len({search_key(name) for name in names}) == len(names)
    assert search_key("Каримов") != search_key("Керимов")
    assert search_key("2000") == "2000"


def test_other_scripts_stay_as_they_are() -> None:
    assert search_key("习近平 وزير") == "习近平 وزير"


@given(st.text(max_size=60))
def test_a_folded_text_has_the_key_of_the_text(text: str) -> None:
    assert search_key(fold(text)) == search_key(text)
    assert all(search_key(text).split())


@given(st.text(alphabet="абвгдеёжзийклмнопрстуфхцчшщъыьэюяәғқңөұүһіўҳҷӣӯ", min_size=1, max_size=12))
def test_cyrillic_becomes_plain_latin_letters(text: str) -> None:
    assert search_key(text).isascii()


def test_words_are_keys_without_marks() -> None:
    assert words("«Тоқаев», Oʻzbekiston!") == ["tokaev", "ozbekiston"]
    assert words("?! ь") == []


@pytest.mark.sqlite
def test_an_older_database_is_searched_in_any_spelling_after_its_upgrade(tmp_path: Path) -> None:
    path = tmp_path / "old.sqlite"
    migrating.migrate(make_url(f"sqlite:///{path}"), to="0001")
    old = sqlite3.connect(path)
    old.executescript((Path(__file__).parent / "data" / "schema_0001.sql").read_text("utf-8"))
    old.close()
    with Store.open(str(path)) as store:
        assert [events.count(store, EventFilter(search=name)) for name in ("Тоқаев", "putin", "Karimov")] == [
            1, 1, 0,
        ]  # fmt: skip
    raw = sqlite3.connect(path)
    (title,) = raw.execute("SELECT title FROM article").fetchone()
    (found,) = raw.execute(
        "SELECT count(*) FROM article_fts WHERE article_fts MATCH ?", [words(title or "x")[0]]
    ).fetchone()
    assert found == (1 if title else 0)
    raw.close()


def test_a_single_letter_is_a_word_of_its_own() -> None:
    assert searching._fts('K Tokayev "a pact"') == '"k" "tokaev"* "a pakt"'
