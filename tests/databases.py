"""Databases on the server of `STEPPE_TEST_DB`: each store that a test holds has one of its own."""

from __future__ import annotations

import os
from functools import cache
from itertools import count

from sqlalchemy import URL, Engine, create_engine, make_url, text
from sqlalchemy.pool import NullPool

from models.migrating import migrate
from models.store import Store
from models.tables import Base
from tests.postgres import VARIABLE

SERVER = os.environ.get(VARIABLE, "")
_numbers = count()
_free: list[str] = []


class LentStore(Store):
    """A store on a database that the next test may have once this one closes it."""

    def close(self) -> None:
        """Let go of all connections and of the database."""
        super().close()
        if self.url not in _free:
            _free.append(self.url)


def lent_store() -> Store:
    """A store without rows: emptied is quicker than made."""
    if not _free:
        return LentStore.open(_make(_template()))
    store = LentStore.open(_free.pop())
    with store.write() as connection:
        tables = ", ".join(f'"{name}"' for name in Base.metadata.tables)
        connection.execute(text(f"TRUNCATE {tables} RESTART IDENTITY CASCADE"))
    return store


def bare_database() -> str:
    """The URL of a new database without tables."""
    return _make("template0")


def _make(template: str) -> str:
    name = f"steppe_{os.getpid()}_{next(_numbers)}"
    with _server().connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name} TEMPLATE {template} STRATEGY file_copy"))
    return _url(name).render_as_string(hide_password=False)


@cache
def _template() -> str:
    """Migrating once is enough for all tests of a process."""
    name = f"steppe_{os.getpid()}_template"
    with _server().connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name} TEMPLATE template0"))
    migrate(_url(name))
    return name


@cache
def _server() -> Engine:
    return create_engine(SERVER, isolation_level="AUTOCOMMIT", poolclass=NullPool)


def _url(name: str) -> URL:
    return make_url(SERVER).set(database=name)
