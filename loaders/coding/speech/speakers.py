"""The people of an article, and whom a surname, a pronoun or "the expert" means later on."""

from __future__ import annotations

from dataclasses import dataclass

from loaders.coding.speech import names, roles
from loaders.coding.speech.cues import Cues
from loaders.coding.speech.text import plain

NAME, SURNAME, PRONOUN, STAND_IN, INSTITUTION = "name", "surname", "pronoun", "stand-in", "institution"
_CASES = ("gent", "accs", "datv", "ablt", "loct")
_KEEP = 40  # people remembered: enough for any article, and a bound for hostile ones


@dataclass(slots=True)
class Person:
    """A speaker of the article. `name` and `role` stand in the nominative, as first given."""

    name: str
    role: str
    kind: str
    gender: str
    surname: str
    outlet: str = ""
    spoken: bool = False
    known: bool = False  # spoke in his own sentence before, not only "according to"

    @property
    def credible(self) -> bool:
        """Whether "he" may mean this person: no pair of capitals that is no name at all."""
        return bool(self.role) or self.spoken or self.kind == "official"


@dataclass(frozen=True, slots=True)
class Ref:
    """A mention of a speaker: tokens `start`..`end`, with role and apposition `left`..`right`."""

    start: int
    end: int
    left: int
    right: int
    person: Person | None
    sort: str
    gender: str = ""
    noun: str = ""


class People:
    """The people of one article, most recent first."""

    def __init__(self, cues: Cues) -> None:
        self.cues = cues
        self.recent: list[Person] = []
        self.institution: Person | None = None

    def key(self, name: str) -> str:
        last = name.split()[-1] if name.split() else ""
        return names.stem(last) if self.cues.stems else plain(names.bare(last))

    def find(self, word: str) -> Person | None:
        """The person with this surname in whatever case."""
        wanted = self.key(word)
        for person in self.recent:
            if person.surname == wanted or (
                not self.cues.stems
                and wanted.startswith(person.surname)
                and self.cues.final
                and len(person.surname) > 3
            ):
                return person
        return None

    def meet(self, name: str, role: str, official: bool, state: bool = False) -> Person:
        """The person of that full name, remembered from now on; a role given later fills an empty one."""
        person = self.find(name)
        if person is not None and self.other(person.name, name):
            person = None
        if person is None:
            person = Person(
                name,
                role,
                roles.kind_of(role, official, self.cues, state),
                names.gender(name),
                self.key(name),
            )
            self.recent.append(person)
            del self.recent[:-_KEEP]
        elif role and not person.role:
            person.role, person.kind = role, roles.kind_of(role, official, self.cues, state)
        return person

    def other(self, known: str, name: str) -> bool:
        """Whether two full names with one surname differ in the first name."""
        first, second = known.split(), name.split()
        return len(first) > 1 and len(second) > 1 and names.stem(first[0])[:3] != names.stem(second[0])[:3]

    def oblique(self, person: Person, form: str) -> bool:
        """Whether a Russian form of a name stands in another case than the name as we know it."""
        last = person.name.split()[-1] if person.name.split() else ""
        if not self.cues.stems or not last or form.split()[-1] == last:
            return False
        return any(names.nominative(form, case).split()[-1] == last for case in _CASES)

    def settle(self, person: Person, form: str) -> None:
        """Correct a Russian name that was first met in another case, from a nominative met now."""
        if not self.cues.stems or not person.name or form.split()[-1] == person.name.split()[-1]:
            return
        if self.oblique(person, form):
            return
        if len(form.split()) == len(person.name.split()):
            person.name = form
            return
        guesses = (names.nominative(person.name, case) for case in _CASES)
        person.name = next((g for g in guesses if g.split()[-1] == form.split()[-1]), person.name)

    def touch(self, person: Person) -> None:
        """Put a person first: he has just spoken, or is the subject of the sentence."""
        if person in self.recent:
            self.recent.remove(person)
        self.recent.insert(0, person)

    def pronoun(self, gender: str) -> Person | None:
        """Whom "he" or "she" means: the most recent person whose gender fits."""
        if gender == "n":
            return self.institution
        for person in self.recent:
            if person.credible and (not gender or person.gender in {"", gender}):
                if gender and not person.gender:
                    person.gender = gender
                return person
        return None

    def stand_in(self, noun: str) -> Person | None:
        """Whom "the expert", "the colonel" means: by role where one fits, else by kind."""
        stem = plain(noun)[:7]
        for person in self.recent:
            if stem[:5] in plain(person.role):
                return person
        official = self.cues.stem("officials", plain(noun)) and not self.cues.stem("experts", plain(noun))
        for person in self.recent:
            if person.credible and person.kind == ("official" if official else "expert"):
                return person
        return None
