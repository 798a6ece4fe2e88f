"""steppe evaluate: coded articles against gold articles."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from loaders.article import Problem
    from loaders.gold.report import Measurement

# As in loaders/gold, whose import would make every command start late.
KINDS = ("missed", "false", "action", "direction", "counterpart", "actor", "day")
BY = ("lang", "action", "quad", "outlet")
LISTED = 20  # errors that are listed where only a kind is named
FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command(short_help="Measure the coder against articles coded by hand.")
@click.argument("gold", metavar="GOLD", type=FILE)
@click.argument("coded", metavar="[CODED]", type=FILE, required=False)
@click.option("--optional", type=FILE, metavar="FILE", help="Arguable rows and accepted alternatives, by id.")
@click.option("--by", multiple=True, type=click.Choice(BY), help="Figures by this, too; may be repeated.")
@click.option(
    "--errors", "most", metavar="N", type=click.IntRange(0), help="List N errors of moves [with --kind: 20]."
)
@click.option(
    "--kind",
    "kinds",
    multiple=True,
    type=click.Choice(KINDS),
    help="List errors of this kind only; may be repeated.",
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.option(
    "--workers", type=click.IntRange(1, 64), help="Processes that code [default: one a processor, 4 at most]"
)
@click.pass_context
def evaluate(
    ctx: click.Context,
    gold: Path,
    coded: Path | None,
    optional: Path | None,
    by: tuple[str, ...],
    most: int | None,
    kinds: tuple[str, ...],
    as_json: bool,
    workers: int | None,
) -> None:
    """Score moves and comments against GOLD: articles in JSON Lines with the `events` and `commentary` that
    the codebook asks for. They are coded now, or taken as coded from CODED, which `steppe code` printed.

    A line of GOLD may also hold `optional_events` and `optional_commentary`, which count neither as right nor
    as wrong, and `alternatives`, other accepted codings of one event. A bad line is named and left out, with
    exit code 1.

    \b
    Precision (P), recall (R) and F1 of
      move   actor, action and counterpart      quad   class instead of action
      dyad   the two parties                    said   speaker and words
      who    speaker

    date is the share of right days among right moves, quiet the share of articles without a move in which
    nothing was coded.

    \b
    Examples:
      steppe evaluate gold.jsonl
      steppe evaluate gold.jsonl coded.jsonl --by lang --by action
      steppe evaluate gold.jsonl --errors 50 --kind action --kind day
    """
    from dashboard.commands import figures
    from loaders.gold.report import measure
    from loaders.workers import default_workers

    run = Run()
    articles = run.gold(gold)
    if not articles:
        raise click.UsageError(f"{gold}: there is no gold article to measure with.")
    answers = run.coded(coded, articles) if coded else run.code(gold, articles, workers or default_workers())
    found = measure(articles, answers, run.optional(optional) if optional else {})
    listed = (LISTED if kinds else 0) if most is None else most
    click.echo(_as_json(found, by, listed, kinds) if as_json else figures.report(found, by, listed, kinds))
    ctx.exit(1 if run.failed else 0)


def _as_json(found: Measurement, by: Sequence[str], most: int, kinds: Sequence[str]) -> str:
    """`all`, `by` (name -> value -> figures), `kinds` (kind -> count) and the errors that are asked for."""
    from dashboard.commands.figures import chosen
    from loaders.gold.errors import by_kind

    told: dict[str, Any] = {"all": found.figures, "by": {name: found.by(name) for name in by}}
    told["kinds"] = by_kind(found.errors)
    told["errors"] = [
        {"kind": e.kind, "id": e.article, "lang": e.lang, "gold": e.gold, "coded": e.coded}
        for e in chosen(found.errors, kinds)[:most]
    ]
    text = json.dumps(told, indent=1, ensure_ascii=False, default=str)
    return text.encode("utf-8", "backslashreplace").decode()  # half a surrogate pair, as JSON escapes it


class Run:
    """One measurement's inputs; remembers whether a line was bad."""

    def __init__(self) -> None:
        self.failed = False

    def gold(self, path: Path) -> list[dict[str, Any]]:
        """The gold articles that are sound."""
        from loaders.gold.reading import gold_lines

        return list(self._sound(gold_lines(path)))

    def optional(self, path: Path) -> Mapping[str, Any]:
        """What is arguable, by article id."""
        from loaders.gold.reading import optional_lines

        return {row["id"]: row for row in self._sound(optional_lines(path))}

    def coded(self, path: Path, gold: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
        """The coded articles by id. A gold article without one counts as nothing coded, and is told."""
        from loaders.article import Problem
        from loaders.gold.reading import coded_lines

        rows = {row["id"]: row for row in self._sound(coded_lines(path))}
        lacking = [article["id"] for article in gold if article["id"] not in rows]
        if lacking:
            what = f"gold articles that it lacks count as nothing coded: {len(lacking)}."
            self._report(Problem(str(path), what, "Code them too.", ", ".join(lacking[:5])))
        return rows

    def code(self, path: Path, gold: Sequence[Mapping[str, Any]], workers: int) -> dict[str, Any]:
        """The gold articles, coded now. One that fails is told, and counts as nothing coded."""
        from loaders.article import Article
        from loaders.gold.coding import code
        from loaders.gold.reading import as_article

        articles: list[Article] = []
        for row in gold:
            articles += self._sound([as_article(row, f"{path}: {row['id']}")])
        return {row["id"]: row for row in self._sound(code(articles, workers))}

    def _sound(self, results: Iterable[Any]) -> Iterator[Any]:
        from loaders.article import Problem

        for result in results:
            if isinstance(result, Problem):
                self._report(result)
            else:
                yield result

    def _report(self, problem: Problem) -> None:
        from dashboard.text import plain

        self.failed = True
        click.echo(plain(str(problem)), err=True)
