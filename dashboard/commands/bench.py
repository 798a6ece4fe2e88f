"""steppe bench: invented data to measure speed on."""

from __future__ import annotations

import click

from dashboard.commands.options import database

_AT_ONCE = 1000  # articles in one transaction


@click.group(short_help="Make data to measure speed on.")
def bench() -> None:
    """Make data to measure speed on.

    \b
    Example:
      steppe bench generate --events 100000 --db synthetic.sqlite
    """


@bench.command(short_help="Fill a database with invented articles.")
@database
@click.option("--events", type=click.IntRange(1), default=10_000, show_default=True, help="Different events.")
@click.option("--seed", type=int, default=1, show_default=True, help="The same seed makes the same articles.")
@click.option("--quiet", is_flag=True, help="No progress.")
def generate(db: str | None, events: int, seed: int, quiet: bool) -> None:
    """Fill a database with invented articles: about three mentions to an event, a comment to three articles.

    Every outlet says by its name that it is synthetic. A database that holds other articles is refused.

    \b
    Examples:
      steppe bench generate --events 100000 --db synthetic.sqlite
      steppe bench generate --events 1000000 --seed 7 --db postgresql+psycopg://steppe@localhost/bench
    """
    from itertools import islice

    from loaders.synthetic import OUTLET, articles
    from models.store import Store

    with Store.open(db) as store:
        if any(not name.startswith(OUTLET) for name in store.sources()):
            raise click.UsageError(f"{store.name} holds real articles. Name another database by --db.")
        made = articles(events, seed)
        moves = comments = 0
        while chunk := list(islice(made, _AT_ONCE)):
            saved = store.save_all(chunk)
            moves += sum(one.moves for one in saved)
            comments += sum(one.comments for one in saved)
            if not quiet:
                click.echo(f"\r{moves:,} mentions, {comments:,} comments", nl=False, err=True)
        if not quiet:
            click.echo(err=True)
        click.echo(f"{store.name}: {moves:,} mentions, {comments:,} comments written.")
