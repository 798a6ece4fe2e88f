"""What was read over time: articles a month, by language."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from dashboard.charts.base import Figure, axis, ink, layout
from models.queries.coverage import MonthRow

# One ink in steps for the commonest languages, since colours are kept for states and quad classes.
STEPS = (0.85, 0.6, 0.42, 0.3, 0.22, 0.15, 0.1)


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
