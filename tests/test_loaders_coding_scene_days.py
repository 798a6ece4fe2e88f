"""How far the day of a scene goes on: its summits, its sentences with a step back in time."""

from __future__ import annotations

import datetime as dt

import pytest

from loaders.coding.coder import code
from loaders.coding.drafts import MoveDraft

FRIDAY = dt.date(2025, 9, 19)
SUMMIT = "The leaders of Central Asia met Chinese President Xi Jinping in Astana on Tuesday. "
ASIDE = "\n\nThe market for gas is small.\n\n"


def move(text: str, action: str, actor: str, lang: str = "en") -> MoveDraft:
    """The article's first move of this actor with this action."""
    moves = code(text, lang=lang, published=FRIDAY, source="Test").moves
    found = [m for m in moves if m.action == action and m.actor == actor]
    assert found, [(m.actor, m.action, m.counterpart) for m in moves]
    return found[0]


def test_a_summit_goes_on_after_a_paragraph_of_background() -> None:
    text = SUMMIT + ASIDE + "Xi Jinping promised aid to Turkmenistan on the margins of the summit."
    assert str(move(text, "announce", "CHN").date) == "2025-09-16"


def test_a_summit_ends_where_another_day_is_told() -> None:
    text = (
        SUMMIT + "\n\nRussia banned Kazakh wheat on Thursday.\n\n"
        "Xi Jinping promised aid to Turkmenistan on the margins of the summit."
    )
    assert move(text, "announce", "CHN").date_basis == "published"


@pytest.mark.parametrize(
    "opening",
    [
        "By the time the European Parliament met Uzbek envoys, on Tuesday, three men had been freed.",
        "The European Parliament and Uzbekistan had to wait long, but on Tuesday they signed an agreement.",
    ],
)
def test_a_pluperfect_in_another_clause_leaves_the_day_to_the_scene(opening: str) -> None:
    text = opening + " The European Parliament urged Uzbekistan to free the rest."
    assert str(move(text, "propose", "EU").date) == "2025-09-16"
