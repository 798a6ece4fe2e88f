"""Moves of an article in a verb-final language.

No parser knows these languages, so the lexicon (models/vocabulary/expressions/<lang>.yml) and the cases
of the parties decide.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from loaders.coding.drafts import MoveDraft
from loaders.coding.mentions import Mention, find_mentions
from loaders.coding.sentences import prose
from loaders.coding.verb_final.choice import Asserted, asserted
from loaders.coding.verb_final.decisions import Seen, between, nobody, outside, same_assertion, settled
from loaders.coding.verb_final.outside import FULL, OURS
from loaders.coding.verb_final.phrases import Party
from loaders.coding.verb_final.places import place_of
from loaders.coding.verb_final.reading import HOME, Reading, Scene, read
from loaders.coding.verb_final.roles import TOGETHER, directed, find_roles
from loaders.coding.verb_final.status import When, coming, date_of, denied, plan_of, supposed
from loaders.coding.verb_final.triggers import Trigger, clause_start, find_triggers
from models.grounds import Grounds, Mark
from models.vocabulary.actions import actions

LANGS = frozenset(HOME)
REGION = OURS | {"C5+1"}
# Steps that a future verb only promises; others ("supports", "demands") are done by being said.
PLANNABLE = frozenset(
    {"visit", "meet", "sign", "exercise", "negotiate", "announce", "aid", "peacekeep", "ratify", "mediate"}
    | {"extradite", "withdraw", "ease", "trade", "recognise", "join"}
)
PROMISED = frozenset({"visit", "sign", "aid", "peacekeep", "recognise", "join"})  # also with no day named
STATISTICAL = frozenset({"trade", "ease", "visit", "aid"})  # not beside percentages
# Readings of the same words: a round of talks is no meeting beside it.
ALIKE = (frozenset({"meet", "negotiate", "call"}), frozenset({"aid", "trade"}))
# A text about tourism or universities is about foreign policy only where states decide something.
DOCUMENTS = frozenset(
    {"sign", "ratify", "announce", "negotiate", "propose", "ease", "aid", "recognise", "meet", "call"}
)
WARNING = 0.5  # weight below which a warning threatens only with "if"
TOGETHER_WITHIN = 5  # words within which an expression is marked as one
BARE_VERB, PLAN = 0.1, 0.1  # taken off for a single word, and for a plan


def find_moves(
    text: str,
    lang: str,
    published: dt.date,
    scope: str = "central-asia",
    mentions: Sequence[Mention] | None = None,
) -> list[MoveDraft]:
    """The moves of an article, one row each, in the order of the text. `lang` is one of LANGS.

    `mentions` are those of the whole text with its places, where the caller has found them already.
    """
    return read_moves(text, lang, published, scope, mentions)[0]


def read_moves(
    text: str,
    lang: str,
    published: dt.date,
    scope: str = "central-asia",
    mentions: Sequence[Mention] | None = None,
) -> tuple[list[MoveDraft], list[Seen]]:
    """The moves as `find_moves` gives them, and what became of each expression seen."""
    if mentions is None:
        mentions = find_mentions(text, lang, published, places=True)
    scene = Scene()
    known: dict[str, Mention] = {}
    found: dict[tuple[str, str, str | None, dt.date], MoveDraft] = {}
    decisions: list[Seen] = []
    group = 0
    for sentence in prose(text):
        reading = read(sentence, lang, published, mentions, known)
        if reading.any_word("private"):
            alone = [Seen(t, reading, left_out="private") for t in find_triggers(reading)]
            decisions += settled((), alone, ())
            continue
        told, left = _sentence(reading, scene, scope, group)
        group += len(told)
        clauses = [Asserted(s.trigger, clause_start(reading, s.trigger), list(s.rows)) for s in told]
        rows = list(asserted(clauses))
        for row in rows:
            _add(found, row)
        decisions += settled(told, left, rows)
        if not told:
            _pass_time(scene, reading)
        _tell(scene, reading)
    return list(found.values()), decisions


def _sentence(reading: Reading, scene: Scene, scope: str, group: int) -> tuple[list[Seen], list[Seen]]:
    """The expressions of a sentence that tell a move, the fullest first, and those that tell none."""
    told: list[Seen] = []
    left: list[Seen] = []
    topical = reading.any_word("topics")
    for trigger in find_triggers(reading):
        if topical and trigger.expression.action not in DOCUMENTS:
            continue
        if any(same_assertion(trigger, other.trigger) for other in told):
            continue
        seen = _see(reading, trigger, scene, group + len(told))
        if seen.rows and scope != "any":
            rows = tuple(r for r in seen.rows if {r.actor, r.counterpart} & REGION)
            seen = replace(seen, rows=rows) if rows else outside(seen)
        (told if seen.rows else left).append(seen)
    return told, left


def _pass_time(scene: Scene, reading: Reading) -> None:
    """A sentence that goes on in the paragraph of the scene may tell of its next day."""
    if scene.date is None or scene.paragraph != reading.sentence.paragraph:
        return
    known = scene.precision if scene.precision != "published" else "day"
    steps = [s.resolve(scene.date, known) for s in reading.dates if s.anchor == "scene"]
    past = [step for step in steps if step[1] == "day" and step[0] <= reading.published]
    if past:
        scene.date, scene.precision = past[0]


def _tell(scene: Scene, reading: Reading) -> None:
    """Remember the last day that the sentence named."""
    named = [s for s in reading.dates if s.anchor != "scene" and s.date <= reading.published]
    if named:
        scene.told, scene.told_precision = named[-1].date, named[-1].precision
    elif scene.date and scene.precision != "published" and reading.sentence.paragraph == scene.paragraph:
        scene.told, scene.told_precision = scene.date, scene.precision


def _add(found: dict[tuple[str, str, str | None, dt.date], MoveDraft], row: MoveDraft) -> None:
    """One row per move; a symmetric one is the same from either side."""
    key = (row.actor, row.action, row.counterpart, row.date)
    mirrored = (row.counterpart or "", row.action, row.actor, row.date)
    same = actions()[row.action].symmetric or row.action in TOGETHER
    if (same and mirrored in found) or any(_reads_alike(row, other) for other in found.values()):
        return
    found.setdefault(key, row)


def _reads_alike(a: MoveDraft, b: MoveDraft) -> bool:
    """Whether a sentence has given the same pair under a name like this one's."""
    return (
        a.start == b.start
        and {a.actor, a.counterpart} == {b.actor, b.counterpart}
        and a.action != b.action
        and any({a.action, b.action} <= family for family in ALIKE)
    )


