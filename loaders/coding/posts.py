"""Embassies, envoys and squares: whose the place is at which somebody protests or hands over a note."""

from __future__ import annotations

from loaders.coding.names import Names, case_marks
from loaders.coding.parties import parties_of
from loaders.coding.scenes import Party


def mission_of(names: Names) -> Party | None:
    """ "At the Russian consulate": those who protest there address its state."""
    for token in names.tree.tokens:
        if token.lemma in names.lexicon.word("missions") and (found := parties_of(names, token.i)):
            return found[0] if found[0].via not in ("pronoun", "pair", "role", "title") else None
    return None


def post_of(names: Names, taken: set[str]) -> Party | None:
    """ "The Turkmen ambassador in Tehran was handed a note": the state where the envoy serves hands it."""
    tree, envoys = names.tree, names.lexicon.word("envoys")
    for token in tree.tokens:
        for k in tree.kids(token.i, "nmod", "obl") if token.lemma in envoys else ():
            mention = names.at.get(k.i) or names.places.get(k.i)
            if mention and case_marks(tree, k) & names.lexicon.word("place_marks"):
                return Party.of(mention) if mention.code not in taken else None
    return None


def venue_of(names: Names, taken: set[str]) -> Party | None:
    """ "In Bishkek a crowd stood at the embassy": those who protest are of the country where they do."""
    marks = names.lexicon.word("place_marks")
    where = {**names.places, **names.at}
    for i, mention in sorted(where.items()):
        before = names.tree.tokens[i - 1].text.casefold() if i else ""
        if before in marks and mention.kind in ("metonym", "name", "place") and mention.code not in taken:
            return Party.of(mention)
    for i, mention in sorted(names.places.items()):  # "the people of Osh went to the consulate"
        noun = names.tree.tokens[names.tree.tokens[i].head]
        if noun.dep == "nsubj" and noun.lemma in names.lexicon.word("private_nouns"):
            return Party.of(mention) if mention.code not in taken else None
    return None
