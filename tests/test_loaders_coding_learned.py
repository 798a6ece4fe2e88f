"""The second opinion: moves in words that no expression has, and what it is learned from."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import numpy as np
import pytest

from loaders.coding import triggers
from loaders.coding.coder import read
from loaders.coding.explain import explain
from loaders.coding.learned import model
from loaders.coding.learned.clauses import Clause
from loaders.coding.learned.propose import pattern, share
from loaders.coding.learned.vectors import DATA, LOOKUPS, english
from tests.gold.marked import FIFTH, plain
from tests.gold.marked import read as marked
from tests.gold.softmax import Rows, fit

DAY = dt.date(2025, 6, 20)
LARGEST = 5_000_000  # bytes


@pytest.fixture
def no_expressions(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if the lexicon had no word for what is told."""
    monkeypatch.setattr(triggers, "find", lambda *_: [])


@pytest.mark.usefixtures("no_expressions")
@pytest.mark.parametrize(
    ("lang", "text", "move"),
    [
        ("en", "Tashkent has packed off forty tonnes of rice to Kabul.", ("UZB", "aid", "AFG")),
        ("en", "Kazakhstan signed an agreement with Hungary.", ("KAZ", "sign", "HUN")),
        ("ru", "Ташкент снарядил в Кабул колонну с мукой.", ("UZB", "aid", "AFG")),
        ("ru", "Казахстан подписал соглашение с Венгрией.", ("KAZ", "sign", "HUN")),
    ],
)
def test_a_move_is_found_where_no_expression_stands(lang: str, text: str, move: tuple[str, str, str]) -> None:
    found = read(text, lang=lang, published=DAY).coded.moves
    assert [(m.actor, m.action, m.counterpart) for m in found] == [move]
    assert found[0].rule.startswith("learned: ")


@pytest.mark.usefixtures("no_expressions")
def test_what_was_learned_is_named_in_the_explanation() -> None:
    found = explain("Tashkent has packed off forty tonnes of rice to Kabul.", lang="en", published=DAY)
    assert [(e.rule, e.trigger.text) for e in found] == [("learned: aid (pack)", "packed")]


@pytest.mark.usefixtures("no_expressions")
@pytest.mark.parametrize(
    "text",
    [
        "Kazakhstan could sign an agreement with Hungary.",
        "Kazakhstan has not signed an agreement with Hungary.",
        "Казахстан не подписал соглашение с Венгрией.",
    ],
)
def test_what_is_denied_or_only_possible_is_no_move_there_either(text: str) -> None:
    lang = "en" if text.isascii() else "ru"
    assert read(text, lang=lang, published=DAY).coded.moves == ()


@pytest.mark.usefixtures("no_expressions")
def test_foreign_states_alone_tell_nothing() -> None:
    assert read("Spain signed an agreement with Hungary.", lang="en", published=DAY).coded.moves == ()


@pytest.mark.parametrize("lang", sorted(LOOKUPS))
def test_probabilities_of_a_clause_add_up_to_one(lang: str) -> None:
    known = model.load(lang)
    assert known is not None
    for clause in (
        Clause(0, frozenset(), {}),
        Clause(0, frozenset({"bias"}), {"head": ("sign", "подписать")}),
    ):
        found = known.probabilities(clause)
        assert sum(found.values()) == pytest.approx(1)
        assert model.NONE in found


def test_a_model_that_is_kept_and_loaded_says_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = model.load("en")
    assert known is not None
    model.save(known, tmp_path / "en.npz")
    monkeypatch.setattr(model, "DATA", tmp_path)
    again = model.load.__wrapped__("en")
    assert again is not None
    clause = Clause(
        0, frozenset({"bias", "head=sign", "obj=treaty"}), {"head": ("sign",), "object": ("treaty",)}
    )
    assert again.probabilities(clause) == pytest.approx(known.probabilities(clause), abs=0.02)
    assert share(again.probabilities(clause), "sign") > 0.5


def test_words_that_are_used_alike_lie_close_together() -> None:
    def near(a: str, b: str) -> float:
        one, other = english(a), english(b)
        assert one is not None
        assert other is not None
        return float(one @ other)

    assert near("treaty", "accord") > near("treaty", "banana") + 0.3
    assert english("no such word") is None


def test_the_data_stays_small() -> None:
    assert sum(file.stat().st_size for file in DATA.glob("*.npz")) < LARGEST


def test_a_proposal_behaves_as_the_expressions_of_its_action() -> None:
    assert pattern("en", "sign", "verb").roles == "pair"
    assert "with" in pattern("en", "sign", "verb").marks
    assert pattern("en", "join", "verb").needs == {"organisation", "treaty", "group"}


def test_marked_sentences_are_read_with_the_places_of_their_marks(tmp_path: Path) -> None:
    file = tmp_path / "sentences.txt"
    lines = [f"KAZ sign CHN | Astana *put its name to* accord {n}." for n in range(5)]
    file.write_text("\n".join([*lines, "- | Nothing *was* told."]), encoding="utf-8")
    found = marked([file])
    text = "Astana put its name to accord 0."
    assert [text[a:b] for told in found[text] for a, b in told.spans] == ["put its name to"]
    assert found["Nothing was told."] == []
    assert f"Astana put its name to accord {FIFTH}." not in found, "every fifth line is kept aside"


def test_marks_may_stand_apart() -> None:
    assert plain("He *promised* Kabul *that* it") == ("He promised Kabul that it", ((3, 11), (18, 22)))


def test_softmax_regression_learns_what_can_be_told_apart() -> None:
    known = [[0, 3], [1, 3], [2, 3]] * 20
    wanted = np.array([0, 1, 2] * 20)
    dense = np.zeros((60, 2), dtype=np.float32)
    rows = Rows.of(known, dense, 4, 1.0)
    named, numbers = fit(rows, wanted, np.ones(60, dtype=np.float32), 3, ridge=0.01)
    assert (rows.scores(named, numbers).argmax(axis=1) == wanted).all()
    again = fit(rows, wanted, np.ones(60, dtype=np.float32), 3, ridge=0.01)
    assert np.array_equal(again[0], named), "the same samples always give the same model"
