"""Timeline: what happened when, in lanes, from decades to days. A mark opens its moves."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import streamlit as st

from dashboard import data, filters, i18n, reader, words
from dashboard.charts import timeline as chart
from dashboard.charts import timeline_points, timeline_rows
from dashboard.charts.base import CONFLICT, dated
from dashboard.i18n import mark, tr, trn
from dashboard.page import Page
from dashboard.panels import (
    choice,
    coverage_note,
    empty,
    heading,
    keys,
    moves,
    story_below,
    story_key,
    story_list,
    story_marks,
    take_away,
)
from dashboard.panels import time_zoom as zoom
from dashboard.panels.embed import outlets
from dashboard.panels.time_steps import Window, around, fitting
from dashboard.steps import name as step_name

LANES = {"country": mark("Country"), "counterpart": mark("Counterpart")}
STEPS = {
    "auto": mark("Auto"),
    "year": mark("Year"),
    "quarter": mark("Quarter"),
    "month": mark("Month"),
    "week": mark("Week"),
    "day": mark("Day"),
}
COMMENTS = {"shown": mark("Shown"), "hidden": mark("Hidden")}
STRAY = 0.03
FEW = 140
"""Up to this many moves each is drawn as a mark of its own."""
FEW_IN_FRAME = 40
MOST_LANES = 12
PAGE = Page(
    mark("Timeline"),
    order=20,
    views=(("lanes", "country"), ("step", "auto"), ("comments", "shown"), ("whole", "")),
    charts=(("time", mark("Timeline")),),
)


def render() -> None:
    """The chart under its controls, then the moves of the mark that was clicked."""
    asked = filters.current()
    whole = data.extent(replace(asked, date_from=None, date_to=None))
    if whole is None:
        heading.head(tr("Timeline"))
        empty.nothing(tr("No moves here"))
        return
    f = _bulk(asked)
    extent = data.extent(f)
    heading.head(tr("Timeline"), _finding(f, extent) if extent else "")
    _controls()
    above = st.container()
    if extent is None:
        empty.nothing(tr("No moves here"), tr("Go earlier or later, widen the dates, or clear the filters."))
        with above:
            zoom.buttons(asked, Window(f.date_from or whole.first, f.date_to or whole.last), whole, None)
        return
    window = zoom.shown(f, extent)
    chosen = _chart(f, extent, window)
    with above:
        zoom.buttons(asked, window, whole, chosen.day if chosen else None)
    if not asked.date_from and not asked.date_to:
        _earlier(whole, extent)
    take_away.links(f)


def embed(_chart_code: str) -> int:
    """The chart alone."""
    f = _bulk(filters.current())
    extent = data.extent(f)
    heading.head(tr("Timeline"), _finding(f, extent) if extent else "")
    if extent is None:
        empty.nothing(tr("No moves here"))
        return 0
    _chart(f, extent, zoom.shown(f, extent))
    return outlets(f)


def _finding(f: filters.EventFilter, extent: data.Extent) -> str:
    """How many moves, from when to when, when most of them, and how many against."""
    if extent.first == extent.last:
        told = reader.count(extent.events, "move", "moves")
        return tr("{told} on {day}.", told=told, day=reader.day(extent.first))
    told = tr(
        "{told} between {first} and {last}",
        told=reader.count(extent.events, "move", "moves"),
        first=reader.day(extent.first),
        last=reader.day(extent.last),
    )
    steps: dict[date, int] = {}
    against = total = 0
    for bucket in data.buckets(f, extent.unit, "country").buckets:
        steps[bucket.start] = steps.get(bucket.start, 0) + bucket.quads.total
        against += bucket.quads.conflict
        total += bucket.quads.total
    if len(steps) < 3:
        return f"{told}."
    peak = max(steps, key=lambda start: (steps[start], start))
    most = tr("busiest: {period}", period=step_name(peak, extent.unit))
    share = tr("{share} of conflict", share=reader.share(against / total))
    return f"{told}; {most}; {share}."


def _bulk(f: filters.EventFilter) -> filters.EventFilter:
    """The filter from the year on in which the bulk begins: few old moves must not squeeze all others."""
    if f.date_from or f.date_to or filters.view("whole"):
        return f
    years: dict[date, int] = {}
    for bucket in data.buckets(f, "year", "country").buckets:
        years[bucket.start] = years.get(bucket.start, 0) + bucket.quads.total
    skipped, total = 0, sum(years.values())
    for start in sorted(years):
        skipped += years[start]
        if skipped > total * STRAY:
            return filters.narrowed(f, first=start)
    return f


def _earlier(whole: data.Extent, extent: data.Extent) -> None:
    """What lies before the chart, and the way to it."""
    if extent.events == whole.events:
        return
    label = trn(
        "Show {n} earlier move too, from {year}",
        "Show {n} earlier moves too, from {year}",
        whole.events - extent.events,
        year=reader.day(whole.first, "year"),
    )
    st.button(label, type="tertiary", on_click=filters.set_view, args=("whole", "yes"))


def _controls() -> None:
    """What the lanes are, how long a step is, and whether comments are drawn."""
    row = st.container(horizontal=True, vertical_alignment="bottom", gap="medium")
    with st.expander(tr("Lanes, step, comments")) if reader.phone() else row:
        for name, label, options in (
            ("lanes", tr("Lanes"), LANES),
            ("step", tr("Step"), STEPS),
            ("comments", tr("Comments"), COMMENTS),
        ):
            choice.one_of(name, label, options)


def _chart(f: filters.EventFilter, extent: data.Extent, window: Window) -> story_below.Clicked | None:
    """Single marks where they are few, else bars; then what belongs below. Gives back what was clicked."""
    lanes: Any = filters.view("lanes")
    most = FEW_IN_FRAME if reader.embedded() else FEW
    few = extent.events <= most and filters.view("step") == "auto"  # known, so that many are not sorted
    rows = data.points(f, FEW) if few else None
    drawn = _singles(f, rows, lanes, window) if rows else None
    return drawn[0] if drawn else _bars(f, fitting(filters.view("step"), extent, window), lanes, window)


def _singles(
    f: filters.EventFilter, rows: Sequence[data.EventRow], lanes: data.Lanes, window: Window
) -> tuple[story_below.Clicked | None] | None:
    """The single moves; None where their marks would be too many after all."""
    with_comments = filters.view("comments") == "shown"
    said = data.said_of(tuple(row.event_id for row in rows)) if with_comments else {}
    marks = story_marks.singles(f, rows, said, lanes)
    sizes: dict[str, int] = {}
    for one in marks:
        sizes[one.lane] = sizes.get(one.lane, 0) + 1
    order = sorted(sizes, key=lambda lane: (-sizes[lane], lane))
    names = [(lane, words.party(lane)) for lane in order[:MOST_LANES]]
    width = timeline_rows.NARROW if reader.phone() else timeline_rows.WIDTH
    figure = timeline_points.points(names, marks, window.edges, width, reader.dark())
    if len(marks) > FEW or figure is None:
        return None
    counted = [chart.Bucket(one.lane, one.start, one.quad, 1) for one in marks]
    chosen = _plot(figure, f, "singles", _spoken(names, counted))
    seen = {"planned": any(m.planned for m in marks), "comment": bool(said)}
    seen |= {"long": any(m.long for m in marks), "published": any(not m.sure for m in marks)}
    _under(f, [name for name, here in seen.items() if here] + ["day"], len(order) - len(names), 0)
    if not reader.embedded():
        story_list.show(figure)
        story_below.show(f, chosen, "day", lanes)
        story_below.twin_of_singles(rows)
    return (chosen,)


def _bars(
    f: filters.EventFilter, unit: data.Unit, lanes: data.Lanes, window: Window
) -> story_below.Clicked | None:
    """Counts per step."""
    found = data.buckets(f, unit, lanes, most=MOST_LANES)
    names = [(lane, words.party(lane)) for lane in found.lanes]
    buckets, strips = story_marks.buckets(found), story_marks.strips(found)
    remarks = []
    if filters.view("comments") == "shown":
        remarks = story_marks.remarks(data.commented(f, unit, lanes), unit)
    whole_steps = around(window, [bucket.start for bucket in buckets], unit)
    figure = chart.bars(
        names, buckets, unit, whole_steps.edges, step_name, reader.dark(), strips=strips, remarks=remarks
    )
    chosen = _plot(figure, f, unit, _spoken(names, [*buckets, *strips]))
    seen = {"long": strips, "share": any(one.planned for one in buckets), "comment": remarks}
    _under(f, [name for name, here in seen.items() if here], len(found.others), found.coarse)
    if not reader.embedded():
        story_list.show(figure)
        story_below.show(f, chosen, unit, lanes)
        story_below.twin_of_bars(names, buckets, strips, unit)
    return chosen


def _plot(figure: Any, f: filters.EventFilter, what: str, alt: str) -> story_below.Clicked | None:
    """Draw. A click on a mark chooses it, one on a comment opens the move that it is about."""
    shown = (f, what, filters.view("lanes"), filters.view("comments"), st.session_state.get(TURN, 0))
    key = f"story_{zlib.crc32(repr(shown).encode()):x}"

    def chosen() -> None:
        story_list.forget()
        selection = st.session_state[key].selection
        said = [mark for mark in _marks(selection) if mark[0] == "said"]
        if said:
            # A new chart, for a chosen mark can't be chosen again.
            st.session_state[TURN] = st.session_state.get(TURN, 0) + 1
            moves.open_move(said[0][1])

    still = reader.phone() or reader.embedded()
    if still:  # a finger on the chart, or the wheel over a frame, scrolls the page
        figure["layout"]["dragmode"] = False
    with st.container(key="story_phone" if reader.phone() else "story"):
        state = st.plotly_chart(
            figure,
            key=key,
            on_select=reader.picks(chosen),
            selection_mode="points",
            config=dated(i18n.interface(), scrollZoom=not still),
            alt=alt,
        )
    if reader.embedded():
        return None
    listed = story_list.chosen(figure)
    marks = [listed] if listed else _marks(state.selection)
    return story_below.clicked([mark for mark in marks if mark[0] != "said"])


TURN = "_story_turn"
MOUSE = mark(
    "Click a mark for its moves. Drag across the chart or turn the wheel over it to zoom; a double click "
    "goes back."
)
TOUCH = mark("Tap a mark for its moves.")


def _marks(selection: Any) -> list[list[str]]:
    return [point["customdata"] for point in selection.points if "customdata" in point]


def _under(f: filters.EventFilter, shapes: Sequence[str], others: int, coarse: int) -> None:
    """The keys, the source, what one can do, and what is not drawn."""
    keys.quads()
    story_key.shapes(shapes)
    told = [] if reader.embedded() else [tr(TOUCH if reader.phone() else MOUSE)]
    if coarse:
        told.append(
            trn(
                "{n} move is known by the month or year only and lies under its lane as a thin bar.",
                "{n} moves are known by the month or year only and lie under their lanes as thin bars.",
                coarse,
            )
        )
    if others:
        told.append(trn("{n} smaller lane is left out.", "{n} smaller lanes are left out.", others))
    if not reader.embedded():
        told.append(tr("Source: reports of the press as read by Steppe."))
    if told:
        st.caption(" ".join(told))
    coverage_note.note(f)


def _spoken(names: list[tuple[str, str]], counted: Sequence[chart.Bucket | chart.Strip]) -> str:
    """The chart in words, for those who hear it."""
    sizes = {code: sum(b.count for b in counted if b.lane == code) for code, _ in names}
    against = sum(b.count for b in counted if b.quad in CONFLICT)
    lanes = ", ".join(f"{name} {i18n.number(sizes[code])}" for code, name in names)
    return tr("Moves over time by lane: {lanes}. Of conflict: {against}.", lanes=lanes, against=against)
