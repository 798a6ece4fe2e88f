"""When two reports are one move: a rule on codes and dates, so that reports in any language meet.

Two reports are one event when they have the same action between the same parties (in either order where the
action is symmetric) and the same anchor:

- A report with a day is anchored to that day.
- A report that gives no day (`published`) is anchored to the latest dated event of the same codes in the
  `LAG` days up to its publication, else to its publication day. This does not depend on which comes first:
  a dated report that comes later draws the undated ones to itself.
- Reports by month or by year meet only their own kind: one move in May need not be the one on 17 May.
- Where nobody knows when the article was published, dates counted from its day of loading are worthless:
  such reports meet nothing.

Two undated reports published on different days stay apart unless a dated one joins them. A move told twice
is a smaller fault than two moves made one.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from base64 import b32encode
from collections.abc import Iterable, Sequence
from typing import Protocol

LAG = dt.timedelta(days=1)  # today's news without a day is of today or of yesterday; more made two moves one
FLOATING = "published"
DAY = "day"
_DATED = {"day": 3, "published": 2, "month": 1, "year": 0}


class Report(Protocol):
    """What identity and the choice of the best report look at: a mention's own claims."""

    @property
    def date_precision(self) -> str: ...
    @property
    def confidence(self) -> float: ...
    @property
    def published(self) -> dt.date: ...
    @property
    def article_id(self) -> str: ...
    @property
    def start(self) -> int: ...


def event_id(signature: str, date: dt.date, precision: str) -> str:
    """The public id of an event: a day and its stand-in by publication are one identity."""
    return public_id("e", signature, date.isoformat(), DAY if precision == FLOATING else precision)


def public_id(prefix: str, *parts: str) -> str:
    """A short stable id: the prefix and 12 letters or digits, 60 bits of a hash of the parts."""
    digest = hashlib.blake2b("\x1f".join(parts).encode(), digest_size=10).digest()
    return prefix + b32encode(digest).decode("ascii").lower()[:12]


def signature(actor: str, action: str, counterpart: str | None, *, symmetric: bool, alone: str = "") -> str:
    """Action and parties without a date, alike for both directions of a symmetric action.

    `alone` is the id of an article whose reports may meet no others.
    """
    parties = [actor, counterpart or ""]
    if symmetric and counterpart:
        parties.sort()
    return "|".join([action, *parties, alone] if alone else [action, *parties])


def window(published: dt.date) -> tuple[dt.date, dt.date]:
    """The days on which the move of an undated report may have happened, both ends included."""
    return published - LAG, published


def rank(report: Report) -> tuple[float, int, int, str, int]:
    """Sorts reports of one event from the best: surest, then best dated, then earliest, then by id."""
    dated = _DATED.get(report.date_precision, -1)
    return (
        -report.confidence,
        -dated,
        report.published.toordinal(),
        report.article_id,
        report.start,
    )


def independent_outlets(reports: Sequence[tuple[int, str]]) -> int:
    """How many outlets tell the move in words of their own. `reports` are (source key, fingerprint of the
    article), earliest first: an outlet counts once, and a copy of a text that was counted does not."""
    sources: set[int] = set()
    texts: set[str] = set()
    for source, fingerprint in reports:
        if source not in sources and fingerprint not in texts:
            sources.add(source)
            texts.add(fingerprint)
    return max(len(sources), 1)


def move_id(event_ids: Iterable[str]) -> str:
    """The id that the rows of one move share, the same whichever row comes first."""
    return "m" + min(event_ids)[1:]
