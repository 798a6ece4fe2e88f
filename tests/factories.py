"""Hand-made articles and their coding, saved the way that real ones are: shared by tests of all packages."""

from __future__ import annotations

import datetime as dt
import tempfile
from functools import cache
from pathlib import Path
from typing import Any

from loaders.article import Article
from loaders.coding.drafts import CodedArticle, CommentDraft, MoveDraft
from models.shapes import Figures
from models.store import Store
from tests.databases import SERVER, lent_store

DAY = dt.date(2026, 3, 17)


@cache
def _empty_database() -> bytes:
    """A migrated database without rows: migrating once is enough for all tests of a process."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "empty.sqlite"
        Store.open(str(path)).close()
        return path.read_bytes()


def new_store(folder: Path) -> Store:
    """An empty store: a new file of the folder, or a database of the server where tests run on PostgreSQL."""
    if SERVER:
        return lent_store()
    path = folder / "steppe.sqlite"
    path.write_bytes(_empty_database())
    return Store.open(str(path))


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


PACT = (
    "Kazakhstan joined the Abraham Accords on 6 November 2025. Igor Shestakov noted that it changes little."
)
VISIT_RU = (
    "Токаев прибыл в Ташкент 17 марта 2026 года. Стороны подписали договор. «это новый шаг», сказал Дубнов."
)
VISIT_EN = "President Tokayev arrived in Tashkent. He will visit Dushanbe on 12 April."
BORDER = "Kyrgyzstan and Tajikistan opened two crossings. Beijing criticised the delay."
HOSTILE = '<b>bold</b> ![x](http://evil/p.png). =HYPERLINK("http://evil"): Ashgabat announced a forum.'


def fill(store: Store) -> Store:
    """Save five articles of five outlets in two languages: eight events from 2025 and 2026 (one of them told
    in both languages, one without a counterpart), two comments, one article without a date, one rejection."""
    load = store.start_load("tests/factories.py", "test")
    for told, coding in (_pact(), _visit_in_russian(), _visit_in_english(), _border(), _hostile()):
        store.save(told, coding, load)
    store.reject(load, "broken.html", "No text found", detail="12 bytes", source="Akorda")
    store.finish_load(load, Figures(read=6, new=5, moves=9, comments=2, rejected=1))
    return store


def _pact() -> tuple[Article, CodedArticle]:
    sentence = "Kazakhstan joined the Abraham Accords on 6 November 2025."
    on = {"date": dt.date(2025, 11, 6), "confidence": 0.95}
    said = {"countries": ("KAZ",), "moves": (0,), "outlet": "Vesti.kg"}
    return (
        article(PACT, title="A pact", url="https://example.org/pact", published=dt.date(2025, 11, 7)),
        coded(
            move(PACT, sentence, "KAZ", "join", "Abraham Accords", **on),
            comments=(comment(PACT, "it changes little", "Igor Shestakov", **said),),
        ),
    )


def _visit_in_russian() -> tuple[Article, CodedArticle]:
    came, signed = "Токаев прибыл в Ташкент 17 марта 2026 года.", "Стороны подписали договор."
    who = {"actor_name": "Касым-Жомарт Токаев", "actor_role": "президент", "place": "Ташкент"}
    said = {"role": "политолог", "mode": "direct", "countries": ("KAZ", "UZB"), "moves": (0, 1)}
    return (
        article(VISIT_RU, title="Визит", source="Газета.uz", lang="ru", url="https://example.org/ru"),
        coded(
            move(VISIT_RU, came, "KAZ", "visit", "UZB", **who, confidence=0.7),
            move(VISIT_RU, signed, "KAZ", "sign", "UZB", confidence=0.6),
            comments=(comment(VISIT_RU, "это новый шаг", "Аркадий Дубнов", **said),),
            lang="ru",
        ),
    )


def _visit_in_english() -> tuple[Article, CodedArticle]:
    came, plan = "President Tokayev arrived in Tashkent.", "He will visit Dushanbe on 12 April."
    undated = {"date": DAY + dt.timedelta(1), "date_precision": "published", "date_basis": "published"}
    planned = {"planned_for": dt.date(2026, 4, 12), "actor_name": "Kassym-Jomart Tokayev"}
    return (
        article(VISIT_EN, title="A visit", url="https://example.org/en", published=DAY + dt.timedelta(1)),
        coded(
            move(VISIT_EN, came, "KAZ", "visit", "UZB", **undated, confidence=0.9),
            move(VISIT_EN, plan, "KAZ", "announce", "TJK", **undated, **planned),
        ),
    )


def _border() -> tuple[Article, CodedArticle]:
    opened, blamed = "Kyrgyzstan and Tajikistan opened two crossings.", "Beijing criticised the delay."
    return (
        article(BORDER, title="The border", source="Eurasianet", published=dt.date(2026, 3, 1), retold=True),
        coded(
            move(BORDER, opened, "KGZ", "ease", "TJK", date=dt.date(2026, 3, 1), date_precision="month"),
            move(BORDER, blamed, "CHN", "criticise", "KGZ", date=dt.date(2026, 2, 27), confidence=0.4),
            move(BORDER, blamed, "CHN", "criticise", "TJK", date=dt.date(2026, 2, 27), confidence=0.4),
        ),
    )


def _hostile() -> tuple[Article, CodedArticle]:
    sentence = HOSTILE.partition(". ")[2]
    return (
        article(HOSTILE, title="=1+1", source="@outlet", published=None, published_basis="loaded"),
        coded(move(HOSTILE, sentence, "TKM", "announce", None, date=dt.date(2026, 1, 10))),
    )
