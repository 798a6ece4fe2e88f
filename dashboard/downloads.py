"""Extracts as CSV or JSON Lines, streamed: one code for the page's button, the HTTP route and `export`.

CSV is UTF-8 with a header and CRLF, as RFC 4180 has it. There is no byte order mark unless it is asked for
(`bom=True`): programs trip over it, but Excel needs it to read Cyrillic by a double click.
A text that a spreadsheet would run as a formula gets an apostrophe before it; numbers and dates never do.
JSON Lines carry every value as it is: null where there is none, lists as lists.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from models.queries import commentary, events, mentions
from models.queries.filters import EventFilter
from models.store import Store
from models.vocabulary import actor_name
from models.vocabulary.actions import action

Kind = Literal["events", "mentions", "commentary"]
Format = Literal["csv", "jsonl"]
MEDIA_TYPES: dict[str, str] = {
    "csv": "text/csv; charset=utf-8",
    "jsonl": "application/x-ndjson; charset=utf-8",
}
BOM = "\ufeff"
BATCH = 500  # rows in one chunk of text
_COUNTERPART = "counterpart_name"

# The columns are a contract: more may follow at the end, none may move or change its name.
COLUMNS: dict[Kind, tuple[str, ...]] = {
    "events": (
        "event_id",
        "move_id",
        "date",
        "date_precision",
        "planned_for",
        "actor",
        "actor_name",
        "actor_role",
        "action",
        "action_label",
        "quad",
        "plover",
        "cameo",
        "intensity",
        "counterpart",
        _COUNTERPART,
        "place",
        "confidence",
        "outlets",
        "source",
        "url",
        "title",
        "published",
        "lang",
        "evidence",
        "date_basis",
        "published_basis",
        "retold",
    ),
    "mentions": mentions.STREAM,
    "commentary": commentary.STREAM,
}

# Columns whose values this program makes itself: ids, codes, dates, numbers. All others may hold anything.
_OURS = frozenset(
    {
        "event_id",
        "move_id",
        "article_id",
        "comment_id",
        "date",
        "date_precision",
        "planned_for",
        "published",
        "action",
        "quad",
        "plover",
        "cameo",
        "intensity",
        "confidence",
        "outlets",
        "start",
        "end",
        "date_basis",
        "published_basis",
        "retold",
    }
)

# A formula begins with one of these signs, in their full-width forms too, also behind blanks and invisible
# marks. It may stand behind a semicolon, tab or line end as well: where a comma is the decimal sign, Excel
# splits lines at semicolons and takes no heed of quotes within them.
_FORMULA = re.compile(
    r"(^|[;\t\r\n])(?=[\s\x00-\x1f\x7f\u00a0\u200b-\u200f\u2060-\u2064\ufeff]*[=+\-@＝＋－＠])|^(?=[\t\r\n])"
)


@dataclass(frozen=True, slots=True)
class Download:
    """One extract: how its file is called, what it is, and its text in chunks that are made as it is read."""

    filename: str
    media_type: str
    chunks: Iterator[str]


def download(store: Store, kind: Kind, form: Format, f: EventFilter, *, bom: bool = False) -> Download:
    """The extract of exactly what passes the filter: all rows, newest first."""
    return Download(f"steppe-{kind}.{form}", MEDIA_TYPES[form], chunks(store, kind, form, f, bom=bom))


def chunks(store: Store, kind: Kind, form: Format, f: EventFilter, *, bom: bool = False) -> Iterator[str]:
    """The text of an extract in chunks of some hundred rows; the header comes at once."""
    if form == "jsonl":
        return _json_lines(COLUMNS[kind], rows(store, kind, f))
    return _csv(COLUMNS[kind], rows(store, kind, f), bom)


def rows(store: Store, kind: Kind, f: EventFilter) -> Iterator[tuple[Any, ...]]:
    """The rows of an extract in the order of `COLUMNS`, with values as the store has them."""
    if kind == "events":
        return _event_rows(events.stream(store, f))
    stream: Callable[[Store, EventFilter], Iterator[tuple[Any, ...]]]
    stream = mentions.stream if kind == "mentions" else commentary.stream
    return stream(store, f)


def _event_rows(stream: Iterable[tuple[Any, ...]]) -> Iterator[tuple[Any, ...]]:
    """Adds what the vocabulary knows of the parties and the action to the rows of `events.STREAM`.

    A party that acts through nobody in particular bears its own name.
    """
    actor, name, slug, counterpart = (
        events.STREAM.index(column) for column in ("actor", "actor_name", "action", "counterpart")
    )
    known: dict[str, tuple[Any, ...]] = {}
    names: dict[str | None, str] = {None: ""}
    for row in stream:
        if row[slug] not in known:
            found = action(row[slug])
            known[row[slug]] = (found.label["en"], found.quad, found.plover, found.cameo, found.intensity)
        for code in (row[actor], row[counterpart]):
            if code not in names:
                names[code] = actor_name(code)
        yield (
            *row[:name],
            row[name] or names[row[actor]],
            *row[name + 1 : slug + 1],
            *known[row[slug]],
            row[counterpart],
            names[row[counterpart]],
            *row[counterpart + 1 :],
        )


def safe_cell(value: str) -> str:
    """The text with an apostrophe wherever a spreadsheet would begin to read a formula."""
    if value[:1].isalnum() and not any(mark in value for mark in ";\t\r\n"):
        return value
    return _FORMULA.sub(r"\1'", value)


def _cell(value: Any) -> Any:
    """One value of a free column for CSV: lists are joined by semicolons, texts made harmless."""
    if isinstance(value, tuple):
        return ";".join(map(safe_cell, value))
    return safe_cell(value) if isinstance(value, str) else value


def _csv(columns: Sequence[str], found: Iterable[tuple[Any, ...]], bom: bool) -> Iterator[str]:
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    free = [number for number, name in enumerate(columns) if name not in _OURS]
    writer.writerow(columns)
    yield (BOM if bom else "") + text.getvalue()
    for batch in _batches(found):
        text.seek(0)
        text.truncate()
        for row in batch:
            cells = list(row)
            for number in free:
                if cells[number]:
                    cells[number] = _cell(cells[number])
            writer.writerow(cells)
        yield text.getvalue()


def _json_lines(columns: Sequence[str], found: Iterable[tuple[Any, ...]]) -> Iterator[str]:
    for batch in _batches(found):
        lines = [
            json.dumps(dict(zip(columns, row, strict=True)), ensure_ascii=False, default=str) for row in batch
        ]
        yield "\n".join(lines) + "\n"


def _batches(found: Iterable[tuple[Any, ...]]) -> Iterator[list[tuple[Any, ...]]]:
    """The first row comes alone, so that a reader sees it at once; then a batch at a time."""
    batch: list[tuple[Any, ...]] = []
    size = 1
    for row in found:
        batch.append(row)
        if len(batch) >= size:
            yield batch
            batch, size = [], BATCH
    if batch:
        yield batch
