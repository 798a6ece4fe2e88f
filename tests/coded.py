"""What the coder makes of a short text, in the shape that tests compare."""

from __future__ import annotations

import datetime as dt

from loaders.coding.coder import code

PUBLISHED = dt.date(2025, 6, 20)


def triples(text: str, lang: str = "en") -> list[tuple[str, str, str | None]]:
    """(actor, action, counterpart) of each move of a text published on PUBLISHED, in order."""
    found = code(text, lang=lang, published=PUBLISHED).moves
    return [(m.actor, m.action, m.counterpart) for m in found]
