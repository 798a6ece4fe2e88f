"""The words by which a language reports speech, read from models/vocabulary/speech/<language>.yml."""

from __future__ import annotations

import importlib.resources
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import yaml

from loaders.coding.speech.text import Token, plain

SAY, JUDGE, PHRASE, PARTICIPLE = "say", "judge", "phrase", "participle"


@dataclass(frozen=True, slots=True)
class Cue:
    """An expression of saying: tokens `start`..`end` of a line, and its class."""

    start: int
    end: int
    kind: str


@dataclass(frozen=True)
class Cues:
    """One language's cues, ready to be matched."""

    language: str
    final: bool  # the verb closes the sentence (Turkic languages)
    zero_that: bool  # a clause may follow without a conjunction ("she thinks Ankara will")
    heads: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]
    source: Mapping[str, tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]]
    words: Mapping[str, frozenset[str]]
    stems: Mapping[str, tuple[str, ...]]
    genders: Mapping[str, str]
    objects: Mapping[str, str]
    topics: Mapping[str, tuple[str, ...]]
    outlet_frames: Mapping[str, tuple[tuple[str, ...], ...]]  # by first word, the longest first

    def has(self, group: str, word: str) -> bool:
        return word in self.words.get(group, frozenset())

    def stem(self, group: str, word: str) -> bool:
        """Whether the word belongs to a group given by stems (exactly, where the language has no case)."""
        stems = self.stems.get(group)
        if stems is None:
            return self.has(group, word)
        return word.startswith(stems)

    @property
    def verbs(self) -> frozenset[str]:
        return self.words["say"]

    def find(self, tokens: tuple[Token, ...]) -> list[Cue]:
        """Cues outside quotations, longest first at each place, not overlapping."""
        found: list[Cue] = []
        at = 0
        while at < len(tokens):
            best: Cue | None = None
            if tokens[at].quote < 0:
                for words, kind in self.heads.get(tokens[at].low, ()):
                    if tuple(t.low for t in tokens[at : at + len(words)]) == words:
                        best = Cue(at, at + len(words), kind)
                        break
            if best is None:
                at += 1
            else:
                found.append(best)
                at = best.end
        return found


def _english_forms(verb: str) -> Iterable[str]:
    doubled = verb + verb[-1] if verb in {"admit", "quip"} else verb
    stem = verb[:-1] if verb.endswith("e") else doubled
    past = stem + "ed"
    third = verb + "s"
    if verb.endswith("y") and verb[-2] not in "aeiou":
        past, third = verb[:-1] + "ied", verb[:-1] + "ies"
    elif verb.endswith(("sh", "ch", "ss", "x")):
        third = verb + "es"
    return (verb, third, past, (doubled if not verb.endswith("e") else stem) + "ing")


def _russian_forms(past: str) -> Iterable[str]:
    if past.endswith("лся"):
        return (past, past[:-2] + "ась", past[:-2] + "ись")
    return (past, past + "а", past + "и") if past.endswith("л") else (past,)


def _seq(text: str) -> tuple[str, ...]:
    return tuple(plain(text).split())


def _verbs(raw: Mapping[str, Any]) -> frozenset[str]:
    say = raw["say"]
    forms = {plain(w) for w in say.get("forms", ())}
    for verb in say.get("regular", ()):
        forms.update(_english_forms(verb))
    for verb in say.get("past", ()):
        forms.update(plain(f) for f in _russian_forms(verb))
    return frozenset(forms)


def _heads(raw: Mapping[str, Any], say: frozenset[str]) -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    table: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    seen: set[tuple[str, ...]] = set()
    entries = [(_seq(p), PHRASE) for p in raw.get("phrases", ())]
    entries += [(_seq(p), PARTICIPLE) for p in raw.get("participles", ())]
    entries += [(_seq(p), JUDGE) for p in raw.get("judge", ())]
    entries += [((word,), SAY) for word in sorted(say)]
    for words, kind in entries:
        if words not in seen:
            seen.add(words)
            table.setdefault(words[0], []).append((words, kind))
    return {head: tuple(sorted(rows, key=lambda row: -len(row[0]))) for head, rows in table.items()}


def _source(patterns: Iterable[str]) -> dict[str, tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]]:
    """Words before and after the speaker, longest first, by the first word."""
    rows: dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]] = {}
    for pattern in patterns:
        before, _, after = pattern.partition("X")
        rows.setdefault(_seq(before)[0], []).append((_seq(before), _seq(after)))
    return {head: tuple(sorted(row, key=lambda r: -len(r[0]))) for head, row in rows.items()}


@cache
def load(language: str) -> Cues | None:
    """The cues of a language, or None where we have none. Raises OSError or ValueError for a broken file."""
    folder = importlib.resources.files("models.vocabulary").joinpath("speech")
    path = folder.joinpath(f"{language}.yml")
    if not language.isalpha() or not path.is_file():
        return None
    raw: dict[str, Any] = yaml.load(
        path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader
    )  # "no" and "on" are words here
    say = _verbs(raw)
    lists = {key: value for key, value in raw.items() if isinstance(value, list)}
    words = {key: frozenset(plain(str(w)) for w in value) for key, value in lists.items()}
    words["say"] = say
    words["judge_words"] = frozenset(w for w in words.get("judge", ()) if " " not in w)
    inflected = raw.get("inflected") == "true"
    stems = {
        k: tuple(sorted(words.get(k, ())))
        for k in ("experts", "officials", "former", "learned", "state_words", "firm_officials")
        if inflected
    }
    return Cues(
        language=language,
        final=raw.get("verb_final") == "true",
        zero_that=raw.get("zero_that") == "true",
        heads=_heads(raw, say),
        source=_source(raw.get("source", ())),
        words=words,
        stems=stems,
        genders={plain(k): v for k, v in {**raw.get("pronouns", {}), **raw.get("possessives", {})}.items()},
        objects={plain(k): v for k, v in raw.get("objects", {}).items()},
        topics={k: tuple(plain(w) for w in v) for k, v in raw.get("topics", {}).items()},
        outlet_frames=_by_first(_seq(f) for f in raw.get("outlet_frames", ())),
    )


def _by_first(frames: Iterable[tuple[str, ...]]) -> Mapping[str, tuple[tuple[str, ...], ...]]:
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for frame in sorted(frames, key=len, reverse=True):
        found[frame[0]] = (*found.get(frame[0], ()), frame)
    return found
