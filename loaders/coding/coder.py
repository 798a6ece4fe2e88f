"""The door of the coder: an article's text in, its moves and comments out. Pure: no store, no network.

Models are loaded once per process, at the first article of their language.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from loaders.coding import english, lexical, russian
from loaders.coding.commentary import find_comments
from loaders.coding.dates import DateSpan, find_dates
from loaders.coding.drafts import CodedArticle
from loaders.coding.mentions import Mention, find_mentions
from loaders.coding.moves import Coder
from loaders.coding.parties import in_region
from loaders.coding.scenes import Scene, abroad_of, home_of, kind_of
from loaders.coding.sentences import prose
from loaders.coding.standing import Standing
from loaders.coding.syntax import Sentence, Tree
from loaders.coding.verb_final import moves as verb_final
from loaders.coding.verb_final.decisions import Seen
from models.grounds import LeftOut
from models.vocabulary import CENTRAL_ASIA
from models.vocabulary.lexicon import Lexicon, expressions

LONGEST_TEXT = 30_000  # characters; what follows is not coded
MOST_SENTENCES = 150  # sentences with a party that are parsed in one article; so no article takes long
LONGEST_SENTENCE = 700  # characters; longer ones are read without a parser


@dataclass(frozen=True)
class Reading:
    """A coded article with everything that was decided on the way, for explain."""

    coded: CodedArticle
    coder: Coder
    seen: tuple[Seen, ...] = ()  # the decisions of a verb-final language, of which the coder has none


def _parse(sentences: Sequence[Sentence], lang: str) -> dict[int, Tree]:
    short = [s for s in sentences if len(s.text) <= LONGEST_SENTENCE]
    parser = {"en": english.parse, "ru": russian.parse}.get(lang, lexical.trees)
    found = {tree.sentence.index: tree for tree in parser(short)}
    bare = russian.tokens if lang == "ru" else lexical.tokens
    found.update((s.index, bare(s)) for s in sentences if s.index not in found)
    return found


def _inside(sentence: Sentence, items: Sequence[Mention]) -> list[Mention]:
    return [m for m in items if sentence.start <= m.start < sentence.end]


_DATELINE = re.compile(
    r"[A-ZА-ЯЁ][A-ZА-ЯЁ' -]{2,30}(?:, [A-Z][A-Za-z. ]{2,30})?(?:, [A-Z][a-z]{2,8}\.? \d{1,2})?"
    r"(?: \([^)]{2,30}\))?(?: ?[-–—:]|\.) "
)
_DATELINE_LOW = re.compile(
    r"[A-ZА-Я]\w{2,20}, [A-Z]?[\w. ]{2,12}(?:, \d{4})?(?: \([^)]{2,30}\) ?[-–—]|[,.] [A-Z][\w -]{2,30}\.) "
)


# Reasons that say something of the text; others ("no actor") mostly say that a word meant nothing here.
ASKED_AFTER = frozenset(
    {
        "negated",
        "hypothetical",
        "wanted",
        "planned",
        "private",
        "domestic",
        "unsure",
        "no party of the region",
    }
)


# "Kazakhstan: Finland's president ...", "BLUE HELMETS: A second contingent ...": what the paragraph is about.
_LABEL = re.compile(r"[A-Z][\w'-]*(?: [\w'-]+){0,3}: (?=[\"“]?[A-Z])")


def _bare(sentence: Sentence, lang: str) -> Sentence:
    """The sentence without the dateline of an agency report or the label of a round-up."""
    found = _DATELINE.match(sentence.text) or _DATELINE_LOW.match(sentence.text)
    if found is None and lang == "en":
        found = _LABEL.match(sentence.text)
    if found is None or found.end() >= len(sentence.text):
        return sentence
    return replace(sentence, start=sentence.start + found.end(), text=sentence.text[found.end() :])


def _worth_parsing(sentence: Sentence, mentions: Sequence[Mention], lexicon: Lexicon) -> bool:
    """A sentence with a party, or with a word that may stand for one."""
    if mentions:
        return True
    words = {t.casefold().strip(".,;:!?\"'”“’»«()") for t in sentence.text.split()}
    return bool(words & lexicon.word("anaphors"))


def read(
    text: str,
    *,
    lang: str,
    published: dt.date,
    source: str = "",
    title: str = "",
    scope: str = "central-asia",
) -> Reading:
    """Code an article and keep the decisions. `lang` is one of the seven; `loaders.language` finds it out."""
    text = text[:LONGEST_TEXT] if len(text) > LONGEST_TEXT else text
    lexicon = expressions(lang)
    places = find_mentions(text, lang, published, places=True)
    mentions = [m for m in places if m.kind != "place"]
    titled = find_mentions(title, lang, published)
    known = mentions or titled
    states = frozenset(m.code for m in known if kind_of(m.code) == "state")
    scene = Scene(published, home_of(known), abroad_of(known), states)
    coder = Coder(lexicon, scene, scope, standing=Standing.of(mentions, titled))
    relevant = scope == "any" or any(in_region(m.code) for m in mentions)
    if lang not in verb_final.LANGS and relevant:
        _code(coder, text, lang, places, published)
    moves, seen = coder.moves(), tuple[Seen, ...]()
    if lang in verb_final.LANGS:
        told, kept = verb_final.read_moves(text, lang, published, scope, places)
        moves, seen = tuple(told), tuple(kept)
    comments = find_comments(text, lang, source, published, mentions, moves) if relevant else ()
    left_out = (*_left_out(coder, text), *_seen_and_left(seen, text))
    return Reading(CodedArticle(lang, moves, tuple(comments), left_out), coder, seen)


def _left_out(coder: Coder, text: str) -> Iterator[LeftOut]:
    """What a reader may ask after: expressions that were read and not believed, in the order of the text."""
    for decision in coder.decisions:
        if decision.left_out not in ASKED_AFTER:
            continue
        start, end = decision.hit.span(decision.tree)
        frame, slug = decision.frame, decision.hit.expression.action
        actor, other = (
            ((side.codes()[:1] or ("",))[0] for side in (frame.actor, frame.counterpart))
            if frame
            else ("", "")
        )
        yield LeftOut(slug, start, end, text[start:end], decision.left_out, actor, other)


def _seen_and_left(seen: Sequence[Seen], text: str) -> Iterator[LeftOut]:
    """The same of a verb-final language."""
    for one in seen:
        if one.left_out in ASKED_AFTER:
            start, end = one.span()
            actor, other = ((side[0].code if side else "") for side in (one.actors, one.counterparts))
            slug = one.trigger.expression.action
            yield LeftOut(slug, start, end, text[start:end], one.left_out, actor, other)


def _code(coder: Coder, text: str, lang: str, mentions: Sequence[Mention], published: dt.date) -> None:
    home, paragraph = coder.scene.home, -1
    for full, sentence, tree, inside in parsed(text, lang, mentions):
        spans = [_shifted(d, sentence.start) for d in find_dates(sentence.text, lang, published)]
        if tree is None:
            coder.pass_by(sentence, spans)
            continue
        if sentence.paragraph != paragraph or sentence.start > full.start:
            label = [m.code for m in mentions if full.start <= m.start < sentence.start]
            own = next((c for c in label if c in CENTRAL_ASIA), home)
            foreign = [c for c in label if c not in CENTRAL_ASIA and kind_of(c) == "state"]
            labelled = paragraph >= 0 and len(foreign) == len(label) == 1  # the first is a report's dateline
            coder.scene.enter(own, foreign[0] if labelled else "")
            if paragraph >= 0 and sentence.start > full.start:
                coder.scene.timeline.cut()
        paragraph = sentence.paragraph
        coder.sentence(tree, full, inside, spans)


def parsed(
    text: str, lang: str, mentions: Sequence[Mention]
) -> Iterator[tuple[Sentence, Sentence, Tree | None, list[Mention]]]:
    """Each sentence whole and without its dateline, its tree if it is worth a parser, and what it names."""
    lexicon = expressions(lang)
    chosen: dict[int, list[Mention]] = {}
    sentences = [(full, _bare(full, lang)) for full in prose(text)]
    for _, sentence in sentences:
        inside = _inside(sentence, mentions)
        if len(chosen) < MOST_SENTENCES and _worth_parsing(sentence, inside, lexicon):
            chosen[sentence.index] = inside
    trees = _parse([s for _, s in sentences if s.index in chosen], lang)
    for full, sentence in sentences:
        yield full, sentence, trees.get(sentence.index), chosen.get(sentence.index, [])


def _shifted(span: DateSpan, by: int) -> DateSpan:
    return replace(span, start=span.start + by, end=span.end + by)


def code(
    text: str,
    *,
    lang: str,
    published: dt.date,
    source: str = "",
    title: str = "",
    scope: str = "central-asia",
) -> CodedArticle:
    """Moves and comments of one article. `scope`: central-asia (a party of the region) or any."""
    return read(text, lang=lang, published=published, source=source, title=title, scope=scope).coded
