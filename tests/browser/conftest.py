"""One server on a database of its own and one Chromium for all browser tests.

Without Chromium they are skipped with a word, and fail where CI=true. Every request that leaves the machine
is written down: `test_no_request_left_the_machine` comes last and wants none.
"""

from __future__ import annotations

import datetime as dt
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request, expect, sync_playwright

from models.store import Store
from tests import factories
from tests.browser import story

ROOT = Path(__file__).parents[2]
PATIENCE = 60_000
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
WEB = {"http", "https", "ws", "wss"}
LIT = re.compile(r"0\.89\d* 0\.69\d* 0\.23\d*")  # the yellow of the place that was asked for
STATES = ("KAZ", "KGZ", "TJK", "TKM", "UZB")
PARTNERS = ("RUS", "CHN", "TUR", "USA", "EU", "SCO", "AFG", "IRN")
ACTIONS = ("meet", "visit", "sign", "trade", "aid", "criticise", "coerce", "demand")


@dataclass(frozen=True, slots=True)
class Served:
    """A running server: its address and its database."""

    url: str
    db: Path


def fill(store: Store) -> None:
    """The factories' articles, the story of the journeys, and 240 moves of all five from 2019 on, enough to
    be drawn as bars."""
    factories.fill(store)
    story.tell(store)
    for i in range(240):
        factories.report(
            store,
            STATES[i % 5],
            ACTIONS[(i // 5 + i // 40) % 8],
            PARTNERS[(i // 3) % 8],
            date=dt.date(2019, 1, 7) + dt.timedelta(days=11 * i),
            source=("Akorda", "24.kg", "Kun.uz")[i % 3],
            url=f"https://example.org/{i}",
            title=f"Report {i}",
        )


@contextmanager
def serving(db: Path, folder: Path, first: str = "", **settings: str) -> Iterator[Served]:
    """A server on this database, in a process started in `folder`; `first` is Python to run before it, and
    `settings` are for its environment."""
    program = f"{first}\nimport sys; from dashboard.server import serve; serve(sys.argv[1], port=0)"
    server = subprocess.Popen(
        [sys.executable, "-u", "-c", program, str(db)],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT), **settings},
        stdout=subprocess.PIPE,
        text=True,
    )
    assert server.stdout
    line = server.stdout.readline()
    try:
        assert "http://" in line, f"the server did not start: {line!r}"
        yield Served(line.split()[-1], db)
    finally:
        server.terminate()
        server.wait(20)


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    db = tmp_path_factory.mktemp("browser") / "steppe.sqlite"
    with Store.open(str(db)) as store:
        fill(store)
    with serving(db, tmp_path_factory.mktemp("elsewhere")) as running:
        yield running


@pytest.fixture(scope="session")
def sampled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """Another server, on the sample data as everybody loads them."""
    folder = tmp_path_factory.mktemp("sampled")
    db = folder / "steppe.sqlite"
    load = [sys.executable, "-m", "dashboard.cli", "load", "sample_data", "--quiet", "--db", str(db)]
    subprocess.run(load, cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)}, check=True)
    with serving(db, folder) as running:
        yield running


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if chromium is None:
        word = "no Chromium on this machine: sudo apt-get install chromium"
        if os.environ.get("CI") == "true":
            pytest.fail(word)
        pytest.skip(word)
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def outbound() -> list[str]:
    """Addresses outside of this machine that a page asked for, over all tests."""
    return []


@pytest.fixture
def errors() -> list[str]:
    """What the page's own scripts complained of, and what the content policy refused."""
    return []


@pytest.fixture(scope="session")
def window(browser: Browser, served: Served, outbound: list[str]) -> Iterator[BrowserContext]:
    """One window with English habits; its tabs share what has been fetched, as a reader's do."""
    with browser.new_context(base_url=served.url, locale="en-GB", accept_downloads=True) as context:
        context.set_default_timeout(PATIENCE)

        def note(request: Request) -> None:
            parts = urlsplit(request.url)
            if parts.scheme in WEB and parts.hostname not in {"127.0.0.1", "localhost"}:
                outbound.append(request.url)

        context.on("request", note)
        yield context


@pytest.fixture
def page(window: BrowserContext, errors: list[str]) -> Iterator[Page]:
    """A tab of 1440 × 1400."""
    tab = window.new_page()
    tab.set_viewport_size({"width": 1440, "height": 1400})
    tab.on("pageerror", lambda error: errors.append(str(error)))
    tab.on(
        "console",
        lambda message: errors.append(message.text) if "Content Security Policy" in message.text else None,
    )
    yield tab
    tab.close()


def settled(tab: Page) -> None:
    """Wait until the script has run and everything is drawn."""
    tab.wait_for_timeout(250)
    tab.wait_for_selector("[data-testid=stApp][data-test-script-state=notRunning]")
    expect(tab.locator("[data-testid=stSkeleton]")).to_have_count(0)


def visit(tab: Page, path: str) -> None:
    """Open an address and wait."""
    tab.goto(path)
    tab.wait_for_selector("h1")
    settled(tab)


def lit(tab: Page, place: str) -> None:
    """The place that was asked for stands out."""
    expect(tab.locator(place)).to_have_css("background-color", LIT)
