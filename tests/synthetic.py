"""Many made-up moves with reports and comments, to see how pages bear them:
`python -m tests.synthetic DATABASE [MOVES]`.

Nothing in it happened. Frequencies are uneven as real ones are: few pairs and few outlets make up most of it,
later years are fuller than early ones, one move in thirty is planned, one in ten told by several outlets.
"""

from __future__ import annotations

import datetime as dt
import random
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from loaders.article import Article
from loaders.coding.drafts import CodedArticle, CommentDraft
from models.store import Store
from models.vocabulary import CENTRAL_ASIA, actor_name, actors
from models.vocabulary.actions import QUADS, action_label, actions
from tests import factories

FIRST, LAST = dt.date(1992, 1, 1), dt.date(2026, 11, 20)
OUTLETS = {
    "en": ("The Times of Central Asia", "Akorda", "24.kg", "Asia-Plus", "Gazeta.uz", "Eurasianet", "RFE/RL"),
    "ru": ("Fergana", "24.kg", "Sputnik", "Kazinform", "Asia-Plus", "Kun.uz", "Хроника Туркменистана"),
    "kk": ("Kazinform",),
    "uz": ("Kun.uz", "Gazeta.uz"),
}
LANGS = ("ru", "ru", "ru", "en", "en", "kk", "uz")
FAMILY = ("Shestakov", "Дубнов", "Satpayev", "Боровой", "Pannier", "Усманов", "Collins", "Marat", "Лемон")
GIVEN = ("Igor", "Аркадий", "Dosym", "Анна", "Bruce", "Рустам", "Kathleen", "Erica", "Edward", "Эдвард")
ROLES = ("political scientist", "эксперт", "analyst", "директор института", "foreign minister")
PHRASES = ("it changes little", "the region gains by it", "это новый шаг", "многое зависит от соседей")
BATCH = 400
ACTIONS_IN_MIND = {"meet": 24, "visit": 14, "sign": 12, "trade": 8, "announce": 8, "aid": 7, "negotiate": 6}


def main(database: str, moves: int = 100_000) -> None:
    """Make the database, which must not be there, and fill it."""
    if Path(database).exists():
        sys.exit(f"{database} is there already.")
    with Store.open(database) as store:
        load = store.start_load("synthetic moves")
        pending: list[tuple[Article, CodedArticle]] = []
        for item in reports(moves):
            pending.append(item)
            if len(pending) == BATCH:
                store.save_all(pending, load)
                pending.clear()
        store.save_all(pending, load)


def reports(moves: int, seed: int = 7) -> Iterator[tuple[Article, CodedArticle]]:
    """Articles that tell `moves` moves between them, some of them twice or three times."""
    chance = random.Random(seed)
    others = _others()
    codes, weights = list(others), list(others.values())
    slugs = [slug for slug in actions() if actions()[slug].quad in QUADS]
    often = [ACTIONS_IN_MIND.get(slug, 2) for slug in slugs]
    homes = chance.choices(CENTRAL_ASIA, (40, 22, 12, 6, 30), k=moves)
    for number, home in enumerate(homes):
        other = chance.choices(codes, weights)[0]
        while other == home:
            other = chance.choices(codes, weights)[0]
        pair = (home, other) if chance.random() < 0.75 else (other, home)
        slug = chance.choices(slugs, often)[0]
        day = FIRST + dt.timedelta(days=round((LAST - FIRST).days * chance.random() ** 0.45))
        for copy in range(chance.choices((1, 2, 3), (90, 7, 3))[0]):
            yield _report(chance, number, copy, pair, slug, day)


def _others() -> dict[str, int]:
    """Counterparts and how often they come: the powers most, then the neighbours, then everybody."""
    usual = {"RUS": 300, "CHN": 220, "USA": 120, "TUR": 110, "EU": 90, "IRN": 60, "AFG": 60, "IND": 40}
    usual |= dict.fromkeys(CENTRAL_ASIA, 90)
    return {code: usual.get(code, 2) for code, actor in actors().items() if actor.kind != "group"}


def _report(
    chance: random.Random, number: int, copy: int, pair: tuple[str, str], slug: str, day: dt.date
) -> tuple[Article, CodedArticle]:
    lang = chance.choice(LANGS)
    shelf = OUTLETS[lang]
    outlet = shelf[min(int(chance.expovariate(0.7)), len(shelf) - 1)]
    named = actor_name(pair[0], lang), actor_name(pair[1], lang)
    told = f"{named[0]}: {action_label(slug, lang).lower()}, {named[1]} ({number}), {day.isoformat()}."
    speaker, phrase = f"{chance.choice(GIVEN)} {chance.choice(FAMILY)}", chance.choice(PHRASES)
    precision = chance.choices(("day", "month", "year", "published"), (80, 8, 2, 10))[0]
    planned = day + dt.timedelta(days=chance.randint(5, 90)) if chance.random() < 1 / 30 else None
    said = f"{speaker} noted that {phrase}."
    spoken = chance.random() < 0.3
    text = f"{outlet} {number}.{copy}. {told} {said if spoken else ''}".strip()
    move = factories.move(
        text,
        told,
        pair[0],
        slug,
        pair[1],
        date=_begin(day, precision),
        date_precision=precision,
        date_basis="published" if precision == "published" else "explicit",
        planned_for=planned,
        confidence=round(chance.betavariate(6, 2), 3),
    )
    comments: Sequence[CommentDraft] = ()
    if spoken:
        about = (pair[0],) if pair[0] in CENTRAL_ASIA else (pair[1],)
        comments = (
            factories.comment(
                text,
                phrase,
                speaker,
                role=chance.choice(ROLES),
                kind=chance.choices(("expert", "official"), (4, 1))[0],
                outlet=outlet,
                countries=about,
                moves=(0,),
            ),
        )
    article = factories.article(
        text,
        source=outlet,
        published=min(day + dt.timedelta(days=1), LAST),
        lang=lang,
        title=told[:80],
        url=f"https://example.org/{number}/{copy}",
    )
    return article, factories.coded(move, lang=lang, comments=tuple(comments))


def _begin(day: dt.date, precision: str) -> dt.date:
    """The first day of what is known."""
    return {"month": day.replace(day=1), "year": day.replace(month=1, day=1)}.get(precision, day)


if __name__ == "__main__":
    main(sys.argv[1], *map(int, sys.argv[2:3]))
