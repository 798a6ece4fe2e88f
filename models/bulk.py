"""Saving articles, many at once: a few statements for all of them instead of a dozen for each.

The rule of `models.identity` does not depend on the order in which reports arrive. So reports that meet no
undated event of the database are put to their events in memory and written together; an article with a report
that would draw undated ones to itself, which is rare, is left to `models.merging`.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any

from sqlalchemy import Connection, Table, bindparam, delete, func, insert, or_, select, text

from models import merging, postgresql, saving, summing
from models.identity import DAY, move_id
from models.merging import Placed
from models.nearby import AT_ONCE, Known, Nearby
from models.shapes import ArticleLike, CodedLike, Saved
from models.tables import (
    ARTICLE,
    COMMENT,
    COMMENT_COUNTRY,
    COMMENT_EVENT,
    EVENT,
    EVENT_ALIAS,
    MENTION,
)

COPIED = 20

Row = dict[str, Any]
Item = tuple[ArticleLike, CodedLike]

_BY_WORDS = select(ARTICLE.c.article_id, ARTICLE.c.fingerprint, ARTICLE.c.source_id).where(
    or_(
        ARTICLE.c.article_id.in_(bindparam("ids", expanding=True)),
        ARTICLE.c.fingerprint.in_(bindparam("words", expanding=True)),
    )
)
_DROP_ALIASES = delete(EVENT_ALIAS).where(EVENT_ALIAS.c.alias.in_(bindparam("ids", expanding=True)))
_SERIAL = text("select nextval(pg_get_serial_sequence(:name, 'id')) from generate_series(1, :many)")


@dataclass(slots=True)
class _Entry:
    """A new article on its way into the database: its row, its reports, and where each of them belongs."""

    row: Row
    outlet: str
    coded: CodedLike
    reports: list[Row]
    events: list[Known] = field(default_factory=list)
    placed: list[Placed] = field(default_factory=list)


def save(connection: Connection, items: Sequence[Item], load_id: int | None) -> list[Saved]:
    """Write articles with their moves and comments inside the caller's transaction, but those that are known.

    The answer stands in the order of `items`.
    """
    saved: list[Saved | None] = []
    entries: list[_Entry] = []
    for known, entry in _sorted_out(connection, items, load_id):
        saved.append(Saved(known, new=False) if entry is None else None)
        if entry is not None:
            entries.append(entry)
    _write(connection, ARTICLE, [entry.row for entry in entries])
    _place(connection, entries)
    done = iter(entries)
    return [one or _report(next(done)) for one in saved]


def _report(entry: _Entry) -> Saved:
    mentions = len({spot.mention_id for spot in entry.placed})
    return Saved(entry.row["article_id"], new=True, moves=mentions, comments=len(entry.coded.comments))


def _sorted_out(
    connection: Connection, items: Sequence[Item], load_id: int | None
) -> Iterable[tuple[str, _Entry | None]]:
    """Each article's public id, with what is to be written of it; nothing for one that is known."""
    words = [saving.fingerprint(article.text) for article, _ in items]
    ids = [saving.article_id(article, its) for (article, _), its in zip(items, words, strict=True)]
    by_id, by_words = set[str](), dict[tuple[str, int], str]()
    for stored in connection.execute(_BY_WORDS, {"ids": ids, "words": words}):
        by_id.add(stored.article_id)
        by_words[stored.fingerprint, stored.source_id] = stored.article_id
    sources: dict[str, int] = {}
    keys = iter(_keys(connection, ARTICLE, len(items)))
    for (article, coded), its, public in zip(items, words, ids, strict=True):
        outlet = saving.outlet_name(article)
        if outlet not in sources:
            sources[outlet] = saving.source_id(connection, outlet, article.url)
        known = public if public in by_id else by_words.get((its, sources[outlet]))
        if known is not None:
            yield known, None
            continue
        by_id.add(public)
        by_words[its, sources[outlet]] = public
        row = saving.article_row(article, coded, its, sources[outlet], load_id) | {"id": next(keys)}
        yield public, _Entry(row, outlet, coded, [merging.report_of(row, move) for move in coded.moves])


def _place(connection: Connection, entries: Sequence[_Entry]) -> None:
    """Put all reports to their events, and write the comments on them."""
    nearby = Nearby(connection, [report for entry in entries for report in entry.reports])
    drawing, others = list[_Entry](), list[_Entry]()
    for entry in entries:
        (drawing if any(map(nearby.draws, entry.reports)) else others).append(entry)
    # Dated reports come first, so that undated ones find their events.
    order = sorted(
        (report["date_precision"] != DAY, number, at)
        for number, entry in enumerate(others)
        for at, report in enumerate(entry.reports)
    )
    found = {(number, at): nearby.event(others[number].reports[at]) for _, number, at in order}
    for number, entry in enumerate(others):
        entry.events = [found[number, at] for at in range(len(entry.reports))]
    _write_moves(connection, others)
    _write_comments(connection, others)
    for entry in drawing:  # with its comments, since the next may draw its mentions away
        entry.placed = merging.place(connection, entry.row, entry.coded.moves)
        _write_comments(connection, [entry])


