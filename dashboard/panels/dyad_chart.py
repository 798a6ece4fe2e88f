"""The charts of a pair under one filter: its moves over time with their turning points, and its actions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import streamlit as st

from dashboard import filters, pairs, reader, steps, words
from dashboard.charts import dyad as chart
from dashboard.charts import dyad_actions, dyad_steps
from dashboard.i18n import mark, number, tr, trn
from dashboard.panels import coverage_note, dyad_pair, dyad_tone, keys, marks
from dashboard.text import escape
from models.queries.dyad import Cell, between
from models.queries.filters import EventFilter
from models.tone import MOVES, Turn, turns
from models.vocabulary.actions import QUADS

TITLES = {
    "month": mark("How many moves a month, and of what kind?"),
    "quarter": mark("How many moves a quarter, and of what kind?"),
    "year": mark("How many moves a year, and of what kind?"),
}


@dataclass(frozen=True, slots=True)
class Shown:
    """What this run looks at: the filter, the pair, the way, and the cells and turning points of that way."""

    f: EventFilter
    a: str
    b: str
    way: Any
    found: pairs.Dyad
    cells: tuple[Cell, ...]
    turns: tuple[Turn, ...]
    unit: str


def shown_of(f: EventFilter, found: pairs.Dyad) -> Shown:
    """What the address asks to see of a pair."""
    way = filters.view("way")
    cells = tuple(cell for cell in found.cells if way in ("all", cell.way))
    turned = turns(dyad_steps.tones(cells))
    return Shown(f, found.a, found.b, way, found, cells, turned, dyad_steps.unit_of(cells))


def over_time(shown: Shown) -> None:
    """The chart, its key, its rule, what it leaves out, and its table."""
    rows = dyad_steps.steps(shown.cells, shown.unit)
    told = {
        row.start: tr(
            "{step}: {moves}, mean intensity {mean}",
            step=steps.name(row.start, shown.unit),
            moves=reader.count(row.moves, "move", "moves"),
            mean=dyad_tone.signed(row.mean),
        )
        for row in rows
    }
    unread = _unread(shown, rows)
    figure = chart.over_time(
        rows,
        shown.unit,
        told,
        dyad_tone.marks(shown.turns),
        unread,
        [(day, reader.day(day, exact)) for day, exact in dyad_steps.ticks(rows, 3 if reader.phone() else 6)],
        (tr("cooperation"), tr("conflict")),
        reader.dark(),
    )
    way = "" if shown.way == "all" else f" {dyad_pair.way_name(shown.way, shown.a, shown.b)}"
    st.header(tr(TITLES[shown.unit]) + way, anchor=False)
    name = f"dyad_{shown.a}_{shown.b}_{shown.way}_{shown.unit}"
    st.plotly_chart(
        figure,
        key=name,
        theme=None,
        on_select=reader.picks(lambda: _choose(name)),
        selection_mode="points",
        config=chart.CONFIG,
        alt=_spoken(rows, shown),
    )
    keys.quads()
    marks.of_view("at", "dyad_time", {code(row.start, shown.unit): told[row.start] for row in rows})
    if not reader.embedded():
        _turn_buttons(shown)
    enough = sum(cell.count for cell in shown.cells) >= 2 * MOVES
    notes = [dyad_tone.rule()] * enough + _gaps(shown, unread)
    if notes:
        st.caption(" ".join(notes))
    coverage_note.note(between(shown.f, shown.a, shown.b))
    if reader.embedded():
        return
    with st.expander(tr("The same as a table")):
        dyad_tone.table(rows, shown.unit, shown.turns)


def by_action(shown: Shown) -> None:
    """What each does to the other."""
    a, b = words.party(shown.a), words.party(shown.b)
    st.header(tr("What each does to the other"), anchor=False)
    left, right = escape(f"{a} → {b}"), escape(f"{b} → {a}")
    st.html(f'<div class="sp-axis sp-soft"><span>{left}</span><span>{right}</span></div>')
    ways = tuple(dyad_pair.way_name(way, shown.a, shown.b) for way in ("given", "joint", "received"))
    name = f"dyad_actions_{shown.a}_{shown.b}"
    counts: dict[str, int] = {}
    for cell in shown.found.cells:
        counts[f"{words.action(cell.action)}, {dyad_pair.way_name(cell.way, shown.a, shown.b)}"] = cell.count
    figure = dyad_actions.by_action(shown.found.cells, ways, reader.dark())  # type: ignore[arg-type]
    st.plotly_chart(
        figure,
        key=name,
        theme=None,
        on_select=reader.picks(lambda: _choose(name)),
        selection_mode="points",
        config=chart.CONFIG,
        alt=tr("What each does to the other: {rows}.", rows="; ".join(f"{k} {n}" for k, n in counts.items())),
    )
    marks.of_view("at", "dyad_actions", marks.hovered(figure, ":"))
    middle = tr("In the middle: what both do together.")
    st.caption(middle if reader.embedded() else f"{middle} {tr('Click a bar for its moves.')}")


def _turn_buttons(shown: Shown) -> None:
    """The turning points once more, for those who do not point at charts."""
    if not shown.turns:
        return
    with st.container(horizontal=True, gap="small"):
        for turn in shown.turns:
            st.button(
                dyad_tone.turn_label(turn),
                key=f"turn_{turn.month}",
                type="tertiary",
                help=dyad_tone.turn_told(turn),
                on_click=filters.set_view,
                args=("at", code(dyad_tone.first_day(turn.month), "month")),
            )


def _unread(shown: Shown, rows: tuple[dyad_steps.Step, ...]) -> list[tuple[date, date]]:
    """Stretches up to the last move from which no article was read: first day, day after."""
    first, end = rows[0].start, steps.last_day(rows[-1].start, shown.unit)
    # What follows the last move is no gap: it may not have come yet.
    last = min(end, steps.last_day(shown.found.last.replace(day=1), "month"))
    read = pairs.months_read(shown.f, first, last)
    stretches: list[tuple[date, date]] = []
    day = first
    while day <= last:
        after = steps.last_day(day, "month") + timedelta(days=1)
        if day.year * 100 + day.month not in read:
            joins = stretches and stretches[-1][1] == day
            stretches[-1:] = [(stretches[-1][0], after)] if joins else [*stretches[-1:], (day, after)]
        day = after
    return stretches


def _gaps(shown: Shown, unread: list[tuple[date, date]]) -> list[str]:
    """What the grey is, and what the chart leaves out."""
    notes = [tr("Grey: months from which no article was read.")] if unread else []
    if shown.found.coarse:
        notes.append(
            trn(
                "{n} move is not drawn: only its year is known.",
                "{n} moves are not drawn: only their year is known.",
                shown.found.coarse,
            )
        )
    return notes


def _spoken(rows: tuple[dyad_steps.Step, ...], shown: Shown) -> str:
    """The chart in words, for those who hear it."""
    counts = {quad: sum(row.quads.get(quad, 0) for row in rows) for quad in QUADS}
    kinds = ", ".join(f"{words.quad(quad)} {number(counts[quad])}" for quad in keys.ORDER)
    turned = "; ".join(map(dyad_tone.turn_label, shown.turns)) or tr("none")
    return tr("Moves over time: {kinds}. Turning points: {turns}.", kinds=kinds, turns=turned)


def _choose(name: str) -> None:
    """Put the clicked mark into the address."""
    points = st.session_state[name].selection.points
    picked = points[0].get("customdata") if points else None
    if not picked:
        filters.set_view("at", "")
    elif picked[0] in dyad_pair.WAYS:
        filters.set_view("at", ":".join(picked))
    else:
        filters.set_view("at", code(date.fromisoformat(picked[0]), picked[1]))


def code(start: date, unit: str) -> str:
    """A step as it stands in the address: `2025-11`, `2025-10:quarter`."""
    return f"{start:%Y-%m}" + ("" if unit == "month" else f":{unit}")
