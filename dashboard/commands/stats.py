"""steppe stats: what the database holds."""

from __future__ import annotations

import click

from dashboard.commands.options import database


@click.command(short_help="Say what the database holds.")
@database
def stats(db: str | None) -> None:
    """Say what the database holds: articles, moves, comments, outlets, languages, the last load.

    \b
    Examples:
      steppe stats
      steppe stats --db news.sqlite
    """
    from models.queries import coverage
    from models.queries.filters import EventFilter
    from models.store import Store

    with Store.open(db) as store:
        total = coverage.totals(store)
        languages = coverage.languages(store, EventFilter())
        loads = coverage.loads(store, limit=1)
        name = store.name
    days = f", published {total.first_published} to {total.last_published}" if total.articles else ""
    click.echo(f"{name}")
    click.echo(f"articles    {total.articles:>8,}{days}")
    for count, words in (
        (total.without_date, "bear the day of loading"),
        (total.retold, "are retold samples"),
    ):
        if count:
            click.echo(f"            {count:>8,} of them {words}")
    click.echo(f"moves       {total.events:>8,} in {total.mentions:,} mentions")
    click.echo(f"comments    {total.comments:>8,}")
    click.echo(f"outlets     {total.sources:>8,}")
    click.echo(f"rejected    {total.rejections:>8,}")
    if languages:
        click.echo(f"languages   {', '.join(f'{row.lang} {row.articles:,}' for row in languages)}")
    for last in loads:
        state = "" if last.finished_at else " (not finished)"
        click.echo(f"last load   {last.started_at:%Y-%m-%d %H:%M} UTC{state}: {last.inputs[:80]}")
