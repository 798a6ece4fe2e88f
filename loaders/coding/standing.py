"""What an article as a whole says of a pair: how often it names each side, whether its title does."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from loaders.coding.mentions import Mention
from loaders.coding.pairs import Dyad
from loaders.coding.scenes import Scene, kind_of
from models.vocabulary import CENTRAL_ASIA

LATE = 5  # sentences from which on it makes no difference how many stand before


@dataclass(frozen=True, slots=True)
class Standing:
    """`counts`: how often the text names each party, by code; `titled`: those that the title names."""

    counts: Mapping[str, int] = field(default_factory=dict)
    titled: frozenset[str] = frozenset()

    @classmethod
    def of(cls, text: Iterable[Mention], title: Iterable[Mention]) -> Standing:
        """From the mentions of parties in the text and in its title; places aside."""
        return cls(Counter(m.code for m in text), frozenset(m.code for m in title))

    def _share(self, code: str) -> float:
        return self.counts.get(code, 0) / max(1, sum(self.counts.values()))

    def features(self, actor: str, counterpart: str | None) -> dict[str, float]:
        """By name, as in loaders.coding.confidence: who is what the article is about."""
        found = {"actor: share of the article's names": self._share(actor)}
        flags = {"actor not named in the article": not self.counts.get(actor)}
        ends = {actor}
        if counterpart:
            ends.add(counterpart)
            named = self.counts.get(counterpart, 0)
            found["counterpart: share of the article's names"] = self._share(counterpart)
            flags["counterpart not named in the article"] = not named
            flags["counterpart named once in the article"] = named == 1
            flags["the two that the article names most"] = ends == set(self._most())
        if self.titled:
            flags |= {
                "the title names a party": True,
                "actor in the title": actor in self.titled,
                "counterpart in the title": counterpart in self.titled,
                "both in the title": len(ends) == 2 and ends <= self.titled,
                "neither in the title": not ends & self.titled,
            }
        return found | {name: 1.0 for name, holds in flags.items() if holds}

    def _most(self) -> list[str]:
        return sorted(self.counts, key=lambda code: -self.counts[code])[:2]


def told(scene: Scene, slug: str, dyad: Dyad) -> dict[str, float]:
    """What a dyad is and how it stands to what the article has told before it, by name."""
    actor, other = dyad.actor.code, dyad.counterpart
    found = {
        f"sentence of the article={min(LATE, scene.sentence)}": 1.0,
        f"actor kind={kind_of(actor)}": 1.0,
        f"{slug}, actor a party of kind {kind_of(actor)}": 1.0,
        f"{slug}, towards {f'a party of kind {kind_of(other)}' if other else 'nobody'}": 1.0,
    }
    if not other:
        return found
    ends = {actor, other}
    flags = {
        f"counterpart kind={kind_of(other)}": True,
        "pair on stage": set(scene.pair) == ends,
        "pair told last": set(scene.last) == ends,
        "pair told or named together before": any(set(pair) == ends for pair in scene.pairs),
        "the region's state named most is a side": scene.home in ends,
        "the foreign party named most is a side": scene.abroad in ends,
        "both of the region": ends <= set(CENTRAL_ASIA),
    }
    return found | {name: 1.0 for name, holds in flags.items() if holds}
