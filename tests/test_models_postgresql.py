"""What only a server can show: two processes at once, a second language of sorting, errors of the network."""

from __future__ import annotations

import datetime as dt
import os
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import make_url, select, text

from models import postgresql
from models.errors import StoreError
from models.queries import coverage, events
from models.queries.clauses import event_clauses
from models.queries.filters import EventFilter
from models.searching import words
from models.shapes import Figures
from models.store import Store
from models.tables import EVENT
from tests.databases import SERVER, bare_database
from tests.factories import DAY, new_store, report

pytestmark = pytest.mark.postgres

LOADER = """
import sys
from models.store import Store
from tests.factories import report
with Store.open(sys.argv[1]) as store:
    for number in range(30):
        # The same articles from both, and in between one of its own of the same move.
        url = f"https://example.org/{number}"
        report(store, "KAZ", "meet", "RUS", source="A", url=url, text=f"A {number}.")
        report(store, "KAZ", "meet", "RUS", source=sys.argv[2], text=f"{sys.argv[2]} {number}.")
"""


def test_two_loaders_at_once_lose_nothing_and_double_nothing() -> None:
    url = bare_database()
    loaders = [
        subprocess.Popen([sys.executable, "-c", LOADER, url, name], cwd=Path(__file__).parents[1])
        for name in "BC"
    ]
    assert [loader.wait(120) for loader in loaders] == [0, 0]
    with Store.open(url) as store:
        (event,) = events.page(store, EventFilter()).rows
        told = coverage.totals(store)
    assert (event.outlets, told.articles, told.mentions, told.sources) == (3, 90, 90, 3)


def test_a_reader_sees_one_state_of_the_data(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        report(store, "KAZ", "meet", "RUS")
        with store.read() as connection:
            counted = text("SELECT count(*) FROM event")
            before = connection.scalar(counted)
            report(store, "KGZ", "meet", "RUS")
            assert connection.scalar(counted) == before == 1
        assert events.count(store, EventFilter()) == 2


def test_a_stream_is_read_by_a_cursor_of_the_server(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        report(store, "KAZ", "meet", "RUS")
        with store.read() as connection:
            found = connection.execute(select(EVENT.c.id), execution_options={"yield_per": 1})
            assert connection.scalar(text("SELECT count(*) FROM pg_cursors")) == 1
            assert len(list(found)) == 1
        told = events.stream(store, EventFilter())
        assert next(told)
        report(store, "KGZ", "meet", "RUS")  # whoever reads keeps nobody from writing
        assert list(told) == []


def test_words_are_sorted_as_in_a_file_whatever_the_language_of_the_server(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        for name in ("b", "B", "a", "Я", "а", "ё"):
            report(store, "KAZ", "meet", "RUS", source=name)
        assert store.sources() == ["B", "a", "b", "Я", "а", "ё"]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("президенты", True),
        ("подписали", True),
        ("meeting", True),
        ("presidents", False),
        ("Zhaparov", True),
        ('"подписал указ"', True),
        ('"указ подписал"', False),
        ("2024-05", True),
        ("C-5_met", True),
        ("' & | ! : <-> * \\", False),
        ("президенты absent", False),
    ],
)
def test_words_are_found_by_their_beginning_and_by_their_stem(
    tmp_path: Path, asked: str, found: bool
) -> None:
    text = "Решение президента: Жапаров подписал указ <b>№5</b> 2024-05-17, then C-5_meetings met."
    with new_store(tmp_path) as store:
        report(store, "KAZ", "meet", "RUS", text=text)
        assert bool(words(asked)) <= (events.count(store, EventFilter(search=asked)) == int(found))


@pytest.mark.parametrize("f", [EventFilter(search="токаев"), EventFilter(search='"two words"')])
def test_search_reads_the_index_of_words(tmp_path: Path, f: EventFilter) -> None:
    with new_store(tmp_path) as store, store.read() as connection:
        connection.execute(text("SET LOCAL enable_seqscan = off"))
        query = select(EVENT.c.id).where(*event_clauses(f, store.dialect))
        bound = query.compile(connection.engine, compile_kwargs={"literal_binds": True})
        plan = "\n".join(row[0] for row in connection.exec_driver_sql(f"EXPLAIN {bound}"))
    assert "mention_fts" in plan


def test_times_are_told_in_utc(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        key = store.start_load("x")
        with store.read() as connection:
            assert connection.scalar(text("SHOW timezone")) == "UTC"
        store.finish_load(key, Figures())
        (load,) = coverage.loads(store)
    assert load.started_at.utcoffset() == dt.timedelta(0)


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"database": "nowhere"}, "is not there"),
        ({"username": "nobody"}, "refuses the user"),
        ({"query": {"host": "127.0.0.1", "port": "1"}}, "does not answer"),
        ({"query": {"host": "/nowhere"}}, "does not answer"),
    ],
)
def test_what_is_wrong_with_an_address_is_told(changed: dict[str, object], said: str) -> None:
    url = make_url(SERVER).set(**changed)  # type: ignore[arg-type]
    with pytest.raises(StoreError, match=said) as caught:
        Store.open(url.render_as_string(hide_password=False))
    assert str(url.password) not in str(caught.value)


def test_wrong_password_is_told() -> None:
    url = make_url(SERVER)
    by_network = url.set(password="wrong", host="127.0.0.1", port=int(str(url.query["port"])), query={})
    with pytest.raises(StoreError, match="refuses the user or the password"):
        Store.open(by_network.render_as_string(hide_password=False))


def test_a_server_that_was_restarted_is_met_anew(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        assert events.count(store, EventFilter()) == 0
        with store.write() as connection:
            connection.execute(
                text(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                    "WHERE datname = current_database() AND pid <> pg_backend_pid()"
                )
            )
        assert events.count(store, EventFilter()) == 0


def test_an_error_that_nobody_can_mend_is_left_as_it_is() -> None:
    assert postgresql.failure(ValueError("odd")) is None


def test_stores_live_side_by_side_in_schemas() -> None:
    url = make_url(bare_database())
    with Store.open(url.render_as_string(hide_password=False)) as plain:
        with plain.write() as connection:
            connection.execute(text("CREATE SCHEMA desk_a"))
            connection.execute(text("CREATE SCHEMA desk_b"))
        in_schema = [
            url.update_query_dict({"options": f"-csearch_path={name}"}).render_as_string(hide_password=False)
            for name in ("desk_a", "desk_b")
        ]
        for number, address in enumerate(in_schema, 1):
            with Store.open(address) as store:
                for day in range(number):
                    report(store, "KAZ", "meet", "RUS", date=DAY + dt.timedelta(days=9 * day))
                assert events.count(store, EventFilter(search="KAZ")) == number
        assert events.count(plain, EventFilter()) == 0


def test_who_may_only_read_can_open_and_read(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        report(store, "KAZ", "meet", "RUS")
        name = f"reader_{os.getpid()}"
        with store.write() as connection:
            connection.execute(text(f"CREATE ROLE {name} LOGIN PASSWORD 'r'"))
            connection.execute(text(f"GRANT SELECT ON ALL TABLES IN SCHEMA public TO {name}"))
        reader = make_url(store.url).set(username=name, password="r").render_as_string(hide_password=False)
        with Store.open(reader) as opened:
            assert events.count(opened, EventFilter()) == 1
            with pytest.raises(StoreError, match="does not let this user"):
                report(opened, "KGZ", "meet", "RUS")
