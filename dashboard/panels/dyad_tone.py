"""Steps, turning points and ways of a pair in words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pandas as pd
import streamlit as st

from dashboard import reader, steps, words
from dashboard.charts.dyad import Mark
from dashboard.charts.dyad_steps import UNITS, Step
from dashboard.i18n import tr
from dashboard.panels.keys import ORDER
from models import tone
from models.tone import Turn, Window


def signed(value: float) -> str:
    """`+4.2`, `−4.2`, `0` in the reader's habit."""
    shown = round(value, 1)
    sign = "+" if shown > 0 else "−" if shown < 0 else ""
    return sign + reader.number(abs(shown))


def first_day(month: int) -> date:
    """The first day of a month given as year * 100 + month."""
    return date(month // 100, month % 100, 1)


def month_name(month: int) -> str:
    """`May 2024`, of a month given as year * 100 + month."""
    return reader.day(first_day(month), "month")


def turn_label(turn: Turn) -> str:
    """`Nov 2025: cooler by 5.1`."""
    values = {"month": month_name(turn.month), "points": reader.number(round(abs(turn.change), 1))}
    if turn.change > 0:
        return tr("{month}: warmer by {points}", **values)
    return tr("{month}: cooler by {points}", **values)


def turn_told(turn: Turn) -> str:
    """Both windows of a turning point, in a sentence."""
    return tr(
        "Mean intensity {before} before ({moves_before}), {after} from then on ({moves_after}).",
        before=signed(turn.before.mean),
        moves_before=_window(turn.before),
        after=signed(turn.after.mean),
        moves_after=_window(turn.after),
    )


def _window(window: Window) -> str:
    names = dict.fromkeys((month_name(window.first), month_name(window.last)))
    return f"{reader.count(window.moves, 'move', 'moves')}, {' – '.join(names)}"


def marks(turns: Sequence[Turn]) -> list[Mark]:
    """The turning points as the chart draws them."""
    found = []
    for turn in turns:
        before, after = signed(turn.before.mean), signed(turn.after.mean)
        label = f"{month_name(turn.month)}: {before} → {after}"
        told = f"<b>{turn_label(turn)}</b><br>" + turn_told(turn).replace("), ", "),<br>")
        found.append(Mark(first_day(turn.month), turn.change > 0, label, told))
    return found


def rule() -> str:
    """How turning points are found, with the numbers in force."""
    return tr(
        "▲ ▼ Turning points: the mean intensity of the moves from that month on differs from that of the "
        "moves before it by at least {points} points and {errors} standard errors. Either side takes whole "
        "months, at least {months} and at most {farthest}, until it holds {moves} moves. Intensity is "
        "Goldstein’s (1992), from −10 conflict to 10 cooperation.",
        points=reader.number(tone.DIFFERENCE),
        errors=reader.number(tone.ERRORS),
        months=tone.MONTHS,
        farthest=tone.FARTHEST,
        moves=tone.MOVES,
    )


def table(rows: Sequence[Step], unit: str, turns: Sequence[Turn]) -> None:
    """The chart's numbers, a row for each step."""
    turned: dict[str, list[str]] = {}
    for turn in turns:
        start = first_day(turn.month)
        start = start.replace(month=(start.month - 1) // UNITS[unit] * UNITS[unit] + 1)
        turned.setdefault(start.isoformat(), []).append(turn_label(turn))
    frame = pd.DataFrame(
        {
            "When": [steps.name(row.start, unit) for row in rows],
            **{quad: [row.quads.get(quad, 0) for row in rows] for quad in ORDER},
            "Mean": [round(row.mean, 1) for row in rows],
            "Turn": ["; ".join(turned.get(row.start.isoformat(), [])) for row in rows],
        }
    )
    config = {quad: st.column_config.NumberColumn(words.quad(quad), format="localized") for quad in ORDER}
    st.dataframe(
        frame,
        hide_index=True,
        width="stretch",
        column_config=config
        | {
            "When": st.column_config.TextColumn(tr("When"), width="small"),
            "Mean": st.column_config.NumberColumn(tr("Mean intensity"), format="%.1f"),
            "Turn": st.column_config.TextColumn(tr("Turning point"), width="medium"),
        },
    )
