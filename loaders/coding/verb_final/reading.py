"""One sentence as the rules of the verb-final languages see it, and the scene set before it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import MutableMapping, Sequence
from dataclasses import dataclass, field

from loaders.coding.dates import DateSpan, find_dates
from loaders.coding.mentions import Mention
from loaders.coding.suffixes import is_ending
from loaders.coding.syntax import Sentence
from loaders.coding.verb_final.cases import Piece, pieces
from loaders.coding.verb_final.phrases import Party, parties
from loaders.coding.verb_final.strangers import learn, recalled, without_titles
from models.vocabulary import actors
from models.vocabulary.lexicon import Lexicon, expressions

HOME = {"kk": "KAZ", "ky": "KGZ", "uz": "UZB", "tg": "TJK", "tk": "TKM"}
_QUOTED = re.compile(r"[«“„\"][^«»“”„\"]{0,400}[»”\"]")
EXACT = 6  # letters up to which a single word takes no endings
SHORTEST_QUOTE = 4  # words: a shorter one is a name in quotation marks


@dataclass
class Scene:
    """What the text has told so far: the last pair, who acted, the day, and the paragraph that told it.

    `told` is the last day that the text named, of a move or not: "a day later" counts from it.
    """

    pair: tuple[str, str] | None = None
    actor: str | None = None
    action: str = ""
    date: dt.date | None = None
    precision: str = "day"
    paragraph: int = -1
    told: dt.date | None = None
    told_precision: str = "day"


@dataclass
class Reading:
    """A sentence with its words, parties and dates; offsets are offsets into the sentence.

    `parties` are actors; `places` towns and regions (kind place), which act never but may be gone to.
    """

    sentence: Sentence
    lexicon: Lexicon
    published: dt.date
    row: list[Piece]
    parties: list[Party]
    places: list[Party]
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

    def any_word(self, name: str) -> bool:
        """Whether a word of a closed class stands in the sentence (starred ones by their beginning)."""
        return bool(self.words_of(name, 0, len(self.row)))

    def words_of(self, name: str, first: int, stop: int) -> list[int]:
        """Positions from `first` up to `stop` at which a word of a closed class stands."""
        marks = self.lexicon.word(name)
        begins = tuple(mark[:-1] for mark in marks if mark.endswith("*"))
        span = range(max(0, first), min(stop, len(self.row)))
        return [
            i for i in span if self.row[i].key in marks or (begins and self.row[i].key.startswith(begins))
        ]

    def has_phrase(self, name: str, start: int, end: int, free: bool = False) -> bool:
        """Whether a phrase of a closed class stands between two offsets; long ones may take endings.

        `free`: words that belong to a party do not count ("the president" of another state).
        """
        taken = [(p.start, p.end) for p in self.parties] if free else []
        keys = [
            p.key for p in self.row if start <= p.start < end and not any(a <= p.start < b for a, b in taken)
        ]
        return any(self._stands(phrase.split(), keys) for phrase in self.lexicon.word(name))

    def _stands(self, phrase: list[str], keys: list[str]) -> bool:
        *front, last = phrase
        loose = bool(front) or len(last) > EXACT
        for n in range(len(keys) - len(front)):
            key = keys[n + len(front)]
            if keys[n : n + len(front)] != front or not key.startswith(last):
                continue
            if key == last or (loose and is_ending(key[len(last) :], self.lexicon.language)):
                return True
        return False


def read(
    sentence: Sentence,
    lang: str,
    published: dt.date,
    mentions: Sequence[Mention],
    known: MutableMapping[str, Mention],
) -> Reading:
    """Everything that the rules need to know of a sentence.

    `mentions` are those of the whole text. `known` are people whom the vocabulary lacks, by surname: a name
    after a foreign office teaches one ("Italiya Bosh vaziri Jorja Meloni"), later sentences use it.
    """
    lexicon = expressions(lang)
    row = pieces(sentence.text, lang)
    inside = [_shifted(m, sentence.start) for m in mentions if sentence.start <= m.start < sentence.end]
    inside = without_titles(row, inside, lang)
    inside = sorted([*inside, *recalled(row, inside, known, lang)], key=lambda m: m.start)
    found = parties(sentence.text, lexicon, inside, row)
    learn(row, inside, found, known, lexicon)
    return Reading(
        sentence,
        lexicon,
        published,
        row,
        [p for p in found if p.kind != "place"],
        [p for p in found if p.kind == "place"],
        find_dates(sentence.text, lang, published),
        [m.span() for m in _QUOTED.finditer(sentence.text) if len(m.group().split()) >= SHORTEST_QUOTE],
    )


def _shifted(m: Mention, by: int) -> Mention:
    return Mention(m.start - by, m.end - by, m.text, m.code, m.kind, m.name, m.role)


def named(code: str) -> Party:
    """A party that the sentence itself does not name."""
    name = actors()[code].name["en"] if code in actors() else code
    return Party(code, "nom", 0, 0, "scene", name, "")
