"""The one shape that every format yields: an article, or a word on why there is none."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

# Where the publication date came from. `loaded` means that none was known and the day of loading stands in:
# such dates are shown as a stand-in, never as the outlet's own.
PublishedBasis = Literal["given", "page", "feed", "option", "loaded"]
PublishedPrecision = Literal["day", "month", "year"]


@dataclass(frozen=True, slots=True)
class Article:
    """One article as it is coded and stored. Offsets of evidence and comments point into `text`."""

    text: str
    title: str = ""
    source: str = ""  # the outlet's name as given; its domain when nothing better is known
    url: str = ""
    published: date | None = None
    published_basis: PublishedBasis = "given"
    published_precision: PublishedPrecision = "day"  # month and year: `published` is the first day of it
    lang: str | None = None
    author: str = ""
    retold: bool = False  # the sentence is ours, the fact and the address are the outlet's
    id: str = ""  # the id that the input gave, or ""
    origin: str = ""  # where it was read: "file.jsonl:12", "archive.zip!page.html", an address


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in the input that gave no article: where it is, what is wrong, the way out.

    `what` reads the same for every fault of a kind, so that they can be counted; `detail` is this one's own.
    """

    where: str
    what: str
    way_out: str = ""
    detail: str = ""

    def __str__(self) -> str:
        """One line for a terminal: where, what, way out, detail."""
        parts = [f"{self.where}: {self.what}", self.way_out, f"({self.detail})" if self.detail else ""]
        return " ".join(part for part in parts if part)
