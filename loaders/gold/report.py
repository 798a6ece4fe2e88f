"""One measurement: gold articles and what was coded in them, arguable rows counted neither way. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from loaders.gold import errors, tables
from loaders.gold.keys import Row
from loaders.gold.reading import with_optional
from loaders.gold.score import Figures, lenient, score

BY = ("lang", "action", "quad", "outlet")


@dataclass(frozen=True)
class Measurement:
    """`gold` articles, and the coded ones by id as they are scored. Made by `measure`."""

    gold: Sequence[Row]
    coded: Mapping[str, Row]

    @cached_property
    def figures(self) -> Figures:
        """All figures over all articles."""
        return score(self.gold, self.coded)

    @cached_property
    def errors(self) -> list[errors.Error]:
        """Every error of moves."""
        return errors.errors(self.gold, self.coded)

    def by(self, name: str) -> dict[str, Figures]:
        """Figures by language or outlet of the article, or those of moves by action or quad class."""
        if name == "action":
            return tables.by_action(self.gold, self.coded)
        if name == "quad":
            return tables.by_quad(self.gold, self.coded)
        field = {"lang": "lang", "outlet": "source"}[name]
        groups: defaultdict[str, list[Row]] = defaultdict(list)
        for article in self.gold:
            groups[str(article.get(field) or "?")].append(article)
        return {value: score(groups[value], self.coded) for value in sorted(groups)}

    def some(self, wanted: Callable[[Row], bool]) -> Measurement:
        """The same over the gold articles that are wanted."""
        return Measurement([article for article in self.gold if wanted(article)], self.coded)


def measure(gold: Sequence[Row], coded: Mapping[str, Row], optional: Mapping[str, Row]) -> Measurement:
    """Gold and coded articles to a measurement. `optional` holds more of what is arguable, by article id."""
    scored = {
        article["id"]: lenient(
            article, coded[article["id"]], with_optional(article, optional.get(article["id"], {}))
        )
        for article in gold
        if article["id"] in coded
    }
    return Measurement(gold, scored)
