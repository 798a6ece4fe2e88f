"""The seven questions that the dashboard is for, each answered from the page that opens first.

Every click is counted: `Reader` allows three. The right answers are those of `tests/browser/story.py`.
"""

from __future__ import annotations

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.browser.clicks import Reader
from tests.browser.conftest import lit

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]


def test_what_happened_this_week_and_what_is_unusual(page: Page, errors: list[str]) -> None:
    reader = Reader(page)
    reader.sees("20 Mar 2026: ", "more than in the", "Strongest moves", "Unusual moves")
    reader.sees("Kazakhstan and Japan signed a treaty on 19 March 2026.")
    reader.sees("New for China – Kyrgyzstan: none of their 6 earlier moves was of this kind.")
    reader.click(reader.main.get_by_text("7 days", exact=True))
    reader.sees("14 Mar 2026 to 20 Mar 2026: ", "Kazakhstan – Tajikistan: their first move in the record.")
    assert reader.clicks == 1
    assert errors == []


def test_how_dealings_developed_and_when_the_tone_changed(page: Page, errors: list[str]) -> None:
    reader = Reader(page)
    reader.click(reader.main.get_by_role("link", name=re.compile("Kazakhstan – Japan · 2")))
    expect(page.locator("h1")).to_have_text("Kazakhstan – Japan")
    reader.sees("The sharpest change of tone: Jun 2025, from −2 to +6.6.")
    reader.sees("Kazakhstan → Japan", "Japan → Kazakhstan", "Jun 2025: −2 → +6.6", "Signs · 19 Mar 2026")
    reader.click(reader.main.get_by_role("button", name="Jun 2025: warmer by 8.6"))
    reader.sees("Jun 2025 (1)", "24.kg on 2025-06-12: KAZ sign JPN.")
    reader.click(reader.main.get_by_text("Kazakhstan → Japan", exact=True).first)
    reader.sees("How many moves a month, and of what kind? Kazakhstan → Japan")
    assert reader.clicks == 3
    assert errors == []


def test_any_pair_is_three_clicks_away(page: Page) -> None:
    reader = Reader(page)
    reader.go("Dyad")
    reader.click(reader.main.get_by_role("combobox", name=re.compile("its counterpart")))
    reader.click(page.get_by_role("option", name=re.compile("^Japan")))
    expect(page.locator("h1")).to_have_text("Kazakhstan – Japan")
    reader.sees("The sharpest change of tone: Jun 2025, from −2 to +6.6.", "Signs · 19 Mar 2026")


def test_who_deals_with_whom_and_how_it_differs_from_last_year(page: Page, errors: list[str]) -> None:
    reader = Reader(page)
    reader.click(reader.main.get_by_role("link", name="Who deals more with whom than before?"))
    expect(page.locator("h1")).to_have_text("Actors")
    reader.sees("More with Japan (+5)", "less with Türkiye (−3)", "This period: 21 Mar 2025 to 20 Mar 2026")
    expect(page.get_by_label(re.compile("^Network of 1[0-9] actors"))).to_be_visible()
    reader.go("Actor map")
    reader.sees("More with Japan (+5)", "More than before")
    assert parse_qs(urlsplit(page.url).query)["against"] == ["change"]
    reader.click(reader.main.get_by_text("Before", exact=True))
    reader.sees("Before: 21 Mar 2024 to 20 Mar 2025")
    assert reader.clicks == 3
    assert errors == []


def test_how_the_five_differ(page: Page, errors: list[str]) -> None:
    reader = Reader(page)
    reader.go("Compare")
    reader.sees("Kazakhstan turns most to one partner", "of its moves are with Japan")
    reader.sees("The largest share of conflict: Kyrgyzstan", "With whom", "By what")
    for name in ("Kazakhstan", "Kyrgyzstan", "Tajikistan", "Turkmenistan", "Uzbekistan"):
        expect(reader.main.get_by_text(re.compile(rf"^{name} · \d+$")).first).to_be_visible()
    assert reader.clicks == 1
    assert errors == []


def test_what_experts_say_of_a_move_and_what_this_one_usually_says(page: Page, errors: list[str]) -> None:
    reader = Reader(page)
    treaty = page.get_by_test_id("stVerticalBlock").filter(has_text="signed a treaty on 19 March 2026.")
    reader.click(treaty.last.get_by_role("button", name="How we know"))
    drawer = page.get_by_role("dialog")
    reader.sees("What was said about it", "doubts that it will last", within=drawer)
    reader.click(drawer.get_by_role("link", name="2 comments about it"))
    expect(page.locator("h1")).to_have_text("Commentary")
    reader.sees(
        "Only comments about Signs: Kazakhstan ↔ Japan", "the treaty opens a road to Japanese technology"
    )
    igor = reader.main.get_by_test_id("stVerticalBlock").filter(
        has_text="opens a road to Japanese technology"
    )
    reader.click(igor.last.get_by_text("Everything by this person"))
    expect(page.locator(".sp-person")).to_have_text("Igor Shestakov")
    reader.sees("3 comments in 2 outlets", "loans bind small states", "it changes little")
    assert reader.clicks == 3
    assert errors == []


def test_who_is_quoted_most_on_which_countries_and_where(page: Page) -> None:
    reader = Reader(page)
    reader.go("Commentary")
    reader.sees("5 comments by 3 people", "Named most often: Kazakhstan, in 100% of them.")
    reader.sees("Who is heard most", "On which countries", "Where they speak")
    first = page.locator(".annotation-text").first
    expect(first).to_have_text("Igor Shestakov")
    assert reader.clicks == 1


def test_how_do_i_know(page: Page, errors: list[str]) -> None:
    reader = Reader(page)
    reader.go("Timeline")
    page.wait_for_selector(".barlayer .point path")
    reader.point(page.locator(".barlayer .point path").last)
    reader.click(reader.main.get_by_role("button", name="How we know").first)
    drawer = page.get_by_role("dialog")
    expect(drawer.locator("mark").first).to_be_visible()
    outlet = drawer.locator("a[href^='https://example.org/']").first
    expect(outlet).to_be_visible()
    assert reader.clicks == 3
    assert errors == []


def test_from_a_card_to_the_sentence_in_the_whole_article_and_to_its_outlet(page: Page) -> None:
    reader = Reader(page)
    reader.click(reader.main.get_by_role("button", name="How we know").first)
    reader.click(page.get_by_role("dialog").get_by_role("link", name="The whole article").first)
    expect(page.locator("h1")).to_have_text("A treaty")
    lit(page, ".sp-told.sp-at")
    reader.sees("Kazakhstan and Japan signed a treaty on 19 March 2026.", "doubts that it will last")
    expect(page.locator("a[href='https://example.org/treaty']").first).to_be_visible()
    assert reader.clicks == 2


def test_what_do_we_not_know(page: Page, errors: list[str]) -> None:
    reader = Reader(page)
    reader.sees("come from texts in one language, English")
    reader.click(reader.main.get_by_role("link", name="Kazakhstan – Japan · 2"))
    reader.sees("From 11 of the 99 months shown no article was read (Feb 2018 – Dec 2018)")
    reader.click(reader.main.get_by_role("link", name="What was read"))
    expect(page.locator("h1")).to_have_text("Sources")
    reader.sees(
        "without an article: nothing seen there means nothing read.", "Refused, and why", "No text found: 1"
    )
    page.wait_for_selector(".scatterlayer path.point")
    reader.point(page.locator(".scatterlayer path.point").first)
    expect(reader.main.locator(".sp-h").last).to_contain_text("24.kg")
    assert reader.clicks == 3
    assert errors == []
