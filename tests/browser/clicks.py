"""Clicks counted: a reader's question is answered within a number of them."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import settled, visit

MOST = 3
SEEN = 20_000  # milliseconds for what a click brings


class Reader:
    """Somebody at the page that opens first, who counts each click."""

    def __init__(self, tab: Page) -> None:
        self.tab = tab
        self.clicks = 0
        visit(tab, "/")

    @property
    def main(self) -> Locator:
        """The page without its navigation and filters."""
        return self.tab.get_by_test_id("stMain")

    def click(self, what: Locator) -> None:
        """Click on something that can be seen."""
        self._counted()
        what.click()
        settled(self.tab)

    def point(self, what: Locator, at: float = 0.5) -> None:
        """Click on a mark of a chart; `at` is where, as a share of its height from above.

        Charts are covered by the sheet that hears the clicks: the mouse goes to the place itself.
        """
        self._counted()
        what.scroll_into_view_if_needed()
        box = what.bounding_box()
        assert box
        self.tab.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] * at)
        settled(self.tab)

    def go(self, page: str) -> None:
        """Click on a page's name in the navigation."""
        self.click(self.tab.get_by_role("link", name=page, exact=True).first)

    def sees(self, *told: str, within: Locator | None = None) -> None:
        """Each of these words stands on the page and can be seen."""
        for text in told:
            found = (within or self.main).get_by_text(text).filter(visible=True)
            expect(found.first).to_be_visible(timeout=SEEN)

    def _counted(self) -> None:
        self.clicks += 1
        assert self.clicks <= MOST, "one click too many"
