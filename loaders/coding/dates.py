"""When a move happened: dt.date expressions in text, resolved against the day of publication or of the scene.

`find_dates` returns spans in text order that do not overlap. Full days are ISO days; a month is its first
day, a year 1 January (codebook, dates). Weeks and weekends are months, seasons and quarters are years.
A phrase such as "the day before" counts from the day that the text has just told (the scene): its span says
so by `anchor`, and `resolve(scene)` gives its day. `later` is the reading for planned moves ("on 12 May" in
"will visit on 12 May" is the next 12 May).
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass

from loaders.coding.date_readings import COARSE, Reading, floor, read, shift
from loaders.coding.date_rules import date_words

PRECISIONS = ("day", "month", "year")
# A week before something "in October" is most likely in October too.
FINER = {"month": ("day", "week", "fortnight"), "year": ("day", "week", "fortnight", "month")}


@dataclass(frozen=True, slots=True)
class DateSpan:
    """One date expression.

    start, end: offsets into the text given. date, precision (day, month, year), basis (explicit, relative).
    later: the same words about the future. anchor: `published`; `scene` for words that count from the
    scene's day; `clause` for words that date what follows them, counted back from the day of what it is told
    with. Then `unit` and `number` say how far, and `date` counts from the day of publication.
    """

    start: int
    end: int
    text: str
    date: dt.date
    precision: str
    basis: str
    later: dt.date
    anchor: str = "published"
    unit: str = "day"
    number: int = 0

    def resolve(self, scene: dt.date, scene_precision: str = "day") -> tuple[dt.date, str]:
        """The day and its precision, counted from the scene where the words do so.

        A step is no finer than the day from which it counts: two days after "in May" is still "in May".
        """
        if self.anchor == "published":
            return self.date, self.precision
        if self.unit == "month of":
            return dt.date(scene.year, self.number, 1), "month"
        if self.unit == "day of":
            return self._day_of(scene), "day"
        wanted = scene_precision if self.unit == "any" else COARSE[self.unit]
        precision = max(wanted, scene_precision, key=PRECISIONS.index)
        finer = self.unit in FINER.get(scene_precision, ())
        return floor(scene if finer else shift(scene, self.unit, self.number), precision), precision

    def _day_of(self, scene: dt.date) -> dt.date:
        """ "On the 8th" stays in the scene's month where that lies well before the publication."""
        days = calendar.monthrange(scene.year, scene.month)[1]
        far = abs((self.date - scene).days) > 45 and self.number <= days
        return scene.replace(day=self.number) if far else self.date


def find_dates(text: str, lang: str, published: dt.date) -> list[DateSpan]:
    """All date expressions of a text, in order, longest first where two overlap.

    lang: one of the vocabulary's languages; a language without date words gives no spans.
    """
    words = date_words(lang)
    if words is None:
        return []
    found = sorted(
        ((m, rule) for rule in words.rules for m in rule.pattern.finditer(text)),
        key=lambda pair: (pair[0].start() - pair[0].end(), pair[0].start()),
    )
    taken: list[tuple[int, int]] = []
    spans: list[DateSpan] = []
    for match, rule in found:
        start, end = match.span()
        if start == end or any(start < e and s < end for s, e in taken):
            continue
        reading = None if rule.kind == "ignore" else read(match, rule, words, published)
        if reading is None and rule.kind != "ignore":
            continue
        taken.append((start, end))
        if reading is not None:
            spans.append(_span(match, reading))
    return sorted(spans, key=lambda span: span.start)


def _span(match: re.Match[str], r: Reading) -> DateSpan:
    start, end = match.span()
    return DateSpan(
        start, end, match.group(), r.date, r.precision, r.basis, r.later, r.anchor, r.unit, r.number
    )
