"""First tables: sources, loads, rejections, articles, events, mentions, comments, and their word indices."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

TEXT = sa.String().with_variant(sa.String(collation="C"), "postgresql")

TABLES = (
    "comment_event",
    "comment_country",
    "mention",
    "comment",
    "rejection",
    "event_alias",
    "article",
    "source",
    "load",
    "event",
)
SEARCHED = ("mention", "comment")


def word_index(table: str) -> list[str]:
    """An FTS5 index of the column `search`, kept in step by triggers. It stores no text of its own.

    A later revision that rebuilds the table in batch mode drops the triggers: it must make them again.
    """
    index = f"{table}_fts"
    drop_row = f"INSERT INTO {index}({index}, rowid, search) VALUES ('delete', old.id, old.search);"
    add_row = f"INSERT INTO {index}(rowid, search) VALUES (new.id, new.search);"
    return [
        f"CREATE VIRTUAL TABLE {index} USING fts5(search, content='{table}', content_rowid='id', "
        "tokenize='unicode61 remove_diacritics 0', prefix='3 5')",
        f"CREATE TRIGGER {index}_insert AFTER INSERT ON {table} BEGIN {add_row} END",
        f"CREATE TRIGGER {index}_delete AFTER DELETE ON {table} BEGIN {drop_row} END",
        f"CREATE TRIGGER {index}_update AFTER UPDATE OF search ON {table} BEGIN {drop_row} {add_row} END",
    ]


def upgrade() -> None:
    op.create_table(
        "event",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("event_id", TEXT, nullable=False),
        sa.Column("move_id", TEXT, nullable=False),
        sa.Column("signature", TEXT, nullable=False),
        sa.Column("actor", TEXT, nullable=False),
        sa.Column("action", TEXT, nullable=False),
        sa.Column("counterpart", TEXT, nullable=True),
        sa.Column("date", sa.Date(), nullable=False),
        sa.Column("month", sa.Integer(), nullable=False),
        sa.Column("date_precision", TEXT, nullable=False),
        sa.Column("date_basis", TEXT, nullable=False),
        sa.Column("planned_for", sa.Date(), nullable=True),
        sa.Column("place", TEXT, nullable=True),
        sa.Column("actor_name", TEXT, nullable=False),
        sa.Column("actor_role", TEXT, nullable=False),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.Column("outlets", sa.Integer(), nullable=False),
        sa.Column("best_mention_id", sa.Integer(), nullable=True),
        sa.Column("first_loaded_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_event")),
        sa.UniqueConstraint("event_id", name=op.f("uq_event_event_id")),
    )
    op.create_index(op.f("ix_event_action_date"), "event", ["action", "date"], unique=False)
    op.create_index(
        "ix_event_as_actor",
        "event",
        ["actor", "date", "action", "counterpart", "date_precision", "month"],
        unique=False,
    )
    op.create_index(op.f("ix_event_confidence_date"), "event", ["confidence", "date"], unique=False)
    op.create_index(
        "ix_event_as_counterpart",
        "event",
        ["counterpart", "date", "action", "actor", "date_precision", "month"],
        unique=False,
    )
    op.create_index(op.f("ix_event_date_id"), "event", ["date", "id"], unique=False)
    op.create_index(
        op.f("ix_event_month_actor_counterpart_action"),
        "event",
        ["month", "actor", "counterpart", "action"],
        unique=False,
    )
    op.create_index(op.f("ix_event_move_id"), "event", ["move_id"], unique=False)
    op.create_index(op.f("ix_event_outlets_date"), "event", ["outlets", "date"], unique=False)
    op.create_index(op.f("ix_event_signature_date"), "event", ["signature", "date"], unique=False)

    op.create_table(
        "load",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("finished_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("inputs", TEXT, nullable=False),
        sa.Column("version", TEXT, nullable=False),
        sa.Column("read", sa.Integer(), nullable=False),
        sa.Column("new", sa.Integer(), nullable=False),
        sa.Column("known", sa.Integer(), nullable=False),
        sa.Column("moves", sa.Integer(), nullable=False),
        sa.Column("comments", sa.Integer(), nullable=False),
        sa.Column("rejected", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_load")),
    )
    op.create_table(
        "source",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", TEXT, nullable=False),
        sa.Column("domain", TEXT, nullable=False),
        sa.Column("country", TEXT, nullable=False),
        sa.Column("language", TEXT, nullable=False),
        sa.Column("kind", TEXT, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_source")),
        sa.UniqueConstraint("name", name=op.f("uq_source_name")),
    )
    op.create_index(op.f("ix_source_domain"), "source", ["domain"], unique=False)

    op.create_table(
        "article",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("article_id", TEXT, nullable=False),
        sa.Column("fingerprint", TEXT, nullable=False),
        sa.Column("url", TEXT, nullable=False),
        sa.Column("title", TEXT, nullable=False),
        sa.Column("text", TEXT, nullable=False),
        sa.Column("lang", TEXT, nullable=False),
        sa.Column("source_id", sa.Integer(), nullable=False),
        sa.Column("published", sa.Date(), nullable=False),
        sa.Column("published_basis", TEXT, nullable=False),
        sa.Column("published_precision", TEXT, nullable=False),
        sa.Column("author", TEXT, nullable=False),
        sa.Column("retold", sa.Boolean(), nullable=False),
        sa.Column("load_id", sa.Integer(), nullable=True),
        sa.Column("loaded_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["load_id"], ["load.id"], name=op.f("fk_article_load_id_load")),
        sa.ForeignKeyConstraint(["source_id"], ["source.id"], name=op.f("fk_article_source_id_source")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_article")),
        sa.UniqueConstraint("article_id", name=op.f("uq_article_article_id")),
    )
    op.create_index(
        op.f("ix_article_fingerprint_source_id"), "article", ["fingerprint", "source_id"], unique=False
    )
    op.create_index(op.f("ix_article_lang_published"), "article", ["lang", "published"], unique=False)
    op.create_index(op.f("ix_article_load_id"), "article", ["load_id"], unique=False)
    op.create_index(op.f("ix_article_published"), "article", ["published"], unique=False)
    op.create_index(
        op.f("ix_article_source_id_published"), "article", ["source_id", "published"], unique=False
    )
    op.create_index(op.f("ix_article_url"), "article", ["url"], unique=False)

    op.create_table(
        "event_alias",
        sa.Column("alias", TEXT, nullable=False),
        sa.Column("event_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["event_id"], ["event.id"], name=op.f("fk_event_alias_event_id_event"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("alias", name=op.f("pk_event_alias")),
    )
    op.create_index(op.f("ix_event_alias_event_id"), "event_alias", ["event_id"], unique=False)

    op.create_table(
        "rejection",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("load_id", sa.Integer(), nullable=True),
        sa.Column("place", TEXT, nullable=False),
        sa.Column("source", TEXT, nullable=False),
        sa.Column("title", TEXT, nullable=False),
        sa.Column("reason", TEXT, nullable=False),
        sa.Column("detail", TEXT, nullable=False),
        sa.Column("rejected_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["load_id"], ["load.id"], name=op.f("fk_rejection_load_id_load")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rejection")),
    )
    op.create_index(op.f("ix_rejection_load_id"), "rejection", ["load_id"], unique=False)
    op.create_index(op.f("ix_rejection_place_reason"), "rejection", ["place", "reason"], unique=False)
    op.create_index(op.f("ix_rejection_reason"), "rejection", ["reason"], unique=False)

    op.create_table(
        "comment",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("comment_id", TEXT, nullable=False),
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.Column("source_id", sa.Integer(), nullable=False),
        sa.Column("lang", TEXT, nullable=False),
        sa.Column("published", sa.Date(), nullable=False),
        sa.Column("speaker", TEXT, nullable=False),
        sa.Column("role", TEXT, nullable=False),
        sa.Column("kind", TEXT, nullable=False),
        sa.Column("outlet", TEXT, nullable=False),
        sa.Column("mode", TEXT, nullable=False),
        sa.Column("text", TEXT, nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("search", TEXT, nullable=False),
        sa.ForeignKeyConstraint(
            ["article_id"], ["article.id"], name=op.f("fk_comment_article_id_article"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["source_id"], ["source.id"], name=op.f("fk_comment_source_id_source")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_comment")),
        sa.UniqueConstraint("comment_id", name=op.f("uq_comment_comment_id")),
    )
    op.create_index(op.f("ix_comment_article_id"), "comment", ["article_id"], unique=False)
    op.create_index(op.f("ix_comment_kind"), "comment", ["kind"], unique=False)
    op.create_index(op.f("ix_comment_lang_published"), "comment", ["lang", "published"], unique=False)
    op.create_index(op.f("ix_comment_outlet"), "comment", ["outlet"], unique=False)
    op.create_index(op.f("ix_comment_published_id"), "comment", ["published", "id"], unique=False)
    op.create_index(
        op.f("ix_comment_source_id_published"), "comment", ["source_id", "published"], unique=False
    )
    op.create_index(op.f("ix_comment_speaker_published"), "comment", ["speaker", "published"], unique=False)

    op.create_table(
        "mention",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("event_id", sa.Integer(), nullable=False),
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.Column("source_id", sa.Integer(), nullable=False),
        sa.Column("lang", TEXT, nullable=False),
        sa.Column("actor", TEXT, nullable=False),
        sa.Column("action", TEXT, nullable=False),
        sa.Column("counterpart", TEXT, nullable=True),
        sa.Column("date", sa.Date(), nullable=False),
        sa.Column("date_precision", TEXT, nullable=False),
        sa.Column("date_basis", TEXT, nullable=False),
        sa.Column("planned_for", sa.Date(), nullable=True),
        sa.Column("place", TEXT, nullable=True),
        sa.Column("actor_name", TEXT, nullable=False),
        sa.Column("actor_role", TEXT, nullable=False),
        sa.Column("evidence", TEXT, nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("rule", TEXT, nullable=False),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.Column("search", TEXT, nullable=False),
        sa.ForeignKeyConstraint(
            ["article_id"], ["article.id"], name=op.f("fk_mention_article_id_article"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["event_id"], ["event.id"], name=op.f("fk_mention_event_id_event"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["source_id"], ["source.id"], name=op.f("fk_mention_source_id_source")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mention")),
        sa.UniqueConstraint(
            "article_id",
            "actor",
            "action",
            "counterpart",
            "date",
            "date_precision",
            "start",
            name=op.f("uq_mention_article_id_actor_action_counterpart_date_date_precision_start"),
        ),
    )
    op.create_index(op.f("ix_mention_event_id"), "mention", ["event_id"], unique=False)
    op.create_index(op.f("ix_mention_lang_event_id"), "mention", ["lang", "event_id"], unique=False)
    op.create_index(op.f("ix_mention_source_id_event_id"), "mention", ["source_id", "event_id"], unique=False)

    op.create_table(
        "comment_country",
        sa.Column("comment_id", sa.Integer(), nullable=False),
        sa.Column("country", TEXT, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["comment_id"],
            ["comment.id"],
            name=op.f("fk_comment_country_comment_id_comment"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("comment_id", "country", name=op.f("pk_comment_country")),
    )
    op.create_index(
        op.f("ix_comment_country_country_comment_id"),
        "comment_country",
        ["country", "comment_id"],
        unique=False,
    )

    op.create_table(
        "comment_event",
        sa.Column("comment_id", sa.Integer(), nullable=False),
        sa.Column("mention_id", sa.Integer(), nullable=False),
        sa.Column("event_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["comment_id"],
            ["comment.id"],
            name=op.f("fk_comment_event_comment_id_comment"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["event_id"], ["event.id"], name=op.f("fk_comment_event_event_id_event"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["mention_id"],
            ["mention.id"],
            name=op.f("fk_comment_event_mention_id_mention"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("comment_id", "mention_id", name=op.f("pk_comment_event")),
    )
    op.create_index(op.f("ix_comment_event_event_id"), "comment_event", ["event_id"], unique=False)
    op.create_index(op.f("ix_comment_event_mention_id"), "comment_event", ["mention_id"], unique=False)
    if op.get_bind().dialect.name == "sqlite":
        for table in SEARCHED:
            for statement in word_index(table):
                op.execute(statement)


def downgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        for table in SEARCHED:
            op.execute(f"DROP TABLE {table}_fts")
    for table in TABLES:
        op.drop_table(table)
