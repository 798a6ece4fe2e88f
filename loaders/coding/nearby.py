"""What stands beside a deed: enumerations, the ground on which and the flag under which it is done."""

from __future__ import annotations

from collections.abc import Iterable

from loaders.coding.mentions import Mention
from loaders.coding.names import Names
from loaders.coding.pairs import JOINT
from loaders.coding.passives import is_passive
from loaders.coding.scenes import Party, kind_of
from loaders.coding.sides import NOBODY, Side
from loaders.coding.triggers import Hit

# What is done on somebody's ground is done with or to that state; fire may come from one's own.
# Deeds that an action undoes.
UNDONE = {"ease": ("coerce", "sanction", "withdraw", "mobilise")}
AGAIN = 3  # sentences within which a deed is taken up again
ON_GROUND = {"peacekeep": ("obj", "obl"), "clash": ("obj",)}


def listed(names: Names, parties: Iterable[Party], taken: set[str]) -> tuple[Party, ...]:
    """Parties found by the order of words, each with the enumeration that it stands in.

    "Four states, Kazakhstan, Tajikistan and Uzbekistan, held": all three. Two joined by "and" may belong to
    two clauses and are left alone.
    """
    found: dict[str, Party] = {}
    runs = _runs(names)
    for party in parties:
        run = next((run for run in runs if any(m.start == party.start for m in run)), ())
        for mention in run or ():
            if mention.code not in taken:
                found.setdefault(mention.code, Party.of(mention))
        if not run:
            found.setdefault(party.code, party)
    return tuple(found.values())


def _runs(names: Names) -> list[list[Mention]]:
    """Enumerations of three and more of one kind, closed by a conjunction."""
    joints = names.lexicon.word("joints")
    mentions = sorted({id(m): m for m in names.at.values()}.values(), key=lambda m: m.start)
    runs: list[list[Mention]] = [[]]
    for mention in mentions:
        last = runs[-1][-1] if runs[-1] else None
        between = [t for t in names.tree.tokens if last and last.end <= t.start and t.end <= mention.start]
        if last and (not between or any(t.text.casefold() not in joints for t in between)):
            runs.append([])
        runs[-1].append(mention)
    return [
        run for run in runs if len(run) > 2 and len({m.kind for m in run}) == 1 and _is_closed(names, run)
    ]


def _is_closed(names: Names, run: list[Mention]) -> bool:
    between = names.tree.at(run[-2].end, run[-1].start)
    return any(names.tree.tokens[i].pos == "CCONJ" for i in between)


def spot_of(names: Names, hit: Hit, taken: set[str]) -> tuple[Party, ...]:
    """ "Paratroopers guarded the airport of Almaty": the state whose town it is, not one of before."""
    tree = names.tree
    if hit.expression.action not in ON_GROUND or not tree.parsed:
        return ()
    for child in tree.kids(hit.head, *ON_GROUND[hit.expression.action]):
        for k in tree.subtree(child.i):
            mention = names.places.get(k)
            if mention is not None and mention.code not in taken and kind_of(mention.code) == "state":
                return (Party.of(mention),)
    return ()


def flag_of(names: Names, hit: Hit) -> Side:
    """Soldiers of a mission serve under its flag: "in Lebanon as part of the UN Interim Force"."""
    if hit.expression.action != "peacekeep":
        return NOBODY
    flags = [m for m in names.at.values() if m.code.casefold() in names.lexicon.word("flags")]
    return Side((Party.of(flags[0]),), "marked") if flags else NOBODY


def offered(names: Names, hit: Hit, taken: set[str]) -> tuple[Party, ...]:
    """ "Kazakhstan has offered to host the experts": both sides of what two others have on stage."""
    token, pair = names.tree.tokens[hit.head], names.scene.pair
    if token.pos != "VERB" or token.lemma not in names.lexicon.word("offering"):
        return ()
    if len(pair) != 2 or taken & set(pair):
        return ()
    return tuple(Party(c, "scene", token.start, token.end) for c in pair if kind_of(c) == "state")


def told_again(names: Names, hit: Hit) -> tuple[str, ...]:
    """ "Forty of them were deported in May", "the wagons were let through": in a passive that names nobody,
    who just before did the like, or what is undone here.
    """
    tree, scene = names.tree, names.scene
    action = hit.expression.action
    if not tree.parsed or not is_passive(tree, tree.tokens[hit.head]):
        return ()
    deeds = [scene.deeds[slug] for slug in (action, *UNDONE.get(action, ())) if slug in scene.deeds]
    sentence, actor, counterpart = max(deeds, default=(-AGAIN, "", ""))
    return (actor, counterpart) if scene.sentence - sentence < AGAIN else ()


def decided(names: Names, hit: Hit) -> tuple[Party, ...]:
    """ "It was decided to open a bank": those who are on stage decide it together."""
    token = names.tree.tokens[hit.head]
    things = names.lexicon.word("things")
    said = any(k.lemma in things for k in names.tree.kids(hit.head, "nsubj:pass"))
    if hit.expression.action not in JOINT or not said:
        return ()
    return tuple(Party(c, "pair", token.start, token.end) for c in names.scene.pair)
