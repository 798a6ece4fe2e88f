"""Pictures of every page with the sample data, for the README and for looking at: `make screens`.

Light and dark, 1440 and 390 pixels wide, English and Russian, into docs/screens, with few colours so that the
folder stays small. A database that is loaded and a part of the names may be given:
`python -m tests.browser.screens [DATABASE [NAME]]`.
"""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import product
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright
from sqlalchemy import func, select

from dashboard import app_pages
from dashboard.page import find_pages
from models.store import Store
from models.tables import ARTICLE, COMMENT_EVENT, EVENT, MENTION

ROOT = Path(__file__).parents[2]
TARGET = ROOT / "docs" / "screens"
SIZES = {"": (1440, 1500), "-390": (390, 1700)}
LANGUAGES = {"en": "en-GB", "ru": "ru-RU"}
PHONE = (
    "Mozilla/5.0 (Linux; Android 14; K) AppleWebKit/537.36 (KHTML, like Gecko) "
    "Chrome/130.0.0.0 Mobile Safari/537.36"
)
COLOURS = 128
PATIENCE = 300_000  # milliseconds that a busy machine may take for a page
QUIET = 1500  # milliseconds for charts to settle after the last script run
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--hide-scrollbars"]
SERVE = "import sys; from dashboard.server import serve; serve(sys.argv[1], port=0)"


def main(database: str | None = None, part: str = "") -> None:
    """Load the sample data where no database is given, serve it and an empty one, take the pictures."""
    TARGET.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        full, empty = f"{folder}/steppe.sqlite", f"{folder}/empty.sqlite"
        if database is None:
            load = [sys.executable, "-m", "dashboard.cli", "load", "sample_data", "--quiet", "--db", full]
            subprocess.run(load, cwd=ROOT, env=_environment(), check=True)
        else:
            shutil.copyfile(database, full)  # opening may migrate it
        Store.open(empty).close()
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
            for served, scenes in ((full, scenes_of(full)), (empty, {"empty": ""})):
                wanted = {name: path for name, path in scenes.items() if part in name}
                if wanted:
                    with _serving(served) as url:
                        _take(browser, url, wanted)


def scenes_of(database: str) -> dict[str, str]:
    """Names of pictures and the addresses that they show: every page, and what opens from one."""
    slugs = [listed.slug for listed in find_pages(app_pages)]
    scenes = {slug: "" if slug == slugs[0] else slug for slug in slugs}
    scenes["search"] += "?search=Japarov"
    scenes["dyad"] += "?a=KAZ&b=RUS"
    with Store.open(database) as store, store.read() as connection:
        number = func.count()
        rich = select(ARTICLE.c.article_id).join(MENTION, MENTION.c.article_id == ARTICLE.c.id)
        article = connection.scalar(
            rich.group_by(ARTICLE.c.id).order_by(number.desc(), ARTICLE.c.article_id).limit(1)
        )
        spoken = select(EVENT.c.event_id).join(COMMENT_EVENT, COMMENT_EVENT.c.event_id == EVENT.c.id)
        move = connection.scalar(
            spoken.group_by(EVENT.c.id).order_by(number.desc(), EVENT.c.event_id).limit(1)
        )
    scenes["article"] += f"?article={article}"
    scenes["move"] = f"moves?move={move}"
    return scenes


def _environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT)}


@contextmanager
def _serving(database: str) -> Iterator[str]:
    """The address of a server on this database."""
    command = [sys.executable, "-u", "-c", SERVE, database]
    server = subprocess.Popen(command, env=_environment(), stdout=subprocess.PIPE, text=True)
    assert server.stdout
    try:
        yield server.stdout.readline().split()[-1]
    finally:
        server.terminate()
        server.wait(20)


def _take(browser: Browser, url: str, scenes: dict[str, str]) -> None:
    """All pictures of these addresses, one window for each kind: its tabs share what was fetched. The dark
    one is the same page in another theme, drawn anew."""
    for (suffix, (width, height)), (lang, locale) in product(SIZES.items(), LANGUAGES.items()):
        window = browser.new_context(
            viewport={"width": width, "height": height},
            locale=locale,
            user_agent=PHONE if suffix else None,
        )
        for name, path in scenes.items():
            page = window.new_page()
            page.set_default_timeout(PATIENCE)
            page.emulate_media(color_scheme="light")
            page.goto(f"{url}/{path}")
            _settle(page)
            _write(page.screenshot(), TARGET / f"{name}-light{suffix}-{lang}.png")
            page.emulate_media(color_scheme="dark")
            page.keyboard.press("r")  # Streamlit's key to run again: charts choose their colours then
            page.wait_for_timeout(300)
            _settle(page)
            _write(page.screenshot(), TARGET / f"{name}-dark{suffix}-{lang}.png")
            page.close()
        window.close()


def _settle(page: Page) -> None:
    """Wait until the script has run and everything is drawn."""
    page.wait_for_selector("[data-testid=stApp][data-test-script-state=notRunning]", timeout=PATIENCE)
    page.wait_for_selector("[data-testid=stSkeleton]", state="detached", timeout=PATIENCE)
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(QUIET)


def _write(picture: bytes, path: Path) -> None:
    """The picture with few colours: a fourth of its size, and hardly to be told apart."""
    with Image.open(io.BytesIO(picture)) as image:
        few = image.convert("RGB").quantize(
            COLOURS, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE
        )
        few.save(path, optimize=True)


if __name__ == "__main__":
    main(*sys.argv[1:3])
