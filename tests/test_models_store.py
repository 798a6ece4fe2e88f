"""Opening, migrating and saving: whole articles or nothing, the same again changes nothing."""

from __future__ import annotations

import datetime as dt
import shutil
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import inspect, make_url, select, text
from sqlalchemy.exc import DBAPIError

from models import engines, migrating, schema
from models.errors import StoreError
from models.queries import coverage, events
from models.queries.filters import EventFilter
from models.shapes import Figures, Outlet
from models.store import Store
from models.tables import COMMENT, COMMENT_COUNTRY, COMMENT_EVENT, EVENT, LOAD, MENTION, SOURCE, Base, Load
from tests.factories import DAY, article, coded, comment, move, new_store, report

TEXT = "Tokayev met Putin in Moscow. The two signed a treaty. It matters, said Igor Shestakov."


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """An empty store."""
    with new_store(tmp_path) as opened:
        yield opened


def dump(store: Store) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table."""
    with store.read() as connection:
        return {
            name: [tuple(row) for row in connection.execute(select(table))]
            for name, table in Base.metadata.tables.items()
        }


def save_example(store: Store) -> None:
    moves = (
        move(TEXT, "Tokayev met Putin in Moscow.", "KAZ", "meet", "RUS", place="Moscow, Russia"),
        move(TEXT, "The two signed a treaty.", "KAZ", "sign", "RUS"),
    )
    said = comment(TEXT, "It matters", "Igor Shestakov", countries=("KAZ", "RUS"), moves=(1, 0, 1))
    store.save(article(TEXT, url="https://example.org/1"), coded(*moves, comments=(said,)))


def test_article_is_saved_with_all_that_was_coded(store: Store) -> None:
    save_example(store)
    with store.read() as connection:
        mentions = connection.execute(select(MENTION).order_by(MENTION.c.start)).all()
        assert [TEXT[m.start : m.end] for m in mentions] == [m.evidence for m in mentions]
        assert {row.source_id for row in mentions} == {connection.scalar(select(SOURCE.c.id))}
        (said,) = connection.execute(select(COMMENT)).all()
        assert (said.outlet, TEXT[said.start : said.end]) == ("The Times of Central Asia", said.text)
        about = connection.execute(select(COMMENT_EVENT.c.event_id)).all()
        assert {row.event_id for row in about} == {m.event_id for m in mentions}
        countries = select(COMMENT_COUNTRY.c.country).order_by(COMMENT_COUNTRY.c.position)
        assert list(connection.scalars(countries)) == ["KAZ", "RUS"]


def test_saving_again_changes_nothing(store: Store) -> None:
    save_example(store)
    before = dump(store)
    save_example(store)
    assert dump(store) == before


def test_known_by_address_or_by_words_of_the_outlet(store: Store) -> None:
    save_example(store)
    assert store.known(article("Other words.", url="https://example.org/1"))
    assert store.known(article(TEXT.upper().replace(" ", "\n"), url="https://example.org/2"))
    assert not store.known(article(TEXT, url="https://example.org/2", source="Another outlet"))
    assert not store.known(article("Other words.", url="https://example.org/2"))


def test_failure_leaves_nothing_behind(store: Store) -> None:
    good = move(TEXT, "Tokayev met Putin in Moscow.", "KAZ", "meet", "RUS")
    bad = comment(TEXT, "It matters", "Igor Shestakov", moves=(5,))
    before = dump(store)
    with pytest.raises(IndexError):
        store.save(article(TEXT), coded(good, comments=(bad,)))
    assert dump(store) == before


def test_offsets_outside_the_text_are_refused(store: Store) -> None:
    outside = move(TEXT + " More.", "More.", "KAZ", "meet", "RUS")
    with pytest.raises(ValueError, match="offsets"):
        store.save(article(TEXT), coded(outside))


def test_without_a_date_the_day_of_loading_stands_in_and_is_marked(store: Store) -> None:
    store.save(article(TEXT, published=None), coded())
    assert coverage.totals(store).without_date == 1


def test_outlet_without_a_name_is_its_domain(store: Store) -> None:
    store.save(article("One.", source="", url="https://www.akorda.kz/en/1"), coded())
    store.save(article("Two.", source=""), coded())
    assert store.sources() == ["Unknown outlet", "akorda.kz"]


def test_registering_fills_in_what_is_known(store: Store) -> None:
    report(store, "KAZ", "meet", "RUS", source="Akorda")
    store.register([Outlet("Akorda", domain="akorda.kz", country="KAZ"), Outlet("Akorda", kind="official")])
    with store.read() as connection:
        (row,) = connection.execute(select(SOURCE)).all()
    assert (row.domain, row.country, row.kind) == ("akorda.kz", "KAZ", "official")


def test_load_keeps_its_report_and_rejections(store: Store) -> None:
    key = store.start_load("sample_data", "0.1.0")
    store.reject(key, "a.html", "No text found", detail="12 bytes")
    store.finish_load(key, Figures(read=3, new=1, known=1, moves=4, rejected=1))
    (load,) = coverage.loads(store)
    assert (load.read, load.new, load.known, load.moves, load.rejected) == (3, 1, 1, 4, 1)
    assert load.finished_at is not None
    assert load.finished_at >= load.started_at
    assert coverage.reasons(store) == (("No text found", 1),)
    assert coverage.rejections(store)[0].detail == "12 bytes"
    store.reject(key, "a.html", "No text found", detail="13 bytes")
    store.reject(key, "a.html", "No date found")
    assert [row.detail for row in coverage.rejections(store)] == ["", "13 bytes"]


def test_session_gives_objects_and_undoes_failures(store: Store) -> None:
    def fail() -> None:
        with store.session() as session:
            session.add(Load(started_at=dt.datetime.now(dt.UTC)))
            session.flush()
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    with store.session() as session:
        session.add(Load(started_at=dt.datetime.now(dt.UTC), inputs="kept"))
    with store.read() as connection:
        assert list(connection.scalars(select(LOAD.c.inputs))) == ["kept"]


def test_readers_cannot_write(store: Store) -> None:
    with pytest.raises(StoreError, match="may not be written"), store.read() as connection:
        connection.execute(text("DELETE FROM event"))


def test_slow_downloads_do_not_starve_the_pages(store: Store) -> None:
    report(store, "KAZ", "meet", "RUS")
    slow = [events.stream(store, EventFilter()) for _ in range(40)]
    assert all(next(stream) for stream in slow)
    assert events.count(store, EventFilter()) == 1


@pytest.mark.sqlite
def test_sqlite_is_set_up_for_readers_beside_a_writer(store: Store) -> None:
    with store.write() as connection:
        assert connection.scalar(text("PRAGMA journal_mode")) == "wal"
        assert connection.scalar(text("PRAGMA foreign_keys")) == 1
        assert connection.scalar(text("PRAGMA busy_timeout")) == engines.BUSY_SECONDS * 1000
        with store.read() as reader:
            assert reader.scalar(text("SELECT count(*) FROM event")) == 0


def test_threads_save_at_once(store: Store) -> None:
    def work(source: str) -> None:
        for number in range(10):
            report(store, "KAZ", "meet", "RUS", source=source, text=f"{source} {number}")

    threads = [threading.Thread(target=work, args=(name,)) for name in "ABCD"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    (event,) = events.page(store, EventFilter()).rows
    assert (event.outlets, coverage.totals(store).mentions) == (4, 40)


def test_tables_and_migrations_do_not_drift(store: Store) -> None:
    with store.write() as connection:
        context = MigrationContext.configure(
            connection, opts={"include_object": migrating.ours, "compare_type": True}
        )
        assert compare_metadata(context, Base.metadata) == []


def test_drift_is_seen(store: Store) -> None:
    with store.write() as connection:
        connection.execute(text("ALTER TABLE event ADD COLUMN odd TEXT"))
    with store.write() as connection:
        context = MigrationContext.configure(connection, opts={"include_object": migrating.ours})
        assert compare_metadata(context, Base.metadata) != []
        connection.execute(text("ALTER TABLE event DROP COLUMN odd"))


def test_new_revision_holds_just_the_difference(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    scripts = tmp_path / "migrations"
    shutil.copytree(schema.SCRIPTS, scripts, ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr(migrating, "SCRIPTS", scripts)
    newest = migrating.head()
    made = migrating.generate("Nothing yet")
    assert made.parent == scripts / "versions"
    said = made.read_text("utf-8")
    assert f"down_revision = '{newest}'" in said
    assert "op." not in said.partition("def upgrade")[2]
    assert migrating.head() == made.name.partition("_")[0] == f"{int(newest) + 1:04}"


def test_a_start_that_finds_nothing_to_migrate_does_without_alembic(store: Store) -> None:
    code = (
        "import sys; from models.store import Store; "
        f"Store.open({store.url!r}); print('alembic' in sys.modules)"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "False"
    assert schema.newest() == migrating.head()


def test_constraints_and_indices_have_names(store: Store) -> None:
    with store.read() as connection:
        found = inspect(connection)
        for table in Base.metadata.tables:
            assert all(key["name"] for key in found.get_foreign_keys(table))
            assert all(key["name"] for key in found.get_unique_constraints(table))


def test_database_of_the_first_schema_opens_with_its_data(tmp_path: Path) -> None:
    """The file is made by the first revision alone; whatever revisions follow must keep its rows."""
    path = tmp_path / "old.sqlite"
    migrating.migrate(make_url(f"sqlite:///{path}"), to="0001")
    old = sqlite3.connect(path)
    old.executescript((Path(__file__).parent / "data" / "schema_0001.sql").read_text("utf-8"))
    old.close()
    with Store.open(str(path)) as store:
        (event,) = events.page(store, EventFilter(search="токаев")).rows
        card = events.card(store, event.event_id)
        assert card is not None
        assert (event.actor, event.counterpart, len(card.mentions), len(card.comments)) == (
            "KAZ",
            "RUS",
            1,
            1,
        )
        assert migrating.head() == store_revision(store)


def store_revision(store: Store) -> str | None:
    with store.read() as connection:
        return MigrationContext.configure(connection).get_current_revision()


def test_newer_schema_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "newer.sqlite"
    Store.open(str(path)).close()
    raw = sqlite3.connect(path)
    raw.execute("UPDATE alembic_version SET version_num = '9999'")
    raw.commit()
    raw.close()
    with pytest.raises(StoreError, match=r"newer Steppe \(schema 9999\)"):
        Store.open(str(path))


def test_file_that_is_no_database(tmp_path: Path) -> None:
    path = tmp_path / "letter.sqlite"
    path.write_text("Dear reader, this is a letter and no database. " * 50)
    with pytest.raises(StoreError, match="no SQLite database") as caught:
        Store.open(str(path))
    assert caught.value.where == str(path)
    assert "--db" in caught.value.way_out


def test_database_of_another_program(tmp_path: Path) -> None:
    path = tmp_path / "other.sqlite"
    raw = sqlite3.connect(path)
    raw.execute("CREATE TABLE event (id INTEGER PRIMARY KEY)")
    raw.close()
    with pytest.raises(StoreError, match="not Steppe's"):
        Store.open(str(path))


def test_folder_that_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreError):
        Store.open(str(tmp_path / "file" / "s.sqlite"))


def test_locked_database(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engines, "BUSY_SECONDS", 0.05)
    with store.write(), Store.open(store.url) as second:
        assert events.count(second, EventFilter()) == 0
        with pytest.raises(StoreError, match="locked"):
            report(second, "KAZ", "meet", "RUS")


@pytest.mark.parametrize("url", ["nonsense://x", "sqlite://", "sqlite:///:memory:", "://"])
def test_addresses_that_are_no_database(url: str) -> None:
    with pytest.raises(StoreError):
        Store.open(url)


def test_other_errors_pass_unchanged(store: Store) -> None:
    with pytest.raises(DBAPIError, match="nowhere"), store.read() as connection:
        connection.execute(text("SELECT * FROM nowhere"))


def test_password_is_not_shown() -> None:
    assert "secret" not in engines.shown(make_url("postgresql+psycopg://me:secret@host/db"))


def test_default_url_is_the_variable_or_the_data_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STEPPE_DB", "/somewhere/x.sqlite")
    assert engines.default_url() == "/somewhere/x.sqlite"
    monkeypatch.delenv("STEPPE_DB")
    assert engines.default_url().startswith("sqlite:///")
    assert "steppe" in engines.default_url()


def test_day_is_kept_as_a_day(store: Store) -> None:
    report(store, "KAZ", "meet", "RUS")
    with store.read() as connection:
        row = connection.execute(select(EVENT)).one()
    assert (row.date, row.month) == (DAY, 202603)
