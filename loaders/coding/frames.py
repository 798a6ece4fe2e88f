"""Who acts on whom: the arguments of a verb, read from its clause (nouns: nominal.py)."""

from __future__ import annotations

from dataclasses import dataclass

from loaders.coding.names import Names, case_marks
from loaders.coding.parties import parties_of
from loaders.coding.passives import agents_of, is_passive, obliques
from loaders.coding.scenes import Party
from loaders.coding.strangers import is_official, is_private
from loaders.coding.syntax import SUBJECTS, Token, Tree
from loaders.coding.triggers import Hit

# How sure an argument is, by the way it was found.
SURE = {
    "subject": 1.0, "agent": 1.0, "object": 1.0, "marked": 1.0, "genitive": 0.95, "control": 0.9,
    "nested": 0.85, "oblique": 0.7, "clause": 0.6, "near": 0.5, "scene": 0.45, "home": 0.35, "stage": 1.0,
    "none": 0.6, "unknown": 0.6, "private": 0.1, "guess": 0.3, "salient": 0.4,
}  # fmt: skip
VERBAL = frozenset({"VERB", "AUX"})
# What experts, soldiers and rescuers do for their state: Uzbek experts who agree on a line are Uzbekistan.
STATE_WORK = frozenset({"negotiate", "exercise", "aid", "peacekeep", "mobilise", "clash"})
# What one does to another's deeds or words: "praised his reforms" is never said of one's own.
JUDGING = frozenset({"support", "criticise", "reject"})


@dataclass(frozen=True, slots=True)
class Side:
    """The parties at one end of a move, and how they were found."""

    parties: tuple[Party, ...]
    how: str

    @property
    def sure(self) -> float:
        """0 to 1; a pronoun or a role costs something on top."""
        indirect = self.how != "stage" and any(
            p.via in ("pronoun", "pair", "role", "scene") for p in self.parties
        )
        return SURE[self.how] * (0.85 if indirect else 1.0)

    def codes(self) -> tuple[str, ...]:
        """Codes in the order of the text."""
        return tuple(p.code for p in self.parties)


NOBODY = Side((), "none")
UNKNOWN = Side((), "unknown")  # somebody or something acts, but it is no party
PRIVATE = Side((), "private")


@dataclass(frozen=True, slots=True)
class Frame:
    """Actor and counterpart of one hit. `pair`: the actors act on one another."""

    actor: Side
    counterpart: Side
    pair: bool = False


def _is_relative(word: Token) -> bool:
    """ "The message in which he praised ...": a personal pronoun does not stand for the noun above."""
    personal = word.feats.get("Tag") in ("PRP", "EX") or "Person" in word.feats
    return word.pos in ("PRON", "DET", "SCONJ") and not personal


def subject_of(tree: Tree, verb: Token, depth: int = 0) -> tuple[Token | None, str]:
    """The word that the verb is said of, over control and relative clauses, and how it was found."""
    own = [k for k in tree.kids(verb.i) if k.dep in SUBJECTS]
    if own:
        first = own[0]
        if verb.dep == "acl:relcl" and _is_relative(first) and verb.head != verb.i:
            return tree.tokens[verb.head], "subject"
        return first, "subject"
    above = tree.tokens[verb.head]
    if depth > 4 or above.i == verb.i:
        return None, "none"
    if verb.dep in ("acl", "acl:relcl", "amod"):
        return (above, "subject") if above.pos not in VERBAL else subject_of(tree, above, depth + 1)
    if verb.dep in ("xcomp", "ccomp") and above.pos in VERBAL:
        objects = [k for k in tree.kids(above.i, "obj", "iobj") if k.i < verb.i]
        if objects and verb.dep == "xcomp":
            return objects[0], "control"
    if above.pos in VERBAL or verb.dep in ("conj", "advcl", "xcomp"):
        found, _ = subject_of(tree, above, depth + 1)
        return found, "control" if found else "none"
    return None, "none"


def without(parties: list[Party], codes: set[str]) -> tuple[Party, ...]:
    return tuple(p for p in parties if p.code not in codes)


def _at_mark(names: Names, hit: Hit, child: Token, skip: set[str]) -> Side:
    """What a marked phrase names: outright, as a place, or within its complements."""
    if found := without(parties_of(names, child.i), skip):
        return Side(found, "marked")
    if hit.expression.place and child.i in names.places and names.places[child.i].code not in skip:
        return Side((Party.of(names.places[child.i]),), "marked")
    if found := without(parties_of(names, child.i, wide=True), skip):
        return Side(found, "nested")
    if hit.expression.place or not hit.expression.object:
        for k in names.tree.subtree(child.i):
            if k in names.places and names.places[k].code not in skip:
                return Side((Party.of(names.places[k]),), "nested")
    return NOBODY


