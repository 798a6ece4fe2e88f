"""Who acts on whom: the arguments of a verb, read from its clause (nouns: nominal.py)."""

from __future__ import annotations

from loaders.coding.names import Names, case_marks
from loaders.coding.parties import parties_of
from loaders.coding.passives import agents_of, is_passive, obliques
from loaders.coding.scenes import Party
from loaders.coding.sides import NOBODY, VERBAL, Frame, Side, without
from loaders.coding.subjects import left_behind, subject_is_team, subject_of, subject_side
from loaders.coding.syntax import Token
from loaders.coding.triggers import Hit

# What one does to another's deeds or words: "praised his reforms" is never said of one's own.
JUDGING = frozenset({"support", "criticise", "reject"})
# Who is asked or warned in a passive clause is the one addressed.
ADDRESSED = frozenset({"propose", "demand", "threaten"})
# Where nobody else is said to act, goods go from the country whose they are: "Uzbek flour was sent to Kabul".
GIVING = frozenset({"trade", "exercise", "aid"})


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
    if hit.expression.action == "peacekeep" and (posted := _posted(names, hit, skip)).parties:
        return posted
    phrases = [(k, marks) for i in heads for k, marks in obliques(names, i) if marks & set(marks_)]
    for child, _ in sorted(phrases, key=lambda pair: min(marks_.index(m) for m in pair[1] if m in marks_)):
        if (found := _at_mark(names, hit, child, skip)).parties:
            return Side((*found.parties, *_repeated(names, hit, child, skip | set(found.codes()))), found.how)
    for i in heads:
        for obj in tree.kids(i, "obj", "nsubj:pass", "nmod", "obl"):
            for child, marks in obliques(names, obj.i):
                if marks & set(marks_) and (found := _at_mark(names, hit, child, skip)).parties:
                    return Side(found.parties, "nested")
    return _where(names, hit, skip) if hit.expression.place else NOBODY


def _posted(names: Names, hit: Hit, skip: set[str]) -> Side:
    """ "Sent men as part of a force of the bloc into Kazakhstan": the state that they go to is the host."""
    towards = names.lexicon.word("towards")
    for i in names.tree.subtree(hit.head) if towards else ():
        mention = names.at.get(i)
        there = mention is not None and mention.kind == "name" and mention.code not in skip
        if there and case_marks(names.tree, names.tree.tokens[i]) & towards:
            return Side((Party.of(names.at[i]),), "marked")
    return NOBODY


def _repeated(names: Names, hit: Hit, first: Token, skip: set[str]) -> tuple[Party, ...]:
    """ "Spoke with Riyadh on the 3rd, with Paris on the 4th": the same preposition after a comma or "and"."""
    tree, marks_ = names.tree, case_marks(names.tree, first)
    joints = names.lexicon.word("joints") | {";"}
    found: dict[str, Party] = {}
    noun = tree.tokens[first.head]  # "contracts with Turkey in May, with Iran in June"
    above = [noun.i, noun.head] if noun.dep in ("obj", "nsubj:pass") else [noun.i]
    for child, marks in (pair for i in above for pair in obliques(names, i)):
        case = next(tree.kids(child.i, "case"), None)
        if child.i <= first.i or not marks & marks_ or case is None or not case.i:
            continue
        if tree.tokens[case.i - 1].text.casefold() in joints:
            side = _at_mark(names, hit, child, skip | set(found))
            found.update({p.code: p for p in side.parties if side.how == "marked"})
    return tuple(found.values())


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
        if _is_own(names, verb, child):
            continue
        if found := without(parties_of(names, child.i), skip):
            return Side(found, "object")
        if hit.expression.place and child.i in names.places and names.places[child.i].code not in skip:
            return Side((Party.of(names.places[child.i]),), "object")
    for child in names.tree.kids(verb.i, "obj", "xcomp", "ccomp"):
        if child.pos not in VERBAL and (found := without(parties_of(names, child.i, wide=True), skip)):
            return Side(found, "nested")
    return NOBODY


def _is_own(names: Names, verb: Token, child: Token) -> bool:
    """ "Moscow expressed its solidarity": what one gives voice to is one's own, not the other's."""
    uttered = verb.lemma in names.lexicon.word("uttering")
    owners = list(names.tree.kids(child.i, "nmod:poss"))
    return uttered and bool(owners) and all(k.pos in ("PRON", "DET") for k in owners)


