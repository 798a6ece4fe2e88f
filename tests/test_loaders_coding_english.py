"""spaCy's labels become Universal Dependencies, and headlines get their verb back."""

from __future__ import annotations

from loaders.coding.english import parse
from loaders.coding.sentences import split
from loaders.coding.syntax import Tree


def tree(text: str) -> Tree:
    return next(iter(parse(split(text))))


def arcs(text: str) -> set[tuple[str, str, str]]:
    found = tree(text)
    return {(t.text, t.dep, found.tokens[t.head].text) for t in found.tokens}


def test_prepositions_are_case_children_of_their_nouns() -> None:
    assert {("with", "case", "Hungary"), ("Hungary", "obl", "met")} <= arcs("He met with Hungary.")


def test_passive_and_agent() -> None:
    found = arcs("The envoy was summoned by Russia.")
    assert {("envoy", "nsubj:pass", "summoned"), ("Russia", "obl:agent", "summoned")} <= found


def test_offsets_are_those_of_the_article() -> None:
    text = "One. “Kazakhstan” signed."
    second = list(parse(split(text)))[1]
    assert all(text[t.start : t.end] == t.text or t.text in '"' for t in second.tokens)


def test_every_tree_has_no_cycle() -> None:
    for text in ("In and out of the city they went.", "By and large.", "To whom?", "Out of."):
        found = tree(text)
        for token in found.tokens:
            assert len(list(found.ancestors(token.i))) < len(found.tokens)


def test_a_headline_gets_its_verb_back() -> None:
    found = tree(
        "Kazakh foreign ministry summons Ukrainian ambassador Vrublevskyi and protests over his words."
    )
    verb = next(t for t in found.tokens if t.text == "summons")
    assert (verb.pos, verb.lemma) == ("VERB", "summon")
