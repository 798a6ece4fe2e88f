"""What servers said of their pages' state (ETag, Last-Modified), so that unchanged ones are not sent again.

One small file beside the database. What was learnt in a load is written when it ended well: a page whose
articles were not saved must be sent again.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import tempfile
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

MAX_ENTRIES = 20_000


@dataclass(frozen=True, slots=True)
class Validator:
    """`witness` is the address of an article that the page gave: it must be in the store to count."""

    etag: str = ""
    modified: str = ""
    witness: str = ""


class Validators:
    """Validators by address. A file that can't be read is as good as none."""

    def __init__(self, path: Path | None) -> None:
        self._path, self._new = path, dict[str, Validator]()
        self._old: dict[str, Any] = {}
        if path is not None:
            with contextlib.suppress(OSError, ValueError):
                data = json.loads(path.read_text(encoding="utf-8"))
                self._old = data if isinstance(data, dict) else {}

    def get(self, url: str) -> Validator | None:
        """What was kept of this address."""
        if url in self._new:
            return self._new[url]
        try:
            return Validator(**self._old[url])
        except (KeyError, TypeError):
            return None

    def learn(self, url: str, etag: str, modified: str, witness: str) -> None:
        """Note what came with a page that gave the article `witness`."""
        if etag or modified:
            self._new[url] = Validator(etag, modified, witness)

    def write(self) -> None:
        """Keep what was learnt. The file is replaced whole; a disk that is full costs only repeated pages."""
        if self._path is None or not self._new:
            return
        entries = {**self._old, **{url: asdict(validator) for url, validator in self._new.items()}}
        kept = dict(list(entries.items())[-MAX_ENTRIES:])
        with contextlib.suppress(OSError):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=self._path.parent, prefix=self._path.name)
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                json.dump(kept, file, ensure_ascii=False)
            os.replace(name, self._path)


def beside(database_url: str) -> Path:
    """The file for a database: beside an SQLite file, else in the user's cache under a hash of the URL."""
    if database_url.startswith("sqlite:///") and ":memory:" not in database_url:
        return Path(database_url.removeprefix("sqlite:///").partition("?")[0] + ".fetched.json")
    from platformdirs import user_cache_path

    return (
        user_cache_path("steppe") / f"fetched-{hashlib.sha256(database_url.encode()).hexdigest()[:16]}.json"
    )
