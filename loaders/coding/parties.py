"""Whom a noun phrase stands for: named, by its attributes, by a pronoun, or by what was told before."""

from __future__ import annotations

from collections.abc import Iterator

from loaders.coding.names import Names, case_marks
from loaders.coding.pronouns import by_scene
from loaders.coding.scenes import Party
from loaders.coding.syntax import Token
from loaders.coding.titles import by_role
from models.vocabulary import CENTRAL_ASIA

_ATTRIBUTES = ("nmod:poss", "amod", "compound", "flat", "det", "nummod")
DEPTH = 6


def parties_of(names: Names, i: int, *, wide: bool = False, depth: int = 0) -> list[Party]:
    """Parties that the phrase headed by token i stands for, conjuncts included.

    `wide`: also parties in its complements ("a treaty with Tajikistan"), for objects.
    """
    if depth > DEPTH or case_marks(names.tree, names.tree.tokens[i]) & names.lexicon.word("privative"):
        return []  # "with four states, without Russia"
    found = _one(names, i, wide, depth)
    for other in names.tree.kids(i, "conj"):
        if other.pos not in ("VERB", "AUX") and not _ruled_out(names, other):
            found += parties_of(names, other.i, wide=wide, depth=depth + 1)
    return _once(found)


def _ruled_out(names: Names, other: Token) -> bool:
    """ "Turkish drones and not Russian guarantees": joined only to be denied."""
    before = names.tree.tokens[min(names.tree.subtree(other.i)) - 1 : other.i]
    return any(t.lemma in names.lexicon.word("denials") for t in before[:2])


def _once(parties: list[Party]) -> list[Party]:
    seen: dict[str, Party] = {}
    for party in parties:
        seen.setdefault(party.code, party)
    return list(seen.values())


def _one(names: Names, i: int, wide: bool, depth: int) -> list[Party]:
    token = names.tree.tokens[i]
    if i in names.at:
        both = (names.halves.get(i), names.at[i])
        found = [Party.of(mention) for mention in both if mention is not None]
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
    if token.text.casefold() in names.lexicon.word("whose"):
        return _owner(names, token, depth)
    if resolved := by_scene(names, token, lambda k: parties_of(names, k, depth=depth + 1)):
        return resolved
    if (related := _related(names, token, depth)) is not None:
        return related
    for tier in _tiers(names, token, wide):
        tier += _listed(names, tier)
        named = [p for child in tier for p in parties_of(names, child.i, wide=wide, depth=depth + 1)]
        if named:
            return named
    if token.lemma in names.lexicon.word("city_offices"):  # "Almaty police"
        towns = [names.places[k.i] for k in names.tree.kids(token.i, *_ATTRIBUTES) if k.i in names.places]
        if towns:
            return [Party.of(towns[0])]
    if token.i - 1 in names.at and token.pos in ("NOUN", "PROPN") and not case_marks(names.tree, token):
        return [Party.of(names.at[token.i - 1])]  # "CSTO Secretariat", where the parser missed the compound
    return by_role(names, token)


def _owner(names: Names, token: Token, depth: int) -> list[Party]:
    """ "Belarus, whose president refused": the noun that the relative clause hangs on."""
    for above in names.tree.ancestors(token.i):
        if above.dep == "acl:relcl" and above.head < token.i:
            return parties_of(names, above.head, depth=depth + 1)
    return []


def _related(names: Names, token: Token, depth: int) -> list[Party] | None:
    """ "His hosts", "its Uzbek counterpart", "Kazakhstan's guest": not the owner, but whom he deals with.

    None where the word is no such noun or has no owner.
    """
    tree, scene, lexicon = names.tree, names.scene, names.lexicon
    kinds = [k for k in ("guest_nouns", "host_nouns", "neighbour_nouns") if token.lemma in lexicon.word(k)]
    owners = [p for k in tree.kids(token.i, "nmod:poss") for p in parties_of(names, k.i, depth=depth + 1)]
    if not kinds or not owners:
        return None
    own = {p.code for p in owners}
    phrases = [*tree.kids(token.i, "nmod")]
    if token.dep == "obj":  # "met his counterparts from the five states"
        phrases += [k for k in tree.kids(token.head, "obl") if k.i > token.i]
    below = [k for k in phrases if case_marks(tree, k) & lexicon.word("homes")]
    for tier in ([*tree.kids(token.i, "amod", "compound", "flat")], [*tree.kids(token.i, "appos")], below):
        named = [p for k in tier for p in parties_of(names, k.i, depth=depth + 1) if p.code not in own]
        if named:
            return named
    told = {"guest_nouns": scene.guest, "host_nouns": scene.host}.get(kinds[0], "")
    code = told if told and told not in own else scene.partner(owners[0].code)
    return [Party(code, "role", token.start, token.end)] if code else []


def _listed(names: Names, tier: list[Token]) -> list[Token]:
    """ "Kyrgyz, Chinese and Uzbek officials": the first of a list, which parsers hang on something else."""
    listed = [k.i for k in tier if k.i in names.at and names.at[k.i].kind == "adjective"]
    if not listed:
        return []
    tokens, found, at = names.tree.tokens, [], min(listed) - 1
    joined = len(listed) > 1 or any(any(names.tree.kids(i, "conj")) for i in listed)
    while at > 0 and tokens[at].pos in ("PUNCT", "CCONJ") and tokens[at].text not in ";:":
        at -= 1
        if (
            at not in names.at
            or names.at[at].kind != "adjective"
            or tokens[at].head == tokens[listed[0]].head
        ):
            break
        found.append(tokens[at])
        at -= 1
    return found if joined else []


def _tiers(names: Names, token: Token, wide: bool) -> Iterator[list[Token]]:
    """Dependents that may name the party, the surest first."""
    tree = names.tree
    bare = [k for k in tree.kids(token.i, "nmod") if k.i < token.i and not any(tree.kids(k.i, "case"))]
    yield [*tree.kids(token.i, *_ATTRIBUTES), *bare]
    below = list(tree.kids(token.i, "nmod"))
    belonging = names.lexicon.word("belonging") | names.lexicon.word("inclusive")
    if token.feats.get("Animacy") == "Anim":
        belonging |= names.lexicon.word("origins")
    titled = token.pos == "PROPN" and token.lemma in names.lexicon.word("named_after")
    if not titled:  # "Capital Bank of Central Asia" is no state's
        yield [k for k in below if case_marks(tree, k) & belonging]
    yield list(tree.kids(token.i, "appos"))
    if wide:
        locative = names.lexicon.word("locatives")
        yield [k for k in below if not case_marks(tree, k) & locative]
        clauses = list(tree.kids(token.i, "acl", "acl:relcl", "obl", "ccomp", "xcomp", "advcl"))
        if token.feats.get("VerbForm") == "Inf" and "Aspect" in token.feats:
            clauses += tree.kids(token.i, "obj", "iobj")  # "приглашение посетить Узбекистан"
        yield clauses


def in_region(code: str | None) -> bool:
    """Whether the code is a Central Asian state or the five as a group."""
    return code in CENTRAL_ASIA or code in ("C5", "C5+1")
