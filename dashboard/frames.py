"""Who may frame a chart: the origins of `STEPPE_EMBED_ORIGINS`, none but our own without it."""

from __future__ import annotations

import os
from urllib.parse import parse_qsl, urlsplit

from models.errors import SteppeError

VARIABLE = "STEPPE_EMBED_ORIGINS"


def origins() -> tuple[str, ...]:
    """The origins that the setting names, commas or blanks between them, such as `https://news.example`.

    SteppeError for one that is not scheme, host and perhaps port: a browser would silently leave out the
    whole rule, and nobody would know why the frame stays empty.
    """
    named = os.environ.get(VARIABLE, "").replace(",", " ").split()
    return tuple(dict.fromkeys(map(_checked, named)))


def _checked(text: str) -> str:
    try:
        parts = urlsplit(text)
        plain = f"{parts.scheme}://{parts.hostname}" + (f":{parts.port}" if parts.port else "")
    except ValueError:
        plain = ""
    host = plain.partition("://")[2]
    fits = host.replace(".", "").replace("-", "").replace(":", "").isalnum() and host.isascii()
    if not fits or parts.scheme not in {"http", "https"} or text.rstrip("/").lower() != plain:
        raise SteppeError(
            VARIABLE,
            f"{text!r} is no origin.",
            "Write scheme and host, such as https://news.example, with a blank between several.",
        )
    return plain


def wanted(query: bytes) -> bool:
    """Does an address with this query ask for the form that stands in a frame? As Streamlit reads it."""
    pairs = parse_qsl(query.decode("latin-1"))
    return any(name.lower() == "embed" and value.lower() == "true" for name, value in pairs)
