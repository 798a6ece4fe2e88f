"""Who speaks or acts for nobody: experts, traders, villagers, and people whom the vocabulary doesn't know.

What they do is no move of their state, and "he" after one of them is not the president named before.
"""

from __future__ import annotations

from loaders.coding.names import Names
from loaders.coding.parties import parties_of
from loaders.coding.scenes import Party
from loaders.coding.syntax import JOINED, Token

OFFICES = ("person_nouns", "office_nouns", "official_nouns", "home_nouns", "organisation_nouns")
STRANGER = Party("", "stranger", 0, 0)


def is_private(names: Names, token: Token) -> bool:
    """Whether the phrase headed by the token means a private person or an unknown one without an office."""
    if token.i in names.at:
        return False
    lexicon = names.lexicon
    beside = [token, *names.tree.kids(token.i, "compound", "appos", "flat", "flat:name", "amod")]
    lemmas = {t.lemma for t in beside if JOINED not in t.feats}  # a "150-man detachment" is no man
    if lemmas & lexicon.word("private_nouns") and not _of_organisation(names, token):
        return True
    if token.lemma in lexicon.word("authors") and token.i not in names.quoted:
        return True  # "we call on the government": whoever writes
    if token.i - 1 in names.at or token.text in names.scene.people:
        return False
    if token.pos != "PROPN" or not token.text[:1].isupper():
        return False
    offices = frozenset().union(*map(lexicon.word, OFFICES))
    if lemmas & offices or any(k in names.at for k in names.tree.subtree(token.i)):
        return False
    return any(k.pos == "PROPN" and k.text[:1].isupper() for k in beside[1:]) or token.dep.startswith("nsubj")


def _of_organisation(names: Names, token: Token) -> bool:
    """ "UN experts", "OSCE observers": what they say is said by the organisation."""
    for k in names.tree.kids(token.i, "compound", "nmod:poss", "amod"):
        mention = names.at.get(k.i)
        if mention is not None and mention.kind == "organisation":
            return token.lemma in names.lexicon.word("organisation_people")
    return False


def is_official(names: Names, token: Token) -> bool:
    """Whether an office stands beside a name: "Special Envoy for the EU's Sanctions David O'Sullivan"."""
    offices = names.lexicon.word("person_nouns") | names.lexicon.word("official_nouns")
    beside = [token, *names.tree.kids(token.i, "compound", "appos", "flat", "flat:name", "amod", "nmod")]
    return any({t.lemma, t.text.casefold()} & offices for t in beside)


def introduce(names: Names) -> None:
    """Remember officials whom the vocabulary doesn't know: "Kazakh Energy Minister Almassadam Satkaliyev"."""
    lexicon, scene = names.lexicon, names.scene
    offices = lexicon.word("person_nouns") | lexicon.word("official_nouns")
    for token in names.tree.tokens:
        if token.pos != "PROPN" or not token.text[:1].isupper() or token.i in names.at or len(token.text) < 3:
            continue
        if (
            token.dep in ("compound", "flat", "flat:name", "amod", "nmod:poss")
            or token.text.casefold() in offices
        ):
            continue
        beside = [*names.tree.kids(token.i, "compound", "appos", "amod", "nmod", "flat")]
        words = {w for k in beside for w in (k.lemma, k.text.casefold())}
        words |= {k.lemma for b in beside for k in names.tree.kids(b.i, "compound", "amod")}
        if not words & offices or words & lexicon.word("private_nouns"):
            continue
        found = [p for p in parties_of(names, token.i) if p.code and p.via != "pronoun"]
        code = found[0].code if found else scene.home
        if code:
            scene.people.setdefault(token.text, Party(code, "person", token.start, token.end, token.text))
