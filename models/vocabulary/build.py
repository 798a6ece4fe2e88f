"""Compiles `actors/*.yml`, the gazetteer, CLDR names and Russian case forms into `compiled/`.

Run `python -m models.vocabulary.build` after every change of an entry. The result is the same on every
machine and is kept in the repository, so that reading needs neither CLDR nor a morphology.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from babel import Locale

from models.vocabulary.catalogue import CENTRAL_ASIA, COMPILED, actors
from models.vocabulary.cities import City
from models.vocabulary.cities import read as read_cities
from models.vocabulary.neighbour_forms import (
    CYRILLIC,
    DEMONYM_ENDINGS,
    ROMAN,
    Forms,
    every,
    in_script,
    romanised,
    same,
    softened,
)
from models.vocabulary.russian_forms import counted_forms, person_forms, phrase_forms, word_forms
from models.vocabulary.source import ActorSource, PersonSource, read_not_actors, read_sources
from models.vocabulary.spelling import LANGS, SUFFIXING, key, words


def cldr_names(iso2: str, lang: str) -> list[str]:
    """CLDR's names of a territory in a language, both scripts in Uzbek."""
    locales = ("uz", "uz_Cyrl") if lang == "uz" else (lang,)
    found = [Locale.parse(locale).territories.get(iso2) for locale in locales]
    return [re.sub(r"\s*\(.*\)", "", name) for name in found if name]


class Table:
    """The lines of one language's compiled file."""

    def __init__(self, lang: str) -> None:
        self.lang = lang
        self.lines: list[str] = []

    def add(self, code: str, kind: str, name: str, guard: str, forms: Iterable[str]) -> None:
        """One alias line; forms without any letter are dropped, doubled ones too."""
        kept = list(dict.fromkeys(form for form in forms if any(True for _ in words(form))))
        if kept:
            self.lines.append("\t".join((code, kind, name, guard, "|".join(kept))))

    def add_actor(self, actor: ActorSource) -> None:
        """The names, adjectives, metonyms and places of one actor."""
        kind = "name" if actor.kind == "state" else actor.kind
        noun = phrase_forms if self.lang == "ru" else same
        word = word_forms if self.lang == "ru" else same
        names = self._names(actor)
        self._add_spelt(actor, kind, names, noun)
        self._add_spelt(actor, "adjective", self._adjectives(actor, names), word)
        self._add_spelt(actor, "metonym", self._metonyms(actor, names), noun)
        for place in actor.places.get(self.lang, []):
            guard = "middle" if place in actor.careful.get(self.lang, []) else ""
            town = towns().get((actor.code, key(place)), place)
            self.add(actor.code, "place", town, guard, noun(place))

    def _add_spelt(self, actor: ActorSource, kind: str, spelt: list[str], forms: Forms) -> None:
        english = display_names(actor)["en"]
        careful = actor.careful.get(self.lang, [])
        self.add(actor.code, kind, english, "", every(forms, (s for s in spelt if s not in careful)))
        self.add(actor.code, kind, english, "middle", every(forms, (s for s in spelt if s in careful)))

    def _names(self, actor: ActorSource) -> list[str]:
        cldr = cldr_names(actor.iso2, self.lang) if actor.iso2 else []
        if self.lang == "en":  # CLDR writes "St. Kitts & Nevis"
            cldr += [name.replace(" & ", " and ").replace("St. ", "Saint ") for name in cldr]
        shown = [actor.name[self.lang]] if self.lang in actor.name else []
        names = shown + cldr + actor.names.get(self.lang, [])
        if self.lang in CYRILLIC:  # Russian abbreviations are used by the neighbours too
            names += [
                name for name in [actor.name.get("ru", ""), *actor.names.get("ru", [])] if name.isupper()
            ]
        return [*dict.fromkeys(names), *softened(names, self.lang)]

    def _adjectives(self, actor: ActorSource, names: list[str]) -> list[str]:
        own = actor.adjectives.get(self.lang, [])
        if actor.kind != "state":
            return own
        towns = [actor.capital[self.lang]] if self.lang in actor.capital else []
        single = [
            name.lower() for name in names + towns if name.isalpha() and not name.isupper() and len(name) > 4
        ]
        return [*own, *(name + ending for name in single for ending in DEMONYM_ENDINGS.get(self.lang, ()))]

    def _metonyms(self, actor: ActorSource, names: list[str]) -> list[str]:
        capital, russian = actor.capital.get(self.lang), actor.capital.get("ru")
        metonyms = [capital] if capital else []
        if russian and not capital and russian not in actor.careful.get("ru", []):
            metonyms += [russian] if self.lang in CYRILLIC else []
            metonyms += [romanised(russian, self.lang)] if self.lang in ROMAN else []
        metonyms += actor.metonyms.get(self.lang, [])
        metonyms = [name for name in dict.fromkeys(metonyms) if name not in names]
        return metonyms + softened(metonyms, self.lang)

    def add_cities(self) -> None:
        """The cities of the gazetteer under spellings that nothing else bears, a city's main name first."""
        taken = {key(form) for line in self.lines for form in line.rpartition("\t")[2].split("|")}
        forms = phrase_forms if self.lang == "ru" else same
        guard = "middle" if self.lang in SUFFIXING else "after"
        least = 5 if self.lang in SUFFIXING else 3  # a short root meets too many words with endings
        spelt = [(city, self._city_names(city)) for city in read_cities() if not _is_capital(city)]
        if self.lang in SUFFIXING:
            spelt = [(city, names) for city, names in spelt if city.state in CENTRAL_ASIA]
        main = {key(names[0]) for _, names in spelt if names} if self.lang == "en" else set()
        for city, names in spelt:
            free = [
                n
                for n in names
                if key(n) not in taken and len(n) >= least and (n is names[0] or key(n) not in main)
            ]
            taken.update(key(name) for name in free)
            self.add(city.state, "place", town(city), guard, every(forms, free))

    def _city_names(self, city: City) -> list[str]:
        """Spellings in the scripts of the language, the main one first."""
        if self.lang == "en":
            return list(city.names)
        if self.lang == "ru":
            return list(city.russian)
        names = [*city.russian, *city.neighbour] if self.lang in CYRILLIC else []
        if self.lang in ROMAN:
            names = [*city.names[:2], *(romanised(name, self.lang) for name in city.russian[:1]), *names]
        return names

    def add_person(self, person: PersonSource) -> None:
        """Full names; single words that are safe alone; short names that need the full one before."""
        forms = person_forms if self.lang == "ru" else same
        spelt = self._spelt([person.name, *person.spelt])
        full = [name for name in spelt if " " in name]
        alone = [name for name in spelt if " " not in name]
        short = self._spelt(person.short)
        if person.bare or not short:
            last = [name.split()[-1] for name in full]
            (alone if person.bare else short).extend(
                word for word in last if not re.fullmatch("[IVX]+", word)
            )
        code = person.roles[-1].code
        self.add(code, "person", person.name, "", every(forms, full))
        self.add(code, "person", person.name, "surname", every(forms, alone))
        self.add(code, "person", person.name, "known", every(forms, (s for s in short if s not in alone)))

    def _spelt(self, names: list[str]) -> list[str]:
        spelt = [name for name in names if in_script(name, self.lang)]
        if self.lang in ROMAN:
            russian = [name for name in names if re.fullmatch("[а-яё \\-]+", name.lower())]
            spelt += [romanised(name, self.lang) for name in russian]
        return list(dict.fromkeys(spelt))


