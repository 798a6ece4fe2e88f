"""The words that express actions: expressions/<lang>.yml, compiled for the coder.

File format::

    language: en
    words:                          # closed classes, by name; what each is for is said beside it in en.yml
      negation: [not, never, no]
    groups:                         # sets of words that many phrases share, written {@name}
      paper: [agreement, treaty, pact]
    actions:
      sign:
        with: [with]                # prepositions that mark the counterpart, for the whole action
        verbs:                      # the subject acts, an object or oblique is the counterpart
          - sign                    # a bare lemma
          - put signature to        # head first; the other lemmas must follow among its dependents
          - conclude {agreement|treaty|memorandum}     # one of these must be there
          - initial {@paper|letter}                    # one of the group, or "letter"
          - {phrase: be host to, roles: reverse}       # mapping form for flags
        nouns:                      # event nouns: parties in "X's ... to Y", "between X and Y"
          - signing {agreement|treaty}
          - "ceremony {signing}"

The head always comes first, also where the text has it last ("signing ceremony" is ``ceremony {signing}``).
``word*`` stands for any word that begins so (for languages without a lemmatiser). One alternative of a
group may be several words (``{green light|nod}``): the rest must follow the first at once, as they stand.
A phrase that ends in a preposition (``accede to``) takes its counterpart after it, and only there, unless it
says ``with`` or ``object: true``.

Flags, for an action (default of its expressions) or one expression:

``roles``   forward (subject acts), reverse (subject is the counterpart, as in "received"), pair (subjects act
            on one another; default of symmetric actions), marked (what the preposition marks acts on the
            object: "the ambassador was called to the ministry")
``with``    prepositions that mark the counterpart, the surest first
``strict``  true: only they do ("came to Bishkek"; not "the answer came from Bishkek")
``not``     lemmas in whose company the expression is not meant ("sign of the times")
``needs``   what the counterpart must be: state, organisation, treaty; several are alternatives
``solo``    true: may be coded without a counterpart
``bare``    true: parties may both come from the scene ("The talks lasted three hours"); with solo, the
            scene's partner is the counterpart where there is one ("reinforced its southern border")
``object``  false: the direct object is never the counterpart
``also``    a second action that the same words express ("congratulated by telephone")
``place``   true: a town or region after the preposition stands for its state ("flew to Osh")
``future``  true: counts only where it is fixed for the future ("will send"), as an announcement
``weight``  0 to 1: how surely the expression means the action; 0.8 unless told
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from models.errors import VocabularyError
from models.vocabulary.actions import actions
from models.vocabulary.phrases import PREFIX, Expression, compiled

FOLDER = Path(__file__).parent / "expressions"


@dataclass(frozen=True)
class Lexicon:
    """All expressions and closed word classes of one language."""

    language: str
    expressions: tuple[Expression, ...]
    words: Mapping[str, frozenset[str]]
    _whole: Mapping[str, tuple[Expression, ...]]
    _begins: Mapping[str, tuple[Expression, ...]]

    def candidates(self, lemma: str) -> Iterator[Expression]:
        """Expressions whose head this lemma may be, longest phrase first."""
        yield from self._whole.get(lemma, ())
        for expression in self._begins.get(lemma[:PREFIX], ()):
            if lemma in expression.head:
                yield expression

    def word(self, name: str) -> frozenset[str]:
        """A closed class; empty where the language does not list it."""
        return self.words.get(name, frozenset())


def build(data: Mapping[str, Any]) -> Lexicon:
    """Compile the content of one file; VocabularyError names the entry that is wrong."""
    words = {
        name: frozenset(str(w).casefold() for w in row) for name, row in (data.get("words") or {}).items()
    }
    prepositions = words.get("prepositions", frozenset())
    groups = {name: "|".join(str(w) for w in row) for name, row in (data.get("groups") or {}).items()}
    found: list[Expression] = []
    for slug, row in data["actions"].items():
        if slug not in actions():
            raise VocabularyError(
                f"expressions/{data['language']}.yml", f"no action {slug!r}.", "See actions.yml."
            )
        for kind in ("verb", "noun"):
            found.extend(
                compiled(e, kind, slug, row, prepositions, groups) for e in row.get(kind + "s") or ()
            )
    found.sort(key=lambda e: -len(e.company))
    whole: dict[str, list[Expression]] = {}
    begins: dict[str, list[Expression]] = {}
    for expression in found:
        for lemma in expression.head.whole:
            whole.setdefault(lemma, []).append(expression)
        for key in {b[:PREFIX] for b in expression.head.begins}:
            begins.setdefault(key, []).append(expression)
    return Lexicon(
        language=data["language"],
        expressions=tuple(found),
        words=words,
        _whole={k: tuple(v) for k, v in whole.items()},
        _begins={k: tuple(v) for k, v in begins.items()},
    )


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """YAML in which only true and false are truth values: "on" and "no" are words."""


_Loader.yaml_implicit_resolvers = {
    first: [(tag, rule) for tag, rule in rows if tag != "tag:yaml.org,2002:bool"]
    for first, rows in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
_Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(?:true|false)$"), list("tf"))


def languages() -> Sequence[str]:
    """Languages that have a file."""
    return tuple(sorted(p.stem for p in FOLDER.glob("*.yml")))


@cache
def expressions(lang: str) -> Lexicon:
    """The compiled lexicon of a language; an empty one where there is no file."""
    file = FOLDER / f"{lang}.yml"
    if not file.exists():
        return build({"language": lang, "actions": {}})
    return build(yaml.load(file.read_text(encoding="utf-8"), Loader=_Loader))
