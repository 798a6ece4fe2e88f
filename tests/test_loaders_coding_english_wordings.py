"""One move in many words: how English outlets of different style tell each of the actions.

A line of tests/gold/english_wordings_*.txt is ``KGZ coerce KAZ | Bishkek *turned back* a column of trucks.``:
the move told, and the sentence, with stars around the words that tell it; or ``- | sentence`` for one that
tells no move. Each sentence is coded alone. Every fifth line is kept aside:
nobody writes an expression for it, so that its recall says what unseen wording can expect.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from loaders.coding.coder import code
from loaders.gold.keys import move_key
from tests.gold.gold import FOLDER

PUBLISHED = dt.date(2025, 6, 20)
FIFTH = 4  # lines whose number (from 0) leaves this rest over 5 are kept aside


@dataclass(frozen=True, slots=True)
class Floors:
    """Least shares of moves found and of moveless sentences left alone; "aside" on the lines kept aside."""

    found: float
    found_aside: float
    quiet: float
    quiet_aside: float


FLOORS = {
    "english_wordings_a": Floors(found=0.83, found_aside=0.75, quiet=0.94, quiet_aside=0.87),
    "english_wordings_b": Floors(found=0.89, found_aside=0.88, quiet=0.94, quiet_aside=0.94),
    "english_wordings_c": Floors(found=0.67, found_aside=0.58, quiet=0.93, quiet_aside=0.75),
    "english_wordings_d": Floors(found=0.83, found_aside=0.76, quiet=0.9, quiet_aside=0.85),
}
FILES = sorted(FOLDER.glob("english_wordings_*.txt"))


def _lines(name: str, aside: bool) -> Iterator[tuple[str, str]]:
    rows = (FOLDER / f"{name}.txt").read_text("utf-8").splitlines()
    for number, line in enumerate(rows):
        if (number % 5 == FIFTH) == aside:
            wanted, text = line.split(" | ", 1)
            yield wanted, text.replace("*", "")


def _read(text: str) -> set[tuple[object, ...]]:
    found = code(text, lang="en", published=PUBLISHED).moves
    return {move_key({"actor": m.actor, "action": m.action, "counterpart": m.counterpart}) for m in found}


def _wanted(line: str) -> tuple[object, ...]:
    actor, action, counterpart = line.split(" ", 2)
    named = None if counterpart == "-" else counterpart
    return move_key({"actor": actor, "action": action, "counterpart": named})


def _shares(name: str, aside: bool) -> tuple[float, float]:
    found, quiet = [], []
    for wanted, text in _lines(name, aside):
        read = _read(text)
        if wanted == "-":
            quiet.append(not read)
        else:
            found.append(_wanted(wanted) in read)
    return sum(found) / len(found), sum(quiet) / len(quiet)


def test_every_file_has_its_floors() -> None:
    assert {file.stem for file in FILES} == set(FLOORS)


@pytest.mark.parametrize("name", sorted(FLOORS))
@pytest.mark.parametrize("aside", [False, True], ids=["tuned", "aside"])
def test_wordings_are_read_and_the_moveless_left_alone(name: str, aside: bool) -> None:
    floors = FLOORS[name]
    found, quiet = _shares(name, aside)
    assert found >= (floors.found_aside if aside else floors.found)
    assert quiet >= (floors.quiet_aside if aside else floors.quiet)


def test_every_action_has_many_wordings() -> None:
    told: dict[str, int] = {}
    for name in FLOORS:
        for aside in (False, True):
            for wanted, _ in _lines(name, aside):
                if wanted != "-":
                    told[wanted.split()[1]] = told.get(wanted.split()[1], 0) + 1
    assert min(told.values()) >= 75
