"""Whom a noun phrase stands for: named, by its attributes, by a pronoun, or by what was told before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from loaders.coding.mentions import Mention
from loaders.coding.scenes import Party, Scene
from loaders.coding.syntax import Token, Tree
from models.vocabulary import CENTRAL_ASIA, actors
from models.vocabulary.lexicon import Lexicon

_ATTRIBUTES = ("nmod:poss", "amod", "compound", "flat", "det", "nummod")
DEPTH = 6
OPENING = frozenset({"“", "«", "„", "``"})
CLOSING = frozenset({"”", "»", "''"})


@dataclass(frozen=True)
class Names:
    """The mentions of one sentence by the tokens that they cover."""

    tree: Tree
    lexicon: Lexicon
    scene: Scene
    at: dict[int, Mention] = field(default_factory=dict)
    places: dict[int, Mention] = field(default_factory=dict)
    avoid: set[str] = field(default_factory=set)
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
                (names.places if mention.kind == "place" else names.at)[i] = mention
        return names

    def before(self, i: int, *, persons: bool) -> Party | None:
        """The antecedent of a pronoun within its sentence: the last person, or the subject before it."""
        fitting = [k for k in sorted(self.at) if (self.at[k].kind == "person") == persons]
        earlier = [k for k in fitting if k < i]
        if not earlier:
            return self._ahead(i, fitting) if persons else None
        subjects = [k for k in earlier if self._in_subject(k)]
        if persons:
            return Party.of(self.at[(subjects or earlier)[-1]])
        return Party.of(self.at[subjects[0] if subjects else earlier[-1]])

    def _ahead(self, i: int, fitting: list[int]) -> Party | None:
        """ "During his stay in Dushanbe, Imran Khan ...": the subject that a fronted pronoun waits for."""
        for k in fitting:
            token = self.tree.tokens[k]
            if token.dep == "nsubj" and self.tree.tokens[token.head].dep == "root" and k < i + 25:
                return Party.of(self.at[k])
        return None

    def _in_subject(self, i: int) -> bool:
        token = self.tree.tokens[i]
        return token.dep.startswith("nsubj") or (
            token.dep in ("amod", "compound", "nmod:poss")
            and self.tree.tokens[token.head].dep.startswith("nsubj")
        )

    def within(self, i: int) -> list[Party]:
        """All parties named anywhere below a token, in order, each once."""
        found: dict[str, Party] = {}
        for k in self.tree.subtree(i):
            if k in self.at:
                found.setdefault(self.at[k].code, Party.of(self.at[k]))
        return list(found.values())


def case_marks(tree: Tree, token: Token) -> frozenset[str]:
    """Prepositions of a noun, and its grammatical case as "+dat", "+ins" where the language has it."""
    marks = {k.lemma for k in tree.kids(token.i, "case")} | {
        k.text.casefold() for k in tree.kids(token.i, "case")
    }
    if case := token.feats.get("Case"):
        marks |= {f"{mark}+{case.casefold()}" for mark in marks} or {"+" + case.casefold()}
    return frozenset(marks)


def parties_of(names: Names, i: int, *, wide: bool = False, depth: int = 0) -> list[Party]:
    """Parties that the phrase headed by token i stands for, conjuncts included.

    `wide`: also parties in its complements ("a treaty with Tajikistan"), for objects.
    """
    if depth > DEPTH or case_marks(names.tree, names.tree.tokens[i]) & names.lexicon.word("privative"):
        return []  # "with four states, without Russia"
    found = _one(names, i, wide, depth)
    for other in names.tree.kids(i, "conj"):
        if other.pos not in ("VERB", "AUX"):
            found += parties_of(names, other.i, wide=wide, depth=depth + 1)
    return _once(found)


def _once(parties: list[Party]) -> list[Party]:
    seen: dict[str, Party] = {}
    for party in parties:
        seen.setdefault(party.code, party)
    return list(seen.values())


def _one(names: Names, i: int, wide: bool, depth: int) -> list[Party]:
    token = names.tree.tokens[i]
    if i in names.at:
        found = [Party.of(names.at[i])]
        for k, mention in names.at.items():  # "the leaders of Central Asia and Xi": joined to the last word
            if mention is names.at[i] and k != i and depth < DEPTH:
                for other in names.tree.kids(k, "conj"):
                    found += parties_of(names, other.i, depth=depth + 1)
        if names.at[i].kind == "adjective" and depth < DEPTH:
            for other in names.tree.kids(i, "appos"):  # "Tajik, Uzbek and Russian troops"
                found += parties_of(names, other.i, depth=depth + 1) if other.i not in names.at else []
        return found
    if token.pos == "PROPN" and token.text in names.scene.people:
        return [names.scene.people[token.text]]
    if resolved := _by_scene(names, token):
        return resolved
    for tier in _tiers(names, token, wide):
        named = [p for child in tier for p in parties_of(names, child.i, wide=wide, depth=depth + 1)]
        if named:
            return named
    if token.lemma in names.lexicon.word("city_offices"):  # "Almaty police"
        towns = [names.places[k.i] for k in names.tree.kids(token.i, *_ATTRIBUTES) if k.i in names.places]
        if towns:
            return [Party.of(towns[0])]
    if token.i - 1 in names.at and token.pos in ("NOUN", "PROPN") and not case_marks(names.tree, token):
        return [Party.of(names.at[token.i - 1])]  # "CSTO Secretariat", where the parser missed the compound
    return _by_role(names, token)


def _tiers(names: Names, token: Token, wide: bool) -> Iterator[list[Token]]:
    """Dependents that may name the party, the surest first."""
    tree = names.tree
    bare = [k for k in tree.kids(token.i, "nmod") if k.i < token.i and not any(tree.kids(k.i, "case"))]
    yield [*tree.kids(token.i, *_ATTRIBUTES), *bare]
    below = list(tree.kids(token.i, "nmod"))
    belonging = names.lexicon.word("belonging")
    yield [k for k in below if case_marks(tree, k) & belonging]
    yield list(tree.kids(token.i, "appos"))
    if wide:
        locative = names.lexicon.word("locatives")
        yield [k for k in below if not case_marks(tree, k) & locative]
        yield list(tree.kids(token.i, "acl", "acl:relcl", "obl", "ccomp", "xcomp", "advcl"))


def _by_scene(names: Names, token: Token) -> list[Party]:
    """Pronouns and words for the whole pair."""
    scene, word, lexicon = names.scene, token.lemma, names.lexicon
    surface = token.text.casefold()
    if token.i in names.quoted and token.pos == "PRON":
        return []
    if surface in lexicon.word("persons") or word in lexicon.word("persons"):
        told = scene.hero if token.dep == "nsubj" else scene.person
        return _as(names.before(token.i, persons=True) or told or scene.person or scene.subject, token)
    if surface in lexicon.word("things") or word in lexicon.word("things"):
        return _as(names.before(token.i, persons=False) or scene.subject or scene.state, token)
    if counted := _counted(names, token):
        return counted
    if surface in lexicon.word("plurals") or _is_pair(names, token):
        pair = scene.pair_without(names.avoid)
        return [Party(c, "pair", token.start, token.end) for c in pair]
    return []


def _as(party: Party | None, token: Token) -> list[Party]:
    if party is None:
        return []
    return [Party(party.code, "pronoun", token.start, token.end, party.name, party.role)]


def _is_pair(names: Names, token: Token) -> bool:
    """ "the two countries", "both sides", "the parties": the pair on stage."""
    if not {token.lemma, token.text.casefold()} & names.lexicon.word("pair_nouns"):
        return False
    attributes = {w for k in names.tree.kids(token.i) for w in (k.lemma, k.text.casefold())}
    named = any(k in names.at for k in names.tree.subtree(token.i))
    if token.text.casefold() in names.lexicon.word("pair_words"):
        return not named and token.dep not in _ATTRIBUTES
    if attributes & names.lexicon.word("pair_words"):
        return True
    plural = token.feats.get("Number") == "Plur" or token.feats.get("Tag") == "NNS"
    bare = token.lemma in names.lexicon.word("bare_pairs") and not any(
        names.tree.kids(token.i, "amod", "det")
    )
    return plural and not named and (bare or bool(attributes & names.lexicon.word("definite")))


def _counted(names: Names, token: Token) -> list[Party]:
    """ "Three countries": as many states as were named last."""
    if token.lemma not in names.lexicon.word("pair_nouns"):
        return []
    words = {w for k in names.tree.kids(token.i) for w in (k.lemma, k.text.casefold())}
    for number, name in ((3, "threes"), (4, "fours"), (5, "fives")):
        if words & names.lexicon.word(name):
            if number == 5:
                return [Party("C5", "group", token.start, token.end)]
            codes: dict[str, Party] = {}
            for party in reversed(names.scene.recent):
                if party.code in actors() and actors()[party.code].kind == "state":
                    codes.setdefault(party.code, party)
            last = list(codes)[:number]
            return (
                [Party(c, "pair", token.start, token.end) for c in reversed(last)]
                if len(last) == number
                else []
            )
    return []


def _by_role(names: Names, token: Token) -> list[Party]:
    """Bare roles: "the guest", "the hosts", "the president", "the ministry"."""
    scene, lexicon = names.scene, names.lexicon
    word = token.lemma
    if token.dep in ("compound", "amod", "nmod:poss", "det"):
        return []
    span = (token.start, token.end)
    if word in lexicon.word("heads") and any(
        k.lemma in lexicon.word("headed") for k in names.tree.kids(token.i, "nmod")
    ):
        home = next((p.code for p in reversed(scene.recent) if p.code in CENTRAL_ASIA), scene.home)
        return [Party(home, "role", *span)] if home else []
    if word in lexicon.word("guest_nouns") and scene.guest:
        return [Party(scene.guest, "role", *span)]
    if word in lexicon.word("host_nouns") and scene.host:
        return [Party(scene.host, "role", *span)]
    if (
        word in lexicon.word("neighbour_nouns")
        and scene.subject
        and (other := scene.partner(scene.subject.code))
    ):
        return [Party(other, "role", *span)]
    if any(k.lemma in lexicon.word("secretary") for k in names.tree.kids(token.i, "compound")):
        for party in reversed(scene.recent):
            if party.via == "organisation":
                return [Party(party.code, "role", *span)]
    if word in lexicon.word("person_nouns"):
        here = [Party.of(m) for k, m in sorted(names.at.items(), reverse=True) if k < token.i]
        people = [p for p in [*here, *reversed(scene.recent)] if p.via == "person"]
        fitting = [p for p in people if word in p.role.casefold()] or people
        if fitting:
            return [Party(fitting[0].code, "role", *span, fitting[0].name, fitting[0].role)]
    if word in lexicon.word("home_nouns"):
        home = next((p.code for p in reversed(scene.recent) if p.code in CENTRAL_ASIA), scene.home)
        if home:
            return [Party(home, "role", *span)]
    if word in lexicon.word("organisation_nouns"):
        for party in reversed(scene.recent):
            if party.via == "organisation":
                return [Party(party.code, "role", *span)]
    if word in lexicon.word("office_nouns"):
        last = scene.subject or scene.state
        code = last.code if last else scene.home
        if code:
            return [Party(code, "role", *span)]
    return []


def in_region(code: str | None) -> bool:
    """Whether the code is a Central Asian state or the five as a group."""
    return code in CENTRAL_ASIA or code in ("C5", "C5+1")


def _quoted(tree: Tree) -> frozenset[int]:
    """Tokens inside quotation marks: "we" and "they" there are the speaker's, not the story's."""
    inside: set[int] = set()
    within = False
    for token in tree.tokens:
        if token.text in OPENING or token.text in CLOSING or token.text == '"':
            within = token.text in OPENING or (token.text == '"' and not within)
        elif within:
            inside.add(token.i)
    return frozenset(inside)
