"""Where something is from: outlet with its link, title, day, language, and what must be known of the text."""

from __future__ import annotations

from datetime import date
from typing import Protocol

from dashboard import reader, words
from dashboard.i18n import mark, tr
from dashboard.text import escape, link, plain


class Sourced(Protocol):
    """Anything that stands in an article."""

    @property
    def source(self) -> str: ...
    @property
    def url(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def published(self) -> date: ...
    @property
    def published_basis(self) -> str: ...
    @property
    def published_precision(self) -> str: ...
    @property
    def lang(self) -> str: ...
    @property
    def retold(self) -> bool: ...


RETOLD = mark("Retold: the sentence is ours, the fact and the address are the outlet's.")


def source_line(row: Sourced, with_title: bool = True) -> str:
    """The source as HTML, safe for `st.html`."""
    day = reader.day(row.published, row.published_precision)
    when = tr("loaded {day}, day of publication unknown", day=day) if row.published_basis == "loaded" else day
    parts = [link(row.url, plain(row.source) or tr("unknown outlet"))]
    if with_title and row.title:
        parts.append(f"“{escape(plain(row.title))}”")
    parts += [escape(when), escape(words.language(row.lang))]
    line = " · ".join(parts)
    if row.retold:
        line += f' <span class="sp-tag" title="{escape(tr(RETOLD))}">{escape(tr("retold"))}</span>'
    return f'<div class="sp-small sp-soft">{line}</div>'
