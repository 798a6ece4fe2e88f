"""One search key for all spellings of a name, and titles of articles that can be searched"""

from __future__ import annotations

from collections.abc import Callable

import sqlalchemy as sa
from alembic import op

from models.searching import fold, search_key

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

TEXT = sa.String().with_variant(sa.String(collation="C"), "postgresql")

# What the column `search` of each table is made of.
OF_ROW = {
    "article": "SELECT id, title, author FROM article",
    "mention": "SELECT m.id, m.evidence, a.title, m.actor_name, m.actor_role, m.place "
    "FROM mention m JOIN article a ON a.id = m.article_id",
    "comment": "SELECT c.id, c.text, c.speaker, c.role, c.outlet, a.title "
    "FROM comment c JOIN article a ON a.id = c.article_id",
}
BATCH = 2000


def upgrade() -> None:
    op.add_column("article", sa.Column("search", TEXT, server_default="", nullable=False))
    for table in OF_ROW:
        _write(table, search_key)


def downgrade() -> None:
    for table in ("mention", "comment"):
        _write(table, fold)
    if op.get_bind().dialect.name == "sqlite":
        _drop_index("article")
    op.drop_column("article", "search")


def _write(table: str, form: Callable[..., str]) -> None:
    """Write the column anew. An index by words is made anew as a whole: that is quicker than row by row."""
    connection = op.get_bind()
    if connection.dialect.name == "sqlite":
        _drop_index(table)
    wanted = sa.text(f"UPDATE {table} SET search = :search WHERE id = :id")
    last = 0
    while True:
        some = sa.text(f"SELECT * FROM ({OF_ROW[table]}) AS r WHERE id > :last ORDER BY id LIMIT {BATCH}")
        rows = connection.execute(some, {"last": last}).all()
        if not rows:
            break
        connection.execute(wanted, [{"id": row[0], "search": form(*row[1:])} for row in rows])
        last = rows[-1][0]
    if connection.dialect.name == "sqlite":
        _make_index(table)


def _drop_index(table: str) -> None:
    for when in ("insert", "delete", "update"):
        op.execute(f"DROP TRIGGER IF EXISTS {table}_fts_{when}")
    op.execute(f"DROP TABLE IF EXISTS {table}_fts")


def _make_index(table: str) -> None:
    """The index of revision 0001, filled. A later revision that rebuilds the table must make it again."""
    index = f"{table}_fts"
    drop_row = f"INSERT INTO {index}({index}, rowid, search) VALUES ('delete', old.id, old.search);"
    add_row = f"INSERT INTO {index}(rowid, search) VALUES (new.id, new.search);"
    for statement in (
        f"CREATE VIRTUAL TABLE {index} USING fts5(search, content='{table}', content_rowid='id', "
        "tokenize='unicode61 remove_diacritics 0', prefix='3 5')",
        f"INSERT INTO {index}({index}) VALUES ('rebuild')",
        f"CREATE TRIGGER {index}_insert AFTER INSERT ON {table} BEGIN {add_row} END",
        f"CREATE TRIGGER {index}_delete AFTER DELETE ON {table} BEGIN {drop_row} END",
        f"CREATE TRIGGER {index}_update AFTER UPDATE OF search ON {table} BEGIN {drop_row} {add_row} END",
    ):
        op.execute(statement)