def marked(names: Names, hit: Hit, heads: list[int], skip: set[str]) -> Side:
    """The counterpart where a preposition of the expression marks it, near its words or deeper below."""
    tree, marks_ = names.tree, hit.expression.marks
    phrases = [(k, marks) for i in heads for k, marks in obliques(names, i) if marks & set(marks_)]
    for child, _ in sorted(phrases, key=lambda pair: min(marks_.index(m) for m in pair[1] if m in marks_)):
        if (found := _at_mark(names, hit, child, skip)).parties:
            return found
    for i in heads:
        for obj in tree.kids(i, "obj", "nsubj:pass", "nmod", "obl"):
            for child, marks in obliques(names, obj.i):
                if marks & set(marks_) and (found := _at_mark(names, hit, child, skip)).parties:
                    return Side(found.parties, "nested")
    return _where(names, hit, skip) if hit.expression.place else NOBODY


def _where(names: Names, hit: Hit, skip: set[str]) -> Side:
    """ "in Tashkent, where the president had arrived": the place before "where"."""
    tree, verb = names.tree, names.tree.tokens[hit.head]
    while verb.pos not in VERBAL and verb.head != verb.i:
        verb = tree.tokens[verb.head]
    where = names.lexicon.word("where")
    if not any(k.lemma in where for k in tree.kids(verb.i, "advmod", "obl")):
        return NOBODY
    start = min(tree.subtree(verb.i))
    for k in range(start, -1, -1):
        mention = names.at.get(k) or names.places.get(k)
        if mention is not None and mention.code not in skip:
            return Side((Party.of(mention),), "marked")
    return NOBODY


def _objects(names: Names, hit: Hit, skip: set[str]) -> Side:
    verb = names.tree.tokens[hit.head]
    # "помощь Бишкеку предоставил Токио": parsers hang the receiver on the noun of the expression
    below = [k for i in sorted(hit.tokens - {hit.head}) for k in names.tree.kids(i, "iobj")]
    for child in [*names.tree.kids(verb.i, "iobj", "obj"), *below]:
        if found := without(parties_of(names, child.i), skip):
            return Side(found, "object")
    for child in names.tree.kids(verb.i, "obj", "xcomp", "ccomp"):
        if child.pos not in VERBAL and (found := without(parties_of(names, child.i, wide=True), skip)):
            return Side(found, "nested")
    return NOBODY


def _in_company(names: Names, hit: Hit, skip: set[str]) -> Side:
    """ "took part in the OTS summit": the party stands at a word of the expression itself."""
    for i in sorted(hit.tokens - {hit.head}):
        if names.tree.tokens[i].pos in ("NOUN", "PROPN") and (found := without(parties_of(names, i), skip)):
            return Side(tuple(p for p in found if p.via not in ("pronoun", "role")), "nested")
    return NOBODY


def _elsewhere(names: Names, verb: Token, skip: set[str]) -> Side:
    """Other obliques and clauses of the verb; places aside."""
    locative = names.lexicon.word("locatives")
    for child, marks in obliques(names, verb.i):
        if not marks & locative and (found := without(parties_of(names, child.i, wide=True), skip)):
            return Side(found, "oblique")
    for child in names.tree.kids(verb.i, "xcomp", "ccomp", "advcl", "acl"):
        for inner in names.tree.kids(child.i, "nsubj", "nsubj:pass", "obj", "obl", "iobj", "xcomp"):
            if not case_marks(names.tree, inner) & locative and (
                found := without(parties_of(names, inner.i, wide=True), skip)
            ):
                return Side(found, "clause")
    return NOBODY


