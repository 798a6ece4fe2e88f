"""How good the coder is, as measured on the gold: shipped with the version that was measured.

`measured.json` is written by `python -m tests.gold.measure --write` and read by the page About the data.

    what, command, articles: what was measured, by which command, on how many articles
    rows: by set and language. set, title, worth (unseen, own, tuned), langs, articles; move, quad, dyad,
        said, who (each p, r, f1, gold, coded); date, quiet (shares, None where nothing can be measured); sure
    pools: sets of one worth together, named unseen, own and both. sets, figures (as in a row), actions and
        quads (slug or class -> p, r, f1, gold, coded), kinds (of errors -> count), confusion (gold action,
        coded action, count; "" is no move), calibration (low, high, rows, right, confidence: their mean)
    sure: rows with a confidence, how many stand at `from` and more (high), how many of these are right
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
    """All of it, or nothing where no measurement ships."""
    if not FILE.exists():
        return {}
    found: Mapping[str, Any] = json.loads(FILE.read_text(encoding="utf-8"))
    return found
