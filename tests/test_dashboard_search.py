"""The search page: one box, what it finds by kind, and the ways on."""

from __future__ import annotations

from pathlib import Path

import pytest

from models.store import Store
from tests import factories
from tests.test_dashboard_pages import address, html, opened, words


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("filled") / "filled.sqlite"
    with Store.open(str(path)) as store:
        factories.fill(store)
        factories.report(
            store, "KGZ", "visit", "CHN", text="Садыр Жапаров прибыл в Пекин.", lang="ru",
            source="Kabar", title="Жапаров в Пекине", url="https://e.org/1",
            actor_name="Sadyr Japarov", actor_role="President",
        )  # fmt: skip
    return path


@pytest.fixture(autouse=True)
def _data(filled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STEPPE_DB", str(filled))


@pytest.mark.parametrize("asked", ["Жапаров", "japarov", "Zhaparov"])
def test_a_name_in_any_spelling_finds_moves_person_and_article(asked: str) -> None:
    at = opened("search", search=asked)
    assert not at.exception
    told = words(at)
    assert "1 move, 1 person, 1 article" in told
    assert "Sadyr Japarov" in told
    assert "Жапаров в Пекине" in told


def test_words_typed_on_the_page_are_the_filter_of_all_pages() -> None:
    at = opened("search")
    at.text_input(key="search_words").input("Zhaparov").run()
    assert address(at)["search"] == ["Zhaparov"]
    assert at.text_input(key="in_search").value == "Zhaparov"
    at.text_input(key="in_search").input("Tashkent").run()
    assert at.text_input(key="search_words").value == "Tashkent"


def test_a_chosen_name_becomes_the_words() -> None:
    at = opened("search")
    box = at.selectbox(key="search_pick")
    (label,) = [one for one in box.options if one.startswith("Sadyr Japarov")]
    assert "Садыр Жапаров" in label
    assert any(one.startswith("Kyrgyzstan") and "Қырғызстан" in one for one in box.options)
    box.select(label).run()
    assert not at.exception
    assert address(at)["search"] == ["Sadyr Japarov"]
    assert at.selectbox(key="search_pick").value is None


def test_an_example_is_a_question() -> None:
    at = opened("search")
    at.button(key="example_Sadyr Japarov").click().run()
    assert address(at)["search"] == ["Sadyr Japarov"]


def test_what_nobody_wrote_offers_the_way_out() -> None:
    at = opened("search", search="qwertzu")
    assert "Nothing has these words" in html(at)


def test_other_pages_lead_to_all_that_the_words_find() -> None:
    at = opened("moves", search="жапаров")
    assert not at.exception
    assert any("search=" in link.proto.query_string for link in at.get("page_link"))
