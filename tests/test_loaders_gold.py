"""The scorer against figures worked out by hand, and what it makes of errors."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

import pytest

from loaders.gold import errors, tables
from loaders.gold.keys import match_comments, move_key, same_day
from loaders.gold.report import measure
from loaders.gold.score import lenient, score

Event = dict[str, Any]


def event(told: str, day: str = "2025-05-01", **more: Any) -> Event:
    """`KAZ sign CHN` to a row."""
    actor, action, *other = told.split(" ", 2)
    return {"actor": actor, "action": action, "counterpart": other[0] if other else None, "date": day, **more}


def article(name: str, *events: Event, said: Sequence[tuple[str, str]] = (), **more: Any) -> dict[str, Any]:
    comments = [{"speaker": speaker, "text": text} for speaker, text in said]
    return {"id": name, "lang": "en", "events": list(events), "commentary": comments, **more}


GOLD = [
    article(
        "a",
        event("KAZ sign CHN"),
        event("KAZ meet CHN"),
        event("RUS visit UZB", date_precision="month"),
        event("KAZ join Abraham Accords", "2025-05-02"),
        said=[("Marat Ibraev", "the pact changes little for us"), ("Leyla Karimova", "trade will grow")],
    ),
    article("b"),
    article("c"),
]
CODED = {
    "a": article(
        "a",
        event("CHN sign KAZ"),  # symmetric: right; right day
        event("KAZ negotiate CHN"),  # same class: quad right, move wrong
        event("UZB visit RUS"),  # turned round: only the dyad is right
        event("KAZ join the Abraham Accords", "2025-05-03"),  # right, wrong day
        event("KAZ aid AFG"),  # nowhere in the gold
        said=[("Ibraev", "the pact changes very little"), ("Karimova", "nobody knows")],
    ),
    "b": article("b", event("KGZ call RUS")),
}


def test_figures_are_those_worked_out_by_hand() -> None:
    figures = score(GOLD, CODED)
    # moves: sign and join are right, of 4 wanted and 6 coded
    assert figures["move"] == {"p": 0.333, "r": 0.5, "f1": 0.4, "gold": 4, "coded": 6}
    # and meet, read as negotiate
    assert figures["quad"] == {"p": 0.5, "r": 0.75, "f1": 0.6, "gold": 4, "coded": 6}
    # and the visit
    assert figures["dyad"] == {"p": 0.667, "r": 1.0, "f1": 0.8, "gold": 4, "coded": 6}
    # sign has its day, join does not
    assert figures["date"] == 0.5
    # b was spoilt, c is not coded at all
    assert figures["quiet"] == 0.5
    # of six and five words four are shared, which is enough; the other comment shares none
    assert figures["said"] == {"p": 0.5, "r": 0.5, "f1": 0.5, "gold": 2, "coded": 2}
    assert figures["who"]["f1"] == 1.0
    assert figures["articles"] == 3


def test_nothing_wanted_or_coded_is_no_division_by_zero() -> None:
    figures = score([article("b")], {})
    assert figures["move"] == {"p": 0.0, "r": 0.0, "f1": 0.0, "gold": 0, "coded": 0}
    assert figures["date"] is None
    assert figures["quiet"] == 1.0
    assert score([], {})["quiet"] is None


def test_a_gold_move_is_hit_once() -> None:
    twice = {"a": article("a", event("KAZ sign CHN"), event("KAZ sign CHN"))}
    assert score([article("a", event("KAZ sign CHN"))], twice)["move"]["p"] == 0.5


def test_parties_are_compared_without_accents_case_and_article() -> None:
    assert move_key(event("KAZ join The Pact")) == move_key(event("kaz join  pact"))
    assert move_key(event("CHN meet KAZ")) == move_key(event("KAZ meet CHN"))
    assert move_key(event("CHN visit KAZ")) != move_key(event("KAZ visit CHN"))


@pytest.mark.parametrize(
    ("precision", "coded", "right"),
    [
        ("day", "2025-05-01", True),
        ("day", "2025-05-02", False),
        ("published", "2025-05-02", False),
        ("month", "2025-05-30", True),
        ("month", "2025-06-01", False),
        ("year", "2025-12-31", True),
        (None, "2025-05-30", False),
    ],
)
def test_a_day_is_compared_as_exactly_as_the_gold_knows_it(
    precision: str | None, coded: str, right: bool
) -> None:
    gold = event("KAZ sign CHN", "2025-05-01", date_precision=precision)
    assert same_day(gold, event("KAZ sign CHN", coded)) is right


def test_comments_match_one_to_one_the_best_first() -> None:
    gold = [{"speaker": "A B", "text": "one two three"}, {"speaker": "A B", "text": "four five six"}]
    coded = [{"speaker": "B", "text": "one two three four"}, {"speaker": "B", "text": "one two three"}]
    assert match_comments(gold, coded, 0.5) == 1
    assert match_comments(gold, coded, 0.0) == 2
    assert match_comments(gold, [{"speaker": "C", "text": "one two three"}], 0.0) == 0


class TestArguable:
    optional: ClassVar[dict[str, Any]] = {
        "optional_events": [event("KAZ meet RUS")],
        "optional_commentary": [{"speaker": "A B", "text": "well well well"}],
        "alternatives": [{"gold": event("KAZ aid AFG"), "alternative": event("KAZ trade AFG")}],
    }
    gold = article("a", event("KAZ aid AFG"))

    def test_optional_rows_count_neither_way(self) -> None:
        coded = article("a", event("RUS meet KAZ"), event("KAZ aid AFG"), said=[("B", "well well")])
        left = lenient(self.gold, coded, self.optional)
        assert left["events"] == [event("KAZ aid AFG")]
        assert left["commentary"] == []

    def test_an_optional_row_is_spared_once(self) -> None:
        coded = article("a", event("RUS meet KAZ"), event("RUS meet KAZ"))
        assert len(lenient(self.gold, coded, self.optional)["events"]) == 1

    def test_an_alternative_counts_as_the_gold_and_keeps_its_confidence(self) -> None:
        coded = article("a", event("AFG trade KAZ", "2020-01-01", confidence=0.7))
        (row,) = lenient(self.gold, coded, self.optional)["events"]
        assert row == {**event("KAZ aid AFG"), "confidence": 0.7}

    def test_an_alternative_beside_the_gold_row_stays_wrong(self) -> None:
        coded = article("a", event("KAZ trade AFG"), event("KAZ aid AFG"))
        found = lenient(self.gold, coded, self.optional)["events"]
        assert [row["action"] for row in found] == ["trade", "aid"]

    def test_what_stands_in_the_line_and_in_the_file_both_count(self) -> None:
        gold = {**self.gold, "optional_events": [event("KGZ call RUS")]}
        coded = article("a", event("KAZ aid AFG"), event("KGZ call RUS"), event("KAZ meet RUS"))
        assert measure([gold], {"a": coded}, {"a": self.optional}).figures["move"]["p"] == 1.0
        assert measure([gold], {"a": coded}, {}).figures["move"]["p"] == 0.5


class TestErrors:
    @pytest.mark.parametrize(
        ("gold", "coded", "kinds"),
        [
            ("KAZ sign CHN", "", ["missed"]),
            ("", "KAZ sign CHN", ["false"]),
            ("KAZ meet CHN", "CHN negotiate KAZ", ["action"]),
            ("KAZ visit CHN", "CHN visit KAZ", ["direction"]),
            ("KAZ visit CHN", "KAZ visit RUS", ["counterpart"]),
            ("KAZ announce", "KAZ announce RUS", ["counterpart"]),
            ("KAZ visit CHN", "UZB visit CHN", ["actor"]),
            ("KAZ sign CHN", "CHN sign RUS", ["actor"]),
            ("KAZ sign CHN", "KAZ sign RUS", ["counterpart"]),
            ("KAZ visit CHN", "UZB sign RUS", ["missed", "false"]),
        ],
    )
    def test_kinds(self, gold: str, coded: str, kinds: list[str]) -> None:
        one = article("a", *([event(gold)] if gold else []))
        found = errors.errors([one], {"a": article("a", *([event(coded)] if coded else []))})
        assert [error.kind for error in found] == kinds

    def test_rows_of_other_sentences_are_missed_and_false(self) -> None:
        gold = article("a", event("KAZ meet CHN", evidence="Tokayev received the minister in May."))
        coded = article("a", event("KAZ aid CHN", evidence="Grain was sent to the flooded provinces."))
        assert [e.kind for e in errors.errors([gold], {"a": coded})] == ["missed", "false"]
        coded["events"][0]["evidence"] = "Tokayev received the minister in May, it was said."
        assert [e.kind for e in errors.errors([gold], {"a": coded})] == ["action"]

    def test_a_row_is_used_once(self) -> None:
        gold = [article("a", event("KAZ visit CHN"), event("KAZ visit RUS"))]
        found = errors.errors(gold, {"a": article("a", event("KAZ visit UZB"))})
        assert sorted(e.kind for e in found) == ["counterpart", "missed"]

    def test_every_wrong_row_and_every_missed_move_is_in_exactly_one_error(self) -> None:
        found = errors.errors(GOLD, CODED)
        kinds = {"action": 1, "direction": 1, "day": 1, "false": 2, "missed": 0, "counterpart": 0, "actor": 0}
        assert errors.by_kind(found) == kinds
        assert errors.mixed_up(found) == {("meet", "negotiate"): 1}
        move = score(GOLD, CODED)["move"]
        right = round(move["p"] * move["coded"])
        assert sum(e.coded is not None for e in found if e.kind != "day") == move["coded"] - right
        assert sum(e.gold is not None for e in found if e.kind != "day") == move["gold"] - right


class TestTables:
    def test_actions_in_the_order_of_the_codebook(self) -> None:
        found = tables.by_action(GOLD, CODED)
        assert list(found) == ["meet", "call", "visit", "negotiate", "sign", "join", "aid"]
        assert found["sign"] == {"p": 1.0, "r": 1.0, "f1": 1.0, "gold": 1, "coded": 1}
        assert found["visit"] == {"p": 0.0, "r": 0.0, "f1": 0.0, "gold": 1, "coded": 1}
        assert sum(f["gold"] for f in found.values()) == 4

    def test_quads(self) -> None:
        found = tables.by_quad(GOLD, CODED)
        assert found["VC"] == {"p": 0.6, "r": 0.75, "f1": 0.667, "gold": 4, "coded": 5}
        assert found["MC"]["coded"] == 1

    def test_the_confusion_holds_every_row(self) -> None:
        cells = tables.confusion(GOLD, CODED, errors.errors(GOLD, CODED))
        assert cells == {
            ("sign", "sign"): 1,
            ("join", "join"): 1,
            ("meet", "negotiate"): 1,
            ("visit", ""): 1,
            ("", "visit"): 1,
            ("", "aid"): 1,
            ("", "call"): 1,
        }

    def test_confidence_by_bin(self) -> None:
        gold = [article("a", event("KAZ sign CHN"), event("KAZ meet CHN"))]
        rows = [("KAZ sign CHN", 0.8), ("KAZ meet CHN", 1.0), ("KAZ aid CHN", 0.84), ("KAZ trade CHN", 0.3)]
        coded = {"a": article("a", *(event(told, confidence=sure) for told, sure in rows))}
        bins = {b["low"]: b for b in tables.calibration(gold, coded)}
        assert bins[0.8] == {"low": 0.8, "high": 0.9, "rows": 2, "right": 1, "confidence": 0.82}
        assert (bins[0.9]["rows"], bins[0.0]["rows"], bins[0.5]["rows"]) == (1, 1, 0)
        assert bins[0.5]["confidence"] is None
        assert tables.sure(gold, coded) == {"from": tables.HIGH, "rows": 4, "high": 3, "right": 2}

    def test_rows_without_confidence_are_left_out(self) -> None:
        assert tables.sure(GOLD, CODED)["rows"] == 0
