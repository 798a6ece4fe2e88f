"""The outlets that are known: a file of `loaders/sources/` each, found by domain or any of their names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from loaders.normalise import comparable, domain

FOLDER = Path(__file__).parent / "sources"
_FIELDS = frozenset({"name", "also", "country", "languages", "domains", "feed", "kind"})
_KINDS = frozenset(
    {"state", "state-aligned", "independent", "state-friendly", "agency", "think tank", "digest", "exile"}
)


@dataclass(frozen=True, slots=True)
class Source:
    """One outlet. `country` is its seat (ISO 3166-1 alpha-3), `feed` an address that may have moved."""

    name: str
    also: tuple[str, ...]
    country: str
    languages: tuple[str, ...]
    domains: tuple[str, ...]
    feed: str
    kind: str


@cache
def sources() -> tuple[Source, ...]:
    """Every outlet of the folder, in order of name. Malformed files are left out: `problems` names them."""
    read = (_read(path) for path in sorted(FOLDER.glob("*.yml")))
    return tuple(sorted((s for s in read if isinstance(s, Source)), key=lambda s: s.name.casefold()))


def lookup(name: str = "", url: str = "") -> Source | None:
    """The outlet that is called `name`, or else the one at the domain of `url` or at a domain above it."""
    by_name, by_domain = _index()
    if found := by_name.get(comparable(name)):
        return found
    host = domain(url) or (domain(f"http://{name}") if "." in name and " " not in name else "")
    while "." in host:
        if host in by_domain:
            return by_domain[host]
        host = host.partition(".")[2]
    return None


def outlet_name(name: str, url: str) -> str:
    """What an article's outlet is called: as in the folder, else as given, else by domain, else ""."""
    found = lookup(name, url)
    return found.name if found else (name or domain(url))


def problems() -> list[str]:
    """All that is wrong with the folder, one line each: where, what, way out. Empty when all is well."""
    found: list[str] = []
    names: dict[str, str] = {}
    domains: dict[str, str] = {}
    for path in sorted(FOLDER.glob("*.yml")):
        where = f"loaders/sources/{path.name}"
        outlet = _read(path)
        if isinstance(outlet, str):
            found.append(f"{where}: {outlet}")
            continue
        for seen, keys, kind in (
            (names, {comparable(n) for n in (outlet.name, *outlet.also)}, "name"),
            (domains, set(outlet.domains), "domain"),
        ):
            for key in sorted(keys):
                if key in seen:
                    found.append(
                        f"{where}: the {kind} “{key}” is taken by {seen[key]}. Give it to one of them."
                    )
                seen[key] = path.name
    return found


@cache
def _index() -> tuple[Mapping[str, Source], Mapping[str, Source]]:
    by_name = {comparable(name): s for s in sources() for name in (*s.also, s.name)}
    return by_name, {host: s for s in sources() for host in s.domains}


def _read(path: Path) -> Source | str:
    """The outlet of one file, or what is wrong with it."""
    try:
        data: Any = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (yaml.YAMLError, UnicodeError) as error:
        return f"this is not YAML ({' '.join(str(error).split())[:100]}). Quote texts that hold a colon."
    if not isinstance(data, dict):
        return "expected fields such as name and domains."
    if unknown := sorted(map(str, data.keys() - _FIELDS)):
        return f"{', '.join(unknown)} is not known. The fields are {', '.join(sorted(_FIELDS))}."
    outlet = Source(
        name=str(data.get("name") or ""),
        also=tuple(map(str, data.get("also") or ())),
        country=str(data.get("country") or ""),
        languages=tuple(map(str, data.get("languages") or ())),
        domains=tuple(map(str, data.get("domains") or ())),
        feed=str(data.get("feed") or ""),
        kind=str(data.get("kind") or ""),
    )
    return _fault(outlet) or outlet


def _fault(outlet: Source) -> str:
    if not outlet.name or not outlet.domains:
        return "name and domains are needed."
    if not (len(outlet.country) == 3 and outlet.country.isupper()):
        return f"country “{outlet.country}” is no code of three capitals such as KAZ."
    if bad := [host for host in outlet.domains if "." not in host or host != domain(f"http://{host}")]:
        return f"“{bad[0]}” is no bare domain: write it without https://, www. and path."
    if bad := [lang for lang in outlet.languages if not (len(lang) == 2 and lang.islower())]:
        return f"language “{bad[0]}” is no code of two letters such as ru."
    if outlet.feed and not outlet.feed.startswith(("http://", "https://")):
        return f"feed “{outlet.feed}” is no address."
    words = [part.split(" (")[0].strip() for part in outlet.kind.split(",")]
    if bad := [word for word in words if word not in _KINDS]:
        return f"kind “{bad[0]}” is not known. Kinds are {', '.join(sorted(_KINDS))}."
    return ""
