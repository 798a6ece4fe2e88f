"""The README is tested: its commands exist, its links lead somewhere, its two first commands stand first."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import click
import pytest

from dashboard.cli import cli

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = [
    line
    for block in re.findall(r"```sh\n(.*?)```", README, re.S)
    for line in block.splitlines()
    if line.strip()
]


def test_the_two_commands_of_a_fresh_machine_come_first() -> None:
    assert COMMANDS[:2] == ["make run", "make test"]


@pytest.mark.parametrize("line", [line for line in COMMANDS if line.startswith("make ")])
def test_make_knows_the_target(line: str) -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert re.search(rf"^{re.escape(line.split()[1])}:", makefile, re.M)


@pytest.mark.parametrize("line", [line for line in COMMANDS if line.startswith("steppe ")])
def test_steppe_takes_the_command_as_it_is_written(
    line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("articles.jsonl", "gold.jsonl"):
        (tmp_path / name).touch()
    words = shlex.split(line.split(" > ")[0])[1:]
    parent = click.Context(cli)
    command = cli.get_command(parent, words[0])
    assert command is not None
    command.make_context(words[0], words[1:], parent=parent)  # parses, and runs nothing


def test_every_command_of_the_readme_is_tested_here() -> None:
    assert all(line.startswith(("make ", "steppe ")) for line in COMMANDS)


@pytest.mark.parametrize("target", sorted(set(re.findall(r"\]\(([^)#:]+)\)", README))))
def test_links_and_pictures_lead_to_files_of_this_project(target: str) -> None:
    assert (ROOT / target).exists()


def test_the_folders_that_the_map_names_are_there() -> None:
    named = set(re.findall(r"\[`(\w+)/`\]", README))
    assert {"models", "loaders", "dashboard", "sample_data", "tests"} <= named


def test_the_number_of_sample_reports_is_true() -> None:
    said = int(re.search(r"with (\d+) sample reports", README)[1])  # type: ignore[index]
    text = (ROOT / "sample_data" / "README.md").read_text(encoding="utf-8")
    assert text.split("\n\n")[1].startswith(f"{said} short news reports")
