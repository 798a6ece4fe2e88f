"""Parties that some moves name in a way of their own: mediators, detained citizens, "the guest"."""

from __future__ import annotations

from collections.abc import Sequence

from loaders.coding.verb_final.phrases import Party
from loaders.coding.verb_final.reading import Reading, Scene, named
from loaders.coding.verb_final.triggers import Trigger

ENVOY = 12  # letters between the Tajik envoy and the state
EMBASSY = 30  # letters between a state and its embassy
Sides = tuple[list[Party], list[Party]]


def special(
    reading: Reading,
    trigger: Trigger,
    here: Sequence[Party],
    subjects: Sequence[Party],
    wanted: Sequence[Party],
    scene: Scene,
) -> Sides | None:
    """Actors and counterparts, or None where the general rules hold."""
    slug = trigger.expression.action
    if slug == "protest":
        embassy = _embassy(reading)
        targets = [embassy] if embassy else [*wanted, *(p for p in here if p.case != "loc")]
        if targets and (embassy or not subjects):
            return _protesters(reading, here, targets[0])
        return None
    if slug == "criticise" and len(subjects) == 1 and _summoned(reading, trigger, subjects[0]):
        hosts = [p for p in here if p.code != subjects[0].code and p.case in ("dat", "nom")]
        return [*(hosts[:1] or [reading.home])], [subjects[0]]
    if slug == "mediate":
        return _mediated(reading, trigger, here, subjects, scene)
    victims = [p for p in (*wanted, *here) if p.kind == "adjective" or p.case in ("gen", "acc")]
    if slug == "coerce" and victims and all(p in victims for p in subjects):
        return _detained([*here, *reading.places], victims[0], scene)
    if subjects or scene.pair is None:
        return None
    return _guest(reading, trigger, wanted, scene)


def _mediated(
    reading: Reading, trigger: Trigger, here: Sequence[Party], subjects: Sequence[Party], scene: Scene
) -> Sides | None:
    """ "With the mediation of A the sides met": A between the pair of the scene, or of the sentence."""
    if reading.lexicon.language == "tg":  # "бо миёнаравии Эрон"
        head = reading.row[trigger.head]
        by = [p for p in reading.parties if 0 <= p.start - head.end <= 1][:1]
        others = [p for p in reading.parties if by and p.code != by[0].code and p.case != "loc"]
        if by and others:
            return by, others
        if by and scene.pair:
            return by, [named(code) for code in scene.pair if code != by[0].code]
    end = reading.row[-1].end
    if scene.pair is None or not here or not reading.has_phrase("two", 0, end):
        return None
    actor = subjects[0] if subjects else here[0]
    return [actor], [named(code) for code in scene.pair if code != actor.code]


def _summoned(reading: Reading, trigger: Trigger, subject: Party) -> bool:
    """ "The envoy of A was summoned": the phrase is about the envoy who is the subject, in the passive."""
    envoys = reading.words_of("envoy", 0, len(reading.row))
    before = ENVOY if reading.lexicon.language == "tg" else 0  # "сафири Русия"
    its = any(subject.start - before <= reading.row[n].start < subject.end + 1 for n in envoys)
    verbs = [reading.row[n].key for n in range(trigger.first, trigger.last + 1)]
    passive = tuple(reading.lexicon.word("passive"))
    return its and bool(passive) and any(verb.endswith(passive) for verb in verbs)


def _embassy(reading: Reading) -> Party | None:
    """Whose embassy the sentence names: the party before the word (Tajik: after it)."""
    after = reading.lexicon.language == "tg"
    for n in reading.words_of("embassy", 0, len(reading.row)):
        piece = reading.row[n]
        if after:
            near = [p for p in reading.parties if 0 <= p.start - piece.end < EMBASSY]
            found = near[0] if near else None
        else:
            near = [p for p in reading.parties if p.start < piece.start and piece.start - p.start < EMBASSY]
            found = near[-1] if near else None
        if found:
            return found
    return None


def _protesters(reading: Reading, here: Sequence[Party], target: Party) -> Sides:
    """ "In Almaty activists picketed the consulate": those of the state in which they stand."""
    spots = [p for p in here if p.kind == "adjective" and p.code != target.code]
    spots += [p for p in (*here, *reading.places) if p.case == "loc" and p.code != target.code]
    return [*(spots[:1] or [reading.home])], [target]


def _detained(here: Sequence[Party], victim: Party, scene: Scene) -> Sides | None:
    """ "Citizens of A were held in B": B acts, or the other side of the scene."""
    holders = [p for p in here if p.case in ("loc", "abl") and p.code != victim.code]
    if holders:
        return holders[:1], [victim]
    if scene.pair and victim.code in scene.pair:
        return [named(code) for code in scene.pair if code != victim.code], [victim]
    return None


def _guest(reading: Reading, trigger: Trigger, wanted: Sequence[Party], scene: Scene) -> Sides | None:
    """ "The guest" is the side of the scene that is not at home."""
    verb = reading.row[trigger.last].end
    if scene.pair is None or not reading.has_phrase("guest", 0, verb):
        return None
    guests = [named(code) for code in scene.pair if code != reading.home.code]
    hosts = [p for p in wanted if p.code not in {g.code for g in guests}]
    others = hosts or [named(code) for code in scene.pair if code == reading.home.code]
    return (guests, others[:1]) if len(guests) == 1 and others else None
