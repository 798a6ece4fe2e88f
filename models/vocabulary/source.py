"""Reads `actors/*.yml`: what an analyst writes about states, organisations and people.

A file maps codes to entries. All keys but `kind` are optional where CLDR knows the state:

    KAZ:
      iso2: KZ                          # names in all languages come from CLDR by this code
      centre: [51.17, 71.43]            # latitude, longitude of the capital
      colour: "#0072b2"
      name: {ru: Казахстан}             # display name where CLDR's is not wanted
      capital: {en: Astana, ru: Астана}
      names: {en: [Republic of Kazakhstan], ru: [РК]}
      adjectives: {en: [Kazakh], ru: [казахстанский, казах]}
      metonyms: {en: [Akorda], ru: [Акорда]}
      places: {en: [Almaty], ru: [Алматы, алматинцы]}  # places, their people: only if asked for
      careful: {ru: [Того]}             # spellings that are ordinary words at the start of a sentence
      people:
        - name: Kassym-Jomart Tokayev
          spelt: [Касым-Жомарт Токаев, Qasym-Zhomart Toqaev, Toqaev]
          short: [Xi]                   # short names that count once the full name has been said
          bare: false                   # the last word does not count alone; without short names it
                                        # counts after the full name or a title
          roles:
            - {role: President, from: 2019-03-20}
            - {role: Secretary-General, of: SCO, from: 2020-01, to: 2021-12}

A spelling counts in every language of its script. Russian is written in the nominative: the build
makes the other cases. Roots in kk, ky, uz, tg, tk need no suffixes.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).parent / "actors"
NOT_ACTORS = "not_actors"  # the file of spellings that look like an actor and are none
Spellings = dict[str, list[str]]


@dataclass(frozen=True)
class RoleSource:
    """An office as written: ISO days, "" where open."""

    code: str
    title: str
    start: str
    end: str


@dataclass(frozen=True)
class PersonSource:
    """A person as written: spellings of the full name, and single words that are safe by themselves."""

    name: str
    spelt: list[str]
    short: list[str]
    bare: bool
    roles: list[RoleSource]


@dataclass(frozen=True)
class ActorSource:
    """One entry as written, and the file that holds it."""

    code: str
    file: str
    kind: str = "state"
    iso2: str = ""
    colour: str = ""
    centre: tuple[float, float] | None = None
    name: dict[str, str] = field(default_factory=dict)
    capital: dict[str, str] = field(default_factory=dict)
    names: Spellings = field(default_factory=dict)
    adjectives: Spellings = field(default_factory=dict)
    metonyms: Spellings = field(default_factory=dict)
    places: Spellings = field(default_factory=dict)
    careful: Spellings = field(default_factory=dict)
    people: list[PersonSource] = field(default_factory=list)


def first_day(text: str) -> str:
    """The ISO day that a year, month or day starts with: 2020 → 2020-01-01."""
    return text + "-01-01"[3 * text.count("-") :] if text else ""


def last_day(text: str) -> str:
    """The ISO day that a year, month or day ends with: 2020-02 → 2020-02-29."""
    if re.fullmatch(r"\d{4}-\d{2}", text):
        year, month = map(int, text.split("-"))
        return f"{text}-{calendar.monthrange(year, month)[1]:02}"
    return f"{text}-12-31" if re.fullmatch(r"\d{4}", text) else text


def _role(raw: dict[str, Any], code: str) -> RoleSource:
    start, end = str(raw.get("from") or ""), str(raw.get("to") or "")
    return RoleSource(str(raw.get("of") or code), str(raw["role"]), first_day(start), last_day(end))


def _person(raw: dict[str, Any], code: str) -> PersonSource:
    return PersonSource(
        name=str(raw["name"]),
        spelt=[str(name) for name in raw.get("spelt", [])],
        short=[str(name) for name in raw.get("short", [])],
        bare=bool(raw.get("bare", True)),
        roles=[_role(role, code) for role in raw["roles"]],
    )


def _actor(code: str, raw: dict[str, Any], file: str) -> ActorSource:
    plain = {k: v for k, v in raw.items() if k not in ("people", "centre")}
    return ActorSource(
        code=code,
        file=file,
        centre=tuple(raw["centre"]) if "centre" in raw else None,
        people=[_person(person, code) for person in raw.get("people", [])],
        **plain,
    )


def read_sources(folder: Path = FOLDER) -> Iterator[ActorSource]:
    """Every entry of every file, Central Asia first, then by file name."""
    files = sorted(folder.glob("*.yml"), key=lambda path: (path.stem != "central_asia", path.stem))
    for path in files:
        if path.stem != NOT_ACTORS:
            for code, raw in yaml.safe_load(path.read_text("utf-8")).items():
                yield _actor(code, raw, path.name)


def read_not_actors(folder: Path = FOLDER) -> Spellings:
    """Spellings per language that contain an actor's name and mean something else."""
    path = folder / f"{NOT_ACTORS}.yml"
    found: Spellings = yaml.safe_load(path.read_text("utf-8"))
    return found