def _see(reading: Reading, trigger: Trigger, scene: Scene, group: int) -> Seen:
    """What the expression tells: rows, or the reason why it tells none."""
    start = clause_start(reading, trigger)
    slug = trigger.expression.action
    if why := _no_fact(reading, trigger, start):
        return Seen(trigger, reading, left_out=why)
    roles = find_roles(reading, trigger, start, scene)
    if slug == "meet" and scene.action == "call" and roles.surety < FULL:
        return Seen(trigger, reading, left_out="told before")  # what they discussed by telephone
    pairs = [directed(slug, a, b) for a, b in roles.pairs]
    if not pairs:
        return Seen(trigger, reading, left_out=nobody(reading, trigger, start))
    planned, promised = _future(reading, trigger)
    if promised and (slug not in PLANNABLE or (planned is None and slug not in PROMISED)):
        promised = False
    actor, other = pairs[0]
    dated = date_of(reading, trigger, scene, (actor.code, other.code if other else None))
    if promised or (slug == "announce" and _this_month(dated, reading.published)):
        slug, dated = "announce", (reading.published, "published", "published")
    surety = roles.surety - BARE_VERB * (not trigger.expression.company) - PLAN * promised
    rows = tuple(
        _draft(reading, trigger, pair, slug, dated, planned if promised else None, round(surety, 2), group)
        for pair in pairs
    )
    _remember(scene, rows[0], reading, promised)
    return Seen(trigger, reading, *between(pairs), rows)


