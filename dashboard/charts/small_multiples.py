"""The ground of small multiples: for each panel its axes, a rule in its colour, and a title."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.charts.base import FONT, Figure, axis, ink, layout

HEAD, GAP = 36, 16  # pixels


@dataclass(frozen=True, slots=True)
class Panel:
    """A party: its code, the title over its panel, its colour as #rrggbb."""

    code: str
    title: str
    colour: str


def bars(i: int, colour: str, opacity: float = 1.0) -> Figure:
    """What all bars of panel number `i` share."""
    return {
        "type": "bar",
        "xaxis": axis_name("x", i),
        "yaxis": axis_name("y", i),
        "marker": {"color": colour, "opacity": opacity, "line": {"width": 0}},
        "hovertemplate": "%{hovertext}<extra></extra>",
        "selected": {"marker": {"opacity": 1}},
        "unselected": {"marker": {"opacity": 0.35}},
    }


def axis_name(name: str, i: int) -> str:
    """What Plotly calls the axis of panel number `i`: `x`, `x2`, `xaxis3`."""
    return name if i == 0 else f"{name}{i + 1}"


def rule(i: int, dark: bool, **ends: float) -> Figure:
    """A thin line in panel number `i`, such as its zero."""
    line = {"color": ink(dark, 0.35), "width": 1}
    return {"type": "line", "xref": axis_name("x", i), "yref": axis_name("y", i), "line": line, **ends}


def columns_of(panels: Sequence[Panel], phone: bool) -> int:
    """How many panels stand side by side: all of them, on a phone two."""
    return 2 if phone else max(len(panels), 1)


def ground_of(panels: Sequence[Panel], dark: bool, phone: bool, inner: int, gap: int = GAP) -> Figure:
    """Axes, a coloured rule and a title for every panel; `inner` is a panel's height and `gap`
    the room below it, in pixels."""
    columns = columns_of(panels, phone)
    lines = -(-len(panels) // columns)
    height = lines * (HEAD + inner) + (lines - 1) * gap + 12
    ground = layout(dark, height, margin={"l": 4, "r": 4, "t": 2, "b": 10})
    whole, gutter = height - 12, 0.06 if phone else 0.025
    wide = (1 - gutter * (columns - 1)) / columns
    ground["shapes"], ground["annotations"] = [], []
    for i, panel in enumerate(panels):
        left = (i % columns) * (wide + gutter)
        top = 1 - (i // columns) * (HEAD + inner + gap) / whole
        bottom = top - (HEAD + inner) / whole
        ground[axis_name("xaxis", i)] = axis(
            dark, domain=[left, left + wide], anchor=axis_name("y", i), automargin=False
        )
        ground[axis_name("yaxis", i)] = axis(
            dark,
            domain=[max(bottom, 0), top - HEAD / whole],
            anchor=axis_name("x", i),
            automargin=i % columns == 0,
        )
        top_rule = {"type": "line", "xref": "paper", "yref": "paper", "y0": top, "y1": top}
        top_rule |= {"x0": left, "x1": left + wide, "line": {"color": panel.colour, "width": 3}}
        ground["shapes"].append(top_rule)
        ground["annotations"].append(
            {
                "xref": "paper",
                "yref": "paper",
                "x": left,
                "y": top,
                "xanchor": "left",
                "yanchor": "top",
                "yshift": -3,
                "text": panel.title,
                "showarrow": False,
                "font": {"family": FONT, "size": 11 if phone else 13, "color": ink(dark)},
            }
        )
    return ground
