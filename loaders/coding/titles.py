"""Bare offices and descriptions: "the guest", "the hosts", "the president", "the ministry".

What was named with its state once ("the Kazakh ministry") keeps it when the bare word comes again.
"""

from __future__ import annotations

from collections.abc import Iterator

from loaders.coding.names import Names, case_marks
from loaders.coding.pronouns import in_council
from loaders.coding.scenes import Party, kind_of
from loaders.coding.syntax import Token
from models.vocabulary import CENTRAL_ASIA

OFFICES = (
    "person_nouns",
    "office_nouns",
    "official_nouns",
    "home_nouns",
    "organisation_nouns",
    "sent_people",
)
_NAMING = ("nmod:poss", "amod", "compound", "flat")


def by_role(names: Names, token: Token) -> list[Party]:
    """The party that a bare office or description means; empty where nobody is within reach."""
    if token.dep in ("compound", "amod", "det") or _is_new(names, token) or in_council(names, token):
        return []
    span = (token.start, token.end)
    if told := _told(names, token):
        return [Party(told.code, "title", *span, told.name, told.role)]
    bloc = token.lemma in names.lexicon.word("organisation_nouns")
    if token.dep == "nmod:poss":
        return []
    if bloc and token.feats.get("Tag") == "NNS":
        return []  # "a list of banned organisations"
    for code in _by_stage(names, token):
        return [Party(code, "role", *span)] if code else []
    if token.lemma in names.lexicon.word("person_nouns"):
        here = [Party.of(m) for k, m in sorted(names.at.items(), reverse=True) if k < token.i]
        people = [p for p in [*here, *reversed(names.scene.recent)] if p.via == "person"]
        fitting = [p for p in people if token.lemma in p.role.casefold()] or people
        if fitting:
            return [Party(fitting[0].code, "role", *span, fitting[0].name, fitting[0].role)]
    for code in _by_kind(names, token):
        return [Party(code, "role", *span)] if code else []
    return []


def _is_new(names: Names, token: Token) -> bool:
    """ "A joint company", "another ministry": nobody of whom was told before."""
    words = names.lexicon.word("indefinite")
    return any({k.lemma, k.text.casefold()} & words for k in names.tree.kids(token.i))


def _by_stage(names: Names, token: Token) -> Iterator[str]:
    """Who is guest, host, neighbour or head of state in what was told."""
    scene, lexicon, word = names.scene, names.lexicon, token.lemma
    if word in lexicon.word("heads") and any(
        k.lemma in lexicon.word("headed") for k in names.tree.kids(token.i, "nmod")
    ):
        yield _home(names, token)
    if word in lexicon.word("guest_nouns") and scene.guest:
        yield scene.guest
    if word in lexicon.word("host_nouns") and scene.host:
        yield _where(names, token) or scene.host
    if word in lexicon.word("neighbour_nouns") and (other := _neighbour(names, token)):
        yield other
    if any(k.lemma in lexicon.word("secretary") for k in names.tree.kids(token.i, "compound")):
        yield from _organisations(names)


def _where(names: Names, token: Token) -> str:
    """ "At the table in Samarkand the hosts asked for help": the state whose town stands before the word."""
    where = {**names.places, **{k: m for k, m in names.at.items() if m.kind in ("metonym", "place")}}
    towns = [m.code for k, m in sorted(where.items()) if k < token.i]
    return towns[-1] if towns and any(towns[-1] in pair for pair in names.scene.pairs) else ""


def _by_kind(names: Names, token: Token) -> Iterator[str]:
    """A ministry is the region's own; a bloc the organisation, an authority the state that was told last."""
    lexicon, word = names.lexicon, token.lemma
    if word in lexicon.word("home_nouns") and (home := _home(names, token)):
        yield home
    if word in lexicon.word("organisation_nouns"):
        yield from _organisations(names)
    if word in lexicon.word("office_nouns"):
        yield _office(names, token)


