"""Who acts in a clause: its subject over relative and controlled clauses, its agent, who is left behind."""

from __future__ import annotations

from collections.abc import Iterator

from loaders.coding.clefts import behind
from loaders.coding.names import Names, case_marks
from loaders.coding.parties import parties_of
from loaders.coding.passives import obliques
from loaders.coding.scenes import Party
from loaders.coding.sides import NOBODY, PRIVATE, UNKNOWN, VERBAL, Side
from loaders.coding.strangers import is_official, is_private
from loaders.coding.syntax import APART, SUBJECTS, Token, Tree
from loaders.coding.triggers import Hit

# What experts, soldiers and rescuers do for their state: Uzbek experts who agree on a line are Uzbekistan.
STATE_WORK = frozenset({"negotiate", "exercise", "aid", "peacekeep", "mobilise", "clash"})
INDIRECT = frozenset({"pronoun", "pair", "role"})
_RELATIVES = frozenset({"где", "куда", "откуда", "который", "чей"})


def _is_relative(word: Token) -> bool:
    """ "The message in which he praised ...": a personal pronoun does not stand for the noun above."""
    personal = word.feats.get("Tag") in ("PRP", "EX") or "Person" in word.feats
    return word.pos in ("PRON", "DET", "SCONJ") and not personal


def subject_of(tree: Tree, verb: Token, depth: int = 0) -> tuple[Token | None, str]:
    """The word that the verb is said of, over control and relative clauses, and how it was found."""
    own = [k for k in tree.kids(verb.i) if k.dep in SUBJECTS]
    if own:
        first = own[0]
        if _is_relative(first) and (meant := behind(tree, verb)) is not None:
            return meant, "subject"
        if verb.dep == "acl:relcl" and _is_relative(first) and verb.head != verb.i:
            return tree.tokens[verb.head], "subject"
        return first, "subject"
    above = tree.tokens[verb.head]
    if depth > 4 or above.i == verb.i or verb.dep == APART:
        return None, "none"
    if (meant := behind(tree, verb)) is not None:
        return meant, "subject"
    if verb.dep == "acl:relcl" and _adverbial(tree, verb):
        return _beside(tree, verb, depth)
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


def _adverbial(tree: Tree, verb: Token) -> bool:
    """ "Пекин, где подписал договор": the noun above is where or to whom, and does nothing itself."""
    finite = verb.feats.get("VerbForm") == "Fin"
    words = [k for k in tree.kids(verb.i) if k.i < verb.i]
    words += [d for k in words for d in tree.kids(k.i, "nmod", "det", "amod")]
    return finite and any(k.lemma in _RELATIVES and k.dep not in SUBJECTS for k in words)


def _beside(tree: Tree, verb: Token, depth: int) -> tuple[Token | None, str]:
    """The subject of the clause around a relative one, if the verb agrees with it.

    Else, of "the ministry, where they protested to him", the place acts, and of other clauses nobody.
    """
    above = next((t for t in tree.ancestors(verb.head) if t.pos in VERBAL), None)
    found = subject_of(tree, above, depth + 1)[0] if above is not None else None
    plural = verb.feats.get("Number") == "Plur"
    if found is not None and plural == (
        found.feats.get("Number") == "Plur" or any(tree.kids(found.i, "conj"))
    ):
        return found, "control"
    if plural and any(k.lemma == "где" for k in tree.kids(verb.i)):
        return tree.tokens[verb.head], "subject"
    return None, "none"


def subject_side(names: Names, hit: Hit, subject: Token | None, how: str, passive: bool) -> Side:
    if subject is None or subject.lemma in names.lexicon.word("instruments"):
        return NOBODY
    if passive and _is_expletive(names, hit, subject):
        return NOBODY
    if subject.lemma in names.lexicon.word("authors") and subject.i in names.quoted:
        return speaker_of(names, subject)
    found = parties_of(names, subject.i)
    public = hit.expression.action == "protest" or passive
    speaker = subject.i in names.quoted and subject.pos == "PRON"
    public = public or (hit.expression.action in STATE_WORK and subject_is_team(names, subject))
    pair = [p.start for p in found if p.via == "pair"] == [subject.start] * 2  # "the two men agreed"
    private = (is_private(names, subject) and not pair) or (
        hit.expression.action == "visit" and subject.lemma in names.lexicon.word("ordinary_people")
    )
    if not public and (speaker or private or any(not p.code for p in found)):
        # whoever is made an ambassador need not be known: the state that sends is told elsewhere
        return NOBODY if hit.expression.action == "recognise" and subject.pos == "PROPN" else PRIVATE
    found = [p for p in found if p.code]
    if not found and hit.expression.action == "protest":  # "киевляне", "Герат вышел на улицы"
        words = [subject, *names.tree.kids(subject.i, "nmod")]
        found = [Party.of(names.places[k.i]) for k in words if k.i in names.places][:1]
    if not found and is_official(names, subject):
        found = names.within(subject.i)[:1]
    if not found and subject.lemma in names.lexicon.word("bodies"):
        found = _owner_of_body(names, subject)
    if not found and not passive and subject.i not in hit.tokens:
        return UNKNOWN
    return Side(tuple(found), how)


