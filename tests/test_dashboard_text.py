"""Strangers' text is shown as text: nothing in a title, quote or address may act."""

from __future__ import annotations

import pytest

from dashboard import text

HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</mark><svg onload=alert(1)>",
    "&lt;b&gt; & 'quotes'",
]


@pytest.mark.parametrize("words", HOSTILE)
def test_escape_leaves_no_markup(words: str) -> None:
    safe = text.escape(words)
    assert "<" not in safe
    assert '"' not in safe
    assert "'" not in safe


def test_escape_drops_marks_that_turn_the_direction_of_a_line() -> None:
    assert "\u202e" not in text.escape("abc\u202edef")


@pytest.mark.parametrize(
    "url",
    ["javascript:alert(1)", "data:text/html,x", "//evil.example", "http://", "ftp://a.example/x", None, ""],
)
def test_only_web_addresses_become_links(url: str | None) -> None:
    assert text.link(url, "Outlet") == "Outlet"


def test_a_link_gives_no_referrer_and_no_opener() -> None:
    made = text.link('https://a.example/?q="x"&y=1', "<Outlet>")
    assert 'rel="noopener noreferrer"' in made
    assert 'href="https://a.example/?q=&quot;x&quot;&amp;y=1"' in made
    assert "&lt;Outlet&gt;" in made


def test_marked_highlights_exactly_the_evidence() -> None:
    body = "First <one>.\n\nKazakhstan joined. Then more."
    start = body.index("Kazakhstan")
    html = text.marked(body, [(start, start + len("Kazakhstan joined."))])
    assert html == "<p>First &lt;one&gt;.</p><p><mark>Kazakhstan joined.</mark> Then more.</p>"


def test_marked_across_paragraphs_and_overlapping_spans() -> None:
    html = text.marked("abc\ndef", [(1, 6), (2, 3)])
    assert html == "<p>a<mark>bc</mark></p><p><mark>de</mark>f</p>"


def test_marked_keeps_the_neighbours_and_shows_what_it_leaves_out() -> None:
    body = "\n".join(["zero", "one", "two", "three", "four", "five"])
    start = body.index("three")
    html = text.marked(body, [(start, start + 5)], around=1)
    assert "zero" not in html
    assert "one" not in html
    assert "<p>two</p><p><mark>three</mark></p><p>four</p>" in html
    assert html.count("…") == 2
