"""How near a date stands to a move: whether its clause, one above, beside or below it dates the move."""

from __future__ import annotations

from collections.abc import Sequence

from loaders.coding.dates import DateSpan
from loaders.coding.syntax import APART, Token, Tree

_SINCE = frozenset({"after", "following", "unlike", "like", "than", "после", "вслед"})
_WHILE = frozenset({"while", "whereas", "whilst"})
_PERFECT = frozenset({"has", "have"})
_CLAUSE = frozenset({"acl", "acl:relcl", "advcl", "ccomp", "conj", "parataxis", APART})

AFTER = 0.9  # "ten years after it joined": farther than a date in the clause, nearer than one above
ASIDE = 2.8  # "Xi, who came on Monday, signed": only where no scene of a later day goes on


def clause_of(tree: Tree, i: int) -> int:
    """The head of the clause that token i stands in."""
    token = tree.tokens[i]
    while token.head != token.i and not (token.dep in _CLAUSE and token.pos in ("VERB", "AUX")):
        token = tree.tokens[token.head]
    return token.i


def cost(tree: Tree, span: DateSpan, head: int, reporting: frozenset[str]) -> float:
    """How far a date is from a move: its own clause first, then the clause above, then by words."""
    where = tree.at(span.start, span.end)
    if not where:
        return 99.0
    distance = min(abs(i - head) for i in where) / 100
    if not tree.parsed:
        return distance
    if span.anchor == "clause":
        return (AFTER if _opened_by(tree, where, head) else 99.0) + distance
    date = tree.head_of(where)
    if span.precision != "day" and _labels(tree, where[-1], head):
        return 4 + distance
    mine, its = clause_of(tree, head), clause_of(tree, date)
    if _points_back(tree, date, where, its, head):
        return 3.5 + distance
    if mine == its:
        return distance
    above = [t.i for t in tree.ancestors(mine)]
    if its in above and _apart(tree, tree.tokens[mine], its, date, reporting):
        return 3.3 + distance
    if its in above:
        return 1 + above.index(its) / 10 + distance
    if mine not in [t.i for t in tree.ancestors(its)]:
        return 2.5 + distance
    inner = tree.tokens[its]
    if inner.dep == "conj" and _opens(tree, date, inner, head):
        return 3.2 + distance
    if inner.dep in ("acl", "acl:relcl") and inner.feats.get("VerbForm") != "Conv":
        if not _attribute_dates(tree, inner, head, span, reporting):
            return 3.5 + distance
        of_subject = inner.dep == "acl:relcl" and tree.tokens[inner.head].dep == "nsubj"
        aside = of_subject and inner.lemma not in reporting
        return ASIDE + distance / 10 if aside else 2.5 + distance
    speaks = tree.tokens[mine].lemma in reporting and (mine != head or span.precision != "day")
    if inner.dep in ("ccomp", "parataxis") and speaks:
        return 3.5 + distance  # "will give it this year, he told the summit": the summit is not dated by that
    return 2 + distance


def _opened_by(tree: Tree, where: Sequence[int], head: int) -> bool:
    """Whether the words at `where` ("two months after") open the clause or the noun that the move is in."""
    up = [head, *(t.i for t in tree.ancestors(head))]
    return head > where[-1] and any(k.i in where for i in up for k in tree.kids(i, "mark", "case"))


def _opens(tree: Tree, date: int, clause: Token, head: int) -> bool:
    """ "Bishkek protested, and in May it threatened": what opens the second clause is no date of the first.

    Neither is what ends it where the first tells what holds now ("has waived it, and was thanked on Monday").
    """
    if not any(tree.kids(clause.i, "cc")) and not any(tree.kids(clause.head, "cc")):
        return False
    first = tree.tokens[head]
    beside = {k.text.casefold() for k in tree.kids(head, "aux", "aux:pass")}
    since = bool(beside & _PERFECT) and any(tree.kids(clause.i, "nsubj", "nsubj:pass"))
    return date < clause.i or first.feats.get("Tense") == "Pres" or since


def _points_back(tree: Tree, date: int, where: Sequence[int], clause: int, head: int) -> bool:
    """ "The second summit after the one in May 2023": a date within what came before dates only that."""
    for above in tree.ancestors(date):
        if above.i in (clause, head):
            return False
        marks = [k for k in tree.kids(above.i, "case") if k.lemma in _SINCE and k.i not in where]
        if above.dep in ("obl", "nmod") and marks:
            return above.i > head
    return False


def _apart(tree: Tree, clause: Token, above: int, date: int, reporting: frozenset[str]) -> bool:
    """Whether a clause is no more than told beside the one above, with a subject of its own.

    What holds now has not the day of another's deed ("A waived it on Monday, and B has paid a grant"); nor
    has what another, named party does, unless the day opens the sentence ("A rang on Monday, while B wrote").
    """
    subjects = list(tree.kids(clause.i, "nsubj", "nsubj:pass"))
    if not subjects:
        return False
    if {k.text.casefold() for k in tree.kids(clause.i, "aux", "aux:pass")} & _PERFECT:
        return tree.tokens[above].lemma not in reporting
    contrasts = {k.text.casefold() for k in tree.kids(clause.i, "mark")} & _WHILE
    beside = contrasts or (clause.dep == "conj" and any(k.pos == "PROPN" for k in subjects))
    first = next(tree.kids(above, "nsubj", "nsubj:pass"), None)
    return bool(beside) and clause.head == above and first is not None and first.i < date


def _labels(tree: Tree, date: int, head: int) -> bool:
    """ "A suspect in the January riots", "the 2009 accord": the month or year names something else."""
    noun = tree.tokens[tree.tokens[date].head]
    names = tree.tokens[date].dep in ("compound", "nummod") and noun.pos == "NOUN"
    return names and noun.i not in (date, head) and noun.i > date


def _attribute_dates(tree: Tree, clause: Token, head: int, span: DateSpan, reporting: frozenset[str]) -> bool:
    """Whether a clause that belongs to a noun dates the move all the same.

    It does where it says when the move was reported ("о чём объявил в среду"), at an event noun ("the summit
    held on Sunday"), and before the verb, of a person or of that by which one acts ("in a message sent on 7
    January he sided with"); a paper signed long ago does not.
    """
    if clause.lemma in reporting or clause.head == head:
        return True
    noun = tree.tokens[clause.head]
    person = noun.pos == "PROPN" or noun.feats.get("Animacy") == "Anim"
    said_of = person and noun.dep == "nsubj" and (span.precision == "day" or clause.dep != "acl:relcl")
    return noun.i < head and (noun.dep == "obl" or said_of)
