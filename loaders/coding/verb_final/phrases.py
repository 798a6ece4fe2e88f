"""Parties: the phrases of a sentence that name an actor, each with its case.

"Өзбекстан президенті Шавкат Мирзиёевпен" is Uzbekistan in the comitative (com): an office after the name
carries the case, or the name after the office. Tajik marks cases by prepositions.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from loaders.coding.mentions import Mention
from loaders.coding.verb_final.cases import Piece, case_of_name, case_of_rest
from loaders.coding.verb_final.izafet import end_and_case
from loaders.coding.verb_final.stems import stem_of
from models.vocabulary.lexicon import Lexicon

NAMES = 6  # words that a name may have
PARTICLES = frozenset({"бин", "бен", "ибн", "фон", "дер", "аль", "эль", "де", "ван"}) | frozenset(
    {"bin", "ibn", "fon", "der", "al", "el", "de", "van"}
)
# "What is at the border" after a bare name is no title of its office.
_SOMEWHERE = "дағы дегі тағы тегі дагы деги тагы теги догу дөгү тогу төгү dagi daky däki"
SOMEWHERE = tuple(_SOMEWHERE.split())
POSSESSED = tuple("ыіиуүсiuүs")  # letters with which "his" begins
HIS = re.compile("(?:[лдт][аеоө]р|lar)?(?:[сs]?[ыіиуүi])")
BORDER = "чек"  # Kyrgyz has two words for it
NEAR = 2  # words between a noun that belongs to a state and the office that makes it act
REACH = 6  # words between a name and the office that carries its case
_STOP = re.compile(r"[.,;:«“(]")
BARE = ("nom", "attr")
FROM = ("дан", "ден", "тан", "тен", "нан", "нен", "дон", "дөн", "dan", "den")
ELSEWHERE = ("loc", "dat", "abl", "at")


@dataclass(frozen=True, slots=True)
class Party:
    """A phrase that names an actor, with its case; `start`..`end` are offsets into the sentence."""

    code: str
    case: str
    start: int
    end: int
    kind: str
    name: str
    role: str


def parties(text: str, lexicon: Lexicon, mentions: Sequence[Mention], row: Sequence[Piece]) -> list[Party]:
    """The parties of a sentence in order: neighbouring words about one actor are one party."""
    found: list[Party] = []
    for mention in mentions:
        party = _party(mention, lexicon, row, text, mentions)
        last = found[-1] if found else None
        if last and last.code == party.code and _one(last, party, text[last.end : party.start], lexicon):
            found[-1] = replace(
                party, start=last.start, name=_better(last, party), role=last.role or party.role
            )
        elif not (last and party.start < last.end):
            found.append(party)
    return _coordinated(found, lexicon, text)


def _coordinated(found: list[Party], lexicon: Lexicon, text: str) -> list[Party]:
    """ "A and B-with" are both with; Tajik has its preposition before the first of them."""
    joiners = lexicon.word("and") | lexicon.word("with")
    rows = list(found)
    forward = lexicon.language == "tg"
    joined = False  # whether the later one of a pair has been joined already ("A, B and C")
    order = range(1, len(rows)) if forward else range(len(rows) - 1, 0, -1)
    for n in order:
        before, after = rows[n - 1], rows[n]
        gap = text[before.end : after.start].casefold().strip()
        by_word = gap in joiners and not (forward and gap == "бо")
        by_word = by_word or (gap in ("-", "–") and before.case == "attr")  # "тажик-кыргыз тараптарды"
        by_word = by_word or (forward and not gap and text[before.end - 1] in "ую")  # "Тоҷикистону Қатар"
        if not by_word and not (gap == "," and (joined or forward)):
            joined = False
            continue
        if forward and after.case == "nom" and before.case != "nom":
            rows[n] = replace(after, case=before.case)
        elif forward and after.case == "acc" and before.case in ("nom", "gen"):
            rows[n - 1] = replace(before, case="acc")  # "Тоҷикистону Қирғизистонро"
        elif not forward and gap in lexicon.word("with") and not _both_named(rows, n):
            pass
        elif not forward and (before.case in BARE or gap in lexicon.word("with")):
            rows[n - 1] = replace(before, case=after.case if after.case != "attr" else before.case)
        joined = True
    return rows


def _both_named(rows: Sequence[Party], n: int) -> bool:
    """Whether "A with B" names two of a kind, rather than a companion and then a place or an aim."""
    after = rows[n].case
    if after in ("loc", "at"):
        return False
    return after in ("nom", "gen") or all(p.case != "nom" for p in rows[: n - 1])


def _one(last: Party, party: Party, gap: str, lexicon: Lexicon) -> bool:
    """Whether a second name of the same actor goes on with the phrase before it.

    "Tokayev in Astana" does not: a full phrase in the nominative, then where or whither.
    """
    if len(gap.split()) > 2 or re.search(r"[.,;:«»“”()]", gap) or last.case not in ("nom", "gen", "attr"):
        return False
    if lexicon.language == "tg":  # one actor's names stand side by side, with nothing in between
        return not gap.strip() or last.kind == "adjective"
    if party.kind not in ("metonym", "place"):
        return True
    if party.kind == "place" and last.case == "nom":
        return False
    full = last.case == "nom" and (last.kind == "person" or last.end > last.start + len(last.name))
    return not (full and party.case in ELSEWHERE)


def _better(a: Party, b: Party) -> str:
    return b.name if b.kind == "person" or a.kind != "person" else a.name


def _party(
    mention: Mention, lexicon: Lexicon, row: Sequence[Piece], text: str, mentions: Sequence[Mention]
) -> Party:
    after = [p for p in row if p.start >= mention.end]
    if lexicon.language == "tg":
        end, case = end_and_case(mention, lexicon, row, text, mentions)
    else:
        end, case = _turkic(mention, lexicon, after, text, mentions)
    if mention.kind == "adjective" and end == mention.end and case == "nom" and lexicon.language != "tg":
        case = "attr"
    return Party(mention.code, case, mention.start, end, mention.kind, mention.name, mention.role)


def _turkic(
    mention: Mention, lexicon: Lexicon, after: Sequence[Piece], text: str, mentions: Sequence[Mention]
) -> tuple[int, str]:
    """Where the phrase ends and its case, by endings."""
    lang, end = lexicon.language, mention.end
    case = case_of_name(mention.text, lang)
    later = [m for m in mentions if m.start >= end]
    stop = min((m.start for m in later if case_of_name(m.text, lang) != "at"), default=len(text))
    nearest = min((m.start for m in later), default=len(text))
    if (
        case == "nom"
        and text[end : end + 1] in ("-", "–", "’", "'")
        and after
        and after[0].start == end + 1 < nearest
    ):
        case, end = case_of_rest(after[0].key, lang), after[0].end
    if mention.kind == "person" and case == "nom" and after and after[0].key in PARTICLES:
        end, case = _rest_of_name(after, end, min(stop, nearest), text, lang)  # "Tamim bin Hamad Al Thani"
        after = [p for p in after if p.start >= end]
    with_word = bool(after) and after[0].key in lexicon.word("with")
    if case in ("nom", "gen") and mention.kind not in ("person", "place") and not with_word:
        end, case = _with_office(mention, case, lexicon, after, text[:stop], nearest)
    following = next((p for p in after if p.start >= end), None)
    if following is not None and case in BARE:
        if stem_of(following.key, lexicon.word("by")) is not None:
            return following.end, "nom"
        if following.key in lexicon.word("with"):
            return end, "com"
        if following.key in lexicon.word("for"):
            return end, "dat"
        own = case == "nom" and mention.kind != "person" and following.start < nearest
        if own and _possessed(after, following, lexicon.word("belongs")):
            from_there = stem_of(following.key, lexicon.word("territory")) is not None
            return end, "abl" if from_there and following.key.endswith(FROM) else "gen"
    return end, case


def _possessed(after: Sequence[Piece], noun: Piece, belongs: frozenset[str]) -> bool:
    """Whether the noun that follows is the name's: "шекарасына", not "шекараға" or "шекарадағы"."""
    stem = stem_of(noun.key, belongs)
    if stem is None:
        return False
    rest = noun.key[len(stem) :]
    if stem == BORDER:  # "чек арасына"
        following = next((p for p in after if p.start > noun.start), noun)
        rest = following.key[3:]
    return HIS.match(rest) is not None or (stem in belongs and stem != BORDER)


