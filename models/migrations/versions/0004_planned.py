"""An index of the moves that lie ahead: they are few, and charts draw them apart"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

PLANNED = sa.text("planned_for IS NOT NULL")


def upgrade() -> None:
    op.create_index(
        "ix_event_planned_for", "event", ["planned_for"], sqlite_where=PLANNED, postgresql_where=PLANNED
    )


def downgrade() -> None:
    op.drop_index("ix_event_planned_for", "event")
