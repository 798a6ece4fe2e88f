"""Plain text, with a small header or without one.

Title: Kazakhstan joins …        the names may be Russian: Заголовок, Источник, Ссылка, Дата, Язык, Автор
Source: Vesti.kg
Date: 2025-11-20

The text begins after an empty line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from loaders.article import Article, Problem
from loaders.inputs import Input
from loaders.normalise import clean_text
from loaders.records import build, field_of

SUFFIXES = (".txt", ".text", ".md")
MEDIA_TYPES = ("text/plain",)
_HEADER = re.compile(r"^([^\W\d_][\w -]{0,24}):\s*(.*)$")
_TITLE_LENGTH = 200  # characters; a longer first line is a paragraph


def sniff(head: str) -> bool:
    """Readable characters that are no markup."""
    return bool(head) and not head.startswith("<") and "\0" not in head


def read(source: Input) -> Iterator[Article | Problem]:
    """The file's one article."""
    raw = source.text()
    if raw is None:
        yield Problem(
            source.name, "the file is larger than an article can be.", "Split it: one article a file."
        )
        return
    lines = clean_text(raw).split("\n")
    header = _header(lines)
    if isinstance(header, str):
        names = "Title, Source, URL, Date, Lang, Author, Retold, Id"
        yield Problem(
            source.name,
            "the header holds a name that is not known.",
            f"It takes {names}; put an empty line between header and text.",
            header,
        )
        return
    values, used = header
    title, body = (values.get("title", ""), lines[used:]) if used else _first_line(lines)
    text = "\n".join(body).strip("\n")
    if not text:
        yield Problem(source.name, "there is no text.", "Write it after the header and an empty line.")
        return
    made = build({**values, "title": title, "text": text}, source.name)
    yield made if isinstance(made, Problem) else replace(made, url=made.url or source.url)


def _header(lines: list[str]) -> tuple[dict[str, str], int] | str:
    """Values and number of lines of the header (0 without one), or the name in it that is not known."""
    values: dict[str, str] = {}
    for number, line in enumerate(lines):
        match = _HEADER.match(line)
        field = field_of(match[1]) if match else None
        if field == "text":
            field = None
        if match and field:
            values[field] = match[2]
            continue
        if not values:
            return {}, 0
        if match and "" in lines[number:]:
            return match[1]
        return values, number
    return values, len(lines)


def _first_line(lines: list[str]) -> tuple[str, list[str]]:
    """A short first line without a full stop is the title, if a text follows."""
    first, rest = lines[0], lines[1:]
    if any(rest) and len(first) <= _TITLE_LENGTH and not first.endswith((".", ",", ";", ":", "…")):
        return first, rest
    return "", lines
