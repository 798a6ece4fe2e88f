"""States, organisations, treaties and groups that act, and the people who act for them.

Read from `compiled/actors.json`, which `python -m models.vocabulary.build` makes from `actors/*.yml`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from models.errors import VocabularyError

CENTRAL_ASIA = ("KAZ", "KGZ", "TJK", "TKM", "UZB")
COMPILED = Path(__file__).parent / "compiled"


@dataclass(frozen=True, slots=True)
class Actor:
    """One party that a move can have. `centre` is (latitude, longitude) in degrees, for maps."""

    code: str
    kind: str  # state | organisation | treaty | group
    name: Mapping[str, str]  # display name by language
    capital: Mapping[str, str]
    iso2: str | None = None
    colour: str | None = None
    centre: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class Role:
    """An office that a person holds for `code` from one day to another; open ends are None."""

    code: str
    title: str
    start: date | None
    end: date | None

    def covers(self, day: date) -> bool:
        """Whether the office was held on that day."""
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who acts for a state or organisation, with dated offices, the newest last."""

    name: str
    roles: tuple[Role, ...]

    def role(self, on: date | None) -> Role:
        """The office on that day; else the last one before it; else the first one ever.

        Without a day the newest office counts. An old office still names its state, but its
        title is given only while it was held: see `title`.
        """
        if on is None:
            return self.roles[-1]
        held = [role for role in self.roles if role.covers(on)]
        past = [role for role in self.roles if role.end is not None and role.end < on]
        return (held or past or list(self.roles[:1]))[-1]

    def title(self, on: date | None) -> str:
        """The title held on that day, or an empty text."""
        role = self.role(on)
        return role.title if on is None or role.covers(on) else ""


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


@cache
def _compiled() -> tuple[Mapping[str, Actor], Mapping[str, Person]]:
    data: dict[str, Any] = json.loads((COMPILED / "actors.json").read_text("utf-8"))
    found = {
        raw["code"]: Actor(
            code=raw["code"],
            kind=raw["kind"],
            name=MappingProxyType(raw["name"]),
            capital=MappingProxyType(raw["capital"]),
            iso2=raw["iso2"],
            colour=raw["colour"],
            centre=tuple(raw["centre"]) if raw["centre"] else None,
        )
        for raw in data["actors"]
    }
    folk = {
        raw["name"]: Person(
            raw["name"],
            tuple(Role(code, title, _day(start), _day(end)) for code, title, start, end in raw["roles"]),
        )
        for raw in data["people"]
    }
    return MappingProxyType(found), MappingProxyType(folk)


def actors() -> Mapping[str, Actor]:
    """Every actor by code, the five of Central Asia first."""
    return _compiled()[0]


def people() -> Mapping[str, Person]:
    """Every person by the canonical English name."""
    return _compiled()[1]


def actor(code: str) -> Actor:
    """The actor with that code; VocabularyError when there is none."""
    try:
        return actors()[code]
    except KeyError:
        raise VocabularyError(
            f"actor {code!r}",
            "is not in the vocabulary.",
            "Add it to models/vocabulary/actors/ and run python -m models.vocabulary.build.",
        ) from None


def actor_name(code: str, lang: str = "en") -> str:
    """The display name in a language, in English where that language has none."""
    name = actor(code).name
    return name.get(lang) or name["en"]