def _owned(slug: str, target: Side, patient: Side) -> bool:
    """ "Deplored North Korea's shipments to Russia": whose deed is judged, not whom the deed was for."""
    return slug in JUDGING and target.how == "nested" and patient.how == "object"


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
        marks_ = {k.lemma for k in names.tree.kids(child.i, "mark", "advmod")}
        if child.dep == "advcl" and marks_ & names.lexicon.word("contrasts"):
            continue  # "Tokayev welcomed the truce, while Ashgabat kept silent"
        for inner in names.tree.kids(child.i, "nsubj", "nsubj:pass", "obj", "obl", "iobj", "xcomp"):
            if not case_marks(names.tree, inner) & locative and (
                found := without(parties_of(names, inner.i, wide=True), skip)
            ):
                return Side(found, "clause")
    return NOBODY


def _reach(names: Names, hit: Hit, heads: list[int]) -> list[int]:
    """Words of the expression at which its counterpart may stand; what the addressee is to do has its own.

    "Urged Japarov to speed up the railway to Uzbekistan": the appeal is to Japarov.
    """
    if not hit.expression.object or not any(
        parties_of(names, k.i) for k in names.tree.kids(hit.head, "obj", "iobj") if k.i not in hit.tokens
    ):
        return heads
    return [i for i in heads if names.tree.tokens[i].dep not in ("xcomp", "ccomp")]


def verb_frame(names: Names, hit: Hit) -> Frame:
    """Actor and counterpart of a verb by its clause."""
    tree, verb, expression = names.tree, names.tree.tokens[hit.head], hit.expression
    names.forget()
    passive = is_passive(tree, verb)
    subject, how = subject_of(tree, verb)
    first = subject_side(names, hit, subject, how, passive)
    by = agents_of(names, verb) if passive else ()
    doer, done_to = (Side(by, "agent") if by else NOBODY, first) if passive else (first, NOBODY)
    skip = set(doer.codes())
    names.avoid.update(skip)
    if expression.action in JUDGING:
        names.apart.update(skip)
    heads = [hit.head, *sorted(i for i in hit.tokens if i != hit.head)]
    if not doer.parties and expression.action != "mediate" and len(both := _between(names, heads)) == 2:
        return Frame(Side(both, "marked"), NOBODY, True)
    if not doer.parties and doer.how != "private" and (origin := left_behind(names, hit, passive)).parties:
        doer = origin
        skip |= set(doer.codes())
    named = marked(names, hit, _reach(names, hit, heads), skip)
    if expression.roles == "pair" and expression.marks[:1] == ("of",) and len(named.parties) == 2:
        return Frame(named, NOBODY, True)  # "the paper bears the signatures of both"
    if passive and subject is not None and not done_to.parties:
        done_to = Side(without(parties_of(names, subject.i, wide=True), skip), "nested")
    if passive and subject is not None and not done_to.parties:
        done_to = _at_home(names, hit, subject, skip)
    lone = passive and not doer.parties and expression.roles != "reverse"
    shared = names.lexicon.word("shared_nouns")
    shares = subject is not None and subject.lemma in shared and done_to.how != "nested"
    sent = subject is not None and (
        subject_is_team(names, subject)
        or (expression.action in GIVING and subject.i in hit.tokens)
        or (expression.action == "recognise" and subject.lemma in names.lexicon.word("missions"))
        or (expression.action == "announce" and subject.lemma in names.lexicon.word("journeys"))
    )
    # "Georgian police, asked for help, sent a form": they are asked
    if lone and done_to.parties and expression.action in ADDRESSED and verb.dep == "acl":
        return Frame(Side(without(list(named.parties), set(done_to.codes())), named.how), done_to)
    alone = subject_is_team(names, subject) and expression.action == "peacekeep"
    if lone and ((named.parties and (shares or sent)) or alone or not expression.object):
        doer = done_to  # "experts were dispatched to Brussels", "cooperation between A and B was broken off"
        skip |= set(doer.codes())
        named = Side(without(list(named.parties), skip), named.how)
    if lone and not doer.parties and (there := _there(names, hit, done_to)).parties:
        doer, named = there, NOBODY
        skip |= set(doer.codes())
    patient = done_to if passive else (_objects(names, hit, skip) if expression.object else NOBODY)
    together = expression.roles == "pair" and len(doer.parties) > 1 and not passive
    if together and patient.how == "nested":
        patient = NOBODY  # "Orban and Tokayev held talks about Gaza": with each other, and Gaza is the topic
    if expression.roles == "marked":
        return Frame(named, patient)
    if expression.roles == "reverse" and patient.parties:
        return Frame(patient, doer if doer.parties else named)
    return _with_target(names, hit, doer, named, patient)


