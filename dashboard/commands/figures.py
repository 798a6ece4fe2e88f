"""A measurement as lines for a terminal: figures, errors by kind, the errors themselves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from dashboard.text import plain
from loaders.gold.errors import KINDS, Error, by_kind, mixed_up
from loaders.gold.report import Measurement
from loaders.gold.score import FIGURES

CONFUSIONS = 8  # pairs of actions that are named in the summary
HEAD = f"{'':<22}{'P':>7}{'R':>7}{'F1':>7}{'gold':>7}{'coded':>7}"


def report(found: Measurement, by: Sequence[str], most: int, kinds: Sequence[str]) -> str:
    """Everything that was asked for."""
    lines = [f"{found.figures['articles']} articles", *_figures(found.figures)]
    for name in by:
        lines += ["", f"by {name}", *_by(found.by(name))]
    lines += ["", *_summary(found.errors)]
    if most:
        wanted = chosen(found.errors, kinds)
        lines += ["", f"{min(most, len(wanted))} of {len(wanted)} errors"]
        lines += [line for error in wanted[:most] for line in _error(error)]
    return "\n".join(lines)


def chosen(errors: Sequence[Error], kinds: Sequence[str]) -> list[Error]:
    """The errors of these kinds, sorted by kind; of every kind where none is named."""
    order = [kind for kind in KINDS if not kinds or kind in kinds]
    return sorted((e for e in errors if e.kind in order), key=lambda e: order.index(e.kind))


def _figures(figures: Mapping[str, Any]) -> Iterator[str]:
    yield HEAD
    for name in FIGURES:
        if name in ("said", "who") and not figures[name]["gold"]:
            continue  # the gold holds no comments: there is nothing to be measured
        yield _row(name, figures[name])
    for name in ("date", "quiet"):
        yield f"  {name:<34}" + ("-" if figures[name] is None else f"{figures[name]:.3f}")


def _row(name: str, f: Mapping[str, Any]) -> str:
    return f"  {name[:19]:<20}{f['p']:>7.3f}{f['r']:>7.3f}{f['f1']:>7.3f}{f['gold']:>7}{f['coded']:>7}"


def _by(groups: Mapping[str, Mapping[str, Any]]) -> Iterator[str]:
    if any("p" in figures for figures in groups.values()):  # actions and quads: moves only
        yield HEAD
        yield from (_row(value, figures) for value, figures in groups.items())
        return
    for value, figures in groups.items():
        yield f"{plain(value)}: {figures['articles']} articles"
        yield from _figures(figures)


def _summary(errors: Sequence[Error]) -> Iterator[str]:
    yield f"errors of moves: {len(errors)}"
    for kind, count in by_kind(errors).items():
        yield f"  {kind:<12}{count:>6}   {KINDS[kind]}"
    pairs = [
        f"{gold} -> {coded} {count}" for (gold, coded), count in mixed_up(errors).most_common(CONFUSIONS)
    ]
    if pairs:
        yield f"  most often mixed up: {', '.join(pairs)}"


def _error(error: Error) -> Iterator[str]:
    actions = ""
    if error.kind == "action" and error.gold and error.coded:
        actions = f" {error.gold['action']} -> {error.coded['action']}"
    yield f"{error.kind}{actions}  {plain(error.article)}  {KINDS[error.kind]}"
    if error.gold:
        yield f"  gold   {_move(error.gold)}"
    if error.coded:
        told = {"confidence": error.coded.get("confidence"), "rule": error.coded.get("rule")}
        yield f"  coded  {_move(error.coded)}" + "".join(
            f"  {k} {v}" for k, v in told.items() if v is not None
        )
    if error.sentence:
        yield f"  {plain(error.sentence)}"


def _move(row: Mapping[str, Any]) -> str:
    told = (row["actor"], row["action"], row.get("counterpart") or "-", row.get("date") or "-")
    return plain(" ".join(told))
