"""Date phrases as data: one YAML file per language, compiled here to bounded patterns.

A file (models/vocabulary/dates/<lang>.yml) holds word lists and rules. In a rule, a name in braces stands
for a word list: {d} a day, {m} a month in figures, {month}, {year}, {weekday}, {season}, {n} a number word,
{unit}, {years} ("last year", "прошлого года"). `rules` groups patterns by what they mean (calendar, weekday,
ago, before, after, season, ignore ...); `steps` holds fixed phrases as "anchor unit number". Anchors:
`published` is the day of the article, `scene` the day of the move that the text has just told. A phrase of
the kind `before_clause` ("ten years after") dates the clause or noun that it opens, counted back from now.
A pattern has no nested repetition, so that matching stays linear.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib import resources
from typing import Any

import yaml

APOSTROPHES = "[ʻʼ'’‘`´]"
_MACRO = re.compile(r"\{([a-z]+)\}")


@dataclass(frozen=True, slots=True)
class Rule:
    """One compiled phrase; `kind` says how date_readings.py reads it, `step` is (anchor, unit, number)."""

    kind: str
    pattern: re.Pattern[str]
    step: tuple[str, str, int] | None = None


@dataclass(frozen=True)
class DateWords:
    """The rules of one language and what its words mean."""

    rules: tuple[Rule, ...]
    months: tuple[re.Pattern[str], ...]
    weekdays: tuple[re.Pattern[str], ...]
    numbers: tuple[tuple[re.Pattern[str], int], ...]
    units: tuple[tuple[re.Pattern[str], str], ...]
    seasons: tuple[tuple[re.Pattern[str], str], ...]
    years: tuple[tuple[re.Pattern[str], int], ...]
    _cache: dict[tuple[str, str], Any] = field(default_factory=dict)

    def month(self, word: str) -> int:
        """1 to 12, or 0 for a word that is no month."""
        return int(self._look("month", word, [(p, i + 1) for i, p in enumerate(self.months)], 0))

    def weekday(self, word: str) -> int:
        """0 for Monday to 6 for Sunday."""
        return int(self._look("weekday", word, [(p, i) for i, p in enumerate(self.weekdays)], 0))

    def number(self, word: str) -> int:
        if word.isdecimal():
            return min(int(word), 9999)
        return int(self._look("number", word, list(self.numbers), 1))

    def unit(self, word: str) -> str:
        return str(self._look("unit", word, list(self.units), "day"))

    def season(self, word: str) -> str:
        return str(self._look("season", word, list(self.seasons), "spring"))

    def year_step(self, phrase: str) -> int:
        """-1, 0 or 1: last, this or next year."""
        return int(self._look("years", phrase, list(self.years), 0))

    def _look(self, table: str, word: str, entries: list[tuple[re.Pattern[str], Any]], default: Any) -> Any:
        key = (table, word)
        if key not in self._cache:
            if len(self._cache) > 20_000:
                self._cache.clear()
            self._cache[key] = next((value for p, value in entries if p.fullmatch(word)), default)
        return self._cache[key]


@functools.lru_cache(maxsize=16)
def date_words(lang: str) -> DateWords | None:
    """The compiled rules of a language; None for a language without a file."""
    path = resources.files("models.vocabulary").joinpath("dates", f"{lang}.yml")
    if not path.is_file():
        return None
    return _compile(yaml.safe_load(path.read_text(encoding="utf-8")))


def _compile(data: Mapping[str, Any]) -> DateWords:
    macros = _macros(data)
    rules: list[Rule] = []
    for kind, patterns in data.get("rules", {}).items():
        rules += [Rule(kind, _pattern(p, macros)) for p in patterns]
    for step, patterns in data.get("steps", {}).items():
        anchor, unit, number = step.split()
        rules += [Rule("step", _pattern(p, macros), (anchor, unit, int(number))) for p in patterns]
    adjectives = list(data.get("month_adjectives", [""] * 12))
    months = [f"{m}|(?:{a})" if a else str(m) for m, a in zip(data["months"], adjectives, strict=True)]
    return DateWords(
        rules=tuple(rules),
        months=tuple(_word(m) for m in months),
        weekdays=tuple(_word(w) for w in data["weekdays"]),
        numbers=tuple((_word(w), n) for w, n in data.get("numbers", {}).items()),
        units=tuple((_word(w), u) for u, w in data["units"].items()),
        seasons=tuple((_word(w), s) for s, w in data.get("seasons", {}).items()),
        years=tuple(
            (_word(w), {"last": -1, "this": 0, "next": 1}[k]) for k, w in data.get("years", {}).items()
        ),
    )


def _macros(data: Mapping[str, Any]) -> dict[str, str]:
    """Name in braces → the alternatives that it stands for."""
    case = "(?-i:%s)" if data.get("case_sensitive_months") else "(?:%s)"
    unsafe = set(data.get("ambiguous_months", []))
    joiner = data.get("joiner", "[-–]")
    day = r"(?:[12]\d|3[01]|0?[1-9])(?!\d)"
    return {
        "d": rf"(?<![\d.,:]){day}(?:\s?(?:[-–—]|{joiner})\s?{day})?",
        "m": r"(?:1[0-2]|0?[1-9])",
        "year": r"(?:19|20)\d\d(?!\d)",
        "month": case % "|".join(data["months"]),
        "safemonth": case % "|".join(m for i, m in enumerate(data["months"], 1) if i not in unsafe),
        "monthadj": "(?:" + "|".join(data.get("month_adjectives", ["(?!)"])) + ")",
        "weekday": "(?:" + "|".join(data["weekdays"]) + ")",
        "season": "(?:" + "|".join(data.get("seasons", {"none": "(?!)"}).values()) + ")",
        "n": r"(?:\d{1,3}|" + "|".join(data.get("numbers", {"(?!)": 0})) + ")",
        "unit": "(?:" + "|".join(data["units"].values()) + ")",
        "years": "(?:" + "|".join(data.get("years", {"last": "(?!)"}).values()) + ")",
    }


_GROUPS = {"safemonth": "month", "monthadj": "month"}


def _pattern(rule: str, macros: Mapping[str, str]) -> re.Pattern[str]:
    """Braces become named groups at their first mention; a blank is any white space; whole words only."""
    named: set[str] = set()

    def group(found: re.Match[str]) -> str:
        name = found.group(1)
        name, body = _GROUPS.get(name, name), macros[name]
        if name in named:
            return f"(?:{body})"
        named.add(name)
        return f"(?P<{name}>{body})"

    return re.compile(rf"(?<!\w)(?:{_spell(_MACRO.sub(group, rule))})(?!\w)", re.IGNORECASE)


def _word(alternatives: str) -> re.Pattern[str]:
    return re.compile(_spell(alternatives), re.IGNORECASE)


def _spell(pattern: str) -> str:
    """White space, ё and the Uzbek apostrophes are written in several ways."""
    pattern = pattern.replace(" ?", r"\s?").replace(" ", r"\s{1,2}").replace("ё", "[её]")
    pattern = pattern.replace("[A-Z]", "(?-i:[A-Z])").replace("[a-z]", "(?-i:[a-z])")
    return re.sub("[ʻʼ]", APOSTROPHES, pattern)
