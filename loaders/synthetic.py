"""Invented articles with their coding, as many as wanted: to measure speed, not to be read as news.

They are shaped like the real thing: five states of unequal weight, a long tail of counterparts, few
conflicts, quiet weekends, years that grow, several outlets and languages on one event, old events recalled.
Every outlet and speaker says by its name that it is synthetic. The same seed gives the same articles.
"""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from typing import Literal

from loaders.article import Article
from loaders.coding.drafts import CodedArticle, CommentDraft, DatePrecision, MoveDraft
from models.grounds import Grounds, Mark
from models.vocabulary.actions import action, action_label
from models.vocabulary.catalogue import actor_name

FIRST, LAST = dt.date(2000, 1, 1), dt.date(2026, 6, 30)
MENTIONS = 3.0  # mean of one event; geometric, as most events are told once and a few by everybody
REPORTS = 5.0  # mean of one article
COMMENTED = 1 / 3  # share of articles with a comment
OUTLETS, SPEAKERS = 90, 1500
OUTLET = "Synthetic outlet"
RECALLED = 2000  # events at most that later articles may recall

_STATES = {"KAZ": 30, "UZB": 26, "KGZ": 21, "TJK": 14, "TKM": 9}
_PARTNERS = {
    "RUS": 20, "CHN": 16, "KAZ": 9, "UZB": 9, "KGZ": 8, "TJK": 7, "USA": 7, "TUR": 7, "EU": 6, "AFG": 6,
    "IRN": 5, "TKM": 4, "AZE": 4, "UN": 4, "SCO": 3, "EAEU": 3, "IND": 3, "PAK": 3, "CIS": 3, "DEU": 3,
    "KOR": 3, "OTS": 2, "ARE": 2, "SAU": 2, "FRA": 2, "JPN": 2, "UKR": 2, "GBR": 2, "ITA": 2, "CSTO": 2,
    "BLR": 1, "ARM": 1, "GEO": 1, "QAT": 1, "POL": 1, "HUN": 1, "MNG": 1, "ISR": 1, "WTO": 1, "NATO": 1,
}  # fmt: skip
_ACTIONS = {
    "meet": 22, "sign": 12, "visit": 12, "announce": 9, "call": 8, "propose": 6, "support": 5, "negotiate": 4,
    "aid": 3, "trade": 3, "join": 2, "ratify": 2, "exercise": 2, "recognise": 1, "mediate": 1, "ease": 1,
    "criticise": 3, "reject": 1, "demand": 1, "protest": 1, "threaten": 0.5, "sanction": 0.7, "coerce": 0.7,
    "withdraw": 0.4, "mobilise": 0.5, "clash": 0.4, "extradite": 0.6, "peacekeep": 0.3,
}  # fmt: skip
_LANGS = {"ru": 45, "en": 35, "uz": 6, "kk": 5, "ky": 4, "tg": 3, "tk": 2}
WITHOUT_DAY = 0.3  # share of later reports that give no day


@dataclass(frozen=True, slots=True)
class _Event:
    actor: str
    action: str
    counterpart: str
    date: dt.date


@dataclass(frozen=True, slots=True)
class _Report:
    """An event as one article will tell it."""

    event: _Event
    precision: DatePrecision


@dataclass
class _Draw:
    """Everything that is left to chance."""

    chance: random.Random
    _totals: dict[int, tuple[Sequence[str], Sequence[float]]] = field(default_factory=dict)

    def one(self, weights: Mapping[str, float]) -> str:
        """A key, as often as its weight says."""
        known = self._totals.get(id(weights))
        if known is None:
            known = self._totals[id(weights)] = (list(weights), list(accumulate(weights.values())))
        return self.chance.choices(known[0], cum_weights=known[1])[0]

    def many(self, mean: float) -> int:
        """1 or more, geometric."""
        number = 1
        while number < 40 and self.chance.random() > 1 / mean:
            number += 1
        return number

    def ranked(self, many: int) -> int:
        """0 to many - 1: the first ones often, the last seldom."""
        return int(many * self.chance.random() ** 2.5)


def articles(events: int, seed: int = 1) -> Iterator[tuple[Article, CodedArticle]]:
    """Articles by day, with about so many different events in them and `MENTIONS` times as many mentions."""
    draw = _Draw(random.Random(seed))
    tomorrow: list[_Report] = []
    recalled: list[_Event] = []
    number = 0
    before: set[tuple[str, str, str]] = set()
    for day, many in _days(events):
        fresh = _events(draw, day, many, before)
        before = {(e.actor, e.action, e.counterpart) for e in fresh}
        today, tomorrow = tomorrow, []
        for event in fresh:
            today.append(_Report(event, "day"))
            for _ in range(1, draw.many(MENTIONS)):
                chance = draw.chance.random()
                if chance < 0.1 and recalled:
                    today.append(_Report(draw.chance.choice(recalled), "day"))
                else:
                    dated = draw.chance.random() >= WITHOUT_DAY
                    later = tomorrow if chance < 0.35 else today
                    later.append(_Report(event, "day" if dated else "published"))
            if len(recalled) < RECALLED:
                recalled.append(event)
            else:
                recalled[draw.chance.randrange(RECALLED)] = event
        draw.chance.shuffle(today)
        while today:
            many = draw.many(REPORTS)
            number += 1
            yield _article(draw, number, day, today[:many])
            del today[:many]


