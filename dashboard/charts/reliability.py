"""Confidence against what was right: on the diagonal it says what it means."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from dashboard.charts.base import Figure, axis, ink, layout
from dashboard.i18n import percent, tr


def figure(bins: Sequence[Mapping[str, Any]], dark: bool) -> Figure:
    """A dot for each bin of confidence with a row in it, its area by the number of rows.

    A bin holds `low`, `high`, `rows`, `right` and `confidence`, the mean of its rows.
    """
    filled = [row for row in bins if row["rows"]]
    most = max((row["rows"] for row in filled), default=1)
    line = {
        "type": "scatter",
        "mode": "lines",
        "x": [0, 1],
        "y": [0, 1],
        "line": {"color": ink(dark, 0.3), "width": 1, "dash": "dot"},
        "hoverinfo": "skip",
    }
    dots = {
        "type": "scatter",
        "mode": "markers+text",
        "x": [row["confidence"] for row in filled],
        "y": [row["right"] / row["rows"] for row in filled],
        "text": [str(row["rows"]) for row in filled],
        "textposition": "bottom center",
        "textfont": {"size": 11, "color": ink(dark, 0.75)},
        "marker": {
            "size": [8 + 18 * (row["rows"] / most) ** 0.5 for row in filled],
            "color": ink(dark, 0.55),
            "line": {"width": 0},
        },
        "hovertext": [
            tr(
                "{low} to {high}: {right} of {rows} right",
                low=percent(row["low"]),
                high=percent(row["high"]),
                right=row["right"],
                rows=row["rows"],
            )
            for row in filled
        ],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "cliponaxis": False,
    }
    share = {"tickformat": ".0%", "showgrid": True, "gridcolor": ink(dark, 0.08), "dtick": 0.2}
    ground = layout(
        dark,
        340,
        xaxis=axis(dark, range=[0.35, 1.02], **share) | {"title": _title(tr("confidence"), dark)},
        yaxis=axis(dark, range=[0, 1.08], **share) | {"title": _title(tr("right"), dark)},
    )
    return {"data": [line, dots], "layout": ground}


def _title(text: str, dark: bool) -> Figure:
    return {"text": text, "font": {"size": 12, "color": ink(dark, 0.75)}}
