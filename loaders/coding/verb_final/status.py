"""Whether a move happened, is fixed for a coming day, or is only supposed; and on which day."""

from __future__ import annotations

import datetime as dt

from loaders.coding.drafts import DateBasis, DatePrecision
from loaders.coding.verb_final.reading import Reading, Scene
from loaders.coding.verb_final.triggers import Trigger

PLANNING = 120  # days: a later day is last year's rather than a plan
FOLLOWING = 2  # words after the verb that may deny it
SHORTEST = 5  # letters of a verb that can carry a negative ending
_PRECISION: dict[str, DatePrecision] = {"year": "year", "month": "month", "published": "published"}


def denied(reading: Reading, trigger: Trigger) -> bool:
    """The verb is negative, or a word of negation follows it."""
    lexicon, row = reading.lexicon, reading.row
    verb = row[trigger.last].key
    following = [p.key for p in row[trigger.last + 1 : trigger.last + 1 + FOLLOWING]]
    prefixes = tuple(lexicon.word("negative_prefix"))
    inside = [p.key for p in row[trigger.first : trigger.last + 1]]
    if prefixes and any(word.startswith(prefixes) for word in (*inside, *following)):
        return True
    if trigger.expression.action != "reject" and _negative(verb, reading):
        return True
    return any(w in lexicon.word("negation") for w in following) or any(
        _negative(w, reading) for w in following[:1]
    )


def _negative(word: str, reading: Reading) -> bool:
    endings = tuple(reading.lexicon.word("negative"))
    return bool(endings) and len(word) >= SHORTEST and word.endswith(endings)


def supposed(reading: Reading, start: int) -> bool:
    """The clause, or what follows it, makes the move a possibility, a wish or somebody's opinion."""
    marks = reading.lexicon.word("hypothetical") | reading.lexicon.word("opinion")
    text = reading.text[start:].lower()
    keys = {p.key for p in reading.row if p.start >= start}
    stems = tuple(mark[:-1] for mark in marks if mark.endswith("*"))
    return (
        bool(keys & marks)
        or (bool(stems) and any(key.startswith(stems) for key in keys))
        or any(" " in mark and mark in text for mark in marks)
    )


def planned_for(reading: Reading, trigger: Trigger) -> dt.date | None:
    """The planned day: the verb is in the future and the sentence fixes a day after the publication."""
    verb = reading.row[trigger.last].key
    coming = verb.endswith(tuple(reading.lexicon.word("future"))) or verb in reading.lexicon.word(
        "future_words"
    )
    latest = reading.published + dt.timedelta(days=PLANNING)
    ahead = [s.later for s in reading.dates if reading.published < s.later <= latest and s.precision == "day"]
    return ahead[0] if coming and ahead else None


def date_of(reading: Reading, trigger: Trigger, scene: Scene) -> tuple[dt.date, DatePrecision, DateBasis]:
    """The nearest date before the verb, else another of the sentence, the scene's, the publication's."""
    published = reading.published
    verb = reading.row[trigger.last].start
    spans = [s for s in reading.dates if s.date <= published or s.anchor == "scene"]
    before = [s for s in spans if s.start < verb]
    span = before[-1] if before else spans[0] if spans else None
    if span is not None:
        known = scene.precision if scene.date and scene.precision != "published" else "day"
        day, precision = span.resolve(scene.date or published, known)
        return day, _PRECISION.get(precision, "day"), "explicit" if span.basis == "explicit" else "relative"
    if scene.date and scene.paragraph == reading.sentence.paragraph:
        return scene.date, _PRECISION.get(scene.precision, "day"), "inherited"
    return published, "published", "published"