def _with_office(
    mention: Mention, case: str, lexicon: Lexicon, after: Sequence[Piece], text: str, nearest: int
) -> tuple[int, str]:
    """The phrase goes on to an office ("... министрлігі"), which carries the case, or the name after it.

    `text` ends where the next mention begins (one in between that says where, "Бишкектеги", aside);
    `nearest` is where any begins.
    """
    lang, end, stop = lexicon.language, mention.end, len(text)
    offices = lexicon.word("role")
    blocked = lexicon.word("belongs") | lexicon.word("by") | lexicon.word("between")
    seen = 0
    for n, piece in enumerate(after):
        if piece.start >= stop or _STOP.search(text[mention.end : piece.start]) or seen >= REACH:
            break
        if piece.bare[:1].isdigit():  # "БҰҰ миссиясына 139 бітімгерін": no title goes on after a number
            break
        if end > mention.end and case not in ("nom", "gen"):
            break  # the phrase has had its case
        stem = stem_of(piece.key, offices)
        other = stem_of(piece.key, blocked)
        if other is not None and (stem is None or len(stem) <= len(other)):
            if not _office_near(after[n + 1 :], offices, stop):
                break
            continue  # "чек ара кызматы": the border's service acts
        if case == "nom" and piece.key.endswith(SOMEWHERE):
            break
        seen += 1
        if stem is None:
            continue
        if end > mention.end and case == "nom" and _bare_case(piece.key[len(stem) :], lang):
            break  # "элчиси президентке": to another office
        end, case = piece.end, case_of_rest(piece.key[len(stem) :], lang)
        seen = REACH - 2  # one more office may follow ("сыртқы істер министрлігінің өкілі")
        names = [p for p in after[n + 1 :] if p.start < min(stop, nearest)]
        names = list(takewhile(lambda p: _may_be_name(p, offices), names))
        name_end, name_case = _rest_of_name(names, end, min(stop, nearest), text, lang)
        if name_end > end:
            end, case = name_end, name_case
    return end, case


def _office_near(after: Sequence[Piece], offices: frozenset[str], stop: int) -> bool:
    """Whether an office follows at once."""
    return any(p.start < stop and stem_of(p.key, offices) is not None for p in after[:NEAR])


def _bare_case(rest: str, lang: str) -> bool:
    """Whether an office stands in a case of its own, belonging to nobody named before it."""
    return rest[:1] not in POSSESSED and case_of_rest(rest, lang) != "nom"


def _may_be_name(piece: Piece, offices: frozenset[str]) -> bool:
    """Not an office ("Президентга") and no abbreviation ("СІМ-ге")."""
    return not piece.bare[:2].isupper() and stem_of(piece.key, offices) is None


def _rest_of_name(after: Sequence[Piece], end: int, stop: int, text: str, lang: str) -> tuple[int, str]:
    """The unknown name that follows, and the case that its last word seems to have."""
    case = "nom"
    for name in after[:NAMES]:
        known = name.bare[:1].isupper() or name.key in PARTICLES
        if not known or text[end : name.start].strip() or name.start >= stop:
            break
        end, case = name.end, case_of_rest(name.key, lang, sure=False)
    return end, case
