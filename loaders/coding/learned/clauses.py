"""What a clause is about, as named features: its head, what it governs, who is in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from loaders.coding.mentions import Mention
from loaders.coding.names import Names, case_marks
from loaders.coding.passives import is_passive
from loaders.coding.scenes import kind_of
from loaders.coding.subjects import subject_of
from loaders.coding.syntax import Token, Tree

DEEP = 4  # levels below the head whose words count as the clause's
_VERBAL = frozenset({"VERB", "AUX"})
_CONTENT = frozenset({"VERB", "NOUN", "ADJ", "ADV", "PROPN", "ADP", "PART", "NUM", "X"})
_MEANING = frozenset({"VERB", "NOUN", "ADJ"})
_OWN_CLAUSE = frozenset({"conj", "advcl", "parataxis", "acl:relcl", "ccomp"})
SLOTS = ("head", "object", "oblique", "clause", "subject", "company", "particle")


@dataclass(frozen=True, slots=True)
class Clause:
    """One possible telling of a move. `named`: features that hold; `slots`: lemmas by place, for vectors."""

    head: int
    named: frozenset[str]
    slots: Mapping[str, tuple[str, ...]]


def heads(names: Names) -> Iterator[int]:
    """Words that may tell a move: verbs, and nouns beside which a party stands."""
    for token in names.tree.tokens:
        if token.i in names.at or token.i in names.places:
            continue
        if token.pos in _VERBAL:
            if not token.dep.startswith("aux") and token.dep != "case":
                yield token.i
        elif token.pos == "NOUN" and _beside_party(names, token.i):
            yield token.i


def _beside_party(names: Names, i: int) -> bool:
    for kid in names.tree.kids(i, "nmod", "nmod:poss", "amod", "compound", "obl"):
        if kid.i in names.at or any(k.i in names.at for k in names.tree.kids(kid.i)):
            return True
    return False


def clause(names: Names, i: int) -> Clause:
    """The features of the clause whose head is token i."""
    tree = names.tree
    token = tree.tokens[i]
    verbal = token.pos in _VERBAL
    named = {"bias", f"head={token.lemma}", f"pos={token.pos}", f"dep={token.dep}"}
    slots: dict[str, list[str]] = {name: [] for name in SLOTS}
    slots["head"].append(token.lemma)
    for kid in tree.kids(i):
        _kid(names, token, kid, named, slots)
    if verbal:
        named.add("passive" if is_passive(tree, token) else "active")
        subject, how = subject_of(tree, token)
        if subject is not None:
            named.add(f"subject {how}")
            for word in _as_words(names, subject):
                named.add(f"subject={word}")
                if word.islower():
                    slots["subject"].append(word)
    above = tree.tokens[token.head]
    if above.i != i:
        named.add(f"above={above.lemma}")
        named.add(f"dep={token.dep} above={above.lemma}")
    for k in _below(tree, i):
        for word in _as_words(names, tree.tokens[k], deep=False):
            named.add(f"word={word}")
            if word.islower() and tree.tokens[k].pos in _MEANING:
                slots["company"].append(word)
    return Clause(i, frozenset(named), {name: tuple(row) for name, row in slots.items() if row})


def _kid(names: Names, head: Token, kid: Token, named: set[str], slots: dict[str, list[str]]) -> None:
    tree = names.tree
    if kid.dep in ("compound:prt", "neg", "mark") or (kid.pos in ("ADP", "PART") and kid.dep != "case"):
        _particle(head, kid, named, slots)
    elif kid.dep in ("obj", "nsubj:pass", "iobj", "attr", "amod", "compound"):
        for word in _as_words(names, kid):
            named.add(f"{kid.dep}={word}")
            named.add(f"head={head.lemma} {kid.dep}={word}")
            if word.islower() and kid.dep not in ("amod", "compound"):
                slots["object"].append(word)
    elif kid.dep in ("obl", "nmod", "obl:agent", "nmod:poss", "obl:tmod"):
        for mark in sorted(case_marks(tree, kid)) or [""]:
            named.add(f"mark={mark}")
            named.add(f"head={head.lemma} mark={mark}")
            named.update(f"{mark}={word}" for word in _as_words(names, kid))
        slots["oblique"] += [w for w in _as_words(names, kid) if w.islower()]
    elif kid.pos == "ADV":
        _particle(head, kid, named, slots)
    elif kid.dep in ("xcomp", "ccomp", "advcl", "acl"):
        named.add(f"{kid.dep}={kid.lemma}")
        named.add(f"head={head.lemma} {kid.dep}")
        if kid.dep in ("xcomp", "ccomp"):
            slots["clause"].append(kid.lemma)


def _particle(head: Token, kid: Token, named: set[str], slots: dict[str, list[str]]) -> None:
    named.add(f"particle={kid.lemma}")
    named.add(f"head={head.lemma} particle={kid.lemma}")
    slots["particle"].append(kid.lemma)


def _below(tree: Tree, i: int) -> list[int]:
    """Words of the clause, other clauses aside."""
    found, waiting = [], [(i, 0)]
    while waiting:
        at, depth = waiting.pop()
        for kid in tree.kids(at):
            other = kid.dep in _OWN_CLAUSE and kid.pos in _VERBAL
            if depth < DEEP and not other and kid.pos in _CONTENT:
                found.append(kid.i)
                waiting.append((kid.i, depth + 1))
    return sorted(found)


def _mask(mention: Mention) -> str:
    return "PERSON" if mention.kind == "person" else kind_of(mention.code).upper()


def _as_words(names: Names, token: Token, *, deep: bool = True) -> list[str]:
    """The word; parties and places masked by their kind; a phrase about a party also as the party."""
    if token.i in names.at:
        return [_mask(names.at[token.i])]
    if token.i in names.places:
        return ["PLACE"]
    if token.pos == "PROPN":
        return ["NAME"]
    if token.pos == "NUM":
        return ["NUMBER"]
    if not deep:
        return [token.lemma]
    beside = [k for k in names.tree.kids(token.i) if k.i in names.at]
    return [token.lemma, *sorted({f"of {_mask(names.at[k.i])}" for k in beside})]
