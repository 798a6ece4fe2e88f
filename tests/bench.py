"""Speed, as ratios measured in one run on one machine: `make bench`.

Timed tests would fail on a busy machine; a ratio of two things timed side by side means the same anywhere.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from dashboard.downloads import chunks
from loaders.coding import coder, english, russian
from loaders.coding.sentences import split
from models.queries.filters import EventFilter
from tests.factories import new_store, report
from tests.gold.gold import Article, articles
from tests.gold.measure import code_article

REPORTS = 4000
CHUNK = 8
RAW = """select e.*, m.evidence, a.url, a.title, a.published, s.name from event e
join mention m on m.id = e.best_mention_id
join article a on a.id = m.article_id
join source s on s.id = a.source_id
order by e.date desc, e.id desc"""


def main() -> None:
    """Print one line for each comparison: what, figure, against what, ratio."""
    coding()
    with tempfile.TemporaryDirectory() as folder:
        extract(Path(folder))


def coding() -> None:
    """Articles a second on two processes with the models loaded, and the coder against the parsers alone."""
    some = [a for a in articles() if a["lang"] in ("en", "ru")]
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        list(pool.map(code_article, some[:1] * 2 + some[-1:] * 2))  # loads the models
        wall = timed(lambda: list(pool.map(code_article, some, chunksize=CHUNK)))
    say("coding, two processes", f"{len(some) / wall:.1f} articles/s", "floor 20", len(some) / wall / 20)
    few = some[::4]
    parse_all(few)
    alone, whole = timed(lambda: parse_all(few)), timed(lambda: [code_article(a) for a in few])
    say(
        "coding, one process",
        f"{len(few) / whole:.1f} articles/s",
        "every sentence parsed, no rules",
        alone / whole,
    )


def parse_all(some: list[Article]) -> None:
    """What the parsers alone cost: every sentence, with nothing done with it."""
    for article in some:
        parser = english.parse if article["lang"] == "en" else russian.parse
        list(parser([s for s in split(article["text"]) if len(s.text) <= coder.LONGEST_SENTENCE]))


def extract(folder: Path) -> None:
    """The CSV of all events against a bare cursor that writes the same rows."""
    states, partners = ("KAZ", "KGZ", "TJK", "TKM", "UZB"), ("RUS", "CHN", "TUR", "USA", "IRN", "AFG", "EU")
    with new_store(folder) as store:
        for i in range(REPORTS):
            day = dt.date(2010, 1, 1) + dt.timedelta(days=i)
            report(store, states[i % 5], "meet", partners[i % 7], date=day, url=f"https://example.org/{i}")
        ours = timed(lambda: sum(map(len, chunks(store, "events", "csv", EventFilter()))))
        raw = timed(lambda: raw_csv(folder / "steppe.sqlite"))
    say("CSV extract", f"{REPORTS / ours:,.0f} rows/s", "a bare cursor and csv.writer", raw / ours)


def raw_csv(path: Path) -> int:
    """The same rows by nothing but the standard library."""
    text = io.StringIO()
    with sqlite3.connect(path) as connection:
        csv.writer(text).writerows(connection.execute(RAW))
    return len(text.getvalue())


def timed(work: Callable[[], object]) -> float:
    """Seconds of wall time, the better of two runs."""
    best = float("inf")
    for _ in range(2):
        begun = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - begun)
    return best


def say(what: str, figure: str, against: str, ratio: float) -> None:
    """One line of the report."""
    sys.stdout.write(f"{what:<24} {figure:<20} against {against:<34} {ratio:.2f}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
