"""Pictures of every page with the sample data, for the README and for looking at: `make screens`.

Light and dark, 1440 and 390 pixels wide, English and Russian, into docs/screens, with few colours so that the
folder stays small. A database that is loaded and a part of the pictures' names may be given:
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
from contextlib import contextmanager, suppress
from itertools import product
from pathlib import Path
from typing import Literal, cast

from PIL import Image
from playwright.sync_api import Browser, Page, TimeoutError, sync_playwright
from sqlalchemy import func, select

from dashboard import app_pages
from dashboard.page import find_pages
from models.store import Store
from models.tables import ARTICLE, COMMENT_EVENT, EVENT, MENTION
from models.vocabulary import CENTRAL_ASIA, actor
from models.vocabulary.actions import QUADS

ROOT = Path(__file__).parents[2]
TARGET = ROOT / "docs" / "screens"
SIZES = {"": (1440, 1500), "-390": (390, 1700)}
THEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
LANGUAGES = {"en": "en-GB", "ru": "ru-RU"}
PHONE = (
    "Mozilla/5.0 (Linux; Android 14; K) AppleWebKit/537.36 (KHTML, like Gecko) "
    "Chrome/130.0.0.0 Mobile Safari/537.36"
)
COLOURS = 256
Colour = tuple[int, int, int]
RUNNING = "[data-testid=stApp]:not([data-test-script-state=notRunning])"
PATIENCE = 300_000  # milliseconds that a busy machine may take for a page
QUIET = 1200  # milliseconds for charts to settle after the last script run
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--hide-scrollbars"]
SERVE = "import sys; from dashboard.server import serve; serve(sys.argv[1], port=0)"


def main(database: str | None = None, part: str = "") -> None:
    """Load the sample data where no database is given, serve it and an empty one, take the pictures."""
    TARGET.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        full, empty = loaded(folder, database), f"{folder}/empty.sqlite"
        Store.open(empty).close()
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
            for served, scenes in ((full, scenes_of(full)), (empty, {"empty": ""})):
                with serving(served) as (url, _):
                    _take(browser, url, scenes, part)


def scenes_of(database: str) -> dict[str, str]:
    """Names of pictures and the addresses that they show: every page, and what opens from one."""
    slugs = [listed.slug for listed in find_pages(app_pages)]
    scenes = {slug: "" if slug == slugs[0] else slug for slug in slugs}
    scenes["search"] = scenes.pop("search") + "?search=Japarov"  # late: its words stay on the next page
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
    scenes["article"] = f"{scenes.pop('article')}?article={article}"
    scenes["move"] = f"moves?move={move}"
    return scenes


def _environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT)}


def loaded(folder: str, database: str | None) -> str:
    """A database of our own in the folder: a copy of the one that was given, else the sample data."""
    full = f"{folder}/steppe.sqlite"
    if database is None:
        load = [sys.executable, "-m", "dashboard.cli", "load", "sample_data", "--quiet", "--db", full]
        subprocess.run(load, cwd=ROOT, env=_environment(), check=True)
    else:
        shutil.copyfile(database, full)  # opening may migrate it
    return full


@contextmanager
def serving(database: str) -> Iterator[tuple[str, int]]:
    """The address of a server on this database, and the number of its process."""
    command = [sys.executable, "-u", "-c", SERVE, database]
    server = subprocess.Popen(command, env=_environment(), stdout=subprocess.PIPE, text=True)
    assert server.stdout
    try:
        yield server.stdout.readline().split()[-1], server.pid
    finally:
        server.terminate()
        server.wait(20)


def _take(browser: Browser, url: str, scenes: dict[str, str], part: str) -> None:
    """All pictures of these addresses, one window for each kind: its tabs share what was fetched."""
    kinds = product(SIZES.items(), LANGUAGES.items(), THEMES)
    for (suffix, (width, height)), (lang, locale), theme in kinds:
        wanted = {f"{name}-{theme}{suffix}-{lang}": path for name, path in scenes.items()}
        wanted = {name: path for name, path in wanted.items() if part in name}
        if not wanted:
            continue
        window = browser.new_context(
            viewport={"width": width, "height": height},
            locale=locale,
            color_scheme=theme,
            user_agent=PHONE if suffix else None,
        )
        page = window.new_page()
        page.set_default_timeout(PATIENCE)
        page.goto(url)
        _settle(page)
        for name, path in wanted.items():
            _go(page, f"/{path}")
            _write(page.screenshot(), TARGET / f"{name}.png")
        window.close()


def _go(page: Page, path: str) -> None:
    """To another address without loading the program again, as the browser's Back would."""
    page.evaluate(
        "path => { history.pushState({}, '', path); dispatchEvent(new PopStateEvent('popstate')) }", path
    )
    with suppress(TimeoutError):  # a quick run has ended before it was seen
        page.wait_for_selector(RUNNING, timeout=5_000)
    _settle(page)


def _settle(page: Page) -> None:
    """Wait until the script has run and everything is drawn."""
    page.wait_for_selector("[data-testid=stApp][data-test-script-state=notRunning]", timeout=PATIENCE)
    page.wait_for_selector("[data-testid=stSkeleton]", state="detached", timeout=PATIENCE)
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(QUIET)


def _write(picture: bytes, path: Path) -> None:
    """The picture in its commonest colours and those that mean something: a third of its size, and these
    unchanged, which no method of averaging leaves them."""
    with Image.open(io.BytesIO(picture)) as image:
        full = image.convert("RGB")
    counted = sorted(full.getcolors(full.width * full.height) or [], key=lambda pair: -pair[0])
    kept = [*_meant(), *(cast(Colour, colour) for _, colour in counted[:COLOURS])]
    palette = Image.new("P", (1, 1))
    palette.putpalette([part for colour in list(dict.fromkeys(kept))[:COLOURS] for part in colour])
    full.quantize(palette=palette, dither=Image.Dither.NONE).save(path, optimize=True)


def _meant() -> list[Colour]:
    """The colours of kinds and states: however small their marks, they stay."""
    codes = [code for quad in QUADS.values() for code in (quad.light, quad.dark)]
    codes += [str(actor(state).colour) for state in CENTRAL_ASIA]
    return [(int(code[1:3], 16), int(code[3:5], 16), int(code[5:7], 16)) for code in codes]


if __name__ == "__main__":
    main(*sys.argv[1:3])
