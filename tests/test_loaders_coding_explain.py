"""Explain names the words, the parties, the date and the reason, for rows and for what was left out."""

from __future__ import annotations

import datetime as dt

import pytest

from loaders.coding.coder import read
from loaders.coding.explain import Explanation, explain, lines
from models.grounds import WHY_LEFT_OUT
from tests.gold.gold import articles

PUBLISHED = dt.date(2025, 6, 12)


def only(text: str, action: str) -> Explanation:
    found = [e for e in explain(text, lang="en", published=PUBLISHED) if e.rule.startswith(action + "/")]
    assert found
    return found[0]


def test_a_coded_row_names_its_words() -> None:
    text = "Oil prices fell. Kazakhstan signed an agreement with Hungary on Monday."
    found = only(text, "sign")
    assert found.trigger.text == "signed an agreement"
    assert [s.text for s in found.actors] == ["Kazakhstan"]
    assert [s.text for s in found.counterparts] == ["Hungary"]
    assert [(r.actor, r.counterpart, r.date_basis) for r in found.rows] == [("KAZ", "HUN", "relative")]
    assert found.why == ""
    for span in (found.sentence, found.trigger, *found.actors, *found.counterparts):
        assert text[span.start : span.end] == span.text


@pytest.mark.parametrize(
    ("text", "action", "reason", "word"),
    [
        ("Kazakhstan did not sign the agreement with Hungary.", "sign", "negated", "not"),
        ("Kazakhstan may sign the agreement with Hungary.", "sign", "hypothetical", "may"),
        ("Kazakhstan wants to sign the agreement with Hungary.", "sign", "wanted", "wants"),
        ("Kazakhstan's farmers criticised Russia.", "criticise", "private", ""),
    ],
)
def test_what_was_left_out_says_why(text: str, action: str, reason: str, word: str) -> None:
    found = only(text, action)
    assert found.rows == ()
    assert WHY_LEFT_OUT[reason] in found.why
    assert word in found.why


def test_two_foreign_states_are_left_out() -> None:
    text = "Kazakhstan was quiet. France signed a treaty with Germany."
    assert only(text, "sign").why == WHY_LEFT_OUT["no party of the region"]


def test_lines_can_be_read() -> None:
    text = "Kazakhstan signed an agreement with Hungary on Monday."
    shown = list(lines(explain(text, lang="en", published=PUBLISHED)))
    assert shown[0] == text
    assert any(line.startswith("    -> KAZ sign HUN 2025-06-09 (day, relative)") for line in shown)


def test_every_reason_is_told_in_words() -> None:
    found = {
        decision.left_out
        for row in [a for a in articles() if a["lang"] == "en"][::2]
        for decision in read(row["text"], lang="en", published=PUBLISHED).coder.decisions
        if decision.left_out
    }
    assert {"negated", "no counterpart"} < found <= set(WHY_LEFT_OUT)


@pytest.mark.parametrize(
    ("text", "lang", "action", "reason"),
    [
        ("Қазақстан Өзбекстанмен келісімге қол қойған жоқ.", "kk", "sign", "negated"),
        ("Қазақстан жиынды бақылады. Франция Германиямен келісімге қол қойды.", "kk", "sign", "no party"),
        ("Кыргызстан Казакстан менен келишимге кол койгон жок.", "ky", "sign", "negated"),
        ("Эксперттин пикири боюнча, Кыргызстан Кытайга нота тапшырды.", "ky", "criticise", "hypothetical"),
        ("Oʻzbekiston Fransiya bilan bitim imzolamadi.", "uz", "sign", "negated"),
        ("Тоҷикистон бо Чин созишнома имзо накард.", "tg", "sign", "negated"),
    ],
)
def test_verb_final_languages_say_why_too(text: str, lang: str, action: str, reason: str) -> None:
    found = [
        e for e in explain(text, lang=lang, published=PUBLISHED) if e.rule.startswith(action + "/") and e.why
    ]
    assert len(found) == 1
    told = [why for word, why in WHY_LEFT_OUT.items() if word.startswith(reason)]
    assert found[0].why in told
    assert found[0].rows == () or reason == "no party"
    for span in (found[0].sentence, found[0].trigger, *found[0].actors, *found[0].counterparts):
        assert text[span.start : span.end] == span.text


def test_verb_final_rows_name_their_words_and_what_was_left_out_is_kept() -> None:
    text = "Тоқаев Астанада Өзбекстан президентімен кездесті. Қазақстан Қытаймен келісімге қол қойған жоқ."
    meeting, treaty = explain(text, lang="kk", published=PUBLISHED)
    assert [s.text for s in meeting.actors] == ["Тоқаев"]
    assert [(r.actor, r.action, r.counterpart) for r in meeting.rows] == [("KAZ", "meet", "UZB")]
    assert treaty.rows == ()
    kept = read(text, lang="kk", published=PUBLISHED).coded.left_out
    assert [(one.action, one.why, text[one.start : one.end]) for one in kept] == [
        ("sign", "negated", "қол қойған")
    ]


def test_every_reason_of_the_verb_final_languages_is_told_in_words() -> None:
    found = {
        seen.left_out
        for row in articles()
        if row["lang"] in ("kk", "ky", "uz", "tg", "tk")
        for seen in read(row["text"], lang=row["lang"], published=PUBLISHED).seen
        if seen.left_out
    }
    assert {"negated", "hypothetical", "no actor", "no counterpart"} < found <= set(WHY_LEFT_OUT)
