"""Compiles `actors/*.yml`, CLDR names and Russian case forms into `compiled/`.

Run `python -m models.vocabulary.build` after every change of an entry. The result is the same on every
machine and is kept in the repository, so that reading needs neither CLDR nor a morphology.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable
from pathlib import Path

from babel import Locale

from models.vocabulary.catalogue import COMPILED
from models.vocabulary.russian_forms import person_forms, phrase_forms, word_forms
from models.vocabulary.source import ActorSource, PersonSource, read_not_actors, read_sources
from models.vocabulary.spelling import LANGS, words

_LOCALES = {
    "en": ["en"],
    "ru": ["ru"],
    "kk": ["kk"],
    "ky": ["ky"],
    "uz": ["uz", "uz_Cyrl"],
    "tg": ["tg"],
    "tk": ["tk"],
}
_LATIN, _CYRILLIC = ("en", "uz", "tk"), ("ru", "kk", "ky", "uz", "tg")
_RUSSIAN = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"
_UZBEK = "a b v g d e yo j z i y k l m n o p r s t u f x s ch sh sh ʼ i  e yu ya"
_TURKMEN = "a b w g d e ýo ž z i ý k l m n o p r s t u f h s ç ş ş  y  e ýu ýa"
_ROMAN = {
    lang: dict(zip(_RUSSIAN, row.split(" "), strict=True)) for lang, row in (("uz", _UZBEK), ("tk", _TURKMEN))
}


def cldr_names(iso2: str, lang: str) -> list[str]:
    """CLDR's names of a territory in a language, both scripts in Uzbek."""
    found = [Locale.parse(locale).territories.get(iso2) for locale in _LOCALES[lang]]
    return [re.sub(r"\s*\(.*\)", "", name) for name in found if name]


def _in_script(spelt: str, lang: str) -> bool:
    cyrillic = bool(re.search("[Ѐ-ӿ]", spelt))
    return lang in (_CYRILLIC if cyrillic else _LATIN)


def _transliterated(name: str, table: dict[str, str]) -> str:
    return "".join(
        table.get(c.lower(), c) if c.islower() or c.lower() not in table else table[c.lower()].capitalize()
        for c in name
    )


def _russian(forms: Callable[[str], list[str]], spellings: Iterable[str]) -> list[str]:
    return [form for spelt in spellings for form in forms(spelt)]


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
        """The names, adjectives and metonyms of one actor."""
        lang, english = self.lang, display_names(actor)["en"]
        careful = actor.careful.get(lang, [])
        names = [name for name in self._names(actor) if name not in careful]
        capital = [actor.capital[lang]] if lang in actor.capital else []
        metonyms = [name for name in capital if name not in names + careful] + actor.metonyms.get(lang, [])
        noun = _identity if lang != "ru" else phrase_forms
        word = _identity if lang != "ru" else word_forms
        kind = "name" if actor.kind == "state" else actor.kind
        self.add(actor.code, kind, english, "", _each(noun, names))
        self.add(actor.code, kind, english, "middle", _each(noun, careful))
        self.add(actor.code, "adjective", english, "", _each(word, actor.adjectives.get(lang, [])))
        self.add(actor.code, "metonym", english, "", _each(noun, metonyms))

    def _names(self, actor: ActorSource) -> list[str]:
        cldr = cldr_names(actor.iso2, self.lang) if actor.iso2 else []
        shown = [actor.name[self.lang]] if self.lang in actor.name else []
        return list(dict.fromkeys(shown + cldr + actor.names.get(self.lang, [])))

    def add_person(self, person: PersonSource) -> None:
        """Full names and, where it is safe, the bare surname."""
        spelt = [name for name in [person.name, *person.spelt] if _in_script(name, self.lang)]
        if self.lang in ("uz", "tk"):
            table = _ROMAN[self.lang]
            spelt += [
                _transliterated(name, table)
                for name in person.spelt
                if re.fullmatch("[а-яё \\-]+", name.lower())
            ]
        full = [name for name in spelt if " " in name]
        bare = [name for name in spelt if " " not in name]
        if person.bare:
            bare += [name.split()[-1] for name in full]
        forms = _identity if self.lang != "ru" else person_forms
        code = person.roles[-1].code
        self.add(code, "person", person.name, "", _each(forms, full))
        self.add(code, "person", person.name, "surname", _each(forms, bare))


def _identity(spelt: str) -> list[str]:
    return [spelt]


def _each(forms: Callable[[str], list[str]], spellings: Iterable[str]) -> list[str]:
    return [form for spelt in spellings for form in forms(spelt)]


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
            old = found.get(person.name)
            roles = sorted([*(old.roles if old else []), *person.roles], key=lambda role: role.start)
            spelt = list(dict.fromkeys([*(old.spelt if old else []), *person.spelt]))
            found[person.name] = PersonSource(
                person.name, spelt, person.bare and (not old or old.bare), roles
            )
    return list(found.values())


def compiled() -> dict[str, str]:
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
        forms = _identity if lang != "ru" else phrase_forms
        table.add("", "block", "", "", _each(forms, blocked.get(lang, [])))
        files[f"{lang}.tsv"] = "\n".join(table.lines) + "\n"
    return files


def main(folder: Path = COMPILED) -> None:
    """Write the compiled files."""
    folder.mkdir(exist_ok=True)
    for name, text in compiled().items():
        (folder / name).write_text(text, "utf-8")


if __name__ == "__main__":
    main()
