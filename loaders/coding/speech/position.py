"""Commentary or the bare attribution of a fact.

The codebook: opinion, explanation or position is commentary; "the ministry reported that trade grew" is
not, and a promise or an announcement is a move. An expert's remark always counts. An official's or a
ministry's indirect words count when the verb itself is one of judgement ("insists", "considers"), or when
they deny or prescribe; figures and plans do not.
"""

from __future__ import annotations

import re

from loaders.coding.speech.cues import JUDGE, Cues
from loaders.coding.speech.frames import SOURCE
from loaders.coding.speech.remarks import Remark
from loaders.coding.speech.spans import DIRECT, MIXED
from loaders.coding.speech.speakers import INSTITUTION
from loaders.coding.speech.text import plain

_WORD = re.compile(r"[^\W_]+(?:[-'’ʻʼ][^\W_]+)*")


def is_commentary(text: str, remark: Remark, cues: Cues) -> bool:
    """Whether a remark is commentary by the codebook."""
    words = [plain(w) for w in _WORD.findall(text[remark.start : remark.end])]
    if not words:
        return False
    official = remark.person.kind == "official" or remark.sort == INSTITUTION
    if not official:  # "according to Al Jazeera" names a witness, no thinker
        return bool(remark.person.role) or remark.person.known or remark.kind != SOURCE
    if remark.mode == DIRECT:
        return len(words) > 1 and remark.sort != INSTITUTION
    if remark.kind == JUDGE:
        return cues.has("official_judgements", remark.verb)
    return takes_position(words, remark, cues)


def takes_position(words: list[str], remark: Remark, cues: Cues) -> bool:
    """Whether the indirect words of an official are more than news."""
    planned = any(cues.has("plans", w) for w in words)
    denial = any(cues.has("negations", w) for w in words)
    opinion = cues.has("opinion_verbs", remark.verb)
    counted = any(w[0].isdigit() for w in words)
    if remark.sort == INSTITUTION:
        return opinion or (denial and not planned and not counted)
    if remark.kind == SOURCE:
        return not planned and not counted
    if cues.has("announcing_verbs", remark.verb):
        if cues.final:
            return denial or remark.mode == MIXED
        return not counted and (not planned or remark.mode == MIXED)
    if planned or counted:
        return denial and opinion
    return opinion or denial or remark.mode == MIXED or len(words) > 3
