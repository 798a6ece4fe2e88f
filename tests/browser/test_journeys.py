"""The main journeys in a real browser: filter, look, open the proof, take away, pass the address on."""

from __future__ import annotations

import csv
import re
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from dashboard import app_pages
from dashboard.page import find_pages
from models.queries import events
from models.queries.filters import EventFilter
from models.store import Store
from tests.browser.conftest import Served, settled, visit

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]
SLUGS = [listed.slug for listed in find_pages(app_pages)]


def choose_country(page: Page, name: str) -> None:
    page.get_by_test_id("stSidebar").get_by_text(name, exact=True).click()
    settled(page)


def go(page: Page, title: str) -> None:
    page.get_by_role("link", name=title, exact=True).click()
    expect(page.locator("h1")).to_have_text(title)
    settled(page)


def drawn(page: Page, what: str) -> int:
    """How many marks a Plotly chart shows."""
    page.wait_for_selector(what)
    return page.locator(what).count()


def test_a_country_filter_changes_timeline_map_and_commentary(page: Page, errors: list[str]) -> None:
    visit(page, "/timeline")
    bars = drawn(page, ".barlayer .point path")
    choose_country(page, "Uzbekistan")
    expect(page.locator(".sp-echo")).to_contain_text("Uzbekistan")
    expect(page.locator(".barlayer .point path")).not_to_have_count(bars)
    lanes = [name for name in page.locator(".annotation-text").all_text_contents() if not name.isdigit()]
    assert lanes == ["Uzbekistan"]
    go(page, "Actor map")
    assert parse_qs(urlsplit(page.url).query) == {"country": ["UZB"]}
    few = drawn(page, ".scattergeo path.point")
    go(page, "Commentary")
    expect(page.get_by_text("это новый шаг")).to_be_visible()
    expect(page.get_by_text("it changes little")).to_have_count(0)
    page.get_by_role("button", name="clear", exact=True).click()
    settled(page)
    expect(page.get_by_text("it changes little").first).to_be_visible()
    go(page, "Actor map")
    assert drawn(page, ".scattergeo path.point") > few
    assert errors == []


def test_open_a_move_see_its_proof_and_close_it(page: Page) -> None:
    visit(page, "/moves?search=Abraham")
    table = page.get_by_test_id("stDataFrame").bounding_box()
    assert table
    for _ in range(2):  # the same cell opens it a second time
        page.mouse.click(table["x"] + 320, table["y"] + 52)
        dialog = page.get_by_role("dialog")
        expect(dialog.locator("mark").first).to_have_text(
            "Kazakhstan joined the Abraham Accords on 6 November 2025."
        )
        expect(dialog).to_contain_text("CAMEO 057")
        assert re.search(r"[?&]move=\w+", page.url)
        page.keyboard.press("Escape")
        expect(dialog).to_have_count(0)
        settled(page)
        assert "move=" not in page.url


def test_a_bar_of_the_timeline_leads_to_its_moves(page: Page) -> None:
    visit(page, "/timeline?country=KAZ&step=year")
    drawn(page, ".barlayer .point path")
    page.locator(".barlayer .point path").last.click(force=True)
    expect(page.get_by_test_id("stMain").locator("h2").first).to_contain_text("Kazakhstan, 20")
    page.get_by_role("button", name=re.compile("Zoom to 20")).click()
    settled(page)
    asked = parse_qs(urlsplit(page.url).query)
    assert asked["from"][0].endswith("-01-01")
    assert asked["to"][0].endswith("-12-31")


def test_the_csv_is_what_the_database_holds(page: Page, served: Served) -> None:
    visit(page, "/moves?country=KGZ&from=2021-01-01")
    with page.expect_download() as started:
        page.get_by_role("link", name="CSV").first.click()
    path = started.value.path()
    assert started.value.suggested_filename == "steppe-events.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    with Store.open(str(served.db)) as store:
        wanted = EventFilter.from_params({"country": ["KGZ"], "from": ["2021-01-01"]})
        held = events.page(store, wanted, limit=1000)
    assert len(rows) == held.total > 20
    assert [row["event_id"] for row in rows] == [row.event_id for row in held.rows]
    assert [row["evidence"] for row in rows] == [row.evidence for row in held.rows]


def test_a_copied_address_restores_the_view(page: Page) -> None:
    visit(page, "/timeline")
    choose_country(page, "Tajikistan")
    page.get_by_test_id("stMain").get_by_text("Counterpart", exact=True).first.click()
    settled(page)
    expect(page).to_have_url(re.compile("lanes=counterpart"))
    copied, lanes = page.url, page.locator(".annotation-text").all_text_contents()
    page.goto("about:blank")
    visit(page, copied)
    expect(page.locator(".sp-echo")).to_contain_text("Tajikistan")
    drawn(page, ".annotation-text")
    assert page.locator(".annotation-text").all_text_contents() == lanes
    assert page.url == copied


def test_the_back_button_brings_back_the_filters(page: Page) -> None:
    visit(page, "/moves")
    choose_country(page, "Kazakhstan")
    expect(page).to_have_url(re.compile("country=KAZ"))
    page.go_back()
    settled(page)
    expect(page.locator(".sp-echo")).to_have_count(0)
    page.go_forward()
    settled(page)
    expect(page.locator(".sp-echo")).to_contain_text("Kazakhstan")


@pytest.mark.parametrize("slug", SLUGS)
def test_no_page_is_wider_than_a_phone(page: Page, slug: str, errors: list[str]) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.emulate_media(color_scheme="dark")
    visit(page, f"/{slug}?country=KAZ")
    if slug != "about":  # the one page that no filter touches
        expect(page.locator(".sp-echo")).to_contain_text("Kazakhstan")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert page.locator("[data-testid=stException]").count() == 0
    assert errors == []


def test_no_request_left_the_machine(outbound: list[str]) -> None:
    """Comes last: no page of all the tests above asked anybody else for anything."""
    assert outbound == []
