"""A small world in which each of the journeys' questions has one right answer, saved beside the other moves.

Kazakhstan and Japan quarrel in 2024 and make friends from June 2025; Japan is the partner with whom there is
more this year than the year before; two experts speak of the newest treaty, one of them elsewhere too;
nothing was read from February to December 2018.
"""

from __future__ import annotations

import datetime as dt

from models.store import Store
from tests import factories

TREATY = (
    "Kazakhstan and Japan signed a treaty on 19 March 2026. Igor Shestakov said the treaty opens a road to "
    "Japanese technology. Dosym Satpayev doubts that it will last."
)
SIGNED = "Kazakhstan and Japan signed a treaty on 19 March 2026."
SIGNED_ON = dt.date(2026, 3, 19)
LOAN = "Kazakhstan met Japan over a loan. Igor Shestakov warned that loans bind small states."


def tell(store: Store) -> None:
    """Save the story."""
    first = {"source": "Akorda", "url": "https://example.org/first", "title": "An early meeting"}
    factories.report(store, "KAZ", "meet", "JPN", date=dt.date(2018, 1, 15), **first)
    for month in (2, 4, 6, 7, 8):
        _between(store, "criticise", dt.date(2024, month, 12))
    for date in (*(dt.date(2025, month, 12) for month in (6, 7, 8, 9, 10, 12)), dt.date(2026, 1, 12)):
        _between(store, "sign", date)
    _treaty(store)
    _loan(store)


def _between(store: Store, action: str, date: dt.date) -> None:
    address = f"https://example.org/japan-{date:%Y-%m}"
    factories.report(
        store, "KAZ", action, "JPN", date=date, source="24.kg", url=address, title=f"On {date:%B}"
    )


def _treaty(store: Store) -> None:
    """The newest move of the two, told by two outlets, with two comments about it."""
    told = factories.article(
        TREATY,
        title="A treaty",
        source="The Astana Times",
        url="https://example.org/treaty",
        published=SIGNED_ON,
    )
    said = {"countries": ("KAZ", "JPN"), "moves": (0,), "outlet": "Vesti.kg"}
    comments = (
        factories.comment(TREATY, "the treaty opens a road to Japanese technology", "Igor Shestakov", **said),
        factories.comment(TREATY, "doubts that it will last", "Dosym Satpayev", **said),
    )
    move = factories.move(TREATY, SIGNED, "KAZ", "sign", "JPN", date=SIGNED_ON, confidence=0.9)
    store.save(told, factories.coded(move, comments=comments))
    again = {"source": "Nikkei", "url": "https://example.org/nikkei", "title": "Tokyo signs"}
    factories.report(store, "KAZ", "sign", "JPN", date=SIGNED_ON, **again)


def _loan(store: Store) -> None:
    """What the same expert says elsewhere."""
    on = dt.date(2025, 9, 3)
    met = LOAN.partition(" Igor")[0]
    said = {"countries": ("KAZ", "JPN"), "moves": (0,), "outlet": "Kabar"}
    told = factories.article(
        LOAN, title="A loan", source="Kabar", url="https://example.org/loan", published=on
    )
    comment = factories.comment(LOAN, "loans bind small states", "Igor Shestakov", **said)
    move = factories.move(LOAN, met, "KAZ", "meet", "JPN", date=on)
    store.save(told, factories.coded(move, comments=(comment,)))
