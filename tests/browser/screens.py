"""Pictures of every page with the sample data, for the README and for looking at: `make screens`.

Light and dark, 1440 and 390 pixels wide, into docs/screens. An earlier database may be given:
`python -m tests.browser.screens [DATABASE]`.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from dashboard import app_pages
from dashboard.page import find_pages

ROOT = Path(__file__).parents[2]
TARGET = ROOT / "docs" / "screens"
SIZES = {"": (1440, 1500), "-390": (390, 1700)}
QUIET = 1500  # milliseconds for charts to settle after the last script run
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--hide-scrollbars"]
SERVE = "import sys; from dashboard.server import serve; serve(sys.argv[1], port=0)"


def main(database: str | None = None) -> None:
    """Load the sample data where no database is given, serve it, take the pictures."""
    TARGET.mkdir(parents=True, exist_ok=True)
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with tempfile.TemporaryDirectory() as folder:
        if database is None:
            database = f"{folder}/steppe.sqlite"
            load = [sys.executable, "-m", "dashboard.cli", "load", "sample_data", "--quiet", "--db", database]
            subprocess.run(load, cwd=ROOT, env=environment, check=True)
        server = subprocess.Popen(
            [sys.executable, "-u", "-c", SERVE, database], env=environment, stdout=subprocess.PIPE, text=True
        )
        assert server.stdout
        try:
            url = server.stdout.readline().split()[-1]
            with sync_playwright() as playwright:
                browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
                slugs = [listed.slug for listed in find_pages(app_pages)]
                for slug in slugs:
                    _take(browser, url, slug, path="" if slug == slugs[0] else slug)
        finally:
            server.terminate()
            server.wait(20)


def _take(browser: Browser, url: str, slug: str, path: str) -> None:
    for theme in ("light", "dark"):
        for suffix, (width, height) in SIZES.items():
            size = {"width": width, "height": height}
            page = browser.new_page(viewport=size, color_scheme=theme, locale="en-GB")  # type: ignore[arg-type]
            page.goto(f"{url}/{path}")
            page.wait_for_selector("[data-testid=stApp][data-test-script-state=notRunning]", timeout=60_000)
            page.wait_for_selector("[data-testid=stSkeleton]", state="detached", timeout=60_000)
            page.wait_for_load_state("networkidle")
            page.wait_for_timeout(QUIET)
            page.screenshot(path=TARGET / f"{slug}-{theme}{suffix}.png")
            page.close()


if __name__ == "__main__":
    main(*sys.argv[1:2])
