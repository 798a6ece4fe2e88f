"""Where a sentence uses one of the lexicon's expressions: head word and company, by tree or by window."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from loaders.coding.syntax import APART, BASE, JOINED, Token, Tree
from models.vocabulary.lexicon import Lexicon
from models.vocabulary.phrases import Expression, Words

AFTER = 7  # words within which the company follows its head
BEFORE = 6  # words within which it may stand before (passives, relative clauses)
DEPTH = 5  # levels of the tree below the head that belong to the expression
_VERBAL = frozenset({"VERB", "AUX"})
_NOMINAL = frozenset({"NOUN", "PROPN", "ADJ"})
_OTHER_CLAUSE = frozenset({"conj", "advcl", "parataxis", APART, "acl:relcl"})
_BREAKS = frozenset({"PUNCT", "CCONJ", "SCONJ"})
BESIDE = 2  # words within which a preposition or particle belongs to its verb whatever the parse says


@dataclass(frozen=True, slots=True)
class Hit:
    """An expression found: `head` and all `tokens` that belong to it, by index."""

    expression: Expression
    head: int
    tokens: frozenset[int]

    def span(self, tree: Tree) -> tuple[int, int]:
        """Offsets in the article from the first to the last word of the expression."""
        return min(tree.tokens[i].start for i in self.tokens), max(tree.tokens[i].end for i in self.tokens)


def find(tree: Tree, lexicon: Lexicon) -> list[Hit]:
    """The expressions of a sentence; of several at one word the one with the most company."""
    found = []
    for token in tree.tokens:
        best = _at(tree, token, lexicon)
        if best is not None:
            found.append(best)
    kept: list[Hit] = []  # the best first, so that what is itself left out covers nothing
    for hit in sorted(found, key=lambda h: _rank(h.expression, h.tokens), reverse=True):
        if not _covered(tree, hit, kept):
            kept.append(hit)
    return [hit for hit in found if hit in kept and not _covered(tree, hit, kept)]


def _covered(tree: Tree, hit: Hit, others: list[Hit]) -> bool:
    """Whether a better expression shares words with this one ("visit" in "pay a visit")."""
    for other in others:
        if other is hit or not other.tokens & hit.tokens:
            continue
        above, below = hit.head in other.tokens, other.head in hit.tokens
        if above != below:
            longer = hit.expression.kind == "verb" and len(hit.tokens) > len(other.tokens)
            if above and not (other.expression.kind == "noun" and longer):
                return True  # "expel" in "refused to expel"
        elif _governs(tree, hit.head, other.head):
            continue  # "declined to take up the offer": both share the offer, the refusal decides
        elif _rank(other.expression, other.tokens) > _rank(hit.expression, hit.tokens):
            return True
    return False


def _governs(tree: Tree, upper: int, lower: int) -> bool:
    """Whether the lower word is a verb in the complement of the upper one."""
    below = tree.tokens[lower]
    return tree.parsed and below.pos == "VERB" and below.dep == "xcomp" and below.head == upper


def _kinds(tree: Tree, token: Token) -> frozenset[str]:
    if not tree.parsed:
        return frozenset({"verb", "noun"})
    kinds = set()
    attribute = token.dep == "amod" and token.feats.get("Tag") == "VBN" and not any(tree.kids(token.i))
    if attribute and tree.tokens[token.head].pos == "NOUN":
        pass  # "banned organisations", "disputed stretches": what they are, not what was done
    elif (token.pos in _VERBAL and not token.dep.startswith("aux")) or (
        token.pos == "ADJ" and token.feats.get("VerbForm") == "Part"
    ):
        kinds.add("verb")
    if token.pos in _NOMINAL or token.feats.get("Tag") == "VBG" or JOINED in token.feats:
        kinds.add("noun")
    return frozenset(kinds)


def forms(token: Token) -> tuple[str, ...]:
    """What an expression may be compared with: the lemma, the word as it stands, the noun in a compound."""
    inner = token.feats.get(BASE)
    return (token.lemma, token.text.casefold(), inner) if inner else (token.lemma, token.text.casefold())


def has(words: Words, token: Token) -> bool:
    """Whether the word, or the hyphened word that it is part of, is one of the alternatives."""
    joined = token.feats.get(JOINED)
    return any(form in words for form in forms(token)) or (joined is not None and joined in words)


def run(tree: Tree, words: Words, i: int) -> tuple[int, ...]:
    """Indices of the alternative that starts at word i: one word or several; none where none does."""
    if has(words, tree.tokens[i]):
        return (i,)
    for parts in words.runs:
        following = tree.tokens[i : i + len(parts)]
        if len(following) == len(parts) and all(
            part in forms(token) for part, token in zip(parts, following, strict=True)
        ):
            return tuple(range(i, i + len(parts)))
    return ()


def has_any(tree: Tree, indices: Iterable[int], lemmas: frozenset[str]) -> bool:
    """Whether one of the words is among the lemmas."""
    return any(set(forms(tree.tokens[i])) & lemmas for i in indices)


def _candidates(tree: Tree, token: Token, lexicon: Lexicon) -> Iterator[Expression]:
    for form in dict.fromkeys(forms(token)):
        yield from lexicon.candidates(form)
    joined = token.feats.get(JOINED)
    if joined is not None and tree.tokens[token.head].feats.get(JOINED) != joined:
        yield from lexicon.candidates(joined)


def _at(tree: Tree, token: Token, lexicon: Lexicon) -> Hit | None:
    kinds: frozenset[str] | None = None
    near: list[int] | None = None
    said: frozenset[str] = frozenset()
    best: Hit | None = None
    for expression in _candidates(tree, token, lexicon):
        kinds = _kinds(tree, token) if kinds is None else kinds
        if expression.kind not in kinds:
            continue
        if near is None:
            near = reach(tree, token.i)
            said = _forms_of(tree, near)
        if any(_absent(words, said) for words in expression.company):
            continue  # most expressions end here, before the tree is asked
        tokens = _company(tree, token, expression, near)
        if tokens is not None and _mere_occasion(tree, token, tokens, expression, lexicon):
            continue
        if tokens is None or any(run(tree, expression.blocked, i) for i in near):
            continue
        if best is None or _rank(expression, tokens) > _rank(best.expression, best.tokens):
            best = Hit(expression, token.i, tokens)
    return best


def _forms_of(tree: Tree, indices: Iterable[int]) -> frozenset[str]:
    """All that the words may be compared with."""
    found = {form for i in indices for form in forms(tree.tokens[i])}
    joined = (tree.tokens[i].feats.get(JOINED) for i in indices)
    return frozenset(found | {word for word in joined if word})


def _absent(words: Words, said: frozenset[str]) -> bool:
    """Whether none of the alternatives can be there."""
    return not words.begins and not words.runs and words.whole.isdisjoint(said)


def _rank(expression: Expression, tokens: frozenset[int]) -> tuple[bool, int, float]:
    return not expression.future, len(tokens), expression.weight


def reach(tree: Tree, head: int) -> list[int]:
    """Words that may belong to an expression with this head: below it in the tree, or close by."""
    near = {i for i in range(head - BEFORE, head + AFTER + 1) if 0 <= i < len(tree.tokens) and i != head}
    if not tree.parsed:
        return sorted(near)
    below: set[int] = set()
    waiting = [(head, 0)]
    while waiting:
        at, depth = waiting.pop()
        for child in tree.kids(at):
            said_before = (
                child.dep == "ccomp" and child.i < at
            )  # "..., he said": what was said is not his word
            if (
                depth < DEPTH
                and not said_before
                and not (child.dep in _OTHER_CLAUSE and child.pos in _VERBAL)
            ):
                below.add(child.i)
                waiting.append((child.i, depth + 1))
    token = tree.tokens[head]
    if token.dep in ("xcomp", "conj", "ccomp", "advcl") and not any(tree.kids(head, "nsubj", "nsubj:pass")):
        below.update(_subject_above(tree, head))
    if token.dep in ("acl", "acl:relcl", "amod", "nsubj", "nsubj:pass", "obj", "obl"):
        below.add(token.head)
    return sorted(below | _run(tree, head))


def _run(tree: Tree, head: int) -> set[int]:
    """Words after the head up to the next verb or comma: "handed over to Osh a man wanted for ..."."""
    found: set[int] = set()
    for token in tree.tokens[head + 1 : head + AFTER + 1]:
        if token.i > head + 3 and (token.pos in _BREAKS or token.pos in _VERBAL):
            break
        found.add(token.i)
    return found


def _subject_above(tree: Tree, head: int) -> set[int]:
    """The subject that a controlled verb borrows: "the contingent starts to leave"."""
    for above in tree.ancestors(head):
        for subject in tree.kids(above.i, "nsubj", "nsubj:pass"):
            return {subject.i, *tree.children[subject.i]}
        if above.dep not in ("xcomp", "conj", "ccomp", "advcl"):
            break
    return set()


def _joined(tree: Tree, head: Token, i: int, used: set[int]) -> bool:
    """Whether a preposition or particle belongs to this head or to a word of the expression found before."""
    token = tree.tokens[i]
    if not tree.parsed or token.pos not in ("ADP", "PART") or 0 < i - head.i <= BESIDE:
        return True
    above = tree.tokens[token.head]
    if head.i in (token.head, above.head) or above.head in used:
        return True
    object_ = tree.tokens[above.head]  # "cast his vote for the bid": the parser hangs "for" on the vote
    return object_.head == head.i and object_.dep in ("obj", "nsubj:pass")


def _whole(tree: Tree, head: Token, expression: Expression) -> set[int]:
    """The head, with all parts of its hyphened word where that is what the expression names."""
    word = head.feats.get(JOINED)
    if word is None or word not in expression.head:
        return {head.i}
    near = range(max(0, head.i - BEFORE), min(len(tree.tokens), head.i + BEFORE + 1))
    return {i for i in near if tree.tokens[i].feats.get(JOINED) == word}


def _without_subject(tree: Tree, head: Token, near: list[int]) -> list[int]:
    """ "The president welcomed the decision": who receives is none of those received."""
    subject = {i for k in tree.kids(head.i, "nsubj") for i in tree.subtree(k.i)}
    return [i for i in near if i not in subject]


def _mere_occasion(
    tree: Tree, head: Token, tokens: frozenset[int], expression: Expression, lexicon: Lexicon
) -> bool:
    """ "Troops sent at its request", "it came after a visit": the noun tells why or when, not what."""
    if not tree.parsed:
        return False
    if expression.kind == "noun":  # "the force sent in at its request": sending is no part of the asking
        at = any(k.lemma == "at" for k in tree.kids(head.i, "case"))
        return at and head.lemma in lexicon.word("occasion_nouns") and bool(tokens & set(_above(tree, head)))
    speakers = {i for k in tree.kids(head.i, "nsubj") for i in tree.subtree(k.i)}
    if head.dep == "parataxis" and head.lemma in lexicon.word("reporting") and tokens - {head.i} <= speakers:
        return True  # "a delegation came, diplomats recall, with a message"
    for i in tokens:
        token = tree.tokens[i]
        if token.pos != "NOUN":
            continue
        for case in tree.kids(i, "case"):
            if case.i in tokens:
                continue
            at = case.lemma == "at" and token.lemma in lexicon.word("occasion_nouns")
            if at or case.lemma in lexicon.word("occasions"):
                return True
    return False


def _above(tree: Tree, token: Token) -> list[int]:
    return [above.i for above in tree.ancestors(token.i)]


def _without_clauses_of_subject(tree: Tree, head: Token, near: list[int]) -> list[int]:
    """ "The entry, made with the support of X, shows that": what the subject's own clause says is apart."""
    said = {
        i
        for subject in tree.kids(head.i, "nsubj")
        for k in tree.subtree(subject.i)
        if tree.tokens[k].dep in ("acl", "acl:relcl")
        for i in tree.subtree(k)
    }
    return [i for i in near if i not in said] if said else near


def _company(tree: Tree, head: Token, expression: Expression, near: list[int]) -> frozenset[int] | None:
    """Indices of the whole expression, or None where some of its company is missing."""
    used = _whole(tree, head, expression)
    if expression.roles == "reverse" and head.pos == "VERB":
        near = _without_subject(tree, head, near)
    elif head.pos == "VERB":
        near = _without_clauses_of_subject(tree, head, near)
    for words in expression.company:
        there = [
            r for i in near if i not in used and (r := run(tree, words, i)) and _joined(tree, head, i, used)
        ]
        if not there:
            return None
        nearest = min(there, key=lambda r: (r[0] < head.i, abs(r[0] - head.i)))
        used.update(nearest)
    return frozenset(used)
