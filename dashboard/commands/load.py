"""steppe load: articles into the database."""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

import click

from dashboard.commands.options import database

if TYPE_CHECKING:
    from loaders.pipeline import LoadOptions, LoadReport
    from loaders.reading import Gauge
    from models.store import Store

_EXAMPLES = 20  # rejected articles named at the end; the Sources page and the database have all


@click.command(short_help="Read articles and code them into the database.")
@click.argument("places", nargs=-1, required=True, metavar="PATH|URL...")
@database
@click.option(
    "--workers", type=click.IntRange(1, 64), help="Processes that code. [default: processors, at most 4]"
)
@click.option("--published", metavar="DATE", help="For articles without a date: 2025-11-20.")
@click.option("--source", default="", metavar="NAME", help="For articles without an outlet.")
@click.option("--url", default="", help="For the one article without an address.")
@click.option(
    "--lang", type=click.Choice(["en", "ru", "kk", "ky", "uz", "tg", "tk"]), help="Instead of finding it out."
)
@click.option(
    "--map", "mapping", multiple=True, metavar="FIELD=COLUMN,...", help="Columns: text=body,title=headline."
)
@click.option(
    "--allow-private",
    is_flag=True,
    envvar="STEPPE_ALLOW_PRIVATE",
    help="Let addresses lead into private networks.",
)
@click.option("--if-empty", is_flag=True, help="Do nothing if the database holds articles.")
@click.option("--quiet", is_flag=True, help="Say only what went wrong.")
@click.pass_context
def load(
    ctx: click.Context,
    places: tuple[str, ...],
    db: str | None,
    workers: int | None,
    published: str | None,
    source: str,
    url: str,
    lang: str | None,
    mapping: tuple[str, ...],
    allow_private: bool,
    if_empty: bool,
    quiet: bool,
) -> None:
    """Read articles from files, folders, globs, archives and addresses, and code them into the database.

    Reads plain text, HTML, RSS/Atom/JSON feeds, JSON Lines, CSV, and .zip or .gz of these. Loading the same
    again changes nothing. What an article lacks is taken from the options; without a date, the day of loading
    stands in and is marked. Exit code 0 when all was read, 1 when something was rejected, 2 for misuse.

    \b
    Examples:
      steppe load articles/ news.zip "more/*.html"
      steppe load note.txt --published 2025-11-20 --source Vesti.kg --url https://vesti.kg/1
      steppe load table.csv --map text=body,title=headline
      steppe load https://timesca.com/feed/ --db news.sqlite --workers 2
    """
    from loaders.normalise import canonical_url
    from loaders.pipeline import LoadOptions
    from loaders.workers import default_workers
    from models.queries.coverage import totals
    from models.store import Store

    if url and not canonical_url(url):
        raise click.BadParameter(
            f"“{url}” is no address. Write it in full, with https://.", param_hint="--url"
        )
    options = LoadOptions(_day(published), source, canonical_url(url), lang, _columns(mapping))
    with Store.open(db) as store:
        if if_empty and totals(store).articles:
            return
        shown = sys.stderr.isatty() and not quiet
        report, interrupted = _run(store, places, options, workers or default_workers(), allow_private, shown)
    _say(report, quiet)
    if interrupted:
        click.echo("Stopped. What was loaded is kept; the same command goes on from here.", err=True)
        ctx.exit(130)
    ctx.exit(1 if report.rejected else 0)


def _run(
    store: Store,
    places: Sequence[str],
    options: LoadOptions,
    workers: int,
    allow_private: bool,
    shown: bool,
) -> tuple[LoadReport, bool]:
    """Load under a bar, if it is `shown`: what came of it so far, and whether somebody stopped it."""
    from dashboard.commands.about import version
    from loaders.fetch import Fetcher
    from loaders.pipeline import LoadReport, load
    from loaders.reading import Gauge, weigh
    from loaders.validators import Validators, beside

    fetcher = Fetcher(
        allow_private, Validators(beside(store.url)), is_stored=lambda address: _stored(store, address)
    )
    gauge = Gauge(weigh(places) if shown else 0)
    meter = Meter(shown, gauge)
    report = LoadReport()

    def progress(current: LoadReport) -> None:
        nonlocal report
        report = current
        meter(current)

    interrupted = False
    try:
        report = load(
            store,
            places,
            options,
            fetcher=fetcher,
            workers=workers,
            progress=progress,
            gauge=gauge,
            version=version(),
        )
    except KeyboardInterrupt:
        interrupted = True
    finally:
        meter.clear()
        fetcher.close()
    return report, interrupted


class Meter:
    """A bar on a terminal that tells how far the load is; nothing where there is no terminal."""

    WIDTH = 24

    def __init__(self, shown: bool, gauge: Gauge) -> None:
        self._shown, self._gauge = shown, gauge
        self._began, self._last = time.monotonic(), 0.0

    def __call__(self, report: LoadReport) -> None:
        now = time.monotonic()
        if not self._shown or now - self._last < 0.2:
            return
        self._last = now
        filled, done = round(self._gauge.share * self.WIDTH), report.new + report.known
        pace = done / (now - self._began + 0.1)
        click.echo(
            f"\r[{'#' * filled}{'-' * (self.WIDTH - filled)}] {self._gauge.share:4.0%}  {done:,} articles,"
            f" {report.moves:,} moves, {report.rejected:,} rejected ({pace:.0f}/s)\033[K",
            nl=False,
            err=True,
        )

    def clear(self) -> None:
        """Take the line away before the report."""
        if self._shown and self._last:
            click.echo("\r\033[K", nl=False, err=True)


def _say(report: LoadReport, quiet: bool) -> None:
    if not quiet:
        names = ("read", "new", "known", "moves", "comments", "rejected")
        click.echo(" · ".join(f"{name} {getattr(report, name):,}" for name in names))
        if report.unchanged:
            click.echo(f"{report.unchanged:,} addresses have not changed since they were loaded")
    for reason, count in report.reasons.most_common():
        if count > 1:
            click.echo(f"  {count:>6,} × {reason}", err=True)
    for problem in report.problems[:_EXAMPLES]:
        click.echo(str(problem), err=True)
    if sum(report.reasons.values()) > _EXAMPLES:
        click.echo("… all of them are on the Sources page and in the table “rejection”.", err=True)


def _stored(store: Store, address: str) -> bool:
    from loaders.article import Article

    return bool(address) and store.known(Article("", url=address))


def _day(written: str | None) -> date | None:
    from loaders.published import parse_published

    if written is None:
        return None
    found = parse_published(written)
    if found is None or found[1] != "day":
        raise click.BadParameter(f"“{written}” is no day. Write it as 2025-11-20.", param_hint="--published")
    return found[0]


def _columns(given: tuple[str, ...]) -> dict[str, str]:
    from loaders.records import ALIASES

    mapping: dict[str, str] = {}
    for pair in (part for each in given for part in each.split(",")):
        field, _, column = (piece.strip() for piece in pair.partition("="))
        if field not in ALIASES or not column:
            known = ", ".join(ALIASES)
            raise click.BadParameter(f"“{pair}”: write FIELD=COLUMN; fields are {known}.", param_hint="--map")
        mapping[field] = column
    return mapping
