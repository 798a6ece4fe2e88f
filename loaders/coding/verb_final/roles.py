"""Who acts and towards whom: the nominative acts, the counterpart stands in a case that the action takes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from loaders.coding.verb_final.cases import Party
from loaders.coding.verb_final.reading import Reading, Scene, named
from loaders.coding.verb_final.triggers import Trigger
from models.vocabulary.actions import actions

CASE_ORDER = ("com", "dat", "acc", "abl", "gen", "loc")
NAMED_ONLY = frozenset(
    {"visit", "extradite"}
)  # no counterpart from the scene: "came back", "was handed over"
TOWARDS_BOTH = frozenset({"support", "criticise"})  # "the UN welcomed this step": both who took it
WITHOUT = frozenset({"announce", "propose"})  # may have no counterpart at all
THIRD_PARTY = frozenset({"mediate", "propose", "support"})
NEAR = 45  # letters between "between" and its parties
Roles = tuple[list[Party], list[Party | None]]


def find_roles(reading: Reading, trigger: Trigger, start: int, scene: Scene) -> Roles:
    """Actors and counterparts of the clause; nobody where the text leaves one of them open."""
    end = reading.row[trigger.last].end
    here = [p for p in reading.parties if start <= p.start < end]
    subjects = _subjects([p for p in here if p.case == "nom"], reading)
    oblique = [p for p in here if p.case not in ("nom", "attr")]
    pair = _between(reading, start, end)
    if pair:
        return _pair_roles(pair, trigger, subjects, reading)
    if trigger.expression.roles == "reverse":
        guests = [p for p in oblique if p.case in ("acc", "dat", "gen")]
        return guests[:1], [*(subjects[:1] or [reading.home])]
    clause = reading.text[start:end].lower()
    if scene.pair and any(phrase in clause for phrase in reading.lexicon.word("two")):
        return _both(scene.pair, subjects)
    wanted = [p for c in CASE_ORDER if c in trigger.expression.marks for p in oblique if p.case == c]
    if len(subjects) > 1 and not wanted:
        return subjects[:1], [*subjects[1:]]
    subjects = subjects or _unnamed(reading, clause, scene)
    if not subjects:
        return [], []
    codes = {p.code for p in subjects}
    others = [p for p in wanted if p.code not in codes]
    if others:
        return subjects, [p for p in others if p.case == others[0].case]
    return subjects, _from_outside(trigger, codes, here, scene)


def directed(slug: str, a: Party, b: Party | None) -> tuple[Party, Party | None]:
    """Symmetric moves with two subjects put the Central Asian one first, the alphabet decides between two
    (codebook, direction)."""
    if b and actions()[slug].symmetric and b.case == "nom":
        ours, theirs = a.code in OURS, b.code in OURS
        if (theirs and not ours) or (ours and theirs and b.code < a.code):
            return b, a
    return a, b


OURS = frozenset({"KAZ", "KGZ", "TJK", "TKM", "UZB", "C5"})


def _from_outside(
    trigger: Trigger, codes: set[str], here: Sequence[Party], scene: Scene
) -> list[Party | None]:
    """No party stands in a wanted case: another name of the clause, the scene's other party, or nobody."""
    slug = trigger.expression.action
    if slug in NAMED_ONLY:
        return []
    beside = [p for p in here if p.case in ("nom", "attr") and p.code not in codes]
    if beside and not actions()[slug].symmetric:
        return [*beside[:1]]
    if scene.pair and not codes & set(scene.pair) and slug in TOWARDS_BOTH:
        return [named(code) for code in scene.pair]
    if scene.pair and codes & set(scene.pair) and slug not in ("join", "announce"):
        return [named(code) for code in scene.pair if code not in codes]
    return [None] if trigger.expression.solo or slug in WITHOUT else []


def _subjects(nominative: Sequence[Party], reading: Reading) -> list[Party]:
    """The first nominative party and those that "and" joins to it."""
    joiners = reading.lexicon.word("and")
    kept: list[Party] = []
    for party in nominative:
        gap = reading.text[kept[-1].end : party.start].lower() if kept else ""
        if not kept or gap.strip() == "," or (set(gap.split()) & joiners and len(gap.split()) <= 3):
            kept.append(party)
    return kept


def _unnamed(reading: Reading, clause: str, scene: Scene) -> list[Party]:
    """ "The head of state", "the government" of the language's home; else who acted last in the paragraph."""
    if any(phrase in clause for phrase in reading.lexicon.word("own")):
        return [reading.home]
    if scene.actor and reading.sentence.paragraph == scene.paragraph:
        return [named(scene.actor)]
    return []


def _both(pair: tuple[str, str], subjects: Sequence[Party]) -> Roles:
    """ "The sides" are the scene's pair, or whom somebody else turns to."""
    if not subjects:
        return [named(pair[0])], [named(pair[1])]
    return [*subjects[:1]], [named(code) for code in pair if code != subjects[0].code]


def _between(reading: Reading, start: int, end: int) -> list[Party]:
    """The two parties that "between" joins; Tajik has the word before them, the others after."""
    stems = tuple(mark.rstrip("*") for mark in reading.lexicon.word("between"))
    follows = reading.lexicon.language == "tg"
    for piece in reading.row:
        if not (start <= piece.start < end) or not piece.key.startswith(stems):
            continue
        if follows:
            both = [p for p in reading.parties if piece.end <= p.start < end][:2]
            near = both and both[0].start - piece.end < NEAR
        else:
            both = [p for p in reading.parties if start <= p.start and p.end <= piece.start][-2:]
            near = both and piece.start - both[-1].end < NEAR
        if near and len({p.code for p in both}) == 2:
            return both
    return []


def _pair_roles(
    pair: Sequence[Party], trigger: Trigger, subjects: Sequence[Party], reading: Reading
) -> Roles:
    """A move between two: the home state ratifies, a third party mediates, else the pair acts together."""
    first, second = (replace(party, case="nom") for party in pair)
    if trigger.expression.action == "ratify" and second.code == reading.home.code:
        first, second = second, first
    thirds = [p for p in subjects if p.code not in (first.code, second.code)]
    if thirds and trigger.expression.action in THIRD_PARTY:
        return thirds, [first, second]
    return [first], [second]
