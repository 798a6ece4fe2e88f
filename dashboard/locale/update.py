"""Bring the catalogues up to the code: `python -m dashboard.locale.update`.

New strings come in untranslated, those that no code asks for any more go.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

from dashboard.i18n import FOLDER
from models.grounds import WHY_LEFT_OUT
from models.measured import measured
from models.vocabulary.actions import actions

ROOT = Path(__file__).parents[1]
# Calls whose strings are for the reader, and where they stand in the arguments: one, or singular and plural.
CALLS = {"tr": (0,), "mark": (0,), "trn": (0, 1), "plural": (0, 1), "count": (1, 2)}
Message = str | tuple[str, str]


def wanted() -> Catalog:
    """Every string that the code marks, and those of our own data that pages show."""
    found = Catalog(charset="utf-8")
    for path in sorted(ROOT.rglob("*.py")):
        for message in messages(path.read_text(encoding="utf-8")):
            found.add(message, locations=[(path.relative_to(ROOT).as_posix(), 0)])
    for text in WHY_LEFT_OUT.values():
        found.add(text, locations=[("models/grounds.py", 0)])
    for action in actions().values():
        found.add(action.covers, locations=[("models/vocabulary/actions.yml", 0)])
    told = measured()
    for text in (told.get("what"), *(row["title"] for row in told.get("rows", ()))):
        if text:
            found.add(text, locations=[("measured.json", 0)])
    return found


def messages(code: str) -> Iterator[Message]:
    """The marked strings of a module, inside of f-strings too, which Babel's own extractor leaves out."""
    for node in ast.walk(ast.parse(code)):
        if not isinstance(node, ast.Call):
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        places = CALLS.get(name, ())
        given = [node.args[at] for at in places if at < len(node.args)]
        texts = [a.value for a in given if isinstance(a, ast.Constant) and isinstance(a.value, str)]
        if places and len(texts) == len(places):
            yield texts[0] if len(texts) == 1 else (texts[0], texts[1])


def main() -> None:
    """Rewrite each catalogue in place."""
    template = wanted()
    for path in sorted(FOLDER.glob("*.po")):
        with path.open("rb") as file:
            catalogue = read_po(file, locale=path.stem)
        template.creation_date = catalogue.creation_date  # else each run would change the file
        catalogue.update(template, no_fuzzy_matching=True)
        catalogue.obsolete.clear()
        catalogue.msgid_bugs_address = catalogue.last_translator = catalogue.language_team = "Steppe"
        with path.open("wb") as file:
            write_po(file, catalogue, width=110, sort_output=True, ignore_obsolete=True)


if __name__ == "__main__":
    main()
