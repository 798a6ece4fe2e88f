"""Finds the possible speakers in a sentence: names, surnames, pronouns, "the expert", ministries."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from loaders.coding.speech import inflection, names, roles
from loaders.coding.speech.cues import Cues
from loaders.coding.speech.speakers import INSTITUTION, NAME, PRONOUN, STAND_IN, SURNAME, People, Person, Ref
from loaders.coding.speech.text import Line, Token, plain

_TITLES = ("ologist", "онолог", "nomist", "шунос", "шинос", "дон")


def capital_runs(tokens: Sequence[Token], cues: Cues) -> Iterator[tuple[int, int]]:
    """Spans of capitalised words outside quotations, particles and initials inside them included."""
    at = 0
    while at < len(tokens):
        if not tokens[at].capital or tokens[at].quote >= 0:
            at += 1
            continue
        end = at + 1
        while end < len(tokens) and tokens[end].quote < 0:
            token = tokens[end]
            if (
                token.capital
                or (token.text == "." and len(tokens[end - 1].text) == 1)
                or (cues.has("particles", token.low) and _goes_on(tokens, end, cues))
            ):
                end += 1
            else:
                break
        yield at, end
        at = end


def _goes_on(tokens: Sequence[Token], at: int, cues: Cues) -> bool:
    """A particle belongs to the name when a capital follows, or when it closes one ("Asylbek kyzy")."""
    if cues.has("closing_particles", tokens[at].low):
        return True
    following = at + 1
    while following < len(tokens) and cues.has("particles", tokens[following].low):
        following += 1
    return following < len(tokens) and tokens[following].capital


def _pieces(
    tokens: Sequence[Token], start: int, end: int, cues: Cues, foreign: frozenset[int]
) -> Iterator[tuple[int, int]]:
    """Parts of a run of capitals that may be names: cut at titles, countries and abbreviations."""
    begin = start
    for at in range(start, end):
        token = tokens[at]
        low = names.bare(token.low)
        breaker = (
            token.start in foreign
            or cues.has("not_names", low)
            or cues.has("institutions", low)
            or (len(token.text) > 1 and token.text.isupper())
            or (at == 0 and bool(cues.stems) and inflection.is_common(low))
        )
        title = roles.is_role(low, cues) or (end - at > 2 and low.endswith(_TITLES) and at == start)
        if breaker or (title and not (at > begin and at == end - 1)):
            if begin < at:
                yield begin, at
            begin = at + 1
    if begin < end:
        yield begin, end


def _trim(tokens: Sequence[Token], start: int, end: int, cues: Cues) -> int:
    """First token of the name proper: two words in Russian, three with a patronymic or a particle."""
    if not cues.stems or end - start <= 2:
        return start
    keep = 2
    if (
        cues.has("particles", tokens[end - 1].low)
        or cues.has("particles", tokens[end - 2].low)
        or tokens[end - 2].low.endswith(("вич", "вна", "вича", "вны", "чна"))
        or tokens[start].text in {"Ахмад", "Абдул"}
    ):
        keep = 3
    elif tokens[end - 2].text == ".":
        keep = min(end - start, 5)
    return max(start, end - keep)


def refs(line: Line, text: str, people: People, foreign: frozenset[int], known: frozenset[int]) -> list[Ref]:
    """Every mention of a possible speaker in the line, in order."""
    cues, tokens = people.cues, line.tokens
    found: list[Ref] = []
    taken: set[int] = set()
    for start, end in capital_runs(tokens, cues):
        for first, last in _pieces(tokens, start, end, cues, foreign):
            ref = _named(tokens, text, first, last, people, known, foreign)
            if ref is not None:
                found.append(ref)
                taken.update(range(ref.start, ref.end))
    for at, token in enumerate(tokens):
        if at in taken or token.quote >= 0:
            continue
        if token.low in cues.genders and cues.has("pronoun_words", token.low):
            found.append(Ref(at, at + 1, at, at + 1, None, PRONOUN, cues.genders[token.low]))
        elif cues.has("stand_ins", token.low) and not (at + 1 < len(tokens) and at + 1 in taken):
            left = _bare_left(tokens, at, cues)
            if left is not None:
                found.append(Ref(at, at + 1, left, at + 1, None, STAND_IN, noun=token.low))
        elif cues.has("institutions", token.low):
            found.append(_institution(tokens, text, at, cues))
    found.sort(key=lambda ref: (ref.start, -ref.end))
    return _outermost(found)


def _outermost(found: list[Ref]) -> list[Ref]:
    """Without the mentions inside another's role or apposition: "Kremlin spokesman"."""
    spans = [(ref.left, ref.right, ref) for ref in found if ref.sort == NAME]
    return [
        ref
        for ref in found
        if not any(
            owner is not ref
            and left <= ref.start
            and ref.end <= right
            and not (owner.start <= ref.start < owner.end)
            and (ref.sort != NAME or ref.start > owner.start)
            for left, right, owner in spans
        )
    ]


