"""One move in many words: how Russian outlets of different style tell each of the actions."""

from __future__ import annotations

import datetime as dt
from collections import Counter

import pytest

from loaders.coding.coder import code
from loaders.gold.keys import move_key
from tests.gold.gold import FOLDER

PUBLISHED = dt.date(2025, 6, 20)
WORDINGS = [
    line.split(" | ", 1) for line in (FOLDER / "russian_wordings.txt").read_text("utf-8").splitlines()
]


def _moves(text: str) -> list[tuple[str, str, str | None]]:
    found = code(text, lang="ru", published=PUBLISHED).moves
    return [(m.actor, m.action, m.counterpart) for m in found]


@pytest.mark.parametrize(("wanted", "text"), WORDINGS)
def test_each_wording_is_read(wanted: str, text: str) -> None:
    actor, action, counterpart = wanted.split(" ", 2)
    key = move_key({"actor": actor, "action": action, "counterpart": counterpart})
    assert key in [move_key({"actor": a, "action": s, "counterpart": c}) for a, s, c in _moves(text)]


def test_fresh_days_without_a_year_stay_fresh_after_background() -> None:
    """A day of this month is news also where the sentence before tells of another year."""
    text = "В 2021 году Узбекистан подписал с Катаром договор. 17 июня Катар передал Узбекистану дроны."
    found = [m.date for m in code(text, lang="ru", published=PUBLISHED).moves if m.action == "exercise"]
    assert found == [dt.date(2025, 6, 17)]


def test_every_action_has_its_wordings() -> None:
    told = Counter(wanted.split()[1] for wanted, _ in WORDINGS)
    assert len(told) == 28
    assert min(told.values()) >= 4


@pytest.mark.parametrize(
    "text",
    [
        "В Минске заявили, что ответных мер против Кыргызстана не будет.",
        "Боксеры Узбекистана прибыли в Дубай, где сразятся с кубинцами.",
        "Астана отказалась комментировать слова российского депутата.",
        "Газета раскритиковала Казахстан за поставки нефти в Китай.",
    ],
)
def test_what_is_denied_private_or_only_talked_about_is_no_move(text: str) -> None:
    assert _moves(text) == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Из Казахстана были депортированы трое граждан Узбекистана.",
            ("KAZ", "coerce", "UZB"),
        ),
        (
            "Ташкент благодарен правительству Японии, которое передало Узбекистану безвозмездно томограф.",
            ("JPN", "aid", "UZB"),
        ),
        (
            "Талибы заявили, что нанесут удар по Таджикистану, если тот укроет беглецов.",
            ("AFG", "threaten", "TJK"),
        ),
    ],
)
def test_who_acts_is_read_from_the_place_left_the_relative_clause_and_the_condition(
    text: str, wanted: tuple[str, str, str]
) -> None:
    assert wanted in _moves(text)
