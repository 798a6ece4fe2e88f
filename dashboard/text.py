"""The one place where strangers' text becomes safe to show.

Titles, quotes and names come from articles. In markdown they can carry links, images and directives, so
they are never given to it: they go to `st.text`, `st.dataframe`, or through `escape` into `st.html`.
"""

from __future__ import annotations

import html
import re
from urllib.parse import urlsplit

# Controls and the marks that turn the direction of text (CVE-2021-42574) would let a title rewrite its line;
# halves of surrogate pairs can't be written out at all.
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]+")


def plain(text: str) -> str:
    """`text` on one line, without control characters."""
    return " ".join(_CONTROLS.sub(" ", text).split())


def escape(text: str) -> str:
    """`text` for the inside of an HTML element or a quoted attribute."""
    return html.escape(_CONTROLS.sub(" ", text), quote=True)


def is_web_address(url: str | None) -> bool:
    """True for absolute http(s) addresses with a host: the only ones that become links."""
    try:
        parts = urlsplit(url or "")
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.hostname)


def link(url: str | None, label: str) -> str:
    """An HTML link out of the page, or the bare label where the address is not http(s)."""
    if not is_web_address(url):
        return escape(label)
    href = escape(plain(url or ""))
    return f'<a href="{href}" target="_blank" rel="noopener noreferrer">{escape(label)}</a>'


def marked(text: str, spans: list[tuple[int, int]], around: int | None = None) -> str:
    """`text` as HTML paragraphs with `spans` (offsets into `text`) highlighted.

    With `around`, only the paragraphs that hold a span and `around` paragraphs on each side are kept;
    left-out stretches show as an ellipsis.
    """
    paragraphs = list(_paragraphs(text))
    holds = [any(start < b and end > a for start, end in spans) for a, b in paragraphs]
    keep = range(len(paragraphs))
    if around is not None and any(holds):
        keep = [  # type: ignore[assignment]
            i for i in keep if any(holds[max(0, i - around) : i + around + 1])
        ]
    out, last = [], -1
    for i in keep:
        if i != last + 1:
            out.append('<p class="sp-gap">…</p>')
        out.append(f"<p>{_marked_piece(text, *paragraphs[i], spans)}</p>")
        last = i
    if paragraphs and last != len(paragraphs) - 1:
        out.append('<p class="sp-gap">…</p>')
    return "".join(out)


def _paragraphs(text: str) -> list[tuple[int, int]]:
    """Start and end of every paragraph that is not blank."""
    return [(m.start(), m.end()) for m in re.finditer(r"[^\n]*\S[^\n]*", text)]


def _marked_piece(text: str, start: int, end: int, spans: list[tuple[int, int]]) -> str:
    """`text[start:end]` escaped, with the spans that fall into it inside `<mark>`."""
    inside = [(max(start, a), min(end, b)) for a, b in sorted(spans) if a < end and b > start]
    out, at = [], start
    for a, b in inside:
        if b <= at:
            continue
        out.append(escape(text[at : max(a, at)]))
        out.append(f"<mark>{escape(text[max(a, at) : b])}</mark>")
        at = b
    out.append(escape(text[at:end]))
    return "".join(out)
