"""Each import contract is broken once on purpose: a contract that catches nothing protects nothing."""

from __future__ import annotations

import ast
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGES = ("dashboard", "loaders", "models")
BREACHES = {
    "Data moves forward": ("models/errors.py", "import loaders.article"),
    "Streamlit exists only under dashboard": ("models/errors.py", "import streamlit"),
    "Coding is pure": ("loaders/coding/__init__.py", "import sqlalchemy"),
    "Formats know the article": ("loaders/formats/text.py", "import models.errors"),
    "Pages ask through data": ("dashboard/app_pages/moves.py", "import models.store"),
    "Pages do not know one another": ("dashboard/app_pages/moves.py", "import dashboard.app_pages.about"),
    "Extracts know no Streamlit": ("dashboard/downloads.py", "import streamlit"),
    "Charts know no Streamlit": ("dashboard/charts/__init__.py", "import streamlit"),
}


def lint(root: Path) -> subprocess.CompletedProcess[str]:
    script = "from importlinter.cli import lint_imports_command as lint; lint()"
    return subprocess.run(
        [sys.executable, "-c", script, "--no-cache"],
        cwd=root,
        capture_output=True,
        text=True,
        check=False,
        env={"PYTHONPATH": str(root), "PATH": ""},
    )


def copy_of(root: Path) -> Path:
    for path in (p for package in PACKAGES for p in (ROOT / package).rglob("*.py")):
        target = root / path.relative_to(ROOT)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, target)
    shutil.copy(ROOT / "pyproject.toml", root)
    return root


@pytest.mark.parametrize("contract", BREACHES)
def test_a_breach_of_the_contract_is_caught(contract: str, tmp_path: Path) -> None:
    root = copy_of(tmp_path)
    name, line = BREACHES[contract]
    with (root / name).open("a", encoding="utf-8") as file:
        file.write(f"\n{line}  # noqa\n")
    answer = lint(root)
    assert answer.returncode == 1, answer.stdout + answer.stderr
    broken = [row for row in answer.stdout.splitlines() if row.endswith("BROKEN")]
    assert any(row.startswith(contract) for row in broken), answer.stdout


def test_every_contract_of_the_settings_has_its_breach_here() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    names = [contract["name"] for contract in settings["tool"]["importlinter"]["contracts"]]
    assert len(names) == len(BREACHES)
    assert all(any(name.startswith(breach) for breach in BREACHES) for name in names)


def test_the_three_packages_resolve_inside_this_checkout() -> None:
    import dashboard
    import loaders
    import models

    for package in (dashboard, loaders, models):
        assert Path(package.__file__ or "").is_relative_to(ROOT)


def test_init_files_hold_a_docstring_only_so_that_contracts_see_every_import() -> None:
    for path in (p for package in PACKAGES for p in (ROOT / package).rglob("__init__.py")):
        if path.parent.name == "vocabulary":
            continue
        body = ast.parse(path.read_text(encoding="utf-8")).body
        assert [type(node) for node in body] == [ast.Expr], path
