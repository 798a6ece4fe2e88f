"""The floors of the gold figures: a test fails below them, and they only rise."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from tests.gold.gold import FOLDER

FILE = FOLDER / "floors.json"
ROOM = 0.005  # another machine's arithmetic may turn one row in some hundreds
# The share of right days is one of the moves that are found: whoever finds more of them finds those whose day
# is hard to tell. So `date` may give way, and `dated`, right days among all moves of the gold, may not.
DATE_ROOM = 0.05
ENOUGH = 30  # sure rows from which their shares get a floor
# What confidence is asked for: of the sure rows nine in ten right, and half of all rows sure. More of the one
# is less of the other, and the fit follows the rules only from time to time: their floors end a little below.
AIMS = {"sure right": 0.88, "sure share": 0.48}
Floors = dict[str, dict[str, dict[str, float]]]


def floors() -> Floors:
    """Set -> languages -> figure -> the least that it may be."""
    found: Floors = json.loads(FILE.read_text(encoding="utf-8"))
    return found


def reached(row: Mapping[str, Any]) -> dict[str, float]:
    """The figures of one row of `measure.rows` that can fall: F1 and shares, 0 to 1. What can't be measured
    on these articles is not there."""
    found = {name: row[name]["f1"] for name in ("move", "quad", "dyad", "said", "who") if row[name]["gold"]}
    found |= {name: row[name] for name in ("date", "quiet") if row[name] is not None}
    if row["date"] is not None:
        found["dated"] = row["date"] * row["move"]["r"]
    sure = row["sure"]
    if sure["high"]:
        found |= {"sure right": sure["right"] / sure["high"], "sure share": sure["high"] / sure["rows"]}
    return found


def room(row: Mapping[str, Any], name: str) -> float:
    """What one row is worth in a figure of a small set: a change that mends ten elsewhere may cost one."""
    if name == "date":
        return DATE_ROOM
    rows = math.inf
    if name in ("move", "quad", "dyad", "said", "who"):
        rows = (row[name]["gold"] + row[name]["coded"]) / 2
    elif name == "dated":
        rows = row["move"]["gold"]
    return max(ROOM, 1 / rows)


def raised(old: Floors, rows: Iterable[Mapping[str, Any]]) -> Floors:
    """The floors at what holds, in hundredths, or where they are if higher."""
    new = {name: {langs: dict(figures) for langs, figures in groups.items()} for name, groups in old.items()}
    for row in rows:
        mine = new.setdefault(row["set"], {}).setdefault(" ".join(row["langs"]), {})
        for name, figure in reached(row).items():
            if name in AIMS and row["sure"]["high"] < ENOUGH:
                continue
            least = min(figure - room(row, name), AIMS.get(name, 1.0))
            mine[name] = max(mine.get(name, 0.0), math.floor(least * 100) / 100)
    return new


def fallen(row: Mapping[str, Any], least: Floors) -> dict[str, tuple[float, float]]:
    """The figures of a row that are below their floor: name -> (figure, floor). A figure that has a floor and
    can no longer be measured has fallen to 0."""
    mine = least.get(row["set"], {}).get(" ".join(row["langs"]), {})
    now = reached(row)
    return {name: (now.get(name, 0.0), floor) for name, floor in mine.items() if now.get(name, 0.0) < floor}


def below(rows: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """A line for each figure that is below its floor."""
    least = floors()
    for row in rows:
        for name, (figure, floor) in fallen(row, least).items():
            yield f"BELOW ITS FLOOR {row['set']} {' '.join(row['langs'])}: {name} {figure:.3f} < {floor}"


def lift(rows: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """Write the raised floors; a line for each that rose."""
    old = floors()
    new = raised(old, rows)
    for name, groups in new.items():
        for langs, figures in groups.items():
            before = old.get(name, {}).get(langs, {})
            for figure, floor in figures.items():
                if floor > before.get(figure, -1):
                    yield f"{name} {langs}: {figure} {before.get(figure, 'new')} -> {floor}"
    FILE.write_text(json.dumps(new, indent=1) + "\n", encoding="utf-8")
