"""The first minute: an empty store offers ways to begin, in the browser only where that is safe; the help."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
import streamlit as st

from dashboard import loading
from models.store import Store
from tests import factories
from tests.test_dashboard_pages import address, html, opened

TEXT = (
    "President Sadyr Japarov arrived in Beijing on 3 February 2026 and met Xi Jinping. "
    "Kyrgyzstan and China signed an agreement on the railway."
)


@pytest.fixture
def empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Store:
    store = factories.new_store(tmp_path)
    monkeypatch.setenv("STEPPE_DB", store.name)
    monkeypatch.setattr(loading, "_jobs", [])
    return store


@pytest.mark.usefixtures("empty")
def test_a_server_for_others_shows_commands_and_no_button(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(loading.VARIABLE, "0")
    at = opened("briefing")
    assert [code.value.split()[:2] for code in at.code] == [["steppe", "load"]] * 3
    assert not at.text_area
    assert not any(button.label.startswith("Load") for button in at.button)


def test_only_this_machine_may_load_without_being_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(loading.VARIABLE, raising=False)
    for where, may in (("127.0.0.1", True), ("::1", True), ("0.0.0.0", False), (None, False)):
        monkeypatch.setattr(st, "get_option", {"server.address": where}.get)
        assert loading.allowed() is may


@pytest.mark.usefixtures("empty")
def test_a_pasted_text_shows_its_moves_and_is_saved_by_a_second_click(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv(loading.VARIABLE, "1")
    at = opened("briefing")
    at.text_area(key="paste_text").input(TEXT)
    next(button for button in at.button if button.label == "Show its moves").click().run()
    assert not at.exception
    assert "Kyrgyzstan ↔ China" in html(at)
    assert "signed" in html(at)
    assert at.title[0].value == "Nothing has been loaded yet"
    at.button(key="paste_keep").click().run()
    assert not at.exception
    assert at.title[0].value == "Briefing"


@pytest.mark.usefixtures("empty")
def test_a_text_that_is_no_article_is_refused_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(loading.VARIABLE, "1")
    assert loading.code(loading.Paper("Hm.")).problem
    assert loading.keep(loading.Paper("Hm.")) == 0


@pytest.mark.usefixtures("empty")
def test_no_local_path_can_be_given_as_an_address() -> None:
    for place in ("/etc/passwd", "file:///etc/passwd", "*.txt", "", "ftp://example.org/x", "httpx://a"):
        assert not loading.load_address(place)
    assert loading.progress() is None


@pytest.mark.usefixtures("empty")
def test_an_address_that_leads_into_a_private_network_is_refused() -> None:
    assert loading.load_address("http://127.0.0.1:9/feed.xml")
    deadline = time.monotonic() + 30
    while loading.running() and time.monotonic() < deadline:
        time.sleep(0.05)
    told = loading.progress()
    assert told is not None
    assert (told.ended, told.articles, told.rejected, told.error) == (True, 0, 1, "")
    assert "private network" in told.problems[0]


@pytest.fixture
def filled(empty: Store) -> None:
    factories.fill(empty)


@pytest.mark.usefixtures("filled")
def test_the_tour_is_offered_once_and_lives_in_the_address() -> None:
    at = opened("briefing")
    at.button(key="offer_take").click().run()
    assert not at.exception
    assert address(at)["help"] == ["1"]
    at.button(key="tour_2").click().run()
    assert address(at)["help"] == ["2"]
    at.button(key="tour_close").click().run()
    assert "help" not in address(at)
    assert not any(button.key == "offer_take" for button in at.button)


@pytest.mark.usefixtures("filled")
def test_the_offer_can_be_put_away_and_does_not_stand_in_a_shared_view() -> None:
    at = opened("briefing")
    at.button(key="offer_leave").click().run()
    assert not any(button.key == "offer_take" for button in at.button)
    assert not any(button.key == "offer_take" for button in opened("briefing", country="KGZ").button)


@pytest.mark.usefixtures("filled")
def test_the_keys_are_reachable_from_every_page() -> None:
    at = opened("moves")
    at.button(key="help_keys").click().run()
    assert not at.exception
    assert "<kbd>Esc</kbd>" in html(at)
