"""A year or a quarter at a time: a slider in the address, steps to either side, and play."""

from __future__ import annotations

import datetime as dt
import re
import time

import streamlit as st

from dashboard import data, filters
from dashboard.i18n import tr
from models.queries.filters import EventFilter

VIEW = ("at", "")
QUARTERS_BELOW = 3 * 365  # days of moves: fewer are stepped through by quarter
EACH = 1.8  # seconds that a step stands while playing
_CODE = re.compile(r"(\d{4})(?:q([1-4]))?")
_PLAYING, _SINCE = "through_time_playing", "through_time_since"


def narrowed(f: EventFilter) -> EventFilter:
    """The filter within the step that the address names, or as it is."""
    span = days(filters.view("at"))
    return filters.narrowed(f, (), *span) if span else f


def days(code: str) -> tuple[dt.date, dt.date] | None:
    """First and last day of `2025` or `2025q3`; None for anything else."""
    found = _CODE.fullmatch(code)
    if not found or found[1] == "0000":
        return None
    year, quarter = int(found[1]), int(found[2] or 0)
    first = dt.date(year, 3 * quarter - 2 if quarter else 1, 1)
    month = 3 * quarter or 12
    last = dt.date(year, month, {3: 31, 6: 30, 9: 30, 12: 31}[month])
    return first, last


def steps(first: dt.date, last: dt.date) -> list[str]:
    """Codes of all quarters between two days, or of all years where they lie far apart."""
    if (last - first).days >= QUARTERS_BELOW:
        return [f"{year:04d}" for year in range(first.year, last.year + 1)]
    numbers = range(first.year * 4 + (first.month - 1) // 3, last.year * 4 + (last.month - 1) // 3 + 1)
    return [f"{number // 4:04d}q{number % 4 + 1}" for number in numbers]


def said(code: str) -> str:
    """A step in words."""
    year, _, quarter = code.partition("q")
    if not year:
        return tr("all years")
    return tr("{year}, quarter {n}", year=year, n=quarter) if quarter else year


def control(f: EventFilter) -> None:
    """The slider and its buttons; nothing where there is only one step. `f` is the filter without a step."""
    extent = data.extent(f)
    codes = steps(extent.first, extent.last) if extent else []
    if len(codes) < 2:
        return
    options = ["", *codes]
    if filters.view("at") not in options:
        filters.set_view("at", "")
    playing = bool(st.session_state.get(_PLAYING))
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        at = options.index(filters.view("at"))
        ends = at == 0, at + 1 == len(options)
        st.button(tr("Earlier"), key="step_back", disabled=ends[0], on_click=_go, args=(options, at - 1))
        st.button(tr("Later"), key="step_on", disabled=ends[1], on_click=_go, args=(options, at + 1))
        st.button(tr("Stop") if playing else tr("Play"), key="step_play", on_click=_toggle, args=(options,))
        st.select_slider(
            tr("Through time"), options, format_func=said, key=filters.key("at"), on_change=_stop
        )
    if playing:
        st.session_state[_SINCE] = time.monotonic()
        _player(options)


@st.fragment(run_every=EACH)
def _player(options: list[str]) -> None:
    """Runs with the page, which starts the clock, and then each time that a step has stood long enough."""
    waited = time.monotonic() - st.session_state.get(_SINCE, 0.0)
    if not st.session_state.get(_PLAYING) or waited < EACH / 2:
        return
    at = options.index(filters.view("at")) if filters.view("at") in options else 0
    if at + 1 < len(options):
        _put(options[at + 1])
    if at + 2 >= len(options):
        st.session_state[_PLAYING] = False
    st.rerun()


def _put(code: str) -> None:
    filters.set_view("at", code)


def _go(options: list[str], at: int) -> None:
    _stop()
    _put(options[at])


def _stop() -> None:
    st.session_state[_PLAYING] = False


def _toggle(options: list[str]) -> None:
    """Play from the first step where none, or the last one, is shown."""
    st.session_state[_PLAYING] = not st.session_state.get(_PLAYING)
    if st.session_state[_PLAYING] and filters.view("at") in ("", options[-1]):
        _put(options[1])
