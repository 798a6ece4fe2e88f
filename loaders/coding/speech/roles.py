"""The role that a text gives to a person: where it stands, its nominative, and for whom he speaks."""

from __future__ import annotations

from collections.abc import Sequence

from loaders.coding.speech.cues import Cues
from loaders.coding.speech.inflection import is_verb
from loaders.coding.speech.text import Token, plain

_PARTICIPLES = frozenset(
    {"retired", "united", "exiled", "renowned", "disgraced", "acclaimed", "appointed", "elected"}
)
_ACTING = ("ющий", "ющая", "вший", "вшая", "ящий", "ящая")
_LINKS = frozenset({"of", "for", "in", "at", "to", "and", "on"})
REACH = 16  # words: no role in the development texts is longer
_PUNCTUATION = frozenset(".,;:!?…—–()[]")
_ADJECTIVE = (
    "ый",
    "ий",
    "ой",
    "ая",
    "яя",
    "ого",
    "его",
    "ому",
    "ему",
    "ым",
    "им",
    "ую",
    "юю",
    "ные",
    "вшая",
    "вший",
)


SHORT_ENDING = 4  # letters up to which an occupation's ending may end a name as well


def is_role(word: str, cues: Cues) -> bool:
    """Whether a word names an occupation or an office in this language."""
    for prefix in ("экс-", "ex-", "вице-", "vice-", "co-"):
        word = word.removeprefix(prefix)
    return (
        cues.stem("experts", word)
        or cues.stem("officials", word)
        or any(
            cues.stem("experts", part) or cues.stem("officials", part)
            for part in word.split("-")[:2]
            if len(part) > 4
        )
    )


def _occupation(token: Token, cues: Cues) -> bool:
    """Whether a word of small letters looks like an occupation by its ending: "turkologist", «тюрколог».

    In the verb-final languages long endings tell it with a capital, too: "Elshunos Nargiza Rahimova".
    """
    endings = tuple(cues.words.get("occupation_endings", ()))
    if token.capital:
        endings = tuple(e for e in endings if cues.final and len(e) > SHORT_ENDING)
    return len(token.low) > SHORT_ENDING + 2 and bool(endings) and token.low.endswith(endings)


def role_before(tokens: Sequence[Token], name: int, floor: int, cues: Cues) -> int:
    """First token of the role that runs up to the name at `name`, or `name` itself where there is none."""
    start = _one_role(tokens, name, floor, cues)
    if floor + 1 < start < name and tokens[start - 1].text == ",":
        start = min(start, _second(_one_role(tokens, start - 1, floor, cues), start))
    return start


def _second(earlier: int, start: int) -> int:
    """Where a role of two parts begins: "head of the centre, doctor of economics X"."""
    return earlier if earlier < start - 1 else start


def _one_role(tokens: Sequence[Token], name: int, floor: int, cues: Cues) -> int:
    low = max(floor, name - REACH)
    first = name
    while first > low:
        title = _title(tokens, first, low)
        if title == first and _bars_role(tokens, first - 1, low, cues):
            break
        first = title if title < first else first - 1
    if first == name or (cues.language == "en" and tokens[name - 1].low in _LINKS):
        return name
    heads = [i for i in range(first, name) if _head(tokens, i, name, cues)]
    if not heads:
        return name
    start = heads[0]
    if cues.stems:
        while start > first and tokens[start - 1].low.endswith(_ADJECTIVE):
            start -= 1
        return start
    if cues.language != "en":
        return max(first, start - 3)
    links = [i for i in range(first, start) if tokens[i].low in _LINKS - {"and"}]
    first = links[-1] + 1 if links else first
    while first < start and (
        tokens[first].low in {"the", "another", "and"} or cues.has("skip", tokens[first].low)
    ):
        first += 1
    return first


def _title(tokens: Sequence[Token], end: int, low: int) -> int:
    """Where a short quoted title before `end` begins, as in «редактор журнала „Степь“ X», else `end`."""
    first = end
    while first > low and end - first < 7 and tokens[first - 1].quote >= 0:
        first -= 1
    return first if first > low and tokens[first - 1].word and tokens[first - 1].quote < 0 else end


