"""Bytes to text: by their mark, what is declared, UTF-8, or the code page whose letters look right. Pure."""

from __future__ import annotations

import codecs
import re

HEAD = 65_536  # bytes that decide the encoding of a stream

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16: its mark begins with the one of UTF-16
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CODE_PAGES = ("cp1251", "koi8-r", "cp866", "iso8859-5", "cp1252")
# Share of each letter in Russian prose, per mille: a wrong code page turns frequent letters into rare ones.
_LETTERS = "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё"
_PER_MILLE = "110 85 80 74 67 63 55 47 45 44 35 32 30 28 26 20 19 17 17 16 16 14 12 10 9 7 6 5 4 3 3 1 1"
_SHARE = dict(zip(_LETTERS, map(int, _PER_MILLE.split()), strict=True))
_META = re.compile(
    rb"""(?i)<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w.:-]+)|<meta[^>]{0,200}?charset\s*=\s*["']?([\w.:-]+)"""
)
_TORN = re.compile(r"[а-яё][А-ЯЁ]|[A-Za-z][А-яЁё]|[А-яЁё][A-Za-z]")


def declared_charset(head: bytes) -> str | None:
    """The charset that an XML declaration or a `<meta>` in the first bytes names."""
    match = _META.search(head[:4096])
    return (match[1] or match[2]).decode("ascii") if match else None


def detect(head: bytes, declared: str | None = None, whole: bool = True) -> str:
    """The Python codec for bytes that begin with `head`; `whole` says that nothing follows.

    Order: byte order mark; UTF-16 without one (every second byte is 0 or 4); the `declared` charset if these
    bytes obey it; UTF-8 if they obey it; else the code page whose text looks most like Russian.
    """
    for mark, name in _BOMS:
        if head.startswith(mark):
            return name
    for name, zeros in (("utf-16-le", head[1:400:2]), ("utf-16-be", head[0:400:2])):
        if len(zeros) >= 4 and zeros.count(0) + zeros.count(4) > 0.8 * len(zeros):  # Latin or Cyrillic pages
            return name
    for claimed in (declared, "utf-8"):
        if claimed and _obeys(head, claimed, whole):
            return codecs.lookup(claimed).name
    return max(_CODE_PAGES, key=lambda page: _looks_russian(head.decode(page, "replace")))


def decode(data: bytes, declared: str | None = None) -> str:
    """All of `data` as text; bytes that its encoding forbids become U+FFFD."""
    return data.decode(detect(data[:HEAD], declared, whole=len(data) <= HEAD), "replace")


def _obeys(head: bytes, name: str, whole: bool) -> bool:
    try:
        codecs.getincrementaldecoder(name)().decode(head, final=whole)
    except (LookupError, UnicodeError):
        return False
    return True


def _looks_russian(text: str) -> int:
    """Frequent letters count for; capitals inside words, mixed scripts, frames and unknown bytes against."""
    strange = sum(1 for c in text if c == "\ufffd" or "\u2500" <= c <= "\u259f" or "\x80" <= c <= "\x9f")
    return sum(_SHARE.get(c, 0) for c in text.lower()) - 150 * len(_TORN.findall(text)) - 100 * strange
