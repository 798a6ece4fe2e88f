"""What others must do is demanded by who says so: "Moscow must free the pilots, Dushanbe said"."""

from __future__ import annotations

from loaders.coding.names import Names
from loaders.coding.parties import parties_of
from loaders.coding.passives import is_passive
from loaders.coding.sides import Frame, Side, without
from loaders.coding.status import HYPOTHETICAL, Status
from loaders.coding.strangers import is_private
from loaders.coding.subjects import subject_of
from loaders.coding.syntax import Token
from loaders.coding.triggers import Hit


def demanded(names: Names, hit: Hit, status: Status) -> Frame | None:
    """Who demands the step of whom, where a verb under an obliging word is reported; else nothing."""
    lexicon, tree = names.lexicon, names.tree
    if (
        status.kind != HYPOTHETICAL
        or status.why.casefold() not in lexicon.word("obliging")
        or not tree.parsed
    ):
        return None
    verb = tree.tokens[hit.head]
    speaker = _reporting(names, verb)
    if speaker is None:
        return None
    who, how = subject_of(tree, speaker)
    if who is None or is_private(names, who):
        return None
    actors = tuple(p for p in parties_of(names, who.i) if p.code)
    codes = {p.code for p in actors}
    told = [p for k in tree.kids(speaker.i, "obj", "iobj", "dative") for p in parties_of(names, k.i)]
    subject, _ = subject_of(tree, verb)
    if subject is not None and not is_passive(tree, verb):
        told = [*parties_of(names, subject.i), *told]
    asked = without([p for p in told if p.code], codes)
    return Frame(Side(actors, how), Side(asked[:1], "object")) if actors and asked else None


def _reporting(names: Names, verb: Token) -> Token | None:
    """The verb of saying that the clause depends on, or that stands beside it as its frame."""
    reporting, tree = names.lexicon.word("obliging_reports"), names.tree
    above = tree.tokens[verb.head]
    if verb.dep == "ccomp" and above.lemma in reporting:
        return above
    return next((k for k in tree.kids(verb.i, "parataxis") if k.lemma in reporting), None)
