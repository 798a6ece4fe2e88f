"""How we know: the words that a row was read from, its confidence taken apart, and what was left out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dashboard import coder_words, i18n, words
from dashboard.i18n import tr
from dashboard.text import escape, plain
from models.grounds import LeftOut, Mark, why_left_out
from models.queries.events import MentionRow

LABELS = {
    "actor": i18n.mark("who acts"),
    "action": i18n.mark("what is done"),
    "counterpart": i18n.mark("towards whom"),
    "date": i18n.mark("when"),
}
# Where two marks share words, the first of these keeps them.
_FIRST = ("date", "actor", "counterpart", "action")


def article(mention: MentionRow) -> str:
    """The article around the evidence as HTML, the words for actor, action, counterpart and date marked."""
    text = mention.before + mention.evidence + mention.behind
    base = mention.start - len(mention.before)
    spans = _apart(mention.grounds.marks, base, len(text))
    edges = (len(mention.before), len(mention.before) + len(mention.evidence))
    before, proof = _piece(text, 0, edges[0], spans), _piece(text, *edges, spans)
    behind = _piece(text, edges[1], len(text), spans)
    lead = "… " if mention.start > len(mention.before) else ""
    whole = f"{lead}{before}<mark>{proof}</mark>{behind}"
    return "".join(f"<p>{part}</p>" for part in whole.split("\n") if part.strip())


def key(marks: Sequence[Mark]) -> str:
    """The key of the marks that occur, with how each was found, as HTML."""
    found = {mark.part: mark for mark in reversed(marks)}
    rows = [
        f'<dt><span class="sp-m sp-m-{part}">{escape(tr(LABELS[part]))}</span></dt>'
        f"<dd>{escape(coder_words.found(part, found[part].how))}</dd>"
        for part in LABELS
        if part in found
    ]
    return f'<dl class="sp-facts sp-marks">{"".join(rows)}</dl>' if rows else ""


def confidence(mention: MentionRow) -> str:
    """What speaks for and against the row, as a folded HTML list; empty where it was not kept."""
    terms = mention.grounds.terms
    if not terms:
        return ""
    items = "".join(
        f"<li>{escape(coder_words.term(name))}: {escape(_weighs(weight))}</li>" for name, weight in terms
    )
    told = tr(
        "{share} is an estimate, fitted on articles coded by hand, of how often a row that was read in this "
        "way is right. What weighs most, in log-odds:",
        share=i18n.percent(mention.confidence),
    )
    return _folded(tr("What its confidence is made of"), f"<p>{escape(told)}</p><ul>{items}</ul>")


def _weighs(weight: float) -> str:
    told = tr("speaks for it") if weight > 0 else tr("speaks against it")
    return f"{told} ({i18n.signed(round(weight, 1))})"


def left_out(found: Iterable[LeftOut]) -> str:
    """What was seen in the article and not believed, and why, as a folded HTML list."""
    items = [
        f"<li>“{escape(plain(one.text))}”, {escape(words.action(one.action).lower())}"
        f"{escape(_between(one))}: {escape(tr(why_left_out(one.why)))}</li>"
        for one in found
    ]
    if not items:
        return ""
    return _folded(tr("Seen in this article and left out: {n}", n=len(items)), f"<ul>{''.join(items)}</ul>")


def _between(one: LeftOut) -> str:
    named = [words.party(code) for code in (one.actor, one.counterpart) if code]
    return f" ({', '.join(named)})" if named else ""


def _folded(summary: str, body: str) -> str:
    return f'<details class="sp-small sp-why"><summary>{escape(summary)}</summary>{body}</details>'


def _apart(marks: Sequence[Mark], base: int, size: int) -> list[tuple[int, int, str]]:
    """Marks as stretches of the text shown, none overlapping, in order."""
    taken = [""] * size
    for part in _FIRST:
        for mark in marks:
            if mark.part == part:
                for at in range(max(0, mark.start - base), min(size, mark.end - base)):
                    taken[at] = taken[at] or part
    found: list[tuple[int, int, str]] = []
    for at, part in enumerate(taken):
        if part and found and found[-1][1] == at and found[-1][2] == part:
            found[-1] = (found[-1][0], at + 1, part)
        elif part:
            found.append((at, at + 1, part))
    return found


def _piece(text: str, start: int, end: int, spans: Sequence[tuple[int, int, str]]) -> str:
    """`text[start:end]` escaped, with the marks that fall into it."""
    out, at = [], start
    for a, b, part in spans:
        a, b = max(a, start), min(b, end)
        if a < b:
            out.append(escape(text[at:a]))
            meaning = escape(tr(LABELS[part]))
            out.append(f'<span class="sp-m sp-m-{part}" title="{meaning}">{escape(text[a:b])}</span>')
            at = b
    return "".join([*out, escape(text[at:end])])
