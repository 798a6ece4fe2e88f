"""The bridge's part about articles and the people who speak in them; see `dashboard.data`."""

from __future__ import annotations

from dashboard.data import ask
from models.queries import article as _article
from models.queries import speakers as _speakers
from models.queries.article import ArticleRow, Reading
from models.queries.filters import EventFilter
from models.queries.speakers import Heard, OutletRow, SpeakerRow

__all__ = ["ArticleRow", "Heard", "OutletRow", "Reading", "SpeakerRow", "article", "articles", "heard"]


def article(article_id: str) -> Reading | None:
    """An article with all that stands in it."""
    return ask(_article.reading, article_id)


def articles(f: EventFilter, limit: int = 30) -> tuple[ArticleRow, ...]:
    """The newest articles with moves that pass."""
    return ask(_article.listed, f, limit=limit)


def speakers(f: EventFilter, limit: int = 30, **only: str | None) -> tuple[SpeakerRow, ...]:
    """Who spoke most often; `only` narrows by speaker, kind, outlet or event_id."""
    return ask(_speakers.speakers, f, limit=limit, **only)


def outlets(f: EventFilter, limit: int = 30, **only: str | None) -> tuple[OutletRow, ...]:
    """Where people spoke; `only` as above."""
    return ask(_speakers.outlets, f, limit=limit, **only)


def heard(f: EventFilter, **only: str | None) -> Heard:
    """What the comments that pass are made of; `only` as above."""
    return ask(_speakers.heard, f, **only)
