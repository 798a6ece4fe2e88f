"""Who speaks or acts for nobody: experts, traders, villagers, and people whom the vocabulary doesn't know.

What they do is no move of their state, and "he" after one of them is not the president named before.
"""

from __future__ import annotations

from loaders.coding.parties import Names
from loaders.coding.scenes import Party
from loaders.coding.syntax import Token

STRANGER = Party("", "stranger", 0, 0)


def is_private(names: Names, token: Token) -> bool:
    """Whether the phrase headed by the token means a private person or an unknown one without an office."""
    if token.i in names.at or token.i - 1 in names.at:
        return False
    lexicon = names.lexicon
    beside = [token, *names.tree.kids(token.i, "compound", "appos", "flat", "flat:name", "amod")]
    lemmas = {t.lemma for t in beside}
    if lemmas & lexicon.word("private_nouns"):
        return True
    if token.pos != "PROPN" or not token.text[:1].isupper():
        return False
    offices = lexicon.word("person_nouns") | lexicon.word("office_nouns") | lexicon.word("official_nouns")
    if lemmas & offices or any(k in names.at for k in names.tree.subtree(token.i)):
        return False
    return any(k.pos == "PROPN" and k.text[:1].isupper() for k in beside[1:]) or token.dep.startswith("nsubj")
