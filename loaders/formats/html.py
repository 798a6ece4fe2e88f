"""A saved or fetched web page: the article in it, with its metadata (JSON-LD, Open Graph, the page)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from loaders.article import Article, Problem
from loaders.inputs import Input
from loaders.markup import root_element
from loaders.normalise import canonical_url, clean_line, clean_text, comparable
from loaders.published import parse_published

SUFFIXES = (".html", ".htm", ".xhtml")
MEDIA_TYPES = ("text/html", "application/xhtml+xml")
# Dates that outlets mark up, before any that a guess from the visible text can give.
_MARKED_DATES = (
    re.compile(r'(?is)"datePublished"\s*:\s*"([^"]{6,40})"'),
    re.compile(
        r"(?is)<meta\b[^>]{0,200}?(?:article:published_time|datePublished|pubdate|publish-date|DC\.date)"
        r"[^>]{0,100}?content\s*=\s*[\"']([^\"']{6,40})"
    ),
    re.compile(r"(?is)<time\b[^>]{0,200}?datetime\s*=\s*[\"']([^\"']{6,40})"),
)
# How a page says that it retells its source in other words (sample_data/README.md); no outlet uses the name.
_RETOLD = re.compile(r"(?i)<meta\s+name=[\"']steppe:retold[\"']\s+content=[\"']yes[\"']")


def sniff(head: str) -> bool:
    """A document type or one of the elements that a page begins with."""
    return root_element(head[:5000]) in {"html", "head", "body", "article", "main"}


def read(source: Input) -> Iterator[Article | Problem]:
    """The page's one article. `<html lang>` is left aside on purpose: templates often carry a wrong one."""
    page = source.text()
    if page is None:
        yield Problem(source.name, "the page is larger than an article can be.")
        return
    found = _extract(page, source.url)
    text = clean_text(found.text or "") if found is not None else ""
    if found is None or not text:
        yield Problem(
            source.name, "no article was found in this page.", "Save its text and load that instead."
        )
        return
    title = clean_line(found.title or "")
    published = _published(page, found.date)
    yield Article(
        text=_without_heading(text, title),
        title=title,
        source=clean_line(found.sitename or ""),
        url=canonical_url(found.url or "") or canonical_url(source.url),
        published=published[0] if published else None,
        published_basis="page",
        published_precision=published[1] if published else "day",
        author=clean_line(found.author or ""),
        retold=bool(_RETOLD.search(page)),
        origin=source.name,
    )


def _without_heading(text: str, title: str) -> str:
    """The text without the heading on its first line, which is kept as the title."""
    first, _, rest = text.partition("\n")
    return rest.lstrip("\n") if rest and comparable(first) == comparable(title) else text


def _extract(page: str, url: str) -> Any:
    import trafilatura

    return trafilatura.bare_extraction(
        page,
        url=url or None,
        include_comments=False,
        include_tables=False,
        with_metadata=True,
        date_extraction_params={"original_date": True, "extensive_search": True},
    )


def _published(page: str, guessed: str | None) -> Any:
    for pattern in _MARKED_DATES:
        for match in pattern.finditer(page):
            if day := parse_published(match[1]):
                return day
    # The guess falls back to 1 January when it finds a year only: that is no day of publication.
    return parse_published(guessed) if guessed and not guessed.endswith("-01-01") else None
