"""Names and counts as quiet horizontal bars, the largest on top, each with its name above it."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.charts.base import Figure, axis, ink, layout
from dashboard.i18n import number

ROW = 38
LONGEST, NARROW = 42, 36


def ranks(
    rows: Sequence[tuple[str, int]], dark: bool, colour: str | Sequence[str] = "", clicked: bool = False
) -> Figure:
    """`rows` are (name, count), the largest first. Names stand over their bars, so that none is cut.

    `colour` is one for all bars or one for each. With `clicked` a whole row takes a click, name and all.
    """
    longest = NARROW if clicked else LONGEST
    places = [-i for i in range(len(rows))]
    most = max((count for _, count in rows), default=1)
    names = [name if len(name) <= longest else name[: longest - 1].rstrip() + "…" for name, _ in rows]
    bar = {
        "type": "bar",
        "orientation": "h",
        "x": [count for _, count in rows],
        "y": places,
        "width": 0.24,
        "marker": {
            "color": list(colour) if colour and not isinstance(colour, str) else colour or ink(dark, 0.45)
        },
        "hoverinfo": "skip",
    }
    ground = {
        "type": "bar",
        "orientation": "h",
        "x": [most for _ in rows],
        "y": [place + 0.25 for place in places],
        "width": 0.98,
        "marker": {"color": "rgba(0,0,0,0)"},
        "hoverinfo": "none",
    }
    label = {"xref": "x", "yref": "y", "showarrow": False, "yanchor": "bottom", "yshift": 4}
    notes = [
        label | {"x": 0, "y": y, "xanchor": "left", "text": _text(name), "font": {"size": 13}}
        for name, y in zip(names, places, strict=True)
    ]
    notes += [
        label | {"x": most, "y": y, "xanchor": "right", "text": number(count), "font": {"size": 13}}
        for (_, count), y in zip(rows, places, strict=True)
    ]
    return {
        "data": [bar, ground] if clicked else [bar],
        "layout": layout(
            dark,
            ROW * max(len(rows), 1) + 16,
            margin={"l": 0, "r": 4, "t": 8, "b": 4},
            xaxis=axis(dark, showticklabels=False, automargin=False, range=[0, most]),
            yaxis=axis(dark, showticklabels=False, automargin=False, range=[-len(rows) + 0.6, 0.75]),
            annotations=notes,
            barmode="overlay",
        ),
    }


def _text(words: str) -> str:
    """Plotly takes a few tags in its texts: strangers' names bring none in."""
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
