"""What a question's words name: parties, people and actions, by their names in any language and spelling.

The compiled names are written for reading texts, word by word and form by form; here they are looked up by
the key under which all spellings meet (`models.searching`), so one table serves the questions of all readers.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from models.searching import words
from models.vocabulary.actions import actions
from models.vocabulary.catalogue import COMPILED, actors, people
from models.vocabulary.spelling import LANGS

_PARTIES = frozenset(("name", "organisation", "treaty", "group"))
_LONGEST = 6  # words of a name that is looked for within a question


@dataclass(frozen=True, slots=True)
class Named:
    """Codes of parties in the order of the question, canonical names of people, slugs of actions."""

    parties: tuple[str, ...]
    people: tuple[str, ...]
    actions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Names:
    parties: Mapping[tuple[str, ...], str]  # all words of a name → code
    people: Mapping[str, frozenset[str]]  # canonical name → the words of all its spellings
    written: Mapping[str, tuple[str, ...]]  # canonical name → its full spellings as texts write them
    persons: Mapping[tuple[str, ...], str]  # all words of a full name → canonical name
    actions: Mapping[str, frozenset[str]]  # slug → the words of its labels


def named(asked: str) -> Named:
    """What `asked` names: parties by whole names within it; people and actions where every word that is not
    of a party begins a word of theirs."""
    said, table = words(asked), _names()
    found: dict[str, None] = {}
    rest, at = [], 0
    while at < len(said):
        for size in range(min(_LONGEST, len(said) - at), 0, -1):
            code = table.parties.get(tuple(said[at : at + size]))
            if code:
                found[code] = None
                at += size
                break
        else:
            rest.append(said[at])
            at += 1
    return Named(
        parties=tuple(found),
        people=tuple(who for who, told in table.people.items() if said and _begun(said, told)),
        actions=tuple(slug for slug, told in table.actions.items() if rest and _begun(rest, told)),
    )


def person(name: str) -> str | None:
    """The canonical name of the person of the vocabulary who bears this full name, in any spelling."""
    return _names().persons.get(tuple(words(name)))


def written(name: str) -> tuple[str, ...]:
    """The full names by which texts of all languages name a person of the vocabulary."""
    return _names().written.get(name, ())


def spelt(code: str) -> tuple[str, ...]:
    """The display names of a party in all languages, none twice, English first."""
    return tuple(dict.fromkeys(actors()[code].name.values()))


@cache
def spelt_person(name: str) -> str:
    """How a person of the vocabulary is written in Russian, or an empty text."""
    return _russian().get(name, "")


def _begun(asked: list[str], told: frozenset[str]) -> bool:
    return all(any(word.startswith(one) for word in told) for one in asked)


@cache
def _names() -> _Names:
    parties: dict[tuple[str, ...], str] = {}
    folk: dict[str, set[str]] = defaultdict(set)
    persons: dict[tuple[str, ...], str] = {}
    full: dict[str, list[str]] = defaultdict(list)
    for code, kind, name, guard, spellings in _compiled():
        for spelling in spellings:
            said = tuple(words(spelling))
            if kind in _PARTIES and not guard:
                parties.setdefault(said, code)
            elif kind == "person" and name in people():
                folk[name].update(said)
                if len(said) > 1:
                    persons.setdefault(said, name)
                    full[name].append(spelling)
    for code, known in actors().items():
        for display in (code, *known.name.values()):
            parties.setdefault(tuple(words(display)), code)
    labels = {
        slug: frozenset(word for label in known.label.values() for word in words(label))
        for slug, known in actions().items()
    }
    return _Names(
        parties=parties,
        people={name: frozenset(told) for name, told in folk.items()},
        written={name: tuple(dict.fromkeys(spellings)) for name, spellings in full.items()},
        persons=persons,
        actions=labels,
    )


@cache
def _russian() -> Mapping[str, str]:
    first: dict[str, str] = {}
    for _, kind, name, guard, spellings in _compiled(("ru",)):
        if kind == "person" and not guard:
            first.setdefault(name, spellings[0])
    return first


def _compiled(langs: tuple[str, ...] = LANGS) -> Iterator[tuple[str, str, str, str, list[str]]]:
    """Code, kind, name, guard and spellings of all lines that name a party or a person."""
    for lang in langs:
        for line in (COMPILED / f"{lang}.tsv").read_text("utf-8").splitlines():
            meaning, _, spellings = line.rpartition("\t")
            code, kind, name, guard = meaning.split("\t")
            if kind in _PARTIES or kind == "person":
                yield code, kind, name, guard, spellings.split("|")
