"""Which two parties, and which way: the choices of the page of a pair, and the way to it from elsewhere."""

from __future__ import annotations

from functools import partial

import streamlit as st

from dashboard import data, filters, pairs, paths, reader, words
from dashboard.i18n import mark, tr
from models.queries.filters import EventFilter
from models.vocabulary import CENTRAL_ASIA

WAYS = {
    "all": mark("Both directions"),
    "given": "{a} → {b}",
    "received": "{b} → {a}",
    "joint": "{a} ↔ {b}",
}
"""Ways and how they are shown; arrows are the same in every language."""


def settle(f: EventFilter) -> tuple[str, str]:
    """The pair of this run. One country and one counterpart in the filters decide; else the page's own
    choice; else the busiest pair. Views that name no pair are put right."""
    among, others = list(f.countries), list(f.counterparts)
    if len(among) == 2 and not others:
        among, others = among[:1], among[1:]
    a = among[0] if len(among) == 1 else filters.view("a")
    if a not in CENTRAL_ASIA:
        a = max(data.options().countries, key=lambda item: item[1])[0]
    b = others[0] if len(others) == 1 else filters.view("b")
    if b == a or b not in {code for code, _ in offered(f, a)}:
        b = offered(f, a)[0][0]
    filters.set_view("a", a)
    filters.set_view("b", b)
    if filters.view("way") not in WAYS:
        filters.set_view("way", "all")
    return a, b


def offered(f: EventFilter, a: str) -> list[tuple[str, int]]:
    """All parties of the record but `a`, with their moves with it under the filters, the busiest first."""
    counts = dict(pairs.partners(f, a))
    held = [code for code, _ in data.options().parties if code != a]
    rest = [*held, *(code for code in CENTRAL_ASIA if code != a and code not in held)]
    return [*counts.items(), *((code, 0) for code in rest if code not in counts)]


def selectors(f: EventFilter, a: str) -> None:
    """The two parties side by side."""
    counts = dict(offered(f, a))
    own, other = st.columns(2)
    own.selectbox(
        tr("A state of the region"),
        CENTRAL_ASIA,
        format_func=words.party,
        key=filters.key("a"),
        on_change=_chosen,
    )
    other.selectbox(
        tr("and its counterpart"),
        list(counts),
        format_func=partial(_with_count, counts),
        key=filters.key("b"),
        on_change=_chosen,
        help=tr("The busiest first, with the number of moves between the two."),
    )


def ways(a: str, b: str) -> None:
    """Whose moves the chart shows."""
    st.segmented_control(
        tr("Direction"),
        list(WAYS),
        format_func=lambda way: way_name(way, a, b),
        key=filters.key("way"),
        required=True,
        on_change=filters.set_view,
        args=("at", ""),
    )


def way_name(way: str, a: str, b: str) -> str:
    """`Kazakhstan → Russia`, or `Both directions`."""
    return tr(WAYS[way]) if way == "all" else WAYS[way].format(a=words.party(a), b=words.party(b))


def link(a: str, b: str) -> bool:
    """A link to all that is known of a pair, the party of the region first; False where neither is one."""
    first, second = (a, b) if a in CENTRAL_ASIA else (b, a)
    if first not in CENTRAL_ASIA:
        return False
    paths.link("dyad", tr("All moves of {pair}", pair=words.dyad(first, second)), a=first, b=second)
    return True


def _with_count(counts: dict[str, int], code: str) -> str:
    return f"{words.party(code)} · {reader.number(counts[code])}" if counts.get(code) else words.party(code)


def _chosen() -> None:
    """A pair was chosen here: the parties of the sidebar give way to it."""
    filters.change(country=[], counterpart=[])
    filters.set_view("at", "")