def _days(events: int) -> Iterator[tuple[dt.date, int]]:
    """Every day with its number of new events: growing over the years, few at weekends and in August."""
    days = [FIRST + dt.timedelta(days=n) for n in range((LAST - FIRST).days)]  # the last is for late reports
    weights = [
        (1 + 3 * n / len(days)) * (0.3 if day.weekday() > 4 else 1.0) * (0.6 if day.month == 8 else 1.0)
        for n, day in enumerate(days)
    ]
    whole, made = sum(weights), 0
    for day, so_far in zip(days, accumulate(weights), strict=True):
        wanted = round(events * so_far / whole)
        yield day, wanted - made
        made = wanted
    yield LAST, 0


def _events(draw: _Draw, day: dt.date, many: int, before: set[tuple[str, str, str]]) -> list[_Event]:
    """So many events that differ from one another and from those of the day before."""
    found: dict[tuple[str, str, str], _Event] = {}
    while len(found) < many:
        actor, other, slug = draw.one(_STATES), draw.one(_PARTNERS), draw.one(_ACTIONS)
        if actor == other:
            continue
        if draw.chance.random() < 0.3:
            actor, other = other, actor
        if action(slug).symmetric and other < actor:
            actor, other = other, actor
        key = (actor, slug, other)
        if key not in before or many > len(_ACTIONS) * len(_PARTNERS):
            found.setdefault(key, _Event(*key, day))
    return list(found.values())


def _article(
    draw: _Draw, number: int, day: dt.date, reports: Sequence[_Report]
) -> tuple[Article, CodedArticle]:
    outlet = draw.ranked(OUTLETS)
    lang = list(_LANGS)[0 if outlet % 3 == 0 else 1] if outlet % 3 < 2 else draw.one(_LANGS)
    text, moves = f"Synthetic article {number}.", list[MoveDraft]()
    told = dict.fromkeys(report.event for report in reports)
    as_told = {report.event: report.precision for report in reports}
    for event in told:
        sentence = (
            f"{actor_name(event.actor, lang)}: {action_label(event.action, lang)} "
            f"({actor_name(event.counterpart, lang)}, {event.date}), as invented for article {number}."
        )
        start = len(text) + 1
        text = f"{text} {sentence}"
        moves.append(_move(draw, event, as_told[event], day, sentence, start))
    comments: tuple[CommentDraft, ...] = ()
    if draw.chance.random() < COMMENTED:
        comment = _comment(draw, moves[0], len(text) + 1)
        text, comments = f"{text} {comment.text}", (comment,)
    article = Article(
        text=text,
        title=f"Synthetic {number}: {action_label(moves[0].action, lang)}",
        source=f"{OUTLET} {outlet:02d}",
        url=f"https://outlet{outlet:02d}.synthetic.example/{number}",
        published=day,
        lang=lang,
    )
    return article, CodedArticle(lang, tuple(moves), comments)


def _move(
    draw: _Draw, event: _Event, precision: DatePrecision, day: dt.date, sentence: str, start: int
) -> MoveDraft:
    named = sentence.find(":")
    return MoveDraft(
        actor=event.actor,
        action=event.action,
        counterpart=event.counterpart,
        date=event.date if precision == "day" else day,
        date_precision=precision,
        date_basis="explicit" if precision == "day" else "published",
        planned_for=None,
        place=None,
        actor_name="",
        actor_role="",
        evidence=sentence,
        start=start,
        end=start + len(sentence),
        confidence=round(1 - 0.6 * draw.chance.random() ** 2, 3),
        rule="synthetic",
        group=start,
        grounds=Grounds((Mark("actor", start, start + named, "subject"),), (("synthetic", 0.0),)),
    )


def _comment(draw: _Draw, about: MoveDraft, start: int) -> CommentDraft:
    speaker = draw.ranked(SPEAKERS)
    kind: Literal["expert", "official"] = "official" if speaker % 4 == 0 else "expert"
    text = f"Synthetic speaker {speaker:04d} finds that this {about.action} is invented, and says why."
    countries = tuple(code for code in (about.actor, about.counterpart) if code)
    return CommentDraft(
        speaker=f"Synthetic speaker {speaker:04d}",
        role="political scientist" if kind == "expert" else "spokesperson",
        kind=kind,
        outlet="",
        mode="indirect",
        text=text,
        start=start,
        end=start + len(text),
        countries=countries,
        moves=(0,),
    )
