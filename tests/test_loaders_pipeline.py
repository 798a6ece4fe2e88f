"""load(): every step, its report, and what an interruption leaves."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from loaders.article import Article
from loaders.checks import check_article, check_coded
from loaders.coding.drafts import CodedArticle, CommentDraft
from loaders.pipeline import LoadOptions, LoadReport, load
from loaders.workers import CHUNK, coded_in_order
from models.queries import events
from models.queries.filters import EventFilter
from models.store import Store
from models.tables import ARTICLE
from tests.fake_coder import SENTENCE, fake, move

DATA = Path(__file__).parent / "data" / "formats"
TODAY = date(2025, 12, 1)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(f"sqlite:///{tmp_path}/news.db") as opened:
        yield opened


def lines(path: Path, *texts: str, **fields: object) -> str:
    rows = ({"id": n, "text": text, "published": "2025-11-20", **fields} for n, text in enumerate(texts))
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    return str(path)


def articles(store: Store) -> list[dict[str, object]]:
    with store.read() as connection:
        return [dict(row._mapping) for row in connection.execute(ARTICLE.select())]


def go(store: Store, *places: str, **more: object) -> LoadReport:
    return load(store, places, coder=fake, today=TODAY, **more)  # type: ignore[arg-type]


def test_all_steps_and_the_same_again(store: Store) -> None:
    report = go(store, str(DATA))
    assert (report.new, report.rejected) == (3, 0), report.problems  # one story in five formats, and two more
    assert report.read == report.new + report.known
    assert (report.moves, report.comments) == (3, 3)
    again = go(store, str(DATA))
    assert (again.new, again.moves, again.known) == (0, 0, again.read)
    assert len(articles(store)) == 3


def test_outlets_get_their_known_names_and_facts(store: Store, tmp_path: Path) -> None:
    go(store, lines(tmp_path / "a.jsonl", SENTENCE, source="Вести.kg"))
    go(store, lines(tmp_path / "b.jsonl", SENTENCE + " More.", url="https://www.eurasianet.org/x"))
    go(store, lines(tmp_path / "c.jsonl", SENTENCE + " Else.", url="https://unheard.example.org/x"))
    assert set(store.sources()) == {"Eurasianet", "unheard.example.org", "Vesti.kg"}


def test_stand_ins_for_what_an_article_lacks(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(SENTENCE)
    options = LoadOptions(date(2025, 11, 6), "My Outlet", "https://my.example.org/a", "en")
    go(store, str(path), options=options)
    (row,) = articles(store)
    assert (row["published"], row["published_basis"]) == (date(2025, 11, 6), "option")
    assert (row["url"], row["lang"], store.sources()) == ("https://my.example.org/a", "en", ["My Outlet"])


def test_the_day_of_loading_stands_in_and_is_marked(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(f"Experts look at the accession\n{SENTENCE}\n")
    go(store, str(path))
    (row,) = articles(store)
    assert (row["published"], row["published_basis"]) == (TODAY, "loaded")
    assert (row["title"], row["lang"]) == ("Experts look at the accession", "en")


def test_one_address_for_several_articles_is_refused(store: Store, tmp_path: Path) -> None:
    path = lines(tmp_path / "a.jsonl", SENTENCE, SENTENCE + " More.")
    report = go(store, path, options=LoadOptions(url="https://my.example.org/a"))
    assert (report.new, report.rejected) == (1, 1)
    assert "--url" in report.problems[0].what


@pytest.mark.parametrize("workers", [1, 2])
def test_a_bad_article_stops_nothing_and_the_order_stays(store: Store, tmp_path: Path, workers: int) -> None:
    texts = [f"{SENTENCE} Number {n}." for n in range(4 * CHUNK)]
    texts[5] += " raise"
    if workers > 1:
        texts[20] += " crash"
    path = lines(tmp_path / "a.jsonl", *texts)
    with Path(path).open("a") as file:
        file.write("no json\n")
    report = go(store, path, workers=workers)
    bad = [5, 20] if workers > 1 else [5]
    assert report.new == len(texts) - len(bad)
    assert report.rejected == len(bad) + 1
    assert [row["text"] for row in articles(store)] == [t for n, t in enumerate(texts) if n not in bad]
    assert report.reasons["the coder failed."] == 1
    assert report.reasons["this is not JSON."] == 1


def test_an_interruption_leaves_whole_articles_and_the_next_load_goes_on(
    store: Store, tmp_path: Path
) -> None:
    path = lines(tmp_path / "a.jsonl", *(f"{SENTENCE} Number {n}." for n in range(10)))

    def stop(report: LoadReport) -> None:
        if report.new == 4:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        go(store, path, progress=stop)
    assert len(articles(store)) == 4
    report = go(store, path)
    assert (report.known, report.new) == (4, 6)
    page = events.page(store, EventFilter())
    assert page.total == 1
    assert page.rows[0].outlets == 1


def test_coding_reads_ahead_only_a_little() -> None:
    taken = 0

    def endless() -> Iterator[Article]:
        nonlocal taken
        while True:
            taken += 1
            yield Article(SENTENCE, published=TODAY, lang="en")

    results = coded_in_order(endless(), fake, workers=2)
    for _ in range(200):
        next(results)
    results.close()
    assert taken <= 200 + 7 * CHUNK


GOOD = Article(SENTENCE, published=TODAY, lang="en", origin="a.txt")


@pytest.mark.parametrize(
    ("article", "reason"),
    [
        (replace(GOOD, text="…"), "empty"),
        (replace(GOOD, text="Short text."), "too short"),
        (replace(GOOD, text=SENTENCE * 2000), "too long"),
        (replace(GOOD, lang="fr"), "language fr is not coded"),
        (replace(GOOD, published=date(2026, 1, 1)), "future"),
        (replace(GOOD, published=date(1970, 1, 1)), "before independence"),
    ],
)
def test_refusals(article: Article, reason: str) -> None:
    problem = check_article(article, TODAY)
    assert problem is not None
    assert reason in problem.what
    assert problem.where == "a.txt"


def test_tomorrow_is_not_the_future() -> None:
    assert check_article(replace(GOOD, published=date(2025, 12, 2)), TODAY) is None


def test_drafts_that_miss_their_text_are_dropped_and_comments_renumbered() -> None:
    good = move(SENTENCE, TODAY)
    bad = replace(good, start=3)
    absurd = replace(good, date=date(1200, 1, 1))
    comment = CommentDraft("E", "", "expert", "", "direct", SENTENCE[:10], 0, 10, (), (0, 2))
    lost = replace(comment, start=1)
    coded, problems = check_coded(GOOD, CodedArticle("en", (bad, absurd, good), (comment, lost)))
    assert coded.moves == (good,)
    assert [c.moves for c in coded.comments] == [(0,)]
    assert len(problems) == 3
