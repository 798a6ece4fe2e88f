"""What a format reads: one named stream of bytes, wherever it came from."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, BinaryIO

from loaders.encodings import HEAD, declared_charset, decode, detect

MAX_DOCUMENT = 20_000_000  # bytes of one page, feed or text file; a longer one is no article
MAX_LINE = 5_000_000  # bytes of one record of a streamed format


@dataclass(slots=True)
class Input:
    """One file, archive member or fetched page. `stream` is read once, from its start."""

    name: str  # as shown to the user: "news/a.zip!b.txt", "https://…"
    stream: BinaryIO
    charset: str | None = None  # declared by the server
    media_type: str = ""  # declared by the server
    url: str = ""  # the address it was fetched from
    mapping: Mapping[str, str] = field(default_factory=dict)  # field of an article -> column of the input
    _buffer: bytes = b""

    def head(self) -> bytes:
        """The first bytes, without consuming them."""
        while len(self._buffer) < HEAD and (more := self.stream.read(HEAD - len(self._buffer))):
            self._buffer += more
        return self._buffer

    def peek(self) -> str:
        """The first characters, decoded as far as they go."""
        head = self.head()
        return head.decode(self._codec(head), "ignore").lstrip("\ufeff \t\r\n")

    def document(self) -> bytes | None:
        """Everything at once, or None if it is larger than one article can be."""
        data = self.head() + self.stream.read(MAX_DOCUMENT + 1)
        return None if len(data) > MAX_DOCUMENT else data

    def text(self) -> str | None:
        """Everything at once, decoded, or None if it is larger than one article can be."""
        data = self.document()
        return None if data is None else decode(data, self.charset or declared_charset(data)).lstrip("\ufeff")

    def chars(self) -> io.TextIOWrapper:
        """A decoded stream that holds no more than a buffer: for files of any length, line ends kept."""
        head = self.head()
        raw = io.BufferedReader(_Joined(head, self.stream))
        return io.TextIOWrapper(raw, encoding=self._codec(head), errors="replace", newline="")

    def lines(self) -> Iterator[tuple[int, str | None]]:
        """Numbered lines from 1, each decoded; None for one longer than `MAX_LINE` characters."""
        number, reader = 0, self.chars()
        while line := reader.readline(MAX_LINE):
            number += 1
            if len(line) < MAX_LINE or line.endswith("\n"):
                yield number, line.strip("\ufeff\r\n")
                continue
            while line and not line.endswith("\n"):
                line = reader.readline(MAX_LINE)
            yield number, None

    def _codec(self, head: bytes) -> str:
        return detect(head, self.charset or declared_charset(head), whole=len(head) < HEAD)


class _Joined(io.RawIOBase):
    """The bytes already read, then the rest of the stream."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        self._head, self._rest = head, rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        chunk = self._head[: len(buffer)] if self._head else self._rest.read(len(buffer))
        self._head = self._head[len(chunk) :] if self._head else self._head
        buffer[: len(chunk)] = chunk
        return len(chunk)
