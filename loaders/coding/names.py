"""The parties that one sentence names, word by word, and who of them stands before a pronoun."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from loaders.coding.mentions import Mention
from loaders.coding.scenes import Party, Scene, kind_of
from loaders.coding.syntax import Token, Tree
from models.vocabulary.lexicon import Lexicon

OPENING = frozenset({"“", "«", "„", "``"})
CLOSING = frozenset({"”", "»", "''"})
AHEAD = 25  # words within which a fronted pronoun finds its subject


@dataclass(frozen=True)
class Names:
    """The mentions of one sentence by the tokens that they cover.

    `people`: officials whom only this text knows, by token. `halves`: the first of two parties in one word,
    as in "туркмено-афганский"; `at` has the second. `avoid`: parties that a pronoun or "the two"
    can't mean, because they act in the same clause; `apart`: parties that a possessive can't mean either.
    """

    tree: Tree
    lexicon: Lexicon
    scene: Scene
    at: dict[int, Mention] = field(default_factory=dict)
    places: dict[int, Mention] = field(default_factory=dict)
    people: dict[int, Party] = field(default_factory=dict)
    halves: dict[int, Mention] = field(default_factory=dict)
    avoid: set[str] = field(default_factory=set)
    apart: set[str] = field(default_factory=set)
    quoted: frozenset[int] = frozenset()
    region_only: bool = False

    @classmethod
    def of(
        cls,
        tree: Tree,
        mentions: Sequence[Mention],
        lexicon: Lexicon,
        scene: Scene,
        *,
        region_only: bool = False,
    ) -> Names:
        """Lay the mentions over the tokens of the sentence."""
        names = cls(tree, lexicon, scene, quoted=_quoted(tree), region_only=region_only)
        for mention in mentions:
            for i in tree.at(mention.start, mention.end):
                if i in names.at and mention.kind == names.at[i].kind == "adjective":
                    names.halves[i] = names.at[i]
                (names.places if mention.kind == "place" else names.at)[i] = mention
        return names

    def forget(self) -> None:
        """Start on another clause: whom its pronouns can't mean is open again."""
        self.avoid.clear()
        self.apart.clear()

    def know_people(self) -> None:
        """Lay the officials whom the text has introduced over the sentence."""
        for token in self.tree.tokens:
            if token.pos == "PROPN" and token.i not in self.at and token.text in self.scene.people:
                self.people[token.i] = self.scene.people[token.text]

    def before(
        self, i: int, *, persons: bool, without: set[str] | frozenset[str] = frozenset()
    ) -> Party | None:
        """The antecedent of a pronoun within its sentence: the last person, or the subject before it."""
        fitting = self._fitting(persons, without)
        earlier = [k for k in sorted(fitting) if k < i]
        if not earlier:
            return self._ahead(i, fitting) if persons else None
        subjects = [k for k in earlier if self.in_subject(k)]
        if persons:
            return fitting[(subjects or earlier)[-1]]
        return fitting[subjects[0] if subjects else earlier[-1]]

    def _fitting(self, persons: bool, without: set[str] | frozenset[str]) -> dict[int, Party]:
        found = {k: Party.of(m) for k, m in self.at.items() if (m.kind == "person") == persons}
        if persons:
            found.update(self.people)
        return {k: found[k] for k in sorted(found) if found[k].code not in without}

    def _ahead(self, i: int, fitting: dict[int, Party]) -> Party | None:
        """ "During his stay in Dushanbe, Imran Khan ...": the subject that a fronted pronoun waits for."""
        for k, party in fitting.items():
            token = self.tree.tokens[k]
            if token.dep != "nsubj" or k >= i + AHEAD:
                continue
            verb = self.tree.tokens[token.head]
            if verb.dep == "root" or verb in list(self.tree.ancestors(i)):
                return party
        return None

    def in_subject(self, i: int) -> bool:
        """Whether a token is a subject, or an attribute of one."""
        token = self.tree.tokens[i]
        return token.dep.startswith("nsubj") or (
            token.dep in ("amod", "compound", "nmod:poss")
            and self.tree.tokens[token.head].dep.startswith("nsubj")
        )

    def within(self, i: int) -> list[Party]:
        """All parties named anywhere below a token, in order, each once."""
        found: dict[str, Party] = {}
        for k in self.tree.subtree(i):
            for mention in (self.halves.get(k), self.at.get(k)):
                if mention is not None:
                    found.setdefault(mention.code, Party.of(mention))
        return list(found.values())

    def states_before(self, i: int) -> tuple[str, ...]:
        """Codes of the states that the sentence names before a token, in order, each once."""
        codes: dict[str, None] = {}
        for k in sorted({*self.at, *self.people}):
            code = self.at[k].code if k in self.at else self.people[k].code
            if k < i and kind_of(code) == "state":
                codes.setdefault(code)
        return tuple(codes)


def case_marks(tree: Tree, token: Token) -> frozenset[str]:
    """Prepositions of a noun, and its grammatical case as "+dat", "+ins" where the language has it."""
    marks = {k.lemma for k in tree.kids(token.i, "case")} | {
        k.text.casefold() for k in tree.kids(token.i, "case")
    }
    if case := token.feats.get("Case"):
        marks |= {f"{mark}+{case.casefold()}" for mark in marks} or {"+" + case.casefold()}
    return frozenset(marks)


def _quoted(tree: Tree) -> frozenset[int]:
    """Tokens inside quotation marks: "we" and "they" there are the speaker's, not the story's.

    A mark that closes what no mark has opened ends a quotation that began in an earlier sentence.
    """
    inside: set[int] = set()
    within = False
    for token in tree.tokens:
        opens, closes = _marks(tree, token)
        if closes and not within:
            inside.update(range(token.i))
        if opens or closes:
            within = opens
        elif within:
            inside.add(token.i)
    return frozenset(inside)


def _marks(tree: Tree, token: Token) -> tuple[bool, bool]:
    """Whether a token opens or closes a quotation; a straight mark opens where a word follows at once."""
    if token.text != '"':
        return token.text in OPENING, token.text in CLOSING
    after = tree.tokens[token.i + 1] if token.i + 1 < len(tree.tokens) else None
    opens = after is not None and after.start == token.end and after.text[:1].isalnum()
    return opens, not opens
