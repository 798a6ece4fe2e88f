"""Russian sentences into the neutral shape: slovnet's tagger and parser, lemmas from pymorphy3.

The models are the ones inside natasha's wheel. natasha itself is not imported: it would import pymorphy2,
which needs pkg_resources, gone from current setuptools. slovnet, navec and razdel, on which natasha stands,
read the same files. Their labels are Universal Dependencies already.
"""

from __future__ import annotations

import importlib.util
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from razdel import tokenize

from loaders.coding.russian_repairs import repair
from loaders.coding.russian_words import base, lemmatise, reading
from loaders.coding.syntax import BASE, NO_FEATS, Sentence, Token, Tree

LONGEST = 120  # tokens; what is longer is a table or a list, and costs the parser the square of its length


def _data() -> Path:
    spec = importlib.util.find_spec("natasha")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("natasha is not installed: run `make setup`")
    return Path(spec.origin).parent / "data"


@cache
def _meanings() -> Any:
    """Vectors of 250,000 Russian words, which tagger and parser stand on."""
    from navec import Navec

    return Navec.load(str(_data() / "emb" / "navec_news_v1_1B_250K_300d_100q.tar"))


def meaning(word: str) -> Any:
    """The vector of a word (300 numbers), or None where the table does not have it."""
    return _meanings().get(_plain(word.casefold()))


@cache
def _models() -> tuple[Any, Any]:
    """Tagger and parser, loaded once in a process."""
    from slovnet import Morph, Syntax
    from threadpoolctl import threadpool_limits

    # Slovnet multiplies small matrices: several BLAS threads wait for one another and made it five times
    # slower on two cores (4.2 against 20.6 articles a second). Parallel work is done by processes.
    threadpool_limits(limits=1, user_api="blas")
    models = _data() / "model"
    tagger = Morph.load(str(models / "slovnet_morph_news_v1.tar"), batch_size=16)
    parser = Syntax.load(str(models / "slovnet_syntax_news_v1.tar"), batch_size=16)
    return tagger.navec(_meanings()), parser.navec(_meanings())


def load() -> None:
    """Load the models now, so that the first article is not the slow one."""
    _models()
    lemmatise("слово", "NOUN", "Nom", "")


def parse(sentences: Sequence[Sentence]) -> list[Tree]:
    """One tree a sentence, in the order given. Offsets are those of the article."""
    pieces = [list(tokenize(s.text)) for s in sentences]
    order = sorted((i for i, p in enumerate(pieces) if 0 < len(p) <= LONGEST), key=lambda i: len(pieces[i]))
    words = [[_plain(t.text) for t in pieces[i]] for i in order]
    tagger, parser = _models()
    found: dict[int, Tree] = {}
    for i, tags, links in zip(order, tagger.map(words), parser.map(words), strict=True):
        found[i] = _tree(sentences[i], pieces[i], tags.tokens, links.tokens)
    return [found.get(i) or _bare(s, pieces[i]) for i, s in enumerate(sentences)]


def tokens(sentence: Sentence) -> Tree:
    """The words of a sentence with lemmas, without a parse: every word hangs on the first."""
    return _bare(sentence, list(tokenize(sentence.text)))


def _tree(sentence: Sentence, pieces: Sequence[Any], tags: Sequence[Any], links: Sequence[Any]) -> Tree:
    heads, deps = _links(links)
    made = []
    for i, (piece, tag) in enumerate(zip(pieces, tags, strict=True)):
        pos, feats = reading(piece.text, i == 0, tag.pos, tag.feats or NO_FEATS)
        lemma = lemmatise(
            piece.text, pos, feats.get("Case", ""), feats.get("VerbForm", ""), feats.get("Mood", "")
        )
        if pos in ("NOUN", "PROPN") and (inner := base(piece.text)):
            feats = {**feats, BASE: inner}
        start = sentence.start + piece.start
        end = sentence.start + piece.stop
        made.append(Token(i, start, end, piece.text, lemma, pos, deps[i], heads[i], feats))
    return Tree(sentence, tuple(repair(made)))


def _plain(word: str) -> str:
    """The models were trained on text without ё: with it they take "заключённое" for an active form."""
    return word.replace("ё", "е").replace("Ё", "Е")


def _links(links: Iterable[Any]) -> tuple[list[int], list[str]]:
    """Heads counted from 0, the root's head itself; a second root or a loop is hung on the root."""
    heads, deps = [], []
    for i, link in enumerate(links):
        head = int(link.head_id) - 1
        heads.append(i if head < 0 else head)
        deps.append(link.rel)
    size = len(heads)
    root = next((i for i in range(size) if heads[i] == i and deps[i] == "root"), 0)
    heads[root], deps[root] = root, "root"
    for i in range(size):
        if i != root and (heads[i] == i or heads[i] >= size):
            heads[i], deps[i] = root, "parataxis"
    for i in range(size):
        seen, k = {i}, i
        while heads[k] != k:
            k = heads[k]
            if k in seen:
                heads[k], deps[k] = root, "parataxis"
                break
            seen.add(k)
    return heads, deps


def _bare(sentence: Sentence, pieces: Sequence[Any]) -> Tree:
    made = tuple(
        Token(
            i,
            sentence.start + p.start,
            sentence.start + p.stop,
            p.text,
            lemmatise(p.text, "", "", ""),
            "X",
            "dep" if i else "root",
            0,
        )
        for i, p in enumerate(pieces)
    )
    return Tree(sentence, made, parsed=False)
