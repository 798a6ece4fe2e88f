"""The folder of outlets: complete, unambiguous, found by any name and any address; mistakes are named."""

from __future__ import annotations

from pathlib import Path

import pytest

from loaders import outlets
from loaders.outlets import lookup, outlet_name, problems, sources


def test_the_folder_is_in_order() -> None:
    assert problems() == []
    assert len(sources()) >= 100
    assert {"KAZ", "KGZ", "TJK", "TKM", "UZB"} <= {s.country for s in sources()}


@pytest.mark.parametrize(
    ("name", "url", "found"),
    [
        ("Вести.kg", "", "Vesti.kg"),
        ("АЗИЯ-ПЛЮС", "", "Asia-Plus"),
        ("ТАСС", "", "TASS"),
        ("", "https://rus.azattyk.org/a/1.html", "Radio Azattyk"),
        ("", "https://www.24.kg/obschestvo/1", "24.kg"),
        ("www.akipress.com", "", "AKIpress"),
        ("Some feed title", "https://ru.sputnik.kg/x", "Sputnik Kyrgyzstan"),
        ("", "https://uz.kursiv.media/x", "Kursiv Uzbekistan"),
    ],
)
def test_lookup(name: str, url: str, found: str) -> None:
    source = lookup(name, url)
    assert source is not None
    assert source.name == found


@pytest.mark.parametrize(
    ("name", "url"), [("", ""), ("Nobody's Herald", "https://example.org"), ("", "https://kg/x")]
)
def test_unknown(name: str, url: str) -> None:
    assert lookup(name, url) is None


def test_what_an_unknown_outlet_is_called() -> None:
    assert outlet_name("Nobody's Herald", "https://example.org/x") == "Nobody's Herald"
    assert outlet_name("", "https://www.example.org/x") == "example.org"
    assert outlet_name("", "") == ""


GOOD = "name: A\ncountry: KAZ\nlanguages: [ru]\ndomains: [a.kz]\nkind: agency, state\n"


@pytest.mark.parametrize(
    ("content", "what"),
    [
        ("a: [", "not YAML"),
        ("- a", "expected fields"),
        (GOOD + "owner: x\n", "owner is not known"),
        (GOOD.replace("KAZ", "Kazakhstan"), "three capitals"),
        (GOOD.replace("a.kz", "https://a.kz/"), "no bare domain"),
        (GOOD.replace("[ru]", "[russian]"), "two letters"),
        (GOOD + "feed: a.kz/rss\n", "no address"),
        (GOOD.replace("agency", "gossip"), "“gossip”"),
        (GOOD.replace("name: A\n", ""), "name and domains"),
    ],
)
def test_mistakes_are_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: str, what: str) -> None:
    monkeypatch.setattr(outlets, "FOLDER", tmp_path)
    (tmp_path / "a.yml").write_text(content)
    (problem,) = problems()
    assert problem.startswith("loaders/sources/a.yml: ")
    assert what in problem


def test_doubles_are_named_all_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(outlets, "FOLDER", tmp_path)
    (tmp_path / "a.yml").write_text(GOOD)
    (tmp_path / "b.yml").write_text(GOOD)
    assert len(problems()) == 2  # the name and the domain
