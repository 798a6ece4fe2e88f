"""Hand-made articles and their coding, saved the way that real ones are: shared by tests of all packages."""

from __future__ import annotations

import datetime as dt
from typing import Any

from loaders.article import Article
from loaders.coding.drafts import CodedArticle, CommentDraft, MoveDraft
from models.store import Store

DAY = dt.date(2026, 3, 17)


def article(text: str, **given: Any) -> Article:
    """An article of The Times of Central Asia of 17 March 2026, but for what is given."""
    given.setdefault("source", "The Times of Central Asia")
    given.setdefault("published", DAY)
    given.setdefault("lang", "en")
    return Article(text=text, **given)


def move(
    text: str, evidence: str, actor: str, action: str, counterpart: str | None, **given: Any
) -> MoveDraft:
    """A move that the sentence `evidence` of `text` asserts; on the day of `DAY` but for what is given."""
    start = text.index(evidence)
    values: dict[str, Any] = {
        "date": DAY,
        "date_precision": "day",
        "date_basis": "explicit",
        "planned_for": None,
        "place": None,
        "actor_name": "",
        "actor_role": "",
        "confidence": 0.8,
        "rule": "test",
        "group": start,
    }
    return MoveDraft(
        actor=actor,
        action=action,
        counterpart=counterpart,
        evidence=evidence,
        start=start,
        end=start + len(evidence),
        **(values | given),
    )


def comment(text: str, words: str, speaker: str, **given: Any) -> CommentDraft:
    """A comment of an expert whose `words` stand in `text`."""
    start = text.index(words)
    values: dict[str, Any] = {
        "role": "political scientist",
        "kind": "expert",
        "outlet": "",
        "mode": "indirect",
        "countries": (),
        "moves": (),
    }
    return CommentDraft(speaker=speaker, text=words, start=start, end=start + len(words), **(values | given))


def coded(*moves: MoveDraft, lang: str = "en", comments: tuple[CommentDraft, ...] = ()) -> CodedArticle:
    """The coding of an article with these moves."""
    return CodedArticle(lang=lang, moves=moves, comments=comments)


def report(
    store: Store, actor: str, action: str, counterpart: str | None, *, date: dt.date = DAY, **given: Any
) -> str:
    """Save an article with one sentence and one move; the article's public id.

    Keywords of `Article` go to the article, others to the move. Each outlet has words of its own.
    """
    for_article = {name: given.pop(name) for name in list(given) if name in Article.__dataclass_fields__}
    source = for_article.setdefault("source", "The Times of Central Asia")
    text = for_article.pop("text", f"{source} on {date}: {actor} {action} {counterpart}.")
    for_article.setdefault("published", date)
    lang = for_article.setdefault("lang", "en")
    told = article(text, **for_article)
    return store.save(
        told, coded(move(text, text, actor, action, counterpart, date=date, **given), lang=lang)
    ).article_id
