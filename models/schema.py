"""Whether a database has the newest schema, found out without Alembic: importing it takes longer than
everything else that a start does, and most starts find nothing to migrate.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from sqlalchemy import URL, inspect, text

from models.engines import explained, make_engine

SCRIPTS = Path(__file__).parent / "migrations"


@cache
def newest() -> str:
    """The newest revision: revisions are numbered, and their files bear the number first."""
    return max(path.name.partition("_")[0] for path in (SCRIPTS / "versions").glob("[0-9]*_*.py"))


def is_current(url: URL) -> bool:
    """Whether the database bears the newest revision. False for one that is new, older, newer or not ours."""
    engine = make_engine(url, reading=True)
    try:
        with explained(url), engine.connect() as connection:
            if not inspect(connection).has_table("alembic_version"):
                return False
            found: str | None = connection.scalar(text("SELECT version_num FROM alembic_version"))
            return found == newest()
    finally:
        engine.dispose()
