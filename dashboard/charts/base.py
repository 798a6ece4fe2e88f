"""What all figures share: quiet axes, fonts, palette. Figures are plain dicts, which Plotly takes as such.

A dict costs 1.6 ms where `plotly.express` costs 50 (measured). `dark` says which theme is worn; grounds stay
transparent, so that the page shows through.
"""

from __future__ import annotations

from typing import Any

from babel import Locale

from models.vocabulary.actions import QUADS

Figure = dict[str, Any]
FONT = "Inter, Noto Sans, Segoe UI, sans-serif"
NO_FILL = "rgba(0,0,0,0)"
COOPERATION, CONFLICT = ("VC", "MC"), ("VX", "MX")


def ink(dark: bool, share: float = 1.0) -> str:
    """The text colour, `share` of it opaque."""
    red, green, blue = (236, 230, 218) if dark else (35, 33, 29)
    return f"rgba({red},{green},{blue},{share:g})"


def quad_colour(quad: str, dark: bool) -> str:
    """The colour of a quad class in this theme."""
    return QUADS[quad].dark if dark else QUADS[quad].light


# More and less than before: purple and green are none of the quad classes' colours, and differ in every kind
# of colour vision. Less is dashed as well where it is a line.
_CHANGE = {True: ("#1B7837", "#7FBF7B"), False: ("#762A83", "#C9A0DC")}


def change_colour(more: bool, dark: bool) -> str:
    """The colour of what has become more, or less, than in the period before."""
    return _CHANGE[more][dark]


def layout(dark: bool, height: int, **more: Any) -> Figure:
    """A quiet ground: no grid, no legend, small margins, nothing that zooms under a reader's thumb."""
    ground: Figure = {
        "height": height,
        "margin": {"l": 8, "r": 8, "t": 8, "b": 8},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "font": {"family": FONT, "size": 13, "color": ink(dark)},
        "hoverlabel": {"font": {"family": FONT, "size": 13}, "align": "left"},
        "showlegend": False,
        "hovermode": "closest",
        "dragmode": False,
        "bargap": 0.15,
    }
    return ground | more


def axis(dark: bool, **more: Any) -> Figure:
    """An axis without a box: ticks and labels only."""
    quiet: Figure = {
        "showgrid": False,
        "zeroline": False,
        "showline": False,
        "fixedrange": True,
        "automargin": True,
        "tickfont": {"family": FONT, "size": 12, "color": ink(dark, 0.75)},
        "title": {"text": ""},
    }
    return quiet | more


CONFIG: Figure = {"displayModeBar": False, "responsive": True}


def dated(lang: str, **more: Any) -> Figure:
    """CONFIG for charts with an axis of dates: its months and days are named in this language.

    Plotly ships English only and takes other names with the figure.
    """
    locale = Locale(lang)
    months, days = locale.months["stand-alone"], locale.days["stand-alone"]
    order = (6, 0, 1, 2, 3, 4, 5)  # Plotly's weeks begin on Sunday
    names = {
        "months": [months["wide"][i] for i in range(1, 13)],
        "shortMonths": [months["abbreviated"][i].rstrip(".") for i in range(1, 13)],
        "days": [days["wide"][i] for i in order],
        "shortDays": [days["abbreviated"][i] for i in order],
        "date": "%d.%m.%Y" if lang == "ru" else "%Y-%m-%d",
    }
    return CONFIG | {"locale": lang, "locales": {lang: {"dictionary": {}, "format": names}}} | more
