"""The two sides of a move as a clause has them, and how surely they were found."""

from __future__ import annotations

from dataclasses import dataclass

from loaders.coding.scenes import Party
from loaders.coding.syntax import Token, Tree

# How sure an argument is, by the way it was found.
SURE = {
    "subject": 1.0, "agent": 1.0, "object": 1.0, "marked": 1.0, "genitive": 0.95, "control": 0.9,
    "nested": 0.85, "oblique": 0.7, "clause": 0.6, "near": 0.5, "scene": 0.45, "home": 0.35, "stage": 1.0,
    "none": 0.6, "unknown": 0.6, "private": 0.1, "guess": 0.3, "salient": 0.4, "only": 0.6,
}  # fmt: skip
VERBAL = frozenset({"VERB", "AUX"})


@dataclass(frozen=True, slots=True)
class Side:
    """The parties at one end of a move, and how they were found."""

    parties: tuple[Party, ...]
    how: str

    @property
    def sure(self) -> float:
        """0 to 1; a pronoun or a role costs something on top."""
        indirect = self.how != "stage" and any(
            p.via in ("pronoun", "pair", "role", "scene") for p in self.parties
        )
        return SURE[self.how] * (0.85 if indirect else 1.0)

    def codes(self) -> tuple[str, ...]:
        """Codes in the order of the text."""
        return tuple(p.code for p in self.parties)


NOBODY = Side((), "none")
UNKNOWN = Side((), "unknown")  # somebody or something acts, but it is no party
PRIVATE = Side((), "private")


@dataclass(frozen=True, slots=True)
class Frame:
    """Actor and counterpart of one hit. `pair`: the actors act together; `mutual`: each on the other."""

    actor: Side
    counterpart: Side
    pair: bool = False
    mutual: bool = False


def without(parties: list[Party], codes: set[str]) -> tuple[Party, ...]:
    return tuple(p for p in parties if p.code not in codes)


def governor(tree: Tree, noun: Token) -> Token | None:
    """The verb whose clause a noun stands in."""
    for above in tree.ancestors(noun.i):
        if above.pos in VERBAL:
            return above
    return None
