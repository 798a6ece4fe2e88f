"""Event nouns: "X's accession to Y", "talks between X and Y"; a light verb above lends its subject."""

from __future__ import annotations

from loaders.coding.frames import marked, verb_frame
from loaders.coding.names import Names
from loaders.coding.parties import parties_of
from loaders.coding.passives import agents_of, is_passive, obliques
from loaders.coding.scenes import Party
from loaders.coding.sides import NOBODY, PRIVATE, VERBAL, Frame, Side, governor, without
from loaders.coding.strangers import is_private
from loaders.coding.subjects import subject_of
from loaders.coding.syntax import Token
from loaders.coding.triggers import Hit
from loaders.coding.turns import turned

# What is said or decided and may be approved of by somebody who is no party to it.
SPOKEN = frozenset({"propose", "announce", "reject", "demand", "threaten", "ratify"})


def _noun_sides(names: Names, hit: Hit) -> tuple[Side, Side, Side]:
    """What stands at an event noun: its owner or doer, its marked counterpart, its "between" pair."""
    tree, lexicon = names.tree, names.lexicon
    owner = [
        p
        for k in tree.kids(hit.head, "nmod:poss", "amod", "compound")
        if not _names_paper(names, hit.head, k.i)
        for p in parties_of(names, k.i)
    ]
    between: list[Party] = []
    target: list[Party] = []
    by: list[Party] = []
    wanted = hit.expression.marks
    phrases = [(k, marks) for i in sorted(hit.tokens) for k, marks in obliques(names, i)]
    best = min((wanted.index(m) for _, marks in phrases for m in marks if m in wanted), default=-1)
    for child, marks in phrases:
        if marks & lexicon.word("between"):
            between += parties_of(names, child.i, wide=True)
        elif hit.expression.roles == "pair" and len(both := _both(names, child, marks)) == 2:
            between += both  # "a meeting of the Kazakh and Kyrgyz premiers"
        elif best >= 0 and wanted[best] in marks:
            target += parties_of(names, child.i, wide=not target)
        elif marks & lexicon.word("doers"):
            by += parties_of(names, child.i)
    return (
        Side(tuple(owner or by), "genitive"),
        Side(tuple(target), "marked"),
        Side(tuple(between), "marked"),
    )


def _both(names: Names, child: Token, marks: frozenset[str]) -> list[Party]:
    """The two whose common event it is, by a preposition that tells whose something is."""
    return parties_of(names, child.i) if "of" in marks else []


def _names_paper(names: Names, noun: int, attribute: int) -> bool:
    """ "Астанинская декларация", "the Samarkand Declaration": a city in the title of a paper is no party."""
    lexicon, token = names.lexicon, names.tree.tokens[attribute]
    titled = token.text[:1].isupper() and token.i > 0 and token.feats.get("Case") is not None
    return titled and names.tree.tokens[noun].lemma in lexicon.word("instruments")


def _is_judged(names: Names, verb: Token, noun: Token) -> bool:
    """ "Astana deplored the shelling": whoever shelled, it was not the one who deplores it."""
    attitude = {verb.lemma, verb.text.casefold()} & names.lexicon.word("attitudes")
    return bool(attitude) and noun.dep in ("obj", "obl", "nmod", "conj")


def _asked(names: Names, noun: Token, verb: Token, owner: Side) -> Side:
    """ "At a request of the ministry Armenia handed him over": another asked, not the subject."""
    at = any(k.lemma == "at" for k in names.tree.kids(noun.i, "case"))
    subject, how = subject_of(names.tree, verb)
    if not at or subject is None or noun.lemma not in names.lexicon.word("occasion_nouns"):
        return NOBODY
    own = Side(tuple(p for p in parties_of(names, subject.i) if p.code), how)
    guessed = all(p.via in ("role", "title", "pronoun") and p.code in own.codes() for p in owner.parties)
    return own if guessed else NOBODY


def noun_frame(names: Names, hit: Hit) -> Frame:
    """Actor and counterpart of an event noun; a light verb above it lends its subject and obliques."""
    tree, noun, expression = names.tree, names.tree.tokens[hit.head], hit.expression
    names.forget()
    owner, target, between = _noun_sides(names, hit)
    if len(between.parties) > 1:
        return Frame(between, NOBODY, True)
    if len(owner.parties) > 1 and expression.roles == "pair" and not target.parties:
        return Frame(owner, NOBODY, True)
    target = Side(without(list(target.parties), set(owner.codes())), target.how)
    verb = governor(tree, noun)
    if expression.action == "visit" and verb is not None and (guest := _received(names, verb)).parties:
        host, how = subject_of(tree, verb)
        by = without(parties_of(names, host.i), set(guest.codes())) if host is not None else ()
        return Frame(guest, Side(by, how))
    if owner.parties and not target.parties and _is_approved(names, hit):
        return Frame(PRIVATE, target)
    if verb is not None and (asked := _asked(names, noun, verb, owner)).parties:
        return Frame(Side(without(list(target.parties), set(asked.codes())), target.how), asked)
    if verb is not None and not owner.parties and _is_judged(names, verb, noun):
        return Frame(PRIVATE, target)
    if verb is not None and not owner.parties:
        subject, how = subject_of(tree, verb)
        if subject is not None and is_private(names, subject):
            return Frame(PRIVATE, target)
        if subject is not None and subject.i != noun.i and subject.i not in tree.subtree(noun.i):
            owner = Side(without(parties_of(names, subject.i), set(target.codes())), how)
        elif is_passive(tree, verb) and (by := agents_of(names, verb)):
            owner = Side(without(list(by), set(target.codes())), "agent")  # "an offer was made by Tehran"
    if verb is not None and expression.action == "mediate" and owner.parties and not target.parties:
        subject, how = subject_of(tree, verb)  # "they agreed through Astana's mediation"
        if subject is not None:
            target = Side(without(parties_of(names, subject.i), set(owner.codes())), how)
    if verb is not None and not target.parties:
        for child, marks in obliques(names, verb.i):
            if marks & set(expression.marks) and child.i != noun.i:
                target = Side(without(parties_of(names, child.i), set(owner.codes())), "oblique")
    if not target.parties and expression.place:
        target = marked(names, hit, sorted(hit.tokens), set(owner.codes()))
    if expression.roles == "reverse":
        owner, target = target, owner
    return Frame(owner, target, expression.roles == "pair")


def _received(names: Names, verb: Token) -> Side:
    """ "Received the premier on an official visit": whoever is received is the guest."""
    if verb.lemma not in names.lexicon.word("hosting"):
        return NOBODY
    found = [p for k in names.tree.kids(verb.i, "obj") for p in parties_of(names, k.i) if p.code]
    return Side(tuple(found), "object")


def _is_approved(names: Names, hit: Hit) -> bool:
    """ "Tokayev supports Tashkent's bid": he takes no part in what he approves of."""
    if hit.expression.action not in SPOKEN:
        return False
    approvals = names.lexicon.word("approvals")
    for above in names.tree.ancestors(hit.head):
        if above.lemma in approvals:
            return True
        if above.pos in VERBAL:
            break
    return False


def frame_of(names: Names, hit: Hit) -> Frame:
    """Actor and counterpart as the tree has them; sides may be empty."""
    if names.tree.tokens[hit.head].pos in VERBAL and hit.expression.kind == "verb":
        return turned(names, hit, verb_frame(names, hit))
    return noun_frame(names, hit)
