"""Personal names: their gender, their bare form, and the nominative of a Russian name in another case.

Rules over endings, after the usual declension of Russian surnames in -ов, -ев, -ин, -ский; no dictionary.
"""

from __future__ import annotations

from loaders.coding.speech.text import plain

MALE, FEMALE = "m", "f"
_MALE_IN_A = frozenset(
    [
        "никита",
        "илья",
        "фома",
        "кузьма",
        "савва",
        "данила",
        "мустафа",
        "муса",
        "иса",
        "абдулла",
        "миша",
        "саша",
        "паша",
        "коля",
        "ваня",
        "гоша",
        "дима",
        "joshua",
        "luca",
        "nikita",
        "ilya",
        "abdulla",
        "mustafa",
        "musa",
        "isa",
        "mullah",
        "andrea",
    ]
)
_FEMALE_LAST = (
    "ова",
    "ева",
    "ина",
    "ына",
    "ская",
    "цкая",
    "ая",
    "ova",
    "eva",
    "yeva",
    "ina",
    "skaya",
    "aya",
    "qizi",
    "kyzy",
    "кызы",
    "қызы",
    "кизи",
    "gyzy",
    "ewa",
    "owa",
    "ýewa",
    "ова",
    "зода қизи",
)
_MALE_LAST = (
    "ов",
    "ев",
    "ин",
    "ын",
    "ский",
    "цкий",
    "ov",
    "ev",
    "yev",
    "in",
    "sky",
    "skiy",
    "uulu",
    "уулу",
    "ogly",
    "оглы",
    "ow",
    "ew",
    "ўғли",
    "o'g'li",
    "улы",
    "ұлы",
)


def gender(name: str) -> str:
    """`m`, `f`, or an empty string where the name does not tell."""
    parts = plain(name).split()
    if not parts:
        return ""
    first, last = parts[0], parts[-1]
    if last.endswith(_FEMALE_LAST) and len(last) > 3:
        return FEMALE
    if last.endswith(_MALE_LAST) and len(last) > 3:
        return MALE
    if len(parts) > 1 and first.endswith(("а", "я", "a", "ya", "ия")) and first not in _MALE_IN_A:
        return FEMALE
    return ""


_CASE_ENDINGS = (
    "ым",
    "им",
    "ом",
    "ем",
    "ой",
    "ей",
    "ую",
    "ого",
    "ому",
    "ою",
    "а",
    "я",
    "у",
    "ю",
    "ы",
    "и",
    "е",
    "ь",
    "й",
)


def stem(word: str) -> str:
    """What stays of a Russian name in every case, for comparing two mentions of it."""
    bare = plain(word).removesuffix("'s").removesuffix("'")
    for ending in _CASE_ENDINGS:
        if bare.endswith(ending) and len(bare) - len(ending) >= 2:
            return bare[: -len(ending)]
    return bare


def _female_last(last: str, case: str) -> str:
    if case == "accs":
        if last.endswith("ую"):
            return last[:-2] + "ая"
        return last[:-1] + "а" if last.endswith("у") else last
    if last.endswith(("ской", "цкой", "ной")):
        return last[:-2] + "ая"
    if last.endswith(("овой", "евой", "ёвой", "иной", "ыной")):
        return last[:-2] + "а"
    return last


def _female_first(first: str, case: str) -> str:
    endings = {
        "gent": ("ы", "и"),
        "datv": ("е", "и"),
        "accs": ("у", "ю"),
        "ablt": ("ой", "ей"),
        "loct": ("е", "и"),
    }
    hard, soft = endings.get(case, ("ы", "и"))
    if first.endswith(soft) and case in {"gent", "datv", "loct"}:
        if first.endswith("ии"):
            return first[:-1] + "я"
        if first[-2:-1] in "гкхжшчщ":
            return first[:-1] + "а"
        return first[:-1] + "я" if case == "gent" else first
    if first.endswith(hard):
        return first[: -len(hard)] + "а"
    if first.endswith(soft):
        return first[: -len(soft)] + "я"
    return first


_ENDINGS = {
    "gent": ("а", "я"),
    "accs": ("а", "я"),
    "datv": ("у", "ю"),
    "ablt": ("ом", "ем"),
    "loct": ("е", "е"),
}


def _male(word: str, case: str) -> str:
    low = word.lower()
    adjective = {"gent": "ого", "accs": "ого", "datv": "ому", "ablt": "им", "loct": "ом"}.get(case, "ого")
    if low.endswith(("ск" + adjective, "цк" + adjective)):
        return word[: -len(adjective)] + "ий"
    if case == "ablt" and low.endswith(("овым", "евым", "ёвым", "иным", "ыным")):
        return word[:-2]
    if case == "gent" and low.endswith("ы"):
        return word[:-1] + "а"  # Усмонзоды
    hard, soft = _ENDINGS.get(case, _ENDINGS["gent"])
    if soft != hard and low.endswith(soft) and len(word) > 3:
        stemmed = word[: -len(soft)]
        if case == "ablt" and stemmed[-1:].lower() not in "аеёиоуыэюя":
            return stemmed + "ь" if stemmed[-1:].lower() == "р" else stemmed
        return stemmed + ("й" if stemmed[-1:].lower() in "аеёиоуыэюя" else "ь")
    if low.endswith(hard) and len(word) > 3 and word[: -len(hard)][-1:].lower() not in "аеёиоуыэюя":
        return word[: -len(hard)]
    return word


def _is_female(parts: list[str], case: str) -> bool:
    first, last = parts[0].lower(), parts[-1].lower()
    if case == "accs":
        return last.endswith(("ову", "еву", "ину", "ую")) or first.endswith(("у", "ю"))
    if last.endswith(("овой", "евой", "ёвой", "иной", "ыной", "ской", "цкой")):
        return True
    if last.endswith(("ова", "ева", "ёва", "ина", "ына", "ого", "ову", "еву", "ину", "овым", "евым")):
        return False
    ending = {"gent": ("ы", "и"), "ablt": ("ой", "ей")}.get(case)
    return (
        bool(ending)
        and len(parts) > 1
        and first.endswith(ending or ())
        and not last.endswith(("а", "я", "у"))
    )


def nominative(name: str, case: str) -> str:
    """A Russian name out of `case` (OpenCorpora: gent, datv, accs, ablt, loct) into the nominative."""
    parts = name.split()
    if not parts or case in {"", "nomn"}:
        return name
    if parts[-1].lower() in {"кызы", "уулу", "оглы", "улы", "кизи", "заде", "угли", "ўғли"}:
        return name
    if _is_female(parts, case):
        rest = [_female_first(p, case) for p in parts[:-1]]
        if len(parts) > 2:
            rest[1:] = [p[:-1] + "а" if p.lower().endswith(("вны", "вне", "вну")) else p for p in rest[1:]]
        return " ".join([*rest, _female_last(parts[-1], case)])
    return " ".join(_male(part, case) for part in parts)


def bare(word: str) -> str:
    """A word without the English possessive."""
    for ending in ("'s", "’s", "'", "’"):
        if word.endswith(ending):
            return word.removesuffix(ending)
    return word
