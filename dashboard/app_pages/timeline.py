"""Timeline: what happened when, in lanes, from years to days. A mark opens its moves."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial
from typing import Any, get_args

import streamlit as st

from dashboard import data, filters, reader, words
from dashboard.charts import timeline as chart
from dashboard.i18n import mark, tr, trn
from dashboard.page import Page
from dashboard.panels import empty, heading, keys, moves, take_away
from dashboard.text import escape

LANES = {"country": mark("Country"), "counterpart": mark("Counterpart")}
STEPS = {
    "auto": mark("Auto"),
    "year": mark("Year"),
    "quarter": mark("Quarter"),
    "month": mark("Month"),
    "week": mark("Week"),
    "day": mark("Day"),
}
SPANS = {
    mark("All"): None,
    mark("10 years"): 3653,
    mark("3 years"): 1096,
    mark("1 year"): 365,
    mark("90 days"): 90,
    mark("30 days"): 30,
}
STRAY = 0.03
FEW = 140
"""Up to this many moves each is drawn as a dot of its own."""
PAGE = Page(mark("Timeline"), order=20, views=(("lanes", "country"), ("step", "auto"), ("whole", "")))


def render() -> None:
    """The chart under its controls, then the moves of the mark that was clicked."""
    f = filters.current()
    whole = data.extent(f)
    if whole is None:
        heading.head(tr("Timeline"))
        empty.nothing(tr("No moves here"))
        return
    f = _bulk(f)
    extent = data.extent(f) or whole
    heading.head(tr("Timeline"), _finding(extent))
    _controls(extent)
    lanes: Any = filters.view("lanes") if filters.view("lanes") in LANES else "country"
    step = filters.view("step")
    points = data.points(f, FEW) if step not in get_args(data.Unit) else None
    if points is not None:
        chosen: Any = _draw_points(f, points, lanes)
    else:
        chosen = _draw_bars(f, step if step in get_args(data.Unit) else extent.unit, lanes)
    keys.quads()
    _earlier(whole, extent)
    _below(f, chosen)
    take_away.links(f)


def _finding(extent: data.Extent) -> str:
    return tr(
        "{told} between {first} and {last}. Click a mark for its moves.",
        told=reader.count(extent.events, "move", "moves"),
        first=reader.day(extent.first),
        last=reader.day(extent.last),
    )


def _bulk(f: filters.EventFilter) -> filters.EventFilter:
    """The filter from the year on in which the bulk begins: few old moves must not squeeze all others."""
    if f.date_from or filters.view("whole"):
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


def _controls(extent: data.Extent) -> None:
    """Lanes, step, and how far to look back from the newest move."""
    with st.container(horizontal=True, vertical_alignment="bottom", gap="medium"):
        for name, options in (("lanes", list(LANES)), ("step", list(STEPS))):
            if filters.view(name) not in options:
                filters.set_view(name, options[0])
        st.segmented_control(
            tr("Lanes"),
            list(LANES),
            format_func=partial(words.told, LANES),
            key=filters.key("lanes"),
            required=True,
        )
        st.segmented_control(
            tr("Step"),
            list(STEPS),
            format_func=partial(words.told, STEPS),
            key=filters.key("step"),
            required=True,
        )
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        told = escape(tr("Look back from the newest move"))
        st.html(f'<span class="sp-small sp-soft">{told}</span>', width="content")
        for label, days in SPANS.items():
            st.button(
                tr(label), key=f"span_{days}", on_click=_look_back, args=(extent.last, days), type="tertiary"
            )


def _look_back(last: date, days: int | None) -> None:
    if days is None:
        filters.change(from_=None, to=None)
    else:
        filters.change(from_=last - timedelta(days=days - 1))


def _draw_bars(f: filters.EventFilter, unit: Any, lanes: Any) -> tuple[str, date, str, str] | None:
    """Counts per step; the clicked bar as (lane, first day, quad, unit)."""
    found = data.buckets(f, unit, lanes)
    buckets = [
        chart.Bucket(bucket.lane, bucket.start, quad, getattr(bucket.quads, quad))
        for bucket in found.buckets
        for quad in ("VC", "MC", "VX", "MX")
        if getattr(bucket.quads, quad)
    ]
    names = [(lane, words.party(lane)) for lane in found.lanes]
    figure = chart.bars(names, buckets, unit, lambda start: step_name(start, unit), reader.dark())
    event = _plot(figure, f"bars_{lanes}_{unit}", _spoken(names, buckets))
    notes = []
    if found.others:
        notes.append(trn("{n} smaller lane", "{n} smaller lanes", len(found.others)))
    if found.coarse:
        notes.append(
            trn(
                "{n} move with a date too coarse for this step",
                "{n} moves with a date too coarse for this step",
                found.coarse,
            )
        )
    if notes:
        st.caption(tr("Left out: {what}. The table and the files hold them.", what="; ".join(notes)))
    if not event:
        return None
    lane, start, quad = event[0]
    return lane, date.fromisoformat(start), quad, unit


def _draw_points(f: filters.EventFilter, rows: Any, lanes: Any) -> tuple[str, ...] | None:
    """Single moves; the ids of the clicked ones."""
    home = f.countries or ("KAZ", "KGZ", "TJK", "TKM", "UZB", "C5")
    dots = []
    for row in rows:
        for own, other in ((row.actor, row.counterpart), (row.counterpart, row.actor)):
            if own in home:
                lane = own if lanes == "country" else other or ""
                told = f"<b>{words.pair(row)}</b><br>{words.action(row.action)}, {moves.when(row)}"
                dots.append(
                    chart.Point(row.event_id, lane, row.date, row.quad, told, row.planned_for is not None)
                )
    sizes: dict[str, int] = {}
    for dot in dots:
        sizes[dot.lane] = sizes.get(dot.lane, 0) + 1
    order = sorted(sizes, key=lambda lane: (-sizes[lane], lane))[:12]
    names = [(lane, words.party(lane)) for lane in order]
    counted = [chart.Bucket(dot.lane, dot.date, dot.quad, 1) for dot in dots]
    event = _plot(chart.points(names, dots, reader.dark()), f"points_{lanes}", _spoken(names, counted))
    return tuple(item[0] for item in event) or None


def _plot(figure: Any, key: str, alt: str) -> list[Any]:
    """Draw, and give back the customdata of the marks that were clicked."""
    state = st.plotly_chart(
        figure, key=key, on_select="rerun", selection_mode="points", config=chart.CONFIG, alt=alt
    )
    return [point["customdata"] for point in state.selection.points if "customdata" in point]


def _spoken(names: list[tuple[str, str]], buckets: list[chart.Bucket]) -> str:
    """The chart in words, for those who hear it."""
    sizes = {code: sum(b.count for b in buckets if b.lane == code) for code, _ in names}
    against = sum(b.count for b in buckets if b.quad in chart.CONFLICT)
    lanes = ", ".join(f"{name} {sizes[code]}" for code, name in names)
    return tr("Moves over time by lane: {lanes}. Of conflict: {against}.", lanes=lanes, against=against)


def _below(f: filters.EventFilter, chosen: Any) -> None:
    """The moves of the clicked mark, else the newest."""
    if chosen is None:
        st.subheader(tr("The newest of them"), anchor=False)
        moves.table(data.moves(f, limit=10).rows, "timeline_newest")
    elif len(chosen) == 4 and isinstance(chosen[1], date):
        lane, start, quad, unit = chosen
        _bucket(f, lane, start, quad, unit)
    else:
        rows = [card.event for card in map(data.move, chosen) if card]
        st.subheader(tr("The moves that you clicked"), anchor=False)
        moves.table(rows, "timeline_points")


def _bucket(f: filters.EventFilter, lane: str, start: date, quad: str, unit: Any) -> None:
    """The moves behind one bar, and the way further down."""
    end = last_day(start, unit)
    title = f"{words.party(lane)}, {step_name(start, unit)}: {words.quad(quad).lower()}"
    st.subheader(title, anchor=False)
    narrow = filters.narrowed(f, quads=(quad,), first=start, last=end)
    if lane:
        narrow = filters.with_party(narrow, lane, filters.view("lanes"))
    rows = data.moves(narrow, limit=200).rows
    moves.table([row for row in rows if lane or not row.counterpart], f"timeline_bar_{lane}_{start}_{quad}")
    if unit != "day":
        st.button(tr("Zoom to {step}", step=step_name(start, unit)), on_click=_zoom, args=(start, end))


def _zoom(start: date, end: date) -> None:
    filters.change(from_=start, to=end)
    filters.set_view("step", "auto")


def last_day(start: date, unit: str) -> date:
    """The last day of the step that begins on `start`."""
    if unit in {"day", "week"}:
        return start + timedelta(days=0 if unit == "day" else 6)
    months = {"month": 1, "quarter": 3, "year": 12}[unit]
    ahead = start.month - 1 + months
    return date(start.year + ahead // 12, ahead % 12 + 1, 1) - timedelta(days=1)


def step_name(start: date, unit: str) -> str:
    """`2024`, `2024 Q2`, `May 2024`, `week of May 6, 2024`, `May 6, 2024`."""
    if unit == "year":
        return reader.day(start, "year")
    if unit == "quarter":
        return tr("{year} Q{quarter}", year=start.year, quarter=(start.month + 2) // 3)
    if unit == "month":
        return reader.day(start, "month")
    return tr("week of {day}", day=reader.day(start)) if unit == "week" else reader.day(start)
