"""From decades to days by buttons: closer and wider around a day, earlier, later, back to the newest."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import streamlit as st

from dashboard import data, filters
from dashboard.i18n import mark, tr
from dashboard.panels.time_steps import Window
from dashboard.text import escape

LADDER = (7, 30, 90, 365, 1096, 3653, 10958)
"""Days of the stretches between which the buttons step."""
SPANS = {
    mark("All"): None,
    mark("10 years"): 3653,
    mark("3 years"): 1096,
    mark("1 year"): 365,
    mark("90 days"): 90,
    mark("30 days"): 30,
    mark("7 days"): 7,
}
Dates = tuple[date | None, date | None]
EVERYTHING: Dates = (None, None)
DAY = timedelta(days=1)


def shown(f: filters.EventFilter, extent: data.Extent) -> Window:
    """The days that the chart shows: those asked for, unless they reach far beyond all moves."""
    room = timedelta(days=max(30, (extent.last - extent.first).days))
    first = max(f.date_from or extent.first, extent.first - room)
    return Window(first, min(f.date_to or extent.last, extent.last + room))


def closer(window: Window, newest: date, chosen: date | None) -> Dates | None:
    """The next smaller stretch: around the chosen day, else up to the newest move; None at the bottom."""
    days = max((days for days in LADDER if days <= window.days * 0.7), default=0)
    if not days:
        return None
    first = chosen - days // 2 * DAY if chosen else min(newest, window.last) - (days - 1) * DAY
    first = max(min(first, window.last - (days - 1) * DAY), window.first)
    return first, first + (days - 1) * DAY


def wider(window: Window, whole: data.Extent, chosen: date | None) -> Dates:
    """The next larger stretch: around the chosen day or the middle, but not past the newest move."""
    days = min((days for days in LADDER if days >= window.days * 1.4), default=0)
    if not days or days >= (whole.last - whole.first).days:
        return EVERYTHING
    middle = chosen or window.first + (window.days // 2) * DAY
    last = min(middle + days // 2 * DAY, max(whole.last, window.last))
    return last - (days - 1) * DAY, last


def earlier(window: Window, before: data.Extent | None) -> Dates | None:
    """The stretch before, of the same length; over a gap to the newest move `before`; None where is none."""
    if before is None:
        return None
    last = window.first - DAY
    if before.last < last - (window.days - 1) * DAY:
        last = before.last
    return last - (window.days - 1) * DAY, last


def later(window: Window, after: data.Extent | None) -> Dates | None:
    """The stretch that follows, of the same length; over a gap to the first move `after`."""
    if after is None:
        return None
    first = window.last + DAY
    if after.first > first + (window.days - 1) * DAY:
        first = after.first
    return first, first + (window.days - 1) * DAY


def back(newest: date, days: int | None) -> Dates:
    """So many days up to the newest move, open towards what comes; None is everything."""
    return (newest - (days - 1) * DAY, None) if days else EVERYTHING


def go(first: date | None, last: date | None) -> None:
    """Set the dates, for `on_click`, and let the step of the bars follow."""
    filters.change(
        from_=max(first, filters.FIRST) if first else None,
        to=min(last, filters.LAST) if last else None,
    )
    filters.set_view("step", "auto")
    filters.set_view("whole", "yes" if (first, last) == EVERYTHING else "")


def buttons(f: filters.EventFilter, window: Window, whole: data.Extent, chosen: date | None) -> None:
    """The row of buttons. `whole` is how far the moves reach without the dates of the filter."""
    before = data.extent(replace(f, date_from=None, date_to=window.first - DAY))
    after = data.extent(replace(f, date_from=window.last + DAY, date_to=None))
    at_all = not f.date_from and not f.date_to
    out = None if at_all else wider(window, whole, chosen)
    moves: list[tuple[str, str, str, Dates | None]] = [
        ("closer", tr("Closer"), ":material/zoom_in:", closer(window, whole.last, chosen)),
        ("wider", tr("Wider"), ":material/zoom_out:", out),
        ("earlier", tr("Earlier"), ":material/arrow_back:", earlier(window, before)),
        ("later", tr("Later"), ":material/arrow_forward:", later(window, after)),
    ]
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="zoom"):
        for name, label, icon, dates in moves:
            st.button(
                label,
                key=f"zoom_{name}",
                icon=icon,
                disabled=dates is None,
                on_click=go,
                args=dates or EVERYTHING,
            )
        told = escape(tr("Look back from the newest move"))
        st.html(f'<span class="sp-small sp-soft">{told}</span>', width="content")
        for label, days in SPANS.items():
            st.button(
                tr(label), key=f"span_{days}", on_click=go, args=back(whole.last, days), type="tertiary"
            )
