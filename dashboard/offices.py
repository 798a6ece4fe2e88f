"""Offices of the people in the vocabulary in the reader's language.

The vocabulary writes them in English. The common ones are translated; a rare one stays as it is written.
"""

from __future__ import annotations

from dashboard.i18n import mark, tr
from dashboard.text import plain

KNOWN = {
    mark("President"),
    mark("Vice President"),
    mark("Prime Minister"),
    mark("Deputy Prime Minister"),
    mark("First Deputy Prime Minister"),
    mark("Minister of Foreign Affairs"),
    mark("Minister of External Affairs"),
    mark("Foreign Minister"),
    mark("Foreign Secretary"),
    mark("Deputy Minister of Foreign Affairs"),
    mark("Minister of Defence"),
    mark("Minister of National Defence"),
    mark("Minister of Energy"),
    mark("Secretary of State"),
    mark("Secretary General"),
    mark("Secretary-General"),
    mark("Secretary of the Security Council"),
    mark("Spokesman of the Ministry of Foreign Affairs"),
    mark("Press secretary of the Ministry of Foreign Affairs"),
    mark("Deputy Chairman of the Cabinet"),
    mark("Chairman of the Halk Maslahaty"),
    mark("President of the European Commission"),
    mark("Chancellor"),
    mark("Permanent Representative to the United Nations"),
}


def office(role: str) -> str:
    """A role as the store has it, several parted by commas. It may hold strangers' words: escape it."""
    parts = [part.strip() for part in plain(role).split(",")]
    return ", ".join(tr(part) if part in KNOWN else part for part in parts)
