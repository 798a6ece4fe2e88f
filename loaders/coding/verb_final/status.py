"""Whether a move happened, is fixed for a coming day, or is only supposed; and on which day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection

from loaders.coding.dates import DateSpan
from loaders.coding.drafts import DateBasis, DatePrecision
from loaders.coding.timeline import MEETINGS
from loaders.coding.verb_final.reading import Reading, Scene
from loaders.coding.verb_final.triggers import Trigger, clause_end

PLANNING = 200  # days: a later day is last year's rather than a plan
FRESH = 7  # days: a new paragraph goes on with a scene no older than this
FOLLOWING = 2  # words after the verb that may deny it
REACTIONS = frozenset({"reject", "criticise", "demand", "threaten"})  # have a day of their own
SHORTEST = 5  # letters of a verb that can carry a negative ending
_PRECISION: dict[str, DatePrecision] = {"year": "year", "month": "month", "published": "published"}
Pair = tuple[str, str | None]  # the codes of actor and counterpart
When = tuple[dt.date, DatePrecision, DateBasis]


def denied(reading: Reading, trigger: Trigger) -> bool:
    """The verb is negative, or a word of negation follows it."""
    lexicon, row = reading.lexicon, reading.row
    verb = row[trigger.last].key
    following = _following(reading, trigger.last)
    prefixes = tuple(lexicon.word("negative_prefix"))
    expression = trigger.expression
    own = [*expression.head.whole, *(w for words in expression.company for w in words.whole)]
    listed = frozenset(own) if expression.action == "reject" else frozenset()  # "напазируфт" itself rejects
    inside = [p.key for p in row[trigger.first : trigger.last + 1] if p.key not in listed]
    if prefixes and any(word.startswith(prefixes) for word in (*inside, *following)):
        return True
    itself = any(verb in words.whole for words in (expression.head, *expression.company))
    if _negative(verb, reading) and not (expression.action == "reject" and itself):
        return True
    if expression.kind == "noun":
        following = [p.key for p in row[max(trigger.first, trigger.last - 1) : trigger.last + 1]]
    return any(w in lexicon.word("negation") for w in following) or any(
        _negative(w, reading) for w in following[:1]
    )


def _following(reading: Reading, verb: int) -> list[str]:
    """The words after the verb in its clause; Tajik goes on after its comma ("... , ки ... накунад")."""
    row, stop = reading.row, verb + 1
    while stop < min(len(row), verb + 1 + FOLLOWING):
        gap = reading.text[row[stop - 1].end : row[stop].start]
        if reading.lexicon.language != "tg" and ("," in gap or ";" in gap):
            break
        stop += 1
    return [p.key for p in row[verb + 1 : stop]]


def _negative(word: str, reading: Reading) -> bool:
    endings = tuple(reading.lexicon.word("negative"))
    if word in reading.lexicon.word("not_negative"):  # "қамады": the stem itself ends so
        return False
    return bool(endings) and len(word) >= SHORTEST and word.endswith(endings)


def supposed(reading: Reading, trigger: Trigger, start: int) -> bool:
    """The clause makes the move a possibility, a wish or somebody's opinion."""
    end = clause_end(reading, trigger)
    if reading.lexicon.language == "tg":  # "it is possible that ..." precedes what it speaks of
        start = 0
    first = next((n for n, p in enumerate(reading.row) if p.start >= start), 0)
    stop = next((n for n, p in enumerate(reading.row) if p.start >= end), len(reading.row))
    names: tuple[str, ...] = ("hypothetical", "opinion")
    if trigger.expression.action != "threaten":  # "if ..., they will": a conditional threat is one
        names += ("conditional",)
    return any(reading.words_of(name, first, stop) or reading.has_phrase(name, start, end) for name in names)


def coming(reading: Reading, trigger: Trigger) -> bool:
    """Whether the verb stands in the future (in most of these languages also the present)."""
    lexicon, verb = reading.lexicon, reading.row[trigger.last].key
    following = {p.key for p in reading.row[trigger.last : trigger.last + 3]}
    inside = {p.key for p in reading.row[trigger.first : trigger.last + 1]}
    if (following | inside) & lexicon.word("future_words"):
        return True
    prefixes = tuple(lexicon.word("future_prefix"))
    if prefixes and any(word.startswith(prefixes) for word in (verb, *inside)):
        return True
    return _longest(verb, lexicon.word("future")) > _longest(verb, lexicon.word("not_future"))


def _longest(word: str, endings: Collection[str]) -> int:
    return max((len(e) for e in endings if word.endswith(e)), default=0)


def plan_of(reading: Reading) -> DateSpan | None:
    """The coming day (or month) that the sentence fixes."""
    latest = reading.published + dt.timedelta(days=PLANNING)
    ahead = [s for s in reading.dates if reading.published < s.later <= latest and s.later >= s.date]
    return ahead[0] if ahead else None


def date_of(reading: Reading, trigger: Trigger, scene: Scene, pair: Pair) -> When:
    """The nearest date before the verb, else another of the sentence, the scene's, the publication's.

    `pair` are the parties of the move: what somebody else does has a day of its own.
    """
    published = reading.published
    verb = reading.row[trigger.last].start
    spans = [s for s in reading.dates if s.date <= published or s.anchor == "scene"]
    before = [s for s in spans if s.start < verb]
    span = before[-1] if before else spans[0] if spans else None
    if span is not None:
        known = scene.told_precision if scene.told else "day"
        day, precision = span.resolve(scene.told or published, known)
        return day, _PRECISION.get(precision, "day"), "explicit" if span.basis == "explicit" else "relative"
    if scene.date and _goes_on(reading, trigger, scene, pair):
        return scene.date, _PRECISION.get(scene.precision, "day"), "inherited"
    return published, "published", "published"


def _goes_on(reading: Reading, trigger: Trigger, scene: Scene, pair: Pair) -> bool:
    """Whether the sentence belongs to the scene: its pair, a party in its paragraph, "after the talks"."""
    if reading.any_word("follows") or reading.has_phrase("follows", 0, len(reading.text)):
        return True
    if trigger.expression.action in REACTIONS and pair[0] != scene.actor:
        return False
    same = scene.paragraph == reading.sentence.paragraph
    if scene.pair and set(pair) == set(scene.pair):
        return same or scene.date is None or (reading.published - scene.date).days <= FRESH
    # What the same party does with somebody else is part of a meeting only.
    if pair[1] is not None and scene.pair and pair[1] not in scene.pair and scene.action not in MEETINGS:
        return False
    return same and (scene.pair is None or pair[0] in (*scene.pair, scene.actor))
