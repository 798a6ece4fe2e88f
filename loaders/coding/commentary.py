"""Expert commentary: who says what about the moves of an article, directly or in indirect speech.

The rules are those of the codebook: opinion, explanation or position of a named speaker, exactly as it
stands, without its frame. Works on the surface of the text with lists of words per language
(models/vocabulary/speech), so that it costs little and an analyst can extend it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import cast

from loaders.coding.drafts import CommentDraft, CommentKind, MoveDraft, SpeechMode
from loaders.coding.mentions import Mention, find_mentions
from loaders.coding.speech import cues as speech_cues
from loaders.coding.speech.links import Topics
from loaders.coding.speech.outlets import NOWHERE, note_outlet, outlet_of
from loaders.coding.speech.position import is_commentary
from loaders.coding.speech.remarks import Reader, Remark
from loaders.coding.speech.text import Line, lines

LONGEST_TEXT = 200_000  # characters read of one article; nothing longer is an article
LONGEST_LINE = 1_200  # tokens; no sentence is longer, and what costs more than linear time stops here


def find_comments(
    text: str,
    lang: str,
    source: str = "",
    published: dt.date | None = None,
    mentions: Sequence[Mention] | None = None,
    moves: Sequence[MoveDraft] = (),
) -> tuple[CommentDraft, ...]:
    """The comments of an article in the order of the text.

    `source` is the outlet of the article, `published` its day, `mentions` its actors and people where the
    caller has found them already, `moves` the moves coded in it: every comment says by index which of them
    it is about. A language without cues has no comments.
    """
    cues = speech_cues.load(lang)
    if cues is None:
        return ()
    text = text[:LONGEST_TEXT]
    named = find_mentions(text, lang, published) if mentions is None else mentions
    foreign = {m.start for m in named if m.kind != "person"} | _names_of_source(text, source)
    known = frozenset(m.start for m in named if m.kind == "person")
    reader = Reader(text, cues, frozenset(foreign), known)
    topics = Topics(text, named, moves, cues)
    found: list[tuple[Line, Remark, str]] = []
    for line in lines(text, cues.verbs):
        if len(line.tokens) > LONGEST_LINE:
            continue
        remarks = reader.read(line)
        if not remarks and reader.subject is not None:
            note_outlet(text, line, reader.subject, NOWHERE, source, cues)
        for remark in remarks:
            outlet = outlet_of(text, line, remark, source, cues)
            if is_commentary(text, remark, cues) and not topics.is_move(line, remark, cues):
                found.append((line, remark, outlet))
    # only now: a later sentence may have given a speaker's name in the nominative
    return tuple(_draft(text, line, remark, outlet, topics) for line, remark, outlet in found)


def _names_of_source(text: str, source: str) -> set[int]:
    """Where the article names its own outlet, which is no person."""
    places: set[int] = set()
    at = text.find(source) if source else -1
    while at >= 0:
        places.update(i for i in range(at, at + len(source)) if i == at or not text[i - 1].isalnum())
        at = text.find(source, at + len(source))
    return places


def _draft(text: str, line: Line, remark: Remark, outlet: str, topics: Topics) -> CommentDraft:
    person = remark.person
    return CommentDraft(
        speaker=person.name,
        role=person.role,
        kind=cast(CommentKind, person.kind),
        outlet=outlet,
        mode=cast(SpeechMode, remark.mode),
        text=text[remark.start : remark.end],
        start=remark.start,
        end=remark.end,
        countries=topics.countries(remark.start, remark.end),
        moves=topics.about(line, remark.start, remark.end),
    )
