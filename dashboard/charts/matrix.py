"""Counterparts × actions as squares: the area says how many, the colour which quad class."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from dashboard import words
from dashboard.charts.base import Figure, axis, ink, layout, quad_colour
from dashboard.i18n import number
from models.queries.network import Cell
from models.vocabulary.actions import actions

ROW, LARGEST, SMALLEST = 27, 21, 5  # pixels


def figure(cells: Sequence[Cell], names: Mapping[str, str], dark: bool, picked: str = "") -> Figure:
    """Squares that can be clicked (a heatmap's cells can't): customdata is [counterpart, action].

    `names` are display names of the counterparts, in the order in which rows are drawn from the top. Where
    `picked` is one of them, the other rows are faint.
    """
    slugs = [slug for slug in actions() if any(cell.action == slug for cell in cells)]
    rows = list(dict.fromkeys(cell.counterpart for cell in cells))
    top = max((cell.count for cell in cells), default=1)
    label = {slug: words.action(slug) for slug in slugs}
    trace = {
        "type": "scatter",
        "mode": "markers",
        "x": [slugs.index(cell.action) for cell in cells],
        "y": [-rows.index(cell.counterpart) for cell in cells],
        "customdata": [[cell.counterpart, cell.action] for cell in cells],
        "hovertext": [
            f"{names.get(cell.counterpart, cell.counterpart)}<br>{label[cell.action]}: "
            f"<b>{number(cell.count)}</b>"
            for cell in cells
        ],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "marker": {
            "symbol": "square",
            "size": [_side(cell.count, top) for cell in cells],
            "color": [quad_colour(actions()[cell.action].quad, dark) for cell in cells],
            "line": {"width": 0},
            "opacity": [_strength(cell.counterpart, picked, rows) for cell in cells],
        },
        "unselected": {"marker": {"opacity": 0.4}},
    }
    ground = layout(
        dark,
        170 + ROW * max(len(rows), 1),
        xaxis=axis(
            dark,
            side="top",
            tickvals=list(range(len(slugs))),
            ticktext=[label[slug] for slug in slugs],
            tickangle=-50,
            ticklabeloverflow="allow",
            range=[-0.7, len(slugs) - 0.3],
        ),
        yaxis=axis(
            dark,
            tickvals=[-i for i in range(len(rows))],
            ticktext=[_name(code, names, picked) for code in rows],
            range=[-len(rows) + 0.4, 0.6],
            showgrid=True,
            gridcolor=ink(dark, 0.08),
        ),
        margin={"l": 8, "r": 72, "t": 8, "b": 8},  # the last name leans over to the right
    )
    return {"data": [trace], "layout": ground}


def _strength(code: str, picked: str, rows: Sequence[str]) -> float:
    return 1 if code == picked or picked not in rows else 0.3


def _name(code: str, names: Mapping[str, str], picked: str) -> str:
    name = names.get(code, code)
    return f"<b>{name}</b>" if code == picked else name


def _side(count: int, top: int) -> float:
    """Pixels of a square's side: its area grows with the count."""
    return max(SMALLEST, LARGEST * math.sqrt(count / top))
