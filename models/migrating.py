"""Bringing a database to the newest schema, by Alembic inside the package.

`python -m models.migrating "what changes"` writes a new revision from the difference between
`models/tables.py` and the newest revision; read it before you keep it.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import URL, Connection, inspect

from models.engines import explained, make_engine, shown
from models.errors import StoreError
from models.schema import SCRIPTS
from models.tables import Base


def _config(connection: Connection | None = None) -> Config:
    config = Config()
    config.set_main_option("script_location", str(SCRIPTS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config


def head() -> str:
    """The newest revision."""
    newest = ScriptDirectory.from_config(_config()).get_current_head()
    assert newest is not None
    return newest


def migrate(url: URL, to: str = "head") -> None:
    """Upgrade the database to a revision, in one transaction; one that has it already is only read."""
    reader = make_engine(url, reading=True)
    # Rebuilding a table drops it, and a drop with foreign keys on would take the rows that refer to it along.
    writer = make_engine(url, foreign_keys=False)
    try:
        with explained(url):
            with reader.connect() as connection:
                revision = _revision(connection, url)
            if revision == (head() if to == "head" else to):
                return
            with writer.begin() as connection:
                _revision(connection, url)  # another process may have been quicker
                command.upgrade(_config(connection), to)
    finally:
        reader.dispose()
        writer.dispose()


def _revision(connection: Connection, url: URL) -> str | None:
    """The revision of the database, or None when it is new; StoreError when it is not ours to touch."""
    revision = MigrationContext.configure(connection).get_current_revision()
    known = {script.revision for script in ScriptDirectory.from_config(_config()).walk_revisions()}
    if revision is not None and revision not in known:
        raise StoreError(
            shown(url),
            f"was written by a newer Steppe (schema {revision}).",
            "Update this program, or choose another file by --db.",
        )
    if revision is None and set(inspect(connection).get_table_names()) & set(Base.metadata.tables):
        raise StoreError(
            shown(url), "has tables of the same names that are not Steppe's.", "Choose another by --db."
        )
    return revision


def ours(_: Any, name: str | None, kind: str, reflected: bool, compare_to: Any) -> bool:
    """Whether Alembic compares an object: no model knows what search by words makes for itself."""
    for_search = "_fts" in (name or "") or (kind == "column" and name == "words")
    return not (reflected and compare_to is None and for_search)


def generate(message: str) -> Path:
    """Write a revision for what `models/tables.py` has and the newest revision has not."""
    with tempfile.TemporaryDirectory() as folder:
        url = URL.create("sqlite", database=str(Path(folder) / "newest.sqlite"))
        migrate(url)
        engine = make_engine(url)
        with engine.begin() as connection:
            number = f"{int(head()) + 1:04}"
            script = command.revision(_config(connection), message, autogenerate=True, rev_id=number)
        engine.dispose()
    assert script is not None
    assert not isinstance(script, list)
    return Path(script.path)


def run(connection: Connection) -> None:
    """What `migrations/env.py` does with the connection that it is given."""
    from alembic import context

    context.configure(
        connection=connection,
        target_metadata=Base.metadata,
        render_as_batch=True,
        include_object=ours,
        compare_type=True,
    )
    with context.begin_transaction():
        context.run_migrations()


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    sys.stdout.write(f"{generate(sys.argv[1])}\n")
