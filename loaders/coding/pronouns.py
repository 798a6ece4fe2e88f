"""Pronouns and words for the whole pair: "he", "its", "they", "the two countries", "both sides"."""

from __future__ import annotations

from collections.abc import Callable

from loaders.coding.antecedents import of_the_region, the_many, the_one
from loaders.coding.names import Names
from loaders.coding.scenes import Party, kind_of
from loaders.coding.syntax import Token

_ATTRIBUTES = ("nmod:poss", "amod", "compound", "flat", "det", "nummod")
_OBJECTS = frozenset({"obj", "iobj", "obl", "nmod"})
NUMBERS = ((3, "threes"), (4, "fours"), (5, "fives"))


Resolve = Callable[[int], list[Party]]


def by_scene(names: Names, token: Token, of: Resolve) -> list[Party]:
    """The parties that a pronoun or a word for the pair on stage means; empty for any other word.

    `of` tells the parties of another word of the sentence.
    """
    scene, word, lexicon = names.scene, token.lemma, names.lexicon
    words = {token.text.casefold(), word}
    if token.i in names.quoted and token.pos == "PRON":
        return []
    if words & lexicon.word("persons"):
        return _as(the_one(names, token) or _person(names, token), token)
    if words & lexicon.word("things"):
        if _is_expletive(names, token):
            return []
        return _as(_thing(names, token, of), token)
    if words & lexicon.word("latter"):
        return _as(scene.recent[-1] if scene.recent else None, token)
    if of_the_region(names, token):
        return [Party("C5", "group", token.start, token.end)]
    if words & lexicon.word("plurals") and (many := the_many(names, token)):
        return _as(many, token)
    if counted := _counted(names, token):
        return counted
    if words & lexicon.word("plurals") or _is_pair(names, token):
        return [Party(c, "pair", token.start, token.end) for c in _pair(names, token)]
    return []


def _is_expletive(names: Names, token: Token) -> bool:
    """ "It was decided to build a bank": "it" is the deciding, and no party."""
    clauses = names.tree.kids(token.head, "xcomp", "ccomp", "csubj", "csubj:pass")
    return token.dep == "nsubj:pass" and any(clauses)


def _others(names: Names, token: Token) -> set[str]:
    """Whom a pronoun can't mean: in "Xi phoned him" and "he praised his reforms" two people are at work."""
    if token.dep in _OBJECTS:
        return names.avoid
    return names.apart if token.dep == "nmod:poss" else set()


def _person(names: Names, token: Token) -> Party | None:
    scene, others = names.scene, _others(names, token)
    if found := names.before(token.i, persons=True, without=others):
        return found
    told = scene.hero if token.dep == "nsubj" else scene.person
    for party in (told, scene.person, scene.hero, scene.subject):
        if party is not None and party.code not in others:
            return party
    return next((p for p in reversed(scene.recent) if p.via == "person" and p.code not in others), None)


def _thing(names: Names, token: Token, of: Resolve) -> Party | None:
    scene, others = names.scene, _others(names, token)
    if not others and (found := _subject_before(names, token, of)):
        return found
    papers = {m.code for m in names.at.values() if kind_of(m.code) == "treaty"}  # a treaty does nothing
    found = names.before(token.i, persons=False, without=others | papers)
    for party in (found, scene.subject, scene.state):
        if party is not None and party.code not in others and kind_of(party.code) != "treaty":
            return party
    return None


def _subject_before(names: Names, token: Token, of: Resolve) -> Party | None:
    """ "The ministry sent a note in which it ...": still the same."""
    bare = names.lexicon.word("home_nouns") | names.lexicon.word("office_nouns")
    for other in names.tree.tokens[: token.i]:
        again = other.text.casefold() in names.lexicon.word("things")
        if other.dep == "nsubj" and (again or other.lemma in bare):
            return next((p for p in of(other.i) if p.code), None)
    return None