def _owner_of_body(names: Names, subject: Token) -> list[Party]:
    """ "The office of foreign assets control of the USA": the one party in a bare genitive deeper below."""
    tree, below = names.tree, names.tree.subtree(subject.i)
    owners = [names.at[i] for i in below if i in names.at and "+gen" in case_marks(tree, tree.tokens[i])]
    codes = {m.code for m in owners}
    return [Party.of(owners[0])] if len(codes) == 1 else []


def speaker_of(names: Names, word: Token) -> Side:
    """ "'We expect an apology,' the ministry's spokesman said": the official who says "we"."""
    for above in names.tree.ancestors(word.i):
        if above.lemma not in names.lexicon.word("reporting") or above.i in names.quoted:
            continue
        for said_by in names.tree.kids(above.i, "nsubj"):
            found = [p for p in parties_of(names, said_by.i) if p.code and p.via not in INDIRECT]
            if found and not is_private(names, said_by):
                return Side(tuple(found[:1]), "subject")
    return PRIVATE


def _is_expletive(names: Names, hit: Hit, subject: Token) -> bool:
    """ "It was decided to ...": nobody is meant."""
    clause = any(names.tree.kids(hit.head, "xcomp", "ccomp", "csubj", "csubj:pass"))
    return clause and subject.lemma in names.lexicon.word("things")


def subject_is_team(names: Names, subject: Token | None) -> bool:
    """ "Experts will be dispatched to Brussels": those who are sent are the sender's own."""
    return subject is not None and subject.lemma in names.lexicon.word("sent_people")


def _from_where(names: Names, verb: int, fired: bool, sent: bool) -> Iterator[tuple[Token, frozenset[str]]]:
    """Phrases that may say where something comes from; of shots and goods also those of what flew or came."""
    yield from obliques(names, verb)
    if not fired and not sent:
        return
    tree, token = names.tree, names.tree.tokens[verb]
    if fired and token.dep == "conj":  # "gunmen crossed from Afghanistan and killed two guards"
        yield from obliques(names, token.head)
    subject, _ = subject_of(tree, token)
    if subject is not None:  # "rockets launched from Afghan soil hit the town"
        yield from obliques(names, subject.i)
        for clause in tree.kids(subject.i, "acl"):
            yield from obliques(names, clause.i)


def left_behind(names: Names, hit: Hit, passive: bool) -> Side:
    """Where nobody is said to act, the place that people or goods leave does: "из России депортированы"."""
    action = hit.expression.action
    verb = names.tree.tokens[hit.head]  # "из Подмосковья вывезли граждан": a plural without a subject
    nobody = verb.feats.get("Number") == "Plur" and subject_of(names.tree, verb)[0] is None
    expelled = action in ("coerce", "withdraw", "extradite") and (passive or nobody)
    sent = action in ("aid", "trade", "peacekeep")
    fired = action == "clash" and hit.expression.roles != "reverse"
    if not fired and (hit.expression.roles != "forward" or not (expelled or sent)):
        return NOBODY
    sources = names.lexicon.word("sources")
    if action == "withdraw":  # "the envoy was recalled from Minsk": there the mark is the counterpart's
        sources -= set(hit.expression.marks)
    for child, marks in _from_where(names, hit.head, fired, sent):
        if marks & sources:
            found = tuple(p for p in parties_of(names, child.i) if p.code)
            if not found and child.i in names.places:
                found = (Party.of(names.places[child.i]),)
            if found:
                return Side(found, "agent")
    return NOBODY
