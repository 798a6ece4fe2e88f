"""Do reports of one move become one event? Pairs of articles that share one, against the gold's links."""

from __future__ import annotations

import datetime as dt
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from types import SimpleNamespace
from typing import Any

from sqlalchemy import select

from models.grounds import NOT_TOLD
from models.store import Store
from models.tables import ARTICLE, MENTION

Pair = frozenset[str]
Row = Mapping[str, Any]


def linked(gold: Iterable[Row]) -> set[Pair]:
    """Pairs of gold articles that tell of one move, as `same_move_as` says, both being there."""
    articles = list(gold)
    ids = {article["id"] for article in articles}
    return {
        frozenset((article["id"], other))
        for article in articles
        for other in article.get("same_move_as") or ()
        if other in ids
    }


def merged(gold: Iterable[Row], coded: Mapping[str, Row]) -> set[Pair]:
    """Pairs of articles that share an event once the store has put them together.

    `coded` has the events of each article by its id, in the scorer's keys. A database of its own is made and
    thrown away: what is measured is the store's own rule.
    """
    with tempfile.TemporaryDirectory() as folder:
        store = Store.open(f"sqlite:///{folder}/merging.sqlite")
        try:
            for article in gold:
                events = coded.get(article["id"], {}).get("events") or ()
                store.save(_article(article), _coding(article, events))
            return _sharing(store)
        finally:
            store.close()


def figures(gold: Sequence[Row], coded: Mapping[str, Row]) -> dict[str, Any]:
    """Precision, recall and F1 of merged pairs: p, r, f1, gold and coded, as for moves."""
    wanted, found = linked(gold), merged(gold, coded)
    hit = len(wanted & found)
    p, r = hit / len(found) if found else 0.0, hit / len(wanted) if wanted else 0.0
    f1 = 2 * p * r / (p + r) if hit else 0.0
    return {"p": round(p, 3), "r": round(r, 3), "f1": round(f1, 3), "gold": len(wanted), "coded": len(found)}


def _sharing(store: Store) -> set[Pair]:
    tellers: dict[int, set[str]] = defaultdict(set)
    query = select(MENTION.c.event_id, ARTICLE.c.url).join(ARTICLE, ARTICLE.c.id == MENTION.c.article_id)
    with store.read() as connection:
        for event, address in connection.execute(query):
            tellers[event].add(address)
    return {frozenset(pair) for ids in tellers.values() for pair in combinations(sorted(ids), 2)}


def _article(row: Row) -> Any:
    """The article as the store takes it; its id stands in for the address, so that it comes back."""
    return SimpleNamespace(
        text=row["text"],
        title=row.get("title", ""),
        source=f"{row.get('source', '')} ({row['id']})",
        url=row["id"],
        published=dt.date.fromisoformat(row["published"]),
        published_basis="given",
        published_precision="day",
        lang=row["lang"],
        author="",
        retold=False,
    )


def _coding(article: Row, events: Iterable[Row]) -> Any:
    moves = [_move(article["text"], event, number) for number, event in enumerate(events)]
    return SimpleNamespace(lang=article["lang"], moves=moves, comments=(), left_out=())


def _move(text: str, event: Row, group: int) -> Any:
    precision = event.get("date_precision") or "day"
    start = max(text.find(event.get("evidence") or ""), 0)
    return SimpleNamespace(
        actor=event["actor"],
        action=event["action"],
        counterpart=event["counterpart"] or None,
        date=dt.date.fromisoformat(str(event["date"])),
        date_precision=precision,
        date_basis="published" if precision == "published" else "explicit",
        planned_for=None,
        place=None,
        actor_name="",
        actor_role="",
        evidence=event.get("evidence") or "",
        start=start,
        end=start + len(event.get("evidence") or ""),
        confidence=float(event.get("confidence") or 0.5),
        rule="",
        group=group,
        grounds=NOT_TOLD,
    )