def _write_moves(connection: Connection, entries: Sequence[_Entry]) -> None:
    """Write the mentions of all reports, and the events that are new; bring the others up to date."""
    told = _told(entries)
    fresh = [event for event in told if event.fresh]
    for event, key in zip(fresh, _keys(connection, EVENT, len(fresh)), strict=True):
        event.key = key
    mentions = [report for reports in told.values() for _, report in reports]
    for report, key in zip(mentions, _keys(connection, MENTION, len(mentions)), strict=True):
        report["id"] = key
    for event, reports in told.items():
        for _, report in reports:
            report["event_id"] = event.key
    rows = {event: _event_row(event, told[event]) for event in fresh}
    for entry in entries:
        spots = zip(entry.reports, entry.events, strict=True)
        entry.placed = [Placed(report["id"], event.key) for report, event in spots]
    shared = _share_fresh(entries, rows)
    _each(connection, _DROP_ALIASES, [event.public for event in fresh])
    _write(connection, EVENT, list(rows.values()))
    _write(connection, MENTION, mentions)
    known = [event.key for event in told if not event.fresh]
    for first in range(0, len(known), AT_ONCE):
        summing.refresh(connection, known[first : first + AT_ONCE])
    merging.share(connection, shared)


def _told(entries: Sequence[_Entry]) -> dict[Known, list[tuple[_Entry, Row]]]:
    """The reports that become mentions, by event. What is coded twice from a sentence is written once."""
    told: dict[Known, list[tuple[_Entry, Row]]] = defaultdict(list)
    for entry in entries:
        once: dict[tuple[Known, int], Row] = {}
        for number, (event, report) in enumerate(zip(entry.events, entry.reports, strict=True)):
            del report["signature"]  # the event's, not the mention's
            first = once.setdefault((event, report["start"]), report)
            if first is report:
                told[event].append((entry, report))
            else:
                entry.reports[number] = first
    return told


def _event_row(event: Known, reports: Sequence[tuple[_Entry, Row]]) -> Row:
    """The row of a new event, from the reports that tell of it."""
    entry, report = reports[0]
    row = merging.event_row(report, event, entry.row["loaded_at"]) | {
        "id": event.key,
        "best_mention_id": report["id"],
    }
    if len(reports) > 1:
        row |= summing.summary([_as_told(entry, report) for entry, report in reports])
    return row


def _as_told(entry: _Entry, report: Row) -> Any:
    article = entry.row
    return SimpleNamespace(
        **report,
        article=article["article_id"],
        published=article["published"],
        fingerprint=article["fingerprint"],
    )


def _share_fresh(entries: Sequence[_Entry], rows: dict[Known, Row]) -> list[set[int]]:
    """Give new events of one move one move id; the groups that this can't settle, as keys of their events."""
    groups: list[set[Known]] = []
    for entry in entries:
        by_group: dict[int, set[Known]] = defaultdict(set)
        for move, event in zip(entry.coded.moves, entry.events, strict=True):
            by_group[move.group].add(event)
        groups += [group for group in by_group.values() if len(group) > 1]
    often = Counter(event for group in groups for event in group)
    left = []
    for group in groups:
        if all(event.fresh and often[event] == 1 for event in group):
            shared = move_id(event.public for event in group)
            for event in group:
                rows[event]["move_id"] = shared
        else:
            left.append({event.key for event in group})
    return left


def _write_comments(connection: Connection, entries: Sequence[_Entry]) -> None:
    """Write all comments, with the countries that they name and the mentions that they are about."""
    comments = [(entry, comment) for entry in entries for comment in entry.coded.comments]
    made = [
        saving.comment_rows(key, entry.row, entry.outlet, comment, entry.placed)
        for key, (entry, comment) in zip(_keys(connection, COMMENT, len(comments)), comments, strict=True)
    ]
    _write(connection, COMMENT, [rows.comment for rows in made])
    _write(connection, COMMENT_COUNTRY, [row for rows in made for row in rows.countries])
    _write(connection, COMMENT_EVENT, [row for rows in made for row in rows.about])


def _keys(connection: Connection, table: Table, many: int) -> Sequence[int]:
    """Keys for so many new rows. On SQLite nobody else can write before this transaction ends."""
    if not many:
        return ()
    if connection.dialect.name == "sqlite":
        last: int = connection.scalar(select(func.coalesce(func.max(table.c.id), 0))) or 0
        return range(last + 1, last + 1 + many)
    return connection.scalars(_SERIAL, {"name": table.name, "many": many}).all()


def _write(connection: Connection, table: Table, rows: list[Row]) -> None:
    if len(rows) >= COPIED and connection.dialect.name == "postgresql":
        postgresql.copy(connection, table, rows)
    elif rows:
        connection.execute(insert(table), rows)


def _each(connection: Connection, statement: Any, ids: Sequence[str]) -> None:
    for first in range(0, len(ids), AT_ONCE):
        connection.execute(statement, {"ids": list(ids[first : first + AT_ONCE])})
