"""What the coder hands over: moves and comments found in one article, not yet rows of the store."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from models.grounds import NOT_TOLD, Grounds, LeftOut

DatePrecision = Literal["day", "month", "year", "published"]
DateBasis = Literal["explicit", "relative", "inherited", "published"]
CommentKind = Literal["expert", "official"]
SpeechMode = Literal["direct", "indirect", "mixed"]


@dataclass(frozen=True, slots=True)
class MoveDraft:
    """One dyadic row: who did what to whom, when, and the sentence that says so.

    `actor` and `counterpart` are codes of the vocabulary; `counterpart` is None for a move towards nobody
    named. `start` and `end` are offsets of the evidence sentence in the article's text. `confidence` is
    between 0 and 1.
    Rows with the same `group` are one move towards several counterparts. `grounds` say which words the row
    was read from.
    """

    actor: str
    action: str
    counterpart: str | None
    date: dt.date
    date_precision: DatePrecision
    date_basis: DateBasis
    planned_for: dt.date | None
    place: str | None
    actor_name: str
    actor_role: str
    evidence: str
    start: int
    end: int
    confidence: float
    rule: str
    group: int
    grounds: Grounds = NOT_TOLD


@dataclass(frozen=True, slots=True)
class CommentDraft:
    """What a named speaker says: `text` stands at `start`..`end`.

    `moves` are indices into the moves of the same article that the comment is about.
    """

    speaker: str
    role: str
    kind: CommentKind
    outlet: str
    mode: SpeechMode
    text: str
    start: int
    end: int
    countries: tuple[str, ...]
    moves: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class CodedArticle:
    """All that the coder found in one article, and what it saw and left out."""

    lang: str
    moves: tuple[MoveDraft, ...]
    comments: tuple[CommentDraft, ...]
    left_out: tuple[LeftOut, ...] = ()
