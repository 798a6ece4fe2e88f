"""EventFilter: the one object by which pages, addresses, HTTP routes and the command line narrow the data.

`country` is a state that takes part, as actor or as counterpart; `counterpart` is the other side. Both
together mean the moves between them, in either direction; alone, either finds every move of that party.
Source, language and search must all hold for one and the same mention of the event.
"""

from __future__ import annotations

import calendar
import datetime as dt
import math
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from models.searching import words
from models.vocabulary import LANGS, actors
from models.vocabulary.actions import QUADS, actions

PARAMETERS = (
    "country",
    "counterpart",
    "action",
    "quad",
    "from",
    "to",
    "source",
    "language",
    "min-confidence",
    "search",
)
LONGEST_SEARCH = 200
MOST_VALUES = 100
_LISTS = {
    "country": "countries",
    "counterpart": "counterparts",
    "action": "actions",
    "quad": "quads",
    "source": "sources",
    "language": "langs",
}
_DATE = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")


@dataclass(frozen=True, slots=True)
class EventFilter:
    """What to keep. An empty tuple, None, 0 or "" keeps everything.

    `date_from` and `date_to` are inclusive; `min_confidence` is between 0 and 1; `sources` are outlets'
    names. `problems` says which values `from_params` dropped and why; it is no part of what is asked, so
    two filters that differ only in it are equal.
    """

    countries: tuple[str, ...] = ()
    counterparts: tuple[str, ...] = ()
    actions: tuple[str, ...] = ()
    quads: tuple[str, ...] = ()
    date_from: dt.date | None = None
    date_to: dt.date | None = None
    sources: tuple[str, ...] = ()
    langs: tuple[str, ...] = ()
    min_confidence: float = 0.0
    search: str = ""
    problems: tuple[str, ...] = field(default=(), compare=False)

    @classmethod
    def from_params(cls, params: Mapping[str, Sequence[str]]) -> EventFilter:
        """Read a filter from an address or from options. Unknown names are somebody else's; bad values are
        dropped and reported in `problems`. Codes may be repeated or parted by commas."""
        return _Reader(params).read()

    def to_params(self) -> dict[str, list[str]]:
        """The address of this filter: only what is set, in a fixed order; `from_params` reads it back."""
        params: dict[str, list[str]] = {}
        for name in PARAMETERS:
            if name in _LISTS:
                values = list(getattr(self, _LISTS[name]))
            elif name in ("from", "to"):
                day: dt.date | None = getattr(self, f"date_{name}")
                values = [day.isoformat()] if day else []
            elif name == "min-confidence":
                values = [f"{self.min_confidence:g}"] if self.min_confidence else []
            else:
                values = [self.search] if self.search else []
            if values:
                params[name] = values
        return params

    def towards(self, code: str) -> EventFilter:
        """This filter narrowed to the moves of one party. Where the party is on neither side of the filter,
        the moves between it and the countries asked for are meant."""
        others = self.counterparts if code in self.countries or not self.countries else self.countries
        return replace(self, countries=(code,), counterparts=() if code in others else others)

    def __bool__(self) -> bool:
        """True when anything is narrowed."""
        return bool(self.to_params())


def wanted_actions(f: EventFilter) -> tuple[str, ...] | None:
    """The slugs that `actions` and `quads` leave together, or None when neither is set."""
    if not f.actions and not f.quads:
        return None
    known = actions()
    slugs = f.actions or tuple(known)
    return tuple(slug for slug in slugs if not f.quads or known[slug].quad in f.quads)


class _Reader:
    """One reading of parameters: collects problems while it goes."""

    def __init__(self, params: Mapping[str, Sequence[str]]) -> None:
        self.params, self.problems = params, list[str]()

    def read(self) -> EventFilter:
        day_from, day_to = self._day("from"), self._day("to", last=True)
        if day_from and day_to and day_from > day_to:
            self.problems.append(f"from {day_from} lies after to {day_to}: both dropped")
            day_from = day_to = None
        return EventFilter(
            countries=self._codes("country", _party),
            counterparts=self._codes("counterpart", _party),
            actions=self._codes("action", _among(actions(), str.lower)),
            quads=self._codes("quad", _among(QUADS, str.upper)),
            date_from=day_from,
            date_to=day_to,
            sources=self._sources(),
            langs=self._codes("language", _among(LANGS, str.lower)),
            min_confidence=self._confidence(),
            search=self._search(),
            problems=tuple(self.problems),
        )

    def _values(self, name: str) -> list[str]:
        """Given values without blanks; an empty one is a cleared field, not an error."""
        return [value.strip() for value in self.params.get(name, ()) if value.strip()]

    def _codes(self, name: str, accept: Callable[[str], str | None]) -> tuple[str, ...]:
        kept: dict[str, None] = {}
        for value in (part.strip() for given in self._values(name) for part in given.split(",")):
            code = accept(value) if value else ""
            if code:
                kept[code] = None
            elif code is None:
                self.problems.append(f"{name}: there is no {value[:60]!r}")
        return self._at_most(name, kept)

    def _sources(self) -> tuple[str, ...]:
        kept = {" ".join(value.split()): None for value in self._values("source") if value.isprintable()}
        return self._at_most("source", kept)

    def _at_most(self, name: str, kept: Iterable[str]) -> tuple[str, ...]:
        values = tuple(kept)
        if len(values) > MOST_VALUES:
            self.problems.append(f"{name}: only the first {MOST_VALUES} of {len(values)} values are used")
        return values[:MOST_VALUES]

    def _day(self, name: str, last: bool = False) -> dt.date | None:
        """The last value given, as a day; a year or a month means its first day, or its last one."""
        values = self._values(name)
        if not values:
            return None
        found = _DATE.fullmatch(values[-1])
        try:
            if not found or not values[-1].isascii():
                raise ValueError
            year, month, day = (int(part) if part else None for part in found.groups())
            assert year is not None
            month = month or (12 if last else 1)
            day = day or (calendar.monthrange(year, month)[1] if last else 1)
            return dt.date(year, month, day)
        except ValueError:
            self.problems.append(f"{name}: {values[-1][:60]!r} is not a date like 2026-05-12")
            return None

    def _confidence(self) -> float:
        values = self._values("min-confidence")
        if not values:
            return 0.0
        try:
            number = float(values[-1])
            if not math.isfinite(number) or not 0 <= number <= 1:
                raise ValueError
        except ValueError:
            self.problems.append(f"min-confidence: {values[-1][:60]!r} is not a number from 0 to 1")
            return 0.0
        return number

    def _search(self) -> str:
        values = self._values("search")
        if not values:
            return ""
        asked = " ".join(values[-1].split())[:LONGEST_SEARCH].strip()
        if not words(asked):
            self.problems.append(f"search: {asked[:60]!r} has no letter or digit to look for")
            return ""
        return asked


def _among(known: Iterable[str], form: Callable[[str], str]) -> Callable[[str], str | None]:
    """A test for values of a closed list, in any case."""
    values = set(known)
    return lambda value: form(value) if form(value) in values else None


def _party(value: str) -> str | None:
    """The code as the vocabulary spells it, in whatever case it was given."""
    return _parties().get(value.casefold())


def _parties() -> Mapping[str, str]:
    return {code.casefold(): code for code in actors()}
