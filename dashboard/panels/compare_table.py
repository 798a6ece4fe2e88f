"""All numbers of a comparison as tables: for those who would rather read, and for screen readers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Protocol

import pandas as pd
import streamlit as st

from dashboard import steps, words
from dashboard.i18n import tr
from dashboard.panels import columns
from models.queries.compare import NOBODY, SideBySide, State

ORDER = ("MC", "VC", "VX", "MX")


class Slot(Protocol):
    """One step of time of one party, with its counts."""

    @property
    def code(self) -> str: ...
    @property
    def start(self) -> date: ...
    @property
    def cooperation(self) -> float: ...
    @property
    def conflict(self) -> float: ...


def twin(found: SideBySide, unit: str, slots: Sequence[Slot]) -> None:
    """Two tables: counts and shares of every row of the charts, and counts by step of time."""
    with st.expander(tr("The same as a table")):
        for key, frame in (("compare_rows", rows(found)), ("compare_times", times(found, unit, slots))):
            config = columns.headed(frame)
            st.dataframe(frame, hide_index=True, width="stretch", key=key, column_config=config)


def rows(found: SideBySide) -> pd.DataFrame:
    """One line a figure; for each party its count and that count's share of its moves."""
    counted: list[tuple[str, str, Callable[[State], int]]] = [
        (tr("Moves"), "", lambda state: state.total),
        *((tr("Kind"), words.quad(quad), _of_quad(quad)) for quad in ORDER),
        *((tr("Counterpart"), words.party(code), _with(code)) for code in found.partners),
        (tr("Counterpart"), tr("all others"), lambda state: _beyond(state, found.partners)),
        (tr("Counterpart"), tr("no counterpart"), _with(NOBODY)),
        *((tr("Action"), words.action(slug), _by(slug)) for slug in _actions(found)),
    ]
    table: dict[str, list[object]] = {tr("What"): [], tr("Which"): []}
    for what, which, _ in counted:
        table[tr("What")].append(what)
        table[tr("Which")].append(which)
    for state in found.states:
        name = words.party(state.code)
        table[name] = [count(state) for _, _, count in counted]
        table[f"{name}, %"] = [round(100 * state.share(count(state)), 1) for _, _, count in counted]
    frame = pd.DataFrame(table)
    mean = {words.party(state.code): round(state.mean_intensity, 2) for state in found.states}
    line = pd.DataFrame([{tr("What"): tr("Mean intensity"), tr("Which"): "", **mean}])
    return pd.concat([frame.iloc[:1], line, frame.iloc[1:]], ignore_index=True)


def times(found: SideBySide, unit: str, slots: Sequence[Slot]) -> pd.DataFrame:
    """One line a step of time; for each party its moves of cooperation and of conflict."""
    known = {(slot.code, slot.start): slot for slot in slots}
    starts = sorted({slot.start for slot in slots})
    table: dict[str, list[object]] = {tr("When"): [steps.name(start, unit) for start in starts]}
    for state in found.states:
        mine = [known.get((state.code, start)) for start in starts]
        name = words.party(state.code)
        table[f"{name}, {tr('cooperation')}"] = [slot.cooperation if slot else 0 for slot in mine]
        table[f"{name}, {tr('conflict')}"] = [slot.conflict if slot else 0 for slot in mine]
    return pd.DataFrame(table)


def _actions(found: SideBySide) -> list[str]:
    """All actions that occur, the charts' first."""
    others = {slug for state in found.states for slug in state.actions} - set(found.actions)
    return [*found.actions, *sorted(others, key=words.action)]


def _of_quad(quad: str) -> Callable[[State], int]:
    return lambda state: int(getattr(state.quads, quad))


def _with(code: str) -> Callable[[State], int]:
    return lambda state: state.partners[code].total if code in state.partners else 0


def _by(slug: str) -> Callable[[State], int]:
    return lambda state: state.actions.get(slug, 0)


def _beyond(state: State, named: Sequence[str]) -> int:
    """Moves with counterparts that have no row of their own."""
    return sum(quads.total for code, quads in state.partners.items() if code not in {*named, NOBODY})
