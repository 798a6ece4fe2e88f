"""Without a pointer: Tab reaches everything and shows where it is; each chart has its marks as a list."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Served, settled, visit

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

# What one must be able to reach. One of a group of buttons stands for all: arrows lead to the others.
REACH = """() => [...document.querySelectorAll(
    "a[href], button:not([disabled]), input:not([disabled]):not([type=hidden]), summary, [tabindex='0']")]
    .filter(e => e.tabIndex >= 0 && e.checkVisibility({visibilityProperty: true}) && !e.closest("[inert]")
        && e.getBoundingClientRect().width > 1
        && !e.matches("[data-variant=pills], [role=radio], [type=radio], [role=option], [role=gridcell]"))
    .map((e, i) => { e.dataset.reach = i; return i; })"""
HERE = """() => {
    const e = document.activeElement;
    const rings = [];
    for (let at = e, up = 0; at && up < 4; at = at.parentElement, up++) {
        const s = getComputedStyle(at);
        rings.push(s.outlineStyle != "none" && parseFloat(s.outlineWidth) > 0 && at == e);
        rings.push(s.boxShadow != "none");
        rings.push(up > 0 && at.matches("[data-focus-visible], [data-focused], :focus-within") &&
            s.outlineStyle != "none" && parseFloat(s.outlineWidth) > 0);
    }
    return {reach: e.dataset.reach, ring: rings.some(Boolean), html: e.outerHTML.slice(0, 160),
            body: e === document.body};
}"""


@pytest.mark.parametrize("path", ["briefing", "compare", "commentary"])
def test_tab_reaches_everything_and_shows_where_it_is(page: Page, path: str) -> None:
    visit(page, f"/{path}")
    wanted = set(map(str, page.evaluate(REACH)))
    seen: list[dict[str, Any]] = []
    for _ in range(3 * len(wanted)):
        page.keyboard.press("Tab")
        here = page.evaluate(HERE)
        if here["body"] and seen:
            break
        seen.append(here)
    missed = wanted - {here["reach"] for here in seen}
    assert [
        page.locator(f"[data-reach='{i}']").evaluate("e => e.outerHTML.slice(0, 200)") for i in missed
    ] == []
    assert [here["html"] for here in seen if not here["ring"] and not here["body"]] == []


@pytest.mark.parametrize(
    ("path", "nth", "leads"),
    [
        ("timeline?country=KAZ&step=year", 0, "Kazakhstan, 20"),
        ("actor_map", 0, "all its moves"),
        ("actors", 0, ":"),
        ("dyad?a=KAZ&b=RUS", 0, "20"),
        ("dyad?a=KAZ&b=RUS", 1, "→|together|↔"),
        ("compare", 1, "–"),
        ("compare", 3, "all its moves"),
        ("sources", 0, "move"),
    ],
)
def test_a_mark_from_the_list_opens_the_same_moves(page: Page, path: str, nth: int, leads: str) -> None:
    visit(page, f"/{path}")
    heads = page.get_by_test_id("stMain").locator("h2")
    before = heads.all_text_contents()
    choice = page.get_by_label("The chart's marks as a list").nth(nth)
    choice.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    settled(page)
    page.wait_for_timeout(500)
    settled(page)
    new = [text for text in heads.all_text_contents() if text not in before]
    assert any(re.search(leads, text) for text in new), new


def test_the_card_of_a_move_is_left_by_escape_and_gives_the_focus_back(page: Page, served: Served) -> None:
    visit(page, f"{served.url}/briefing")
    button = page.get_by_role("button", name="How we know").first
    button.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog")).to_be_visible()
    assert page.evaluate("document.activeElement.closest('[role=dialog]') !== null")
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
