"""The tables: what one row of each is, and nothing else.

`Base` has a registry of its own, so that Streamlit may import this module again without
"Table already defined". Every constraint has a name (Alembic on SQLite can alter only what it can name).
Integer keys stay inside the store; people, links and extracts use the public text ids
(`article_id`, `event_id`, `comment_id`), which are derived from the content and so survive a reload.

A later review of an event hangs on `event.id`: events are merged and re-dated in place, rarely removed.
"""

from __future__ import annotations

import datetime as dt
from typing import ClassVar

from sqlalchemy import Index, MetaData, String, Table, UniqueConstraint, text
from sqlalchemy.orm import registry
from sqlmodel import Field, SQLModel

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class Base(SQLModel, registry=registry(metadata=MetaData(naming_convention=NAMING))):
    """Common ground of all tables."""


class Source(Base, table=True):
    """An outlet, as known from `loaders/sources` or registered when first met."""

    __tablename__: ClassVar[str] = "source"
    id: int | None = Field(default=None, primary_key=True)
    name: str = Field(unique=True)
    domain: str = Field(default="", index=True)
    country: str = ""
    language: str = ""
    kind: str = ""


class Load(Base, table=True):
    """One run of `load` and its report. Figures count articles, but `moves` and `comments` count rows."""

    __tablename__: ClassVar[str] = "load"
    id: int | None = Field(default=None, primary_key=True)
    started_at: dt.datetime
    finished_at: dt.datetime | None = None
    inputs: str = ""
    version: str = ""
    read: int = 0
    new: int = 0
    known: int = 0
    moves: int = 0
    comments: int = 0
    rejected: int = 0


class Rejection(Base, table=True):
    """An input that was refused: where it was, and why. `load_id` is the last load that refused it."""

    __tablename__: ClassVar[str] = "rejection"
    __table_args__ = (Index(None, "place", "reason"),)
    id: int | None = Field(default=None, primary_key=True)
    load_id: int | None = Field(default=None, foreign_key="load.id", index=True)
    place: str
    source: str = ""
    title: str = ""
    reason: str = Field(index=True)
    detail: str = ""
    rejected_at: dt.datetime


class Article(Base, table=True):
    """One article as read. Offsets of mentions and comments count characters of `text`.

    `published_basis` is 'given', 'page', 'feed' or 'option'; 'loaded' marks the day of loading standing in
    for a date that nobody knows. `published_precision` is 'day', 'month' or 'year'.
    `retold`: the sentence is ours, the fact and the address are the outlet's.
    `fingerprint` is the same for the same words, whatever the spacing and case.
    `left_out`: what the coder saw and did not believe (`models.grounds`), as JSON.
    `search` is the key (`models.searching.search_key`) of title and author.
    """

    __tablename__: ClassVar[str] = "article"
    __table_args__ = (
        Index(None, "source_id", "published"),
        Index(None, "lang", "published"),
        Index(None, "fingerprint", "source_id"),
    )
    id: int | None = Field(default=None, primary_key=True)
    article_id: str = Field(unique=True)
    fingerprint: str
    url: str = Field(default="", index=True)
    title: str = ""
    text: str
    lang: str = ""
    source_id: int = Field(foreign_key="source.id")
    published: dt.date = Field(index=True)
    published_basis: str = "given"
    published_precision: str = "day"
    author: str = ""
    retold: bool = False
    left_out: str = Field(default="", sa_column_kwargs={"server_default": ""})
    search: str = Field(default="", sa_column_kwargs={"server_default": ""})
    load_id: int | None = Field(default=None, foreign_key="load.id", index=True)
    loaded_at: dt.datetime


PLANNED = text("planned_for IS NOT NULL")  # few moves lie ahead: their index holds no others


class Event(Base, table=True):
    """A move between one actor and one counterpart (or none), put together from all its mentions.

    `signature` is the language-free identity without the date, `month` is year * 100 + month. Actor names,
    place, basis and so on are those of the best mention (see `models.identity.rank`).
    """

    __tablename__: ClassVar[str] = "event"
    __table_args__ = (
        Index(None, "date", "id"),
        # These two cover what charts group by, so that they read the index alone.
        Index("ix_event_as_actor", "actor", "date", "action", "counterpart", "date_precision", "month"),
        Index("ix_event_as_counterpart", "counterpart", "date", "action", "actor", "date_precision", "month"),
        Index(None, "action", "date"),
        Index(None, "month", "actor", "counterpart", "action"),
        Index(None, "confidence", "date"),
        Index(None, "outlets", "date"),
        Index(None, "signature", "date"),
        Index(None, "planned_for", sqlite_where=PLANNED, postgresql_where=PLANNED),
    )
    id: int | None = Field(default=None, primary_key=True)
    event_id: str = Field(unique=True)
    move_id: str = Field(index=True)
    signature: str
    actor: str
    action: str
    counterpart: str | None = None
    date: dt.date
    month: int
    date_precision: str
    date_basis: str
    planned_for: dt.date | None = None
    place: str | None = None
    actor_name: str = ""
    actor_role: str = ""
    confidence: float
    outlets: int = 1
    best_mention_id: int | None = Field(default=None)
    first_loaded_at: dt.datetime


