"""The gold gate: no figure of any set and language falls, and what ships is what was measured."""

from __future__ import annotations

import json
import os

import pytest

from loaders.gold import merging
from loaders.gold.score import events_of
from models.measured import measured
from tests.gold import ratchet
from tests.gold.gold import FOLDER, articles, sets
from tests.gold.measure import Coded, as_text, code_all, pool_row, rows

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("gold")]  # one worker codes the gold once
GROUPS = [(some.name, " ".join(langs.split())) for some in sets() for langs in some.groups()]


@pytest.fixture(scope="session")
def coded() -> Coded:
    """Every gold article, coded once: by two processes, or here where other tests run beside."""
    return code_all(workers=1 if "PYTEST_XDIST_WORKER" in os.environ else 2)


@pytest.fixture(scope="session")
def figures(coded: Coded) -> dict[tuple[str, str], dict[str, object]]:
    """The figures by set and languages."""
    return {(row["set"], " ".join(row["langs"])): row for row in rows(coded)}


@pytest.mark.parametrize(("name", "langs"), GROUPS)
def test_no_figure_falls(name: str, langs: str, figures: dict[tuple[str, str], dict[str, object]]) -> None:
    fallen = ratchet.fallen(figures[name, langs], ratchet.floors())
    assert not fallen, f"{name} {langs}: now and floor: {fallen}"


def test_reports_of_one_move_become_one_event(coded: Coded) -> None:
    """Across outlets and languages; what the coder does not find can't meet."""
    found = merging.figures(articles(), coded)
    assert found["p"] >= 0.98
    assert found["f1"] >= 0.72


def test_with_right_codes_nearly_all_reports_meet_and_no_others() -> None:
    found = merging.figures(articles(), {article["id"]: article for article in articles()})
    assert found["p"] >= 0.99
    assert found["r"] >= 0.97


def test_every_set_and_language_has_its_floors() -> None:
    listed = {(name, langs) for name, groups in ratchet.floors().items() for langs in groups}
    assert listed == set(GROUPS), "python -m tests.gold.measure --raise adds the floors of a new set"


def test_evidence_stands_in_the_text(coded: Coded) -> None:
    for article in (a for some in sets() for a in some.articles):
        for event in coded[article["id"]]["events"]:
            start, end = event["at"]
            assert article["text"][start:end] == event["evidence"]


def test_the_figures_that_ship_are_those_of_this_version(
    coded: Coded, figures: dict[tuple[str, str], dict[str, object]]
) -> None:
    """About the data shows what `python -m tests.gold.measure --write` found with these very rules."""
    shipped = {(row["set"], " ".join(row["langs"])): row for row in measured()["rows"]}
    assert shipped.keys() == figures.keys()
    for key, row in figures.items():
        known = ratchet.reached(shipped[key])
        assert known == pytest.approx(ratchet.reached(row), abs=0.005), key
    for pool in measured()["pools"]:
        now = pool_row(pool["name"], coded)
        assert pool["sets"] == now["sets"]
        assert pool["figures"]["move"]["f1"] == pytest.approx(now["figures"]["move"]["f1"], abs=0.005)
        assert len(pool["actions"]) == len(now["actions"])


def test_figures_are_written_as_they_are() -> None:
    found = dict(measured())
    assert json.loads(as_text(found)) == found


class TestTheGoldItself:
    def test_every_file_of_articles_is_listed(self) -> None:
        listed = (FOLDER / "sets.yml").read_text(encoding="utf-8")
        told = (FOLDER / "README.md").read_text(encoding="utf-8")
        for path in FOLDER.glob("*.jsonl"):
            assert f": {path.name}\n" in listed, f"{path.name} is measured by nobody: add it to sets.yml"
            assert path.name in told, f"say in README.md what {path.name} is"

    def test_ids_are_unique(self) -> None:
        ids = [article["id"] for some in sets() for article in some.articles]
        assert len(ids) == len(set(ids))

    def test_moves_have_their_evidence_and_a_party_of_the_region(self) -> None:
        region = {"KAZ", "KGZ", "TJK", "TKM", "UZB", "C5", "C5+1"}
        for article in (a for some in sets() for a in some.articles):
            for event in (*events_of(article), *(article.get("optional_events") or ())):
                assert event["evidence"] in article["text"], article["id"]
            for event in events_of(article):  # what is arguable may be so because it has no such party
                assert {event["actor"], event["counterpart"]} & region, (article["id"], event)

    def test_lines_are_sound(self) -> None:
        from loaders.article import Problem
        from loaders.gold.reading import gold_lines, optional_lines

        for path in FOLDER.glob("*.jsonl"):
            read = optional_lines if path.name == "optional.jsonl" else gold_lines
            assert [str(line) for line in read(path) if isinstance(line, Problem)] == []


class TestTheRatchet:
    row = {  # noqa: RUF012
        "set": "s",
        "langs": ["kk", "ky"],
        **{
            name: {"f1": 0.537, "p": 0.5, "r": 0.6, "gold": 100, "coded": 150}
            for name in ("move", "quad", "dyad")
        },
        **{name: {"f1": 0.0, "p": 0.0, "gold": 0, "coded": 3} for name in ("said", "who")},
        "date": 1.0,
        "quiet": None,
        "sure": {"from": 0.73, "rows": 200, "high": 120, "right": 119},
    }

    def test_floors_rise_to_what_holds(self) -> None:
        floors = ratchet.raised({}, [self.row])
        assert floors["s"]["kk ky"] == {
            "move": 0.52,
            "quad": 0.52,
            "dyad": 0.52,
            "date": 0.95,
            "dated": 0.59,
            "sure right": 0.88,
            "sure share": 0.48,
        }

    def test_and_never_fall(self) -> None:
        before = {"s": {"kk ky": {"move": 0.6, "quiet": 0.9}, "other": {"move": 0.1}}}
        after = ratchet.raised(before, [self.row])
        assert after["s"]["kk ky"]["move"] == 0.6
        assert after["s"]["kk ky"]["quiet"] == 0.9
        assert after["s"]["other"] == {"move": 0.1}

    def test_what_stands_below_its_floor_is_named(self) -> None:
        least = {"s": {"kk ky": {"move": 0.54, "dyad": 0.537, "said": 0.2}}}
        assert ratchet.fallen(self.row, least) == {"move": (0.537, 0.54), "said": (0.0, 0.2)}
        assert ratchet.fallen(self.row, ratchet.raised({}, [self.row])) == {}

    def test_a_line_for_each(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(ratchet, "floors", lambda: {"s": {"kk ky": {"move": 0.6, "dyad": 0.5}}})
        assert list(ratchet.below([self.row])) == ["BELOW ITS FLOOR s kk ky: move 0.537 < 0.6"]
