"""Writing one article: its text, its mentions, the events that they belong to, its comments."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from typing import Any
from urllib.parse import urlsplit

from sqlalchemy import Connection, and_, bindparam, insert, or_, select

from models import merging
from models.grounds import left_out_to_json
from models.identity import public_id
from models.searching import fold, search_key
from models.shapes import ArticleLike, CodedLike, CommentLike, Saved
from models.tables import ARTICLE, COMMENT, COMMENT_COUNTRY, COMMENT_EVENT, SOURCE

_KNOWN = select(ARTICLE.c.article_id).where(
    or_(
        ARTICLE.c.article_id == bindparam("public"),
        and_(
            ARTICLE.c.fingerprint == bindparam("words"),
            ARTICLE.c.source_id
            == select(SOURCE.c.id).where(SOURCE.c.name == bindparam("outlet")).scalar_subquery(),
        ),
    )
)
_SOURCE = select(SOURCE.c.id).where(SOURCE.c.name == bindparam("outlet"))
_NEW_SOURCE, _NEW_ARTICLE, _NEW_COMMENT = insert(SOURCE), insert(ARTICLE), insert(COMMENT)
_NEW_COUNTRY, _NEW_ABOUT = insert(COMMENT_COUNTRY), insert(COMMENT_EVENT)
_NOT_WORD = re.compile(r"\W+")
UNKNOWN_OUTLET = "Unknown outlet"


def fingerprint(text: str) -> str:
    """The same for the same words in the same order, whatever the spacing, case and punctuation."""
    return hashlib.blake2b(_NOT_WORD.sub(" ", fold(text)).encode(), digest_size=16).hexdigest()


def article_id(article: ArticleLike, words: str | None = None) -> str:
    """The public id: by address where there is one, else by outlet and `words`, the text's fingerprint."""
    if article.url:
        return public_id("a", "url", article.url)
    return public_id("a", "text", article.source, words or fingerprint(article.text))


def known_article(connection: Connection, article: ArticleLike, words: str | None = None) -> str | None:
    """The public id under which the article has been saved, if it has."""
    words = words or fingerprint(article.text)
    asked = {
        "public": article_id(article, words),
        "words": words,
        "outlet": outlet_name(article),
    }
    found: str | None = connection.scalar(_KNOWN, asked)
    return found


def outlet_name(article: ArticleLike) -> str:
    """The outlet as given; else the domain of the address; else a name that says that nobody knows."""
    domain = (urlsplit(article.url).hostname or "").removeprefix("www.")
    return article.source.strip() or domain or UNKNOWN_OUTLET


def source_id(connection: Connection, name: str, url: str = "") -> int:
    """The key of the outlet with this name, which is registered when it is new."""
    key: int | None = connection.scalar(_SOURCE, {"outlet": name})
    if key is not None:
        return key
    domain = (urlsplit(url).hostname or "").removeprefix("www.")
    row = {"name": name, "domain": domain, "country": "", "language": "", "kind": ""}
    return merging.new_key(connection.execute(_NEW_SOURCE, row))


def save(connection: Connection, article: ArticleLike, coded: CodedLike, load_id: int | None) -> Saved:
    """Write the article with its moves and comments inside the caller's transaction, unless it is known."""
    words = fingerprint(article.text)
    known = known_article(connection, article, words)
    if known is not None:
        return Saved(known, new=False)
    row = _article(connection, article, coded, load_id, words)
    row["id"] = merging.new_key(connection.execute(_NEW_ARTICLE, row))
    placed = merging.place(connection, row, coded.moves)
    for comment in coded.comments:
        _comment(connection, row, comment, placed, outlet_name(article))
    written = len({mention.mention_id for mention in placed})
    return Saved(row["article_id"], new=True, moves=written, comments=len(coded.comments))


def _article(
    connection: Connection, article: ArticleLike, coded: CodedLike, load_id: int | None, words: str
) -> dict[str, Any]:
    now = dt.datetime.now(dt.UTC)
    given = article.published is not None
    return {
        "article_id": article_id(article, words),
        "fingerprint": words,
        "url": article.url,
        "title": article.title,
        "text": article.text,
        "lang": article.lang or coded.lang,
        "source_id": source_id(connection, outlet_name(article), article.url),
        "published": article.published or now.date(),
        "published_basis": article.published_basis if given else merging.LOADED,
        "published_precision": article.published_precision if given else "day",
        "author": article.author,
        "retold": article.retold,
        "search": search_key(article.title, article.author),
        "left_out": left_out_to_json(coded.left_out),
        "load_id": load_id,
        "loaded_at": now,
    }


def _comment(
    connection: Connection,
    article: dict[str, Any],
    comment: CommentLike,
    placed: list[merging.Placed],
    outlet: str,
) -> None:
    """Write a comment and what it is about. `placed` are the article's moves, in the order of the coder."""
    merging.check_offsets(comment.start, comment.end, article["text"])
    row = {
        "comment_id": public_id("c", article["article_id"], str(comment.start), str(comment.end)),
        "article_id": article["id"],
        "source_id": article["source_id"],
        "lang": article["lang"],
        "published": article["published"],
        "speaker": comment.speaker,
        "role": comment.role,
        "kind": comment.kind,
        "outlet": comment.outlet or outlet,
        "mode": comment.mode,
        "text": comment.text,
        "start": comment.start,
        "end": comment.end,
        "search": search_key(comment.text, comment.speaker, comment.role, comment.outlet, article["title"]),
    }
    key = merging.new_key(connection.execute(_NEW_COMMENT, row))
    countries = [
        {"comment_id": key, "country": code, "position": number}
        for number, code in enumerate(dict.fromkeys(comment.countries))
    ]
    about = [
        {"comment_id": key, "mention_id": mention, "event_id": event}
        for mention, event in dict.fromkeys((placed[n].mention_id, placed[n].event_id) for n in comment.moves)
    ]
    if countries:
        connection.execute(_NEW_COUNTRY, countries)
    if about:
        connection.execute(_NEW_ABOUT, about)