class EventAlias(Base, table=True):
    """A public id that an event bore before it was merged or dated better: a cited id always opens."""

    __tablename__: ClassVar[str] = "event_alias"
    alias: str = Field(primary_key=True)
    event_id: int = Field(foreign_key="event.id", index=True, ondelete="CASCADE")


class Mention(Base, table=True):
    """One sentence of one article that asserts an event: what this report alone says of it.

    `source_id` and `lang` repeat the article's, so that filters need no join. `search` is the key
    (`models.searching.search_key`) of sentence, title, names and place. `grounds`: the words that the row
    was read from and the terms of its confidence (`models.grounds`), as JSON.
    """

    __tablename__: ClassVar[str] = "mention"
    __table_args__ = (
        UniqueConstraint("article_id", "actor", "action", "counterpart", "date", "date_precision", "start"),
        Index(None, "source_id", "event_id"),
        Index(None, "lang", "event_id"),
    )
    id: int | None = Field(default=None, primary_key=True)
    event_id: int = Field(foreign_key="event.id", index=True, ondelete="CASCADE")
    article_id: int = Field(foreign_key="article.id", ondelete="CASCADE")
    source_id: int = Field(foreign_key="source.id")
    lang: str = ""
    actor: str
    action: str
    counterpart: str | None = None
    date: dt.date
    date_precision: str
    date_basis: str
    planned_for: dt.date | None = None
    place: str | None = None
    actor_name: str = ""
    actor_role: str = ""
    evidence: str
    start: int
    end: int
    rule: str = ""
    grounds: str = Field(default="", sa_column_kwargs={"server_default": ""})
    confidence: float
    search: str


class Comment(Base, table=True):
    """What a named person says of a move or of a country's foreign policy, in the words of the article."""

    __tablename__: ClassVar[str] = "comment"
    __table_args__ = (
        Index(None, "speaker", "published"),
        Index(None, "source_id", "published"),
        Index(None, "lang", "published"),
        Index(None, "published", "id"),
    )
    id: int | None = Field(default=None, primary_key=True)
    comment_id: str = Field(unique=True)
    article_id: int = Field(foreign_key="article.id", index=True, ondelete="CASCADE")
    source_id: int = Field(foreign_key="source.id")
    lang: str = ""
    published: dt.date
    speaker: str
    role: str = ""
    kind: str = Field(index=True)
    outlet: str = Field(default="", index=True)
    mode: str
    text: str
    start: int
    end: int
    search: str


class CommentEvent(Base, table=True):
    """Which events a comment is about, by way of the mentions in its own article."""

    __tablename__: ClassVar[str] = "comment_event"
    comment_id: int = Field(foreign_key="comment.id", primary_key=True, ondelete="CASCADE")
    mention_id: int = Field(foreign_key="mention.id", primary_key=True, index=True, ondelete="CASCADE")
    event_id: int = Field(foreign_key="event.id", index=True, ondelete="CASCADE")


class CommentCountry(Base, table=True):
    """Which countries and organisations a comment names, in the order of the text."""

    __tablename__: ClassVar[str] = "comment_country"
    __table_args__ = (Index(None, "country", "comment_id"),)
    comment_id: int = Field(foreign_key="comment.id", primary_key=True, ondelete="CASCADE")
    country: str = Field(primary_key=True)
    position: int = 0


# Texts are compared and sorted by their letters' numbers, as SQLite does, whatever the language of a server.
TEXT = String().with_variant(String(collation="C"), "postgresql")


def core(model: type[Base]) -> Table:
    """The Core table of a model: queries are written on columns, not on objects."""
    table: Table = model.__table__  # type: ignore[attr-defined]
    for column in table.columns:
        if isinstance(column.type, String):
            column.type = TEXT
    return table


SOURCE, LOAD, REJECTION, ARTICLE = core(Source), core(Load), core(Rejection), core(Article)
EVENT, EVENT_ALIAS, MENTION = core(Event), core(EventAlias), core(Mention)
COMMENT, COMMENT_EVENT, COMMENT_COUNTRY = core(Comment), core(CommentEvent), core(CommentCountry)