def _home(names: Names, token: Token) -> str:
    """The region's state that was named last; "the republic" is one of its own sentence before any other."""
    here = sorted(names.at, reverse=True) if token.lemma in names.lexicon.word("republics") else []
    for k in here:
        if k < token.i and names.at[k].code in CENTRAL_ASIA:
            return names.at[k].code
    return next((p.code for p in reversed(names.scene.recent) if p.code in CENTRAL_ASIA), names.scene.home)


def _office(names: Names, token: Token) -> str:
    """Whose office a bare "ministry" is: of the subject told last, unless the sentence names that one too.

    "The EU sanctioned a Kyrgyz bank. The cabinet asked Brussels to think again": it is not the EU's.
    """
    scene = names.scene
    if seat := _seat(names, token):
        return seat
    last = scene.subject or scene.state
    if last is None:
        return scene.home
    named = {m.code for k, m in names.at.items() if k > token.i}
    others = (last.code, scene.partner(last.code), scene.home)
    return next((c for c in others if c and c not in named), last.code)


def _seat(names: Names, token: Token) -> str:
    """ "In Moscow the police held them": a body of whom nothing else is said is of the place that opens."""
    tree, marks = names.tree, names.lexicon.word("place_marks")
    if not token.dep.startswith("nsubj"):
        return ""
    where = {**names.places, **{k: m for k, m in names.at.items() if m.kind in ("metonym", "place", "name")}}
    for child in tree.kids(token.head, "obl"):
        located = case_marks(tree, child) & marks and child.feats.get("Case") == "Loc"
        if located and child.i < token.i and child.i in where:
            return where[child.i].code
    return ""


def _neighbour(names: Names, token: Token) -> str:
    """The partner of the subject told last, else of whom the sentence is about."""
    scene = names.scene
    here = [names.at[k].code for k in sorted(names.at) if k < token.i and names.in_subject(k)]
    last = [scene.subject.code] if scene.subject else []
    partners = (scene.partner(code) for code in (*last, *here))
    return next((p for p in partners if p and kind_of(p) == "state"), "")


def _organisations(names: Names) -> Iterator[str]:
    return (p.code for p in reversed(names.scene.recent) if p.via == "organisation")


def _key(names: Names, word: str) -> str:
    """One key for all who stand for a state at one post: an embassy and its ambassador."""
    return "mission" if word in names.lexicon.word("mission_nouns") else word


def _told(names: Names, token: Token) -> Party | None:
    """Whose office this word was said of last."""
    lexicon = names.lexicon
    if not any(token.lemma in lexicon.word(name) for name in OFFICES):
        return None
    if any(names.tree.kids(token.i, "nmod:poss")):
        return None
    key = _key(names, token.lemma)
    for k in range(token.i - 1, -1, -1):
        if _key(names, names.tree.tokens[k].lemma) == key and (found := _named(names, names.tree.tokens[k])):
            return found
    return names.scene.titles.get(key)


def _named(names: Names, token: Token) -> Party | None:
    """The one party that a noun's own attributes name."""
    tree = names.tree
    belonging = names.lexicon.word("belonging")
    near = [token.i, *(k.i for k in tree.kids(token.i, *_NAMING))]
    near += [k.i for k in tree.kids(token.i, "nmod") if case_marks(tree, k) & belonging]
    if token.dep in ("compound", "flat") or (token.dep == "appos" and token.i > token.head):
        near.append(token.head)  # "President Tokayev", "Tokayev, the president"
    found = {names.at[k].code: Party.of(names.at[k]) for k in near if k in names.at}
    return next(iter(found.values())) if len(found) == 1 else None


def remember_titles(names: Names) -> None:
    """Note of which state an office was spoken: "the Kazakh ministry", "President Tokayev"."""
    lexicon, scene = names.lexicon, names.scene
    offices = frozenset().union(*map(lexicon.word, OFFICES))
    for token in names.tree.tokens:
        if token.lemma in offices and (party := _named(names, token)):
            scene.titles[_key(names, token.lemma)] = party
    for _, mention in sorted(names.at.items()):
        if mention.kind == "person":
            for word in set(mention.role.casefold().split()) & lexicon.word("person_nouns"):
                scene.titles[word] = Party.of(mention)
