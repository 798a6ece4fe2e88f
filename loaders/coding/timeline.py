"""The days that an article has told, and which of them a move without a date belongs to.

The codebook: a follow-on sentence inherits the day of its scene (one visit, summit, talk or statement); what
another party does about it elsewhere has its own day, else that of publication. So a meeting draws in what
its participants say and sign, while the answer to a hostile step is a step of its own.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field

from loaders.coding.drafts import DatePrecision, MoveDraft
from loaders.coding.syntax import Tree
from models.vocabulary import actors
from models.vocabulary.actions import action
from models.vocabulary.lexicon import Lexicon

BACKGROUND = 21  # days before publication; older days are background, not the article's scene
SUMMIT = 2  # paragraphs for which a summit goes on where an article tells of no other day
# Actions by which two parties are in one place or at one table, so that what they do next is done there.
MEETINGS = frozenset({"meet", "call", "visit", "negotiate", "sign", "mediate", "join", "exercise"})
TOLD = frozenset({"explicit", "relative"})


@dataclass
class Told:
    """One day told: by whom, towards whom, and where in the text it was last gone on with."""

    date: dt.date
    precision: DatePrecision
    codes: set[str] = field(default_factory=set)
    actors: set[str] = field(default_factory=set)
    met: bool = False
    sentence: int = -9
    paragraph: int = -9

    def wide(self) -> bool:
        """Whether more than two were there: a summit, an organisation's session."""
        return len(self.codes) > 2 or any(
            code not in actors() or actors()[code].kind != "state" for code in self.codes
        )


@dataclass(frozen=True, slots=True)
class Cues:
    """What the words of a sentence say about its day.

    apart: it turns elsewhere or back in time; back: it names the scene (the ceremony, the guest, the note);
    answer: it follows from the sentence before; sequel: it opens with "there" or "then"; lasting: it tells
    what goes on or has been done since.
    """

    apart: bool = False
    back: bool = False
    answer: bool = False
    sequel: bool = False
    lasting: bool = False

    @classmethod
    def of(cls, tree: Tree, lexicon: Lexicon, head: int) -> Cues:
        """Read off the clause of the move at `head` and the words around it."""
        verb = tree.tokens[head]
        beside = {k.text.casefold() for k in tree.kids(head, "aux", "aux:pass")}
        present = verb.feats.get("Tense") == "Pres" and bool(lexicon.word("told_in_past"))
        return cls(
            apart=says(tree, lexicon, "apart"),
            back=says(tree, lexicon, "scene_words"),
            answer=says(tree, lexicon, "answers"),
            sequel=says(tree, lexicon, "sequels", 3),
            lasting=present or bool(beside & lexicon.word("perfect")) or says(tree, lexicon, "lasting"),
        )


def says(tree: Tree, lexicon: Lexicon, words: str, first: int | None = None) -> bool:
    """Whether one of the words or phrases of a list stands in the sentence (or among its first words)."""
    tokens = tree.tokens[:first]
    said = f" {' '.join(t.text.casefold() for t in tokens)} "
    lemmas = f" {' '.join(t.lemma for t in tokens)} "
    return any(f" {w} " in said or f" {w} " in lemmas for w in lexicon.word(words))


@dataclass(frozen=True, slots=True)
class Undated:
    """A move that has no date of its own."""

    codes: tuple[str, ...]
    slug: str
    planned: bool
    sentence: int
    paragraph: int
    cues: Cues

    @property
    def said(self) -> bool:
        """Whether it is done by words."""
        return action(self.slug).quad in ("VC", "VX")

    @property
    def hostile(self) -> bool:
        """Whether it is a step against the other party."""
        return action(self.slug).quad in ("VX", "MX")


