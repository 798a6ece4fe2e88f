"""Finds the states, organisations, treaties and people that a text names.

Every spelling comes from `models.vocabulary`; the longest one wins. Words are compared by their keys
(no case, no apostrophes), capitals where the spelling has them. In Kazakh, Kyrgyz, Uzbek, Tajik and
Turkmen the last word may go on with endings of the language.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from loaders.coding.date_rules import date_words
from loaders.coding.dates import find_dates
from loaders.coding.not_first_names import is_title, may_be_first_name, says_where
from loaders.coding.russian_words import ordinary
from loaders.coding.suffixes import LONGEST, is_ending
from models.vocabulary import Alias, aliases, people
from models.vocabulary.spelling import SUFFIXING, Word, words

_GAP = re.compile(
    r"""(?:['’]s)?[ \t\u00a0\u202f]*\n?[ \t\u00a0]*[-‐‑–—+&«»"“”„.()/]?[ \t\u00a0]*[«»"“”„(]?"""
)
# "A Bishkek-based analyst" does not speak for the state.
_FROM_THERE = re.compile(r"[-‐‑](?:based|born|educated|trained|raised)\b")
_OPENERS, _CLOSERS = "\"'“„«(—–-", " \t\u00a0\"'”»)"


@dataclass(frozen=True, slots=True)
class Mention:
    """A place in a text that names an actor: `text` is `given[start:end]`.

    `code` is what it stands for; `kind` how: name, adjective, metonym, person, organisation, treaty,
    group, or place (a town or region of that state); `name` the canonical English name, or as the
    vocabulary spells a region; `role` a
    person's office on the day, else "".
    """

    start: int
    end: int
    text: str
    code: str
    kind: str
    name: str
    role: str


def find_mentions(text: str, lang: str, on: date | None = None, *, places: bool = False) -> list[Mention]:
    """Mentions in the order of the text, none overlapping; the longest spelling wins.

    `on` is the day whose office-holders count: usually the day of the article. Give the whole text at
    once: a short name like "Wang" counts after "Wang Yi" has been named. With `places`, towns and
    regions other than capitals are found as well.
    """
    search = _Search(text, lang, on, places)
    while search.at < len(search.words):
        search.step()
    return search.mentions


class _Search:
    """One walk over the words of a text."""

    def __init__(self, text: str, lang: str, on: date | None, places: bool) -> None:
        self.text, self.lang, self.on, self.places = text, lang, on, places
        self.table = aliases(lang)
        self.suffixing = lang in SUFFIXING
        self.words = list(words(text))
        self.mentions: list[Mention] = []
        self.named: set[str] = set()  # people whose full name the text has given
        self.others: set[str] = set()  # people whose surname somebody else bears in this text
        self.at = 0

    def step(self) -> None:
        """Take the longest alias at this word, or go on to the next word."""
        found = self._longest()
        if not found:
            self.at += 1
            return
        chosen = self._choose([alias for alias, _ in found])
        if chosen is not None and chosen.kind != "block":
            end = next(end for alias, end in found if alias is chosen)
            self.mentions.append(self._mention(self.words[self.at].start, end, chosen))
        self.at += len(found[0][0].keys)

    def _longest(self) -> list[tuple[Alias, int]]:
        """The aliases with the most words that stand at this word, and where each ends."""
        word = self.words[self.at].key
        roots = [word]
        if self.suffixing:
            roots += [word[:cut] for cut in range(len(word) - 1, max(1, len(word) - LONGEST - 1), -1)]
        best: list[tuple[Alias, int]] = []
        for root in roots:
            for alias in self.table.starting(root):
                if best and len(alias.keys) < len(best[0][0].keys):
                    break
                if (end := self._match(alias)) is not None:
                    if best and (len(alias.keys) > len(best[0][0].keys)):
                        best.clear()
                    if not best or best[0][0].keys == alias.keys:
                        best.append((alias, end))
        return best

    def _match(self, alias: Alias) -> int | None:
        """The end of the alias in the text if its words stand here."""
        size, found, at = len(alias.keys), self.words, self.at
        if at + size > len(found) or (alias.kind == "place" and not self.places):
            return None
        for i in range(size):
            if i and not self._joined(found[at + i - 1], found[at + i], alias.kind):
                return None
            if not self._same(found[at + i], alias, i):
                return None
        first = alias.guard == "middle" and starts_sentence(self.text, found[at].start)
        if first and not self._no_weekday(alias, found[at].start):
            return None
        if alias.guard == "after" and not self._in_running_text(at, at + size):
            return None
        end = found[at + size - 1].end
        if alias.kind == "metonym" and _FROM_THERE.match(self.text, end):
            return None
        dotted = size > 1 and len(alias.words[-1]) == 1 and self.text[found[at].end] == "."
        return end + 1 if dotted and self.text[end : end + 1] == "." else end

    def _no_weekday(self, alias: Alias, start: int) -> bool:
        """Whether a weekday's namesake stands where it is no date: "Дүйшөмбү нота тапшырды" is the city."""
        days = date_words(self.lang)
        if days is None or not any(day.fullmatch(alias.words[0]) for day in days.weekdays):
            return False
        here = find_dates(self.text[start : start + 40], self.lang, date(2000, 1, 1))
        return not any(span.start == 0 for span in here)

    def _in_running_text(self, first: int, last: int) -> bool:
        """Whether words stand after a small one and go on in no name: "in Florence", not "Florence Parly"."""
        before = self.words[first - 1] if first else None
        if before is None or not before.bare[:1].islower():
            return False
        after = self.words[last] if last < len(self.words) else None
        gap = self.text[self.words[last - 1].end : after.start] if after else ""
        return after is None or gap != " " or not after.bare[:1].isupper()

    def _joined(self, before: Word, after: Word, kind: str) -> bool:
        """Whether two words stand in one name: "People's Republic", "U.S.", but not "Israel's Katz"."""
        mark = self.text[before.end]
        if (mark == "." and len(before.bare) > 2) or (mark in "'’" and kind == "person"):
            return False
        return _GAP.fullmatch(self.text, before.end, after.start) is not None

    def _same(self, word: Word, alias: Alias, i: int) -> bool:
        spelt, key = alias.words[i], alias.keys[i]
        if word.key != key:
            last = self.suffixing and i == len(alias.keys) - 1
            if not last or not word.key.startswith(key) or not is_ending(word.key[len(key) :], self.lang):
                return False
        if spelt[:1].islower():
            return True
        if spelt.isupper() and len(spelt) > 1:
            rest = word.bare[len(spelt) :]
            return word.bare[: len(spelt)].isupper() and (not rest or rest.islower())
        return word.bare[:1].isupper() or (i > 0 and alias.kind not in ("person", "block"))

    def _choose(self, found: Sequence[Alias]) -> Alias | None:
        """One of several actors that are spelt alike; None when nobody can tell."""
        usable = [alias for alias in found if self._allowed(alias)]
        if not usable or usable[0].kind != "person":
            return usable[0] if usable else None
        named = [alias for alias in usable if alias.name in self.named]
        if named:
            return named[-1]
        holding = [alias for alias in usable if people()[alias.name].title(self.on)]
        left = holding or usable
        return left[0] if len({people()[alias.name].role(self.on).code for alias in left}) == 1 else None

    def _allowed(self, alias: Alias) -> bool:
        """Whether a bare surname or a short name may stand for this person here."""
        if alias.guard not in ("surname", "known"):
            return True
        if self._other_first_name():
            if alias.name not in self.named:
                self.others.add(alias.name)
            return False
        if alias.guard == "surname" or alias.name in self.named:
            return alias.name not in self.others
        return self._titled() and not self._goes_on() and people()[alias.name].title(self.on) != ""

    def _titled(self) -> bool:
        before = self.words[self.at - 1] if self.at else None
        gap = self.text[before.end : self.words[self.at].start] if before else ""
        return before is not None and gap.isspace() and is_title(before.key)

    def _goes_on(self) -> bool:
        """Whether the next word is capitalised too, so that this one is no surname: "Xiao Qinghua"."""
        after = self.words[self.at + 1] if self.at + 1 < len(self.words) else None
        return after is not None and after.start - self.words[self.at].end == 1 and after.bare[:1].isupper()

    def _other_first_name(self) -> bool:
        """Whether a capitalised word right before a bare surname makes it somebody else's."""
        if self.at == 0:
            return False
        before, start = self.words[self.at - 1], self.words[self.at].start
        if self.text[before.end : start] != " " or not before.bare[:1].isupper():
            return False
        if self.mentions and self.mentions[-1].end >= before.end:
            return False
        if self.lang == "ru" and ordinary(before.bare):
            return False  # "Указом Токаева", "Визит Путина"
        if self.suffixing and says_where(before.key):
            return False
        return may_be_first_name(before.key)

    def _mention(self, start: int, end: int, alias: Alias) -> Mention:
        text = self.text[start:end]
        if alias.kind != "person":
            return Mention(start, end, text, alias.code, alias.kind, alias.name, "")
        if alias.guard == "":
            self.named.add(alias.name)
            self.others.discard(alias.name)
        person = people()[alias.name]
        role = person.role(self.on)
        return Mention(start, end, text, role.code, "person", person.name, person.title(self.on))


def starts_sentence(text: str, at: int) -> bool:
    """Whether the word at an offset is the first of its sentence or line."""
    before = text[max(0, at - 12) : at].rstrip(_OPENERS)
    bare = before.rstrip()
    if not bare:
        return at <= 12 or "\n" in before
    return "\n" in before[len(bare) :] or (bare != before and bare.rstrip(_CLOSERS)[-1:] in tuple(".!?…"))
