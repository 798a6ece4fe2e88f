"""Of whom a clause speaks over a copula: "it was Astana that ...", "was the first to ..."."""

from __future__ import annotations

from loaders.coding.syntax import Token, Tree

_EXPLETIVE = frozenset({"it", "there"})
_PREDICATE = frozenset({"attr", "acomp"})


def behind(tree: Tree, verb: Token) -> Token | None:
    """The word behind a relative pronoun or a predicate, or None where no copula stands between.

    "It was Astana that broke the ice": Astana. "Moscow was the first to recognise it": Moscow.
    "Tokayev was among those who spoke": Tokayev.
    """
    above = tree.tokens[verb.head]
    if verb.dep == "ccomp" and above.lemma == "be":
        if any(k.lemma in _EXPLETIVE for k in tree.kids(above.i, "nsubj")):
            return next(tree.kids(above.i, "attr"), None)
        return None
    if verb.dep not in ("acl", "acl:relcl", "xcomp", "advcl"):
        return None
    copula = tree.tokens[above.head]
    among = above.pos == "PRON" and above.dep in ("obl", "nmod")
    if copula.i == above.i or not (above.dep in _PREDICATE or among) or copula.lemma not in ("be", "become"):
        return None
    subject = next(tree.kids(copula.i, "nsubj"), None)
    return None if subject is None or subject.lemma in _EXPLETIVE else subject