def _with_target(names: Names, hit: Hit, doer: Side, named: Side, patient: Side) -> Frame:
    """The frame once it is known who acts, whom a preposition marks and to whom it is done."""
    verb, expression, skip = names.tree.tokens[hit.head], hit.expression, set(doer.codes())
    target = named
    if expression.action == "mediate" and named.parties and patient.parties:
        target = Side((*patient.parties, *named.parties), named.how)  # "reconciled Yerevan with Baku"
    if (
        patient.parties
        and expression.object
        and (not target.parties or _owned(expression.action, target, patient))
    ):
        target = patient
    mutual = expression.roles == "pair" or verb.lemma in names.lexicon.word("agreeing")
    complete = mutual and len(doer.parties) > 1  # "A and B talked over C": C is a topic
    if not target.parties and not complete:
        target = _in_company(names, hit, skip)
    if not target.parties and not expression.tail and not expression.strict and not complete:
        target = _elsewhere(names, verb, skip)
    if expression.roles == "reverse":
        doer, target = target, doer
    empty = not doer.parties and doer.how in ("none", "subject")
    if expression.roles == "pair" and empty and len(target.parties) == 2:
        return Frame(target, NOBODY, True)  # "под хартией стоят подписи Рахмона и Си"
    return Frame(doer, target, expression.roles == "pair")


def _there(names: Names, hit: Hit, done_to: Side) -> Side:
    """ "Kazakh citizens were held at Moscow's airports", "firms were put on the British list": whoever is
    at home there does it.
    """
    if hit.expression.action not in ("coerce", "sanction") or not done_to.parties:
        return NOBODY
    taken, where = set(done_to.codes()), names.lexicon.word("where_done")
    for i in [hit.head, *sorted(hit.tokens - {hit.head})]:
        for child, marks in obliques(names, i):
            if not marks & where:
                continue
            found = without(parties_of(names, child.i, wide=True), taken)
            if not found and child.i in names.places and names.places[child.i].code not in taken:
                found = (Party.of(names.places[child.i]),)
            if len(found) == 1:
                return Side(found, "nested")
    return NOBODY


def _at_home(names: Names, hit: Hit, subject: Token, skip: set[str]) -> Side:
    """ "In Uzbekistan four firms were put on the list": the place that opens tells to whom it is done."""
    if hit.expression.action not in ("coerce", "sanction"):
        return NOBODY
    for child, marks in obliques(names, hit.head):
        mention = names.at.get(child.i) or names.places.get(child.i)
        opens = child.i < subject.i and marks & names.lexicon.word("place_marks")
        if mention is not None and opens and mention.code not in skip:
            return Side((Party.of(mention),), "nested")
    return NOBODY


def _towns(names: Names, first: Token) -> tuple[Party, ...]:
    """ "A ferry between Aktau and Baku": the states whose towns they are, if there are two."""
    both = (first, *names.tree.kids(first.i, "conj"))
    where = [names.at.get(k.i) or names.places.get(k.i) for k in both]
    states = {m.code: Party.of(m) for m in where if m is not None}
    return tuple(states.values()) if len(states) == 2 else ()


def _between(names: Names, heads: list[int]) -> tuple[Party, ...]:
    """ "Visas were lifted between Dushanbe and Tehran": both act."""
    between = names.lexicon.word("between")
    for i in heads:
        for child, marks in obliques(names, i):
            if marks & between:
                found = tuple(p for p in parties_of(names, child.i) if p.code)
                return found if len(found) == 2 else _towns(names, child)
    return ()
