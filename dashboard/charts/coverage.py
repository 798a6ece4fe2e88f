"""What was read over time: articles a month, by language, and by outlet."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from dashboard.charts.base import Figure, axis, ink, layout
from models.queries.coverage import MonthRow

# One ink in steps for the commonest languages, since colours are kept for states and quad classes.
STEPS = (0.85, 0.6, 0.42, 0.3, 0.22, 0.15, 0.1)
MONTHS = {"month": 1, "quarter": 3, "year": 12}
ROW, LARGEST, SMALLEST, LONGEST = 22, 17, 5, 26  # pixels, and letters of an outlet's name


def figure(rows: Sequence[MonthRow], language: Callable[[str], str], dark: bool) -> Figure:
    """Stacked bars, one a month, from the first month to the last; months without an article stay empty."""
    counts: dict[str, dict[int, int]] = {}
    for row in rows:
        by_month = counts.setdefault(row.lang, {})
        by_month[row.month] = by_month.get(row.month, 0) + row.articles
    order = sorted(counts, key=lambda lang: -sum(counts[lang].values()))
    traces = [
        {
            "type": "bar",
            "name": language(lang),
            "x": [_middle(month) for month in sorted(counts[lang])],
            "y": [counts[lang][month] for month in sorted(counts[lang])],
            "marker": {"color": ink(dark, STEPS[min(i, len(STEPS) - 1)])},
            "hovertemplate": f"%{{x|%Y-%m}}, {language(lang)}: <b>%{{y}}</b><extra></extra>",
            "xperiod": "M1",
        }
        for i, lang in enumerate(order)
    ]
    ground = layout(
        dark,
        260,
        barmode="stack",
        showlegend=True,
        legend={"orientation": "h", "x": 0, "y": 1.12, "font": {"color": ink(dark)}},
        xaxis=axis(dark, type="date"),
        yaxis=axis(dark, showgrid=True, gridcolor=ink(dark, 0.08), rangemode="tozero"),
        margin={"l": 8, "r": 8, "t": 30, "b": 8},
    )
    return {"data": traces, "layout": ground}


def _middle(month: int) -> str:
    return f"{month // 100:04d}-{month % 100:02d}-15"


@dataclass(frozen=True, slots=True)
class Square:
    """What one outlet was read of in the step of time that begins on `start`; outlet "" means all others."""

    source: str
    start: dt.date
    articles: int


def step_for(months: int, columns: int = 48) -> str:
    """The step of time that cuts so many months into at most `columns` columns, or into years."""
    return next((step for step, n in MONTHS.items() if months <= n * columns), "year")


def squares_of(rows: Sequence[MonthRow], step: str, most: int = 20) -> tuple[list[str], list[Square]]:
    """The `most` outlets with the most articles, in that order, then "" for all others together where there
    are any; and what was read of each by step."""
    sizes: dict[str, int] = {}
    for row in rows:
        sizes[row.source] = sizes.get(row.source, 0) + row.articles
    named = sorted(sizes, key=lambda source: (-sizes[source], source.casefold()))[:most]
    counts: dict[tuple[str, dt.date], int] = {}
    for row in rows:
        key = row.source if row.source in named else "", start_of(row.month, step)
        counts[key] = counts.get(key, 0) + row.articles
    order = named if len(sizes) <= most else [*named, ""]
    return order, [Square(source, start, n) for (source, start), n in sorted(counts.items())]


def start_of(month: int, step: str) -> dt.date:
    """The first day of the step in which a month (year * 100 + month) lies."""
    return dt.date(month // 100, (month % 100 - 1) // MONTHS[step] * MONTHS[step] + 1, 1)


def starts_between(first: int, last: int, step: str) -> list[dt.date]:
    """The starts of all steps from one month's to another's."""
    found, at = [], start_of(first, step)
    while at <= start_of(last, step):
        found.append(at)
        ahead = at.month - 1 + MONTHS[step]
        at = dt.date(at.year + ahead // 12, ahead % 12 + 1, 1)
    return found


MOST_YEARS = 14  # as many have room side by side


def squares(
    outlets: Sequence[tuple[str, str]],
    found: Sequence[Square],
    starts: Sequence[dt.date],
    label: Callable[[dt.date, int], str],
    dark: bool,
) -> Figure:
    """Outlets (name and label) × all steps: a square's area says how many articles; steps in which nothing
    was read are shaded. `label` words a step and its articles. Customdata is [outlet, start as ISO day]."""
    row = {source: -i for i, (source, _) in enumerate(outlets)}
    shown = {source: _cut(name) for source, name in outlets}
    column = {start: i for i, start in enumerate(starts)}
    kept = [s for s in found if s.source in row and s.start in column]
    top = max((s.articles for s in kept if s.source), default=1)
    trace = {
        "type": "scatter",
        "mode": "markers",
        "x": [column[s.start] for s in kept],
        "y": [row[s.source] for s in kept],
        "customdata": [[s.source, s.start.isoformat()] for s in kept],
        "hovertext": [f"{shown[s.source]}<br>{label(s.start, s.articles)}" for s in kept],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "marker": {
            "symbol": "square",
            "size": [max(SMALLEST, LARGEST * min(1, math.sqrt(s.articles / top))) for s in kept],
            "color": [ink(dark, 0.75 if s.source else 0.4) for s in kept],
            "line": {"width": 0},
            "opacity": 1,
        },
        "unselected": {"marker": {"opacity": 0.4}},
    }
    read = {s.start for s in kept}
    years = [i for i, start in enumerate(starts) if start.month == 1] or [0]
    years = years[:: max(2 if len(years) > 6 and len(starts) < 20 else 1, math.ceil(len(years) / MOST_YEARS))]
    ground = layout(
        dark,
        56 + ROW * max(len(outlets), 1),
        xaxis=axis(
            dark,
            side="top",
            tickangle=0,
            tickvals=years,
            ticktext=[str(starts[i].year) for i in years] if starts else [],
            range=[-0.7, len(starts) - 0.3],
            showgrid=True,
            gridcolor=ink(dark, 0.08),
        ),
        yaxis=axis(
            dark,
            tickvals=[-i for i in range(len(outlets))],
            ticktext=[shown[source] for source, _ in outlets],
            range=[-len(outlets) + 0.4, 0.6],
            showgrid=True,
            gridcolor=ink(dark, 0.08),
        ),
        shapes=[_band(i, dark) for i, start in enumerate(starts) if start not in read],
    )
    return {"data": [trace], "layout": ground}


def _band(i: int, dark: bool) -> Figure:
    ends = {"x0": i - 0.5, "x1": i + 0.5, "y0": 0, "y1": 1}
    colour = {"fillcolor": ink(dark, 0.1), "line": {"width": 0}, "layer": "below"}
    return {"type": "rect", "xref": "x", "yref": "paper", **ends, **colour}


def _cut(name: str) -> str:
    """Outlets' names are strangers' words: short, and without the tags that Plotly takes."""
    kept = name if len(name) <= LONGEST else f"{name[: LONGEST - 1]}…"
    return kept.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
