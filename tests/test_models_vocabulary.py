"""The vocabulary: what it holds, and that the compiled files follow the entries."""

from __future__ import annotations

from datetime import date

import pytest

from models.errors import VocabularyError
from models.vocabulary import CENTRAL_ASIA, LANGS, actor, actor_name, actors, people, resolve
from models.vocabulary.build import compiled
from models.vocabulary.catalogue import COMPILED


def test_compiled_files_follow_the_entries() -> None:
    for name, text in compiled().items():
        assert (COMPILED / name).read_text("utf-8") == text, (
            f"{name} is out of date: python -m models.vocabulary.build"
        )


def test_five_states_come_first_with_colours_and_names_everywhere() -> None:
    assert tuple(actors())[:5] == CENTRAL_ASIA
    for code in CENTRAL_ASIA:
        found = actor(code)
        assert found.colour
        assert found.centre
        assert set(found.name) == set(LANGS)


def test_display_name_is_the_states_own() -> None:
    assert actor_name("KGZ", "ru") == "Кыргызстан"
    assert actor_name("KGZ") == "Kyrgyzstan"


def test_every_united_nations_member_is_there() -> None:
    states = [found for found in actors().values() if found.kind == "state"]
    assert len(states) == 193 + 4  # with the Holy See, Palestine, Taiwan and Kosovo


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Kirghizia", "KGZ"),
        ("Киргизией", "KGZ"),
        ("Nur-Sultan", "KAZ"),
        ("O‘zbekiston", "UZB"),
        ("Ўзбекистон", "UZB"),
        ("ШОС", "SCO"),
        ("Abraham Accords", "Abraham Accords"),
        ("KAZ", "KAZ"),
        ("Zhaparov", "KGZ"),
        ("Atlantis", None),
    ],
)
def test_resolve(name: str, code: str | None) -> None:
    assert resolve(name) == code


def test_a_person_with_two_offices_resolves_by_the_day() -> None:
    assert resolve("Vladimir Norov", on=date(2020, 5, 1)) == "SCO"
    assert resolve("Vladimir Norov", on=date(2022, 6, 1)) == "UZB"
    assert people()["Vladimir Norov"].title(date(2020, 5, 1)) == "Secretary-General"


def test_unknown_code_says_the_way_out() -> None:
    with pytest.raises(VocabularyError, match=r"models\.vocabulary\.build"):
        actor("XXX")
