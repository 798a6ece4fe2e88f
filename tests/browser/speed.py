"""Speed to the eye, measured in the browser with the sample data: `python -m tests.browser.speed [DATABASE]`.

First content is the time from asking for an address to its heading standing on the page, a filter change that
from a click on a country to the page being still again. Each is taken several times and the best is told, for
other work on the machine only adds to it; beside it stands the server's own processor time, on which that
work hardly tells. Filters change to a country that was not asked for yet: no answer is remembered.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from dashboard import app_pages
from dashboard.page import find_pages
from tests.browser.screens import FLAGS, PATIENCE, loaded, serving

FIRST, CHANGE = 1.5, 0.5  # seconds that are wanted
TIMES = 5
STATES = {
    "Kazakhstan": "KAZ",
    "Kyrgyzstan": "KGZ",
    "Tajikistan": "TJK",
    "Turkmenistan": "TKM",
    "Uzbekistan": "UZB",
}
STILL = "[data-testid=stApp][data-test-script-state=notRunning]"


def main(database: str | None = None) -> None:
    """Print a line for each page: seconds of wall time and of the server's processor time."""
    slugs = [listed.slug for listed in find_pages(app_pages) if not listed.page.hidden]
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        with serving(loaded(folder, database)) as (url, process):
            window = browser.new_context(
                base_url=url, locale="en-GB", viewport={"width": 1440, "height": 1000}
            )
            for slug in slugs:
                path = "/" if slug == slugs[0] else f"/{slug}"
                tab = window.new_page()
                tab.set_default_timeout(PATIENCE)
                tab.goto(path)  # once to warm: scripts into the browser's memory, answers into the server's
                _still(tab)
                first = _best(process, lambda: _content(tab, path))  # noqa: B023 - called at once
                states = iter(STATES)
                change = _best(process, lambda: _filter(tab, next(states)))  # noqa: B023
                _say(slug, "first content", first, FIRST)
                _say(slug, "filter change", change, CHANGE)
                tab.close()


def _content(tab: Page, path: str) -> float:
    """Seconds until the heading of a page stands there."""
    begun = time.perf_counter()
    tab.goto(path, wait_until="commit")
    tab.wait_for_selector("h1")
    found = time.perf_counter() - begun
    _still(tab)
    return found


def _filter(tab: Page, state: str) -> float:
    """Seconds from a click on a country that was not chosen yet until the script has run."""
    pill = tab.locator("[data-testid=stSidebar]").get_by_role("button", name=state, exact=True)
    begun = time.perf_counter()
    pill.click()
    tab.wait_for_url(lambda address: STATES[state] in address, wait_until="commit")  # the script has begun
    _still(tab)
    return time.perf_counter() - begun


def _still(tab: Page) -> None:
    tab.wait_for_selector(STILL)


def _best(process: int, act: Callable[[], float]) -> tuple[float, float]:
    """The least wall time of several, and the least processor time that the server took."""
    walls, processor = [], []
    for _ in range(TIMES):
        with _counting(process) as spent:
            walls.append(act())
        processor.append(spent[0])
    return min(walls), min(processor)


@contextmanager
def _counting(process: int) -> Iterator[list[float]]:
    """Seconds of processor time that a process takes meanwhile."""
    spent, before = [0.0], _processor(process)
    yield spent
    spent[0] = _processor(process) - before


def _processor(process: int) -> float:
    """User and system time of a process so far, in seconds, as Linux tells it; 0 elsewhere."""
    path = Path(f"/proc/{process}/stat")
    if not path.exists():
        return 0.0
    fields = path.read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / 100


def _say(slug: str, what: str, found: tuple[float, float], wanted: float) -> None:
    wall, processor = found
    verdict = "" if wall <= wanted else "  over"
    sys.stdout.write(
        f"{slug:<12} {what:<14} {wall:5.2f} s, server {processor:4.2f} s  wanted {wanted} s{verdict}\n"
    )
    sys.stdout.flush()


if __name__ == "__main__":
    main(*sys.argv[1:2])