@cache
def towns() -> Mapping[tuple[str, str], str]:
    """The English name of a town by its state and the key of any of its spellings."""
    found: dict[tuple[str, str], str] = {}
    for city in read_cities():
        for name in (*city.names, *city.russian, *city.neighbour, *_romanised(city)):
            found.setdefault((city.state, key(name)), town(city))
    return found


def _is_capital(city: City) -> bool:
    """Whether the entry of the state has the city already: it speaks for the state."""
    capital = actors()[city.state].capital.values()
    return any(name in capital for name in (*city.names, *city.russian, *city.neighbour))


def town(city: City) -> str:
    """The name to show: as the entry of the state spells it in English, else the gazetteer's."""
    return next((name for name in city.names if (city.state, name) in _usual()), city.name)


@cache
def _usual() -> frozenset[tuple[str, str]]:
    return frozenset((a.code, name) for a in read_sources() for name in a.places.get("en", ()))


def _romanised(city: City) -> list[str]:
    return [romanised(name, lang) for name in city.russian[:1] for lang in ROMAN]


def display_names(actor: ActorSource) -> dict[str, str]:
    """The name to show per language: the entry's own, else CLDR's."""
    shown = {}
    for lang in LANGS:
        cldr = cldr_names(actor.iso2, lang) if actor.iso2 else []
        name = actor.name.get(lang) or (cldr[0] if cldr else "")
        if name:
            shown[lang] = name
    return shown


def merged_people(actors: Iterable[ActorSource]) -> list[PersonSource]:
    """People by name, with the offices from all files in the order of their start."""
    found: dict[str, PersonSource] = {}
    for actor in actors:
        for person in actor.people:
            old = found.get(person.name, PersonSource(person.name, [], [], True, []))
            found[person.name] = PersonSource(
                name=person.name,
                spelt=list(dict.fromkeys([*old.spelt, *person.spelt])),
                short=list(dict.fromkeys([*old.short, *person.short])),
                bare=person.bare and old.bare,
                roles=sorted([*old.roles, *person.roles], key=lambda role: role.start),
            )
    return list(found.values())


@cache
def compiled() -> Mapping[str, str]:
    """The text of every compiled file by name."""
    sources = list(read_sources())
    folk = merged_people(sources)
    catalogue = {
        "actors": [
            {
                "code": actor.code,
                "kind": actor.kind,
                "name": display_names(actor),
                "capital": actor.capital,
                "iso2": actor.iso2 or None,
                "colour": actor.colour or None,
                "centre": actor.centre,
            }
            for actor in sources
        ],
        "people": [
            {"name": person.name, "roles": [[r.code, r.title, r.start, r.end] for r in person.roles]}
            for person in folk
        ],
    }
    files = {"actors.json": json.dumps(catalogue, ensure_ascii=False, indent=0) + "\n"}
    blocked = read_not_actors()
    for lang in LANGS:
        table = Table(lang)
        for actor in sources:
            table.add_actor(actor)
        for person in folk:
            table.add_person(person)
        forms = counted_forms if lang == "ru" else same
        table.add("", "block", "", "", every(forms, blocked.get(lang, [])))
        table.add_cities()
        files[f"{lang}.tsv"] = "\n".join(table.lines) + "\n"
    return files


def main(folder: Path = COMPILED) -> None:
    """Write the compiled files."""
    folder.mkdir(exist_ok=True)
    for name, text in compiled().items():
        (folder / name).write_text(text, "utf-8")


if __name__ == "__main__":
    main()
