"""One neutral shape for a parsed sentence, whichever parser made it: Universal POS and UD v2 relations.

Adapters (english.py, russian.py) convert their parser's labels; the rules of the engine see only this.
Prepositions are `case` children of their noun, as in UD. All offsets are offsets into the article's text.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

NO_FEATS: Mapping[str, str] = MappingProxyType({})
BASE = "Base"  # feature of a compound that the dictionary does not know: the lemma of the noun within it
JOINED = "Joined"  # feature of the parts of a word that the parser takes apart at its hyphens: the whole word
SUBJECTS = frozenset({"nsubj", "nsubj:pass", "csubj", "csubj:pass"})
APART = "parataxis:apart"  # a clause that a semicolon cuts off; it lends and borrows nothing
CLAUSES = frozenset({"root", "ccomp", "advcl", "acl", "acl:relcl", "parataxis", APART, "xcomp", "csubj"})


@dataclass(frozen=True, slots=True)
class Token:
    """A word. `head` is the index of its governor in the sentence; the root's head is itself."""

    i: int
    start: int
    end: int
    text: str
    lemma: str
    pos: str
    dep: str
    head: int
    feats: Mapping[str, str] = field(default_factory=lambda: NO_FEATS)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the article: `text` is exactly article text[start:end]; paragraphs count from 0."""

    index: int
    paragraph: int
    start: int
    end: int
    text: str


@dataclass(frozen=True)
class Tree:
    """The tokens of one sentence with quick access to children. `parsed` is False for a bare token list."""

    sentence: Sentence
    tokens: tuple[Token, ...]
    parsed: bool = True
    children: tuple[tuple[int, ...], ...] = field(init=False)

    def __post_init__(self) -> None:
        below: list[list[int]] = [[] for _ in self.tokens]
        for token in self.tokens:
            if token.head != token.i:
                below[token.head].append(token.i)
        object.__setattr__(self, "children", tuple(tuple(row) for row in below))

    def kids(self, i: int, *deps: str) -> Iterator[Token]:
        """Children of token i, all of them or those with one of these relations."""
        for k in self.children[i]:
            if not deps or self.tokens[k].dep in deps:
                yield self.tokens[k]

    def subtree(self, i: int) -> list[int]:
        """Indices of token i and all below it, in order of the sentence."""
        found, waiting = [], [i]
        while waiting:
            k = waiting.pop()
            found.append(k)
            waiting.extend(self.children[k])
        return sorted(found)

    def ancestors(self, i: int) -> Iterator[Token]:
        """Governors of token i from near to far; safe against cycles."""
        seen = {i}
        while (head := self.tokens[i].head) not in seen:
            yield self.tokens[head]
            seen.add(head)
            i = head

    def at(self, start: int, end: int) -> list[int]:
        """Indices of the tokens that overlap the span of the article's text."""
        return [t.i for t in self.tokens if t.start < end and t.end > start]

    def head_of(self, indices: list[int]) -> int:
        """The token of a span that governs the others: the one whose governor lies outside."""
        inside = set(indices)
        for i in indices:
            if self.tokens[i].head == i or self.tokens[i].head not in inside:
                return i
        return indices[-1]
