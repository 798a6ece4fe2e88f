"""What holds for every test."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from models.store import Store
from tests.databases import SERVER
from tests.factories import fill, new_store


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What is true of one kind of database is tested there alone."""
    here, there = ("postgres", "sqlite") if SERVER else ("sqlite", "postgres")
    for item in items:
        if item.get_closest_marker(there) and not item.get_closest_marker(here):
            item.add_marker(
                pytest.mark.skip(f"on {there} only: make test{'-postgres' if not SERVER else ''}")
            )


@pytest.fixture(autouse=True)
def _own_main() -> Iterator[None]:
    """AppTest puts the tested script in the place of the main module and leaves it there. A spawned
    process would import it: the next test gets the true one back."""
    main = sys.modules["__main__"]
    yield
    sys.modules["__main__"] = main


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The store of `factories.fill`."""
    with new_store(tmp_path_factory.mktemp("filled")) as opened:
        yield fill(opened)


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Store]:
    """A store without rows."""
    with new_store(tmp_path) as opened:
        yield opened


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The SQLite file of `factories.fill`, for pages."""
    path = tmp_path_factory.mktemp("filled") / "filled.sqlite"
    with Store.open(str(path)) as opened:
        fill(opened)
    return path


@pytest.fixture
def data(filled: Path, monkeypatch: pytest.MonkeyPatch) -> Store:
    """Pages look at the database of `filled`; the store to compare them with."""
    monkeypatch.setenv("STEPPE_DB", str(filled))
    return Store.open(str(filled))
