"""Controls that several pages share show what holds, whichever page one comes from."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Served, settled, visit

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]


def test_a_control_of_two_pages_stays_chosen_on_the_way_between_them(page: Page, served: Served) -> None:
    visit(page, f"{served.url}/actor_map")
    for name in ("Actors", "Actor map"):
        page.locator("header").get_by_role("link", name=name, exact=True).click()
        page.wait_for_selector(f"h1:has-text('{name}')")
        settled(page)
        period = page.get_by_role("radiogroup", name="Period")
        expect(period.get_by_role("radio", name="All", exact=True)).to_be_checked()