def verb_frame(names: Names, hit: Hit) -> Frame:
    """Actor and counterpart of a verb by its clause."""
    tree, verb, expression = names.tree, names.tree.tokens[hit.head], hit.expression
    names.forget()
    passive = is_passive(tree, verb)
    subject, how = subject_of(tree, verb)
    first = _subject_side(names, hit, subject, how, passive)
    by = agents_of(names, verb) if passive else ()
    doer, done_to = (Side(by, "agent") if by else NOBODY, first) if passive else (first, NOBODY)
    skip = set(doer.codes())
    names.avoid.update(skip)
    if expression.action in JUDGING:
        names.apart.update(skip)
    heads = [hit.head, *sorted(i for i in hit.tokens if i != hit.head)]
    if not doer.parties and len(both := _between(names, heads)) == 2:
        return Frame(Side(both, "marked"), NOBODY, True)
    if not doer.parties and doer.how != "private" and (origin := _left_behind(names, hit, passive)).parties:
        doer = origin
        skip |= set(doer.codes())
    named = marked(names, hit, heads, skip)
    if passive and subject is not None and not done_to.parties:
        done_to = Side(without(parties_of(names, subject.i, wide=True), skip), "nested")
    lone = passive and not doer.parties and expression.roles != "reverse"
    shares = subject is not None and subject.lemma in names.lexicon.word("shared_nouns")
    if lone and ((named.parties and (shares or subject_is_team(names, subject))) or not expression.object):
        doer = done_to  # "experts were dispatched to Brussels", "cooperation between A and B was broken off"
        skip |= set(doer.codes())
        named = Side(without(list(named.parties), skip), named.how)
    patient = done_to if passive else (_objects(names, hit, skip) if expression.object else NOBODY)
    if expression.roles == "marked":
        return Frame(named, patient)
    if expression.roles == "reverse" and patient.parties:
        return Frame(patient, doer if doer.parties else named)
    target = named
    if expression.action == "mediate" and named.parties and patient.parties:
        target = Side((*patient.parties, *named.parties), named.how)  # "reconciled Yerevan with Baku"
    if not target.parties and expression.object:
        target = patient
    if not target.parties:
        target = _in_company(names, hit, skip)
    if not target.parties and not expression.tail and not expression.strict:
        target = _elsewhere(names, verb, skip)
    if expression.roles == "reverse":
        doer, target = target, doer
    return Frame(doer, target, expression.roles == "pair")


def _left_behind(names: Names, hit: Hit, passive: bool) -> Side:
    """Where nobody is said to act, the place that people or goods leave does: "из России депортированы"."""
    action = hit.expression.action
    expelled = action in ("coerce", "withdraw", "extradite") and passive
    sent = action in ("aid", "trade", "peacekeep")
    fired = action == "clash" and hit.expression.roles != "reverse"
    if not fired and (hit.expression.roles != "forward" or not (expelled or sent)):
        return NOBODY
    sources = names.lexicon.word("sources")
    if action == "withdraw":  # "the envoy was recalled from Minsk": there the mark is the counterpart's
        sources -= set(hit.expression.marks)
    for child, marks in obliques(names, hit.head):
        if marks & sources:
            found = tuple(p for p in parties_of(names, child.i) if p.code)
            if not found and child.i in names.places:
                found = (Party.of(names.places[child.i]),)
            if found:
                return Side(found, "agent")
    return NOBODY


def _between(names: Names, heads: list[int]) -> tuple[Party, ...]:
    """ "Visas were lifted between Dushanbe and Tehran": both act."""
    between = names.lexicon.word("between")
    for i in heads:
        for child, marks in obliques(names, i):
            if marks & between:
                return tuple(p for p in parties_of(names, child.i) if p.code)
    return ()


def _subject_side(names: Names, hit: Hit, subject: Token | None, how: str, passive: bool) -> Side:
    if subject is None or subject.lemma in names.lexicon.word("instruments"):
        return NOBODY
    if passive and _is_expletive(names, hit, subject):
        return NOBODY
    found = parties_of(names, subject.i)
    public = hit.expression.action == "protest" or passive
    speaker = subject.i in names.quoted and subject.pos == "PRON"
    public = public or (hit.expression.action in STATE_WORK and subject_is_team(names, subject))
    if not public and (speaker or is_private(names, subject) or any(not p.code for p in found)):
        return PRIVATE
    found = [p for p in found if p.code]
    if not found and is_official(names, subject):
        found = names.within(subject.i)[:1]
    if not found and not passive and subject.i not in hit.tokens:
        return UNKNOWN
    return Side(tuple(found), how)


def _is_expletive(names: Names, hit: Hit, subject: Token) -> bool:
    """ "It was decided to ...": nobody is meant."""
    clause = any(names.tree.kids(hit.head, "xcomp", "ccomp", "csubj", "csubj:pass"))
    return clause and subject.lemma in names.lexicon.word("things")


def subject_is_team(names: Names, subject: Token | None) -> bool:
    """ "Experts will be dispatched to Brussels": those who are sent are the sender's own."""
    return subject is not None and subject.lemma in names.lexicon.word("sent_people")


def governor(tree: Tree, noun: Token) -> Token | None:
    """The verb whose clause a noun stands in."""
    for above in tree.ancestors(noun.i):
        if above.pos in VERBAL:
            return above
    return None
