"""The counterpart where no party stands in a case that the action takes."""

from __future__ import annotations

from collections.abc import Sequence

from loaders.coding.verb_final.phrases import BARE, Party
from loaders.coding.verb_final.reading import Reading, Scene, named
from loaders.coding.verb_final.triggers import Trigger
from models.vocabulary.actions import actions

OURS = frozenset({"KAZ", "KGZ", "TJK", "TKM", "UZB", "C5"})
# No counterpart from the scene: "came back", "was handed over".
NAMED_ONLY = frozenset({"visit", "extradite", "join", "peacekeep"})
TOWARDS_BOTH = frozenset({"support", "criticise"})  # "the UN welcomed this step": both who took it
WITHOUT = frozenset({"announce", "propose"})  # may have no counterpart at all
# The counterpart may stand unmarked before a noun ("Қазақстан ұсынысын").
UNMARKED = frozenset(
    {"support", "criticise", "reject", "sanction", "ease", "ratify", "join", "withdraw", "coerce"}
    | {
        "peacekeep",
        "mobilise",
        "threaten",
        "demand",
        "protest",
        "recognise",
        "clash",
        "aid",
        "trade",
        "extradite",
    }
)
FORUMS = ("organisation", "treaty", "group")
AT_HOME = frozenset({"sanction", "coerce", "aid", "trade"})  # "listed two banks", in a report about home
# Where no party stands in a case that the action takes, another oblique one may be the counterpart.
OBLIQUE = ("dat", "gen", "at", "acc", "abl", "com")
# ... or the state in which it was done: a consulate opened in Samarkand, villages of Batken shelled.
IN_TOWN = frozenset(
    {"recognise", "clash", "trade", "aid", "withdraw", "mobilise", "coerce", "announce", "criticise", "ease"}
)
OPEN = frozenset(actions()) - {"meet", "call", "visit", "mediate", "sign", "join", "peacekeep"}
FULL, HALF, THIN = 0.85, 0.7, 0.55  # how far the sentence itself names both parties


def from_outside(
    reading: Reading, trigger: Trigger, codes: set[str], here: Sequence[Party], scene: Scene
) -> tuple[list[Party | None], float]:
    """No party stands in a wanted case: another name of the clause, the scene's other party, or nobody."""
    slug = trigger.expression.action
    beside = [p for p in here if p.case in BARE and p.code not in codes]
    if slug == "meet":  # "attended the summit of the five"
        cases = (*BARE, "gen", "loc", "dat", "at")
        beside = [p for p in here if p.case in cases and p.kind in FORUMS and p.code not in codes]
    if beside and (slug in UNMARKED or slug == "meet"):
        return [*beside[:1]], HALF
    oblique = [p for c in OBLIQUE for p in here if p.case == c and p.code not in codes]
    if oblique and slug in OPEN:
        return [oblique[0]], HALF
    beyond = [p for p in reading.parties if p not in here and p.case in OBLIQUE and p.code not in codes]
    if slug in OPEN and beyond and _chained(reading, trigger, beyond[0], here):
        return [beyond[0]], THIN
    if slug == "join":
        members = [p for p in here if p.kind in FORUMS and p.case != "nom" and p.code not in codes]
        return ([members[0]], HALF) if members else ([], THIN)
    if slug in IN_TOWN:
        end = reading.row[trigger.last].end
        towns = [p for p in reading.places if p.start < end]
        spots = [p for p in (*here, *towns) if p.code not in codes and (p.case == "loc" or p.kind == "place")]
        if spots:
            return [spots[0]], THIN
    if slug in NAMED_ONLY:
        return [], THIN
    near = scene.pair and reading.sentence.paragraph - scene.paragraph <= 1
    if near and scene.pair and not codes & set(scene.pair) and slug in TOWARDS_BOTH:
        return [named(code) for code in scene.pair], THIN
    if near and scene.pair and codes & set(scene.pair):
        return [named(code) for code in scene.pair if code not in codes], THIN
    home = reading.home.code
    if near and scene.pair and home in scene.pair and slug in AT_HOME and not codes & OURS:
        return [named(home)], THIN
    alone = trigger.expression.solo or (slug in WITHOUT and not reading.any_word("domestic"))
    return ([None] if alone else []), THIN


def _chained(reading: Reading, trigger: Trigger, other: Party, here: Sequence[Party]) -> bool:
    """Whether a party of another clause belongs to this one: after a converb, or of a subject left out."""
    verb = reading.row[trigger.last]
    if other.start > verb.start:
        return verb.key.endswith(tuple(reading.lexicon.word("converb")) or ("\0",))
    return not any(p.case == "nom" for p in here)
