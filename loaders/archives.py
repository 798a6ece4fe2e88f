"""Archives (.zip, .gz) to what they hold, with bounds against archives that grow without end."""

from __future__ import annotations

import gzip
import io
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, BinaryIO

from loaders.article import Problem
from loaders.inputs import Input

SUFFIXES = (".zip", ".gz")
MAX_MEMBERS = 100_000
MAX_RATIO = 200  # unpacked to packed; news text packs to about a quarter, never to a two-hundredth
MAX_TOTAL = 4_000_000_000  # bytes unpacked from one archive
_RATIO_FROM = 1_000_000  # bytes; below, a ratio says nothing
_BROKEN = (
    zipfile.BadZipFile,
    gzip.BadGzipFile,
    zlib.error,
    EOFError,
    OSError,
    NotImplementedError,
    RuntimeError,
)


class TooMuchError(Exception):
    """The archive unpacks to more than news can be."""


class _Bounded(io.RawIOBase):
    """A stream that stops with `TooMuchError` once it gives more bytes than allowed."""

    def __init__(self, stream: Any, limit: int) -> None:
        self._stream, self._left = stream, limit

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        data = self._stream.read(min(len(buffer), self._left + 1))
        self._left -= len(data)
        if self._left < 0:
            raise TooMuchError
        buffer[: len(data)] = data
        return len(data)


def is_archive(source: Input) -> bool:
    """By the first bytes, whatever the name says."""
    return source.head()[:4] == b"PK\x03\x04" or source.head()[:2] == b"\x1f\x8b"


def members(source: Input) -> Iterator[Input | Problem]:
    """The files in an archive, one open at a time. Nothing is written to disk, so names can't lead astray.

    Archives in archives are not opened: they come out as a Problem. Each member must be read before the next
    is asked for; what breaks while a member is read is raised there, see `broken`.
    """
    try:
        yield from _gzip(source) if source.head()[:2] == b"\x1f\x8b" else _zip(source)
    except _BROKEN as error:
        yield broken(source.name, error)


def broken(name: str, error: Exception) -> Problem:
    """The word on an archive or member that can't be unpacked."""
    if isinstance(error, TooMuchError):
        return Problem(name, "it unpacks to far more than it should.", "Unpack it yourself if you trust it.")
    if isinstance(error, RuntimeError) and "encrypted" in str(error):
        return Problem(name, "it needs a password.", "Unpack it first.")
    return Problem(name, "it can't be unpacked.", "Pack it again.", str(error)[:80] or type(error).__name__)


READ_ERRORS: tuple[type[Exception], ...] = (*_BROKEN, TooMuchError)


def _gzip(source: Input) -> Iterator[Input]:
    stream = _seekable(source)
    packed = stream.seek(0, io.SEEK_END)
    stream.seek(0)
    limit = min(MAX_TOTAL, max(_RATIO_FROM, packed * MAX_RATIO))
    with gzip.GzipFile(fileobj=stream) as unpacked:
        inner = source.name.rsplit("/", 1)[-1].removesuffix(".gz")
        name = source.name.removesuffix(".gz") if "." in inner else source.name
        bounded = io.BufferedReader(_Bounded(unpacked, limit))
        yield replace(source, name=name, stream=bounded, _buffer=b"", media_type="")


def _zip(source: Input) -> Iterator[Input | Problem]:
    with zipfile.ZipFile(_seekable(source)) as archive:
        infos = [info for info in archive.infolist() if not info.is_dir()]
        if len(infos) > MAX_MEMBERS:
            yield Problem(
                source.name,
                "it holds too many files.",
                f"Split it: {MAX_MEMBERS} at most.",
                f"{len(infos)} files",
            )
            return
        left = MAX_TOTAL
        for info in sorted(infos, key=lambda i: i.filename):
            name = f"{source.name}!{_shown(info)}"
            limit = min(left, max(_RATIO_FROM, info.compress_size * MAX_RATIO))
            if info.file_size > limit:
                yield broken(name, TooMuchError())
                continue
            try:
                opened = archive.open(info)
            except _BROKEN as error:
                yield broken(name, error)
                continue
            with opened:
                left -= info.file_size
                stream = io.BufferedReader(_Bounded(opened, limit))
                yield replace(source, name=name, stream=stream, _buffer=b"", media_type="", charset=None)


def _seekable(source: Input) -> BinaryIO:
    """Archives are read from their end: a stream that can't go back is taken into memory."""
    stream = source.stream
    if stream.seekable():
        stream.seek(0)
        return stream
    return io.BytesIO(source.head() + stream.read())


def _shown(info: zipfile.ZipInfo) -> str:
    """The member's name for reports; old archives hold Russian names in cp866, which zip takes for cp437."""
    if info.flag_bits & 0x800:
        return info.filename
    try:
        return info.filename.encode("cp437").decode("cp866")
    except UnicodeError:
        return info.filename
