"""Endings that Kazakh, Kyrgyz, Uzbek, Tajik and Turkmen names take, as patterns for what follows a root."""

from __future__ import annotations

import re

# Up to four endings in a row (number, possession, case, relation), each as its vowel-harmony variants.
_ENDINGS = {
    "kk": """[лдт][ае]р [ндт][ыі]ң [дтн][ае]н? [гғқк][ае] [нд]?[ыі] [дт][ае]?ғ?[ыі] [мбп]ен(?:ен)?
        [сш]?[ыі]н?[ае]?
        [дтл][іы][кқ] [дт][еа][гғ][іы] [ае]н [ше][ае] [нд][ае]н? нд[ае]н? ш[ае]""",
    "ky": """[лдт][аеоө]р [ндт][ыиуү]н [дтн][аеоө]н? [гк][аеоө] [ндт]?[ыиуү] [сш]?[ыиуү]н?[аеоө]?
        [дт][аеоө]г[ыиуү] [лдт][ыиуү]к ч[аеоө] нд[аеоө]н? г[аеоө] н[аеоө]н?""",
    "uz": """lar ning ni ga ka qa da dan dagi i si im ing imiz ingiz lik ligi cha gacha dek day niki n
        лар нинг ни га ка қа да дан даги и си лик ча гача дек н""",
    "tk": """l[ae]r [nd]?[yiuü]ň [nd]?[yiuü] [sş][yiuü]n?[aäe]? [gk]?[aeä] d[aeä]n? d[aeä]k[iy] n[aeä]
        nd[ae]n?
        l[yiuü] l[yiuü]k ç[ae] ň""",
    "tg": """ҳо и ӣ ии ро у ву ю ям аш ат ам ашон амон он гон анд аст ён е яки""",
}
_ENDING = {lang: re.compile(f"(?:{'|'.join(forms.split())}){{0,4}}") for lang, forms in _ENDINGS.items()}
LONGEST = 9  # letters that a chain of endings may have


def is_ending(rest: str, lang: str) -> bool:
    """Whether the letters after a root can be endings of the language; an empty rest can.

    >>> is_ending("ның", "kk"), is_ending("ro", "tg"), is_ending("ро", "tg")
    (True, False, True)
    """
    return len(rest) <= LONGEST and _ENDING[lang].fullmatch(rest) is not None
