"""The 28 actions and four quad classes of the codebook, typed, from actions.yml."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

import yaml

from models.errors import VocabularyError

FILE = Path(__file__).parent / "actions.yml"


@dataclass(frozen=True, slots=True)
class Quad:
    """Verbal or material, cooperation or conflict; one colour for each theme, as #RRGGBB."""

    code: str
    label: Mapping[str, str]
    light: str
    dark: str


@dataclass(frozen=True, slots=True)
class Action:
    """One slug of the codebook. `intensity` is the Goldstein value of `cameo`, -10 to 10."""

    slug: str
    label: Mapping[str, str]
    covers: str
    plover: str
    cameo: str
    intensity: float
    quad: str
    symmetric: bool
    colour: str
    colour_dark: str


@cache
def _read() -> Mapping[str, Any]:
    data: Mapping[str, Any] = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return data


@cache
def quads() -> Mapping[str, Quad]:
    """VC, MC, VX, MX in this order."""
    return MappingProxyType(
        {
            code: Quad(code, MappingProxyType(row["label"]), row["light"], row["dark"])
            for code, row in _read()["quads"].items()
        }
    )


@cache
def actions() -> Mapping[str, Action]:
    """All actions by slug, in the order of the codebook."""
    found = {}
    for slug, row in _read()["actions"].items():
        quad = quads().get(row["quad"])
        if quad is None:
            raise VocabularyError(
                f"{FILE.name}: {slug}", f"quad {row['quad']!r} is unknown.", "Use VC, MC, VX or MX."
            )
        found[slug] = Action(
            slug=slug,
            label=MappingProxyType(row["label"]),
            covers=row["covers"],
            plover=row["plover"],
            cameo=row["cameo"],
            intensity=float(row["intensity"]),
            quad=row["quad"],
            symmetric=row["symmetric"],
            colour=quad.light,
            colour_dark=quad.dark,
        )
    return MappingProxyType(found)


def action(slug: str) -> Action:
    """The action of this slug; VocabularyError with the known slugs if there is none."""
    try:
        return actions()[slug]
    except KeyError:
        raise VocabularyError(
            FILE.name, f"there is no action {slug!r}.", f"Known: {', '.join(actions())}."
        ) from None


def action_label(slug: str, lang: str = "en") -> str:
    """The label in the language, in English where it has none."""
    labels = action(slug).label
    return labels.get(lang) or labels["en"]


QUADS: Mapping[str, Quad] = quads()
