"""Who acts and towards whom: the nominative acts, the counterpart stands in a case that the action takes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from loaders.coding.verb_final.between import between, pair_roles
from loaders.coding.verb_final.outside import FULL, HALF, NAMED_ONLY, OURS, THIN, from_outside
from loaders.coding.verb_final.phrases import Party
from loaders.coding.verb_final.reading import Reading, Scene, named
from loaders.coding.verb_final.special import special
from loaders.coding.verb_final.triggers import Trigger
from models.vocabulary.actions import actions

TOGETHER = frozenset({"recognise", "announce", "ease"})  # two subjects act on one another
# "From A to B something was sent": the ablative acts where no subject is named.
FROM_SENDER = frozenset({"aid", "trade", "exercise", "support", "extradite", "coerce", "announce", "clash"})
OWNED = FROM_SENDER | {"visit"}  # "the help of A to B", "the visit of A to B"
TO_TOWNS = {"visit": ("dat", "loc", "at"), "aid": ("dat",), "trade": ("loc",)}
BARE_DATIVE = {"tk": ("nom",)}  # Turkmen names in -a are spelt alike in the dative


@dataclass(frozen=True, slots=True)
class Roles:
    """The pairs of a move, and how far the sentence names them (0 to 1)."""

    pairs: tuple[tuple[Party, Party | None], ...] = ()
    surety: float = 0.0


NOBODY = Roles()


def find_roles(reading: Reading, trigger: Trigger, start: int, scene: Scene) -> Roles:
    """Actors and counterparts of the clause; nobody where the text leaves one of them open."""
    end = reading.row[trigger.last].end
    here = [p for p in reading.parties if start <= p.start < end]
    subjects = _subjects([p for p in here if p.case == "nom" and p.kind != "treaty"], reading)
    slug = trigger.expression.action
    pair = between(reading, start, end)
    if pair and trigger.expression.roles != "reverse" and slug not in NAMED_ONLY:
        return _cross(*pair_roles(pair, trigger, subjects, reading), FULL)
    if trigger.expression.roles == "reverse":
        return _reversed(reading, here, subjects, scene)
    named_here = {p.code for p in subjects}
    wanted = [p for p in _wanted(reading, trigger, here, start) if p.code not in named_here]
    found = special(reading, trigger, here, subjects, wanted, scene)
    if found is not None:
        return _cross(*found, HALF)
    equals = _equals(reading, trigger, here, subjects, wanted, (start, end), scene)
    if equals is not None:
        return equals
    surety = FULL
    if not subjects and (actions()[slug].symmetric or slug in TOGETHER):
        owners = _owners(here, reading)
        if len(owners) > 1:
            return _each_with_each(owners)
        if wanted and owners and owners[0].code != wanted[0].code:
            subjects = owners
    if not subjects:
        subjects, wanted, surety = _other_subject(reading, trigger, here, wanted, start, end, scene)
    if not subjects:
        return NOBODY
    codes = {p.code for p in subjects}
    others = [p for p in wanted if p.code not in codes]
    if others:
        return _cross(subjects, _subjects([p for p in others if p.case == others[0].case], reading), surety)
    outside, lower = from_outside(reading, trigger, codes, here, scene)
    return _cross(subjects, outside, min(surety, lower))


def _equals(
    reading: Reading,
    trigger: Trigger,
    here: Sequence[Party],
    subjects: Sequence[Party],
    wanted: Sequence[Party],
    clause: tuple[int, int],
    scene: Scene,
) -> Roles | None:
    """ "The sides", "A and B", "A-B": those who act on one another; None where somebody acts on somebody."""
    slug = trigger.expression.action
    alone = len(subjects) < 2 and not any(p.case == "com" for p in wanted)
    if scene.pair and alone and reading.has_phrase("two", *clause):
        return _both(scene.pair, subjects)
    joint = actions()[slug].symmetric or slug in TOGETHER or slug == "extradite"  # a joint investigation
    hyphened = _hyphened(here, reading)
    if hyphened and joint:
        return _each_with_each(hyphened)
    if len(subjects) > 1 and not wanted and joint:
        return _each_with_each(subjects)
    if slug == "meet" and [p.code for p in subjects] == ["C5"] and not wanted:
        return Roles(((subjects[0], None),), HALF)
    return None


def _cross(actors: Sequence[Party], others: Sequence[Party | None], surety: float) -> Roles:
    return Roles(tuple((a, b) for a in actors for b in others if a.code != (b.code if b else None)), surety)


def _each_with_each(subjects: Sequence[Party]) -> Roles:
    """Three signatories are three pairs (codebook, where the table leaves room)."""
    pairs = [(a, b) for n, a in enumerate(subjects) for b in subjects[n + 1 :] if a.code != b.code]
    return Roles(tuple(pairs), FULL)


def directed(slug: str, a: Party, b: Party | None) -> tuple[Party, Party | None]:
    """Symmetric moves with two subjects put the Central Asian one first, the alphabet decides between two
    (codebook, direction)."""
    together = actions()[slug].symmetric or slug in TOGETHER
    if b and together and a.case == b.case == "nom" and b.kind != "scene":
        ours, theirs = a.code in OURS, b.code in OURS
        if (theirs and not ours) or (ours and theirs and b.code < a.code):
            return b, a
    return a, b


def _wanted(reading: Reading, trigger: Trigger, here: Sequence[Party], start: int) -> list[Party]:
    """Parties in a case that the action takes, the surest case first; towns where one goes to them."""
    marks, slug = trigger.expression.marks, trigger.expression.action
    found = [p for c in marks for p in here if p.case == c]
    end = reading.row[trigger.last].end
    cases: tuple[str, ...] = TO_TOWNS.get(slug, ())
    if slug == "visit":
        cases += BARE_DATIVE.get(reading.lexicon.language, ())
    towns = [p for p in reading.places if start <= p.start < end and p.case in cases]
    if not found and slug in TO_TOWNS:
        found = towns
    if not found and trigger.last < len(reading.row) - 1 and "dat" in marks and slug in TO_TOWNS:
        # A participle before its noun ("the load that A sent reached B"): B follows.
        found = [p for p in reading.parties if p.start >= end and p.case == "dat"][:1]
    if not found and trigger.last + 1 < len(reading.row) and reading.row[trigger.last + 1].key == "ки":
        # Tajik says what was promised in a clause of its own.
        found = [p for p in reading.parties if p.start >= end and p.case in ("dat", "acc", "gen")][:1]
    return found


def _reversed(reading: Reading, here: Sequence[Party], subjects: Sequence[Party], scene: Scene) -> Roles:
    """ "Received": the subject is the host, what stands in the accusative (Tajik: with -ро) the guest."""
    guests = [p for c in ("acc", "dat", "gen", "abl") for p in here if p.case == c][:1]
    hosts = list(subjects[:1])
    if not hosts and guests:
        host = reading.home
        hosts = [host if guests[0].code != host.code else named(scene.actor or host.code)]
    return _cross(guests, hosts, FULL if subjects else HALF)


def _subjects(nominative: Sequence[Party], reading: Reading) -> list[Party]:
    """The first nominative party and those that "and" joins to it."""
    joiners = reading.lexicon.word("and") | reading.lexicon.word("with")
    kept: list[Party] = []
    for party in nominative:
        gap = reading.text[kept[-1].end : party.start].lower() if kept else ""
        if kept and reading.lexicon.language == "tg" and not gap.strip() and _with_u(kept[-1], reading):
            kept.append(party)  # "Тоҷикистону Эрон"
        elif not kept or gap.strip() == "," or (set(gap.split()) & joiners and len(gap.split()) <= 3):
            kept.append(party)
    return kept


def _with_u(party: Party, reading: Reading) -> bool:
    return reading.text[party.end - 1] in "ую"


def _owners(here: Sequence[Party], reading: Reading) -> list[Party]:
    """Whose drill or commission it is: genitives joined by "and"."""
    found = _subjects([p for p in here if p.case == "gen"], reading)
    if len(found) < 2 and reading.lexicon.language == "tg":  # "дар сарҳади Тоҷикистону Қирғизистон"
        both = _subjects([p for p in here if p.case == "loc"], reading)
        found = both if len(both) > 1 else found
    return [replace(p, case="nom") for p in found]


def _hyphened(here: Sequence[Party], reading: Reading) -> list[Party]:
    """ "Türkmen-eýran", "Қазақстан-Ресей", "Кытай – Кыргызстан – Өзбекстан"."""
    row: list[Party] = []
    for pair in pairwise(here):
        if reading.text[pair[0].end : pair[1].start] in ("-", "–", " – ", " - ", " — "):
            row = [*(row or pair[:1]), pair[1]]
        elif row:
            break
    return [replace(p, case="nom") for p in row]


def _other_subject(
    reading: Reading,
    trigger: Trigger,
    here: Sequence[Party],
    wanted: list[Party],
    start: int,
    end: int,
    scene: Scene,
) -> tuple[list[Party], list[Party], float]:
    """No nominative: the sender, "the head of state" of the language's home, or who acted last."""
    slug = trigger.expression.action
    towns = [p for p in reading.places if start <= p.start < end]
    senders = [p for p in (*here, *towns) if p.case == "abl"]
    towards = [p for p in wanted if p.case != "abl"]
    if senders and slug in FROM_SENDER and (towards or "abl" not in trigger.expression.marks):
        return senders, towards, HALF
    if reading.has_phrase("own", start, end, free=True):
        return [reading.home], wanted, HALF
    stands = [p for p in (*here, *towns) if p.case == "loc" and p.code not in {w.code for w in wanted}]
    if stands and slug == "mobilise":
        return stands[:1], wanted, HALF
    earlier = [p for p in reading.parties if p.end <= start and p.case == "nom" and p.kind != "treaty"]
    if earlier:  # "A came to B, met C": one subject for both clauses
        return _subjects(earlier, reading), wanted, HALF
    owner = [p for p in here if p.case == "gen" and p not in towards][:1]
    if owner and slug in OWNED and towards and towards[0].case == "dat":
        return [replace(owner[0], case="nom")], towards, HALF
    if scene.actor and (
        reading.sentence.paragraph == scene.paragraph or reading.has_phrase("same", start, end)
    ):
        actor = scene.actor
        if scene.pair and actor in scene.pair and wanted and wanted[0].code == actor:
            actor = next(code for code in scene.pair if code != actor)
        return [named(actor)], wanted, THIN
    return [], wanted, THIN


def _both(pair: tuple[str, str], subjects: Sequence[Party]) -> Roles:
    """ "The sides" are the scene's pair, or whom somebody else turns to."""
    if not subjects:
        first, second = directed("sign", *(replace(named(code), kind="name") for code in pair))
        return Roles(((first, second),), HALF)
    others = [named(code) for code in pair if code != subjects[0].code]
    return _cross(subjects[:1], others, HALF)
