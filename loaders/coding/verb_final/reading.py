"""One sentence as the rules of the verb-final languages see it, and the scene set before it."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, field

from loaders.coding.dates import DateSpan, find_dates
from loaders.coding.mentions import find_mentions
from loaders.coding.syntax import Sentence
from loaders.coding.verb_final.cases import Party, Piece, parties, pieces
from models.vocabulary import actors
from models.vocabulary.lexicon import Lexicon, expressions

HOME = {"kk": "KAZ", "ky": "KGZ", "uz": "UZB", "tg": "TJK", "tk": "TKM"}
_QUOTED = re.compile(r"[«“„\"][^«»“”„\"]{0,400}[»”\"]")
SHORTEST_QUOTE = 4  # words: a shorter one is a name in quotation marks


@dataclass
class Scene:
    """What the text has told so far: the last pair, who acted, the day, and the paragraph that told it."""

    pair: tuple[str, str] | None = None
    actor: str | None = None
    date: dt.date | None = None
    precision: str = "day"
    paragraph: int = -1


@dataclass
class Reading:
    """A sentence with its words, parties and dates; offsets are offsets into the sentence."""

    sentence: Sentence
    lexicon: Lexicon
    published: dt.date
    row: list[Piece]
    parties: list[Party]
    dates: list[DateSpan]
    quoted: list[tuple[int, int]] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The sentence as it stands."""
        return self.sentence.text

    @property
    def home(self) -> Party:
        """The state at home in the language: whom "the head of state" means in its press."""
        return named(HOME[self.lexicon.language])


def read(sentence: Sentence, lang: str, published: dt.date) -> Reading:
    """Everything that the rules need to know of a sentence."""
    lexicon = expressions(lang)
    row = pieces(sentence.text, lang)
    mentions = find_mentions(sentence.text, lang, published)
    return Reading(
        sentence,
        lexicon,
        published,
        row,
        parties(sentence.text, lexicon, mentions, row),
        find_dates(sentence.text, lang, published),
        [m.span() for m in _QUOTED.finditer(sentence.text) if len(m.group().split()) >= SHORTEST_QUOTE],
    )


def named(code: str) -> Party:
    """A party that the sentence itself does not name."""
    name = actors()[code].name["en"] if code in actors() else code
    return Party(code, "nom", 0, 0, "scene", name, "")
