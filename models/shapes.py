"""What the store takes: the shapes of an article and of its coding, whoever made them.

`loaders.article.Article` and `loaders.coding.drafts` fit them; models may not import loaders.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from models.grounds import Grounds, LeftOut


class ArticleLike(Protocol):
    """An article as read. `published` None means that nobody knows the day."""

    @property
    def text(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def source(self) -> str: ...
    @property
    def url(self) -> str: ...
    @property
    def published(self) -> dt.date | None: ...
    @property
    def published_basis(self) -> str: ...
    @property
    def published_precision(self) -> str: ...
    @property
    def lang(self) -> str | None: ...
    @property
    def author(self) -> str: ...
    @property
    def retold(self) -> bool: ...


class MoveLike(Protocol):
    """One coded row: who did what to whom, when; `start` and `end` count characters of the text."""

    @property
    def actor(self) -> str: ...
    @property
    def action(self) -> str: ...
    @property
    def counterpart(self) -> str | None: ...
    @property
    def date(self) -> dt.date: ...
    @property
    def date_precision(self) -> str: ...
    @property
    def date_basis(self) -> str: ...
    @property
    def planned_for(self) -> dt.date | None: ...
    @property
    def place(self) -> str | None: ...
    @property
    def actor_name(self) -> str: ...
    @property
    def actor_role(self) -> str: ...
    @property
    def evidence(self) -> str: ...
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def confidence(self) -> float: ...
    @property
    def rule(self) -> str: ...
    @property
    def group(self) -> int: ...
    @property
    def grounds(self) -> Grounds: ...


class CommentLike(Protocol):
    """One comment; `moves` are indices into the moves of the same coded article."""

    @property
    def speaker(self) -> str: ...
    @property
    def role(self) -> str: ...
    @property
    def kind(self) -> str: ...
    @property
    def outlet(self) -> str: ...
    @property
    def mode(self) -> str: ...
    @property
    def text(self) -> str: ...
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def countries(self) -> Sequence[str]: ...
    @property
    def moves(self) -> Sequence[int]: ...


class CodedLike(Protocol):
    """All that was found in one article."""

    @property
    def lang(self) -> str: ...
    @property
    def moves(self) -> Sequence[MoveLike]: ...
    @property
    def comments(self) -> Sequence[CommentLike]: ...
    @property
    def left_out(self) -> Sequence[LeftOut]: ...


@dataclass(frozen=True, slots=True)
class Outlet:
    """What is known of an outlet beyond its name: `kind` is the word of its file in loaders/sources."""

    name: str
    domain: str = ""
    country: str = ""
    language: str = ""
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Saved:
    """What one save did: rows written. `new` is False for an article that was known: nothing was written."""

    article_id: str
    new: bool
    moves: int = 0
    comments: int = 0


@dataclass(frozen=True, slots=True)
class Figures:
    """The report of one load. Articles are counted, but `moves` and `comments` are rows written."""

    read: int = 0
    new: int = 0
    known: int = 0
    moves: int = 0
    comments: int = 0
    rejected: int = 0
