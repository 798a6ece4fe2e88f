"""The marks of the timeline in words: moves and comments for the pointer, and labels beside the dots."""

from __future__ import annotations

import html
import textwrap
from collections.abc import Mapping, Sequence

from dashboard import data, reader, words
from dashboard.charts.timeline import Bucket, Remark, Strip
from dashboard.charts.timeline_rows import Move
from dashboard.i18n import tr, trn
from dashboard.panels import moves
from dashboard.panels.time_steps import span
from dashboard.steps import last_day
from dashboard.steps import name as step_name
from dashboard.text import plain
from models.queries.rows import HOME

WORDS, LINE = 110, 52  # characters of a comment that the pointer shows, and of a line of them


def singles(
    f: data.EventFilter,
    rows: Sequence[data.EventRow],
    said: Mapping[str, tuple[data.Said, ...]],
    lanes: data.Lanes,
) -> list[Move]:
    """A mark for each move in each of its lanes."""
    home = f.countries or HOME
    marks = []
    for row in rows:
        for own, other in ((row.actor, row.counterpart), (row.counterpart, row.actor)):
            if own in home:
                lane = own if lanes == "country" else other or ""
                marks.append(_single(row, lane, said.get(row.event_id, ())))
    return marks


def _single(row: data.EventRow, lane: str, said: tuple[data.Said, ...]) -> Move:
    start, end = span(row.date, row.date_precision)
    told = f"<b>{words.pair(row)}</b><br>{words.action(row.action)}, {moves.when(row)}"
    if row.planned_for:
        told += "<br>" + tr("Planned for {day}", day=reader.day(row.planned_for))
    return Move(
        event_id=row.event_id,
        lane=lane,
        start=start,
        end=end,
        quad=row.quad,
        told=told,
        label=label(row, lane),
        planned=row.planned_for is not None,
        sure=row.date_precision != "published",
        said=remark(said[0], len(said) - 1) if said else "",
    )


def label(row: words.Dyadic, lane: str) -> str:
    """What a move is called in the lane of one of its parties: `Signs: Pakistan`, and where the other one
    acts `Pakistan: signs`."""
    action = words.action(row.action)
    if not row.counterpart:
        return action if row.actor == lane else f"{words.party(row.actor)}: {_lower(action)}"
    if row.actor == lane:
        return f"{action}: {words.party(row.counterpart)}"
    both_do = "↔" in words.pair(row)
    actor = words.party(row.actor)
    return f"{action}: {actor}" if both_do else f"{actor}: {_lower(action)}"


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]


def remark(said: data.Said, more: int) -> str:
    """A comment for the pointer: the speaker, the first words, how many more there are. Charts read a few
    tags, so strangers' words are escaped; quotation marks mean nothing to them and stay."""
    shown = textwrap.shorten(plain(said.text), WORDS, placeholder=" …")
    lines = [html.escape(line, quote=False) for line in textwrap.wrap(shown, LINE)]
    told = f"<b>{html.escape(plain(said.speaker), quote=False)}</b><br>{'<br>'.join(lines)}"
    if more > 0:
        told += "<br>" + trn("and {n} more comment", "and {n} more comments", more)
    return told


def buckets(found: data.Timeline) -> list[Bucket]:
    """The bars of a timeline."""
    return [
        Bucket(bucket.lane, bucket.start, quad, getattr(bucket.quads, quad), getattr(bucket.planned, quad))
        for bucket in found.buckets
        for quad in ("VC", "MC", "VX", "MX")
        if getattr(bucket.quads, quad)
    ]


def strips(found: data.Timeline) -> list[Strip]:
    """Its moves with a coarse date."""
    return [
        Strip(one.lane, *span(one.start, one.precision), one.precision, quad, getattr(one.quads, quad))
        for one in found.stretches
        for quad in ("VC", "MC", "VX", "MX")
        if getattr(one.quads, quad)
    ]


def remarks(found: Sequence[data.Commented], unit: data.Unit) -> list[Remark]:
    """Its comments."""
    told = []
    for one in found:
        if one.precision:
            start, end = span(one.start, one.precision)
        else:
            start, end = one.start, span(last_day(one.start, unit), "day")[1]
        words_of_it = remark(one.newest, one.comments - 1)
        if one.events > 1:
            period = step_name(one.start, one.precision or unit)
            about = trn(
                "About {n} move of {period}", "About {n} moves of {period}", one.events, period=period
            )
            words_of_it = f"{about}<br>{words_of_it}"
        only = one.event_id if one.events == 1 else ""
        told.append(Remark(one.lane, start, end, one.precision, words_of_it, only))
    return told
