"""One move in many words: how Russian outlets of different style tell each of the actions.

A line of tests/gold/russian_wordings.txt or russian_wordings_more.txt is ``KAZ sign CHN | Астана *скрепила
подписью* договор с Пекином.``: the move told, and the sentence, with stars around the words that tell it; or
``- | предложение`` for one that tells no move. Each sentence is coded alone. The first file must be read
whole. Of the second every fifth line is kept aside: no expression is written for it, so that its recall says
what unseen wording can expect.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter

import pytest

from loaders.coding.coder import code
from loaders.gold.keys import move_key
from tests.coded import PUBLISHED, triples
from tests.gold.gold import FOLDER

WORDINGS = [
    line.split(" | ", 1) for line in (FOLDER / "russian_wordings.txt").read_text("utf-8").splitlines()
]
MORE = [
    line.split(" | ", 1) for line in (FOLDER / "russian_wordings_more.txt").read_text("utf-8").splitlines()
]
FIFTH = 4  # lines whose number (from 0) leaves this rest over 5 are kept aside


@pytest.mark.parametrize(("wanted", "text"), WORDINGS)
def test_each_wording_is_read(wanted: str, text: str) -> None:
    actor, action, counterpart = wanted.split(" ", 2)
    key = move_key({"actor": actor, "action": action, "counterpart": counterpart})
    assert key in [move_key({"actor": a, "action": s, "counterpart": c}) for a, s, c in triples(text, "ru")]


def test_fresh_days_without_a_year_stay_fresh_after_background() -> None:
    """A day of this month is news also where the sentence before tells of another year."""
    text = "В 2021 году Узбекистан подписал с Катаром договор. 17 июня Катар передал Узбекистану дроны."
    found = [m.date for m in code(text, lang="ru", published=PUBLISHED).moves if m.action == "exercise"]
    assert found == [dt.date(2025, 6, 17)]


def test_every_action_has_its_wordings() -> None:
    told = Counter(wanted.split()[1] for wanted, _ in WORDINGS)
    assert len(told) == 28
    assert min(told.values()) >= 4
    more = Counter(wanted.split()[1] for wanted, _ in MORE if wanted != "-")
    assert len(more) == 28
    assert min(more.values()) >= 33


def _share(kept: bool, moveless: bool) -> float:
    """Of the lines of the second file that are kept aside or not: those read as they should be."""
    rows = [row for i, row in enumerate(MORE) if (i % 5 == FIFTH) == kept and (row[0] == "-") == moveless]
    return sum(_as_wanted(wanted, text.replace("*", "")) for wanted, text in rows) / len(rows)


def _as_wanted(wanted: str, text: str) -> bool:
    found = [move_key({"actor": a, "action": s, "counterpart": c}) for a, s, c in triples(text, "ru")]
    if wanted == "-":
        return not found
    actor, action, counterpart = wanted.split(" ", 2)
    return move_key({"actor": actor, "action": action, "counterpart": counterpart}) in found


@pytest.mark.parametrize(("kept", "floor"), [(False, 0.85), (True, 0.81)], ids=["tuned", "aside"])
def test_rare_wordings_are_read(kept: bool, floor: float) -> None:
    assert _share(kept, moveless=False) >= floor


@pytest.mark.parametrize(("kept", "floor"), [(False, 0.96), (True, 0.86)], ids=["tuned", "aside"])
def test_sentences_without_a_move_stay_quiet(kept: bool, floor: float) -> None:
    assert _share(kept, moveless=True) >= floor


@pytest.mark.parametrize(
    "text",
    [
        "В Минске заявили, что ответных мер против Кыргызстана не будет.",
        "Боксеры Узбекистана прибыли в Дубай, где сразятся с кубинцами.",
        "Астана отказалась комментировать слова российского депутата.",
        "Газета раскритиковала Казахстан за поставки нефти в Китай.",
    ],
)
def test_what_is_denied_private_or_only_talked_about_is_no_move(text: str) -> None:
    assert triples(text, "ru") == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Из Казахстана были депортированы трое граждан Узбекистана.",
            ("KAZ", "coerce", "UZB"),
        ),
        (
            "Ташкент благодарен правительству Японии, которое передало Узбекистану безвозмездно томограф.",
            ("JPN", "aid", "UZB"),
        ),
        (
            "Талибы заявили, что нанесут удар по Таджикистану, если тот укроет беглецов.",
            ("AFG", "threaten", "TJK"),
        ),
    ],
)
def test_who_acts_is_read_from_the_place_left_the_relative_clause_and_the_condition(
    text: str, wanted: tuple[str, str, str]
) -> None:
    assert wanted in triples(text, "ru")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Рвы копает Туркменистан на узбекской границе.", ("TKM", "mobilise", "UZB")),
        ("Сдать боевиков потребовал у талибов Рахмон.", ("TJK", "demand", "AFG")),
        ("Прекратить поставки грозит Ашхабад Тегерану.", ("TKM", "threaten", "IRN")),
        ("Отозван посол Туркменистана из Баку.", ("TKM", "withdraw", "AZE")),
        ("Указом Токаева введены санкции против банка из Кыргызстана.", ("KAZ", "sanction", "KGZ")),
    ],
)
def test_who_acts_is_read_in_any_order_of_words(text: str, wanted: tuple[str, str, str]) -> None:
    assert wanted in triples(text, "ru")


def test_first_halves_of_compounds_name_their_state() -> None:
    read = triples("Состоялись туркмено-афганские переговоры о газопроводе.", "ru")
    assert {(a, c) for a, _, c in read} == {("TKM", "AFG")}


@pytest.mark.parametrize(
    "text",
    [
        "Граждане Узбекистана чаще всего ездят на заработки в Россию.",
        "Соотечественники из Казахстана приехали в Турцию на отдых.",
    ],
)
def test_journeys_of_ordinary_people_are_no_visits(text: str) -> None:
    assert triples(text, "ru") == []


def test_what_will_be_signed_is_announced() -> None:
    """The auxiliary of a passive tells the future as well as that of an active verb."""
    assert triples("Договор Казахстана с Турцией будет подписан в мае.", "ru") == [("KAZ", "announce", "TUR")]
