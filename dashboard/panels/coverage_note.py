"""What we don't know, said where it changes how a chart is read: unread months, one outlet, one language."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from urllib.parse import urlencode

import streamlit as st

from dashboard import data, reader, words
from dashboard.i18n import tr, trn
from dashboard.text import escape, plain
from models.queries.filters import EventFilter
from models.queries.known_from import KnownFrom

ENOUGH = 10
"""Fewer moves than this are from few outlets in any case: that says nothing."""
NAMED = 3


def note(f: EventFilter, today: date | None = None) -> None:
    """A quiet line under a chart of the moves that pass `f`, or nothing where nothing is to be said.

    Days after `today` can't have been read and are left out of account.
    """
    ahead = f.date_to and f.date_to > (today or date.today())
    found = data.known_from(replace(f, date_to=today or date.today()) if ahead else f)
    told = said(found, f) if found else []
    if not told:
        return
    narrowed = {name: values for name, values in f.to_params().items() if name in ("from", "to")}
    query = urlencode(
        [*((n, v) for n, values in narrowed.items() for v in values), ("lang", reader.language())]
    )
    # In a frame the whole page would not be shown.
    target = "_blank" if reader.embedded() else "_self"
    link = f'<a href="./sources?{escape(query)}" target="{target}">{escape(tr("What was read"))}</a>'
    st.html(f'<p class="sp-small sp-soft" role="note">{escape(" ".join(told))} {link}</p>')


def said(found: KnownFrom, f: EventFilter) -> list[str]:
    """Sentences on what `found` shows, each only where it matters. They hold outlets' names: escape them."""
    told = []
    if found.moves >= ENOUGH:
        parts = []
        if 2 * found.of_source > found.moves and len(f.sources) != 1:
            outlet = plain(found.source) or tr("unknown outlet")
            share = reader.share(found.of_source / found.moves)
            parts.append(tr("{share} come from one outlet, {outlet}", share=share, outlet=outlet))
        if 2 * found.of_lang > found.moves and len(f.langs) != 1:
            share = reader.share(found.of_lang / found.moves)
            language = words.language(found.lang)
            parts.append(
                tr("{share} come from texts in one language, {language}", share=share, language=language)
            )
        if parts:
            moves = trn("Of this {n} move,", "Of these {n} moves,", found.moves)
            told.append(f"{moves} {'; '.join(parts)}.")
    if found.unread:
        told.append(
            trn(
                "From {n} of the {all} months shown no article was read ({which}): "
                "nothing seen there may mean nothing read.",
                "From {n} of the {all} months shown no article was read ({which}): "
                "nothing seen there may mean nothing read.",
                len(found.unread),
                all=reader.number(found.months),
                which=_which(found),
            )
        )
    return told


def _which(found: KnownFrom) -> str:
    """The longest gaps in order of time, and how many more there are."""
    longest = sorted(found.gaps, key=lambda gap: (-_length(found, gap), gap))[:NAMED]
    told = [_stretch(gap) for gap in sorted(longest)]
    others = len(found.gaps) - len(longest)
    if others:
        told.append(trn("{n} more gap", "{n} more gaps", others))
    return ", ".join(told)


def _length(found: KnownFrom, gap: tuple[int, int]) -> int:
    return sum(gap[0] <= month <= gap[1] for month in found.unread)


def _stretch(gap: tuple[int, int]) -> str:
    first, last = (reader.day(date(month // 100, month % 100, 1), "month") for month in gap)
    return first if first == last else f"{first} – {last}"
