"""Feeds: RSS, Atom and JSON Feed. An entry is an article: its full content, or failing that its summary."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from time import struct_time
from typing import Any

from loaders.article import Article, Problem
from loaders.inputs import Input
from loaders.markup import plain, root_element
from loaders.normalise import canonical_url, clean_line
from loaders.published import parse_published

SUFFIXES = (".xml", ".rss", ".atom", ".rdf")
MEDIA_TYPES = ("application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml")
# The category or tag of an entry that retells its source in other words (sample_data/README.md).
_RETOLD = "retold"


def sniff(head: str) -> bool:
    """The root element of RSS 0.9 to 2.0 or Atom, or the version address of JSON Feed."""
    return root_element(head[:5000]) in {"rss", "feed", "rdf:rdf"} or (
        head.startswith("{") and "jsonfeed.org/version" in head[:4000]
    )


def read(source: Input) -> Iterator[Article | Problem]:
    """Every entry's article, in the order of the feed."""
    data = source.document()
    if data is None:
        yield Problem(source.name, "the feed is larger than 20 MB.")
    elif data.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"{"):
        yield from _json_feed(data, source)
    else:
        yield from _xml_feed(data, source)


def _xml_feed(data: bytes, source: Input) -> Iterator[Article | Problem]:
    import feedparser

    headers = {"content-type": f"application/xml; charset={source.charset}"} if source.charset else {}
    feed = feedparser.parse(data, response_headers=headers)
    if not feed.entries:
        if feed.bozo or not feed.version:
            cause = clean_line(str(feed.get("bozo_exception", "no feed in it")))[:100]
            yield Problem(
                source.name, "this feed can't be read.", "Open it in a browser to see what it is.", cause
            )
        return
    outlet = clean_line(plain(feed.feed.get("title", "")))
    for number, entry in enumerate(feed.entries, start=1):
        where = f"{source.name}#{number}"
        text = max((plain(part) for part in _contents(entry)), key=len, default="")
        title = clean_line(plain(entry.get("title", "")))
        named = clean_line(plain((entry.get("source") or {}).get("title", "")))
        written = (entry.get("link", ""), _entry_day(entry), entry.get("author", ""), entry.get("id", ""))
        retold = any(tag.get("term") == _RETOLD for tag in entry.get("tags", ()))
        yield _article(where, text, title, named or outlet, *written, retold)


def _contents(entry: Any) -> Iterator[str]:
    for content in entry.get("content", ()):
        yield content.get("value", "")
    for name in ("summary", "yandex_full-text"):
        yield entry.get(name, "") or ""


def _entry_day(entry: Any) -> tuple[date, Any] | None:
    """The day as written, in the outlet's time zone; only failing that the parsed one, which is in UTC."""
    for name in ("published", "issued", "created", "updated"):
        if day := parse_published(entry.get(name)):
            return day
    for name in ("published_parsed", "updated_parsed"):
        parsed = entry.get(name)
        if isinstance(parsed, struct_time):
            return date(parsed.tm_year, parsed.tm_mon, parsed.tm_mday), "day"
    return None


def _json_feed(data: bytes, source: Input) -> Iterator[Article | Problem]:
    try:
        feed = json.loads(data.decode("utf-8-sig"))
        items = feed["items"]
        entries = [dict(item) for item in items]
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        yield Problem(
            source.name, "this JSON Feed can't be read.", "It needs a list of items.", str(error)[:80]
        )
        return
    outlet = clean_line(str(feed.get("title") or ""))
    for number, item in enumerate(entries, start=1):
        text = plain(str(item.get("content_html") or item.get("content_text") or item.get("summary") or ""))
        authors = item.get("authors") or [item.get("author")]
        named = (
            [a.get("name") or "" for a in authors if isinstance(a, dict)] if isinstance(authors, list) else []
        )
        url = str(item.get("url") or item.get("external_url") or "")
        day = parse_published(item.get("date_published")) or parse_published(item.get("date_modified"))
        title = clean_line(plain(str(item.get("title") or "")))
        where = f"{source.name}#{number}"
        tags = item.get("tags")
        retold = isinstance(tags, list) and _RETOLD in tags
        yield _article(
            where, text, title, outlet, url, day, ", ".join(named), str(item.get("id") or ""), retold
        )


def _article(
    where: str,
    text: str,
    title: str,
    outlet: str,
    url: str,
    day: tuple[date, Any] | None,
    author: str,
    id_: str,
    retold: bool,
) -> Article | Problem:
    if not text:
        return Problem(where, "the entry holds no text.", "Load its page instead." if url else "", title[:60])
    return Article(
        text=text,
        title=title,
        source=outlet,
        url=canonical_url(url),
        published=day[0] if day else None,
        published_basis="feed",
        published_precision=day[1] if day else "day",
        author=clean_line(author),
        id=clean_line(id_),
        retold=retold,
        origin=where,
    )
