"""Which of a sentence's dates belongs to a move, and what day it takes where the sentence has none."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import cast

from loaders.coding.date_clauses import ASIDE, clause_of, cost
from loaders.coding.date_readings import floor
from loaders.coding.dates import DateSpan
from loaders.coding.drafts import DateBasis, DatePrecision
from loaders.coding.scenes import Scene
from loaders.coding.syntax import Tree
from loaders.coding.timeline import Undated, says
from models.vocabulary.lexicon import Lexicon


@dataclass(frozen=True, slots=True)
class Day:
    """The day of a move with its precision and basis; `planned_for` where it lies ahead.

    `span`: where the words for the day stand, None where it was inherited.
    """

    date: dt.date
    precision: DatePrecision
    basis: DateBasis
    planned_for: dt.date | None = None
    span: DateSpan | None = None


FARTHEST = 3.0
FULL = 2  # sentences after which "the same day" no longer means a full day told before a month
PROMISES = frozenset({"announce", "propose"})
FRESH = 31  # days before publication within which a day without a year is news, not background
COMING = 200  # days before publication from which a day without a year is rather the next such day
LONG_AGO = 300  # days before publication from which a year told is that of the days told after it
_YEAR = re.compile(r"\b\d{4}\b")
_TOWARDS = frozenset({"на", "for", "к"})  # prepositions between an appointment and its day


@dataclass(frozen=True, slots=True)
class Dated:
    """A date expression with the day that it names here."""

    span: DateSpan
    date: dt.date
    precision: str


def resolved(spans: Sequence[DateSpan], scene: Scene, *, planned: bool = True) -> list[Dated]:
    """The days that the dates of a sentence name, each counted from the day told before where it says so.

    "The day before" counts from the article's main day where the day told last is coarser, or of another
    paragraph; so does "the same day" after a year, or after a month told some sentences ago. Where a full
    day was told shortly before a month ("on Tuesday; trade grew in March; the same day"), it means that one.
    """
    found: list[Dated] = []
    full = scene.full_day if scene.full_at >= scene.sentence - FULL else None
    told, precision = scene.told_day or scene.published, scene.told_precision
    near, near_how = told, precision  # the last one that was no mere year: "on the 8th" is of its month
    away, named = scene.told_paragraph != scene.paragraph, False
    for span in spans:
        from_, how = told, precision
        back = span.anchor == "scene" and span.unit == "day" and span.number <= 0
        stale = how == "year" or scene.told_at < scene.sentence - 1
        coarse = how != "day" and (span.number < 0 or stale)
        if span.anchor == "scene" and span.unit == "day" and how == "month" and full is not None:
            from_, how = full, "day"
        elif back and (coarse or (away and span.number < 0)):
            from_, how = scene.timeline.main_day(), "day"
        if span.unit == "day of" and how == "year":
            from_, how = near, near_how
        if span.anchor == "clause":  # counted from the day named before it in the sentence, else from now
            from_, how = (told, precision) if named else (scene.published, "day")
        date, exact = span.resolve(from_, how)
        if span.basis == "explicit":
            date = _in_told_year(span, date, scene)
        found.append(Dated(span, date, exact))
        if span.anchor == "clause":
            continue
        named = True
        if _is_past(found[-1], scene.published) or (not planned and date <= scene.published):
            told, precision, away = date, exact, False
            full = date if exact == "day" else full
            if exact != "year":
                near, near_how = told, precision
    return found


def date_of(
    tree: Tree, spans: Sequence[DateSpan], head: int, scene: Scene, move: Undated, lexicon: Lexicon
) -> Day:
    """The day of the move at `head`: its own, else that of the scene, else of publication."""
    reporting = lexicon.word("reporting")
    days = resolved(spans, scene, planned=move.planned)
    ranked = sorted((cost(tree, d.span, head, reporting), d.span.start, d) for d in days)
    last = scene.timeline.of(move)
    near = [
        d for far, _, d in ranked if far < (ASIDE if last is not None and last.date >= d.date else FARTHEST)
    ]
    ahead = [d for d in near if _lies_ahead(tree, d, head, scene.published, move, reporting)]
    past = [d for d in near if d not in ahead]
    if move.planned:  # "will visit in May": not the May before; "agreed in 2023 to visit" tells its year
        past = [d for d in past if d.precision == "day" or d.date < floor(scene.published, d.precision)]
        past = [d for d in past if d.precision == "day" or d.span.later <= scene.published]
    if move.slug == "announce":
        past = [d for d in past if not _in_plan(tree, d, head)]
    day = next((d.span for d in ahead if d.precision == "day"), None)
    told = _past(past, scene, replace(move, planned=day is not None))
    return Day(told.date, told.precision, told.basis, day.later if day else None, day or told.span)


def _lies_ahead(
    tree: Tree, day: Dated, head: int, published: dt.date, move: Undated, reporting: frozenset[str]
) -> bool:
    """Whether the date is that for which the move is planned."""
    span = day.span
    if day.date > published or (move.slug in PROMISES and _goes_on(tree, day, head, published)):
        return True
    if span.later <= published or span.anchor == "scene":
        return False
    where = tree.at(span.start, span.end)
    marks = {k.text.casefold() for i in where for k in tree.kids(i, "case")}
    if move.slug == "announce" and (marks & _TOWARDS or not _is_past(day, published)):
        return True
    if not move.planned or not where:
        return False
    clause = tree.tokens[clause_of(tree, tree.head_of(where))]
    return not (clause.lemma in reporting and clause.i != head)  # "will come, he said on Friday"


def _goes_on(tree: Tree, day: Dated, head: int, published: dt.date) -> bool:
    """ "Pledged grants for this year", "invited him in the autumn": the time of what is promised.

    That is a week, month or year that is not over, or a season without a year, told after the verb.
    """
    span, where = day.span, tree.at(day.span.start, day.span.end)
    if span.precision == "day" or span.basis != "relative" or not tree.parsed or not where:
        return False
    if where[0] < head or span.anchor != "published" or "earlier" in span.text.casefold():
        return False
    season = span.unit == "day" and span.precision == "year" and span.later.year == published.year
    return season or floor(published, span.precision) == day.date


def _in_plan(tree: Tree, day: Dated, head: int) -> bool:
    """ "Agreed to consult in the autumn": a month or season without a year within what was agreed."""
    where = tree.at(day.span.start, day.span.end)
    if not tree.parsed or not where or day.precision == "day" or _YEAR.search(day.span.text):
        return False
    below = tree.tokens[tree.head_of(where)]
    for above in tree.ancestors(below.i):
        if below.pos in ("VERB", "AUX") and below.dep in ("xcomp", "ccomp") and above.i == head:
            return below.i < where[0]
        below = above
    return False


def _past(days: Sequence[Dated], scene: Scene, move: Undated) -> Day:
    for day in days:
        date = day.date
        if day.span.basis == "explicit":
            date = _in_told_year(day.span, date, scene)
        if date <= scene.published:
            return Day(
                date, cast(DatePrecision, day.precision), cast(DateBasis, day.span.basis), span=day.span
            )
    return _inherited(scene, move)


def _is_past(day: Dated, published: dt.date) -> bool:
    """A day or month without a year that was most of a year ago is rather one to come."""
    if day.date > published:
        return False
    sure = day.span.later <= published or day.span.anchor == "scene" or day.date != day.span.date
    return sure or (published - day.date).days < COMING


def tell(spans: Sequence[DateSpan], scene: Scene, done: Collection[dt.date] = ()) -> list[Dated]:
    """Move the day told on over the dates of a sentence; its full days, those before the scene left out.

    done: days of moves that the sentence tells as done; a month of theirs is not to come ("in April", said
    in December).
    """
    seen = resolved(spans, scene, planned=not done)
    seen = [d for d in seen if d.span.anchor != "clause"]
    near = [d for d in seen if _is_past(d, scene.published) or d.date in done]
    if near:
        on = [d for d in near if not (d.span.anchor == "scene" and d.span.number < 0)] or near
        scene.told_day, scene.told_precision = on[-1].date, on[-1].precision
        scene.told_at, scene.told_paragraph = scene.sentence, scene.paragraph
        if full := [d.date for d in near if d.precision == "day"]:
            scene.full_day, scene.full_at = full[-1], scene.sentence
    return [d for d in near if d.precision == "day" and not (d.span.anchor == "scene" and d.span.number < 0)]


def tells_before(tree: Tree, spans: Sequence[DateSpan], lexicon: Lexicon) -> bool:
    """Whether the sentence dates what came before its scene ("guards had fired on Tuesday").

    "Had to" and "had tea" are no pluperfect, and one in another clause is no matter ("By the time it voted,
    on Thursday, forty had been killed").
    """
    if not tree.parsed:
        return says(tree, lexicon, "anterior")
    marks = lexicon.word("anterior")
    before = [t for t in tree.tokens if t.dep.startswith("aux") and t.text.casefold() in marks]
    dated = {clause_of(tree, tree.head_of(w)) for s in spans if (w := tree.at(s.start, s.end))}
    return any(not dated or clause_of(tree, t.i) in dated for t in before)


def _in_told_year(span: DateSpan, date: dt.date, scene: Scene) -> dt.date:
    """ "In September 2022 they fought. On 16 September they agreed": the year told just before goes on.

    Only where that year lies well before the publication.
    """
    told = scene.told_day
    if told is None or scene.told_at < scene.sentence - 2 or _YEAR.search(span.text):
        return date
    if (scene.published - told).days < LONG_AGO or span.precision != "day" or date.year == told.year:
        return date
    if (scene.published - date).days <= FRESH:
        return date
    for year in (told.year, told.year + 1):
        moved = date.replace(year=year, day=min(date.day, 28) if date.month == 2 else date.day)
        if moved >= told.replace(day=1) and moved < date:
            return moved
    return date


def _inherited(scene: Scene, move: Undated) -> Day:
    told = scene.timeline.of(move)
    if told is not None:
        return Day(told.date, told.precision, "inherited")
    return Day(scene.published, "published", "published")
