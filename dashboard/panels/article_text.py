"""An article's text as HTML with everything that was read from it marked in place.

A place is a stretch of the text: the sentence of one or more moves, or the words of a comment. Places may lie
inside one another or overlap. They are numbered in the order of the text; the same numbers stand in the list.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from dashboard import words
from dashboard.i18n import tr
from dashboard.text import escape
from models.queries.article import Reading, Told
from models.queries.commentary import CommentCard

_PARAGRAPH = re.compile(r"[^\n]*\S[^\n]*")


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands: characters `start` to `end`, and what was read there."""

    number: int
    start: int
    end: int
    moves: tuple[Told, ...] = ()
    comment: CommentCard | None = None

    @property
    def codes(self) -> tuple[str, ...]:
        """The public ids by which an address names this place."""
        return (self.comment.comment_id,) if self.comment else tuple(one.event_id for one in self.moves)


def button_key(number: int, nth: int) -> str:
    """The key of the button that opens the card of the `nth` move of a place."""
    return f"read_{number}_{nth}"


def places(reading: Reading) -> tuple[Place, ...]:
    """All places of an article in the order of its text; moves of one sentence share one."""
    told: dict[tuple[int, int], list[Told]] = {}
    for move in reading.moves:
        told.setdefault((move.start, move.end), []).append(move)
    found = [Place(0, *span, moves=tuple(rows)) for span, rows in told.items()]
    found += [Place(0, card.start, card.end, comment=card) for card in reading.comments]
    found.sort(key=lambda place: (place.start, -place.end, place.comment is not None))
    return tuple(
        Place(number, place.start, place.end, place.moves, place.comment)
        for number, place in enumerate(found, 1)
    )


def html(text: str, found: Sequence[Place], at: str, dark: bool, address: Callable[[Place], str]) -> str:
    """The text in paragraphs. `at` is the code of the place to stand out; `address(place)` is where a click
    on a place leads."""
    writer = _Writer(text, found, at, dark, address)
    return "".join(
        f"<p>{writer.piece(m.start(), m.end(), list(found), None)}</p>" for m in _PARAGRAPH.finditer(text)
    )


class _Writer:
    """Writes pieces of one text; remembers which places have begun, for an id stands only once."""

    def __init__(
        self, text: str, found: Sequence[Place], at: str, dark: bool, address: Callable[[Place], str]
    ) -> None:
        self.text, self.at, self.dark, self.address = text, at, dark, address
        self.begun: set[int] = set()
        self.deeds = _deeds(found, len(text))

    def piece(self, start: int, end: int, inside: Sequence[Place], owner: Place | None) -> str:
        """`text[start:end]` with the places that fall into it; `owner` is the place around it.

        A place that begins inside another and ends outside of it is written in two pieces.
        """
        out, here, queue = [], start, [place for place in inside if place.start < end and place.end > start]
        while queue:
            place = queue.pop(0)
            a, b = max(place.start, here), min(place.end, end)
            if a >= b:
                continue
            out.append(self.run(here, a, owner))
            within = [other for other in queue if other.start < b]
            out.append(self.opened(place) + self.piece(a, b, within, place) + self.closed(place, b))
            queue = [other for other in queue if other.end > b]
            here = b
        return "".join([*out, self.run(here, end, owner)])

    def opened(self, place: Place) -> str:
        """The tag in which a place begins, or goes on."""
        kind = "sp-said" if place.comment else "sp-told"
        named = "" if place.number in self.begun else f' id="s{place.number}"'
        self.begun.add(place.number)
        now = " sp-at" if self.at in place.codes else ""
        quads = list(dict.fromkeys(move.quad for move in place.moves))
        hues = [words.colour(quad, self.dark) for quad in quads]
        style = f' style="--c:{hues[0]};--c2:{hues[-1]}"' if hues else ""
        return f'<span class="{kind}{now}"{named}{style}>'

    def closed(self, place: Place, here: int) -> str:
        """The end of a place: its number leads to the list."""
        if here < place.end and self.text[here : place.end].strip():
            return "</span>"
        label = escape(tr("Number {n}: to the list", n=place.number))
        return (
            f'<sup><a href="#n{place.number}" aria-label="{label}" title="{label}">{place.number}</a></sup>'
            "</span>"
        )

    def run(self, start: int, end: int, owner: Place | None) -> str:
        """Text without further places; the words of the action stand out in their move's colour."""
        if start >= end:
            return ""
        out, here = [], start
        while here < end:
            quad, stop = self.deeds[here], here
            while stop < end and self.deeds[stop] == quad:
                stop += 1
            told = escape(self.text[here:stop])
            colour = f'<b class="sp-did" style="--c:{words.colour(quad, self.dark)}">' if quad else ""
            out.append(f"{colour}{told}</b>" if quad else told)
            here = stop
        shown = "".join(out)
        if owner is None:
            return shown
        title = escape(_title(owner))
        href = escape(self.address(owner))
        press = f' data-press="{button_key(owner.number, 0)}"' if owner.moves else ""
        return (
            f'<a class="sp-go" href="{href}"{press} target="_self" tabindex="-1" title="{title}">{shown}</a>'
        )


def _title(place: Place) -> str:
    """What a place says, for whoever points at it."""
    if place.comment:
        return place.comment.speaker
    return "; ".join(f"{words.action(move.action)}: {words.pair(move)}" for move in place.moves)


def _deeds(found: Sequence[Place], size: int) -> list[str]:
    """For each character the quad class of the action that it tells, or nothing; the first move keeps it."""
    quads = [""] * size
    for place in found:
        for move in place.moves:
            for one in move.marks:
                if one.part == "action":
                    for here in range(max(0, one.start), min(size, one.end)):
                        quads[here] = quads[here] or move.quad
    return quads
