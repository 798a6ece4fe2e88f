"""The table of actions is that of the codebook, and its colours can be told apart."""

from __future__ import annotations

import pytest

from models.errors import VocabularyError
from models.vocabulary import LANGS
from models.vocabulary.actions import action, action_label, actions, quads


def test_there_are_28_actions_with_the_codes_of_the_field() -> None:
    assert len(actions()) == 28
    assert (action("clash").cameo, action("clash").plover, action("clash").intensity) == (
        "190",
        "ASSAULT",
        -10.0,
    )
    symmetric = {slug for slug, a in actions().items() if a.symmetric}
    assert symmetric == {"meet", "call", "negotiate", "sign", "trade", "exercise", "clash"}


def test_intensity_follows_the_quad() -> None:
    assert all((a.intensity > 0) == a.quad.endswith("C") for a in actions().values())


def test_unknown_action_names_the_known_ones() -> None:
    with pytest.raises(VocabularyError, match="announce"):
        action("dance")


def test_every_action_and_kind_has_a_label_in_every_language() -> None:
    labels = [*(one.label for one in actions().values()), *(one.label for one in quads().values())]
    for label in labels:
        assert set(label) == set(LANGS)
        assert all(text.strip() for text in label.values())


def test_labels_fall_back_to_english() -> None:
    assert action_label("sign", "ru") == "Подписывает"
    assert action_label("sign", "xx") == "Signs"


def _lightness(colour: str) -> float:
    r, g, b = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    return 0.299 * r + 0.587 * g + 0.114 * b


def test_verbal_is_lighter_than_material_in_both_themes() -> None:
    for light, dark in (("VC", "MC"), ("VX", "MX")):
        assert _lightness(quads()[light].light) > _lightness(quads()[dark].light) + 40
        assert _lightness(quads()[light].dark) > _lightness(quads()[dark].dark) + 20
