"""The proof of a row: marked words, safe HTML, what was left out."""

from __future__ import annotations

import datetime as dt
import re

import pytest

from dashboard import coder_words
from dashboard.panels import grounds
from models.grounds import WHY_LEFT_OUT, Grounds, LeftOut, Mark
from models.queries.events import MentionRow

EVIDENCE = "Astana <b>signed</b> a pact with Rome."
BEFORE = "Before it.\n"


def mention(*marks: Mark, start: int = len(BEFORE), left_out: tuple[LeftOut, ...] = ()) -> MentionRow:
    day = dt.date(2025, 1, 2)
    return MentionRow(
        article_id="a",
        source="s",
        url="",
        title="",
        author="",
        published=day,
        published_basis="given",
        published_precision="day",
        retold=False,
        lang="en",
        evidence=EVIDENCE,
        before=BEFORE,
        behind=" After.",
        start=start,
        end=start + len(EVIDENCE),
        rule="sign/verb: sign {@paper}",
        confidence=0.9,
        date=day,
        date_precision="day",
        date_basis="explicit",
        actor_name="",
        actor_role="",
        grounds=Grounds(marks, (("both coders agree", 0.7), ("actor=guess", -0.5))),
        left_out=left_out,
    )


def marked(html: str) -> list[tuple[str, str]]:
    return re.findall(r'<span class="sp-m sp-m-(\w+)"[^>]*>(.*?)</span>', html)


def test_words_are_marked_and_strangers_html_stays_text() -> None:
    at = len(BEFORE)
    html = grounds.article(
        mention(Mark("actor", at, at + 6, "metonym, subject"), Mark("action", at + 7, at + 20 - 1, "x: y"))
    )
    assert marked(html) == [("actor", "Astana"), ("action", "&lt;b&gt;signed&lt;/b")]
    assert "<b>" not in html


def test_offsets_are_those_of_the_whole_article() -> None:
    start = 5000
    html = grounds.article(mention(Mark("actor", start, start + 6, ""), start=start))
    assert marked(html) == [("actor", "Astana")]
    assert html.startswith("<p>… ")


def test_marks_outside_of_what_is_shown_are_passed_over() -> None:
    assert marked(grounds.article(mention(Mark("actor", 90_000, 90_006, "")))) == []


def test_words_that_two_parts_share_are_shown_once() -> None:
    at = len(BEFORE)
    html = grounds.article(mention(Mark("action", at, at + 20, ""), Mark("actor", at, at + 6, "")))
    assert re.sub("<[^>]+>", "", html).count("Astana") == 1
    assert marked(html)[0] == ("actor", "Astana")


def test_what_was_left_out_says_why() -> None:
    html = grounds.left_out([LeftOut("visit", 0, 5, "<visit>", "hypothetical", "KAZ", "ITA")])
    assert "&lt;visit&gt;" in html
    assert "(Kazakhstan, Italy)" in html
    assert WHY_LEFT_OUT["hypothetical"] in html
    assert grounds.left_out([]) == ""


def test_confidence_tells_what_speaks_against_the_row() -> None:
    html = grounds.confidence(mention())
    assert "parse and word order agree: speaks for it (+0.7)" in html
    assert "the actor: a guess: speaks against it (−0.5)" in html


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("sign/verb: ink {@paper}", "“ink paper” (Signs, verb)"),
        ("threaten/verb: warn {consequence|measures}", "“warn consequence/…” (Threatens, verb)"),
        ("meet/noun: келіссөз* {өткіз*|жүргіз*}", "“келіссөз өткіз/…” (Meets, noun)"),
        ("odd", "odd"),
    ],
)
def test_a_rule_is_shown_without_its_notation(name: str, shown: str) -> None:
    assert coder_words.rule(name) == shown
