"""Checks the vocabulary as a whole and reports every problem at once; `steppe check` prints them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from models.vocabulary.build import compiled, display_names, merged_people
from models.vocabulary.catalogue import CENTRAL_ASIA, COMPILED
from models.vocabulary.source import FOLDER, ActorSource, PersonSource, RoleSource, read_sources
from models.vocabulary.spelling import LANGS, key, words

KINDS = ("state", "organisation", "treaty", "group")
_COLOUR = re.compile("#[0-9A-Fa-f]{6}")


def problems(folder: Path = FOLDER) -> list[str]:
    """Every problem of the entries, each with its file and code; an empty list is good."""
    sources = list(read_sources(folder))
    codes = {actor.code for actor in sources}
    found = [*_doubled_codes(sources), *_missing(codes)]
    for actor in sources:
        where = f"{actor.file}, {actor.code}"
        found += [f"{where}: {what}" for what in _actor_problems(actor)]
        for person in actor.people:
            found += [f"{where}, {person.name}: {what}" for what in _person_problems(person, codes)]
    found += [*_doubled_spellings(sources), *_doubled_surnames(sources)]
    return found if found or folder != FOLDER else list(_out_of_date())


def _doubled_codes(sources: Iterable[ActorSource]) -> Iterator[str]:
    files: dict[str, list[str]] = defaultdict(list)
    for actor in sources:
        files[actor.code].append(actor.file)
    for code, names in files.items():
        if len(names) > 1:
            yield f"code {code} is used {len(names)} times, in {', '.join(names)}"


def _missing(codes: set[str]) -> Iterator[str]:
    for code in (*CENTRAL_ASIA, "C5", "C5+1"):
        if code not in codes:
            yield f"{code} has no entry"


def _actor_problems(actor: ActorSource) -> Iterator[str]:
    if actor.kind not in KINDS:
        yield f"kind {actor.kind!r} is not one of {', '.join(KINDS)}"
    shown = display_names(actor)
    if "en" not in shown:
        yield "has no English name; give name: {en: …} or an iso2 that CLDR knows"
    if actor.kind == "state":
        if not re.fullmatch("[A-Z]{3}", actor.code):
            yield "the code of a state has three capital letters (ISO 3166-1 alpha-3)"
        yield from (f"has no name in {lang}" for lang in LANGS if lang not in shown)
        if actor.centre is None:
            yield "has no centre: [latitude, longitude]"
    if actor.centre and not (abs(actor.centre[0]) <= 90 and abs(actor.centre[1]) <= 180):
        yield f"centre {list(actor.centre)} is not a latitude and a longitude"
    if actor.colour and not _COLOUR.fullmatch(actor.colour):
        yield f"colour {actor.colour!r} is not written #rrggbb"
    for part in (actor.name, actor.capital, actor.names, actor.adjectives, actor.metonyms, actor.places):
        yield from (
            f"language {lang!r} is not one of {', '.join(LANGS)}" for lang in part if lang not in LANGS
        )


def _person_problems(person: PersonSource, codes: set[str]) -> Iterator[str]:
    if not person.roles:
        yield "has no role"
    for role in person.roles:
        yield from (f"{role.title!r}: {what}" for what in _role_problems(role, codes))
    if not any(True for _ in words(person.name)):
        yield "has no name"


def _role_problems(role: RoleSource, codes: set[str]) -> Iterator[str]:
    if role.code not in codes:
        yield f"acts for {role.code!r}, which has no entry"
    bad = [day for day in (role.start, role.end) if day and not _is_day(day)]
    yield from (f"{day!r} is not a day, month or year" for day in bad)
    if not role.start and not role.end:
        yield "has no date: give from or to"
    if not bad and role.start and role.end and role.start > role.end:
        yield f"ends ({role.end}) before it starts ({role.start})"


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _doubled_spellings(sources: Iterable[ActorSource]) -> Iterator[str]:
    """Names, adjectives and metonyms that would stand for two actors in one language."""
    owners: dict[tuple[str, str], set[str]] = defaultdict(set)
    shown: dict[tuple[str, str], str] = {}
    for actor in sources:
        for part in (actor.names, actor.adjectives, actor.metonyms):
            for lang, spellings in part.items():
                for spelt in spellings:
                    owners[lang, (found := _keys(spelt))].add(actor.code)
                    shown[lang, found] = spelt
        for lang, name in {**actor.capital, **display_names(actor)}.items():
            owners[lang, (found := _keys(name))].add(actor.code)
            shown[lang, found] = name
    for (lang, found), codes in owners.items():
        if len(codes) > 1:
            yield f"{shown[lang, found]!r} ({lang}) stands for {' and '.join(sorted(codes))}"


def _doubled_surnames(sources: Iterable[ActorSource]) -> Iterator[str]:
    """Surnames that would count alone for people of two actors."""
    owners: dict[str, dict[str, str]] = defaultdict(dict)
    for person in merged_people(sources):
        full = [person.name, *(name for name in person.spelt if " " in name)]
        alone = [name for name in person.spelt if " " not in name]
        codes = {role.code for role in person.roles}
        for spelt in [*alone, *(name.split()[-1] for name in full if person.bare)]:
            owners[key(spelt)][person.name] = min(codes)
    for surname, people in owners.items():
        if len(set(people.values())) > 1:
            yield f"surname {surname!r} belongs to {' and '.join(people)}: give bare: false to one or to all"


def _keys(spelt: str) -> str:
    """Keys of the words, capitals kept for abbreviations: "US" is not "us"."""
    return " ".join(word.bare if word.bare.isupper() else key(word.bare) for word in words(spelt))


def _out_of_date() -> Iterator[str]:
    for name, text in compiled().items():
        path = COMPILED / name
        if not path.exists() or path.read_text("utf-8") != text:
            yield f"compiled/{name} is older than the entries; run python -m models.vocabulary.build"
