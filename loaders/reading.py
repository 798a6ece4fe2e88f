"""Paths, folders, globs, archives and addresses to articles: finds the files and the format of each."""

from __future__ import annotations

import contextlib
import glob
import importlib
import pkgutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path, PurePosixPath
from typing import BinaryIO, Protocol, cast

import loaders.formats
from loaders import archives
from loaders.article import Article, Problem
from loaders.inputs import Input

# Files of a folder that are no articles, left aside on purpose; named on the command line they are read.
_NOT_NEWS = (
    ".md",
    ".py",
    ".yml",
    ".yaml",
    ".toml",
    ".css",
    ".js",
    ".png",
    ".jpg",
    ".jpeg",
    ".gif",
    ".svg",
    ".ico",
)
_NOT_NEWS_NAMES = ("readme", "license", "copying", "makefile", "changelog", "thumbs.db", "desktop.ini")

PAGE = 100_000  # bytes
Fetch = Callable[[str], "Input | Problem | None"]  # None: not changed since the last time


class Format(Protocol):
    """What a module of `loaders.formats` offers."""

    SUFFIXES: tuple[str, ...]
    MEDIA_TYPES: tuple[str, ...]

    def sniff(self, head: str) -> bool:
        """Whether a file that begins so can be of this format."""

    def read(self, source: Input) -> Iterator[Article | Problem]:
        """The articles in it."""


@cache
def formats() -> Mapping[str, Format]:
    """Every format by name: each module of the package is one."""
    names = sorted(module.name for module in pkgutil.iter_modules(loaders.formats.__path__))
    return {name: cast(Format, importlib.import_module(f"loaders.formats.{name}")) for name in names}


@dataclass(slots=True)
class Gauge:
    """How much of the input has been read, in bytes; an address counts as one page of common size."""

    total: int = 0
    passed: int = 0
    _stream: BinaryIO | None = None

    @property
    def share(self) -> float:
        """From 0 to 1."""
        within = 0
        with contextlib.suppress(ValueError, OSError):  # closed meanwhile, or no place to tell
            within = self._stream.tell() if self._stream else 0
        return min(1.0, (self.passed + within) / self.total) if self.total else 0.0


def weigh(places: Iterable[str]) -> int:
    """Bytes in all files that the places mean; addresses count as `PAGE` each."""
    total = 0
    for place in places:
        if _is_address(place):
            total += PAGE
            continue
        for path in files(place):
            with contextlib.suppress(OSError):
                total += path.stat().st_size if isinstance(path, Path) else 0
    return total


def read(
    places: Iterable[str], mapping: Mapping[str, str], fetch: Fetch, gauge: Gauge | None = None
) -> Iterator[Article | Problem]:
    """Articles and problems from files, folders, globs and addresses, in that order, one at a time."""
    gauge = gauge or Gauge()
    for place in places:
        if _is_address(place):
            fetched = fetch(place)
            if isinstance(fetched, Problem):
                yield fetched
            elif fetched is not None:
                yield from read_input(replace(fetched, mapping=mapping))
            gauge.passed += PAGE
            continue
        for path in files(place):
            if isinstance(path, Problem):
                yield path
            else:
                yield from _opened(path, mapping, gauge)


def _is_address(place: str) -> bool:
    return place.lower().startswith(("http://", "https://"))


def _opened(path: Path, mapping: Mapping[str, str], gauge: Gauge) -> Iterator[Article | Problem]:
    try:
        with path.open("rb") as stream:
            gauge._stream = stream
            yield from read_input(Input(str(path), stream, mapping=mapping))
            gauge._stream = None
            gauge.passed += path.stat().st_size
    except OSError as error:
        yield Problem(
            str(path), "it can't be read.", "Check that it is there and yours.", error.strerror or str(error)
        )


def files(place: str) -> Iterator[Path | Problem]:
    """The files that a path, folder or glob means, sorted; a Problem where there are none."""
    path = Path(place).expanduser()
    if path.is_dir():
        found = sorted(p for p in path.rglob("*") if p.is_file() and _is_news(p.relative_to(path)))
    elif path.exists():
        found = [path]
    else:
        matches = sorted(Path(match) for match in glob.glob(str(path), recursive=True))
        found = [p for p in matches if p.is_file()]
        found += [
            p for folder in matches if folder.is_dir() for p in files(str(folder)) if isinstance(p, Path)
        ]
    if not found:
        yield Problem(place, "there is nothing to read.", "Check the path; quote a pattern with *.")
    yield from found


def _is_news(path: PurePosixPath | Path) -> bool:
    """Neither hidden, nor a system's own file, nor one of `_NOT_NEWS`."""
    hidden = any(part.startswith((".", "__MACOSX")) and part != ".." for part in path.parts)
    return not (
        hidden
        or path.suffix.lower() in _NOT_NEWS
        or path.name.lower() in _NOT_NEWS_NAMES
        or path.stem.lower() in _NOT_NEWS_NAMES
    )


def read_input(source: Input) -> Iterator[Article | Problem]:
    """The articles of one file, archive or page."""
    try:
        if not archives.is_archive(source):
            yield from _by_format(source)
            return
        for member in archives.members(source):
            if isinstance(member, Problem):
                yield member
            elif _is_news(PurePosixPath(member.name.rpartition("!")[2])):
                yield from _member(member)
    except archives.READ_ERRORS as error:
        yield archives.broken(source.name, error)


def _member(member: Input) -> Iterator[Article | Problem]:
    try:
        if archives.is_archive(member):
            yield Problem(
                member.name, "an archive within an archive is not opened.", "Unpack the outer one first."
            )
        else:
            yield from _by_format(member)
    except archives.READ_ERRORS as error:
        yield archives.broken(member.name, error)


def _by_format(source: Input) -> Iterator[Article | Problem]:
    if not source.head():
        yield Problem(source.name, "it is empty.", "")
        return
    chosen = choose(source)
    if chosen is None:
        kinds = " ".join(suffix for each in formats().values() for suffix in each.SUFFIXES[:2])
        yield Problem(source.name, "no format reads this.", f"Articles come as {kinds} .zip .gz.")
        return
    yield from chosen.read(source)


def choose(source: Input) -> Format | None:
    """The format whose name and content fit; then content alone; then what the server or the name says.

    Content decides over the name, since pages are saved as .txt and feeds as .html.
    """
    head, name = source.peek(), source.name.split("?")[0].lower()
    if _is_binary(head):
        return None
    named = [f for f in formats().values() if name.endswith(f.SUFFIXES) or source.media_type in f.MEDIA_TYPES]
    fitting = [f for f in formats().values() if f.sniff(head)]
    both = [f for f in fitting if f in named]
    text = formats()["text"]
    if named or _foreign_suffix(name):  # a program or a log would fit plain text as well
        fitting = [f for f in fitting if f is not text]
    return next(iter(both or fitting or named), None)


def _foreign_suffix(name: str) -> bool:
    suffix = PurePosixPath(name).suffix[1:]
    return "://" not in name and suffix.isalpha() and len(suffix) <= 5


def _is_binary(head: str) -> bool:
    """Zeros or PDF and office files: nothing that a format could read."""
    return "\0" in head[:8000] or head.startswith(("%PDF", "{\\rtf"))