@dataclass
class Timeline:
    """The days told so far, the one gone on with last at the end."""

    published: dt.date
    days: list[Told] = field(default_factory=list)

    def tell(self, rows: Iterable[MoveDraft], sentence: int, paragraph: int, named: set[str]) -> None:
        """Note the days of the moves of one sentence; who else is named with a meeting takes part in it."""
        for row in rows:
            if row.date_basis == "published":
                continue
            told = self.note(row.date, row.date_precision, sentence, paragraph)
            told.codes.update(c for c in (row.actor, row.counterpart) if c)
            told.met = told.met or row.action in MEETINGS
            if row.action != "clash":
                told.actors.add(row.actor)
                if action(row.action).symmetric and row.counterpart:
                    told.actors.add(row.counterpart)
            if told.met:
                told.codes |= named

    def tell_day(
        self, date: dt.date, sentence: int, paragraph: int, codes: set[str], actors: set[str], met: bool
    ) -> None:
        """Note the day of a sentence without a move: "The ceremony took place on Friday"."""
        before = self.days[-1] if self.days else None
        told = self.note(date, "day", sentence, paragraph)
        if not codes and before is not None and not told.codes:
            codes, actors, met = before.codes, before.actors, before.met or met
        told.codes |= codes
        told.actors |= actors
        told.met = told.met or met

    def arrived(self, rows: Iterable[MoveDraft]) -> None:
        """Those who had come before for what is being told take part in it."""
        for row in rows:
            ends = {c for c in (row.actor, row.counterpart) if c}
            if row.action == "visit" and self.days and ends & self.days[-1].codes:
                self.days[-1].codes |= ends

    def cut(self) -> None:
        """A new item of a round-up begins: what was told before is another story."""
        self.days.clear()

    def main_day(self) -> dt.date:
        """The day of the article's scene: the latest one told that is no background; else of publication."""
        return max((t.date for t in self.days if self.is_recent(t.date)), default=self.published)

    def is_recent(self, day: dt.date) -> bool:
        """Whether a day is near enough to the publication to be the article's scene."""
        return (self.published - day).days <= BACKGROUND

    def note(self, date: dt.date, precision: DatePrecision, sentence: int, paragraph: int) -> Told:
        """The entry of a day, gone on with in this sentence."""
        for told in self.days:
            if told.date == date and told.precision == precision:
                self.days.remove(told)
                break
        else:
            told = Told(date, precision)
        told.sentence, told.paragraph = sentence, paragraph
        self.days.append(told)
        return told

    def of(self, move: Undated) -> Told | None:
        """The day told that the move belongs to, the latest first, or None."""
        fresh = [t for t in self.days if t.precision == "day" and self.is_recent(t.date)]
        for told in reversed(self.days):
            if move.cues.sequel and not move.cues.apart and move.sentence - told.sentence <= 1:
                belongs = True
            elif told not in fresh:
                belongs = self._background(told, move)
            else:
                later = any(t.date > told.date for t in fresh[: fresh.index(told)])
                belongs = self._fresh(told, move) and not (later and self._stepped_back(told, move))
            if belongs:
                return told
        return None

    def _stepped_back(self, told: Told, move: Undated) -> bool:
        """A day told after a later one ("had arrived the day before") holds for the next words only."""
        return move.sentence - told.sentence > 1 or move.paragraph != told.paragraph

    def _fresh(self, told: Told, move: Undated) -> bool:
        cues, actor = move.cues, move.codes[0]
        if cues.apart or move.planned or (cues.lasting and not move.said):
            return False
        here = move.paragraph == told.paragraph
        near = move.paragraph - told.paragraph <= 1
        same = set(move.codes) <= told.codes
        if not told.codes:
            return here and move.sentence - told.sentence <= 1
        if told.met and same:
            return near or cues.back
        if not move.hostile and cues.back and actor in told.codes:
            return near or (told.met and told.wide() and self._one_scene(told, move))
        if told.met and not move.hostile and told.wide():
            return (near and actor in told.codes) or (here and set(move.codes[1:]) <= told.codes)
        if told.met and not move.hostile and cues.back:
            return near
        return actor in told.actors and (here or (near and (same or not move.hostile)))

    def _one_scene(self, told: Told, move: Undated) -> bool:
        """Whether the article has told no other day of late, so that its summit goes on paragraphs later."""
        others = [t for t in self.days if t.precision == "day" and self.is_recent(t.date) and t is not told]
        return not others and move.paragraph - told.paragraph <= SUMMIT

    def _background(self, told: Told, move: Undated) -> bool:
        if move.paragraph != told.paragraph or move.sentence - told.sentence > 1 or move.cues.apart:
            return False
        same = set(move.codes) <= told.codes
        return move.cues.answer or (same and told.met and not move.hostile and not move.planned)
