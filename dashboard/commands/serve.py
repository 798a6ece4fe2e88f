"""steppe serve: the dashboard in a browser."""

from __future__ import annotations

import click

from dashboard.commands.options import database


@click.command(short_help="Show the dashboard in a browser.")
@database
@click.option(
    "--host", default="127.0.0.1", show_default=True, help="Address to listen on; 0.0.0.0 opens it to others."
)
@click.option(
    "--port", type=click.IntRange(1, 65535), help="Port. [default: 8501; a taken one moves on to the next]"
)
def serve(db: str | None, host: str, port: int | None) -> None:
    """Serve the dashboard and print its address. Ctrl-C ends it.

    \b
    Examples:
      steppe serve
      steppe serve --db news.sqlite --port 8600
      steppe serve --host 0.0.0.0
    """
    from dashboard.server import serve as run

    run(db, host, port, click.echo)
