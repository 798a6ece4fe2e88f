"""Text and addresses brought to one form. Pure: no clock, no store, no network."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from urllib.parse import parse_qsl, quote, urlencode, urlsplit, urlunsplit

# Marks that carry no letter: soft hyphen, zero-width space/joiners, word joiner, byte order mark,
# and the direction marks that copied web text is full of.
_INVISIBLE = dict.fromkeys(
    [
        0x00AD,
        0x200B,
        0x200C,
        0x200D,
        0x2060,
        0xFEFF,
        0x200E,
        0x200F,
        *range(0x202A, 0x202F),
        *range(0x2066, 0x206A),
    ]
)
_SPACES = dict.fromkeys(
    [0x00A0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000, 0x09, 0x0B, 0x0C], " "
)
_LINE_END = re.compile(r"\r\n?|\x85|\u2028|\u2029")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff\ud800-\udfff]")
_APOSTROPHES = dict.fromkeys(map(ord, "'’‘ʻʼ`´ʹ′‛ʽˈ＇"), "'")

# Query parameters that say where the reader came from, not what is shown.
_TRACKING = re.compile(
    r"(?i)^(utm_\w+|fbclid|gclid|yclid|ysclid|dclid|msclkid|mc_[ce]id|_openstat|igshid|mkt_tok|cmpid|ncid|ref|"
    r"referr?er)$"
)
_ESCAPE = re.compile(r"%[0-9A-Fa-f]{2}")
_DEFAULT_PORT = {"http": 80, "https": 443}


def clean_text(raw: str) -> str:
    """Normal form of a text: NFC, `\\n` line ends, no invisible or control marks, single spaces.

    Letters, quotation marks and apostrophes stay as the outlet wrote them: evidence is quoted from it.
    At most one empty line stands between paragraphs. `clean_text(clean_text(x)) == clean_text(x)`.
    """
    text = _LINE_END.sub("\n", raw)
    text = _CONTROL.sub("", text.translate(_INVISIBLE).translate(_SPACES))
    text = unicodedata.normalize("NFC", text)
    lines = [re.sub(" {2,}", " ", line).strip(" ") for line in text.split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n")


def clean_line(raw: str) -> str:
    """Like `clean_text`, on one line: for titles, names and addresses."""
    return " ".join(clean_text(raw).split())


def comparable(raw: str) -> str:
    """A key under which spellings meet: case folded, one apostrophe, only letters and digits."""
    folded = unicodedata.normalize("NFKC", clean_text(raw)).translate(_APOSTROPHES).casefold()
    return " ".join(re.sub(r"[^\w']+", " ", folded).split())


def canonical_url(raw: str) -> str:
    """The same page under one spelling: scheme and host in lower case, no fragment, no tracking parameters.

    Gives "" for what is not an absolute http(s) address. `www.` and the scheme stay: they can lead elsewhere.
    """
    try:
        parts = urlsplit(clean_line(raw).replace(" ", "%20"))
        host, port = (parts.hostname or "").rstrip("."), parts.port
    except ValueError:
        return ""
    scheme = parts.scheme.lower()
    if scheme not in _DEFAULT_PORT or not host:
        return ""
    host = f"[{host}]" if ":" in host else _ascii_host(host)
    if port is not None and port != _DEFAULT_PORT[scheme]:
        host += f":{port}"
    pairs = [(k, v) for k, v in parse_qsl(parts.query, keep_blank_values=True) if not _TRACKING.match(k)]
    # Escapes that are there stay (%2F is not a slash); what needs one gets it: "/п" and "/%d0%bf" meet.
    path = _ESCAPE.sub(lambda m: m[0].upper(), quote(parts.path, safe="/%:@!$&'()*+,;=~-._"))
    return urlunsplit((scheme, host, path or "/", urlencode(pairs), ""))


def _ascii_host(host: str) -> str:
    try:
        return host.encode("idna").decode("ascii").lower()
    except UnicodeError:
        return host.lower()


def domain(url: str) -> str:
    """Host of an address without `www.`, or ""."""
    try:
        host = (urlsplit(url.strip()).hostname or "").rstrip(".").lower()
    except ValueError:
        return ""
    return host.removeprefix("www.")


def address_key(url: str) -> str:
    """Under it two addresses are one article: canonical, without scheme, `www.` and a final slash."""
    canonical = canonical_url(url)
    return re.sub(r"^https?://(www\.)?", "", canonical).rstrip("/") if canonical else ""


def fingerprint(url: str, text: str, title: str = "") -> str:
    """A stable key of an article (64 hex digits): by its address, or without one by its normalised words.

    The words count beside the address only where the address is missing: an outlet that mends a comma
    has not written a second article.
    """
    key = address_key(url)
    basis = f"url\n{key}" if key else f"text\n{comparable(title)}\n{comparable(text)}"
    return hashlib.sha256(basis.encode("utf-8", "replace")).hexdigest()
