"""Which action is taken for which: gold actions down, coded actions across, counts in the squares."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dashboard.charts.base import Figure, axis, ink, layout
from dashboard.i18n import tr

Cells = Mapping[tuple[str, str], int]  # (gold action, coded action); "" is no move
ROW = 24  # pixels
AMBER = "227,178,60"  # of marked sentences: here for what is wrong
STRONGEST = 0.5  # the darkest square, so that the count in it can be read in both themes


def order(cells: Cells, known: Sequence[str], most: int | None = None) -> list[str]:
    """The actions that are drawn, in the order of the codebook: the `most` with most errors, or all."""
    wrong = dict.fromkeys(known, 0)
    there = set()
    for (gold, coded), count in cells.items():
        for action in {gold, coded} - {""}:
            there.add(action)
            wrong[action] = wrong.get(action, 0) + (count if gold != coded else 0)
    kept = sorted((a for a in wrong if a in there), key=lambda a: -wrong[a])[:most]
    return [action for action in wrong if action in kept]


def figure(cells: Cells, shown: Sequence[str], names: Mapping[str, str], dark: bool) -> Figure:
    """Squares shaded by the share of their row; the last column is what was missed, the last row what was
    coded and is no move. `names` are the words for actions, and for "" in `missed` and `false`."""
    down, across = [*shown, ""], [*shown, ""]
    wanted = {gold: sum(n for (g, _), n in cells.items() if g == gold) for gold in down}
    said = {coded: sum(n for (_, c), n in cells.items() if c == coded) for coded in across}
    traces = []
    for right in (True, False):
        shares: list[list[float | None]] = []
        for gold in down:
            counts = [cells.get((gold, coded), 0) if (gold == coded) == right else 0 for coded in across]
            bases = [wanted[gold] if gold else said[coded] for coded in across]
            shares.append([n / base if n else None for n, base in zip(counts, bases, strict=True)])
        traces.append(
            _squares(shares, [[_hover(g, c, cells, names) for c in across] for g in down], right, dark)
        )
        traces[-1]["text"] = [[str(cells.get((g, c), "")) for c in across] for g in down]
    places = list(range(len(down)))
    ground = layout(
        dark,
        150 + ROW * len(down),
        xaxis=axis(
            dark,
            side="top",
            tickvals=places,
            ticktext=[*(names[a] for a in shown), names["missed"]],
            tickangle=-50,
            ticklabeloverflow="allow",
            range=[-0.5, len(across) - 0.5],
        ),
        yaxis=axis(
            dark,
            tickvals=places,
            ticktext=[*(names[a] for a in shown), names["false"]],
            range=[len(down) - 0.5, -0.5],
        ),
        margin={"l": 8, "r": 56, "t": 8, "b": 8},
        shapes=[_rule(len(shown), True, dark), _rule(len(shown), False, dark)],
    )
    return {"data": traces, "layout": ground}


def _squares(shares: list[list[float | None]], told: list[list[str]], right: bool, dark: bool) -> Figure:
    low, high = (
        (ink(dark, 0.1), ink(dark, STRONGEST)) if right else (f"rgba({AMBER},0.22)", f"rgba({AMBER},0.6)")
    )
    return {
        "type": "heatmap",
        "z": shares,
        "zmin": 0,
        "zmax": 1,
        "colorscale": [[0, low], [1, high]],
        "showscale": False,
        "hoverongaps": False,
        "xgap": 2,
        "ygap": 2,
        "texttemplate": "%{text}",
        "textfont": {"size": 11, "color": ink(dark)},
        "hovertext": told,
        "hovertemplate": "%{hovertext}<extra></extra>",
    }


def _hover(gold: str, coded: str, cells: Cells, names: Mapping[str, str]) -> str:
    count = cells.get((gold, coded), 0)
    if not gold:
        return tr("{action}: {n} coded where no such move is", action=names.get(coded, coded), n=count)
    if not coded:
        return tr("{action}: {n} missed", action=names[gold], n=count)
    if gold == coded:
        return tr("{action}: {n} right", action=names[gold], n=count)
    return tr("{action}, coded as {other}: {n}", action=names[gold], other=names[coded], n=count)


def _rule(place: int, upright: bool, dark: bool) -> Figure:
    """A line before the last column or row: there stand no actions."""
    at, span = ("x", "y") if upright else ("y", "x")
    line = {"color": ink(dark, 0.3), "width": 1}
    ends = {f"{at}0": place - 0.5, f"{at}1": place - 0.5, f"{span}0": 0, f"{span}1": 1}
    return {"type": "line", f"{span}ref": "paper", **ends, "line": line}
