"""Gold articles through the coder, in the keys that the scorer compares."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import closing
from functools import partial
from typing import Any

from loaders.article import Article, Problem
from loaders.coding.drafts import CodedArticle
from loaders.workers import code_article, coded_in_order


def code(articles: Iterable[Article], workers: int = 1) -> Iterator[dict[str, Any] | Problem]:
    """Each article coded, or the Problem that the coder ran into, in the order given."""
    with closing(coded_in_order(articles, partial(code_article, scope="central-asia"), workers)) as results:
        for article, result in results:
            yield result if isinstance(result, Problem) else as_row(article.id, result)


def as_row(article_id: str, coded: CodedArticle) -> dict[str, Any]:
    """`id`, `events` (with confidence, rule, evidence and its offsets `at`) and `commentary`."""
    events = [
        {
            "actor": move.actor,
            "action": move.action,
            "counterpart": move.counterpart,
            "date": move.date.isoformat(),
            "date_precision": move.date_precision,
            "confidence": move.confidence,
            "rule": move.rule,
            "evidence": move.evidence,
            "at": [move.start, move.end],
        }
        for move in coded.moves
    ]
    comments = [{"speaker": comment.speaker, "text": comment.text} for comment in coded.comments]
    return {"id": article_id, "events": events, "commentary": comments}
