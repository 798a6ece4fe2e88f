"""The second coder: no tree, only the order of words. Where both agree, a row is sure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from loaders.coding.names import Names
from loaders.coding.scenes import Party
from loaders.coding.sides import NOBODY, Frame, Side
from loaders.coding.syntax import Sentence, Token, Tree
from loaders.coding.triggers import Hit

_WORD = re.compile(r"\w+(?:['’ʻʼ-]\w+)*|[^\w\s]")


def tokens(sentence: Sentence) -> Tree:
    """A bare token list: lemma is the word in lower case, no relations."""
    found = [
        Token(
            i,
            sentence.start + m.start(),
            sentence.start + m.end(),
            m.group(),
            m.group().casefold(),
            "X",
            "dep",
            i,
        )
        for i, m in enumerate(_WORD.finditer(sentence.text))
    ]
    return Tree(sentence, tuple(found), parsed=False)


def trees(sentences: Sequence[Sentence]) -> Iterator[Tree]:
    """Bare token lists of several sentences."""
    return map(tokens, sentences)


def parties_around(names: Names, hit: Hit) -> tuple[list[Party], list[Party]]:
    """Parties named before and after the expression, nearest last and nearest first; places aside."""
    locative = names.lexicon.word("locatives") - set(hit.expression.marks)
    before: dict[str, Party] = {}
    after: dict[str, Party] = {}
    first, last = _stretch(names.tree, hit.head)
    for i in sorted(names.at):
        mention = names.at[i]
        if not first <= i <= last:
            continue
        if i - 1 in names.at and names.at[i - 1] is mention:
            continue
        if _after(names.tree, i) in locative and mention.kind != "person":
            continue
        side = before if i < hit.head else after
        side.pop(mention.code, None) if side is before else None
        side.setdefault(mention.code, Party.of(mention))
    return list(before.values()), list(after.values())


def _stretch(tree: Tree, head: int) -> tuple[int, int]:
    """The part of a sentence between semicolons that a word stands in."""
    cuts = [t.i for t in tree.tokens if t.text == ";"]
    first = max((i for i in cuts if i < head), default=0)
    return first, min((i for i in cuts if i > head), default=len(tree.tokens))


def _after(tree: Tree, i: int) -> str:
    """The word before a mention, articles and the like aside."""
    for token in reversed(tree.tokens[max(0, i - 3) : i]):
        if token.pos not in ("DET", "ADJ", "NUM") and token.text.casefold() not in ("the", "a", "an"):
            return token.text.casefold()
    return ""


def window_frame(names: Names, hit: Hit) -> Frame:
    """Nearest party before acts, nearest after is acted on; "by" or a final verb turn this round."""
    before, after = parties_around(names, hit)
    verb_last = bool(names.lexicon.word("verb_last"))
    pair = hit.expression.roles == "pair"
    if verb_last or (not after and len(before) > 1):
        sides = before[:1], before[1:2]
    else:
        sides = before[-1:], [p for p in after if p.code not in {b.code for b in before[-1:]}][:1]
    doer, target = (Side(tuple(s), "near") if s else NOBODY for s in sides)
    if hit.expression.roles == "reverse":
        doer, target = target, doer
    return Frame(doer, target, pair)


def agrees(frame: Frame, window: Frame) -> bool:
    """Whether both coders found the same pair."""
    parse = set(frame.actor.codes()) | set(frame.counterpart.codes())
    order = set(window.actor.codes()) | set(window.counterpart.codes())
    return len(order) > 1 and order <= parse
