"""The store: opens a database by URL, brings it to the newest schema, saves articles, lends connections.

An article is saved in one transaction together with its moves and comments, or not at all. An article that
is known is skipped: saving the same again changes nothing. (Better coding of a known article is a matter of
its own, since people's reviews hang on what was coded.)
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from typing import Self

from sqlalchemy import URL, Connection, insert, select, update
from sqlmodel import Session

from models import bulk, saving
from models.engines import default_url, explained, make_engine, parse_url, shown
from models.merging import new_key
from models.schema import is_current
from models.shapes import ArticleLike, CodedLike, Figures, Outlet, Saved
from models.tables import LOAD, REJECTION, SOURCE


class Store:
    """One open database. Threads may share it; processes open their own."""

    def __init__(self, url: URL) -> None:
        """Connect without migrating; use `Store.open`."""
        self._url = url
        self._writer = make_engine(url)
        self._reader = make_engine(url, reading=True)

    @classmethod
    def open(cls, url: str | None = None) -> Self:
        """The database at `url` (default: `default_url()`), made or upgraded where needed; or StoreError."""
        parsed = parse_url(url or default_url())
        with explained(parsed):
            if not is_current(parsed):
                from models.migrating import migrate  # Alembic: only where there is something to do

                migrate(parsed)
            return cls(parsed)

    @property
    def dialect(self) -> str:
        """'sqlite' or 'postgresql'."""
        return self._url.get_backend_name()

    @property
    def name(self) -> str:
        """The database as people know it: a file's name, a server's URL without its password."""
        return shown(self._url)

    @property
    def url(self) -> str:
        """The full URL, for another process to open the same database."""
        return self._url.render_as_string(hide_password=False)

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A connection that sees one state of the data for as long as it is held, and can't write."""
        with explained(self._url), self._reader.connect() as connection:
            yield connection

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """A connection in one transaction: kept when the block ends well, undone when it does not."""
        with explained(self._url), self._writer.begin() as connection:
            yield connection

    @contextmanager
    def session(self) -> Iterator[Session]:
        """The same as `write`, for work with objects of `models.tables`."""
        with self.write() as connection, Session(bind=connection) as session:
            yield session
            session.flush()

    def known(self, article: ArticleLike) -> bool:
        """Whether the article has been saved: the same address, or the same words of the same outlet."""
        with self.read() as connection:
            return saving.known_article(connection, article) is not None

    def save(self, article: ArticleLike, coded: CodedLike, load_id: int | None = None) -> Saved:
        """Save one article with all that was coded in it, in one transaction. Idempotent."""
        (saved,) = self.save_all([(article, coded)], load_id)
        return saved

    def save_all(
        self, items: Iterable[tuple[ArticleLike, CodedLike]], load_id: int | None = None
    ) -> list[Saved]:
        """Save several articles in one transaction: quicker, but one that fails undoes them all."""
        with self.write() as connection:
            return bulk.save(connection, list(items), load_id)

    def register(self, outlets: Iterable[Outlet]) -> None:
        """Write what is known of outlets. A field that is empty here keeps what stands there."""
        with self.write() as connection:
            for outlet in outlets:
                key = saving.source_id(connection, outlet.name)
                told = {name: value for name, value in asdict(outlet).items() if value}
                connection.execute(update(SOURCE).where(SOURCE.c.id == key).values(told))

    def start_load(self, inputs: str, version: str = "") -> int:
        """Note that a load of these inputs began; the key that its articles and rejections bear."""
        with self.write() as connection:
            made = connection.execute(
                insert(LOAD).values(inputs=inputs, version=version, started_at=_now(), **asdict(Figures()))
            )
            return new_key(made)

    def finish_load(self, load_id: int, figures: Figures) -> None:
        """Note that the load ended, and its report."""
        with self.write() as connection:
            connection.execute(
                update(LOAD).where(LOAD.c.id == load_id).values(finished_at=_now(), **asdict(figures))
            )

    def reject(
        self,
        load_id: int | None,
        place: str,
        reason: str,
        *,
        detail: str = "",
        source: str = "",
        title: str = "",
    ) -> None:
        """Note an input that was refused: `place` is the file (and line) or the address, `reason` a short
        sentence that is the same for the same kind of fault, `detail` what is special to this one. Refused
        again for the same reason, it stays one row."""
        told = {"load_id": load_id, "detail": detail, "source": source, "title": title, "rejected_at": _now()}
        again = (REJECTION.c.place == place) & (REJECTION.c.reason == reason)
        with self.write() as connection:
            if not connection.execute(update(REJECTION).where(again).values(told)).rowcount:
                connection.execute(insert(REJECTION).values(place=place, reason=reason, **told))

    def sources(self) -> list[str]:
        """The names of all outlets, in order of the alphabet."""
        with self.read() as connection:
            return list(connection.scalars(select(SOURCE.c.name).order_by(SOURCE.c.name)))

    def close(self) -> None:
        """Let go of all connections."""
        self._writer.dispose()
        self._reader.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)
