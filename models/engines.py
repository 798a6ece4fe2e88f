"""Database engines by URL: how each kind of connection is set up, and what its failures mean for people."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import platformdirs
from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError

from models import postgresql
from models.errors import StoreError

VARIABLE = "STEPPE_DB"
BUSY_SECONDS = 30.0  # a save takes milliseconds; whoever waits longer than this waits for something stuck

READERS = 100  # a download holds its connection to the end: a few slow ones must not starve the pages


def default_url() -> str:
    """`STEPPE_DB`, or a SQLite file in the user's data folder."""
    given = os.environ.get(VARIABLE, "").strip()
    return (
        given or f"sqlite:///{Path(platformdirs.user_data_dir('steppe', appauthor=False)) / 'steppe.sqlite'}"
    )


def parse_url(url: str) -> URL:
    """A database URL; a bare path means a SQLite file."""
    if "://" not in url:
        url = f"sqlite:///{Path(url).expanduser()}"
    try:
        parsed = make_url(url)
        parsed.get_dialect()
    except (ArgumentError, NoSuchModuleError, ValueError) as error:
        raise StoreError(
            url.partition("@")[2] or url,
            "is not the address of a database that can be used.",
            f"Give a file name, sqlite:///FILE or postgresql+psycopg://…, by --db or {VARIABLE}.",
        ) from error
    if parsed.get_backend_name() == "sqlite" and parsed.database in (None, "", ":memory:"):
        raise StoreError(url, "keeps nothing once it is closed.", "Give the name of a file.")
    return parsed


def make_engine(url: URL, *, reading: bool = False, foreign_keys: bool = True) -> Engine:
    """An engine for the kind of database that the URL names; SQLite's connections use WAL.

    `reading` connections can't write. Others take the write lock when they begin, so that two writers wait
    in line instead of failing half-way. `foreign_keys` are off only while SQLite's tables are rebuilt.
    """
    if url.get_backend_name() != "sqlite":
        return _server_engine(url, reading)
    Path(str(url.database)).parent.mkdir(parents=True, exist_ok=True)
    pool = {"pool_size": 10, "max_overflow": READERS - 10} if reading else {}
    engine = create_engine(url, connect_args={"timeout": BUSY_SECONDS, "check_same_thread": False}, **pool)

    @event.listens_for(engine, "connect")
    def _set_up(connection: sqlite3.Connection, _: Any) -> None:
        connection.isolation_level = None  # BEGIN is ours, see below
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute(f"PRAGMA foreign_keys = {'ON' if foreign_keys else 'OFF'}")
        connection.execute("PRAGMA temp_store = MEMORY")
        connection.execute(f"PRAGMA cache_size = {-16384 if reading else -32768}")  # KiB
        if reading:
            connection.execute("PRAGMA query_only = ON")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")

    return engine


def _server_engine(url: URL, reading: bool) -> Engine:
    try:
        return postgresql.make_engine(url, reading=reading, busy_seconds=BUSY_SECONDS)
    except ImportError as error:
        raise StoreError(
            shown(url),
            f"needs a driver that is not installed ({error.name}).",
            "Run: pip install psycopg[binary]",
        ) from error


def shown(url: URL) -> str:
    """The URL for messages: a file as its name, a server without its password."""
    if url.get_backend_name() == "sqlite":
        return str(url.database)
    return url.render_as_string(hide_password=True)


@contextmanager
def explained(url: URL) -> Iterator[None]:
    """Turns the driver's errors that people can mend into StoreError; others pass."""
    try:
        yield
    except DBAPIError as error:
        found = _failure(error.orig) if url.get_backend_name() == "sqlite" else postgresql.failure(error.orig)
        if found is None:
            raise
        raise StoreError(shown(url), *found) from error
    except OSError as error:
        raise StoreError(shown(url), f"can't be made: {error.strerror}.", _ELSEWHERE) from error


def _failure(error: BaseException | None) -> tuple[str, str] | None:
    """What is wrong and the way out, for an error of SQLite that people can mend; None for others."""
    said = str(error).lower()
    return next(((what, way_out) for sign, what, way_out in _FAILURES if sign in said), None)


_ELSEWHERE = f"Choose another file by --db or {VARIABLE}."
_FAILURES = (
    ("locked", "has been locked by another program for too long.", "Let it end first."),
    ("not a database", "is no SQLite database.", _ELSEWHERE),
    ("malformed", "is damaged.", "Restore a copy of it, or load into a new file."),
    ("unable to open", "can't be opened.", f"See that its folder exists and may be written. {_ELSEWHERE}"),
    ("readonly", "may not be written.", f"Mend its permissions. {_ELSEWHERE}"),
    ("disk is full", "has no room left on its disk.", "Free some space."),
)
