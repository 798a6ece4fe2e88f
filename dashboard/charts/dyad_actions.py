"""What each of two parties does to the other, and what both do together, by action."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from dashboard import words
from dashboard.charts.base import Figure, axis, ink, layout, quad_colour
from dashboard.i18n import number
from models.queries.dyad import Cell

ROW = 30  # pixels


def by_action(cells: Iterable[Cell], words_of: tuple[str, str, str], dark: bool, most: int = 14) -> Figure:
    """One row an action: what the first party does to the left, the second to the right, both together in
    the middle. `words_of` name the three ways as the pointer shows them.

    A bar's customdata is [way, action].
    """
    counts: dict[str, dict[str, int]] = defaultdict(lambda: {"given": 0, "joint": 0, "received": 0})
    for cell in cells:
        counts[cell.action][cell.way] += cell.count
    slugs = sorted(counts, key=lambda slug: (-sum(counts[slug].values()), slug))[:most]
    traces = []
    for way, name in zip(("given", "joint", "received"), words_of, strict=True):
        mine = [(row, slug, counts[slug][way]) for row, slug in enumerate(slugs) if counts[slug][way]]
        sign = -1 if way == "given" else 1
        traces.append(
            {
                "type": "bar",
                "orientation": "h",
                "name": name,
                "y": [row for row, _, _ in mine],
                "x": [sign * count for _, _, count in mine],
                "base": [-count / 2 if way == "joint" else 0 for _, _, count in mine],
                "text": [number(count) for _, _, count in mine],
                "textposition": "outside",
                "textangle": 0,
                "cliponaxis": False,
                "width": 0.62,
                "marker": {"color": [quad_colour(words.quad_of(slug), dark) for _, slug, _ in mine]},
                "customdata": [[way, slug] for _, slug, _ in mine],
                "hovertext": [
                    f"{name}<br>{words.action(slug)}: <b>{number(count)}</b>" for _, slug, count in mine
                ],
                "hovertemplate": "%{hovertext}<extra></extra>",
                "unselected": {"marker": {"opacity": 0.45}},
            }
        )
    reach = max((max(row["given"], row["received"], row["joint"] / 2) for row in counts.values()), default=1)
    room = reach * (1.2 + 0.08 * len(number(round(reach))))  # for the numbers beside the longest bars
    ground = layout(
        dark,
        26 + ROW * max(len(slugs), 1),
        margin={"l": 8, "r": 8, "t": 2, "b": 8},
        barmode="overlay",
        xaxis=axis(
            dark,
            range=[-room, room],
            zeroline=True,
            zerolinecolor=ink(dark, 0.4),
            showticklabels=False,
        ),
        yaxis=axis(
            dark,
            tickvals=list(range(len(slugs))),
            ticktext=[words.action(slug) for slug in slugs],
            range=[len(slugs) - 0.4, -0.6],
        ),
    )
    return {"data": traces, "layout": ground}
