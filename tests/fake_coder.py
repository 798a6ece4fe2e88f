"""A coder for tests of what is around it. Light to import: worker processes load it."""

from __future__ import annotations

import os
from datetime import date

from loaders.article import Article
from loaders.coding.drafts import CodedArticle, CommentDraft, MoveDraft

SENTENCE = "Kazakhstan joined the Abraham Accords on Thursday, the foreign ministry said."


def move(text: str, published: date, start: int = 0) -> MoveDraft:
    return MoveDraft(
        actor="KAZ", action="join", counterpart="Abraham Accords", date=published, date_precision="day",
        date_basis="explicit", planned_for=None, place=None, actor_name="Kazakhstan", actor_role="",
        evidence=text[start:], start=start, end=len(text), confidence=0.9, rule="fake", group=0,
    )  # fmt: skip


def fake(article: Article) -> CodedArticle:
    """Every article is one move and one comment; some words bring the coder to its limits."""
    if "raise" in article.text:
        raise ValueError("cannot take this")
    if "crash" in article.text:
        os._exit(1)
    assert article.published
    comment = CommentDraft(
        "A. Expert", "analyst", "expert", "", "indirect", article.text, 0, len(article.text), ("KAZ",), (0,)
    )
    return CodedArticle(article.lang or "", (move(article.text, article.published),), (comment,))
