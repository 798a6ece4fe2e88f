"""How do the five differ? Each state in a panel of its own: over time, with whom, by what, how warm."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

import streamlit as st

from dashboard import data, filters, reader, steps, words
from dashboard.charts import base
from dashboard.charts import compare as chart
from dashboard.i18n import mark, tr
from dashboard.page import Page
from dashboard.panels import choice, compare_table, compared, coverage_note, empty, heading, marks, take_away
from dashboard.panels.embed import outlets
from models.queries.compare import State, begins, step_of
from models.vocabulary import CENTRAL_ASIA, actor, actors

MEASURES = {"share": mark("Share of the state's moves"), "moves": mark("Number of moves")}
KINDS = {"action": mark("Action"), "quad": mark("Kind")}
PAGE = Page(
    mark("Compare"),
    46,
    views=(("measure", "share"), ("by", "action"), ("pick", "")),
    charts=(
        ("time", mark("When: cooperation above the line, conflict below")),
        ("partners", mark("With whom")),
        ("kinds", mark("By what")),
        ("means", mark("How warm or hostile, on average")),
    ),
)
ENOUGH = 12
"""A state with fewer moves than this is no ground for a finding."""
MOST = 6
ORDER = ("MC", "VC", "VX", "MX")
Told = Callable[[float], str]


def render() -> None:
    """The finding, four charts, under each the moves of the bar that was clicked, all numbers in tables."""
    f, own = _asked(filters.current())
    found = data.compare(f, own)
    heading.head(tr("Compare"), finding(found))
    if not any(state.total for state in found.states):
        empty.nothing(tr("No moves here"))
        return
    if len(filters.current().countries) == 1:
        st.caption(tr("It takes two countries to compare: all five are shown."))
    _controls()
    # The charts are asked first and the note fills its place above them later: it may take a moment.
    place = st.container()
    pick = filters.view("pick")
    unit, slots = _over_time(f, own, found)
    compared.show(f, own, pick, "time")
    _partners(found)
    compared.show(f, own, pick, "partner")
    _kinds(found)
    compared.show(f, own, pick, filters.view("by"))
    _means(found)
    compared.show(f, own, pick, "all")
    compare_table.twin(found, unit, slots)
    take_away.links(replace(f, countries=own))
    with place:
        coverage_note.note(replace(f, countries=own))


def embed(code: str) -> int:
    """One of the four charts alone."""
    f, own = _asked(filters.current())
    found = data.compare(f, own)
    heading.head(tr("Compare"), finding(found))
    if code == "time":
        _over_time(f, own, found)
    else:
        {"partners": _partners, "kinds": _kinds, "means": _means}[code](found)
    return outlets(replace(f, countries=own))


def _asked(f: filters.EventFilter) -> tuple[filters.EventFilter, tuple[str, ...]]:
    """The states to compare, those of the filter if they are two at least, and the filter without them."""
    own = f.countries[:MOST] if len(f.countries) > 1 else CENTRAL_ASIA
    return replace(f, countries=()), own


def finding(found: data.SideBySide) -> str:
    """Of states with enough moves: who leans most on one partner, whose share of conflict is the largest."""
    told = []
    large = [state for state in found.states if state.total >= ENOUGH]
    leaning = [(state.share(state.closest[1]), state, state.closest[0]) for state in large if state.closest]
    if leaning:
        share, state, partner = max(leaning, key=lambda item: item[0])
        told.append(
            tr(
                "{state} turns most to one partner: {share} of its moves are with {partner}.",
                state=words.party(state.code),
                share=reader.share(share),
                partner=words.party(partner),
            )
        )
    hostile = max(large, key=lambda state: state.share(state.quads.conflict), default=None)
    if hostile and hostile.quads.conflict and len(large) > 1:
        told.append(
            tr(
                "The largest share of conflict: {state}, {share}.",
                state=words.party(hostile.code),
                share=reader.share(hostile.share(hostile.quads.conflict)),
            )
        )
    return " ".join(told)


def _controls() -> None:
    with st.container(horizontal=True, vertical_alignment="bottom", gap="medium"):
        for name, label, options in (
            ("measure", tr("Bars show"), MEASURES),
            ("by", tr("Moves by"), KINDS),
        ):
            choice.one_of(name, label, options)


def _panels(found: data.SideBySide) -> list[chart.Panel]:
    return [
        chart.Panel(
            state.code,
            f"<b>{words.party(state.code)}</b> · {reader.number(state.total)}",
            colour(state.code),
        )
        for state in found.states
    ]


def colour(code: str) -> str:
    """The party's own colour, a grey for those that have none."""
    return (actor(code).colour if code in actors() else None) or "#8A8378"


def _measured(state: State, count: int) -> float:
    return state.share(count) if filters.view("measure") == "share" else count


def _told() -> Told:
    return reader.share if filters.view("measure") == "share" else reader.number


