"""Tables: CSV, TSV and semicolon-separated files with a header row. Read as a stream."""

from __future__ import annotations

import csv
from collections.abc import Iterator

from loaders.article import Article, Problem
from loaders.inputs import MAX_LINE, Input
from loaders.records import article_from, field_of

SUFFIXES = (".csv", ".tsv", ".tab")
MEDIA_TYPES = ("text/csv", "text/tab-separated-values")
_DELIMITERS = ",;\t|"


def sniff(head: str) -> bool:
    """A first line of columns of which one is known as the text."""
    names = _columns(head)
    return len(names) > 1 and any(field_of(name) == "text" for name in names)


def read(source: Input) -> Iterator[Article | Problem]:
    """Each row's article. The line of a row is the one on which it ends."""
    csv.field_size_limit(MAX_LINE)
    rows = csv.reader(source.chars(), delimiter=_delimiter(source.peek()), strict=True)
    header: list[str] = []
    while True:
        try:
            row = next(rows)
        except StopIteration:
            break
        except csv.Error as error:
            yield Problem(
                f"{source.name}:{rows.line_num}", "the row can't be read.", "Check its quotes.", str(error)
            )
            continue
        if not any(cell.strip() for cell in row):
            continue
        if not header:
            header = [name.strip("\ufeff ") for name in row]
            if problem := _check(header, source):
                yield problem
                return
            continue
        where = f"{source.name}:{rows.line_num}"
        if len(row) > len(header):
            yield Problem(
                where,
                "there are more cells than columns.",
                "Quote the cells that hold commas.",
                f"{len(row)} and {len(header)}",
            )
        else:
            yield article_from(dict(zip(header, row, strict=False)), where, source.mapping)


def _check(header: list[str], source: Input) -> Problem | None:
    columns = ", ".join(header)[:200]
    for field, column in source.mapping.items():
        if column not in header:
            return Problem(
                source.name, "there is no such column.", f"The columns are: {columns}.", f"{field}={column}"
            )
    if "text" not in source.mapping and not any(field_of(name) == "text" for name in header):
        return Problem(
            source.name, "no column is known as the text.", f"Use --map text=COLUMN, one of: {columns}."
        )
    return None


def _delimiter(head: str) -> str:
    """The separator that splits the first line into most columns."""
    first = head.split("\n", 1)[0]
    return max(_DELIMITERS, key=first.count)


def _columns(head: str) -> list[str]:
    try:
        return next(csv.reader([head.split("\n", 1)[0]], delimiter=_delimiter(head)), [])
    except csv.Error:
        return []
