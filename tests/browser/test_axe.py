"""No page has a serious or critical finding of axe-core: light and dark, with everything unfolded."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from dashboard import app_pages
from dashboard.page import find_pages
from models.queries import article, events, speakers
from models.queries.filters import EventFilter
from models.store import Store
from tests.browser import axe
from tests.browser.conftest import Served, settled, visit

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]
PAGES = [listed.slug for listed in find_pages(app_pages)]
VIEWS = {
    "the card of a move": "moves?move={move}",
    "an article": "article?article={article}",
    "a search": "search?search=Japarov",
    "a search without result": "search?search=zzzqqq",
    "an empty result": "timeline?search=zzzqqq",
    "a profile": "actors?actor=KAZ",
    "a speaker": "commentary?speaker={speaker}",
    "a pair in Russian": "dyad?a=KGZ&b=RUS&lang=ru",
    "the briefing in Russian": "briefing?lang=ru",
}
_met: set[axe.Known] = set()
_seen: set[str] = set()


@pytest.fixture(scope="module")
def named(sampled: Served) -> dict[str, str]:
    """A move, an article and a speaker of the sample data."""
    with Store.open(str(sampled.db)) as store:
        row = events.page(store, EventFilter(), limit=1).rows[0]
        text = article.listed(store, EventFilter(), limit=1)[0]
        person = speakers.speakers(store, EventFilter(), limit=1)[0]
    return {"move": row.event_id, "article": text.article_id, "speaker": person.speaker}


@pytest.mark.parametrize("view", [*PAGES, *VIEWS])
def test_no_grave_finding(page: Page, sampled: Served, named: dict[str, str], view: str) -> None:
    visit(page, f"{sampled.url}/{VIEWS.get(view, view).format(**named)}")
    unfold(page)
    graver = {}
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        settled(page)
        found = axe.findings(page)
        _met.update(known for _, all_known in found for known in all_known)
        graver[scheme] = [finding for finding, all_known in found if not all_known]
    _seen.add(view)
    assert graver == {"light": [], "dark": []}


def test_every_exception_is_still_needed() -> None:
    if _seen != {*PAGES, *VIEWS}:
        pytest.skip("not every page was looked at")
    assert [known for known in axe.KNOWN if known not in _met] == []


@pytest.mark.parametrize(("lang", "habit"), [("ru", "en-GB"), ("en", "ru-RU")])
def test_the_document_names_the_language_of_the_page(
    page: Page, sampled: Served, lang: str, habit: str
) -> None:
    page.set_extra_http_headers({"Accept-Language": habit})
    visit(page, f"{sampled.url}/sources?lang={lang}")
    expect(page.locator("html")).to_have_attribute("lang", lang)


def unfold(page: Page) -> None:
    """Open everything that is folded, and wait until it is drawn; a card covers what lies under it."""
    card = page.get_by_role("dialog")
    folded = (card if card.count() else page).locator("details:not([open]) > summary")
    for _ in range(folded.count()):
        folded.first.click()
    settled(page)
