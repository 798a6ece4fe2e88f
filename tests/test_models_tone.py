"""Turning points: a lasting change is found in its month, chance and single moves are not."""

from __future__ import annotations

import pytest

from models.tone import DIFFERENCE, FARTHEST, MOVES, MonthTone, Turn, turns


def months(*told: tuple[int, list[float]]) -> list[MonthTone]:
    """A month (year * 100 + month) and the intensities of its moves."""
    return [MonthTone(month, len(all_), sum(all_), sum(i * i for i in all_)) for month, all_ in told]


def year(of: int, *values: float, moves: int = 2) -> list[tuple[int, list[float]]]:
    return [(of * 100 + n, [value] * moves) for n, value in enumerate(values, start=1)]


def test_a_lasting_change_is_found_in_its_month() -> None:
    [turn] = turns(months(*year(2025, 4, 5, 4, 5, 4, -5, -4, -5, -4, -5)))
    assert turn.month == 202506
    assert turn.change < -8
    assert (turn.before.first, turn.before.last) == (202503, 202505)
    assert (turn.after.first, turn.after.last) == (202506, 202508)


def test_a_thaw_has_a_positive_change() -> None:
    [turn] = turns(months(*year(2025, -5, -5, -5, 4, 4, 4)))
    assert (turn.month, turn.change) == (202504, 9)


def test_there_and_back_are_two_turns() -> None:
    found = turns(months(*year(2024, *[4.0] * 12), *year(2025, *[-5.0] * 12), *year(2026, *[4.0] * 12)))
    assert [(turn.month, turn.change > 0) for turn in found] == [(202501, False), (202601, True)]


@pytest.mark.parametrize("told", [[], year(2025, 4), year(2025, 4, -5, moves=1), year(2025, *[4.0] * 12)])
def test_nothing_one_move_few_moves_and_a_steady_tone_have_no_turn(
    told: list[tuple[int, list[float]]],
) -> None:
    assert turns(months(*told)) == ()


def test_one_hostile_move_among_friendly_ones_is_no_turn() -> None:
    assert turns(months(*year(2025, 4, 4, 4, 4), (202505, [-10.0]), *year(2026, 4, 4, 4, 4))) == ()


def test_a_small_change_is_no_turn() -> None:
    assert turns(months(*year(2025, 4, 4, 4, 4 - DIFFERENCE + 0.1, 1.1, 1.1, moves=50))) == ()


def test_a_change_within_what_the_moves_vary_by_anyway_is_no_turn() -> None:
    wild = [(202500 + n, [-8.0, 8.0, 7.0]) for n in (1, 2)]
    calm = [(202500 + n, [-8.0, -7.0, 8.0]) for n in (3, 4)]
    assert turns(months(*wild, *calm)) == ()


def test_old_moves_say_nothing_of_the_tone_just_before() -> None:
    old = (202001, [-5.0] * MOVES)
    near = 202001 + FARTHEST // 12 * 100
    assert [turn.month for turn in turns(months(old, (near, [5.0] * MOVES)))] == [near]
    assert turns(months(old, (near + 1, [5.0] * MOVES))) == ()


def test_a_turn_tells_how_many_moves_stand_on_either_side() -> None:
    [turn] = turns(months((202412, [-5.0] * 5), (202501, [5.0] * 7)))
    assert isinstance(turn, Turn)
    assert (turn.before.moves, turn.after.moves) == (5, 7)
