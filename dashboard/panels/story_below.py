"""Under the timeline: the moves of the mark that was clicked, with their proof, and the chart as a table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import pandas as pd
import streamlit as st

from dashboard import data, filters, words
from dashboard.charts.timeline import Bucket, Strip
from dashboard.i18n import mark, tr
from dashboard.panels import columns, comment_card, moves
from dashboard.panels.time_zoom import go
from dashboard.steps import last_day
from dashboard.steps import name as step_name

IN_FULL = 4
"""Up to this many moves each stands in a card with its whole sentence."""
COLUMNS = (*moves.EVERYDAY[:1], "Exact", *moves.EVERYDAY[1:], "Planned for")
QUADS = ("MC", "VC", "VX", "MX")
LANE, PERIOD, EXACT, ALL = mark("Lane"), mark("Period"), mark("Exact"), mark("All")


@dataclass(frozen=True, slots=True)
class Clicked:
    """A mark that was clicked: single moves by their ids, or what a bar, strip or remark counts.

    `precision` is '' for bars and for comments on their moves; `quad` is '' for comments.
    """

    ids: tuple[str, ...] = ()
    lane: str = ""
    start: date | None = None
    quad: str = ""
    precision: str = ""

    @property
    def day(self) -> date | None:
        """A day in the middle of what was clicked: where buttons zoom."""
        if self.start:
            return self.start
        card = data.move(self.ids[0]) if self.ids else None
        return card.event.date if card else None


def clicked(marks: Sequence[Sequence[str]]) -> Clicked | None:
    """What the customdata of the chosen marks says; None where nothing is chosen."""
    ids = tuple(mark[1] for mark in marks if mark[0] == "move")
    if ids:
        return Clicked(ids=ids)
    for kind, lane, start, *more in marks:
        quad = more[0] if kind in {"bar", "strip"} else ""
        precision = {"bar": "", "strip": more[-1], "remark": more[0]}[kind]
        return Clicked((), lane, date.fromisoformat(start), quad, precision)
    return None


def show(f: filters.EventFilter, chosen: Clicked | None, unit: data.Unit, lanes: data.Lanes) -> None:
    """The moves of the clicked mark, else the newest."""
    if chosen is None:
        st.header(tr("The newest of them"), anchor=False)
        moves.table(data.moves(f, limit=10).rows, "timeline_newest")
    elif chosen.ids:
        rows = [card.event for card in map(data.move, chosen.ids) if card]
        st.header(tr("The moves that you clicked"), anchor=False)
        _moves(rows, "timeline_points")
    else:
        _period(f, chosen, unit, lanes)


def _period(f: filters.EventFilter, chosen: Clicked, unit: data.Unit, lanes: data.Lanes) -> None:
    """The moves that a bar, strip or remark counts, and the way further down."""
    start, step = chosen.start, chosen.precision or unit
    if start is None:
        return
    end, name = last_day(start, step), step_name(start, step)
    what = words.quad(chosen.quad).lower() if chosen.quad else tr("moves that were spoken of")
    st.header(f"{words.party(chosen.lane)}, {name}: {what}", anchor=False)
    found = data.behind(
        filters.narrowed(f, quads=(chosen.quad,) if chosen.quad else (), first=start, last=end),
        chosen.lane,
        lanes,
        precisions=(chosen.precision,) if chosen.precision else (),
        but=() if chosen.precision else data.TOO_COARSE[unit],
        commented=not chosen.quad,
    )
    _moves(found.rows, f"timeline_{chosen.lane}_{start}_{chosen.quad}_{chosen.precision}")
    if found.total > len(found.rows):
        st.caption(tr("The newest {n} of {total}.", n=len(found.rows), total=found.total))
    if not chosen.quad:
        _comments(found.rows)
    if step != "day":
        st.button(tr("Zoom to {step}", step=name), on_click=go, args=(start, end))


def _moves(rows: Sequence[data.EventRow], key: str) -> None:
    if len(rows) <= IN_FULL:
        moves.cards(rows, key)
    else:
        moves.table(rows, key)


def _comments(rows: Sequence[data.EventRow]) -> None:
    """What was said of these moves, each comment once."""
    st.header(tr("What was said about it"), anchor=False)
    told: dict[str, None] = {}
    for card in filter(None, (data.move(row.event_id) for row in rows[:20])):
        for comment in card.comments:
            if comment.comment_id not in told and len(told) < 20:
                told[comment.comment_id] = None
                with st.container(border=True):
                    st.html(comment_card.block(comment))


def twin_of_singles(rows: Sequence[data.EventRow]) -> None:
    """All single moves of the chart as a table."""
    with st.expander(tr("The same as a table")):
        moves.table(rows, "timeline_twin", COLUMNS)


def twin_of_bars(
    lanes: Sequence[tuple[str, str]], buckets: Sequence[Bucket], strips: Sequence[Strip], unit: str
) -> None:
    """What the bars and strips count, as a table: a line for each lane and period."""
    counts: dict[tuple[int, date, str], dict[str, int]] = {}
    order = {code: i for i, (code, _) in enumerate(lanes)}
    drawn: list[Bucket | Strip] = [*buckets, *strips]
    for one in drawn:
        if one.lane in order:
            precision = one.precision if isinstance(one, Strip) else ""
            row = counts.setdefault((order[one.lane], one.start, precision), dict.fromkeys(QUADS, 0))
            row[one.quad] += one.count
    frame = pd.DataFrame(
        [
            {
                tr(LANE): lanes[lane][1],
                tr(PERIOD): step_name(start, precision or unit),
                tr(EXACT): words.told(words.PRECISION, precision) if precision else "",
                **{words.quad(quad): row[quad] for quad in QUADS},
                tr(ALL): sum(row.values()),
            }
            for (lane, start, precision), row in sorted(counts.items())
        ]
    )
    with st.expander(tr("The same as a table")):
        st.dataframe(frame, hide_index=True, width="stretch", column_config=columns.headed(frame))
        if strips:
            st.caption(tr("Moves that are dated by the month or year only stand in lines of their own."))
