"""steppe check: is what an analyst may edit in order?"""

from __future__ import annotations

import click


@click.command(short_help="Check the vocabulary and the outlets.")
@click.pass_context
def check(ctx: click.Context) -> None:
    """Check the vocabulary and the outlets, and name every problem at once. Exit code 1 if there is any.

    \b
    Example:
      steppe check
    """
    from loaders import outlets
    from models.vocabulary import check as vocabulary

    found = [*vocabulary.problems(), *outlets.problems()]
    for problem in found:
        click.echo(problem)
    if found:
        click.echo(f"{len(found)} problem{'s' if len(found) > 1 else ''} found.", err=True)
        ctx.exit(1)
    click.echo(f"Vocabulary and {len(outlets.sources())} outlets are in order.")