def _draw(figure: Any, key: str, alt: str) -> None:
    """A chart whose bars name their moves: a click puts them into the address."""

    def chosen() -> None:
        points = st.session_state[key].selection.points
        picked = points[0].get("customdata") if points else None
        filters.set_view("pick", ":".join(picked) if picked else "")

    with st.container(key=f"{'narrow' if reader.phone() or key == 'means' else 'wide'}_{key}"):
        st.plotly_chart(
            figure, key=key, on_select=reader.picks(chosen), theme=None, config=base.CONFIG, alt=alt
        )
    marks.of_view("pick", key, marks.hovered(figure, ":"))


def _over_time(
    f: filters.EventFilter, own: tuple[str, ...], found: data.SideBySide
) -> tuple[str, list[chart.Slot]]:
    """Moves by step of time; gives back the step and the counts, for the table."""
    ours = replace(f, countries=own)
    years = _years(ours)
    start = None if f.date_from else begins(years)
    within = filters.narrowed(ours, first=start)
    extent = data.extent(within)
    unit = step_of(extent) if extent else "year"
    buckets = data.buckets(within, unit, "country").buckets
    counts = [chart.Slot(b.lane, b.start, b.quads.cooperation, b.quads.conflict) for b in buckets]
    states = {state.code: state for state in found.states}
    slots = [
        chart.Slot(
            slot.code,
            slot.start,
            _measured(states[slot.code], int(slot.cooperation)),
            _measured(states[slot.code], int(slot.conflict)),
        )
        for slot in counts
    ]
    st.header(tr("When: cooperation above the line, conflict below"), anchor=False)
    figure = chart.over_time(
        _panels(found),
        slots,
        unit,
        partial(steps.name, unit=unit),
        (tr("cooperation"), tr("conflict")),
        _told(),
        reader.dark(),
        reader.phone(),
    )
    _draw(figure, f"time_{unit}", _spoken(found, lambda s: f"{s.quads.cooperation}, {s.quads.conflict}"))
    note = tr("All panels have one scale; the number beside a name is that state's moves.")
    if not reader.embedded():
        note += " " + tr("Click a bar for its moves.")
    if start and start > min(years):
        note += " " + tr("From {year} on; earlier moves are few.", year=reader.day(start, "year"))
    st.caption(note)
    return unit, counts


def _years(f: filters.EventFilter) -> dict[date, int]:
    years: dict[date, int] = {}
    for bucket in data.buckets(f, "year", "country").buckets:
        years[bucket.start] = years.get(bucket.start, 0) + bucket.quads.total
    return years


def _spoken(found: data.SideBySide, said: Callable[[State], str]) -> str:
    """The chart in words: each state and what it shows."""
    rows = "; ".join(f"{words.party(state.code)}: {said(state)}" for state in found.states)
    return tr("Moves of each state in panels. {rows}. The table below holds all numbers.", rows=rows)


def _partners(found: data.SideBySide) -> None:
    st.header(tr("With whom"), anchor=False)
    rows = [
        chart.Row(
            code,
            words.party(code),
            {s.code: _measured(s, s.partners[code].total) for s in found.states if code in s.partners},
        )
        for code in found.partners
    ]
    figure = chart.rows(_panels(found), rows, "partner", _told(), reader.dark(), reader.phone())
    _draw(figure, "partners", _spoken(found, _closest))
    if reader.embedded():
        return
    st.caption(
        tr(
            "The {n} counterparts with the most moves of all together; the rest stands in the table.",
            n=len(rows),
        )
    )


def _closest(state: State) -> str:
    return f"{words.party(state.closest[0])} {state.closest[1]}" if state.closest else "0"


def _kinds(found: data.SideBySide) -> None:
    """By action or by quad class, as the reader chose."""
    st.header(tr("By what"), anchor=False)
    if filters.view("by") == "quad":
        rows = [
            chart.Row(
                code, words.quad(code), {s.code: _measured(s, getattr(s.quads, code)) for s in found.states}
            )
            for code in ORDER
        ]
    else:
        rows = [
            chart.Row(
                slug, words.action(slug), {s.code: _measured(s, s.actions.get(slug, 0)) for s in found.states}
            )
            for slug in found.actions
        ]
    kind = filters.view("by")
    figure = chart.rows(_panels(found), rows, kind, _told(), reader.dark(), reader.phone())
    _draw(figure, f"kinds_{kind}", _spoken(found, lambda s: f"{s.quads.cooperation}, {s.quads.conflict}"))


def _means(found: data.SideBySide) -> None:
    st.header(tr("How warm or hostile, on average"), anchor=False)
    values = {state.code: state.mean_intensity for state in found.states if state.total}
    figure = chart.means(_panels(found), values, _signed, reader.dark())
    _draw(figure, "means", _spoken(found, lambda state: _signed(state.mean_intensity)))
    st.caption(tr("Mean of the moves' Goldstein values, from −10 conflict to 10 cooperation."))


def _signed(value: float) -> str:
    text = reader.number(round(abs(value), 1))
    return text if not round(value, 1) else f"{'+' if value > 0 else '−'}{text}"
