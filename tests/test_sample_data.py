"""The sample data: real moves told in our own sentences, each with its outlet, address, date and mark."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import Connection, select

from loaders.article import Article, Problem
from loaders.inputs import Input
from loaders.normalise import canonical_url
from loaders.pipeline import LoadReport, load
from loaders.reading import read
from models.store import Store
from models.tables import ARTICLE, COMMENT, COMMENT_EVENT, EVENT, MENTION
from models.vocabulary.actions import action

ROOT = Path(__file__).parents[1]
DATA = ROOT / "sample_data"
STATES = ("KAZ", "KGZ", "TJK", "TKM", "UZB")
FORMATS = (".txt", ".html", ".rss", ".atom", ".json", ".jsonl", ".csv", ".zip", ".gz")
# Quotation marks around more words than a name has would quote somebody.
QUOTATION = re.compile(r"[“”\"„]|«[^»]{30,}»|«[^»]*[.!?]»")
ROW = dict[str, str]


def _gold(name: str) -> list[ROW]:
    with (ROOT / "tests" / "gold" / name).open(newline="", encoding="utf-8") as stream:
        return list(csv.DictReader(stream))


@pytest.fixture(scope="module")
def everything() -> list[Article | Problem]:
    def no_address(url: str) -> Input | Problem | None:
        raise AssertionError(url)

    return list(read([str(DATA)], {}, no_address))


@pytest.fixture(scope="module")
def articles(everything: list[Article | Problem]) -> list[Article]:
    return [found for found in everything if isinstance(found, Article)]


@pytest.fixture(scope="module")
def gold() -> list[ROW]:
    return _gold("sample_data_moves.csv")


@pytest.fixture(scope="module")
def moves(gold: list[ROW]) -> list[ROW]:
    return [row for row in gold if row["actor"]]


def test_all_of_it_is_read(everything: list[Article | Problem], articles: list[Article]) -> None:
    assert [str(found) for found in everything if isinstance(found, Problem)] == []
    assert len(articles) >= 290


def test_every_article_has_title_outlet_address_day_and_mark(articles: list[Article]) -> None:
    for article in articles:
        assert article.title, article.origin
        assert article.source, article.origin
        assert "(" not in article.source, article.origin
        assert article.url.startswith(("http://", "https://")), article.origin
        assert article.published, article.origin
        assert date(2017, 1, 1) <= article.published <= date(2026, 3, 31), article.origin
        assert article.retold, article.origin


def test_no_address_is_used_twice(articles: list[Article]) -> None:
    assert [url for url, count in Counter(article.url for article in articles).items() if count > 1] == []


def test_nobody_is_quoted(articles: list[Article]) -> None:
    quoting = [
        f"{article.origin}: {found[0]}" for article in articles if (found := QUOTATION.search(article.text))
    ]
    assert quoting == []


def test_every_format_and_both_old_encodings_are_there(articles: list[Article]) -> None:
    names = [path.name for path in DATA.rglob("*") if path.is_file()]
    for suffix in FORMATS:
        assert any(name.endswith(suffix) for name in names), suffix
    for encoding, codec in (("cp1251", "cp1251"), ("koi8-r", "koi8-r")):
        (path,) = DATA.glob(f"ru/*.{encoding}.txt")
        raw = path.read_bytes()
        with pytest.raises(UnicodeDecodeError):
            raw.decode("utf-8")
        (article,) = [article for article in articles if article.origin == str(path)]
        assert article.title in raw.decode(codec)


def test_languages(gold: list[ROW]) -> None:
    told = Counter(lang for _, lang in {(row["url"], row["lang"]) for row in gold})
    assert told["en"] >= 65
    assert told["ru"] >= 55
    assert all(told[lang] >= 3 for lang in ("kk", "ky", "uz", "tg", "tk"))


def test_the_gold_is_about_these_articles(articles: list[Article], gold: list[ROW]) -> None:
    known = {(article.url, str(article.published)) for article in articles}
    assert {(canonical_url(row["url"]), row["published"]) for row in gold} == known
    assert all((DATA / row["file"].split("!")[0]).is_file() for row in gold)


def test_every_state_year_and_action_is_covered(moves: list[ROW]) -> None:
    events = {(r["actor"], r["action"], r["counterpart"], r["date"]) for r in moves if r["optional"] != "yes"}
    assert len(events) >= 300
    for state in STATES:
        assert sum(state in (actor, counterpart) for actor, _, counterpart, _ in events) >= 40, state
    assert {day[:4] for *_, day in events} >= {str(year) for year in range(2017, 2027)}
    assert len({action for _, action, _, _ in events}) == 28


def test_no_move_is_later_than_its_report(moves: list[ROW]) -> None:
    for row in moves:
        assert row["date_precision"] in ("day", "month", "year", "published")
        day, published = date.fromisoformat(row["date"]), date.fromisoformat(row["published"])
        if published.day != 1:  # else the day may stand for its month or year
            assert day <= published, row


def test_moves_are_told_by_several_outlets_in_english_and_russian(moves: list[ROW]) -> None:
    langs: dict[str, set[str]] = {}
    for row in moves:
        if row["move_id"]:
            langs.setdefault(row["move_id"], set()).add(row["lang"])
    assert sum({"en", "ru"} <= spoken for spoken in langs.values()) >= 20
    told = Counter(move for move, _ in {(row["move_id"], row["url"]) for row in moves if row["move_id"]})
    assert sum(count > 1 for count in told.values()) >= 60


def test_forty_comments_by_experts_at_least(articles: list[Article]) -> None:
    comments = _gold("sample_data_comments.csv")
    experts = [row for row in comments if row["kind"] == "expert"]
    assert sum(int(row["comments"]) for row in experts) >= 60
    assert len({row["speaker"] for row in experts}) >= 40
    assert {canonical_url(row["url"]) for row in comments} <= {article.url for article in articles}


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[LoadReport, Connection]]:
    with Store.open(f"sqlite:///{tmp_path_factory.mktemp('sample')}/news.db") as store:
        report = load(store, [str(DATA)])
        with store.read() as connection:
            yield report, connection


def test_all_of_it_loads(loaded: tuple[LoadReport, Connection], articles: list[Article]) -> None:
    report, connection = loaded
    assert report.rejected == 0
    assert report.new == len(articles)
    assert connection.execute(select(ARTICLE.c.id).where(~ARTICLE.c.retold)).all() == []


def test_the_coder_finds_rows_for_every_state_and_year(loaded: tuple[LoadReport, Connection]) -> None:
    rows = loaded[1].execute(select(EVENT.c.actor, EVENT.c.counterpart, EVENT.c.date, EVENT.c.action)).all()
    assert len(rows) >= 300
    for state in STATES:
        assert sum(state in (row.actor, row.counterpart) for row in rows) >= 45, state
    assert {row.date.year for row in rows} >= set(range(2017, 2027))
    assert len({row.action for row in rows}) >= 26


def test_english_and_russian_reports_meet_in_one_event(loaded: tuple[LoadReport, Connection]) -> None:
    spoken: dict[int, set[str]] = {}
    for event, lang in loaded[1].execute(select(MENTION.c.event_id, MENTION.c.lang)):
        spoken.setdefault(event, set()).add(lang)
    assert sum({"en", "ru"} <= langs for langs in spoken.values()) >= 15


def test_comments_by_experts_are_found_and_tied_to_moves(loaded: tuple[LoadReport, Connection]) -> None:
    kinds = loaded[1].execute(select(COMMENT.c.kind)).scalars().all()
    assert kinds.count("expert") >= 60
    tied = loaded[1].execute(select(COMMENT_EVENT.c.comment_id).distinct()).all()
    assert len(tied) >= 40


def _move(actor: str, slug: str, counterpart: str | None) -> tuple[str, str, str]:
    one, other = sorted((actor, counterpart or "")) if action(slug).symmetric else (actor, counterpart or "")
    return one, slug, other


def test_coded_moves_agree_with_those_coded_by_hand(
    loaded: tuple[LoadReport, Connection], moves: list[ROW]
) -> None:
    """Floors only rise. Arguable rows count neither as right nor as wrong."""
    asked = select(ARTICLE.c.url, MENTION.c.actor, MENTION.c.action, MENTION.c.counterpart).join(
        MENTION, MENTION.c.article_id == ARTICLE.c.id
    )
    coded = {(url, _move(*codes)) for url, *codes in loaded[1].execute(asked)}
    by_hand: dict[bool, set[tuple[str, tuple[str, str, str]]]] = {True: set(), False: set()}
    for row in moves:
        key = (canonical_url(row["url"]), _move(row["actor"], row["action"], row["counterpart"]))
        by_hand[row["optional"] == "yes"].add(key)
    right = coded & by_hand[False]
    assert len(right) / len(coded - by_hand[True]) >= 0.77  # precision
    assert len(right) / len(by_hand[False]) >= 0.79  # recall
