"""Sentences into moves: triggers, status, sides, days; one row per actor, action and counterpart."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from loaders.coding import antecedents, lexical, triggers
from loaders.coding.by_phone import by_phone
from loaders.coding.confidence import features, probability, weightiest
from loaders.coding.dates import DateSpan
from loaders.coding.days import Day, date_of, tell, tells_before
from loaders.coding.demands import demanded
from loaders.coding.drafts import MoveDraft
from loaders.coding.fill import complete
from loaders.coding.learned.propose import Opinion, opinions, proposals, revised
from loaders.coding.marks import marks
from loaders.coding.mentions import Mention
from loaders.coding.names import Names, case_marks
from loaders.coding.nominal import frame_of
from loaders.coding.once import once
from loaders.coding.pairs import Dyad, dyads
from loaders.coding.parties import parties_of
from loaders.coding.places import place_of
from loaders.coding.scenes import TALKS, Party, Scene, kind_of
from loaders.coding.sides import Frame
from loaders.coding.standing import Standing, told
from loaders.coding.status import DONE, NEGATED, PLANNED, Status, is_anterior, status_of
from loaders.coding.strangers import STRANGER, introduce, is_private
from loaders.coding.syntax import Sentence, Tree
from loaders.coding.timeline import Cues, Undated, says
from loaders.coding.titles import remember_titles
from loaders.coding.triggers import Hit
from loaders.coding.unreal import REFUSABLE, at_home, conditional, will_not
from models.grounds import Grounds, Mark
from models.vocabulary.actions import action
from models.vocabulary.lexicon import Lexicon

# Confidence below which a row is left out, by language: where cross-validated F1 is flat, near its highest.
LEAST = {"en": 0.38, "ru": 0.38}
ALONE = 0.04  # what is added where a text need not be about the region: it names more that is no move
# An article in which no row reaches this tells no move; what was found are stray words.
TOLD = {"en": 0.53, "ru": 0.57}
GUESSES = frozenset({"scene", "salient", "only"})  # a counterpart that the words do not name
ALREADY_VERBAL = frozenset({"propose", "demand", "criticise", "reject", "threaten", "support"})


@dataclass(frozen=True, slots=True)
class Decision:
    """What became of one expression found: rows, or the reason why there are none.

    `rows` are all that were considered, `features` what was known of each; `told` are those believed.
    """

    hit: Hit
    tree: Tree
    status: Status
    frame: Frame | None
    rows: tuple[MoveDraft, ...] = ()
    left_out: str = ""
    features: tuple[Mapping[str, float], ...] = ()
    least: float = 0.0

    @property
    def told(self) -> tuple[MoveDraft, ...]:
        """The rows that are sure enough to be reported."""
        return () if self.left_out else tuple(r for r in self.rows if r.confidence >= self.least)


@dataclass
class Coder:
    """Walks over an article; `decisions` holds everything it saw, for explain."""

    lexicon: Lexicon
    scene: Scene
    scope: str
    decisions: list[Decision] = field(default_factory=list)
    groups: int = 0
    standing: Standing = field(default_factory=Standing)
    evidence: Sentence | None = None

    def sentence(
        self, tree: Tree, evidence: Sentence, mentions: Sequence[Mention], spans: Sequence[DateSpan]
    ) -> None:
        """Code one sentence and move the scene on; `evidence` is the sentence with its dateline."""
        self.evidence = evidence
        names = Names.of(tree, mentions, self.lexicon, self.scene, region_only=self.scope == "central-asia")
        self.scene.sentence = tree.sentence.index
        introduce(names)
        names.know_people()
        self._set_stage(names)
        if tree.sentence.paragraph != self.scene.paragraph:
            self.scene.paragraph = tree.sentence.paragraph
        reported: list[MoveDraft] = []
        hits = by_phone(tree, triggers.find(tree, self.lexicon), self.lexicon)
        views = opinions(names, hits)
        seen = [*revised(names, hits, views), *proposals(names, hits, views)]
        for hit in sorted(seen, key=lambda hit: hit.head):
            decision = self._decide(names, hit, spans, views.get(hit.head, {}))
            self.decisions.append(decision)
            for row in decision.told:
                self.scene.told(row.actor, row.counterpart, row.action)
            if decision.told and is_anterior(tree, hit.head, self.lexicon):
                self.scene.timeline.arrived(decision.told)
            else:
                reported += decision.told
        self._set_day(
            names, reported, spans
        )  # after the sentence: "the day before" counts from the day told before it
        self._remember(names, mentions)
        antecedents.note(names)

    def _set_day(self, names: Names, rows: Sequence[MoveDraft], spans: Sequence[DateSpan]) -> None:
        scene, tree = self.scene, names.tree
        done = {r.date for r in rows if r.planned_for is None and r.date_basis in ("explicit", "relative")}
        days = tell(spans, scene, done)
        back = tells_before(tree, spans, self.lexicon) or not any(
            t.pos in ("VERB", "AUX") for t in tree.tokens
        )
        pairs = {frozenset((r.actor, r.counterpart)) for r in rows}
        if days and not back and len(pairs) < 2:
            codes = {m.code for m in names.at.values()}
            self._date_opening(days[0].date, {c for pair in pairs for c in pair if c} or codes, bool(rows))
            if not rows:
                actors = {m.code for i, m in names.at.items() if names.in_subject(i)}
                met = says(tree, self.lexicon, "scene_words")
                scene.timeline.tell_day(days[0].date, scene.sentence, scene.paragraph, codes, actors, met)
        scene.timeline.tell(rows, scene.sentence, scene.paragraph, {m.code for m in names.at.values()})

    def _date_opening(self, day: dt.date, codes: set[str], strict: bool = False) -> None:
        """ "The envoy was summoned. The talk took place on Thursday": the first day told is the opening's."""
        scene = self.scene
        if scene.timeline.days or not scene.timeline.is_recent(day):
            return
        for at, decision in enumerate(self.decisions):
            if decision.left_out or not 0 < scene.sentence - decision.tree.sentence.index < 2:
                continue
            if any(r.date_basis != "published" or r.planned_for for r in decision.rows):
                continue
            ends = [{r.actor, r.counterpart} for r in decision.rows]
            if not codes or any(e == codes if strict else e & codes for e in ends):
                rows = tuple(
                    replace(r, date=day, date_precision="day", date_basis="inherited") for r in decision.rows
                )
                self.decisions[at] = replace(decision, rows=rows)

    def pass_by(self, sentence: Sentence, spans: Sequence[DateSpan]) -> None:
        """A sentence that names no party may still tell the day: "It happened on Friday"."""
        scene = self.scene
        scene.sentence, scene.paragraph = sentence.index, sentence.paragraph
        if days := tell(spans, scene):
            self._date_opening(days[0].date, set())
            scene.timeline.tell_day(days[0].date, scene.sentence, scene.paragraph, set(), set(), met=False)

    def _set_stage(self, names: Names) -> None:
        """ "the treaty between Uzbekistan and Tajikistan" puts both on stage."""
        between = self.lexicon.word("between")
        for token in names.tree.tokens:
            if token.dep in ("nmod", "obl") and case_marks(names.tree, token) & between:
                codes = [p.code for p in parties_of(names, token.i)]
                if len(codes) == 2 and all(kind_of(c) != "treaty" for c in codes):
                    self.scene.stage(tuple(codes))

    def _pair_up(self, names: Names) -> None:
        """ "Tokayev and Orban took their seats": two who do something together are the next "the two"."""
        for token in names.tree.tokens:
            heads = [token, *names.tree.kids(token.i, "appos")]  # "Presidents Tokayev and Mirziyoyev"
            if token.dep == "nsubj" and any(k for t in heads for k in names.tree.kids(t.i, "conj")):
                codes = tuple(p.code for p in parties_of(names, token.i))
                if len(codes) == 2 and all(kind_of(c) == "state" for c in codes):
                    self.scene.couple(codes)

    def _remember(self, names: Names, mentions: Sequence[Mention]) -> None:
        for token in names.tree.tokens:
            if token.dep == "nsubj" and is_private(names, token):
                self.scene.hero = self.scene.person = replace(STRANGER, start=token.start, end=token.end)
                self.scene.person_in = self.scene.sentence
        remember_titles(names)
        self._pair_up(names)
        for i, party in names.people.items():
            self.scene.saw(party, names.tree.tokens[i].dep.startswith("nsubj"))
        subjects: set[int] = set()
        for token in names.tree.tokens:
            if token.dep.startswith("nsubj"):
                subjects.update(k for k in names.tree.subtree(token.i)[:12])
        for mention in mentions:
            if mention.kind == "place":
                continue
            where = names.tree.at(mention.start, mention.end)
            self.scene.saw(Party.of(mention), bool(subjects & set(where)))

    def _decide(self, names: Names, hit: Hit, spans: Sequence[DateSpan], opinion: Opinion) -> Decision:
        tree, slug = names.tree, hit.expression.action
        status = status_of(tree, hit.head, self.lexicon, hit.tokens)
        if slug in REFUSABLE and status.kind == NEGATED and will_not(tree, hit.head, self.lexicon):
            slug, status = "reject", Status(DONE)
        demand = demanded(names, hit, status)
        if demand is not None:
            slug, status = "demand", Status(DONE)
        if status.kind not in (DONE, PLANNED):
            return Decision(hit, tree, status, None, left_out=status.kind)
        if slug == "reject" and status.kind == PLANNED and self._says_no(tree, hit):
            status = Status(DONE)  # "will not join": the refusal stands now
        if hit.expression.future and status.kind != PLANNED:
            return Decision(hit, tree, status, None, left_out="no announcement")
        if status.kind == PLANNED and slug != "announce":
            if conditional(tree, slug, self.lexicon):
                slug = "threaten"
            elif action(slug).quad in ("VX", "MX") or slug in ALREADY_VERBAL:
                return Decision(hit, tree, status, None, left_out="planned")
            else:
                slug = "announce"
        parse = frame_of(names, hit) if tree.parsed else lexical.window_frame(names, hit)
        window = lexical.window_frame(names, hit)
        frame = demand or complete(names, hit, parse, window)
        if frame.actor.how == "private":
            return Decision(hit, tree, status, frame, left_out="private")
        if frame.counterpart.how in GUESSES and at_home(tree, hit.head, self.lexicon):
            return Decision(hit, tree, status, frame, left_out="domestic")
        if hit.expression.kind == "noun" and slug in TALKS and self._told_before(frame):
            return Decision(hit, tree, status, frame, left_out="told before")
        found, reason = dyads(frame, hit.expression, slug, self.scope)
        if not found:
            return Decision(hit, tree, status, frame, left_out=reason)
        codes = (found[0].actor.code, *(d.counterpart for d in found if d.counterpart))
        day = date_of(
            tree, spans, hit.head, self.scene, self._undated(tree, hit, codes, slug, status), self.lexicon
        )
        seen = features(names, hit, frame, status, opinion, agree=lexical.agrees(parse, window))
        slugs = (slug, hit.expression.also) if hit.expression.also else (slug,)
        pairs = [(s, d) for s in slugs for d in found]
        known = tuple(
            {
                **seen,
                **told(self.scene, s, d),
                **self.standing.features(d.actor.code, d.counterpart),
            }
            for s, d in pairs
        )
        rows = tuple(
            self._row(names, hit, s, d, day, k, marks(hit, tree, frame, d, day))
            for (s, d), k in zip(pairs, known, strict=True)
        )
        self.groups += 1
        least = LEAST[self.lexicon.language] + (ALONE if self.scope == "any" else 0.0)
        left_out = "unsure" if all(row.confidence < least for row in rows) else ""
        return Decision(hit, tree, status, frame, rows, left_out, known, least)

    def _undated(self, tree: Tree, hit: Hit, codes: tuple[str, ...], slug: str, status: Status) -> Undated:
        cues = Cues.of(tree, self.lexicon, hit.head)
        scene = self.scene
        return Undated(codes, slug, status.kind == PLANNED, scene.sentence, scene.paragraph, cues)

    def _says_no(self, tree: Tree, hit: Hit) -> bool:
        return any(tree.tokens[i].lemma in self.lexicon.word("negation") for i in hit.tokens - {hit.head})

    def _told_before(self, frame: Frame) -> bool:
        """ "Following the negotiations": talks without a party of their own that were told already."""
        own = {frame.actor.how, frame.counterpart.how} - {"scene", "stage", "none"}
        codes = frozenset((*frame.actor.codes(), *frame.counterpart.codes()))
        return not own and codes in self.scene.met

    def _row(
        self,
        names: Names,
        hit: Hit,
        slug: str,
        dyad: Dyad,
        day: Day,
        known: Mapping[str, float],
        found: tuple[Mark, ...],
    ) -> MoveDraft:
        sentence = self.evidence or names.tree.sentence
        person = dyad.actor.via in ("person", "pronoun", "role", "title")
        return MoveDraft(
            actor=dyad.actor.code,
            action=slug,
            counterpart=dyad.counterpart,
            date=day.date,
            date_precision=day.precision,
            date_basis=day.basis,
            planned_for=day.planned_for if slug == "announce" else None,
            place=place_of(names, hit),
            actor_name=dyad.actor.name if person else "",
            actor_role=dyad.actor.role if person else "",
            evidence=sentence.text,
            start=sentence.start,
            end=sentence.end,
            confidence=round(probability(known), 3),
            rule=hit.expression.rule,
            group=self.groups,
            grounds=Grounds(found, weightiest(known)),
        )

    def moves(self) -> tuple[MoveDraft, ...]:
        """All rows, each move once: the surest evidence stands for it."""
        rows = tuple(once([row for d in self.decisions for row in d.told]))
        told = self.scope == "any" or any(row.confidence >= TOLD[self.lexicon.language] for row in rows)
        return rows if told else ()
