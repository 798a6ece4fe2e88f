"""What the coder and the loaders say in English reaches a Russian reader in Russian."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

import loaders
from dashboard import coder_words, i18n, refusals
from loaders.article import Problem
from loaders.coding.confidence import FILE
from models.grounds import WHY_LEFT_OUT
from models.queries import filters

LOADERS = Path(loaders.__file__).parent
CALLS = {"Problem": (1, 2), "FetchError": (1, 2), "_refuse": (1, 2)}
OTHERS = {"coding", "gold", "outlets.py"}  # no part of a load: the coder, the gold, the check of our own data


@pytest.fixture
def russian(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(i18n, "_answers", [lambda: "ru"])


def sentence(node: ast.expr) -> str:
    """A constant or an f-string with figures in its gaps; '' for anything else."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    parts = node.values if isinstance(node, ast.JoinedStr) else []
    return "".join(str(part.value) if isinstance(part, ast.Constant) else "7" for part in parts)


def refused(code: str) -> Iterator[str]:
    """What the calls that make problems say, and what `way_out` and the faults of drafts hold."""
    for node in ast.walk(ast.parse(code)):
        said: list[ast.expr] = []
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            said = [node.args[at] for at in CALLS.get(name, ()) if at < len(node.args)]
        elif isinstance(node, ast.Assign) and any(getattr(t, "id", "") == "way_out" for t in node.targets):
            said = [node.value]
        elif isinstance(node, ast.FunctionDef) and node.name.endswith("_fault"):
            said = [each.value for each in ast.walk(node) if isinstance(each, ast.Return) and each.value]
        for expression in said:
            branches = (
                [expression.body, expression.orelse] if isinstance(expression, ast.IfExp) else [expression]
            )
            yield from filter(None, map(sentence, branches))


def of_the_loaders() -> list[str]:
    files = [path for path in LOADERS.rglob("*.py") if not OTHERS & set(path.relative_to(LOADERS).parts)]
    return sorted({said for path in files for said in refused(path.read_text(encoding="utf-8"))})


def cyrillic(text: str) -> bool:
    return bool(re.search("[а-яё]", text, re.IGNORECASE))


@pytest.mark.usefixtures("russian")
def test_every_refusal_of_the_loaders_is_told_in_russian() -> None:
    found = of_the_loaders()
    assert len(found) > 60
    assert [said for said in found if not cyrillic(refusals.told(said))] == []


@pytest.mark.usefixtures("russian")
def test_a_problem_keeps_its_own_details_and_strangers_words() -> None:
    one = Problem("a.txt", "the server answered 404.", "Try again later.", "China and Russia")
    assert refusals.problem(one) == "a.txt: сервер ответил 404. Попробуйте позже. (China and Russia)"
    assert refusals.told("China and Russia sign") == "China and Russia sign"


@pytest.mark.usefixtures("russian")
def test_what_an_address_asks_in_vain_is_told_in_russian() -> None:
    asked = {
        "country": ["ATLANTIS"],
        "from": ["soon"],
        "min-confidence": ["lots"],
        "search": ["?!"],
        "source": [f"s{n}" for n in range(101)],
    }
    found = filters.EventFilter.from_params(asked).problems
    found += filters.EventFilter.from_params({"from": ["2025-02-01"], "to": ["2025-01-01"]}).problems
    assert len(found) == 6
    assert [said for said in found if not cyrillic(refusals.told(said))] == []


@pytest.mark.usefixtures("russian")
def test_every_term_of_the_confidence_has_words() -> None:
    names = [name for name in yaml.safe_load(FILE.read_text(encoding="utf-8"))["weights"] if name != "bias"]
    names += ["visit, towards nobody", "actor=nested", "counterpart by place"]
    assert [name for name in names if not cyrillic(coder_words.term(name))] == []
    assert [name for name in names if re.search("[A-Za-z]", coder_words.term(name))] == []


@pytest.mark.usefixtures("russian")
def test_every_reason_for_leaving_out_has_words() -> None:
    assert [why for why in WHY_LEFT_OUT.values() if not cyrillic(i18n.tr(why))] == []


def test_terms_are_told_as_an_analyst_would() -> None:
    told = {
        "sign, actor a party of kind state": "“Signs” by a state",
        "counterpart kind=treaty": "the counterpart is a treaty",
        "language=ru noun": "a noun tells it (language: Russian)",
        "sentence of the article=0": "it is sentence 1 of the article",
        "named in sentence=4": "the sentence names many parties",
    }
    assert {name: coder_words.term(name) for name in told} == told


@pytest.mark.usefixtures("russian")
def test_numbers_in_sentences_are_written_as_the_reader_writes_them() -> None:
    assert i18n.trn("and {n} more comment", "and {n} more comments", 24063) == "и ещё 24\xa0063 комментария"
    assert (i18n.percent(0.44), i18n.signed(-1204.5)) == ("44\xa0%", "−1\xa0204,5")
