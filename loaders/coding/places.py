"""Where a move took place, if its sentence says so: city and country, or the country alone."""

from __future__ import annotations

from loaders.coding.parties import Names
from models.vocabulary import actors


def place_of(names: Names, head: int) -> str | None:
    """The nearest place named after a locative preposition, in English."""
    locative = names.lexicon.word("place_marks")
    best: tuple[int, str] | None = None
    for i, mention in names.at.items():
        if mention.kind not in ("place", "metonym", "name") or i == 0 or names.at.get(i - 1) is mention:
            continue
        if names.tree.tokens[i - 1].text.casefold() not in locative:
            continue
        known = actors().get(mention.code)
        country = known.name["en"] if known and known.kind == "state" else ""
        text = mention.name if mention.kind == "name" else f"{mention.text}, {country}".rstrip(", ")
        if country and (best is None or abs(i - head) < best[0]):
            best = abs(i - head), text
    return best[1] if best else None
