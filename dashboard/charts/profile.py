"""The bars of one party's profile: its partners, and its actions."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from dashboard import words
from dashboard.charts.base import Figure, axis, ink, layout, quad_colour
from dashboard.i18n import number
from models.queries.network import Partner
from models.vocabulary.actions import actions as known_actions

ROW = 26  # pixels
Name = Callable[[str], str]


def partners(rows: Sequence[Partner], name: Name, dark: bool) -> Figure:
    """One bar a partner: cooperation to the right, conflict to the left, deeds next to the line."""
    labels = [name(row.code) for row in rows]
    traces = []
    for quad in ("MC", "VC", "MX", "VX"):
        sign = 1 if quad in ("MC", "VC") else -1
        counts = [getattr(row.quads, quad) for row in rows]
        traces.append(
            {
                "type": "bar",
                "orientation": "h",
                "name": words.quad(quad),
                "y": list(range(len(rows))),
                "x": [sign * count for count in counts],
                "marker": {"color": quad_colour(quad, dark)},
                "hovertext": [
                    f"{label}<br>{words.quad(quad)}: <b>{number(count)}</b>"
                    for label, count in zip(labels, counts, strict=True)
                ],
                "hovertemplate": "%{hovertext}<extra></extra>",
            }
        )
    ground = _ground(labels, dark) | {"barmode": "relative"}
    ground["xaxis"] |= {"zeroline": True, "zerolinecolor": ink(dark, 0.4), "showticklabels": False}
    return {"data": traces, "layout": ground}


def actions(rows: Sequence[tuple[str, int]], name: Name, dark: bool, most: int = 12) -> Figure:
    """One bar an action, in the colour of its quad class, with its count at the end."""
    kept = rows[:most]
    labels = [name(slug) for slug, _ in kept]
    trace = {
        "type": "bar",
        "orientation": "h",
        "y": list(range(len(kept))),
        "x": [count for _, count in kept],
        "text": [str(count) for _, count in kept],
        "textposition": "outside",
        "cliponaxis": False,
        "marker": {"color": [quad_colour(known_actions()[slug].quad, dark) for slug, _ in kept]},
        "hoverinfo": "skip",
    }
    ground = _ground(labels, dark)
    ground["xaxis"] |= {"showticklabels": False}
    ground["margin"] |= {"r": 34}
    return {"data": [trace], "layout": ground}


def _ground(labels: Sequence[str], dark: bool) -> Figure:
    return layout(
        dark,
        24 + ROW * max(len(labels), 1),
        xaxis=axis(dark),
        yaxis=axis(
            dark,
            tickvals=list(range(len(labels))),
            ticktext=list(labels),
            range=[len(labels) - 0.4, -0.6],
            ticks="outside",
            ticklen=6,
            tickcolor="rgba(0,0,0,0)",
        ),
        margin={"l": 8, "r": 8, "t": 2, "b": 8},
    )
