"""A record with named fields (a JSON object, a row of a table) to an article. Pure."""

from __future__ import annotations

from collections.abc import Mapping

from loaders.article import Article, Problem
from loaders.normalise import canonical_url, clean_line, clean_text
from loaders.published import parse_published

# Field of an article -> its names in inputs, as compared by `_key`. The first that is filled wins.
ALIASES: dict[str, tuple[str, ...]] = {
    "id": ("id", "docid", "articleid", "guid", "uid", "номер", "ид"),
    "title": ("title", "headline", "heading", "заголовок", "название", "тема"),
    "text": (
        *("text", "body", "content", "fulltext", "articlebody", "maintext", "articletext", "contenttext"),
        *("текст", "содержание", "статья", "текстстатьи"),
    ),
    "source": (
        *("source", "outlet", "publisher", "publication", "media", "sitename", "sourcename", "newspaper"),
        *("источник", "издание", "сми"),
    ),
    "url": ("url", "link", "href", "address", "sourceurl", "canonicalurl", "ссылка", "адрес"),
    "published": (
        *("published", "publishedat", "date", "datepublished", "pubdate", "publishdate", "publicationdate"),
        *("publisheddate", "datetime", "дата", "датапубликации", "опубликовано"),
    ),
    "lang": ("lang", "language", "язык"),
    "author": ("author", "authors", "byline", "creator", "автор"),
    "retold": ("retold", "paraphrased", "пересказ"),
}
_TRUE = frozenset({"true", "yes", "1", "да", "y", "on"})
_FALSE = frozenset({"", "false", "no", "0", "нет", "n", "off", "none", "null"})


def _key(name: str) -> str:
    return "".join(c for c in name.casefold() if c.isalnum())


_FIELD_BY_KEY = {name: field for field, names in ALIASES.items() for name in names}


def field_of(name: str) -> str | None:
    """The article's field that a header, key or column called `name` holds, or None."""
    return _FIELD_BY_KEY.get(_key(name))


def article_from(
    record: Mapping[str, object], where: str, mapping: Mapping[str, str] | None = None
) -> Article | Problem:
    """The article that a record holds. `mapping` (field -> column) comes before the known names.

    Columns that are neither mapped nor known are left aside on purpose. A field that is there but can't be
    read (a text that is a list of numbers, a date that is none) makes a Problem: a guess would be wrong.
    """
    found = _pick(record, mapping or {})
    values: dict[str, str] = {}
    for name, value in found.items():
        if isinstance(value, (list, tuple)) and all(isinstance(part, str) for part in value):
            value = ("\n\n" if name == "text" else ", ").join(value)
        if not isinstance(value, str if name == "text" else (str, int, float)):
            return Problem(where, f"{name} is not a text.", "Give it as one string.", type(value).__name__)
        values[name] = clean_text(str(value)) if name == "text" else clean_line(str(value))
    if not values.get("text"):
        columns = ", ".join(str(name) for name in record)[:200]
        return Problem(
            where,
            "there is no text.",
            "Fill text, body or content, or name the column: --map text=COLUMN.",
            f"found: {columns}",
        )
    return build(values, where)


def build(values: Mapping[str, str], where: str) -> Article | Problem:
    """Cleaned strings by field to an article; a date, address or mark that can't be read makes a Problem."""
    written = values.get("published", "")
    published = parse_published(written) if written else None
    if written and not published:
        return Problem(
            where, "the date can't be read.", "Write it as 2025-11-20, or leave it out.", written[:60]
        )
    url = canonical_url(values.get("url", ""))
    if values.get("url") and not url:
        return Problem(
            where,
            "the address can't be read.",
            "Write it in full, with https://, or leave it out.",
            values["url"][:80],
        )
    retold = values.get("retold", "").casefold()
    if retold not in _TRUE | _FALSE:
        return Problem(where, "retold is neither true nor false.", "Write true or false.", retold[:40])
    return Article(
        text=values.get("text", ""),
        title=values.get("title", ""),
        source=values.get("source", ""),
        url=url,
        published=published[0] if published else None,
        published_precision=published[1] if published else "day",
        lang=values.get("lang", "").lower()[:2] or None,
        author=values.get("author", ""),
        retold=retold in _TRUE,
        id=values.get("id", ""),
        origin=where,
    )


def _pick(record: Mapping[str, object], mapping: Mapping[str, str]) -> dict[str, object]:
    """Field -> value: mapped columns, then known names in order of preference. Empty ones are absent."""
    by_key = {_key(str(name)): value for name, value in record.items() if value is not None and value != ""}
    found: dict[str, object] = {}
    for name, aliases in ALIASES.items():
        wanted = (_key(mapping[name]),) if name in mapping else aliases
        for alias in wanted:
            if alias in by_key:
                found[name] = by_key[alias]
                break
    return found