def _named(
    tokens: Sequence[Token],
    text: str,
    first: int,
    last: int,
    people: People,
    known: frozenset[int],
    foreign: frozenset[int],
) -> Ref | None:
    cues = people.cues
    official = any(t.start in known for t in tokens[first:last])
    first = first if tokens[first].start in known else _trim(tokens, first, last, cues)
    if last - first > 2 and first > 1 and cues.has("portfolio_links", tokens[first - 1].low):
        first += any(roles.is_role(t.low, cues) for t in tokens[max(0, first - 4) : first])
    words = [t for t in tokens[first:last] if t.word]
    if len(words) < 2:
        person = people.find(tokens[first].text)
        if person is None and official:
            name = names.bare(tokens[first].text)
            left = roles.role_before(tokens, first, 0, cues)
            person = people.meet(name, _phrase(tokens, text, left, first), official)
        return Ref(first, last, first, last, person, SURNAME) if person else None
    if cues.stems and not official and (words[-1].text.isascii() or inflection.is_place(words[-1].low)):
        return None  # an agency in Latin letters, a place
    if len(words) > 5 or (
        cues.stems
        and tokens[last - 1].low.endswith(("ого", "ому", "ых", "их"))
        and first + 1 < last
        and len(tokens[last - 1].text) > 6
    ):
        return None
    left = roles.role_before(tokens, first, 0, cues)
    after, right = roles.role_after(tokens, last, cues, left < first)
    role = (
        _phrase(tokens, text, left, first)
        or _before_comma(tokens, text, first, cues)
        or _phrase(tokens, text, after, right)
    )
    name = names.bare(text[tokens[first].start : tokens[last - 1].end])
    proper = not cues.stems and tokens[0].start in foreign
    if role and left == 0 and left < first and not proper:
        role = _uncapitalised(tokens, first, role, cues)
    if cues.stems:
        name, role = _russian(tokens, left, first, name, role, people)
    elif cues.final:
        name = _uninflected(name, cues)
    state = any(t.start in foreign for t in tokens[left:first] or tokens[after:right])
    person = people.meet(name, role, official, state)
    if left == first and first > 2 and tokens[first - 1].text == "," and role and after == right:
        left = roles.role_before(tokens, first - 1, 0, cues)
    return Ref(first, last, left, right if right > after else last, person, NAME)


def _russian(
    tokens: Sequence[Token], left: int, first: int, name: str, role: str, people: People
) -> tuple[str, str]:
    cues = people.cues
    governed = "gent" if _governed(tokens, left, cues) else ""
    case = governed or inflection.case_of_name(name.split()[0]) or "nomn"
    if left < first:
        head = next((t for t in tokens[left:first] if roles.is_role(t.low, cues)), tokens[left])
        case = inflection.case_of(head.text, governed)
        if case != "nomn":
            role = inflection.nominative_role(role, lambda word: roles.is_role(word, cues))
    known = people.find(name)
    if known is not None and not people.other(known.name, name):
        if left < first and case == "nomn":
            people.settle(known, name)
        return known.name, role
    return names.nominative(name, case), role


