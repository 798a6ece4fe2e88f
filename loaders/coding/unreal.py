"""What is only spoken of or ruled out: inverted conditions, gerunds, doubts; infinitives that are done."""

from __future__ import annotations

from loaders.coding.syntax import Token, Tree
from models.vocabulary.actions import action
from models.vocabulary.lexicon import Lexicon

_VERBAL = frozenset({"VERB", "AUX"})
# Steps that a state is asked for: to rule one out is to refuse it.
REFUSABLE = frozenset(
    {"join", "sign", "ratify", "recognise", "extradite", "support", "peacekeep", "ease", "exercise"}
)
_CLAUSE_SUBJECTS = frozenset({"csubj", "csubj:pass"})
_PRESENT = frozenset({"VBZ", "VBP", "VB"})


def _word(token: Token) -> set[str]:
    return {token.lemma, token.text.casefold()}


def unreal(tree: Tree, i: int, lexicon: Lexicon) -> str:
    """The word that keeps the event at token i from being a fact; empty where none does."""
    token = tree.tokens[i]
    if token.pos in _VERBAL:
        return (
            _inverted(tree, token, lexicon)
            or _in_general(tree, token, lexicon)
            or _charged(tree, token, lexicon)
        )
    return _talked_about(tree, token, lexicon)


def _inverted(tree: Tree, token: Token, lexicon: Lexicon) -> str:
    """ "Had Erdogan phoned, they would have listened"."""
    subject = next(tree.kids(token.i, "nsubj", "nsubj:pass"), None)
    for k in tree.kids(token.i, "aux"):
        opens = k.i == 0 or tree.tokens[k.i - 1].text in (",", ";", '"')
        if subject is not None and opens and k.i < subject.i and _word(k) & lexicon.word("anterior"):
            return k.text
    return ""


def _charged(tree: Tree, token: Token, lexicon: Lexicon) -> str:
    """ "Accused Tehran of receiving its leaders": the charge is told, not the deed."""
    while token.dep == "conj" and token.feats.get("Tag") == "VBG" and token.head < token.i:
        token = tree.tokens[token.head]
    above = tree.tokens[token.head]
    gerund = token.feats.get("Tag") == "VBG" and token.dep == "advcl"
    if not gerund or not any(k.lemma == "of" for k in tree.kids(token.i, "mark")):
        return ""
    return above.text if _word(above) & lexicon.word("charging") else ""


def _in_general(tree: Tree, token: Token, lexicon: Lexicon) -> str:
    """ "Signing a pact would tie their hands", "negotiating with them is pointless": no such act is told."""
    if token.dep not in _CLAUSE_SUBJECTS or token.feats.get("Tag") != "VBG":
        return ""
    above = tree.tokens[token.head]
    unsure = lexicon.word("modals") | lexicon.word("reported_futures")
    for k in tree.kids(above.i, "aux"):
        if _word(k) & unsure:
            return k.text
    return above.text if above.feats.get("Tag") in _PRESENT else ""


def _talked_about(tree: Tree, token: Token, lexicon: Lexicon) -> str:
    """ "Talks are overdue", "absent from the meeting", "the visit was put off"."""
    below = token
    for mark in tree.kids(token.i, "case"):  # "в связи со вступлением"
        if any(_word(k) & lexicon.word("occasions") for k in tree.kids(mark.i, "fixed")):
            return mark.text
    paper = tree.tokens[token.head]
    if paper.i != token.i and _word(paper) & lexicon.word("papers"):
        topic = any(_word(k) & lexicon.word("about") for k in tree.kids(token.i, "case"))
        if token.dep == "compound" or (token.dep == "nmod" and topic):
            return paper.text  # "an extradition treaty", "a deal on extradition"
    for above in tree.ancestors(token.i):
        if _word(above) & lexicon.word("unreal"):
            return above.text
        if above.pos not in _VERBAL:
            would = next((k for k in tree.kids(above.i, "aux") if _word(k) & lexicon.word("modals")), None)
            if would is not None and below.dep.startswith("nsubj"):
                return would.text  # "разрыв был бы катастрофой"
            below = above
            continue
        off = any(_word(k) & lexicon.word("off") for k in tree.kids(above.i, "compound:prt", "advmod"))
        if off and _word(above) & lexicon.word("off_verbs") and below.dep in ("obj", "nsubj:pass"):
            return above.text
        if below.dep.startswith("nsubj"):
            for k in tree.kids(above.i, "acomp", "attr", "xcomp"):
                if _word(k) & lexicon.word("unreal"):
                    return k.text
        break
    return ""


def at_home(tree: Tree, i: int, lexicon: Lexicon) -> bool:
    """ "Agreed to stand in the election": the expression at token i is about what a state does at home."""
    about = tree.subtree(i) if tree.parsed else range(i + 1, len(tree.tokens))
    return any(tree.tokens[k].lemma in lexicon.word("home_affairs") for k in about if k > i)


def doubted(tree: Tree, i: int, lexicon: Lexicon) -> str:
    """ "They doubt that Tokyo will keep its word": what people think of a plan is no announcement."""
    below = tree.tokens[i]
    for above in tree.ancestors(i):
        if below.dep not in ("ccomp", "xcomp", "conj", "acl"):
            break
        if below.dep != "conj" and below.i > above.i and _word(above) & lexicon.word("opining"):
            return above.text
        below = above
    return ""


def will_not(tree: Tree, i: int, lexicon: Lexicon) -> bool:
    """ "It will not join": what is ruled out is refused, what only did not happen is not."""
    kids = [k for k in tree.kids(i, "aux", "neg", "advmod") if k.i < i]
    ahead = lexicon.word("futures")
    if tree.tokens[i].lemma in lexicon.word("acknowledging"):
        ahead |= {"do"}
    if any(a.lemma in lexicon.word("reporting") for a in tree.ancestors(i)):
        ahead |= lexicon.word("reported_futures")
    return any(k.lemma in ahead and k.feats.get("Tag") != "VBD" for k in kids) and any(
        {k.lemma, k.text.casefold()} & lexicon.word("negation") for k in kids
    )


def voiced(tree: Tree, below: Token, above: Token, lexicon: Lexicon) -> bool:
    """ "Wrote to ask for coal", "its answer was to ask for proof": the infinitive tells what was done."""
    if below.dep in ("advcl", "xcomp") and _word(above) & lexicon.word("voicing"):
        return bool(_word(below) & lexicon.word("voiced"))
    if below.dep == "xcomp" and _word(above) & lexicon.word("copulas") and above.feats.get("Tag") == "VBD":
        answers = lexicon.word("answering")
        return any(_word(k) & answers for k in tree.kids(above.i, "nsubj"))
    return False


def conditional(tree: Tree, slug: str, lexicon: Lexicon) -> bool:
    """ "Will close the border if ...", "will pull out unless ...": a step with a condition is a threat."""
    name = {"MX": "threat_conditions", "MC": "threat_exceptions"}.get(action(slug).quad, "")
    return any(t.lemma in lexicon.word(name) for t in tree.tokens)


def still_to_come(tree: Tree, token: Token, lexicon: Lexicon) -> bool:
    """ "Talks have yet to begin": "have" with "yet" and an infinitive."""
    if not any(_word(k) & lexicon.word("not_yet") for k in tree.kids(token.i, "advmod")):
        return False
    marks = lexicon.word("infinitive_marks")
    infinitives = (k for k in tree.kids(token.i, "xcomp") if any(m.lemma in marks for m in tree.kids(k.i)))
    return any(infinitives)
