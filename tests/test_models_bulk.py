"""Saving many articles at once gives what saving them one by one gives, in any order and any portions."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from loaders.article import Article
from loaders.coding.drafts import CodedArticle
from loaders.synthetic import articles
from models.store import Store
from models.tables import ARTICLE, COMMENT, COMMENT_EVENT, EVENT, EVENT_ALIAS, MENTION
from tests.factories import DAY, article, coded, comment, move, new_store

Items = list[tuple[Article, CodedArticle]]
PRECISIONS = ("day", "day", "published", "month")


def crowded(seed: int, many: int = 30, precisions: Sequence[str] = PRECISIONS) -> Items:
    """Articles that tell few events on neighbouring days, dated and undated, so that all rules meet."""
    chance = random.Random(seed)
    found = []
    for number in range(many):
        published = DAY + dt.timedelta(days=chance.randrange(5))
        lines, moves = [], []
        for at in range(chance.randint(1, 3)):
            precision = chance.choice(precisions)
            day = published - dt.timedelta(days=chance.randrange(3) if precision == "day" else 0)
            line = f"Line {at} of {number}."
            actor, other = chance.choice([("KAZ", "UZB"), ("UZB", "KAZ"), ("KAZ", "CHN")])
            lines.append(line)
            told: dict[str, Any] = {
                "date": day.replace(day=1) if precision == "month" else day,
                "date_precision": precision,
                "date_basis": "explicit" if precision != "published" else "published",
                "confidence": chance.randrange(40, 99) / 100,
                "group": chance.randrange(2),
            }
            moves.append((line, actor, chance.choice(["meet", "sign"]), other, told))
        text = " ".join(lines) + " She said that it was so."
        rows = [move(text, *rest, **told) for *rest, told in moves]
        said = comment(text, "it was so", "A. Speaker", moves=tuple(range(len(rows))))
        outlet = f"Outlet {chance.randrange(6)}"
        url = f"https://example.org/{number}"
        found.append(
            (article(text, source=outlet, url=url, published=published), coded(*rows, comments=(said,)))
        )
    return found


def state(store: Store) -> dict[str, Any]:
    """All that people can see of a store, without the keys inside it and the time of loading."""
    hidden = {"id", "best_mention_id", "first_loaded_at", "move_id"}
    with store.read() as connection:
        events = connection.execute(select(EVENT)).mappings().all()
        public = {row["id"]: row["event_id"] for row in events}
        names = dict(connection.execute(select(ARTICLE.c.id, ARTICLE.c.article_id)).all())
        mentions = connection.execute(select(MENTION)).mappings().all()
        at = {row["id"]: (names[row["article_id"]], row["start"], row["action"]) for row in mentions}
        comments = dict(connection.execute(select(COMMENT.c.id, COMMENT.c.comment_id)).all())
        about = connection.execute(select(COMMENT_EVENT)).mappings().all()
        aliases = {public[row.event_id] for row in connection.execute(select(EVENT_ALIAS))}
    together: dict[str, set[str]] = {}
    for row in events:
        together.setdefault(row["move_id"], set()).add(row["event_id"])
    return {
        "events": {
            row["event_id"]: {k: v for k, v in row.items() if k not in hidden}
            | {"best": at[row["best_mention_id"]]}
            for row in events
        },
        "mentions": {(at[row["id"]], public[row["event_id"]]) for row in mentions},
        "moves": {frozenset(group) for group in together.values()},
        "comments": {
            (comments[row["comment_id"]], at[row["mention_id"]], public[row["event_id"]]) for row in about
        },
        "aliases lead to events": aliases <= set(public.values()),
    }


def saved(folder: Path, items: Items, size: int) -> dict[str, Any]:
    """The state of a new store after saving the items in portions of a size."""
    place = folder / str(size)
    place.mkdir()
    with new_store(place) as store:
        for first in range(0, len(items), size):
            store.save_all(items[first : first + size])
        return state(store)


@pytest.mark.parametrize("seed", range(6))
def test_one_by_one_at_once_and_in_portions_give_the_same(tmp_path: Path, seed: int) -> None:
    items = crowded(seed)
    # Which events one move groups is kept as it was told when a report is drawn to another day later.
    found = [{**saved(tmp_path, items, size), "moves": None} for size in (1, 7, len(items))]
    assert found[0] == found[1] == found[2]
    assert {event["date_precision"] for event in found[0]["events"].values()} >= {"day", "month"}


@pytest.mark.parametrize("seed", range(3))
def test_events_of_one_move_share_its_id_in_any_portions(tmp_path: Path, seed: int) -> None:
    items = crowded(seed, precisions=("day", "month"))
    found = [saved(tmp_path, items, size) for size in (1, 7, len(items))]
    assert found[0] == found[1] == found[2]
    assert any(len(group) > 1 for group in found[0]["moves"])


def test_an_article_twice_in_one_portion_is_saved_once(tmp_path: Path) -> None:
    first, second = crowded(1, 2)
    with new_store(tmp_path) as store:
        done = store.save_all([first, second, first])
        assert [one.new for one in done] == [True, True, False]
        assert done[2].article_id == done[0].article_id
        assert not any(one.new for one in store.save_all([second, first]))


def test_synthetic_articles_say_that_they_are_and_are_the_same_for_a_seed(tmp_path: Path) -> None:
    some = list(articles(300, seed=5))
    assert some == list(articles(300, seed=5))
    assert some != list(articles(300, seed=6))
    assert all(told.source.startswith("Synthetic") and "ynthetic" in told.text for told, _ in some)
    for told, coding in some:
        assert all(told.text[m.start : m.end] == m.evidence for m in coding.moves)
        assert all(told.text[c.start : c.end] == c.text for c in coding.comments)
    with new_store(tmp_path) as store:
        store.save_all(some)
        assert 295 <= len(state(store)["events"]) <= 305
