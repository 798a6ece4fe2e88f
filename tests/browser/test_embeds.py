"""A chart in somebody else's page: alone, with its source, where that page may frame it; else refused."""

from __future__ import annotations

import functools
import re
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import FrameLocator, Page, expect

from dashboard import app_pages
from dashboard.page import find_pages
from tests.browser.conftest import Served, serving, visit

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]
CHARTS = [(listed.slug, code) for listed in find_pages(app_pages) for code, _ in listed.page.charts]


@dataclass(frozen=True, slots=True)
class Neighbours:
    """Our server, and two sites of other origins: one that may frame it and one that may not."""

    ours: str
    friend: str
    stranger: str
    folder: Path

    def outer(self, site: str, address: str) -> str:
        """The address of a page of `site` with ours in a frame."""
        (self.folder / "outer.html").write_text(
            f'<h1>News</h1><iframe src="{self.ours}/{address}" width="900" height="900"></iframe>',
            encoding="utf-8",
        )
        return f"{site}/outer.html"


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def neighbours(served: Served, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Neighbours]:
    folder = tmp_path_factory.mktemp("outer")
    handler = functools.partial(Quiet, directory=str(folder))
    sites = [ThreadingHTTPServer(("127.0.0.1", 0), handler) for _ in range(2)]
    for site in sites:
        threading.Thread(target=site.serve_forever, daemon=True).start()
    friend, stranger = (f"http://127.0.0.1:{site.server_address[1]}" for site in sites)
    with serving(served.db, folder, STEPPE_EMBED_ORIGINS=friend) as running:
        yield Neighbours(running.url, friend, stranger, folder)
    for site in sites:
        site.shutdown()
        site.server_close()


def framed(page: Page, address: str) -> FrameLocator:
    page.goto(address)
    return page.frame_locator("iframe")


def test_a_named_origin_shows_the_chart_and_no_more(page: Page, neighbours: Neighbours) -> None:
    address = "timeline?country=KAZ&lanes=counterpart&lang=ru&embed=true"
    frame = framed(page, neighbours.outer(neighbours.friend, address))
    expect(frame.locator("h1")).to_have_text("Хронология")
    expect(frame.locator(".sp-echo")).to_contain_text("Казахстан")
    expect(frame.locator(".ytick text, .annotation-text").first).to_be_visible()
    expect(frame.locator(".sp-source")).to_contain_text(re.compile(r"\d+ издан"))
    whole = frame.get_by_role("link", name="Вся страница")
    expect(whole).to_have_attribute("target", "_blank")
    expect(whole).to_have_attribute("href", "./timeline?country=KAZ&lanes=counterpart&lang=ru")
    for part in ("stSidebar", "stHeader", "stToolbar", "stDataFrame", "stButton"):
        expect(frame.get_by_test_id(part).locator("visible=true")).to_have_count(0)
    expect(frame.get_by_role("button")).to_have_count(0)


def test_another_origin_is_refused(page: Page, neighbours: Neighbours, errors: list[str]) -> None:
    frame = framed(page, neighbours.outer(neighbours.stranger, "timeline?embed=true"))
    page.wait_for_timeout(3000)
    assert any("frame-ancestors" in error for error in errors)
    expect(frame.get_by_test_id("stApp")).to_have_count(0)


def test_the_whole_page_is_refused_to_everybody(
    page: Page, neighbours: Neighbours, errors: list[str]
) -> None:
    frame = framed(page, neighbours.outer(neighbours.friend, "timeline"))
    page.wait_for_timeout(3000)
    assert errors
    expect(frame.get_by_test_id("stApp")).to_have_count(0)


@pytest.mark.parametrize(("slug", "code"), CHARTS)
def test_each_chart_stands_alone(page: Page, served: Served, slug: str, code: str) -> None:
    page.set_viewport_size({"width": 760, "height": 700})
    visit(page, f"{served.url}/{slug}?chart={code}&embed=true")
    expect(page.locator(".sp-source")).to_contain_text("outlets")
    expect(page.get_by_test_id("stException")).to_have_count(0)
    expect(page.locator(".stPlotlyChart, .stEchartsChart, canvas, .sp-figure").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 760


def test_the_code_to_copy_leads_to_the_chart_of_now(page: Page, served: Served) -> None:
    visit(page, f"{served.url}/compare?country=KAZ&country=UZB&measure=moves")
    page.get_by_role("button", name="Embed a chart").click()
    shown = page.get_by_test_id("stCode")
    expect(shown).to_have_count(4)
    codes = shown.all_text_contents()
    source = re.search(r'src="([^"]+)"', codes[1])
    assert source
    address = source[1].replace("&amp;", "&")
    assert address == (
        f"{served.url}/compare?country=KAZ&country=UZB&measure=moves&chart=partners&lang=en&embed=true"
    )
    visit(page, address)
    expect(page.locator("h2")).to_have_text("With whom")
