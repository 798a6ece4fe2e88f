"""Where a move took place, if its own clause says so: city and country, or the country alone."""

from __future__ import annotations

from loaders.coding.mentions import Mention
from loaders.coding.names import Names
from loaders.coding.syntax import APART, Token
from loaders.coding.triggers import Hit
from models.vocabulary import actors

_CLAUSE = frozenset({"acl", "acl:relcl", "advcl", "ccomp", "xcomp", "conj", "parataxis", APART, "csubj"})
_VERBAL = frozenset({"VERB", "AUX"})


def place_of(names: Names, hit: Hit) -> str | None:
    """The nearest place after a locative preposition that hangs on the move's own clause.

    A town may hang on any noun of the clause ("opened an embassy in Budapest"); a country only on the verb,
    the event noun or a party ("the situation in Afghanistan" tells a topic, not a place).
    """
    best: tuple[int, str] | None = None
    for i, mention in {**names.places, **names.at}.items():
        where = _label(mention)
        if not where or not _is_locative(names, i):
            continue
        if names.tree.parsed and not _belongs(names, hit, names.tree.tokens[i], mention):
            continue
        distance = abs(i - hit.head)
        if best is None or distance < best[0]:
            best = distance, where
    return best[1] if best else None


def _label(mention: Mention) -> str:
    """ "Astana, Kazakhstan", "Kazakhstan", or "" for what is no place."""
    known = actors().get(mention.code)
    if mention.kind not in ("place", "metonym", "name") or known is None or known.kind != "state":
        return ""
    country = known.name["en"]
    if mention.kind == "name":
        return country
    return f"{mention.name if mention.kind == 'place' else known.capital.get('en', mention.text)}, {country}"


def _is_locative(names: Names, i: int) -> bool:
    """Whether the token heads a phrase with a locative preposition; "in Russia's view" is none."""
    locative = names.lexicon.word("place_marks")
    token = names.tree.tokens[i]
    if not names.tree.parsed:
        return i > 0 and names.tree.tokens[i - 1].text.casefold() in locative
    if token.dep in ("nmod:poss", "compound", "amod") or token.feats.get("Case") == "Acc":
        return False
    return any(k.text.casefold() in locative for k in names.tree.kids(i, "case"))


def _belongs(names: Names, hit: Hit, token: Token, mention: Mention) -> bool:
    tree = names.tree
    verb = next((t for t in (tree.tokens[hit.head], *tree.ancestors(hit.head)) if t.pos in _VERBAL), None)
    own = {hit.head} | ({verb.i} if verb is not None else set())
    if mention.kind != "name":
        own |= hit.tokens
    below = token
    for above in tree.ancestors(token.i):
        if below.dep in _CLAUSE:
            return False
        if above.i in own:
            return True
        if mention.kind == "name" and above.i not in names.at:
            return False
        below = above
    return False
