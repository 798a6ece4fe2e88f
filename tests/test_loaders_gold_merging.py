"""Merging measured: moves of one pair in one month stay apart, reports of one move meet."""

from __future__ import annotations

from typing import Any

from loaders.gold import merging


def told(
    name: str, date: str, precision: str = "day", links: tuple[str, ...] = (), lang: str = "en"
) -> dict[str, Any]:
    event = {
        "actor": "KAZ",
        "action": "meet",
        "counterpart": "CHN",
        "date": date,
        "date_precision": precision,
    }
    return {
        "id": name,
        "lang": lang,
        "published": "2025-06-20",
        "text": f"{name} tells it.",
        "events": [event],
        "same_move_as": list(links),
    }


def test_reports_in_any_language_meet_and_other_moves_of_the_month_do_not() -> None:
    gold = [
        told("a", "2025-06-03", links=("b",)),
        told("b", "2025-06-03", links=("a",), lang="ru"),
        told("c", "2025-06-17"),
        told("d", "2025-06-01", "month"),
        told("e", "2025-06-20", "published"),
    ]
    found = merging.figures(gold, {row["id"]: row for row in gold})
    assert found == {"p": 1.0, "r": 1.0, "f1": 1.0, "gold": 1, "coded": 1}


def test_a_report_that_was_not_coded_is_a_pair_missed() -> None:
    gold = [told("a", "2025-06-03", links=("b",)), told("b", "2025-06-03", links=("a", "elsewhere"))]
    found = merging.figures(gold, {"a": gold[0]})
    assert (found["gold"], found["coded"], found["f1"]) == (1, 0, 0.0)


def test_moves_put_together_wrongly_cost_precision() -> None:
    gold = [told("a", "2025-06-03"), told("b", "2025-06-04")]
    late = gold[1] | {"events": gold[0]["events"]}
    assert merging.figures(gold, {"a": gold[0], "b": late})["p"] == 0.0
