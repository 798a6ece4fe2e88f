"""What holds for every test."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import pytest


@pytest.fixture(autouse=True)
def _own_main() -> Iterator[None]:
    """AppTest puts the tested script in the place of the main module and leaves it there. A spawned
    process would import it: the next test gets the true one back."""
    main = sys.modules["__main__"]
    yield
    sys.modules["__main__"] = main
