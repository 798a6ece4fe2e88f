"""Bytes to text, whatever the code page."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.encodings import declared_charset, decode, detect

RUSSIAN = "Президент Казахстана прибыл в Астану; ЕАЭС и ШОС обсудили торговлю."


@pytest.mark.parametrize(
    "codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1251", "koi8-r", "cp866"]
)
@pytest.mark.parametrize("text", [RUSSIAN, RUSSIAN.upper(), "Глава МИД РФ", "Kazakhstan joined. " + RUSSIAN])
def test_cyrillic(codec: str, text: str) -> None:
    assert decode(text.encode(codec)).lstrip("\ufeff") == text


def test_western_pages_are_not_taken_for_cyrillic() -> None:
    assert decode("Café déjà vu in Astana’s centre".encode("cp1252")) == "Café déjà vu in Astana’s centre"


def test_declared_comes_first_if_the_bytes_obey() -> None:
    assert detect("Ғ".encode(), "cp1251") == "cp1251"
    assert detect(RUSSIAN.encode("cp1251"), "utf-8") == "cp1251"
    assert detect(RUSSIAN.encode(), "no-such-charset") == "utf-8"
    assert declared_charset(b'<?xml version="1.0" encoding="windows-1251"?>') == "windows-1251"
    assert declared_charset(b'<html><meta http-equiv="x" content="text/html; charset=koi8-r">') == "koi8-r"


@given(st.binary(max_size=500))
def test_any_bytes_become_text(data: bytes) -> None:
    assert isinstance(decode(data), str)
