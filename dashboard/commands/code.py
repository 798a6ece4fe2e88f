"""steppe code: JSON Lines in, coded JSON Lines out, no database."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from loaders.article import Article, Problem
    from loaders.coding.drafts import CodedArticle

MOVE_FIELDS = (
    *("actor", "actor_name", "actor_role", "action", "counterpart", "date", "date_precision", "date_basis"),
    *("planned_for", "place", "evidence", "start", "end", "confidence", "rule", "group"),
)
COMMENT_FIELDS = ("speaker", "role", "kind", "outlet", "mode", "text", "start", "end", "countries")


@click.command(short_help="Code JSON Lines to JSON Lines, without a database.")
@click.argument(
    "file", default="-", metavar="[FILE|-]", type=click.Path(exists=True, dir_okay=False, allow_dash=True)
)
@click.option(
    "--scope",
    type=click.Choice(["central-asia", "any"]),
    default="central-asia",
    show_default=True,
    help="Moves with a Central Asian party, or between any states.",
)
@click.option(
    "--workers", type=click.IntRange(1, 64), default=1, show_default=True, help="Processes that code."
)
@click.pass_context
def code(ctx: click.Context, file: str, scope: str, workers: int) -> None:
    """Code articles, one JSON object a line: id, title, source, url, published, text, and optionally lang.

    Prints one object a line, in the same order: id, lang, events, commentary. `start` and `end` count
    characters of the text; where cleaning changed it (spaces, invisible marks), the cleaned `text` is printed
    too. A line that can't be coded is named on stderr and yields exit code 1, and the others go on.

    \b
    Examples:
      steppe code articles.jsonl > coded.jsonl
      steppe code - --scope any < articles.jsonl
      steppe code articles.jsonl --workers 2
    """
    from loaders.workers import code_article, coded_in_order

    run = Run(date.today())
    with click.open_file(file, "rb") as stream:
        articles = run.articles(file, stream)
        with closing(coded_in_order(articles, partial(code_article, scope=scope), workers)) as results:
            for article, result in results:
                line = run.line(article, result)
                if line is not None:
                    sys.stdout.write(line)
                    sys.stdout.flush()
    ctx.exit(1 if run.failed else 0)


class Run:
    """One stream of articles; remembers whether a line failed."""

    def __init__(self, today: date) -> None:
        self.today, self.failed = today, False
        self._cleaned: set[str] = set()  # articles on the way whose text is not as it was given

    def articles(self, name: str, stream: Any) -> Iterator[Article]:
        """The articles of the stream that can be coded; problems go to stderr."""
        from loaders.article import Problem
        from loaders.checks import check_article
        from loaders.formats.jsonl import parse_line
        from loaders.inputs import Input
        from loaders.language import identify

        source = Input("standard input" if name == "-" else name, stream)
        for number, line in source.lines():
            where = f"{source.name}:{number}"
            if line is None:
                self._report(Problem(where, "the line is longer than an article can be."))
                continue
            if not line.strip():
                continue
            made = parse_line(line, where, source)
            if not isinstance(made, Problem):
                lang = made.lang or identify(made.text, made.title)
                made = replace(
                    made, lang=lang, published=made.published or self.today, id=made.id or str(number)
                )
                made = check_article(made, self.today) or made
            if isinstance(made, Problem):
                self._report(made)
            else:
                if _given_text(line) != made.text:
                    self._cleaned.add(made.origin)
                yield made

    def line(self, article: Article, result: CodedArticle | Problem) -> str | None:
        """The coded article as a line of JSON; None if it failed."""
        from loaders.article import Problem

        if isinstance(result, Problem):
            self._report(result)
            return None
        row: dict[str, object] = {
            "id": article.id,
            "lang": result.lang,
            "events": [{name: getattr(move, name) for name in MOVE_FIELDS} for move in result.moves],
            "commentary": [
                {**{name: getattr(c, name) for name in COMMENT_FIELDS}, "events": list(c.moves)}
                for c in result.comments
            ],
        }
        if article.origin in self._cleaned:
            self._cleaned.discard(article.origin)
            row["text"] = article.text
        return json.dumps(row, ensure_ascii=False, default=str) + "\n"

    def _report(self, problem: Problem) -> None:
        self.failed = True
        click.echo(str(problem), err=True)


def _given_text(line: str) -> object:
    """The text of a line as it was written there."""
    from loaders.records import field_of

    return next((value for name, value in json.loads(line).items() if field_of(name) == "text"), None)
