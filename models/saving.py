"""The rows of one article and of its comments, and whether it is known already."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from sqlalchemy import Connection, and_, bindparam, insert, or_, select

from models import merging
from models.grounds import left_out_to_json
from models.identity import public_id
from models.merging import Placed
from models.searching import fold, search_key
from models.shapes import ArticleLike, CodedLike, CommentLike
from models.tables import ARTICLE, SOURCE

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
_NEW_SOURCE = insert(SOURCE)
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


def article_row(
    article: ArticleLike, coded: CodedLike, words: str, source: int, load_id: int | None
) -> dict[str, Any]:
    """The row of an article, without its `id`; `source` is the key of its outlet."""
    now = dt.datetime.now(dt.UTC)
    given = article.published is not None
    return {
        "article_id": article_id(article, words),
        "fingerprint": words,
        "url": article.url,
        "title": article.title,
        "text": article.text,
        "lang": article.lang or coded.lang,
        "source_id": source,
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


@dataclass(slots=True)
class CommentRows:
    """One comment as rows: what it is, the countries that it names, the mentions that it is about."""

    comment: dict[str, Any]
    countries: list[dict[str, Any]]
    about: list[dict[str, Any]]


def comment_rows(
    key: int, article: dict[str, Any], outlet: str, comment: CommentLike, placed: Sequence[Placed]
) -> CommentRows:
    """The rows of a comment that is to bear `key`. `placed` are the article's moves, in the coder's order."""
    merging.check_offsets(comment.start, comment.end, article["text"])
    row = {
        "id": key,
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
    countries = [
        {"comment_id": key, "country": code, "position": number}
        for number, code in enumerate(dict.fromkeys(comment.countries))
    ]
    spots = dict.fromkeys((placed[n].mention_id, placed[n].event_id) for n in comment.moves)
    about = [{"comment_id": key, "mention_id": mention, "event_id": event} for mention, event in spots]
    return CommentRows(row, countries, about)
