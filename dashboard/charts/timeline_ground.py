"""The ground of both timelines: lanes one under another, each under its name, on one axis of dates."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from dashboard.charts.base import Figure, axis, ink, layout

Lanes = Sequence[tuple[str, str]]
NAME = 20
"""Pixels kept above each lane for its name."""
BELOW = 44  # under days stands a line with their year
MS = 86_400_000


def ground(
    lanes: Lanes,
    names: Sequence[float],
    lines: Sequence[float],
    height: float,
    window: tuple[dt.date, dt.date],
    dark: bool,
) -> Figure:
    """The layout. `names` and `lines` are the heights, in pixels from the bottom, of each lane's name and
    line; `window` are the first day shown and the day after the last: the wheel leads no further out.
    A drag across zooms to what it covers."""
    start, end = (day.isoformat() for day in window)
    return layout(
        dark,
        round(height) + BELOW + 4,
        margin={"l": 6, "r": 0, "t": 4, "b": BELOW},
        xaxis=axis(
            dark,
            type="date",
            range=[start, end],
            minallowed=start,
            maxallowed=end,
            showgrid=True,
            gridcolor=ink(dark, 0.08),
            fixedrange=False,
            automargin=False,
            ticklabeloverflow="hide past domain",
        ),
        yaxis=axis(
            dark,
            showticklabels=False,
            range=[0, height],
            automargin=False,
        ),
        annotations=[_named(name, y, dark) for (_, name), y in zip(lanes, names, strict=True)],
        shapes=[
            {
                "type": "line",
                "xref": "paper",
                "x0": 0,
                "x1": 1,
                "y0": line,
                "y1": line,
                "line": {"color": ink(dark, 0.28), "width": 1},
                "layer": "below",
            }
            for line in lines
        ],
        dragmode="zoom",  # "select" would have Streamlit take no clicks
        barmode="overlay",
    )


def _named(name: str, y: float, dark: bool) -> Figure:
    """The name of a lane. A tick label inside of the chart would hide the dates that it stands above."""
    return {
        "text": f"<b>{name}</b>",
        "xref": "paper",
        "x": 0,
        "xanchor": "left",
        "y": y,
        "yanchor": "middle",
        "showarrow": False,
        "font": {"size": 12, "color": ink(dark, 0.85)},
    }


def spoken(x: list[str], y: list[float], data: list[list[str]], told: list[str], dark: bool) -> Figure:
    """The marks of comments: small and of the colour of ink, each under what it is about."""
    return {
        "type": "scatter",
        "mode": "markers",
        "x": x,
        "y": y,
        "marker": {"symbol": "triangle-up", "size": 8, "color": ink(dark, 0.72), "line": {"width": 0}},
        "customdata": data,
        "hovertext": told,
        "hovertemplate": "%{hovertext}<extra></extra>",
        "hoverlabel": {"bgcolor": opaque(dark), "font": {"color": opaque(not dark)}},
        "selected": {"marker": {"opacity": 1}},
        "unselected": {"marker": {"opacity": 0.6}},
    }


def opaque(dark: bool) -> str:
    """The colour of ink where nothing may shine through."""
    return "rgb(236,230,218)" if dark else "rgb(35,33,29)"


def at(day: dt.date, days: float = 0.0) -> str:
    """A moment so many days after a day begins, as Plotly reads it."""
    moment = dt.datetime.combine(day, dt.time()) + dt.timedelta(days=days)
    return moment.isoformat(timespec="seconds")
