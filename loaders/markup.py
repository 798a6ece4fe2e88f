"""A fragment of HTML, as feeds carry it, to paragraphs of plain text. Pure."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from loaders.normalise import clean_text

_BLOCKS = frozenset(
    {
        "p",
        "div",
        "br",
        "li",
        "ul",
        "ol",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "blockquote",
        "section",
        "article",
    }
    | {"header", "footer", "table", "tr", "figure", "pre"}
)
_SILENT = frozenset(
    {"script", "style", "noscript", "template", "iframe", "svg", "form", "button", "figcaption"}
)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        self._silent += tag in _SILENT
        if tag in _BLOCKS:
            self.parts.append("\n\n")

    def handle_endtag(self, tag: str) -> None:
        self._silent = max(0, self._silent - (tag in _SILENT))
        if tag in _BLOCKS:
            self.parts.append("\n\n")

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.parts.append(re.sub(r"\s+", " ", data))


def plain(fragment: str) -> str:
    """The text of an HTML fragment, one empty line between blocks; plain text comes back cleaned."""
    if "<" not in fragment and "&" not in fragment:
        return clean_text(fragment)
    reader = _Reader()
    reader.feed(fragment)
    reader.close()
    return clean_text("".join(reader.parts))


def root_element(head: str) -> str:
    """Name of the first element of a document, in lower case, behind declarations, comments and a doctype.

    "html" for a doctype that says so, "" where no element follows.
    """
    at = 0
    while True:
        at += len(head) - at - len(head[at:].lstrip("\ufeff \t\r\n"))
        if head.startswith("<!--", at):
            end = head.find("-->", at + 4)
        elif head.startswith("<?", at):
            end = head.find("?>", at)
        elif head.startswith("<!", at):
            if re.match(r"(?i)<!doctype\s+html\b", head[at : at + 40]):
                return "html"
            end = head.find(">", at)
        else:
            element = re.match(r"<([A-Za-z][\w:.-]{0,40})", head[at : at + 50])
            return element[1].lower() if element else ""
        if end < 0:
            return ""
        at = head.index(">", end) + 1
