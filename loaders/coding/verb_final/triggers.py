"""Expressions of the lexicon in a sentence: all their words in one clause, in any order."""

from __future__ import annotations

from dataclasses import dataclass

from loaders.coding.verb_final.reading import Reading
from models.vocabulary.lexicon import Lexicon
from models.vocabulary.phrases import Expression

WINDOW = 11  # words before the head within which its company must stand
AFTER = 8  # words after it
GENERAL = {"meet": 2, "trade": 1, "call": 1}  # where the same words may say something more special
SAID, THAT = 18, "ки"  # words within which Tajik says what was promised, and the word that opens it
SHARED = 2  # words after a converb within which another verb has the same object
CLOSE = 4  # words within which the verb of a phrase follows
SHORTEST = 4  # letters before an ending of a verbal noun


@dataclass(frozen=True, slots=True)
class Trigger:
    """An expression found: `first`..`last` are positions among the sentence's words, `last` is the verb,
    `head` the place of the expression's first word."""

    expression: Expression
    first: int
    last: int
    head: int


def find_triggers(reading: Reading) -> list[Trigger]:
    """The fullest phrases first, then in the order of the text; what stands inside a quotation is speech."""
    found: list[Trigger] = []
    for n, piece in enumerate(reading.row):
        if any(a <= piece.start < b for a, b in reading.quoted):
            continue
        for expression in reading.lexicon.candidates(piece.key):
            spot = _match(expression, n, reading)
            if spot is not None:
                # An event noun is asserted by the verb that ends its clause.
                last = _verb(reading, *spot) if expression.kind == "verb" else _closing(reading, spot[1])
                found.append(Trigger(expression, spot[0], last, n))
    return sorted(found, key=_fullest)


def _fullest(trigger: Trigger) -> tuple[float, ...]:
    """Order of choice: more words, the more special action, the surer phrase, words that stand closer."""
    expression = trigger.expression
    general = GENERAL.get(expression.action, 0)
    return (
        -len(expression.company),
        general,
        -expression.weight,
        trigger.last - trigger.first,
        trigger.last,
    )


def clause_start(reading: Reading, trigger: Trigger) -> int:
    """Offset at which the verb's clause begins: after the last comma that closes another finite verb."""
    row, start, relative = reading.row, 0, False
    for n in range(trigger.first):
        if _opens_relative(reading, n):
            relative = True
        elif _closes(reading, n):
            start = start if relative else row[n + 1].start
            relative = False
    return start


def _opens_relative(reading: Reading, n: int) -> bool:
    """Tajik "Чин, ки дар он ҷо тилло мекобад, ...": a clause about a noun, then the sentence goes on."""
    if reading.lexicon.language != "tg" or reading.row[n + 1].key != "ки":
        return False
    gap = reading.text[reading.row[n].end : reading.row[n + 1].start]
    return "," in gap and not _closes(reading, n)


def clause_end(reading: Reading, trigger: Trigger) -> int:
    """Offset at which it ends; a verb of saying that takes the clause as its object belongs to it."""
    row, sayings = reading.row, reading.lexicon.word("saying")
    for n in range(trigger.last, len(row) - 1):
        if _closes(reading, n) and row[n + 1].key not in sayings:
            return row[n].end
    return len(reading.text)


def _closes(reading: Reading, n: int) -> bool:
    """Whether a clause ends after the word at `n`."""
    finite = tuple(reading.lexicon.word("finite"))
    gap = reading.text[reading.row[n].end : reading.row[n + 1].start]
    if ";" in gap or ":" in gap:
        return True
    return "," in gap and reading.row[n].key.endswith(finite)


def _closing(reading: Reading, spot: int) -> int:
    for n in range(spot, len(reading.row) - 1):
        if _closes(reading, n):
            return n
    return len(reading.row) - 1


def _verb(reading: Reading, first: int, spot: int) -> int:
    """The verb of a phrase that ends in a noun ("күжүрмөн даярдыкка келтирди"): a finite word close by."""
    row, lexicon = reading.row, reading.lexicon
    ends = (*lexicon.word("finite"), *lexicon.word("converb"), *lexicon.word("future"))
    nouns = lexicon.word("not_future")  # "көмек" (help) only looks like a verb
    if lexicon.language == "tg" or any(_ends(row[n].key, ends, nouns) for n in range(first, spot)):
        return spot
    for n in range(spot, min(spot + CLOSE, len(row))):
        if _ends(row[n].key, ends, nouns):
            return n
        if n + 1 < len(row) and _closes(reading, n):
            break
    return spot


def _ends(key: str, ends: tuple[str, ...], nouns: frozenset[str]) -> bool:
    return key.endswith(ends) and key not in nouns


def _match(expression: Expression, head: int, reading: Reading) -> tuple[int, int] | None:
    row = reading.row
    first = last = head
    said = False
    for words in expression.company:
        around = range(max(0, head - WINDOW), min(len(row), head + (SAID if said else AFTER) + 1))
        said = said or THAT in words.whole
        free = said and expression.kind == "verb"  # "эълон кард, ки ... месозад": a clause of its own
        spots = [
            i
            for i in around
            if i != head and row[i].key in words and ((free and i > head) or _together(reading, i, head))
        ]
        if not spots:
            return None
        near = min(spots, key=lambda i: (abs(i - head), i))
        first, last = min(first, near), max(last, near)
    if any(row[i].key in expression.blocked for i in range(max(0, first - 2), last + 1)):
        return None
    if expression.kind == "verb":
        verb = row[last].key
        if expression.action == "sign" and _attribute(reading, verb):
            return None
        if _verbal_noun(verb, expression, reading.lexicon):
            return None
        following = row[last + 1].key if last + 1 < len(row) else ""
        finite = verb.endswith(tuple(reading.lexicon.word("finite")))
        if not finite and _verbal_noun(following, expression, reading.lexicon):
            return None  # "алып салуу": to take off
    return first, last


def _together(reading: Reading, a: int, b: int) -> bool:
    """Whether two words stand in one clause; a comma after a converb ends one, too."""
    a, b = sorted((a, b))
    converb = reading.lexicon.word("converb") and tuple(reading.lexicon.word("converb"))
    for n in range(a, b):
        gap = reading.text[reading.row[n].end : reading.row[n + 1].start]
        shared = b - n <= SHARED  # "келісімді талқылап, мақұлдады": one object of both verbs
        chained = converb and "," in gap and reading.row[n].key.endswith(converb)
        if _closes(reading, n) or (chained and not shared):
            return False
    return True


def _attribute(reading: Reading, last: str) -> bool:
    """ "A signed agreement": the participle stands before its noun, which ends the phrase."""
    ends = (
        *reading.lexicon.word("finite"),
        *reading.lexicon.word("converb"),
        *reading.lexicon.word("future"),
    )
    return reading.lexicon.language != "tg" and not last.endswith(ends)


def _verbal_noun(key: str, expression: Expression, lexicon: Lexicon) -> bool:
    """ "To hold a drill" asserts none, unless the lexicon lists that very form."""
    endings = tuple(e for e in lexicon.word("verbal_noun") if len(key) >= SHORTEST + len(e) - 1)
    if not endings or not key.endswith(endings):
        return False
    return not any(key in words.whole for words in (expression.head, *expression.company))
