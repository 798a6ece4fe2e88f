"""What single pages promise: search in any script, the tour, the pair's chart, the language, the network."""

from __future__ import annotations

import io
import re
from urllib.parse import parse_qs, urlsplit

import pytest
from PIL import Image
from playwright.sync_api import Page, expect

from models.vocabulary import actor
from tests.browser.conftest import settled, visit

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]


def asked(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def press(page: Page, colour: str) -> None:
    """Click in the middle of a canvas's patch of one colour, as soon as it is drawn and stands still."""
    canvas, before = page.locator("canvas").first, None
    page.mouse.move(5, 5)  # what lies under the mouse is drawn in another colour
    for _ in range(60):
        page.wait_for_timeout(500)
        at = spot(canvas.screenshot(), colour)
        if at and at == before:
            canvas.click(position={"x": at[0], "y": at[1]})
            return
        before = at
    raise AssertionError(f"no {colour} is drawn")


def spot(shot: bytes, colour: str) -> tuple[float, float] | None:
    """The middle of the dots of one colour in a picture."""
    wanted = tuple(bytes.fromhex(colour.removeprefix("#")))
    image = Image.open(io.BytesIO(shot)).convert("RGB")
    found = [divmod(at, image.width) for at, dot in enumerate(image.get_flattened_data()) if dot == wanted]
    if not found:
        return None
    down, right = (sorted(part)[len(found) // 2] for part in zip(*found, strict=True))
    return right, down


def test_a_name_typed_in_another_script_is_suggested_and_found(page: Page, errors: list[str]) -> None:
    visit(page, "/search")
    page.get_by_role("combobox", name=re.compile("Or choose a name")).click()
    page.keyboard.type("Токаев")
    page.get_by_role("option", name=re.compile("Kassym-Jomart Tokayev")).click()
    settled(page)
    expect(page.get_by_text("President Tokayev arrived in Tashkent.").first).to_be_visible()
    box = page.get_by_role("textbox", name="Words or names")
    expect(box).to_have_value("Kassym-Jomart Tokayev")
    box.fill("Сатпаев")
    box.press("Enter")
    settled(page)
    expect(page.get_by_text("doubts that it will last").first).to_be_visible()
    assert asked(page)["search"] == ["Сатпаев"]
    assert errors == []


def test_the_tour_goes_through_its_steps_and_is_not_offered_again(page: Page, errors: list[str]) -> None:
    visit(page, "/")
    page.get_by_role("button", name="Five steps show what is where").click()
    dialog = page.get_by_role("dialog")
    for step in range(1, 6):
        expect(dialog).to_contain_text(f"({step} of 5)")
        if step < 5:
            dialog.get_by_role("button", name="Next").click()
    dialog.get_by_role("button", name="Close", exact=True).last.click()
    expect(dialog).to_have_count(0)
    expect(page.get_by_role("button", name="Five steps show what is where")).to_have_count(0)
    page.get_by_role("button", name="Keys", exact=True).click()
    expect(dialog.locator("kbd", has_text="Esc")).to_be_visible()
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    settled(page)
    assert "help" not in asked(page)
    assert errors == []


def test_a_bar_of_a_pair_leads_to_its_moves(page: Page, errors: list[str]) -> None:
    visit(page, "/dyad?a=KAZ&b=JPN")
    page.wait_for_selector(".barlayer .point path")
    page.locator(".barlayer .point path").first.click(force=True)
    expect(page.get_by_text("Akorda on 2018-01-15: KAZ meet JPN.")).to_be_visible()
    assert asked(page)["at"] == ["2018-01:quarter"]
    page.get_by_role("button", name="show the newest").click()
    settled(page)
    expect(page.get_by_text("The newest of them")).to_be_visible()
    assert errors == []


def test_another_language_keeps_the_filters(page: Page, errors: list[str]) -> None:
    visit(page, "/moves?country=KAZ&from=2025-01-01")
    page.get_by_role("combobox", name=re.compile("Язык")).click()
    page.get_by_role("option", name="Русский").click()
    expect(page.locator("h1")).to_have_text("События")
    settled(page)
    expect(page.locator(".sp-echo")).to_contain_text("Казахстан")
    assert asked(page) == {"country": ["KAZ"], "from": ["2025-01-01"], "lang": ["ru"]}
    page.get_by_role("link", name="Сравнение", exact=True).click()
    settled(page)
    assert asked(page) == {"country": ["KAZ"], "from": ["2025-01-01"], "lang": ["ru"]}
    assert errors == []


def test_a_party_of_the_network_opens_its_profile_and_closes_it(page: Page, errors: list[str]) -> None:
    visit(page, "/actors")
    press(page, actor("KAZ").colour or "")
    expect(page.get_by_role("heading", name="The pairs of Kazakhstan")).to_be_visible()
    settled(page)
    assert asked(page) == {"actor": ["KAZ"]}
    press(page, actor("KAZ").colour or "")
    expect(page.get_by_role("heading", name="The pairs", exact=True)).to_be_visible()
    assert errors == []


def test_the_first_page_has_an_address_of_its_own(page: Page) -> None:
    visit(page, "/briefing?country=KAZ")
    expect(page.locator("h1")).to_have_text("Briefing")
    expect(page.locator(".sp-echo")).to_contain_text("Kazakhstan")
    assert urlsplit(page.url).path == "/"