def _no_fact(reading: Reading, trigger: Trigger, start: int) -> str:
    """Why the clause states no fact at all; empty where it does."""
    slug = trigger.expression.action
    if denied(reading, trigger):
        return "negated"
    if supposed(reading, trigger, start):
        return "hypothetical"
    if slug in STATISTICAL and reading.any_word("statistics"):
        return "counted"
    if slug == "threaten" and trigger.expression.weight < WARNING and not _conditional(reading):
        return "no condition"
    return ""


def _this_month(dated: tuple[dt.date, str, str], published: dt.date) -> bool:
    """ "They will send a delegation late in the month": a current month is the plan's."""
    day, precision, basis = dated
    return precision == "month" and basis != "inherited" and day == published.replace(day=1)


def _conditional(reading: Reading) -> bool:
    return reading.any_word("conditional") or reading.has_phrase("conditional", 0, len(reading.text))


def _future(reading: Reading, trigger: Trigger) -> tuple[dt.date | None, bool]:
    """The planned day, and whether the sentence speaks of what is still to come."""
    if not coming(reading, trigger):
        return None, False
    plan = plan_of(reading)
    if plan is None:
        return None, not any(s.date <= reading.published for s in reading.dates)
    return (plan.later if plan.precision == "day" else None), True


def _remember(scene: Scene, row: MoveDraft, reading: Reading, promised: bool) -> None:
    scene.actor, scene.action = row.actor, row.action
    if row.counterpart and row.action != "mediate":
        scene.pair = (row.actor, row.counterpart)
    if not promised and row.date_basis != "published":
        scene.date, scene.precision = row.date, row.date_precision
    scene.paragraph = reading.sentence.paragraph


def _draft(
    reading: Reading,
    trigger: Trigger,
    pair: tuple[Party, Party | None],
    slug: str,
    dated: When,
    planned: dt.date | None,
    confidence: float,
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
        place=place_of(reading, trigger),
        actor_name=actor.name,
        actor_role=actor.role,
        evidence=reading.text,
        start=reading.sentence.start,
        end=reading.sentence.end,
        confidence=confidence,
        rule=trigger.expression.rule,
        group=group,
        grounds=Grounds(_marks(reading, trigger, pair, planned or dated[0])),
    )


def _marks(
    reading: Reading, trigger: Trigger, pair: tuple[Party, Party | None], day: dt.date
) -> tuple[Mark, ...]:
    """The words for both parties, the action and the day, as far as they stand in this sentence."""
    at, (actor, counterpart) = reading.sentence.start, pair
    found = [Mark("actor", at + actor.start, at + actor.end, f"{actor.kind}, {actor.case}")]
    if counterpart:
        how = f"{counterpart.kind}, {counterpart.case}"
        found.append(Mark("counterpart", at + counterpart.start, at + counterpart.end, how))
    for a, b in _pieces(trigger):
        start, end = reading.row[a].start, reading.row[b].end
        found.append(Mark("action", at + start, at + end, trigger.expression.rule))
    for span in reading.dates:
        if day in (span.date, span.later):
            found.append(Mark("date", at + span.start, at + span.end, span.basis))
            break
    inside = (mark for mark in found if at <= mark.start < mark.end <= reading.sentence.end)
    return tuple(sorted(inside, key=lambda mark: mark.start))


def _pieces(trigger: Trigger) -> tuple[tuple[int, int], ...]:
    """The expression's words as runs of positions: a noun and the verb that ends its clause stand apart."""
    if trigger.last - trigger.first < TOGETHER_WITHIN:
        return ((trigger.first, trigger.last),)
    return ((trigger.head, trigger.head), (trigger.last, trigger.last))
