"""Options that several commands share: the database and the filters, as in addresses and on pages."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

import click

if TYPE_CHECKING:
    from models.queries.filters import EventFilter

Command = TypeVar("Command", bound=Callable[..., object])

database = click.option(
    "--db",
    metavar="URL",
    help="Database: a file, or postgresql://… [default: STEPPE_DB, or a file in your data folder]",
)

_FILTERS = (
    ("country", "CODE", "A state that takes part, as actor or counterpart: KAZ."),
    ("counterpart", "CODE", "The other side: CHN, SCO, 'Abraham Accords'."),
    ("action", "SLUG", "visit, sign, sanction, …"),
    ("quad", "CLASS", "VC MC VX MX: verbal or material, cooperation or conflict."),
    ("from", "DATE", "From this day: 2025-01-31, or 2025, or 2025-01."),
    ("to", "DATE", "Up to and with this day."),
    ("source", "NAME", "Outlet, by its name."),
    ("language", "CODE", "en ru kk ky uz tg tk."),
    ("min-confidence", "NUMBER", "From 0 to 1."),
    ("search", "TEXT", "Words of evidence or comment."),
)

# In addresses `lang` is the language of the pages; commands have always called the article's language so.
_FLAGS = {"language": "lang"}


def filters(command: Command) -> Command:
    """Adds every filter as a repeatable option; the command gets them as keyword `params` for `chosen`."""
    for name, metavar, text in reversed(_FILTERS):
        flag = _FLAGS.get(name, name)
        command = click.option(
            f"--{flag}", f"filter_{name.replace('-', '_')}", metavar=metavar, multiple=True, help=text
        )(command)
    return command


def chosen(given: dict[str, tuple[str, ...]]) -> EventFilter:
    """The filter that the options ask for. An unknown value is misuse; all are named at once."""
    from models.queries.filters import EventFilter

    names = {f"filter_{name.replace('-', '_')}": name for name, _, _ in _FILTERS}
    wanted = EventFilter.from_params({names[key]: value for key, value in given.items() if value})
    if wanted.problems:
        raise click.UsageError("\n".join(wanted.problems))
    return wanted
