"""What loaders and addresses are refused for, in the reader's language.

`loaders` and `models` say it in English, for the terminal and for the store, where equal faults must read the
same. Here every such sentence is named for the catalogue; a test holds this list against their code.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Protocol

from dashboard.i18n import mark, tr

SENTENCES = (
    # Inputs and archives.
    mark("it can't be read."),
    mark("Check that it is there and yours."),
    mark("there is nothing to read."),
    mark("Check the path; quote a pattern with *."),
    mark("an archive within an archive is not opened."),
    mark("Unpack the outer one first."),
    mark("it is empty."),
    mark("no format reads this."),
    mark("Articles come as {kinds} .zip .gz."),
    mark("it unpacks to far more than it should."),
    mark("Unpack it yourself if you trust it."),
    mark("it needs a password."),
    mark("Unpack it first."),
    mark("it can't be unpacked."),
    mark("Pack it again."),
    mark("it holds too many files."),
    mark("Split it: {n} at most."),
    # Addresses.
    mark("this is no address of a page."),
    mark("It begins with http:// or https://."),
    mark("the address holds a name or password."),
    mark("Leave that out."),
    mark("there is no such host, or no network."),
    mark("Check the address."),
    mark("the address leads into a private network."),
    mark("If you mean it: --allow-private, or STEPPE_ALLOW_PRIVATE=1."),
    mark("the site's robots.txt does not allow it."),
    mark("Save the page and load the file."),
    mark("the server answered {code}."),
    mark("the server took too long."),
    mark("it can't be fetched ({fault})."),
    mark("it redirects too often."),
    mark("Open it in a browser and load where it ends."),
    mark("the page is too large."),
    mark("The limit is {n} MB."),
    mark("Try again later."),
    # Formats.
    mark("the page is larger than an article can be."),
    mark("no article was found in this page."),
    mark("Save its text and load that instead."),
    mark("the feed is larger than 20 MB."),
    mark("this feed can't be read."),
    mark("Open it in a browser to see what it is."),
    mark("this JSON Feed can't be read."),
    mark("It needs a list of items."),
    mark("the entry holds no text."),
    mark("Load its page instead."),
    mark("the line is longer than an article can be."),
    mark("One article a line, 5 MB at most."),
    mark("this is not JSON."),
    mark("Write one object a line."),
    mark("Check it, or write one object a line."),
    mark("expected an object."),
    mark('Write {{"text": …}}.'),
    mark("the JSON array is too large."),
    mark("Write it as JSON Lines: one object a line."),
    mark("the row can't be read."),
    mark("Check its quotes."),
    mark("there are more cells than columns."),
    mark("Quote the cells that hold commas."),
    mark("there is no such column."),
    mark("The columns are: {columns}."),
    mark("no column is known as the text."),
    mark("Use --map text=COLUMN, one of: {columns}."),
    mark("the file is larger than an article can be."),
    mark("Split it: one article a file."),
    mark("the header holds a name that is not known."),
    mark("It takes {names}; put an empty line between header and text."),
    # Articles and what was coded in them.
    mark("there is no text."),
    mark("Write it after the header and an empty line."),
    mark("Fill text, body or content, or name the column: --map text=COLUMN."),
    mark("{name} is not a text."),
    mark("Give it as one string."),
    mark("the date can't be read."),
    mark("Write it as 2025-11-20, or leave it out."),
    mark("the address can't be read."),
    mark("Write it in full, with https://, or leave it out."),
    mark("retold is neither true nor false."),
    mark("Write true or false."),
    mark("several articles would share the address of --url."),
    mark("Give --url for one article only, or write each one's own."),
    mark("the text is empty."),
    mark("the text is too short."),
    mark("Was it cut?"),
    mark("the text is too long for an article."),
    mark("Split it."),
    mark("the language {language} is not coded."),
    mark("Coded are {languages}; say --lang if this is one of them."),
    mark("the date lies in the future."),
    mark("Correct it, or leave it out."),
    mark("the date lies before independence."),
    mark("Articles count from {day}, when independence began."),
    mark("the coder crashed."),
    mark("the coder failed."),
    mark("Please report it with the text."),
    mark("the evidence of a move does not stand where it should."),
    mark("the confidence of a move is not between 0 and 1."),
    mark("the date of a move is absurd."),
    mark("the words of a comment do not stand where they should."),
    # What is wrong with one of them.
    mark("{n} letters"),
    mark("{n} characters"),
    mark("{n} files"),
    mark("{n} and {other}"),
    mark("found: {columns}"),
    # Filters in an address.
    mark("from {first} lies after to {last}: both dropped"),
    mark("{name}: there is no {value}"),
    mark("{name}: only the first {n} of {all} values are used"),
    mark("{name}: {value} is not a date like 2026-05-12"),
    mark("min-confidence: {value} is not a number from 0 to 1"),
    mark("search: {value} has no letter or digit to look for"),
)

NUMBERS = {"n", "other", "all", "code"}  # gaps that take digits only: else strangers' words would fit


class Refused(Protocol):
    """A `loaders.article.Problem`."""

    @property
    def where(self) -> str: ...
    @property
    def what(self) -> str: ...
    @property
    def way_out(self) -> str: ...
    @property
    def detail(self) -> str: ...


def told(text: str) -> str:
    """A sentence of the loaders in the reader's language; one that we don't know as it is."""
    for pattern, sentence in _patterns():
        found = pattern.fullmatch(text)
        if found:
            return tr(sentence).format(**found.groupdict())
    return text


def problem(refused: Refused) -> str:
    """One line: where, what is wrong, the way out, this one's own detail. It holds strangers' text."""
    detail = f"({told(refused.detail)})" if refused.detail else ""
    where = f"{refused.where}: " if refused.where else ""
    return " ".join(filter(None, (f"{where}{told(refused.what)}", told(refused.way_out), detail)))


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Each sentence with what its text looks like; those without gaps first, for they fit best."""
    order = sorted(SENTENCES, key=lambda sentence: "{" in sentence)
    return tuple((_pattern(sentence), sentence) for sentence in order)


def _pattern(sentence: str) -> re.Pattern[str]:
    parts = re.split(r"(\{\{|\}\}|\{\w+\})", sentence)
    forms = {"{{": r"\{", "}}": r"\}"}
    made = (
        forms.get(part) or (_gap(part[1:-1]) if part.startswith("{") else re.escape(part)) for part in parts
    )
    return re.compile("".join(made), re.DOTALL)


def _gap(name: str) -> str:
    return f"(?P<{name}>{'[0-9]+' if name in NUMBERS else '.+?'})"
