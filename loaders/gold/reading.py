"""Gold and coded articles from JSON Lines: a bad line becomes a Problem and the next goes on."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from loaders.article import Article, Problem
from loaders.gold.keys import Row
from loaders.inputs import Input
from loaders.records import article_from
from models.errors import InputError
from models.vocabulary import LANGS
from models.vocabulary.actions import actions

OPTIONAL = ("optional_events", "optional_commentary", "alternatives")
_PRECISIONS = ("day", "month", "year", "published")


def gold_lines(path: Path) -> Iterator[dict[str, Any] | Problem]:
    """Each gold article, its `id` a string (the line's number where it has none), `events` a list.

    Raises InputError where the file can't be read.
    """
    yield from _once(path, _gold_fault)


def coded_lines(path: Path) -> Iterator[dict[str, Any] | Problem]:
    """Each coded article, as `steppe code` prints them. Raises InputError where the file can't be read."""
    yield from _once(path, _coded_fault)


def optional_lines(path: Path) -> Iterator[dict[str, Any] | Problem]:
    """What is arguable: `id` and any of `optional_events`, `optional_commentary`, `alternatives`."""
    yield from _once(path, _optional_fault)


def with_optional(gold: Row, more: Row) -> dict[str, Any]:
    """What is arguable in an article: named in its own line, and in a line of another file."""
    return {name: [*(gold.get(name) or ()), *(more.get(name) or ())] for name in OPTIONAL}


def as_article(gold: Row, where: str) -> Article | Problem:
    """The article that a gold line holds, to be coded. Its language and day of publication must be told:
    a guess would be measured with the coder."""
    made = article_from({k: v for k, v in gold.items() if k not in ("events", "commentary")}, where)
    if isinstance(made, Problem):
        return made
    for name, value in (("lang", made.lang), ("published", made.published)):
        if not value:
            return Problem(where, f"there is no {name}.", 'Write "lang": "en", "published": "2025-11-20".')
    if made.lang not in LANGS:
        return Problem(where, f"the language {made.lang} is not coded.", f"Coded are {', '.join(LANGS)}.")
    return made


def _once(path: Path, fault: Any) -> Iterator[dict[str, Any] | Problem]:
    """The sound lines, each id once."""
    seen: dict[str, int] = {}
    for number, record in _objects(path):
        where = f"{path}:{number}"
        if isinstance(record, Problem):
            yield record
            continue
        record["id"] = str(record.get("id") or number)
        if record["id"] in seen:
            said = f"first in line {seen[record['id']]}: {record['id']}"
            yield Problem(where, "the id stands there twice.", "Give each article an id of its own.", said)
            continue
        problem = fault(record)
        if problem:
            yield Problem(where, *problem)
            continue
        seen[record["id"]] = number
        yield record


def _objects(path: Path) -> Iterator[tuple[int, dict[str, Any] | Problem]]:
    try:
        with path.open("rb") as stream:
            for number, line in Input(str(path), stream).lines():
                if line is None or line.strip():
                    yield number, _object(line, f"{path}:{number}")
    except OSError as error:
        raise InputError(str(path), f"it can't be read ({error.strerror}).", "Check the name.") from None


def _object(line: str | None, where: str) -> dict[str, Any] | Problem:
    if line is None:
        return Problem(
            where, "the line is longer than an article can be.", "One article a line, 5 MB at most."
        )
    try:
        record = json.loads(line)
    except (ValueError, RecursionError) as error:
        said = str(error).split(" (char")[0][:80] if isinstance(error, ValueError) else "nested too deeply"
        return Problem(where, "this is not JSON.", "Write one object a line.", said)
    if not isinstance(record, dict):
        return Problem(where, "expected an object.", 'Write {"id": …, "events": […]}.', type(record).__name__)
    return record


Fault = tuple[str, str, str] | None


def _gold_fault(record: Mapping[str, Any]) -> Fault:
    if not isinstance(record.get("events"), list):
        return ("there is no list of events.", 'Write "events": [] where the article tells no move.', "")
    return _rows_fault(record) or _optional_fault(record)


def _coded_fault(record: Mapping[str, Any]) -> Fault:
    if not isinstance(record.get("events"), list):
        return ("there is no list of events.", "Give what `steppe code` prints.", "")
    return _rows_fault(record)


def _rows_fault(record: Mapping[str, Any]) -> Fault:
    comments = record.get("commentary")
    if not isinstance(comments, list | None):
        return ("commentary is no list.", 'Write "commentary": [], or leave it out.', type(comments).__name__)
    for number, event in enumerate(record["events"], start=1):
        if fault := _event_fault(event, f"event {number}"):
            return fault
    return _comments_fault(comments or (), "comment")


def _optional_fault(record: Mapping[str, Any]) -> Fault:
    for name in OPTIONAL:
        if not isinstance(record.get(name), list | None):
            return (f"{name} is no list.", "Write a list, or leave it out.", type(record[name]).__name__)
    for number, event in enumerate(record.get("optional_events") or (), start=1):
        if fault := _event_fault(event, f"optional event {number}"):
            return fault
    for number, pair in enumerate(record.get("alternatives") or (), start=1):
        for side in ("gold", "alternative"):
            row = pair.get(side) if isinstance(pair, dict) else None
            if fault := _event_fault(row, f"{side} of alternative {number}"):
                return fault
    return _comments_fault(record.get("optional_commentary") or (), "optional comment")


def _event_fault(event: object, name: str) -> Fault:
    if not isinstance(event, dict):
        return (f"{name} is no object.", 'Write {"actor": …, "action": …, "counterpart": …}.', "")
    if not isinstance(event.get("actor"), str) or not event["actor"].strip():
        return (f"{name} has no actor.", "Write a code such as KAZ.", "")
    if not isinstance(event.get("action"), str) or event["action"] not in actions():
        return (
            f"{name} has an unknown action.",
            f"Known: {' '.join(actions())}.",
            str(event.get("action"))[:40],
        )
    if not isinstance(event.get("counterpart"), str | None):
        return (f"{name} has a counterpart that is no text.", "Write a code, or null.", "")
    if not isinstance(event.get("evidence"), str | None):
        return (f"{name} has evidence that is no text.", "Write the sentence, or leave it out.", "")
    sure = event.get("confidence")
    if sure is not None and not (isinstance(sure, int | float) and 0 <= sure <= 1):
        return (f"{name} has a confidence that is none.", "Write a number from 0 to 1.", str(sure)[:40])
    if event.get("date_precision") not in (None, *_PRECISIONS):
        return (f"{name} has an unknown date_precision.", f"Known: {' '.join(_PRECISIONS)}.", "")
    if event.get("date") and not _is_day(event["date"]):
        return (f"{name} has a date that is none.", "Write it as 2025-11-20.", str(event["date"])[:40])
    return None


def _comments_fault(comments: Sequence[object], name: str) -> Fault:
    for number, comment in enumerate(comments, start=1):
        sides = (comment.get("speaker"), comment.get("text")) if isinstance(comment, dict) else (None,)
        if not all(isinstance(side, str) for side in sides):
            return (f"{name} {number} lacks its speaker or its text.", 'Write {"speaker": …, "text": …}.', "")
    return None


def _is_day(text: object) -> bool:
    try:
        return isinstance(text, str) and bool(date.fromisoformat(text))
    except ValueError:
        return False
