"""Where a move took place: the town, capital or state in the locative of its sentence (Tajik: after дар)."""

from __future__ import annotations

from loaders.coding.verb_final.cases import bare_name
from loaders.coding.verb_final.phrases import Party
from loaders.coding.verb_final.reading import Reading
from loaders.coding.verb_final.triggers import Trigger
from models.vocabulary import actors


def place_of(reading: Reading, trigger: Trigger) -> str | None:
    """Town and country as far as the text names them, in English where the vocabulary has the name."""
    verb = reading.row[trigger.last].start
    spots = [p for p in (*reading.places, *reading.parties) if p.case == "loc" and p.start < verb]
    spots = [p for p in spots if p.kind in ("place", "metonym", "name")]
    if not spots:
        return None
    return _named(max(spots, key=lambda p: p.start), reading)


def _named(spot: Party, reading: Reading) -> str | None:
    known = actors().get(spot.code)
    if known is None or known.kind != "state":
        return None
    country = known.name["en"]
    if spot.kind == "name":
        return country
    town = bare_name(reading.text[spot.start : spot.end], reading.lexicon.language)
    if town in known.capital.values():
        town = known.capital["en"]
    return f"{town}, {country}"
