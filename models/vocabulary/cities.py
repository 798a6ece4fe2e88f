"""The cities of the gazetteer: where a move may have taken place.

`cities/cities.tsv` holds every city of the world with 100,000 people or more and every town of Central Asia
with 5,000 or more, from GeoNames (see cities/README.md for its licence). It is made by::

    python -m models.vocabulary.cities CITIES.json

from an extract of GeoNames in JSON: a mapping to objects with `geonameid`, `name`, `countrycode`,
`population`, `latitude`, `longitude` and `alternatenames`.
"""

from __future__ import annotations

import csv
import json
import re
import sys
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import astuple, dataclass, fields
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

from models.vocabulary.catalogue import actors
from models.vocabulary.neighbour_forms import romanised
from models.vocabulary.spelling import key

FOLDER = Path(__file__).parent / "cities"
FILE = FOLDER / "cities.tsv"
ORDINARY = FOLDER / "ordinary.txt"  # names that are ordinary words or people more often than cities
HOME = frozenset({"KZ", "KG", "TJ", "TM", "UZ"})
ALIKE = 0.45  # of the letters, in the order of both: Мюнхен and Munich share 0.46, Верный and Almaty 0.17
WORLD_PEOPLE, HOME_PEOPLE = 100_000, 5_000
_RUSSIAN = re.compile(r"[А-ЯЁ][а-яё]+(?:[ -][А-ЯЁа-яё][а-яё]*)*")
_NEIGHBOUR = re.compile(
    r"(?=.*[ӘәҒғҚқҢңӨөҰұҮүҺһІіЎўҲҳҶҷӢӣӮӯ])[А-ЯЁӘҒҚҢӨҰҮҺІЎҲҶӢӮ][а-яёәғқңөұүһіўҳҷӣӯ]+(?:[ -]\w+)*"
)
_LATIN = re.compile(r"[A-Z][a-z'’]{3,}(?:[ -][A-Z][a-z'’]+)?")
_PLAIN = str.maketrans(
    {"ı": "i", "ø": "o", "ł": "l", "đ": "d", "ß": "ss", "æ": "ae", "ʻ": "'", "ʼ": "'", "’": "'", "‘": "'"}
)


@dataclass(frozen=True, slots=True)
class City:
    """A city: `state` its code, `people` its population, degrees north and east, and its spellings.

    `names` are Latin, `russian` Russian in the nominative, `neighbour` in the Cyrillic of Kazakh, Kyrgyz,
    Uzbek or Tajik; the first of `names` is the one to show.
    """

    id: int
    state: str
    people: int
    latitude: float
    longitude: float
    names: tuple[str, ...]
    russian: tuple[str, ...]
    neighbour: tuple[str, ...]

    @property
    def name(self) -> str:
        """The English name."""
        return self.names[0]


def read(path: Path = FILE) -> Iterator[City]:
    """All cities, the most populous first."""
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            id_, state, people, north, east, *spelt = row
            if id_ != "id":
                names, russian, neighbour = (tuple(filter(None, s.split("|"))) for s in spelt)
                yield City(int(id_), state, int(people), float(north), float(east), names, russian, neighbour)


def extract(raw: Iterable[Mapping[str, Any]]) -> list[City]:
    """The cities that the gazetteer keeps, of states that the vocabulary knows."""
    codes = {actor.iso2: actor.code for actor in actors().values() if actor.iso2 and actor.kind == "state"}
    ordinary = set(ORDINARY.read_text("utf-8").split())
    cities = []
    for row in raw:
        home = row["countrycode"] in HOME
        state = codes.get(row["countrycode"])
        if plain(row["name"]) in ordinary:
            continue
        if state is None or row["population"] < (HOME_PEOPLE if home else WORLD_PEOPLE):
            continue
        name = plain(row["name"]).strip("'‘’ ")
        others = [other for other in row["alternatenames"] if _sounds_like(other, name)]
        cities.append(
            City(
                row["geonameid"],
                state,
                row["population"],
                round(row["latitude"], 3),
                round(row["longitude"], 3),
                _once([name, row["name"].replace("’", "'"), *(_those(_LATIN, others) if home else [])]),
                _once(_those(_RUSSIAN, others)),
                _once(_those(_NEIGHBOUR, others)),
            )
        )
    return sorted(cities, key=lambda city: (-city.people, city.id))


def plain(name: str) -> str:
    """A name without marks, as agencies write it: "Ürümqi" as "Urumqi"."""
    bare = unicodedata.normalize("NFKD", name.translate(_PLAIN))
    return "".join(c for c in bare if not unicodedata.combining(c))


def _sounds_like(other: str, name: str) -> bool:
    """Whether a spelling is the same name: not the Almaty of 1910, nor a name in translation."""
    latin = plain(romanised(other, "uz")).lower()
    return SequenceMatcher(None, latin, name.lower()).ratio() >= ALIKE


def _those(pattern: re.Pattern[str], names: Iterable[str]) -> list[str]:
    return [name for name in names if pattern.fullmatch(name)]


def _once(names: Iterable[str]) -> tuple[str, ...]:
    """Spellings that the search can tell apart, in their order."""
    found: dict[str, str] = {}
    for name in filter(None, names):
        found.setdefault(key(name), name)
    return tuple(found.values())


def main(source: Path, path: Path = FILE) -> None:
    """Write the gazetteer from an extract of GeoNames."""
    cities = extract(json.loads(source.read_text("utf-8")).values())
    with path.open("w", encoding="utf-8", newline="") as lines:
        rows = csv.writer(lines, delimiter="\t", quoting=csv.QUOTE_NONE, lineterminator="\n")
        rows.writerow(field.name for field in fields(City))
        for city in cities:
            rows.writerow("|".join(v) if isinstance(v, tuple) else v for v in astuple(city))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
