"""How good the coder is, as measured on the gold: shipped with the version that was measured.

`measured.json` is written by `python -m tests.gold.measure --write` and read by the page About the data.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

FILE = Path(__file__).parent / "measured.json"


@cache
def measured() -> Mapping[str, Any]:
    """`what`, `command`, `articles` and `rows` (language, part, articles, the scorer's figures), or nothing
    where no measurement ships."""
    if not FILE.exists():
        return {}
    found: Mapping[str, Any] = json.loads(FILE.read_text(encoding="utf-8"))
    return found