def _governed(tokens: Sequence[Token], left: int, cues: Cues) -> bool:
    """Whether a preposition of attribution stands before the role or the name: it takes the genitive."""
    words = tuple(t.low for t in tokens[max(0, left - 4) : left])
    for first in range(len(words)):
        if any(words[first:] == before for before, _ in cues.source.get(words[first], ())):
            return True
    return False


def _uninflected(name: str, cues: Cues) -> str:
    """A name without the case ending of its last word: Toʻrayevning → Toʻrayev."""
    size = len(name.split()[-1])
    endings = [e for e in cues.words.get("endings", ()) if name.endswith(e) and size - len(e) > 2]
    return name.removesuffix(max(endings, key=len)) if endings else name


def _uncapitalised(tokens: Sequence[Token], name: int, role: str, cues: Cues) -> str:
    """A role that opens its sentence, without the capital that it owes to its place; titles keep theirs."""
    word = tokens[0].low
    if cues.language == "en":
        common = cues.has("experts", word) or cues.has("former", word) or cues.has("not_names", word)
        if not common or (any(t.capital for t in tokens[1:name]) and not cues.has("former", word)):
            return role
        if name == 1 and not cues.has("experts", word):
            return role
    return role if role.split()[0].isupper() else role[0].lower() + role[1:]


def _phrase(tokens: Sequence[Token], text: str, start: int, end: int) -> str:
    return text[tokens[start].start : tokens[end - 1].end].strip(" ,") if start < end else ""


def _before_comma(tokens: Sequence[Token], text: str, name: int, cues: Cues) -> str:
    """The role in "the head of the institute, Yerkin Tukumov, said"."""
    if name < 3 or tokens[name - 1].text != ",":
        return ""
    start = roles.role_before(tokens, name - 1, 0, cues)
    if start >= name - 1:
        return ""
    if start and tokens[name - 2].capital and tokens[start].capital:
        return ""  # "in a commentary for The Diplomat, Catherine Putz"
    role = _phrase(tokens, text, start, name - 1)
    return role.removeprefix("the ").removeprefix("The ")


def _bare_left(tokens: Sequence[Token], at: int, cues: Cues) -> int | None:
    """Where "the retired colonel" begins; None where the noun is no bare description."""
    if not cues.words.get("articles"):
        return at
    for back in range(1, 4):
        if at - back < 0:
            return None
        low = tokens[at - back].low
        if cues.has("articles", low):
            return at - back
        if not tokens[at - back].word:
            return None
    return None


def _institution(tokens: Sequence[Token], text: str, at: int, cues: Cues) -> Ref:
    """A ministry or an embassy as the speaker: its name without article and position in the sentence."""
    left = at
    while (
        left > 0
        and at - left < 5
        and tokens[left - 1].word
        and tokens[left - 1].quote < 0
        and (
            (tokens[left - 1].capital and left > 1)
            or cues.has("institution_parts", names.bare(tokens[left - 1].low))
        )
    ):
        left -= 1
    if left > 0 and tokens[left - 1].capital and left == 1 and not cues.has("articles", tokens[0].low):
        left = 0
    right = at + 1
    while (
        right < len(tokens)
        and right - at < 6
        and (tokens[right].capital or cues.has("institution_parts", tokens[right].low))
        and tokens[right].quote < 0
    ):
        right += 1
    while right > at + 1 and tokens[right - 1].low in {"of", "for", "the", "in"}:
        right -= 1
    while left < at and (tokens[left].low == "the" or cues.has("prepositions", tokens[left].low)):
        left += 1
    name = _phrase(tokens, text, left, right)
    person = Person(name, "", "official", "", plain(name))
    article = left > 0 and tokens[left - 1].low == "the"
    return Ref(left, right, left - article, right, person, INSTITUTION)
