"""Moves of an article in a verb-final language.

No parser knows these languages, so the lexicon (models/vocabulary/expressions/<lang>.yml) and the cases
of the parties decide.
"""

from __future__ import annotations

import datetime as dt

from loaders.coding.drafts import DateBasis, DatePrecision, MoveDraft
from loaders.coding.sentences import split
from loaders.coding.verb_final.cases import Party
from loaders.coding.verb_final.reading import HOME, Reading, Scene, read
from loaders.coding.verb_final.roles import OURS, directed, find_roles
from loaders.coding.verb_final.status import date_of, denied, planned_for, supposed
from loaders.coding.verb_final.triggers import Trigger, clause_start, find_triggers

LANGS = frozenset(HOME)
REGION = OURS | {"C5+1"}
PLANNABLE = frozenset({"visit", "meet", "sign", "exercise", "negotiate", "announce"})
# One reading, with no second coder to agree; about the precision on the kept-aside part of the gold.
CONFIDENCE = 0.65


def find_moves(text: str, lang: str, published: dt.date, scope: str = "central-asia") -> list[MoveDraft]:
    """The moves of an article, one row each, in the order of the text. `lang` is one of LANGS."""
    scene = Scene()
    found: dict[tuple[str, str, str | None, dt.date], MoveDraft] = {}
    group = 0
    for sentence in split(text):
        reading = read(sentence, lang, published)
        verbs: set[int] = set()
        for trigger in find_triggers(reading):
            if trigger.last in verbs:  # one verb asserts one move: the fullest phrase has it
                continue
            rows = _rows(reading, trigger, scene, group)
            rows = [r for r in rows if scope == "any" or {r.actor, r.counterpart} & REGION]
            if rows:
                verbs.add(trigger.last)
                group += 1
            for row in rows:
                found.setdefault((row.actor, row.action, row.counterpart, row.date), row)
    return list(found.values())


def _rows(reading: Reading, trigger: Trigger, scene: Scene, group: int) -> list[MoveDraft]:
    start = clause_start(reading, trigger)
    if denied(reading, trigger) or supposed(reading, start):
        return []
    slug = trigger.expression.action
    actors, others = find_roles(reading, trigger, start, scene)
    dated = date_of(reading, trigger, scene)
    planned = planned_for(reading, trigger)
    if planned:
        if slug not in PLANNABLE:
            return []
        slug, dated = "announce", (reading.published, "published", "published")
    pairs = [directed(slug, a, b) for a in actors for b in others if a.code != (b.code if b else None)]
    rows = [_draft(reading, trigger, pair, slug, dated, planned, group) for pair in pairs]
    if rows:
        scene.actor = rows[0].actor
        scene.pair = (rows[0].actor, rows[0].counterpart) if rows[0].counterpart else scene.pair
        if not planned:
            scene.date, scene.precision, scene.paragraph = dated[0], dated[1], reading.sentence.paragraph
    return rows


def _draft(
    reading: Reading,
    trigger: Trigger,
    pair: tuple[Party, Party | None],
    slug: str,
    dated: tuple[dt.date, DatePrecision, DateBasis],
    planned: dt.date | None,
    group: int,
) -> MoveDraft:
    actor, counterpart = pair
    return MoveDraft(
        actor=actor.code,
        action=slug,
        counterpart=counterpart.code if counterpart else None,
        date=dated[0],
        date_precision=dated[1],
        date_basis=dated[2],
        planned_for=planned,
        place=None,
        actor_name=actor.name,
        actor_role=actor.role,
        evidence=reading.text,
        start=reading.sentence.start,
        end=reading.sentence.end,
        confidence=CONFIDENCE,
        rule=trigger.expression.rule,
        group=group,
    )
