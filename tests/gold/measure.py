"""Codes all gold and scores it, by set and language: `make evaluate`.

    python -m tests.gold.measure [--raise] [--write]

--raise lifts the floors (floors.json) to what holds and lowers none; --write ships the figures with the page
About the data (models/measured.json). Run from the top of the project.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import Any

from loaders.article import Article as Given
from loaders.gold import tables
from loaders.gold.coding import code
from loaders.gold.errors import by_kind
from loaders.gold.reading import as_article
from loaders.gold.report import Measurement, measure
from models.measured import FILE
from tests.gold import ratchet
from tests.gold.gold import Article, GoldSet, sets

COMMAND = "make evaluate"
WHAT = (
    "Measured on short invented articles in seven languages, coded by hand by the codebook: about one row in "
    "twenty of this gold is itself arguable."
)
# The sets that figures by action, the confusion of actions and the calibration are told of.
POOLS = {"unseen": ("unseen",), "own": ("own",), "both": ("unseen", "own")}
Coded = Mapping[str, Mapping[str, Any]]


def given(article: Article) -> Given:
    """A gold article as the coder takes it."""
    made = as_article(article, article["id"])
    assert isinstance(made, Given), made
    return made


def code_article(article: Article) -> dict[str, Any]:
    """One gold article, coded here, in the scorer's keys."""
    (row,) = code([given(article)])
    assert isinstance(row, dict), row
    return row


def code_all(workers: int = 2) -> Coded:
    """Every gold article of every set by its id."""
    every = chain.from_iterable(some.articles for some in sets())
    found = list(code(map(given, every), workers))
    failed = [row for row in found if not isinstance(row, dict)]
    assert not failed, failed
    return {row["id"]: row for row in found if isinstance(row, dict)}


def measured(some: GoldSet, gold: Sequence[Article], coded: Coded) -> Measurement:
    """Articles of a set, measured."""
    return measure(gold, coded, some.optional)


def rows(coded: Coded) -> Iterator[dict[str, Any]]:
    """The figures by set and language."""
    for some in sets():
        for langs, gold in some.groups().items():
            found = measured(some, gold, coded)
            sure = tables.sure(found.gold, found.coded)
            yield {
                "set": some.name,
                "title": some.title,
                "worth": some.worth,
                "langs": langs.split(),
                **found.figures,
                "sure": sure,
            }


def pool(worths: Sequence[str], coded: Coded) -> Measurement:
    """All articles of the sets of these worths as one measurement."""
    parts = [measured(some, some.articles, coded) for some in sets() if some.worth in worths]
    return Measurement(
        [article for part in parts for article in part.gold],
        {name: answer for part in parts for name, answer in part.coded.items()},
    )


def pool_row(name: str, coded: Coded) -> dict[str, Any]:
    """What the page tells of one pool: see models/measured.py."""
    found = pool(POOLS[name], coded)
    cells = tables.confusion(found.gold, found.coded, found.errors)
    return {
        "name": name,
        "sets": [some.name for some in sets() if some.worth in POOLS[name]],
        "figures": found.figures,
        "actions": found.by("action"),
        "quads": found.by("quad"),
        "kinds": by_kind(found.errors),
        "confusion": [[gold, coded_as, n] for (gold, coded_as), n in sorted(cells.items())],
        "calibration": tables.calibration(found.gold, found.coded),
        "sure": tables.sure(found.gold, found.coded),
    }


def shipped(coded: Coded) -> dict[str, Any]:
    """All that ships with the page About the data."""
    return {
        "what": WHAT,
        "command": COMMAND,
        "articles": sum(len(some.articles) for some in sets()),
        "rows": list(rows(coded)),
        "pools": [pool_row(name, coded) for name in POOLS],
    }


def as_text(found: Mapping[str, Any]) -> str:
    """JSON with a line for each row and each part of a pool, so that a change can be read."""

    def flat(value: object) -> str:
        return json.dumps(value, ensure_ascii=False)

    pools = (",\n   ".join(f"{flat(k)}: {flat(v)}" for k, v in pool.items()) for pool in found["pools"])
    parts = {
        **{name: flat(found[name]) for name in ("what", "command", "articles")},
        "rows": "[\n  " + ",\n  ".join(map(flat, found["rows"])) + "\n ]",
        "pools": "[\n  " + ",\n  ".join(f"{{{pool}}}" for pool in pools) + "\n ]",
    }
    return "{\n " + ",\n ".join(f"{flat(name)}: {text}" for name, text in parts.items()) + "\n}\n"


def lines(found: Mapping[str, Any]) -> Iterator[str]:
    """What ships, as lines for a terminal."""
    for row in found["rows"]:
        shares = {
            name: row[name]["f1"] for name in ("move", "quad", "dyad", "said", "who") if row[name]["gold"]
        }
        shares |= {name: row[name] for name in ("date", "quiet") if row[name] is not None}
        told = "  ".join(f"{name} {share:.3f}" for name, share in shares.items())
        yield f"{row['set']:<12} {' '.join(row['langs']):<15} {row['articles']:>3} articles  {told}"
    for row in found["pools"]:
        move, sure = row["figures"]["move"], row["sure"]
        kinds = ", ".join(f"{kind} {count}" for kind, count in row["kinds"].items())
        yield f"{', '.join(row['sets'])}: {row['figures']['articles']} articles, move F1 {move['f1']:.3f}"
        yield f"  errors: {kinds}"
        if sure["high"]:
            share, right = sure["high"] / sure["rows"], sure["right"] / sure["high"]
            yield f"  sure rows (from {sure['from']:.0%}): {share:.1%} of all, {right:.1%} of them right"


def main(arguments: Sequence[str]) -> None:
    """Print the figures; lift the floors and ship the figures where that is asked for."""
    coded = code_all()
    found = shipped(coded)
    for line in lines(found):
        print(line)  # noqa: T201
    for line in ratchet.below(found["rows"]):
        print(line)  # noqa: T201
    if "--raise" in arguments:
        for line in ratchet.lift(found["rows"]):
            print(line)  # noqa: T201
    if "--write" in arguments:
        FILE.write_text(as_text(found), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
