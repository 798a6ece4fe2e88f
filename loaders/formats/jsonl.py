"""JSON Lines: one article an object, one object a line. Read as a stream. Also a JSON array."""

from __future__ import annotations

import json
from collections.abc import Iterator

from loaders.article import Article, Problem
from loaders.inputs import Input
from loaders.records import article_from

SUFFIXES = (".jsonl", ".ndjson", ".json", ".jl")
MEDIA_TYPES = ("application/json", "application/jsonl", "application/x-ndjson", "application/jsonlines")


def sniff(head: str) -> bool:
    """An object or an array of objects, and not a JSON Feed."""
    start = head[:200]
    return (
        start.startswith("{") or (start.startswith("[") and start[1:].lstrip()[:1] in ("{", ""))
    ) and "jsonfeed.org/version" not in head[:4000]


def read(source: Input) -> Iterator[Article | Problem]:
    """Each line's article. A line that is no JSON object is a Problem and the next line goes on."""
    if source.peek()[:1] == "[" or _spread_over_lines(source.peek()):
        yield from _document(source)
        return
    for number, line in source.lines():
        where = f"{source.name}:{number}"
        if line is None:
            yield Problem(
                where, "the line is longer than an article can be.", "One article a line, 5 MB at most."
            )
        elif line.strip():
            yield parse_line(line, where, source)


def parse_line(line: str, where: str, source: Input) -> Article | Problem:
    """The article of one line, or what is wrong with it."""
    try:
        record = json.loads(line)
    except (ValueError, RecursionError) as error:
        return Problem(where, "this is not JSON.", "Write one object a line.", _short(error))
    return _article(record, where, source)


def _article(record: object, where: str, source: Input) -> Article | Problem:
    if not isinstance(record, dict):
        return Problem(where, "expected an object.", 'Write {"text": …}.', f"found: {type(record).__name__}")
    return article_from(record, where, source.mapping)


def _spread_over_lines(head: str) -> bool:
    """A single object that was written over several lines: its first line is no JSON by itself."""
    return head.split("\n", 1)[0].strip() == "{"


def _document(source: Input) -> Iterator[Article | Problem]:
    text = source.text()
    if text is None:
        yield Problem(
            source.name, "the JSON array is too large.", "Write it as JSON Lines: one object a line."
        )
        return
    try:
        records = json.loads(text)
    except (ValueError, RecursionError) as error:
        yield Problem(
            source.name, "this is not JSON.", "Check it, or write one object a line.", _short(error)
        )
        return
    for number, record in enumerate(records if isinstance(records, list) else [records], start=1):
        yield _article(record, f"{source.name}:[{number}]", source)


def _short(error: Exception) -> str:
    return str(error).split(" (char")[0][:80] if isinstance(error, ValueError) else "nested too deeply"
