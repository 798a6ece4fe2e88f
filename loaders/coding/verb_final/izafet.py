"""Tajik phrases: a preposition before the name marks its case, or -ро after it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.coding.mentions import Mention
from loaders.coding.verb_final.cases import Piece, case_of_name
from loaders.coding.verb_final.stems import stem_of
from models.vocabulary.lexicon import Lexicon

PREPOSITIONS = {
    "ба": "dat",
    "бо": "com",
    "аз": "abl",
    "дар": "loc",
    "барои": "dat",
    "назди": "dat",
    "миени": "nom",
    "байни": "nom",
}
SELF = ("худро", "хешро")
BACK = 6  # words between a Tajik preposition and the name
MEDIATION = ("миенарав", "миенҷиг")  # "бо миёнаравии Эрон": neither acts nor is acted upon


def end_and_case(
    mention: Mention, lexicon: Lexicon, row: Sequence[Piece], text: str, mentions: Sequence[Mention]
) -> tuple[int, str]:
    """Where the phrase ends and its case, by the preposition before it or -ро at the end."""
    end, case = mention.end, case_of_name(mention.text, "tg")
    for piece in (p for p in row if p.start >= mention.end):
        if not piece.bare[:1].isupper() or text[end : piece.start].strip():
            break
        if any(m.start <= piece.start < m.end for m in mentions):
            break
        end = piece.end
        if piece.key.endswith("ро"):
            return end, "acc"
    own = next((p for p in row if p.start >= mention.end), None)
    if own is not None and own.key in SELF:  # "ҳамтои тоҷики худро": his own colleague
        return own.end, "acc"
    if case != "nom":
        return mention.end, case
    return mention.end, _by_preposition(mention, lexicon, row, text, mentions)


def _by_preposition(
    mention: Mention, lexicon: Lexicon, row: Sequence[Piece], text: str, mentions: Sequence[Mention]
) -> str:
    """Tajik: "ба намояндаи Афғонистон" is dative; "шаҳрвандони Тоҷикистон" belongs to it, does not act."""
    before = [p for p in row if p.end <= mention.start][-BACK:]
    chain: list[str] = []
    lower = {p.key for p in before if not _capital(p)}
    for piece in reversed(before):
        if re.search(r"[.,;:«»]", text[piece.end : mention.start]):
            break
        other = next((m for m in mentions if m.start <= piece.start < m.end), mention)
        if other.code != mention.code:
            break
        if piece.key in PREPOSITIONS and any(word.startswith(MEDIATION) for word in chain):
            return "by"
        if piece.key in PREPOSITIONS:
            by = any(stem_of(word, lexicon.word("by")) is not None for word in chain)
            return "nom" if by else PREPOSITIONS[piece.key]
        if not (piece.key.endswith(("и", "ӣ", "аш", "ашон")) or piece.bare[:1].isupper()):
            break
        if _capital(piece) and not piece.key.endswith(("и", "ӣ")) and any(w in lower for w in chain):
            break  # a name in another phrase: "дар ВМКБ машқҳои ... Тоҷикистон"
        chain.append(piece.key)
    offices = lexicon.word("role")
    if chain and not any(stem_of(word, offices) is not None for word in chain) and not _capital(before[-1]):
        return "gen"
    return "nom"


def _capital(piece: Piece) -> bool:
    return piece.bare[:1].isupper()
