"""PostgreSQL as a home of the store: how its connections are set up, and what its failures mean for people.

The driver is an extra (`postgres`), so it is imported only where a PostgreSQL address is opened.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import URL, Connection, Engine, Table, create_engine, event

READERS = 45  # a server takes 100 connections unless it is told otherwise: room for two processes
WRITE_LOCK = 0x5753_7465_7070_65  # any number that no other program is likely to lock

_ASK = "Ask whoever runs the server."
_AGAIN = "See that the server runs and that host and port are right."
_MEND = "Mend them in the URL."
# By SQLSTATE, which is the same in whatever language the server speaks: what is wrong, the way out.
_BY_STATE = {
    "55P03": ("has been locked by another program for too long.", "Let it end first."),
    "25006": ("may not be written.", "Give a server that is no read-only copy."),
    "42501": ("does not let this user do that.", _ASK),
    "53100": ("has no room left on its disk.", "Free some space."),
    "53300": ("has no connection left for us.", "Close other programs, or raise max_connections."),
    "57P01": ("was shut down.", "Try again once it runs."),
    "57P02": ("was shut down.", "Try again once it runs."),
    "57P03": ("is starting or shutting down.", "Try again in a moment."),
}
# A connection that was never made bears no SQLSTATE, only words.
_BY_WORDS = (
    (r'database ".*" does not exist', "is not there.", "Make it by createdb, or mend the name in the URL."),
    (r'role ".*" does not exist', "refuses the user or the password.", _MEND),
    (r"authentication failed|no password supplied", "refuses the user or the password.", _MEND),
    (r"too many clients|remaining connection slots", *_BY_STATE["53300"]),
    (r"connection refused|name or service not known|could not translate host", "does not answer.", _AGAIN),
    (r"server closed the connection|connection is lost|connection failed", "does not answer.", _AGAIN),
    (r"no such file or directory|timeout expired", "does not answer.", _AGAIN),
)


def make_engine(url: URL, *, reading: bool, busy_seconds: float) -> Engine:
    """An engine whose connections tell times in UTC.

    `reading` connections can't write, and all that one of them asks in a transaction is answered from one
    state of the data. Others take one lock when they begin and so write one after another, as on SQLite:
    which event a report belongs to can only be told when nobody else adds one meanwhile.
    """
    pool = {"pool_size": 10, "max_overflow": READERS - 10} if reading else {}
    engine = create_engine(url, pool_pre_ping=True, **pool)

    @event.listens_for(engine, "connect")
    def _set_up(connection: Any, _: Any) -> None:
        from psycopg import IsolationLevel

        connection.execute("SET TIME ZONE 'UTC'")
        connection.execute(f"SET lock_timeout = {round(busy_seconds * 1000)}")
        connection.commit()
        if reading:
            connection.isolation_level = IsolationLevel.REPEATABLE_READ
            connection.read_only = True

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        if not reading:
            connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({WRITE_LOCK})")

    return engine


def copy(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Write rows by COPY. All have the columns of the first one; other columns get their defaults."""
    names = [column.name for column in table.columns if column.name in rows[0]]
    others = [column for column in table.columns if column.name not in rows[0] and column.default]
    values = [getattr(column.default, "arg", None) for column in others]
    listed = ", ".join(f'"{name}"' for name in (*names, *(column.name for column in others)))
    cursor: Any = connection.connection.cursor()
    with cursor, cursor.copy(f'COPY "{table.name}" ({listed}) FROM STDIN') as lines:
        for row in rows:
            lines.write_row([*(row[name] for name in names), *values])


def failure(error: BaseException | None) -> tuple[str, str] | None:
    """What is wrong and the way out, for an error of the driver that people can mend; None for others."""
    known = _BY_STATE.get(getattr(error, "sqlstate", None) or "")
    if known:
        return known
    said = str(error).lower()
    return next(
        ((what, way_out) for sign, what, way_out in _BY_WORDS if re.search(sign, said)),
        None,
    )
