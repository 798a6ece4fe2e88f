"""What the coder is known to miss, in plain words, from what was measured. Pure: our own words only."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from dashboard.charts.confusion import Cells
from dashboard.i18n import percent, tr

Name = Callable[[str], str]
NAMED = 5  # actions that a sentence names
LEAST = 5  # gold moves from which a share of an action is worth a word
LEAST_MIXED = 2


def cells(pool: Mapping[str, Any]) -> Cells:
    """(gold action, coded action) -> count, "" for no move."""
    return {(gold, coded): count for gold, coded, count in pool["confusion"]}


def sentences(
    pool: Mapping[str, Any], rows: Sequence[Mapping[str, Any]], action: Name, language: Name
) -> list[str]:
    """One pool of models/measured.py in words; `rows` are the figures of its sets by language."""
    found = cells(pool)
    return [
        *_found(pool, found),
        *_languages(rows, language),
        *_actions(found, action),
        *_mixed(found, action),
        *_parties(pool),
        *_days(pool, found),
    ]


def sure(pool: Mapping[str, Any], rows: Sequence[Mapping[str, Any]], language: Name) -> list[str]:
    """How many rows are called sure, and how many of these are right: of the pool, then by language."""
    whole = pool["sure"]
    if not whole["rows"]:
        return []
    share, good = per_cent(whole["high"], whole["rows"]), per_cent(whole["right"], whole["high"])
    told = [
        tr(
            "{high} of {rows} rows ({share}) stand at {sure} or more, and {right} of these ({good}) are "
            "right.",
            high=whole["high"],
            rows=whole["rows"],
            share=share,
            sure=percent(whole["from"]),
            right=whole["right"],
            good=good,
        )
    ]
    counts: dict[tuple[str, ...], list[int]] = {}
    for row in rows:
        mine = counts.setdefault(tuple(row["langs"]), [0, 0, 0])
        for at, name in enumerate(("rows", "high", "right")):
            mine[at] += row["sure"][name]
    if len(counts) > 1:
        parts = [
            tr(
                "{languages} {share} of {rows} rows, {good} of them right",
                languages=", ".join(map(language, langs)),
                share=per_cent(high, total),
                rows=total,
                good=per_cent(right, high),
            )
            for langs, (total, high, right) in counts.items()
            if high
        ]
        told.append(tr("By language: {parts}.", parts="; ".join(parts)))
    return told


def per_cent(part: float, whole: float) -> str:
    """`44%`; nothing of nothing is 0%."""
    return percent(part / whole if whole else 0)


def _right(found: Cells) -> int:
    return sum(count for (gold, coded), count in found.items() if gold == coded)


def _found(pool: Mapping[str, Any], found: Cells) -> Iterator[str]:
    move, missed, false = pool["figures"]["move"], pool["kinds"]["missed"], pool["kinds"]["false"]
    right = _right(found)
    silent, invents = tr("it rather stays silent than invents"), tr("it invents more than it misses")
    yield tr(
        "Of {gold} moves in these articles {right} are found with the right parties and action ({share}), "
        "and {missed} are not seen at all. Of {coded} coded rows {false} ({wrong}) are no move that the text "
        "tells: {tells}.",
        gold=move["gold"],
        right=right,
        share=per_cent(right, move["gold"]),
        missed=missed,
        coded=move["coded"],
        false=false,
        wrong=per_cent(false, move["coded"]),
        tells=silent if missed > false else invents,
    )


def _languages(rows: Sequence[Mapping[str, Any]], language: Name) -> Iterator[str]:
    counts: dict[tuple[str, ...], list[float]] = {}
    for row in rows:
        mine = counts.setdefault(tuple(row["langs"]), [0, 0])
        mine[0] += row["move"]["r"] * row["move"]["gold"]
        mine[1] += row["move"]["gold"]
    if len(counts) > 1:
        told = [
            tr(
                "{languages} {share} of {all}",
                languages=", ".join(map(language, langs)),
                share=per_cent(found, wanted),
                all=wanted,
            )
            for langs, (found, wanted) in counts.items()
        ]
        yield tr("Moves found by language: {parts}.", parts="; ".join(told))


def _actions(found: Cells, action: Name) -> Iterator[str]:
    missed = {gold: count for (gold, coded), count in found.items() if not coded}
    wanted: dict[str, int] = {}
    for (gold, _), count in found.items():
        wanted[gold] = wanted.get(gold, 0) + count
    worst = sorted(
        (a for a in missed if wanted[a] >= LEAST), key=lambda a: (-missed[a] / wanted[a], -missed[a], a)
    )[:NAMED]
    if worst:
        told = ", ".join(f"{action(a)} ({missed[a]} / {wanted[a]})" for a in worst)
        yield tr("Most often missed, or given to a wrong party: {actions}.", actions=told)


def _mixed(found: Cells, action: Name) -> Iterator[str]:
    pairs = {pair: n for pair, n in found.items() if all(pair) and pair[0] != pair[1]}
    often = sorted((p for p in pairs if pairs[p] >= LEAST_MIXED), key=lambda p: (-pairs[p], p))[:NAMED]
    total = sum(pairs.values())
    if not total:
        return
    told = "; ".join(f"{action(gold)} → {action(coded)} ({pairs[gold, coded]})" for gold, coded in often)
    if told:
        yield tr(
            "Rows with the right parties and the wrong action: {n}, most often {pairs}.", n=total, pairs=told
        )
    else:
        yield tr("Rows with the right parties and the wrong action: {n}.", n=total)


def _parties(pool: Mapping[str, Any]) -> Iterator[str]:
    kinds = pool["kinds"]
    yield tr(
        "Rows with a wrong counterpart: {counterpart}; with a wrong actor: {actor}; with the two parties "
        "turned round: {direction}.",
        counterpart=kinds["counterpart"],
        actor=kinds["actor"],
        direction=kinds["direction"],
    )


def _days(pool: Mapping[str, Any], found: Cells) -> Iterator[str]:
    right, wrong = _right(found), pool["kinds"]["day"]
    if right:
        yield tr(
            "Right moves that bear a wrong day: {wrong} of {right} ({share}).",
            wrong=wrong,
            right=right,
            share=per_cent(wrong, right),
        )
