"""What the coder is known to miss, in plain words, from what was measured. Pure: our own words only."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from dashboard.charts.confusion import Cells

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
        f"{whole['high']} of {whole['rows']} rows ({share}) stand at {whole['from']:.0%} or more, and "
        f"{whole['right']} of these ({good}) are right."
    ]
    counts: dict[tuple[str, ...], list[int]] = {}
    for row in rows:
        mine = counts.setdefault(tuple(row["langs"]), [0, 0, 0])
        for at, name in enumerate(("rows", "high", "right")):
            mine[at] += row["sure"][name]
    if len(counts) > 1:
        parts = [
            f"{', '.join(map(language, langs))} {per_cent(high, total)} of {total} rows, "
            f"{per_cent(right, high)} of them right"
            for langs, (total, high, right) in counts.items()
            if high
        ]
        told.append(f"By language: {'; '.join(parts)}.")
    return told


def per_cent(part: float, whole: float) -> str:
    """`44%`; nothing of nothing is 0%."""
    return f"{part / whole if whole else 0:.0%}"


def _right(found: Cells) -> int:
    return sum(count for (gold, coded), count in found.items() if gold == coded)


def _found(pool: Mapping[str, Any], found: Cells) -> Iterator[str]:
    move, missed, false = pool["figures"]["move"], pool["kinds"]["missed"], pool["kinds"]["false"]
    right = _right(found)
    tells = "it rather stays silent than invents" if missed > false else "it invents more than it misses"
    yield (
        f"Of {move['gold']} moves in these articles {right} are found with the right parties and action "
        f"({per_cent(right, move['gold'])}), and {missed} are not seen at all. Of {move['coded']} coded rows "
        f"{false} ({per_cent(false, move['coded'])}) are no move that the text tells: {tells}."
    )


def _languages(rows: Sequence[Mapping[str, Any]], language: Name) -> Iterator[str]:
    counts: dict[tuple[str, ...], list[float]] = {}
    for row in rows:
        mine = counts.setdefault(tuple(row["langs"]), [0, 0])
        mine[0] += row["move"]["r"] * row["move"]["gold"]
        mine[1] += row["move"]["gold"]
    if len(counts) > 1:
        told = [
            f"{', '.join(map(language, langs))} {per_cent(found, wanted)} of {wanted}"
            for langs, (found, wanted) in counts.items()
        ]
        yield f"Moves found by language: {'; '.join(told)}."


def _actions(found: Cells, action: Name) -> Iterator[str]:
    missed = {gold: count for (gold, coded), count in found.items() if not coded}
    wanted: dict[str, int] = {}
    for (gold, _), count in found.items():
        wanted[gold] = wanted.get(gold, 0) + count
    worst = sorted(
        (a for a in missed if wanted[a] >= LEAST), key=lambda a: (-missed[a] / wanted[a], -missed[a], a)
    )[:NAMED]
    if worst:
        told = ", ".join(f"{action(a)} ({missed[a]} of {wanted[a]})" for a in worst)
        yield f"Most often missed, or given to a wrong party: {told}."


def _mixed(found: Cells, action: Name) -> Iterator[str]:
    pairs = {pair: n for pair, n in found.items() if all(pair) and pair[0] != pair[1]}
    often = sorted((p for p in pairs if pairs[p] >= LEAST_MIXED), key=lambda p: (-pairs[p], p))[:NAMED]
    total = sum(pairs.values())
    if not total:
        return
    told = "; ".join(
        f"{action(gold)} coded as {action(coded)} ({pairs[gold, coded]})" for gold, coded in often
    )
    yield f"{_rows(total)} the right parties and the wrong action" + (
        f", most often {told}." if told else "."
    )


def _parties(pool: Mapping[str, Any]) -> Iterator[str]:
    kinds = pool["kinds"]
    yield (
        f"{_rows(kinds['counterpart'])} a wrong counterpart, {kinds['actor']} a wrong actor, and "
        f"{kinds['direction']} the two parties turned round."
    )


def _days(pool: Mapping[str, Any], found: Cells) -> Iterator[str]:
    right, wrong = _right(found), pool["kinds"]["day"]
    if right:
        yield f"{wrong} of {right} right moves ({per_cent(wrong, right)}) bear a wrong day."


def _rows(count: int) -> str:
    return "One row has" if count == 1 else f"{count} rows have"
