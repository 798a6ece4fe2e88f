"""People whom the vocabulary lacks: a text that gives their office once may use the bare surname later."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, MutableMapping, Sequence

from loaders.coding.mentions import Mention
from loaders.coding.suffixes import is_ending
from loaders.coding.verb_final.cases import Piece, case_of_rest
from loaders.coding.verb_final.phrases import Party
from models.vocabulary.lexicon import Lexicon

SHORTEST = 4  # letters of a surname
CHAIRED = ("ҷумҳур", "маҷлис", "кумита", "парлумон", "шӯро", "бонк", "давлат", "ширкат", "созмон", "ноҳия")


def learn(
    row: Sequence[Piece],
    mentions: Sequence[Mention],
    parties: Sequence[Party],
    known: MutableMapping[str, Mention],
    lexicon: Lexicon,
) -> None:
    """Keep the surname at the end of "Italiya Bosh vaziri Jorja Meloni"."""
    for party in parties:
        if party.kind not in ("name", "adjective", "metonym", "organisation"):
            continue
        last = next((p for p in row if p.end == party.end), None)
        if last is None or not last.bare[:1].isupper() or len(last.key) < SHORTEST:
            continue
        before = [p for p in row if party.start <= p.start < last.start]
        if not before or not before[-1].bare[:1].isupper() or _taken(last, mentions):
            continue
        if case_of_rest(last.key, lexicon.language, sure=False) == "nom":
            known[last.key] = Mention(0, 0, last.bare, party.code, "person", party.name, "")


def without_titles(row: Sequence[Piece], mentions: Sequence[Mention], lang: str) -> list[Mention]:
    """Tajik "Раиси Ҷумҳурии ..." is a chairman, not the late president Raisi."""
    if lang != "tg":
        return list(mentions)
    kept = []
    for m in mentions:
        after = next((p for p in row if p.start >= m.end), None)
        chaired = after is not None and (after.bare[:1].isupper() or after.key.startswith(CHAIRED))
        if m.text == "Раиси" and chaired:
            continue
        kept.append(m)
    return kept


def recalled(
    row: Sequence[Piece], mentions: Sequence[Mention], known: Mapping[str, Mention], lang: str
) -> Iterator[Mention]:
    """The surnames of the text's own people in a sentence, with the name before them."""
    for n, piece in enumerate(row):
        if not piece.bare[:1].isupper() or _taken(piece, mentions):
            continue
        for surname, person in known.items():
            if piece.key.startswith(surname) and is_ending(piece.key[len(surname) :], lang):
                start = piece.start
                if n and row[n - 1].bare[:1].isupper() and row[n - 1].end + 1 == piece.start:
                    start = start if _taken(row[n - 1], mentions) else row[n - 1].start
                yield Mention(start, piece.end, piece.bare, person.code, "person", person.name, "")
                break


def _taken(piece: Piece, mentions: Sequence[Mention]) -> bool:
    return any(m.start <= piece.start < m.end for m in mentions)
