"""What the article has told so far: the pair on stage, the last persons, the day."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from loaders.coding.mentions import Mention
from loaders.coding.timeline import Timeline
from models.vocabulary import CENTRAL_ASIA, actors

# Actions that bring two parties together, so that later words for "both" mean them.
ON_STAGE = frozenset(
    {"meet", "call", "visit", "negotiate", "sign", "recognise", "exercise", "clash", "ratify"}
)
TALKS = frozenset({"meet", "negotiate", "call"})
IN_PASSING = 4  # how much oftener the states named that an article is about
# What one state of the region does for or against another whose story is told.
NEIGHBOURLY = frozenset({"aid", "ease", "support", "coerce", "mobilise", "clash", "mediate"})
SPAN = 6  # sentences within which one deed is told beside another of its kind
STATE_KINDS = frozenset({"name", "adjective", "metonym", "person"})


@cache
def kind_of(code: str) -> str:
    """state, organisation, treaty or group; codes without an entry count as organisations."""
    known = actors().get(code)
    return known.kind if known else "organisation"


@dataclass(frozen=True, slots=True)
class Party:
    """A state or organisation as one place of the text names it.

    `via`: name, adjective, metonym, person, organisation, treaty, group (as Mention.kind), or pronoun, pair,
    role, title, scene where the text says it by other words. `start`, `end`: offsets of these words.
    """

    code: str
    via: str
    start: int
    end: int
    name: str = ""
    role: str = ""

    @classmethod
    def of(cls, mention: Mention) -> Party:
        """The party that a mention names."""
        return cls(mention.code, mention.kind, mention.start, mention.end, mention.name, mention.role)


@dataclass
class Scene:
    """State of the discourse; `pair` is the last dyad told, `guest` and `host` those of the last visit.

    `home`, `abroad`: the states of the region and outside it that the article names most; `states`: all that
    it names. `people`: officials whom the text introduced, by surname; `titles`: whose office a word was said
    of last. `acted`: the state that acted last, in which sentence and of what gender; `many`: the people that
    was named in the plural, and whether it acted; `five`, `five_met`: whether the five were named, and met.
    """

    published: dt.date
    home: str = ""
    abroad: str = ""
    states: frozenset[str] = frozenset()
    pair: tuple[str, ...] = ()
    last: tuple[str, ...] = ()
    pairs: list[tuple[str, ...]] = field(default_factory=list)
    deeds: dict[str, tuple[int, str, str]] = field(default_factory=dict)
    couples: set[tuple[str, ...]] = field(default_factory=set)
    sentence: int = -1
    told_in: int = -1
    guest: str = ""
    host: str = ""
    subject: Party | None = None
    person: Party | None = None
    hero: Party | None = None
    state: Party | None = None
    told_day: dt.date | None = None
    told_precision: str = "day"
    told_at: int = -9
    full_day: dt.date | None = None
    full_at: int = -9
    told_paragraph: int = -9
    met: set[frozenset[str]] = field(default_factory=set)
    paragraph: int = -1
    recent: list[Party] = field(default_factory=list)
    people: dict[str, Party] = field(default_factory=dict)
    titles: dict[str, Party] = field(default_factory=dict)
    acted: tuple[int, Party | None, str] = (-9, None, "")
    many: tuple[int, Party | None, bool] = (-9, None, False)
    person_in: int = -9
    five: bool = False
    five_met: bool = False
    timeline: Timeline = field(init=False)

    def __post_init__(self) -> None:
        self.timeline = Timeline(self.published)

    def enter(self, home: str, abroad: str = "") -> None:
        """Begin a paragraph about a state: bare offices in it are that state's from now on.

        abroad: the foreign state whose capital opens it ("KABUL. Relief was handed out"): nobody told before.
        """
        if abroad:
            self.last, self.pair, self.abroad = (), (home, abroad), abroad
            self.pairs.clear()
            self.recent.append(Party(abroad, "name", -1, -1))
        if home != self.home:
            self.titles.clear()
            self.recent.append(Party(home, "name", -1, -1))
            self.state = self.subject = self.recent[-1]
        self.home = home

    def told(self, actor: str, counterpart: str | None, action: str) -> None:
        """Note that a move was told: later sentences may lean on its pair."""
        if actor == "C5" and action == "meet":
            self.five_met = True
        if counterpart:
            if action in TALKS:
                self.met.add(frozenset((actor, counterpart)))
            self.last = (actor, counterpart)
            self.deeds[action] = (self.sentence, actor, counterpart)
            self.told_in = self.sentence
            if action in ON_STAGE or not self.pair:
                self.stage((actor, counterpart))
        if action == "visit" and counterpart:
            self.guest, self.host = actor, counterpart

    def stage(self, pair: tuple[str, ...]) -> None:
        """Put a pair on stage: "the two countries" means them from now on."""
        self.pair = pair
        self.pairs.append(pair)
        self.couples.discard(pair)

    def couple(self, pair: tuple[str, ...]) -> None:
        """Two who were named side by side: "the two" may mean them, though neither acts on the other."""
        if pair not in self.pairs:  # who has dealt with each other before still does
            self.couples.add(pair)
        self.pairs.append(pair)

    def pair_without(self, codes: set[str], *, states: bool = False) -> tuple[str, ...]:
        """The latest pair that holds none of these codes, of two states where possible if `states`; the pair
        on stage where there is none.
        """
        fitting = [pair for pair in reversed(self.pairs) if not codes & set(pair)]
        if states and (both := [p for p in fitting if all(kind_of(c) == "state" for c in p)]):
            return both[0]
        if states and (two := self._last_two(codes)):
            return two
        return fitting[0] if fitting else self.pair or self._last_two()

    def _last_two(self, codes: set[str] | frozenset[str] = frozenset()) -> tuple[str, ...]:
        """The two states named last apart from these, if one of them is of the region."""
        named = (p.code for p in reversed(self.recent) if p.via in STATE_KINDS and p.code not in codes)
        last = dict.fromkeys(named)
        two = tuple(reversed(list(last)[:2]))
        return two if len(two) == 2 and set(two) & set(CENTRAL_ASIA) else ()

    def saw(self, party: Party, subject: bool) -> None:
        """Note a party as it is named, for pronouns further on."""
        self.recent.append(party)
        if len(self.recent) > 12:
            del self.recent[0]
        if party.via == "person":
            self.person = party
            if subject:
                self.hero = party
        elif party.via in STATE_KINDS:
            self.state = party
        if subject:
            self.subject = party

    def salient(self, taken: set[str], action: str = "") -> str:
        """The party that a lone actor most likely means: for a foreign one the region's state named last, for
        one of the region the other state named last."""
        abroad = not any(code in CENTRAL_ASIA or code == "C5" for code in taken)
        if abroad and self.home not in taken and any(p.code == self.home for p in self.recent):
            return self.home
        own = self.home and self.home not in taken and any(p.code == self.home for p in self.recent)
        if not abroad and own and action in NEIGHBOURLY and "C5" not in taken:
            return self.home  # another of the region acts in a story about this one
        if not abroad and self.abroad not in taken and any(p.code == self.abroad for p in self.recent):
            return self.abroad
        for party in reversed(self.recent):
            if party.code in taken or party.via not in STATE_KINDS | {"group"}:
                continue
            if party.code == "C5":  # a state of the region is one of the five itself
                fits = abroad
            else:
                fits = not abroad or (bool(self.home) and party.code in CENTRAL_ASIA)
            if fits:
                return party.code
        return self.home if abroad and self.home not in taken else ""

    def parallel(self, action: str, taken: set[str]) -> str:
        """Towards whom another party has just done the same: "Hungary sent tents; Turkey sent doctors"."""
        told_in, actor, counterpart = self.deeds.get(action, (-SPAN, "", ""))
        near = self.sentence - told_in < SPAN and not taken & {actor, counterpart}
        return counterpart if near else ""

    def only(self, taken: set[str]) -> str:
        """The one state that can be meant: the region's only one in the article, or the only one abroad."""
        abroad = not any(code in CENTRAL_ASIA or code == "C5" for code in taken)
        others = self.states - taken
        if abroad:
            others &= set(CENTRAL_ASIA) if self.home else set()
        return next(iter(others)) if len(others) == 1 else ""

    def partner(self, code: str) -> str:
        """The other side of the pair on stage, or ""."""
        for pair in (self.last, self.pair, *reversed(self.pairs)):
            if code in pair and pair not in self.couples:
                return next((c for c in pair if c != code), "")
        return ""


def home_of(mentions: Sequence[Mention]) -> str:
    """The Central Asian state that an article names most; "" where it names none, or only in passing.

    In passing: two states abroad are named at least IN_PASSING times as often, so the article is about them.
    """
    counts = Counter(m.code for m in mentions if kind_of(m.code) == "state")
    home = next((code for code, _ in counts.most_common() if code in CENTRAL_ASIA), "")
    others = [n for code, n in counts.most_common() if code not in CENTRAL_ASIA]
    return "" if len(others) > 1 and others[1] >= IN_PASSING * counts[home] else home


def abroad_of(mentions: Sequence[Mention]) -> str:
    """The state outside the region that an article names most, or ""."""
    counts = Counter(
        m.code
        for m in mentions
        if m.code not in CENTRAL_ASIA and kind_of(m.code) in ("state", "organisation")
    )
    return counts.most_common(1)[0][0] if counts else ""
