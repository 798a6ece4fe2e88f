"""What the article has told so far: the pair on stage, the last persons, the day."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from loaders.coding.mentions import Mention
from models.vocabulary import CENTRAL_ASIA

STATE_KINDS = frozenset({"name", "adjective", "metonym", "person"})


@dataclass(frozen=True, slots=True)
class Party:
    """A state or organisation as one place of the text names it.

    `via`: name, adjective, metonym, person, organisation, treaty, group (as Mention.kind), or pronoun, pair,
    role, scene where the text says it by other words. `start`, `end`: offsets of these words.
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
    """State of the discourse; `pair` is the last dyad told, `guest` and `host` those of the last visit."""

    published: dt.date
    home: str = ""
    pair: tuple[str, ...] = ()
    guest: str = ""
    host: str = ""
    subject: Party | None = None
    person: Party | None = None
    state: Party | None = None
    day: dt.date | None = None
    precision: str = "published"
    paragraph: int = -1
    recent: list[Party] = field(default_factory=list)

    def told(self, actor: str, counterpart: str | None, action: str) -> None:
        """Note that a move was told: later sentences may lean on its pair."""
        if counterpart:
            self.pair = (actor, counterpart)
        if action == "visit" and counterpart:
            self.guest, self.host = actor, counterpart

    def saw(self, party: Party, subject: bool) -> None:
        """Note a party as it is named, for pronouns further on."""
        self.recent.append(party)
        if len(self.recent) > 12:
            del self.recent[0]
        if party.via == "person":
            self.person = party
        elif party.via in STATE_KINDS:
            self.state = party
        if subject:
            self.subject = party

    def partner(self, code: str) -> str:
        """The other side of the pair on stage, or ""."""
        if code in self.pair:
            return next((c for c in self.pair if c != code), "")
        return ""


def home_of(mentions: Sequence[Mention]) -> str:
    """The Central Asian state that an article names most, or ""."""
    counts = Counter(m.code for m in mentions if m.code in CENTRAL_ASIA)
    return counts.most_common(1)[0][0] if counts else ""