def _as(party: Party | None, token: Token) -> list[Party]:
    if party is None:
        return []
    return [Party(party.code, "pronoun", token.start, token.end, party.name, party.role)]


def _pair(names: Names, token: Token) -> tuple[str, ...]:
    """The pair meant: the two states that the sentence has just named, or the latest that was told."""
    if token.dep == "nmod:poss" and len(names.avoid) > 1:
        return ()  # "Orban and Tokayev put their names to it": their own
    states = not {token.lemma, token.text.casefold()} & names.lexicon.word("wider_pairs")
    if token.pos not in ("PRON", "DET") or {token.lemma, token.text.casefold()} & names.lexicon.word("two"):
        just = tuple(c for c in names.states_before(token.i) if c not in names.avoid)
        if len(just) == 2:
            return just
    return names.scene.pair_without(names.avoid, states=states)


def _is_pair(names: Names, token: Token) -> bool:
    """ "the two countries", "both sides", "the parties": the pair on stage."""
    nouns = names.lexicon.word("pair_nouns") | names.lexicon.word("duos")
    if not {token.lemma, token.text.casefold()} & nouns or in_council(names, token):
        return False
    attributes = {w for k in names.tree.kids(token.i) for w in (k.lemma, k.text.casefold())}
    named = any(k in names.at for k in names.tree.subtree(token.i))
    if token.lemma in names.lexicon.word("duos"):  # "the pair deplored it", but "a pair of helicopters"
        return bool(attributes & names.lexicon.word("definite")) and not any(names.tree.kids(token.i, "nmod"))
    if token.text.casefold() in names.lexicon.word("pair_words"):
        return not named and token.dep not in _ATTRIBUTES
    if attributes & names.lexicon.word("pair_words"):
        # "two Tajik diplomats" are of one state
        own = [names.at[k.i] for k in names.tree.kids(token.i) if k.i in names.at]
        return not any(m.kind == "adjective" and kind_of(m.code) == "state" for m in own)
    if any(not _says_little(names, k) for k in names.tree.kids(token.i, "amod", "acl:relcl", "acl")):
        return False  # "the assembled Turkic ministers": said of others
    plural = token.feats.get("Number") == "Plur" or token.feats.get("Tag") == "NNS"
    bare = token.lemma in names.lexicon.word("bare_pairs") and not any(
        names.tree.kids(token.i, "amod", "det")
    )
    return plural and not named and (bare or bool(attributes & names.lexicon.word("definite")))


def in_council(names: Names, token: Token) -> bool:
    """ "The cabinet of ministers": a body named after its members, who are nobody in particular."""
    head = names.tree.tokens[token.head]
    return token.dep in ("nmod", "nmod:poss") and head.lemma in names.lexicon.word("councils")


def _says_little(names: Names, attribute: Token) -> bool:
    """ "The foreign ministers", "the respective governments": attributes that single nobody out."""
    words = {attribute.lemma, attribute.text.casefold()}
    return bool(words & (names.lexicon.word("official_nouns") | names.lexicon.word("pair_words")))


def _counted(names: Names, token: Token) -> list[Party]:
    """ "Three countries": as many states as were named last."""
    if token.lemma in names.lexicon.word("five_nouns"):
        return [Party("C5", "group", token.start, token.end)]
    if token.lemma not in names.lexicon.word("pair_nouns"):
        return []
    words = {w for k in names.tree.kids(token.i) for w in (k.lemma, k.text.casefold())}
    for number, name in NUMBERS:
        if words & names.lexicon.word(name):
            if number == 5:
                return [Party("C5", "group", token.start, token.end)]
            codes = list(
                dict.fromkeys(p.code for p in reversed(names.scene.recent) if kind_of(p.code) == "state")
            )
            last = codes[:number]
            if len(last) == number:
                return [Party(c, "pair", token.start, token.end) for c in reversed(last)]
            return []
    return []
