"""The only bridge from the pages to `models.queries`: one open store, and answers that are remembered.

Answers are frozen rows, shared between readers without copying. Their keys hold the store's mark, so that a
load shows within `FRESH` seconds and nothing stale outlives it.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any, Literal, TypeVar

from models.engines import default_url
from models.measured import measured
from models.queries import actor_map as _actor_map
from models.queries import briefing as _briefing
from models.queries import commentary as _commentary
from models.queries import compare as _compare
from models.queries import comparison as _comparison
from models.queries import coverage as _coverage
from models.queries import events as _events
from models.queries import known_from as _known_from
from models.queries import network as _network
from models.queries import options as _options
from models.queries import pulse as _pulse
from models.queries import search as _search
from models.queries import timeline as _timeline
from models.queries import timeline_marks as _marks
from models.queries.actor_map import ActorMap
from models.queries.briefing import CountryNumbers, Numbers, Period, Unusual
from models.queries.commentary import CommentPage
from models.queries.compare import SideBySide
from models.queries.comparison import Comparison
from models.queries.coverage import LanguageRow, LoadRow, MonthRow, RejectionRow, SourceRow, Totals
from models.queries.events import EventCard, EventPage
from models.queries.filters import EventFilter
from models.queries.known_from import KnownFrom
from models.queries.network import Cell, Edge, Profile
from models.queries.options import Options
from models.queries.pulse import Pulse
from models.queries.rows import EventRow
from models.queries.search import ArticleHit, Found, OutletHit, PersonHit, Suggestion
from models.queries.timeline import TOO_COARSE, Extent, Lanes, Timeline, Unit
from models.queries.timeline_marks import Behind, Commented, Said
from models.store import Store

__all__ = [
    "ActorMap", "ArticleHit", "Cell", "Comparison", "CountryNumbers", "Edge", "EventCard", "EventPage",
    "EventRow", "Extent", "Found", "KnownFrom", "LanguageRow", "LoadRow", "MonthRow", "Numbers", "Options",
    "OutletHit", "Period", "PersonHit", "Profile", "RejectionRow", "SideBySide", "SourceRow", "Suggestion",
    "Timeline", "Totals", "Unit", "Unusual",
]  # fmt: skip
__all__ += [
    "TOO_COARSE", "Behind", "Commented", "EventFilter", "Lanes", "Said",
]  # fmt: skip

Answer = TypeVar("Answer")
Sort = Literal["date", "actor", "counterpart", "action", "confidence", "outlets"]
FRESH = 2.0
_stores: dict[str, Store] = {}
_opening = threading.Lock()
_pulses: dict[str, tuple[float, Pulse]] = {}


def store() -> Store:
    """The store of `STEPPE_DB` (or of the user's data folder), opened once for the whole process."""
    url = default_url()
    with _opening:
        if url not in _stores:
            _stores[url] = Store.open(url)
        return _stores[url]


def pulse() -> Pulse:
    """The store's mark and its number of events, at most `FRESH` seconds old."""
    url = default_url()
    asked, known = _pulses.get(url, (0.0, None))
    if known is None or time.monotonic() - asked > FRESH:
        known = _pulse.pulse(store())
        _pulses[url] = (time.monotonic(), known)
    return known


def heartbeat() -> int:
    """How many events the store holds, asked now; raises when it does not answer."""
    return _pulse.pulse(store()).events


def ask(question: Callable[..., Answer], *args: Any, **more: Any) -> Answer:
    """`question(store, *args, **more)`, remembered until the store changes. Arguments must be hashable."""
    store()
    found: Answer = _remembered(default_url(), pulse().mark, question, args, tuple(sorted(more.items())))
    return found


@lru_cache(maxsize=1024)
def _remembered(url: str, _mark: str, question: Callable[..., Any], args: Any, more: Any) -> Any:
    return question(_stores[url], *args, **dict(more))


def options() -> Options:
    """What the filters can offer."""
    return ask(_options.options)


def count_moves(f: EventFilter) -> int:
    """How many moves pass."""
    return ask(_events.count, f)


def count_comments(f: EventFilter) -> int:
    """How many comments pass."""
    return ask(_commentary.count, f)


def moves(
    f: EventFilter, *, sort: Sort = "date", descending: bool = True, after: str | None = None, limit: int = 50
) -> EventPage:
    """One page of the moves that pass."""
    return ask(_events.page, f, sort=sort, descending=descending, after=after, limit=limit)


def move(event_id: str) -> EventCard | None:
    """All that is known of one move."""
    return ask(_events.card, event_id)


def comments(
    f: EventFilter,
    *,
    speaker: str | None = None,
    kind: str | None = None,
    outlet: str | None = None,
    event_id: str | None = None,
    after: str | None = None,
    limit: int = 30,
) -> CommentPage:
    """One page of the comments that pass, newest first."""
    narrowed = {"speaker": speaker, "kind": kind, "outlet": outlet, "event_id": event_id}
    return ask(_commentary.cards, f, after=after, limit=limit, **narrowed)


def found(f: EventFilter, limit: int = 10) -> Found:
    """All that the filter's words find."""
    return ask(_search.found, f, limit=limit)


def suggestions() -> tuple[Suggestion, ...]:
    """What the record holds and a reader may look for."""
    return ask(_search.suggestions)


def extent(f: EventFilter) -> Extent | None:
    """From when to when the moves that pass reach."""
    return ask(_timeline.extent, f)


def buckets(f: EventFilter, unit: Unit, lanes: Lanes, most: int = 12) -> Timeline:
    """Counts by period and lane."""
    return ask(_timeline.buckets, f, unit, lanes, most=most)


def points(f: EventFilter, limit: int) -> tuple[EventRow, ...] | None:
    """The single moves in order of time, or None when they are more than `limit`."""
    return ask(_timeline.points, f, limit=limit)


def behind(
    f: EventFilter,
    lane: str | None = None,
    lanes: Lanes = "country",
    *,
    precisions: tuple[str, ...] = (),
    but: tuple[str, ...] = (),
    commented: bool = False,
) -> Behind:
    """The moves behind a mark of the timeline."""
    narrowed: dict[str, Any] = {"precisions": precisions, "but": but, "commented": commented}
    return ask(_marks.behind, f, lane, lanes, **narrowed)


def said_of(event_ids: tuple[str, ...]) -> dict[str, tuple[Said, ...]]:
    """What was said of single moves."""
    return ask(_marks.said_of, event_ids)


def commented(f: EventFilter, unit: Unit, lanes: Lanes) -> tuple[Commented, ...]:
    """Comments by the lane and period of the moves that they are about."""
    return ask(_marks.commented, f, unit, lanes)


def actor_map(f: EventFilter, limit: int = 200) -> ActorMap:
    """Totals of parties and arcs between them."""
    return ask(_actor_map.actor_map, f, limit=limit)


def comparison(f: EventFilter, days: int = 365) -> Comparison | None:
    """Parties and pairs in the filter's days, or the last `days`, and in as many before them."""
    return ask(_comparison.comparison, f, days=days)


def edges(f: EventFilter, limit: int = 200) -> tuple[Edge, ...]:
    """Pairs of parties, the most frequent first."""
    return ask(_network.edges, f, limit=limit)


def matrix(f: EventFilter, top: int = 20) -> tuple[Cell, ...]:
    """Counterparts × actions."""
    return ask(_network.matrix, f, top=top)


def profile(f: EventFilter, code: str, top: int = 12) -> Profile | None:
    """What is known of one party."""
    return ask(_network.profile, f, code, top=top)


def compare(f: EventFilter, own: tuple[str, ...], top: int = 10) -> SideBySide:
    """Several parties side by side, whatever countries the filter asks for."""
    return ask(_compare.compare, f, own, top=top)


def known_from(f: EventFilter) -> KnownFrom | None:
    """The outlet and language that most of the moves come from, and the months that were not read."""
    return ask(_known_from.known_from, f)


def period(f: EventFilter, days: int = 30) -> Period | None:
    """The days that a briefing looks at; None when no move passes."""
    return ask(_briefing.period, f, days)


def numbers(f: EventFilter, when: Period) -> Numbers:
    """Moves and comments of a period and of the one before it."""
    return ask(_briefing.numbers, f, when)


def countries(f: EventFilter, when: Period) -> tuple[CountryNumbers, ...]:
    """Each country's numbers and its series of months."""
    return ask(_briefing.countries, f, when)


def strongest(f: EventFilter, when: Period, limit: int = 5) -> tuple[EventRow, ...]:
    """The moves of greatest intensity."""
    return ask(_briefing.strongest, f, when, limit=limit)


def unusual(f: EventFilter, when: Period, limit: int = 5) -> tuple[Unusual, ...]:
    """The moves that their pairs have seldom seen."""
    return ask(_briefing.unusual, f, when, limit=limit)


def totals() -> Totals:
    """Counts of the whole store."""
    return ask(_coverage.totals)


def sources(f: EventFilter) -> tuple[SourceRow, ...]:
    """The outlets that were read."""
    return ask(_coverage.sources, f)


def languages(f: EventFilter) -> tuple[LanguageRow, ...]:
    """The languages that were read."""
    return ask(_coverage.languages, f)


def months(f: EventFilter) -> tuple[MonthRow, ...]:
    """Articles over time by outlet and language."""
    return ask(_coverage.months, f)


def reasons() -> tuple[tuple[str, int], ...]:
    """Why inputs were refused."""
    return ask(_coverage.reasons)


def rejections(limit: int = 200) -> tuple[RejectionRow, ...]:
    """The latest refusals."""
    return ask(_coverage.rejections, limit=limit)


def loads(limit: int = 50) -> tuple[LoadRow, ...]:
    """The latest loads."""
    return ask(_coverage.loads, limit=limit)


def accuracy() -> Mapping[str, Any]:
    """How good the coder is, as measured on the gold; empty where no measurement ships."""
    return measured()
