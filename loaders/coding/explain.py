"""Why each row of an article was coded, and what was seen but left out, and why."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from loaders.coding.coder import read
from loaders.coding.drafts import MoveDraft
from loaders.coding.moves import Decision
from loaders.coding.sides import Side
from loaders.coding.verb_final.decisions import Seen
from loaders.coding.verb_final.phrases import Party
from models.grounds import why_left_out


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the article: `text` stands at `start`..`end`; `how` says how it was found or read."""

    start: int
    end: int
    text: str
    how: str = ""


@dataclass(frozen=True, slots=True)
class Explanation:
    """One expression seen in the text. `rows` is empty where it was left out; then `why` says why."""

    rule: str
    sentence: Span
    trigger: Span
    status: str
    actors: tuple[Span, ...]
    counterparts: tuple[Span, ...]
    rows: tuple[MoveDraft, ...]
    why: str


def _spans(text: str, side: Side) -> tuple[Span, ...]:
    return tuple(
        Span(p.start, p.end, text[p.start : p.end], f"{p.code}: {p.via}, {side.how}") for p in side.parties
    )


def _one(text: str, decision: Decision) -> Explanation:
    start, end = decision.hit.span(decision.tree)
    sentence = decision.tree.sentence
    frame, status = decision.frame, decision.status
    why = why_left_out(decision.left_out)
    if status.why:
        why = f"{why} ({status.why!r})" if why else ""
    return Explanation(
        rule=decision.hit.expression.rule,
        sentence=Span(sentence.start, sentence.end, sentence.text),
        trigger=Span(start, end, text[start:end]),
        status=status.kind,
        actors=_spans(text, frame.actor) if frame else (),
        counterparts=_spans(text, frame.counterpart) if frame else (),
        rows=decision.told or decision.rows,
        why=why,
    )


def _seen(text: str, seen: Seen) -> Explanation:
    """A decision of a verb-final language in the same form."""
    start, end = seen.span()
    sentence = seen.sentence
    return Explanation(
        rule=seen.trigger.expression.rule,
        sentence=Span(sentence.start, sentence.end, sentence.text),
        trigger=Span(start, end, text[start:end]),
        status=seen.status,
        actors=_named(text, seen, seen.actors),
        counterparts=_named(text, seen, seen.counterparts),
        rows=seen.rows,
        why=why_left_out(seen.left_out),
    )


def _named(text: str, seen: Seen, parties: Sequence[Party]) -> tuple[Span, ...]:
    """The words for each party; of one that only the scene gives, none."""
    at = seen.sentence.start
    return tuple(
        Span(at + p.start, at + p.end, text[at + p.start : at + p.end], f"{p.code}: {p.kind}, {p.case}")
        for p in parties
    )


def explain(
    text: str, *, lang: str, published: dt.date, title: str = "", scope: str = "central-asia"
) -> list[Explanation]:
    """Every expression found in the text, in order, with its rows or the reason why there are none."""
    reading = read(text, lang=lang, published=published, title=title, scope=scope)
    found = [_one(text, decision) for decision in reading.coder.decisions]
    return [*found, *(_seen(text, seen) for seen in reading.seen)]


def lines(explanations: list[Explanation]) -> Iterator[str]:
    """The same as text, for a terminal."""
    last = -1
    for e in explanations:
        if e.sentence.start != last:
            last = e.sentence.start
            yield e.sentence.text
        yield f"  {e.trigger.text!r} <{e.rule}> {e.status}"
        for name, spans in (("actor", e.actors), ("counterpart", e.counterparts)):
            for span in spans:
                yield f"    {name}: {span.text!r} ({span.how})"
        for row in e.rows:
            yield (
                f"    -> {row.actor} {row.action} {row.counterpart or '-'} {row.date} ({row.date_precision}, "
                f"{row.date_basis}) {row.confidence:.2f}"
            )
        if e.why:
            yield f"    left out: {e.why}"
