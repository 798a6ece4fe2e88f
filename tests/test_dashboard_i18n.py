"""Every word of the pages is in both languages of the interface."""

from __future__ import annotations

import ast
import re
import string
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from dashboard import i18n, words
from dashboard.i18n import FOLDER, INTERFACE, NAMES, best, tr, trn
from dashboard.locale.update import ROOT, messages, wanted

OTHERS = [lang for lang in INTERFACE if lang != "en"]
# Streamlit calls and keywords whose words a reader sees.
SHOWN = {
    "title", "header", "subheader", "caption", "text", "button", "selectbox", "multiselect", "pills",
    "segmented_control", "text_input", "date_input", "slider", "expander", "dialog", "toggle", "checkbox",
    "text_area", "file_uploader", "nothing", "warning", "error", "info", "success", "radio", "metric", "head",
    "form_submit_button",
}  # fmt: skip
KEYWORDS = {"help", "placeholder", "alt"}


@pytest.fixture
def speak(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """A list whose first item is the language that is spoken."""
    spoken = ["ru"]
    monkeypatch.setattr(i18n, "_answers", [lambda: spoken[0]])
    return spoken


@pytest.mark.parametrize("lang", OTHERS)
def test_every_string_of_the_pages_is_translated(lang: str) -> None:
    with (FOLDER / f"{lang}.po").open("rb") as file:
        catalogue = read_po(file, locale=lang)
    for message in wanted():
        if not message.id:
            continue
        known = catalogue.get(message.id)
        assert known is not None, f"python -m dashboard.locale.update: {message.id}"
        told = [known.string] if isinstance(known.string, str) else list(known.string or ())
        assert all(told), f"untranslated in {lang}.po: {message.id}"
        if not isinstance(message.id, str):
            assert len(told) == catalogue.num_plurals
        asked = {
            f for text in ([message.id] if isinstance(message.id, str) else message.id) for f in fields(text)
        }
        for text in told:
            assert fields(text) <= asked, f"{lang}.po asks for what is not given: {text}"
    assert {m.id for m in catalogue if m.id} == {m.id for m in wanted() if m.id}


def fields(text: str) -> set[str]:
    return {name or "" for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def bare(path: Path) -> Iterator[str]:
    """Words that a page hands to Streamlit without translating them."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
            continue
        shown = node.args[:1] if node.func.attr in SHOWN else []
        for value in [*shown, *(k.value for k in node.keywords if k.arg in KEYWORDS)]:
            texts = value.values if isinstance(value, ast.JoinedStr) else [value]
            for text in texts:
                told = text.value if isinstance(text, ast.Constant) else None
                if isinstance(told, str) and re.search(r"[A-Za-z]{2}", told):
                    yield f"{path.name}:{node.lineno}: {told}"


def test_no_page_shows_words_that_nobody_translates() -> None:
    files = [*ROOT.glob("app_pages/*.py"), *ROOT.glob("panels/*.py"), ROOT / "filters.py"]
    found = [line for path in files for line in bare(path)]
    assert [line for line in found if "Language · Язык" not in line] == []


def test_untranslated_words_are_caught(tmp_path: Path) -> None:
    page = tmp_path / "page.py"
    page.write_text('st.header("Moves")\nst.button(tr("Show"), help=f"of {n} rows")\n', encoding="utf-8")
    assert list(bare(page)) == ["page.py:1: Moves", "page.py:2: of ", "page.py:2:  rows"]


def test_strings_inside_of_f_strings_and_plurals_are_found() -> None:
    code = "x = f\"<b>{tr('one')}</b>\"\ny = count(n, 'move', 'moves')\ntr(name)\nother('no')\n"
    assert sorted(map(str, messages(code))) == ["('move', 'moves')", "one"]


def test_the_reader_is_spoken_to_in_the_chosen_language(speak: list[str]) -> None:
    assert tr("Timeline") == "Хронология"
    more = ("and {n} more comment", "and {n} more comments")
    assert [trn(*more, n) for n in (1, 3, 5, 21)] == [
        "и ещё 1 комментарий",
        "и ещё 3 комментария",
        "и ещё 5 комментариев",
        "и ещё 21 комментарий",
    ]
    assert words.party("KGZ") == "Кыргызстан"
    assert words.action("visit") == "Совершает визит"
    assert words.language("en") == "английский"
    speak[0] = "en"
    assert (tr("Timeline"), words.party("KGZ")) == ("Timeline", "Kyrgyzstan")


def test_the_regions_languages_have_names_and_russian_for_the_rest(speak: list[str]) -> None:
    speak[0] = "kk"
    assert words.party("KGZ") == "Қырғызстан"
    assert tr("Timeline") == "Хронология"
    assert words.action("visit") == "Сапармен барады"


def test_a_browser_language_that_we_lack_is_english() -> None:
    assert [best(tag) for tag in ("ru-KZ", "kk", "de-DE", "en_GB", None, "uz-Latn")] == [
        "ru",
        "kk",
        "en",
        "en",
        "en",
        "uz",
    ]
    assert set(INTERFACE) < set(NAMES)


def test_the_text_about_the_data_has_the_same_tables_in_each_language() -> None:
    tables = {
        path.name: re.findall(r"<!-- \w+ -->", path.read_text(encoding="utf-8"))
        for path in ROOT.glob("about*.md")
    }
    assert set(tables) == {"about.md", *(f"about.{lang}.md" for lang in OTHERS)}
    assert len({tuple(found) for found in tables.values()}) == 1
