"""Verb frames that read the other way round: who detains, who lists, and whose request is refused."""

from __future__ import annotations

from loaders.coding.names import Names
from loaders.coding.parties import parties_of
from loaders.coding.passives import is_passive, obliques
from loaders.coding.scenes import Party, kind_of
from loaders.coding.sides import NOBODY, PRIVATE, Frame, Side, without
from loaders.coding.subjects import subject_of
from loaders.coding.syntax import Token
from loaders.coding.triggers import Hit, has_any

BEING_IN = "be in"  # the expression that says no more than where somebody is
_CLAUSE = frozenset({"advcl", "acl:relcl", "acl", "ccomp"})


def turned(names: Names, hit: Hit, frame: Frame) -> Frame:
    """The frame of a verb, with the sides that its construction gives to others than subject and mark."""
    if not names.tree.parsed:
        return frame
    verb = names.tree.tokens[hit.head]
    if not frame.actor.parties and frame.actor.how != "private" and is_passive(names.tree, verb):
        if hit.expression.action == "coerce":
            return _held_at(names, verb, frame)
        if hit.expression.action == "sanction" and _on_a_list(names, hit):
            return _listed(names, verb, frame)
    if hit.expression.phrase == BEING_IN and not _is_a_person(names, verb):
        return Frame(PRIVATE, frame.counterpart, frame.pair)
    if hit.expression.action == "criticise" and is_passive(names.tree, verb) and frame.actor.how != "agent":
        return _at_post(names, verb, frame)
    if hit.expression.action in ("criticise", "threaten") and _complains(names, hit):
        return _complained_of(names, hit, frame)
    if hit.expression.action == "reject" and (asked := _asked(names, hit, set(frame.actor.codes()))).parties:
        return Frame(frame.actor, asked, frame.pair)
    return frame


def _is_a_person(names: Names, verb: Token) -> bool:
    """ "Its minister was in Kabul on Friday": people are on a visit, states and summits only are there."""
    subject, _ = subject_of(names.tree, verb)
    if subject is None:
        return False
    lexicon, mention = names.lexicon, names.at.get(subject.i)
    offices = lexicon.word("person_nouns") | lexicon.word("official_nouns") | lexicon.word("persons")
    known = mention.kind == "person" if mention is not None else subject.text in names.scene.people
    return known or bool({subject.lemma, subject.text.casefold()} & offices)


def _complains(names: Names, hit: Hit) -> bool:
    """Whether the expression, or what is threatened, is a complaint."""
    words = names.lexicon.word("complaining")
    below = (k.i for k in names.tree.kids(hit.head, "xcomp"))
    return has_any(names.tree, frozenset({*hit.tokens, *below}), words)


def _complained_of(names: Names, hit: Hit, frame: Frame) -> Frame:
    """ "Bishkek complained to the WTO": to a body one complains of another state, the partner on stage."""
    judges = frame.counterpart.parties
    if not judges or any(kind_of(p.code) == "state" for p in judges):
        return frame
    taken = {*frame.actor.codes(), *frame.counterpart.codes()}
    partners = (names.scene.partner(code) for code in frame.actor.codes())
    code = next((c for c in partners if c and c not in taken and kind_of(c) == "state"), "")
    token = names.tree.tokens[hit.head]
    meant = Side((Party(code, "scene", token.start, token.end),), "scene")
    return Frame(frame.actor, meant, frame.pair) if code else frame


def _patient(names: Names, verb: Token) -> Side:
    subject, how = subject_of(names.tree, verb)
    found = parties_of(names, subject.i, wide=True) if subject is not None else []
    return Side(tuple(p for p in found if p.code), how)


def _held_at(names: Names, verb: Token, frame: Frame) -> Frame:
    """ "Tajiks were held for days at Moscow's airports": whose place it is acts."""
    patient = _patient(names, verb)
    if not patient.parties:
        return frame
    places = names.lexicon.word("locatives")
    for i in (verb.i, *(k.i for k, _ in obliques(names, verb.i))):
        for child, marks in obliques(names, i):
            if marks & places and (found := without(parties_of(names, child.i), set(patient.codes()))):
                return Frame(Side(found, "marked"), patient)
    return frame


def _at_post(names: Names, verb: Token, frame: Frame) -> Frame:
    """ "Kazakhstan's ambassador to Moscow was summoned": the state where the envoy serves summons."""
    subject, _ = subject_of(names.tree, verb)
    if subject is None or subject.lemma not in names.lexicon.word("envoys"):
        return frame
    sent_by = [p for p in parties_of(names, subject.i) if p.code]
    for child, marks in obliques(names, subject.i):
        if marks & (names.lexicon.word("post_marks")):
            post = without(parties_of(names, child.i), {p.code for p in sent_by})
            if post and sent_by:
                return Frame(Side(post, "nested"), Side(tuple(sent_by[:1]), "subject"))
    return frame


def _on_a_list(names: Names, hit: Hit) -> bool:
    return has_any(names.tree, hit.tokens, names.lexicon.word("lists"))


def _listed(names: Names, verb: Token, frame: Frame) -> Frame:
    """ "Kyrgyz banks were put on the British list": whose list it is acts."""
    patient = _patient(names, verb)
    owners = without(list(frame.counterpart.parties), set(patient.codes()))
    return Frame(Side(owners, "marked"), patient if patient.parties else NOBODY) if owners else frame


def _asked(names: Names, hit: Hit, skip: set[str]) -> Side:
    """ "Refused to expel Ukraine's envoy, as Russia had demanded": the refusal is to who asked."""
    asking = names.lexicon.word("asking")
    for token in names.tree.tokens[hit.head + 1 :]:
        if token.lemma not in asking or token.dep not in _CLAUSE or token.pos != "VERB":
            continue
        for subject in names.tree.kids(token.i, "nsubj"):
            found = without([p for p in parties_of(names, subject.i) if p.code], skip)
            if found and hit.head in {a.i for a in names.tree.ancestors(token.i)}:
                return Side(found, "marked")
    return NOBODY
