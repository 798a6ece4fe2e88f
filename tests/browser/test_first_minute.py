"""The first minute: a server without a single move, and a reader who has only a browser."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, expect

from models.queries.events import count
from models.queries.filters import EventFilter
from models.store import Store
from tests.browser.conftest import PATIENCE, ROOT, Served, serving, settled, visit

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]
TEXT = (
    "President Sadyr Japarov arrived in Beijing on 3 February 2026 and met Xi Jinping. "
    "Kyrgyzstan and China signed an agreement on the railway."
)
LANGUAGES = ("en", "ru", "kk", "ky", "uz", "tg", "tk")
EACH = 3  # articles of each language: the whole sample takes half a minute


@pytest.fixture
def bare(tmp_path: Path) -> Iterator[Served]:
    """A server on an empty database, whose sample is a part of the true one."""
    part = tmp_path / "sample"
    for lang in LANGUAGES:
        (part / lang).mkdir(parents=True)
        for told in sorted((ROOT / "sample_data" / lang).iterdir())[:EACH]:
            shutil.copy(told, part / lang)
    first = f"import pathlib; from dashboard import loading; loading.SAMPLE = pathlib.Path({str(part)!r})"
    with serving(tmp_path / "bare.sqlite", tmp_path, first) as running:
        yield running


@pytest.fixture
def newcomer(browser: Browser, bare: Served) -> Iterator[BrowserContext]:
    with browser.new_context(base_url=bare.url, locale="en-GB") as context:
        context.set_default_timeout(PATIENCE)
        yield context


def held(served: Served) -> int:
    with Store.open(str(served.db)) as store:
        return count(store, EventFilter())


def test_the_sample_is_loaded_to_its_end_and_its_moves_appear(newcomer: BrowserContext, bare: Served) -> None:
    page = newcomer.new_page()
    visit(page, "/")
    expect(page.locator("h1")).to_have_text("Nothing has been loaded yet")
    page.get_by_label("Address").fill("feed.xml")
    page.get_by_label("Address").press("Enter")
    page.get_by_role("button", name="Load it").click()
    expect(page.get_by_text("This is no address of a page")).to_be_visible()
    page.get_by_label("Address").fill("http://127.0.0.1:9/feed.xml")
    page.get_by_label("Address").press("Enter")
    page.get_by_role("button", name="Load it").click()
    expect(page.get_by_text("private network")).to_be_visible()
    expect(page.get_by_text("Read: 0 articles; no move was found in them.")).to_be_visible()
    page.get_by_role("button", name="Load the sample").click()
    expect(page.get_by_test_id("stProgress")).to_be_visible()
    expect(page.locator("h1")).to_have_text("Briefing", timeout=2 * PATIENCE)
    settled(page)
    expect(page.get_by_text("Strongest moves")).to_be_visible()
    expect(page.get_by_role("button", name="How we know").first).to_be_visible()
    assert held(bare) > len(LANGUAGES)


def test_a_pasted_text_shows_its_moves_and_is_kept_by_a_second_click(
    newcomer: BrowserContext, bare: Served
) -> None:
    page = newcomer.new_page()
    visit(page, "/")
    page.get_by_label("Text", exact=True).fill(TEXT)
    page.get_by_role("button", name="Show its moves").click()
    expect(page.get_by_role("heading", name="Read from your text:")).to_be_visible()
    expect(page.get_by_text("Kyrgyzstan ↔ China").first).to_be_visible()
    expect(page.locator(".sp-told").first).to_be_visible()
    assert held(bare) == 0
    page.get_by_role("button", name="Save it and begin").click()
    expect(page.locator("h1")).to_have_text("Briefing")
    assert held(bare) >= 2
