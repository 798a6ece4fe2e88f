"""The format of expressions, and what holds for every file of them."""

from __future__ import annotations

from typing import Any

import pytest

from models.errors import VocabularyError
from models.vocabulary.actions import actions
from models.vocabulary.lexicon import build, expressions, languages


def _one(entry: Any, **common: Any) -> Any:
    return build(
        {
            "language": "xx",
            "words": {"prepositions": ["to"]},
            "actions": {"sign": {**common, "verbs": [entry]}},
        }
    ).expressions[0]


def test_phrase_is_head_and_company() -> None:
    found = _one("conclude new {agreement|free trade pact}")
    assert "conclude" in found.head
    assert [sorted(w.whole) for w in found.company] == [["new"], ["agreement", "free trade pact"]]


def test_trailing_preposition_marks_the_counterpart() -> None:
    found = _one("put signature to", **{"with": ["with"]})
    assert (found.tail, found.marks, found.object) == ("to", ("to",), False)
    assert _one("sign", **{"with": ["with"]}).marks == ("with",)


def test_star_stands_for_beginnings() -> None:
    lexicon = build({"language": "xx", "actions": {"sign": {"verbs": ["подпис* {догов*}"]}}})
    assert [e.phrase for e in lexicon.candidates("подписали")] == ["подпис* {догов*}"]
    assert "договор" in lexicon.expressions[0].company[0]
    assert list(lexicon.candidates("подъехал")) == []


@pytest.mark.parametrize(
    "entry",
    ["conclude {a||b}", "x* y", {"phrase": "sign", "role": "reverse"}, {"phrase": "sign", "roles": "odd"}],
)
def test_malformed_entries_are_named(entry: Any) -> None:
    with pytest.raises(VocabularyError, match="sign/verb"):
        _one(entry)


@pytest.mark.parametrize("lang", languages())
def test_no_phrase_stands_twice(lang: str) -> None:
    seen: dict[tuple[str, str], str] = {}
    for e in expressions(lang).expressions:
        if e.future:
            continue
        other = seen.setdefault((e.kind, e.phrase), e.action)
        assert other == e.action or e.needs or e.blocked.whole - {"\0"}, f"{e.phrase}: {other} and {e.action}"


def test_unknown_language_is_empty() -> None:
    assert expressions("xx").expressions == ()


@pytest.mark.parametrize("lang", ["en", "ru"])
def test_the_lexicon_is_rich(lang: str) -> None:
    found = expressions(lang).expressions
    assert len(found) >= 25 * 28
    assert {e.action for e in found} == set(actions())


def test_groups_stand_for_their_words() -> None:
    data = {
        "language": "xx",
        "groups": {"paper": ["treaty", "pact"]},
        "actions": {"sign": {"verbs": ["initial {@paper|letter}"]}},
    }
    assert sorted(build(data).expressions[0].company[0].whole) == ["letter", "pact", "treaty"]
    data["groups"] = {}
    with pytest.raises(VocabularyError, match="paper"):
        build(data)
