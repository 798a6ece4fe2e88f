"""steppe export: the rows of the database as CSV or JSON Lines."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import Literal

import click

from dashboard.commands.options import chosen, database, filters


@click.command(short_help="Write moves, mentions or comments as CSV or JSON Lines.")
@click.argument("kind", type=click.Choice(["events", "mentions", "commentary"]))
@filters
@click.option("--format", "form", type=click.Choice(["csv", "jsonl"]), default="csv", show_default=True)
@click.option("-o", "--output", metavar="FILE", help="Write there instead of to the terminal.")
@click.option("--bom", is_flag=True, help="Begin CSV with a mark that Excel needs for Cyrillic.")
@database
def export(
    kind: Literal["events", "mentions", "commentary"],
    form: Literal["csv", "jsonl"],
    output: str | None,
    bom: bool,
    db: str | None,
    **given: tuple[str, ...],
) -> None:
    """Write all rows that pass the filters, newest first. Filters may be repeated and combine.

    \b
    Examples:
      steppe export events --country KGZ --from 2025-01-01 -o kyrgyzstan.csv
      steppe export events --country KAZ --counterpart CHN --quad MC --format jsonl
      steppe export mentions --source Eurasianet --lang en
      steppe export commentary --search "Abraham Accords" --format jsonl -o comments.jsonl
    """
    from dashboard.downloads import chunks
    from models.store import Store

    wanted = chosen(given)
    with Store.open(db) as store:
        text = chunks(store, kind, form, wanted, bom=bom)
        if output and output != "-":
            _to_file(output, text)
            return
        for chunk in text:
            sys.stdout.buffer.write(chunk.encode())
        sys.stdout.buffer.flush()


def _to_file(output: str, text: Iterator[str]) -> None:
    from models.errors import InputError

    try:
        with open(output, "w", encoding="utf-8", newline="") as file:
            file.writelines(text)
    except OSError as error:
        raise InputError(
            output, f"it can't be written ({error.strerror}).", "Choose another place with -o."
        ) from None
