"""Our own words in the reader's language, by gettext catalogues: `dashboard/locale/<lang>.po`.

English stands in the code and is the key. `tr`, `trn` and `plural` translate where they are called; `mark`
only names a string for the catalogue, where it stands in a table. Whose language it is, the pages say by
`listen`: this module knows no browser, so that charts may use it. Names of parties and actions come from the
vocabulary and are not here. `python -m dashboard.locale.update` brings the catalogues up to the code; a test
fails on what is not translated.
"""

from __future__ import annotations

import gettext
import io
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal, format_percent

FOLDER = Path(__file__).parent / "locale"
INTERFACE = {"en": "English", "ru": "Русский"}
"""Languages of the interface by their own names."""
NAMES = {**INTERFACE, "kk": "Қазақша", "ky": "Кыргызча", "uz": "Oʻzbekcha", "tg": "Тоҷикӣ", "tk": "Türkmençe"}
"""Languages that a reader may choose. Past the first two only names of countries and actions are in them."""
_answers: list[Callable[[], str]] = []


def listen(asks: Callable[[], str]) -> None:
    """From here on `asks()` is the language of whoever reads just now."""
    _answers[:] = [asks]


def language() -> str:
    """The language that names are shown in, one of NAMES."""
    lang = _answers[0]() if _answers else "en"
    return lang if lang in NAMES else "en"


def interface() -> str:
    """The language of all other words: the region's own languages fall back to Russian."""
    lang = language()
    return lang if lang in INTERFACE else "ru"


def best(tag: str | None) -> str:
    """The language for a browser's language tag (`ru-KZ`): itself where it is one of ours, else English."""
    lang = (tag or "en").replace("_", "-").split("-")[0].lower()
    return lang if lang in NAMES else "en"


def tr(text: str, /, **values: object) -> str:
    """`text` in the interface's language, with `{name}`s filled in; whole numbers get its separators."""
    told = _catalogue(interface()).gettext(text)
    return told.format(**_written(values)) if values else told


def plural(one: str, many: str, n: int) -> str:
    """`one` or `many` (or a third form) by the grammar of the interface's language."""
    return _catalogue(interface()).ngettext(one, many, n)


def trn(one: str, many: str, n: int, /, **values: object) -> str:
    """`plural` with `{name}`s filled in; `{n}` is the number where `values` does not word it."""
    return plural(one, many, n).format(**_written({"n": n, **values}))


def number(value: float) -> str:
    """`24,063`, `24 063`: a number with the separators of the interface's language."""
    return str(format_decimal(value, locale=interface()))


def signed(value: float) -> str:
    """`+0.7`, `−1 204`, `0`."""
    return f"{'−' if value < 0 else '+' if value else ''}{number(abs(value))}"


def percent(value: float) -> str:
    """`44%`, `44 %`: a share of 1 in whole hundredths."""
    return str(format_percent(value, locale=interface()))


def _written(values: Mapping[str, object]) -> dict[str, object]:
    """The values as they are shown. A year is no number to be parted: give it as text."""
    return {name: number(value) if type(value) is int else value for name, value in values.items()}


def mark(text: str) -> str:
    """`text` itself: to be translated where it is shown."""
    return text


@cache
def _catalogue(lang: str) -> gettext.NullTranslations:
    path = FOLDER / f"{lang}.po"
    if not path.exists():
        return gettext.NullTranslations()
    with path.open("rb") as file:
        catalogue = read_po(file, locale=lang)
    compiled = io.BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)
