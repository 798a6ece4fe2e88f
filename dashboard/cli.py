"""The terminal door: `steppe load · code · explain · serve · export · check · stats · evaluate · bench`.

Starts fast: the commands import what they need when they run. Exit codes: 0 all well, 1 something was
refused or is wrong, 2 misuse or a database that can't be used.
"""

from __future__ import annotations

import os
import sys

import click

from dashboard.commands.bench import bench
from dashboard.commands.check import check
from dashboard.commands.code import code
from dashboard.commands.evaluate import evaluate
from dashboard.commands.explain import explain
from dashboard.commands.export import export
from dashboard.commands.load import load
from dashboard.commands.serve import serve
from dashboard.commands.stats import stats
from models.errors import SteppeError


class Failure(click.ClickException):
    """An error that the user can mend: one line on stderr, exit code 2, no traceback."""

    exit_code = 2


class Door(click.Group):
    """The group of commands; turns errors that people can mend into words, and a closed pipe into silence."""

    def invoke(self, ctx: click.Context) -> object:
        try:
            result: object = super().invoke(ctx)
            sys.stdout.flush()
            return result
        except SteppeError as error:
            raise Failure(str(error)) from None
        except BrokenPipeError:  # `| head` has seen enough
            quiet = os.open(os.devnull, os.O_WRONLY)
            os.dup2(quiet, sys.stdout.fileno())
            ctx.exit(0)


def _version(ctx: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted and not ctx.resilient_parsing:
        from dashboard.commands.about import version

        click.echo(f"steppe {version()}")
        ctx.exit()


@click.group(
    cls=Door,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Each command has examples: steppe load --help",
)
@click.option(
    "--version", is_flag=True, is_eager=True, expose_value=False, callback=_version, help="Say the version."
)
def cli() -> None:
    """Steppe: what the five Central Asian states do abroad, read from the news."""


for command in (load, code, explain, serve, export, check, stats, evaluate, bench):
    cli.add_command(command)


def main() -> None:
    """The `steppe` command."""
    cli(prog_name="steppe")


if __name__ == "__main__":
    main()
