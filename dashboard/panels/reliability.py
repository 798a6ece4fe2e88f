"""Which action is taken for which, and what confidence is worth: a chart each, and the same as a table."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from dashboard import misses, reader, words
from dashboard.charts import base, confusion
from dashboard.charts import reliability as chart
from dashboard.i18n import mark, percent, tr
from dashboard.panels.accuracy import bullets, pool, rows
from models.vocabulary.actions import actions

ON_PHONE = 8  # actions that a phone has room for
MISSED, FALSE = mark("not coded"), mark("no such move")


def mixed_up() -> None:
    """Gold actions against coded actions."""
    chosen = pool()
    if not chosen:
        return
    cells = misses.cells(chosen)
    phone = reader.phone()
    shown = confusion.order(cells, list(actions()), ON_PHONE if phone else None)
    names = {slug: slug if phone else words.action(slug) for slug in actions()} | {
        "missed": tr(MISSED),
        "false": tr(FALSE),
    }
    st.plotly_chart(
        confusion.figure(cells, shown, names, reader.dark()),
        key="confusion",
        theme=None,
        config=base.CONFIG,
        alt=_spoken(cells),
    )
    note = tr("Down: the action by hand. Across: the action as coded. Grey: right; amber: wrong.")
    if phone:
        note += " " + tr("Only the {n} actions with most errors; all of them in the table.", n=len(shown))
    st.caption(note + " " + tr("A move with a wrong party counts as not coded and as no such move."))
    with st.expander(tr("The same as a table")):
        st.dataframe(_table(cells), width="stretch", key="confusion_table")


def calibration() -> None:
    """Of rows at a confidence, how many are right?"""
    chosen = pool()
    if not chosen:
        return
    bullets(misses.sure(chosen, rows(), words.language))
    bins = [row for row in chosen["calibration"] if row["rows"]]
    left, right = st.columns([3, 2], vertical_alignment="center")
    left.plotly_chart(
        chart.figure(bins, reader.dark()),
        key="reliability",
        theme=None,
        config=base.CONFIG,
        alt=tr("Share of right rows by confidence. The table beside it holds the same."),
    )
    left.caption(tr("Below the dotted line the coder is surer than it should be. Area and number: rows."))
    right.dataframe(_bins(bins), hide_index=True, width="stretch", key="reliability_table")


def _bins(bins: list[dict[str, float]]) -> pd.DataFrame:
    return pd.DataFrame(
        {
            tr("Confidence"): [f"{percent(row['low'])} – {percent(row['high'])}" for row in bins],
            tr("Mean"): [percent(row["confidence"]) for row in bins],
            tr("Rows"): [row["rows"] for row in bins],
            tr("Right"): [row["right"] for row in bins],
            tr("Share right"): [misses.per_cent(row["right"], row["rows"]) for row in bins],
        }
    )


def _table(cells: confusion.Cells) -> pd.DataFrame:
    """Every action down and across; the counts that are not 0."""
    shown = confusion.order(cells, list(actions()))
    down, across = [*shown, ""], [*shown, ""]
    frame = pd.DataFrame(
        [[cells.get((gold, coded), 0) for coded in across] for gold in down],
        index=pd.Index([*map(words.action, shown), tr(FALSE)], name=tr("By hand")),
        columns=[*map(words.action, shown), tr(MISSED)],
    )
    return frame.where(frame > 0).astype("Int64")


def _spoken(cells: confusion.Cells) -> str:
    right = sum(n for (gold, coded), n in cells.items() if gold == coded)
    missed = sum(n for (_, coded), n in cells.items() if not coded)
    false = sum(n for (gold, _), n in cells.items() if not gold)
    mixed = sum(cells.values()) - right - missed - false
    return tr(
        "Actions by hand against actions as coded: right {right}, mixed up {mixed}, not coded {missed}, "
        "no such move {false}. The table below holds the same.",
        right=right,
        mixed=mixed,
        missed=missed,
        false=false,
    )
