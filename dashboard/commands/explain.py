"""steppe explain: why is this article coded as it is?"""

from __future__ import annotations

import datetime as dt

import click


@click.command(short_help="Say of a text how it is read, and what is left out.")
@click.argument("path", type=click.Path(dir_okay=False, allow_dash=True), default="-")
@click.option("--lang", default="", help="Language of the text; found out unless told.")
@click.option(
    "--date", "day", type=click.DateTime(["%Y-%m-%d"]), default=None, help="Day of publication; else today."
)
@click.option(
    "--scope", type=click.Choice(["central-asia", "any"]), default="central-asia", show_default=True
)
def explain(path: str, lang: str, day: dt.datetime | None, scope: str) -> None:
    """Read a plain text and print each expression found: its status, parties, rows, or why there are none.

    \b
    Examples:
      steppe explain article.txt --date 2025-06-17
      echo "Tokayev met Xi in Astana on Monday." | steppe explain
    """
    from loaders.coding.explain import explain as explained
    from loaders.coding.explain import lines
    from loaders.language import identify
    from models.vocabulary import LANGS

    try:
        with click.open_file(path, encoding="utf-8") as file:
            text = file.read()
    except (OSError, UnicodeDecodeError) as error:
        raise click.UsageError(f"{path}: {error}; give a plain text in UTF-8.") from None
    lang = lang or identify(text)
    if lang not in LANGS:
        raise click.UsageError(
            f"the language looks like {lang or 'none'}; say it by --lang {'|'.join(LANGS)}"
        )
    found = explained(text, lang=lang, published=(day or dt.datetime.now()).date(), scope=scope)
    for line in lines(found):
        click.echo(line)
    if not found:
        click.echo("No expression of a move was found.", err=True)
