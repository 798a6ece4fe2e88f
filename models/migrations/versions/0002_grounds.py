"""Why a row stands: the words that it was read from, and what its article was not believed on"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

TEXT = sa.String().with_variant(sa.String(collation="C"), "postgresql")

ADDED = (("article", "left_out"), ("mention", "grounds"))


def upgrade() -> None:
    for table, column in ADDED:
        op.add_column(table, sa.Column(column, TEXT, server_default="", nullable=False))


def downgrade() -> None:
    for table, column in ADDED:
        op.drop_column(table, column)
