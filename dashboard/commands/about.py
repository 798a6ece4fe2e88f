"""Which version this is."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError
from importlib.metadata import version as installed


def version() -> str:
    """The installed version, or "0 (not installed)" in a bare checkout."""
    try:
        return installed("steppe")
    except PackageNotFoundError:
        return "0 (not installed)"
