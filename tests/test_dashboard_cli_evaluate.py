"""`steppe evaluate` as people use it: figures, errors, bad lines."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from dashboard.cli import cli
from dashboard.commands.evaluate import BY, KINDS
from loaders.gold import coding, errors, report
from tests.fake_coder import fake

TEXT = "Kazakhstan and China signed an agreement on grain on Thursday, the ministry in Astana said."
ROW: dict[str, Any] = {"actor": "KAZ", "action": "sign", "counterpart": "CHN", "date": "2025-05-01"}


def gold(name: str, *events: dict[str, Any], **more: Any) -> dict[str, Any]:
    head = {"id": name, "lang": "en", "published": "2025-05-02", "source": "Wire", "text": TEXT}
    return {**head, "events": [{**event, "evidence": TEXT} for event in events], **more}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(coding, "code_article", lambda article, scope: scope and fake(article))
    return tmp_path


def write(path: Path, *rows: object) -> None:
    lines = [row if isinstance(row, str) else json.dumps(row) for row in rows]
    path.write_text("\n".join(lines), encoding="utf-8")


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli, ["evaluate", *arguments], prog_name="steppe")


def told(*arguments: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(run(*arguments, "--json").stdout)
    return found


def test_figures_of_what_was_coded_before(folder: Path) -> None:
    write(folder / "gold.jsonl", gold("a", ROW), gold("b"))
    write(folder / "coded.jsonl", {"id": "a", "events": [ROW]}, {"id": "b", "events": []})
    result = run("gold.jsonl", "coded.jsonl")
    assert result.exit_code == 0, result.output
    lines = [line.split() for line in result.stdout.splitlines()]
    assert ["move", "1.000", "1.000", "1.000", "1", "1"] in lines
    assert ["date", "1.000"] in lines
    assert ["quiet", "1.000"] in lines
    assert not any(line[:1] == ["said"] for line in lines)  # the gold holds no comments


def test_articles_are_coded_where_nothing_was_coded_before(folder: Path) -> None:
    write(folder / "gold.jsonl", gold("a", ROW))
    coded = fake_row()
    assert told("gold.jsonl", "--workers", "1")["all"]["move"]["coded"] == len(coded["events"]) > 0
    write(folder / "gold.jsonl", gold("a", *coded["events"]))
    assert told("gold.jsonl", "--workers", "1")["all"]["move"]["f1"] == 1.0


def fake_row() -> dict[str, Any]:
    from loaders.article import Article
    from loaders.gold.reading import as_article

    article = as_article(gold("a"), "here")
    assert isinstance(article, Article)
    return coding.as_row("a", fake(article))


def test_by_every_view(folder: Path) -> None:
    write(
        folder / "gold.jsonl", gold("a", ROW), gold("b", {**ROW, "action": "meet"}, lang="ru", source="Paper")
    )
    write(folder / "coded.jsonl", {"id": "a", "events": [ROW]}, {"id": "b", "events": [ROW]})
    found = told(
        "gold.jsonl", "coded.jsonl", "--by", "lang", "--by", "action", "--by", "quad", "--by", "outlet"
    )
    assert {name: list(values) for name, values in found["by"].items()} == {
        "lang": ["en", "ru"],
        "action": ["meet", "sign"],
        "quad": ["VC"],
        "outlet": ["Paper", "Wire"],
    }
    assert found["by"]["lang"]["en"]["move"]["f1"] == 1.0
    assert found["by"]["outlet"]["Paper"]["move"]["f1"] == 0.0
    assert found["by"]["action"]["sign"] == {"p": 0.5, "r": 1.0, "f1": 0.667, "gold": 1, "coded": 2}
    shown = run("gold.jsonl", "coded.jsonl", "--by", "action").stdout
    assert ["sign", "0.500", "1.000", "0.667", "1", "2"] in [line.split() for line in shown.splitlines()]


def test_errors_are_listed_with_sentence_rows_and_rule(folder: Path) -> None:
    write(folder / "gold.jsonl", gold("a", {**ROW, "action": "meet"}), gold("b", ROW))
    wrong = {**ROW, "rule": "sign an agreement", "confidence": 0.81, "evidence": TEXT}
    write(folder / "coded.jsonl", {"id": "a", "events": [wrong]}, {"id": "b", "events": []})
    out = run("gold.jsonl", "coded.jsonl", "--errors", "9").stdout
    assert "action meet -> sign  a" in out
    assert "gold   KAZ meet CHN 2025-05-01" in out
    assert "coded  KAZ sign CHN 2025-05-01  confidence 0.81  rule sign an agreement" in out
    assert TEXT in out
    assert "most often mixed up: meet -> sign 1" in out
    only = told("gold.jsonl", "coded.jsonl", "--errors", "9", "--kind", "missed")
    assert [(e["kind"], e["id"]) for e in only["errors"]] == [("missed", "b")]
    assert [e["id"] for e in told("gold.jsonl", "coded.jsonl", "--kind", "missed")["errors"]] == ["b"]
    assert told("gold.jsonl", "coded.jsonl")["errors"] == []
    assert only["kinds"]["action"] == only["kinds"]["missed"] == 1
    assert "b" not in [
        e["id"] for e in told("gold.jsonl", "coded.jsonl", "--errors", "1", "--kind", "action")["errors"]
    ]


def test_optional_rows_from_a_file(folder: Path) -> None:
    extra = {**ROW, "action": "aid"}
    write(folder / "gold.jsonl", gold("a", ROW))
    write(folder / "coded.jsonl", {"id": "a", "events": [ROW, extra]})
    write(folder / "optional.jsonl", {"id": "a", "optional_events": [extra]})
    assert told("gold.jsonl", "coded.jsonl")["all"]["move"]["p"] == 0.5
    assert told("gold.jsonl", "coded.jsonl", "--optional", "optional.jsonl")["all"]["move"]["p"] == 1.0


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("{", "this is not JSON."),
        ("[1]", "expected an object."),
        ('{"id": "x", "text": "y"}', "there is no list of events."),
        (gold("x", commentary="none"), "commentary is no list."),
        (gold("x", commentary=[{"speaker": "A"}]), "comment 1 lacks its speaker or its text."),
        (gold("x", ROW, {**ROW, "action": "hug"}), "event 2 has an unknown action."),
        (gold("x", {**ROW, "action": ["sign"]}), "event 1 has an unknown action."),
        (gold("x", {**ROW, "confidence": "high"}), "event 1 has a confidence that is none."),
        (gold("x", {**ROW, "confidence": float("nan")}), "event 1 has a confidence that is none."),
        (gold("x", {**ROW, "actor": ""}), "event 1 has no actor."),
        (gold("x", {**ROW, "counterpart": 7}), "event 1 has a counterpart that is no text."),
        (gold("x", {**ROW, "date": "May"}), "event 1 has a date that is none."),
        (gold("x", {**ROW, "date_precision": "hour"}), "event 1 has an unknown date_precision."),
        ({**gold("x"), "events": ["KAZ sign CHN"]}, "event 1 is no object."),
        (gold("x", optional_events=[{"actor": "KAZ"}]), "optional event 1 has an unknown action."),
        (gold("x", alternatives=[{"gold": ROW}]), "alternative of alternative 1 is no object."),
        (gold("a"), "the id stands there twice."),
    ],
)
def test_a_bad_line_is_named_and_the_others_count(folder: Path, line: object, what: str) -> None:
    write(folder / "gold.jsonl", gold("a", ROW), line, gold("z", ROW))
    write(folder / "coded.jsonl", {"id": "a", "events": [ROW]}, {"id": "z", "events": [ROW]})
    result = run("gold.jsonl", "coded.jsonl", "--json")
    assert result.exit_code == 1
    (problem,) = result.stderr.splitlines()
    assert problem.startswith(f"gold.jsonl:2: {what} ")
    assert len(problem) > len(f"gold.jsonl:2: {what} ")  # and the way out
    assert json.loads(result.stdout)["all"]["articles"] == 2


@pytest.mark.parametrize("lacks", ["lang", "published", "text"])
def test_what_the_coder_needs_must_stand_in_the_gold(folder: Path, lacks: str) -> None:
    row = gold("a", ROW)
    del row[lacks]
    write(folder / "gold.jsonl", row, gold("b", ROW))
    result = run("gold.jsonl", "--workers", "1")
    assert result.exit_code == 1
    assert "gold.jsonl: a: there is no" in result.stderr
    write(folder / "coded.jsonl", {"id": "a", "events": [ROW]}, {"id": "b", "events": [ROW]})
    assert run("gold.jsonl", "coded.jsonl").exit_code == 0


def test_a_language_that_is_not_coded_is_told(folder: Path) -> None:
    write(folder / "gold.jsonl", gold("a", ROW, lang="fr"), gold("b", ROW))
    assert "gold.jsonl: a: the language fr is not coded. Coded are en, " in run("gold.jsonl").stderr


def test_hostile_text_neither_breaks_the_terminal_nor_the_output(folder: Path) -> None:
    odd = "Kazakhstan \ud800 \x1b[31m signed"
    write(folder / "gold.jsonl", {**gold(odd), "source": odd, "events": [{**ROW, "evidence": odd}]})
    write(folder / "coded.jsonl", {"id": odd, "events": []})
    result = run("gold.jsonl", "coded.jsonl", "--errors", "5", "--by", "outlet")
    assert result.exit_code == 0
    assert "\x1b" not in result.output
    assert "Kazakhstan [31m signed" in result.output
    assert told("gold.jsonl", "coded.jsonl", "--errors", "5")["errors"][0]["id"] == odd


def test_articles_that_were_not_coded_are_told_and_count_as_empty(folder: Path) -> None:
    write(folder / "gold.jsonl", gold("a", ROW), gold("b", ROW))
    write(folder / "coded.jsonl", {"id": "a", "events": [ROW]})
    result = run("gold.jsonl", "coded.jsonl", "--json")
    assert result.exit_code == 1
    assert "gold articles that it lacks count as nothing coded: 1. Code them too. (b)" in result.stderr
    assert json.loads(result.stdout)["all"]["move"]["r"] == 0.5


def test_an_empty_gold_is_misuse(folder: Path) -> None:
    (folder / "gold.jsonl").touch()
    result = run("gold.jsonl")
    assert result.exit_code == 2
    assert "no gold article" in result.stderr
    assert run("nowhere.jsonl").exit_code == 2


def test_the_choices_are_those_of_the_scorer() -> None:
    assert tuple(errors.KINDS) == KINDS
    assert report.BY == BY
