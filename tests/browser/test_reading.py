"""How do I know, and who says what: from a mark to its sentence, and from a bar to its comments."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import lit, settled, visit

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]


def test_from_a_move_to_its_sentence_in_the_article_in_one_click(page: Page, errors: list[str]) -> None:
    visit(page, "/moves?search=Abraham")
    table = page.get_by_test_id("stDataFrame").bounding_box()
    assert table
    page.mouse.click(table["x"] + 320, table["y"] + 52)
    page.get_by_role("dialog").get_by_role("link", name="The whole article").first.click()
    expect(page.locator("h1")).to_have_text("A pact")
    settled(page)
    expect(page.locator(".sp-told.sp-at")).to_contain_text("Kazakhstan joined the Abraham Accords")
    lit(page, ".sp-told.sp-at")
    expect(page.locator("a[href='https://example.org/pact']").first).to_be_visible()
    assert errors == []


def test_text_and_list_lead_to_one_another_without_a_reload(page: Page, errors: list[str]) -> None:
    visit(page, "/article?search=Abraham")
    table = page.get_by_test_id("stDataFrame").bounding_box()
    assert table
    page.mouse.click(table["x"] + 320, table["y"] + 52)
    expect(page.locator("h1")).to_have_text("A pact")
    settled(page)
    page.evaluate("document.querySelector('article').dataset.same = 'yes'")
    page.locator("#s2 sup a").click()
    lit(page, "#n2")
    page.locator("#n1 a").click()
    lit(page, "#s1")
    assert page.locator("article").get_attribute("data-same") == "yes"
    page.get_by_role("button", name="How we know").first.click()
    expect(page.get_by_role("dialog")).to_contain_text("CAMEO 057")
    page.keyboard.press("Escape")
    settled(page)
    page.locator("#s1 a.sp-go").first.click()
    expect(page.get_by_role("dialog")).to_contain_text("CAMEO 057")
    assert page.locator("article").get_attribute("data-same") == "yes"
    assert errors == []


def test_a_bar_of_the_commentary_narrows_it(page: Page) -> None:
    visit(page, "/commentary")
    expect(page.get_by_text("это новый шаг")).to_be_visible()
    page.get_by_text("Igor Shestakov", exact=True).last.scroll_into_view_if_needed()
    label = page.locator(".annotation-text", has_text="Igor Shestakov").first
    box = label.bounding_box()
    assert box
    page.mouse.click(box["x"] + 150, box["y"] + box["height"] / 2)
    expect(page.locator(".sp-person")).to_have_text("Igor Shestakov")
    settled(page)
    expect(page.get_by_text("это новый шаг")).to_have_count(0)
    assert parse_qs(urlsplit(page.url).query) == {"speaker": ["Igor Shestakov"]}
