"""The gazetteer: what it holds, and that a town in a text is shown by its English name."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest

from loaders.coding.coder import code
from loaders.coding.mentions import find_mentions
from models.vocabulary import CENTRAL_ASIA, actors
from models.vocabulary.cities import HOME_PEOPLE, ORDINARY, WORLD_PEOPLE, extract, main, read

DAY = dt.date(2025, 6, 2)


def test_every_city_is_of_a_known_state_and_large_enough() -> None:
    cities = list(read())
    assert len(cities) > 6_000
    for city in cities:
        assert actors()[city.state].kind == "state"
        assert city.people >= (HOME_PEOPLE if city.state in CENTRAL_ASIA else WORLD_PEOPLE)
        assert abs(city.latitude) <= 90
        assert abs(city.longitude) <= 180
        assert city.name.isascii() or city.name[0].isalpha()
    assert sum(city.state in CENTRAL_ASIA for city in cities) > 500


def test_the_licence_stands_beside_the_data() -> None:
    assert "Creative Commons Attribution 4.0" in ORDINARY.with_name("README.md").read_text("utf-8")


@pytest.mark.parametrize(
    ("lang", "text", "names"),
    [
        ("en", "The ministers met in Munich and then in Rotterdam.", ["Munich", "Rotterdam"]),
        ("ru", "Министры встретились в Мюнхене, а затем в Фергане.", ["Munich", "Fergana"]),
        ("uz", "Vazirlar Termizda uchrashdi.", ["Termez"]),
        ("kk", "Кездесу Алматыда өтті.", ["Almaty"]),
    ],
)
def test_a_town_bears_its_english_name_in_every_language(lang: str, text: str, names: list[str]) -> None:
    found = [m.name for m in find_mentions(text, lang, DAY, places=True) if m.kind == "place"]
    assert found == names


@pytest.mark.parametrize(
    "text", ["The talks, said Florence Parly, had failed.", "Florence wrote a note.", "He spoke of Lincoln."]
)
def test_a_persons_name_is_no_town(text: str) -> None:
    assert not [m for m in find_mentions(text, "en", DAY, places=True) if m.kind == "place"]


@pytest.mark.parametrize(
    ("lang", "text", "place"),
    [
        ("ru", "Президент Казахстана встретился с президентом Кыргызстана в Бишкеке.", "Bishkek, Kyrgyzstan"),
        ("en", "Kazakhstan and Germany signed a memorandum in Munich.", "Munich, Germany"),
    ],
)
def test_the_place_of_a_move_is_written_in_english(lang: str, text: str, place: str) -> None:
    assert code(text, lang=lang, published=DAY).moves[0].place == place


def test_the_extract_keeps_large_cities_and_spellings_of_the_same_name(tmp_path: Path) -> None:
    row = {
        "geonameid": 1,
        "name": "Ürümqi",
        "countrycode": "CN",
        "population": 3_000_000,
        "latitude": 43.80096,
        "longitude": 87.60046,
        "alternatenames": ["URC", "Tihwa", "Урумчи", "Дихуа", "Үрімші"],
    }
    small = row | {"geonameid": 2, "population": 99_999}
    unknown = row | {"geonameid": 3, "countrycode": "XX"}
    (city,) = extract([row, small, unknown])
    assert (city.state, city.latitude) == ("CHN", 43.801)
    assert city.names == ("Urumqi",) or city.names == ("Urumqi", "Ürümqi")
    assert city.russian == ("Урумчи",)

    source = tmp_path / "cities.json"
    source.write_text('{"1": ' + json.dumps(row) + "}", "utf-8")
    main(source, tmp_path / "cities.tsv")
    assert list(read(tmp_path / "cities.tsv")) == [city]