def _bars_role(tokens: Sequence[Token], at: int, low: int, cues: Cues) -> bool:
    """Whether the word at `at` cannot stand in a role."""
    token = tokens[at]
    if token.text in _PUNCTUATION or token.quote >= 0 or cues.has("months", token.low):
        return True
    before = tokens[at - 1].low if at > low else ""
    if cues.has("role_joins", token.low) and (
        is_role(before, cues) or (token.low == "and" and _opens(tokens, at))
    ):
        return False  # "Activist and former diplomat", «эксперт по безопасности»
    if cues.has("stops", token.low):
        return True
    if cues.language == "en" and token.low.endswith("ed") and "-" not in token.low:
        return token.low not in _PARTICIPLES
    if cues.stems and is_verb(token.low):
        return True
    return (token.low in cues.verbs or token.low in cues.genders) and not is_role(token.low, cues)


def _opens(tokens: Sequence[Token], at: int) -> bool:
    """Whether one small word stands between this one and the start of its clause: "oil and gas"."""
    return at >= 1 and not tokens[at - 1].capital and (at == 1 or not tokens[at - 2].word)


def _head(tokens: Sequence[Token], at: int, name: int, cues: Cues) -> bool:
    """Whether a word is the occupation itself, and in the singular."""
    token = tokens[at]
    if cues.stems and token.low.endswith(("ых", "их", "ам", "ям", "ами")) and at + 1 < name:
        return False
    if token.low in {"глав", "лидеров"}:
        return False  # genitive plural: "встреч глав государств"
    return is_role(token.low, cues) or _occupation(token, cues)


def role_after(tokens: Sequence[Token], name_end: int, cues: Cues, given: bool = False) -> tuple[int, int]:
    """Tokens of an apposition after the name (", a lecturer in Tashkent,"), or an empty span.

    Where a role is `given` before the name, only a relative clause or a participle goes on about the person.
    """
    at = name_end
    if at >= len(tokens):
        return name_end, name_end
    comma = tokens[at].text == ","
    start = at + 1 if comma else at
    if start >= len(tokens) or tokens[start].quote >= 0:
        return name_end, name_end
    if not comma and not (cues.language == "en" and tokens[start].low in {"of", "from", "at", "with"}):
        return name_end, name_end
    end = start
    while end < len(tokens) and end - start < REACH + 6:
        token = tokens[end]
        if token.text in _PUNCTUATION or (token.quote >= 0 and tokens[end - 1].text in _PUNCTUATION):
            break
        if not comma and (token.low in cues.verbs or cues.has("stops", token.low)):
            break
        end += 1
    words = tokens[start:end]
    if not words or not _is_apposition(words, comma, given, cues):
        return name_end, name_end
    return start, end


def _is_apposition(words: Sequence[Token], comma: bool, given: bool, cues: Cues) -> bool:
    first = words[0].low
    if cues.has("relatives", first) or (cues.stems and first.endswith(_ACTING)):
        return True
    if given and comma:
        return False
    if not comma or (cues.has("apposition", first) and not cues.has("articles", first)):
        return True
    if cues.has("former", first) or (cues.stems and cues.stem("former", first)):
        return True
    if first in cues.genders or (first in cues.verbs and not is_role(first, cues)):
        return False
    reach = 7 if first in {"a", "an", "the"} else 5
    return any(is_role(word.low, cues) for word in words[:reach])


def kind_of(role: str, known_official: bool, cues: Cues, state: bool = False) -> str:
    """`expert` or `official`; a former official is an expert. `state`: the role names a country."""
    words = [w.strip('.,()«»"') for w in plain(role).split()]
    if any(w in cues.words.get("former", ()) or (cues.stems and cues.stem("former", w)) for w in words):
        return "expert"
    learned = any(cues.stem("learned", w) for w in words)
    state = state or any(cues.stem("state_words", w) for w in words)
    for word in words:
        expert, official = cues.stem("experts", word), cues.stem("officials", word)
        if learned and (expert or official):
            return "official" if cues.stem("firm_officials", word) else "expert"
        if expert and official:
            return "official" if known_official or state else "expert"
        if expert or official:
            return "official" if official else "expert"
    return "official" if known_official else "expert"
