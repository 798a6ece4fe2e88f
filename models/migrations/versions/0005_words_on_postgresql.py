"""PostgreSQL finds words by an index, like SQLite, and by their stems in Russian and English as well"""

from __future__ import annotations

from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

# The column whose words are stemmed; `search` of the same row is taken as it stands.
STEMMED = {"mention": "evidence", "comment": "text", "article": "title"}
# What the server's parser would read as parts of numbers, addresses or tags parts words here, as in SQLite.
MARKS = r"""!"#$%&'()*+,-./:;<=>?@[\]^_`{|}~«»„“”‘’–—…№•·"""


def upgrade() -> None:
    if op.get_bind().dialect.name != "postgresql":
        return
    marks = MARKS.replace("'", "''").replace(":", r"\:")
    op.execute(
        "CREATE FUNCTION steppe_words(search text, said text) RETURNS tsvector "
        "LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ "
        f"SELECT to_tsvector('pg_catalog.simple', translate(search, '{marks}', '{' ' * len(MARKS)}')) "
        "|| to_tsvector('pg_catalog.russian', said) $$"  # it stems Latin letters as English
    )
    for table, column in STEMMED.items():
        # Kept, not only indexed: a phrase is checked in each row that has its words.
        made = f'GENERATED ALWAYS AS (steppe_words(search, "{column}")) STORED'
        op.execute(f'ALTER TABLE "{table}" ADD COLUMN words tsvector {made}')
        op.execute(f'CREATE INDEX {table}_fts ON "{table}" USING gin (words)')


def downgrade() -> None:
    if op.get_bind().dialect.name != "postgresql":
        return
    for table in STEMMED:
        op.execute(f'ALTER TABLE "{table}" DROP COLUMN words')
    op.execute("DROP FUNCTION steppe_words(text, text)")
