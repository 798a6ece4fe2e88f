"""Empty sides of a frame: filled from the words around, then from the scene, at a price in confidence."""

from __future__ import annotations

from loaders.coding.antecedents import among_themselves
from loaders.coding.names import Names
from loaders.coding.nearby import decided, flag_of, listed, offered, spot_of, told_again
from loaders.coding.pairs import JOINT
from loaders.coding.parties import in_region, parties_of
from loaders.coding.passives import is_passive
from loaders.coding.posts import mission_of, post_of, venue_of
from loaders.coding.scenes import Party, kind_of
from loaders.coding.sides import NOBODY, Frame, Side, governor
from loaders.coding.subjects import subject_of
from loaders.coding.syntax import APART
from loaders.coding.triggers import Hit

# What a third party does about a pair on stage, it does to both: "Russia welcomed the agreement".
OF_STATES = frozenset({"visit", "mobilise", "clash", "coerce", "protest", "ease", "extradite"})
TO_BOTH = frozenset({"support", "mediate"})


def _scene_side(names: Names, hit: Hit, code: str, how: str) -> Side:
    token = names.tree.tokens[hit.head]
    return Side((Party(code, "scene", token.start, token.end),), how) if code else NOBODY


def complete(names: Names, hit: Hit, parse: Frame, window: Frame) -> Frame:
    """The frame with its empty sides filled where that is possible."""
    actor, target = parse.actor, parse.counterpart
    if (flag := flag_of(names, hit)).parties:
        target = flag
        parse = Frame(actor, target, parse.pair)
    if parse.pair and len(actor.parties) > 1:
        return Frame(actor, target, True)
    if hit.expression.action == "protest" and (mission := mission_of(names)):
        target = Side((mission,), "marked")
        actor = Side(tuple(p for p in actor.parties if p.code != mission.code), actor.how)
        parse = Frame(actor, target, parse.pair)
    if hit.expression.action == "protest" and target.parties:
        venue = venue_of(names, set(target.codes()))
        actor = Side((venue,), "marked") if venue else actor
    if actor.how == "private":
        return Frame(actor, target)
    if all(p.via == "pair" for p in (*actor.parties, *target.parties)) and (again := told_again(names, hit)):
        first, second = (_scene_side(names, hit, code, "stage") for code in again)
        return Frame(first, second, parse.pair)
    if not actor.parties and not target.parties and len(both := decided(names, hit)) == 2:
        return Frame(Side(both, "stage"), NOBODY, True)
    if not actor.parties:
        actor = _actor(names, hit, parse, window)
    mutual = not target.parties and _joint(names, hit, actor)
    if not target.parties and not mutual:
        target = _target(names, hit, actor, window)
    if not actor.parties and target.parties and parse.actor.how != "unknown":
        actor = _actor(names, hit, Frame(parse.actor, target, parse.pair), window)
    if names.region_only:
        actor, target = _of_the_region(names, hit, actor, target)
    if actor.parties or target.parties:
        return Frame(actor, target, parse.pair, mutual)
    if hit.expression.bare and len(names.scene.pair) == 2:
        actor = _scene_side(names, hit, names.scene.pair[0], "scene")
        target = _scene_side(names, hit, names.scene.pair[1], "stage")
    if not actor.parties and not target.parties and (same := _same_as_told(names, hit, parse)):
        return same
    return Frame(actor, target, parse.pair, mutual)


def _same_as_told(names: Names, hit: Hit, parse: Frame) -> Frame | None:
    """ "Там же потребовали представить протоколы": a plural without a subject goes on with the last deed."""
    tree, scene = names.tree, names.scene
    verb = tree.tokens[hit.head]
    subject = subject_of(tree, verb)[0]
    unnamed = verb.feats.get("Number") == "Plur" and subject is None
    if hit.expression.action in JOINT and is_passive(tree, verb):  # "второе заседание назначено на май"
        unnamed = subject is not None and subject.feats.get("Animacy") == "Inan" and subject.i in hit.tokens
    near = 0 <= scene.sentence - scene.told_in <= 1
    if parse.actor.how != "none" or not unnamed or not near or len(scene.last) != 2:
        return None
    actor, target = scene.last
    return Frame(
        _scene_side(names, hit, actor, "scene"), _scene_side(names, hit, target, "scene"), parse.pair
    )


def _joint(names: Names, hit: Hit, actor: Side) -> bool:
    """ "The two undertook to open a bank": what a pair decides, stays between the two."""
    if len(actor.parties) != 2:
        return False
    agreed = names.tree.tokens[hit.head].lemma in names.lexicon.word("agreeing")
    if agreed or _reciprocal(names, hit):
        return True
    pair = all(p.via == "pair" for p in actor.parties)
    return pair and (hit.expression.action in JOINT or hit.expression.action == "mobilise")


def _reciprocal(names: Names, hit: Hit) -> bool:
    """Whether "each other" stands below the expression, or "each side" does it to "the other"."""
    lexicon = names.lexicon
    if any(k.lemma in lexicon.word("the_other") for k in names.tree.kids(hit.head, "obj", "obl")):
        subjects = names.tree.kids(hit.head, "nsubj")
        if any(d.lemma in lexicon.word("each") for s in subjects for d in (s, *names.tree.kids(s.i, "det"))):
            return True
    words, tokens = names.lexicon.word("reciprocal"), names.tree.tokens
    below = names.tree.subtree(hit.head) if names.tree.parsed else []
    for i in below:
        # Russian puts the preposition between the two: "палили друг в друга"
        first = i - 2 if i > 1 and tokens[i - 1].pos == "ADP" else i - 1
        if first >= 0 and f"{tokens[first].text} {tokens[i].text}".casefold() in words:
            return True
    return False


def _of_the_region(names: Names, hit: Hit, actor: Side, target: Side) -> tuple[Side, Side]:
    """Two foreign parties of which one was only guessed: the guess gives way to the region's own party."""
    if not actor.parties or any(in_region(c) for c in (*actor.codes(), *target.codes())):
        return actor, target
    if target.how not in ("near", "clause", "scene", "salient", "none", "oblique") or hit.expression.needs:
        return actor, target
    scene, taken = names.scene, set(actor.codes())
    pair = scene.pair_without(taken)
    if len(pair) == 2 and not taken & set(pair) and all(in_region(c) for c in pair):
        token = names.tree.tokens[hit.head]
        both = tuple(Party(c, "scene", token.start, token.end) for c in pair)
        return actor, Side(both, "salient")
    if (found := _in_sight(names, hit, taken)) and in_region(found.code):
        return actor, Side((found,), "salient")
    partner = next((p for c in actor.codes() if in_region(p := scene.partner(c))), "")
    code = partner or scene.salient(taken)
    return actor, _scene_side(names, hit, code, "scene" if partner else "salient") if code else target


def _actor(names: Names, hit: Hit, parse: Frame, window: Frame) -> Side:
    target = parse.counterpart
    scene, taken = names.scene, set(target.codes())
    if hit.expression.action == "protest" and (venue := venue_of(names, taken)):
        return Side((venue,), "near")
    if hit.expression.action == "recognise" and (sender := _sender(names, hit, taken)):
        return Side(sender, "genitive")
    if hit.expression.action == "criticise" and (post := post_of(names, taken)):
        return Side((post,), "near")
    if parse.actor.how == "unknown" and names.tree.parsed and hit.expression.action != "protest":
        code = next((p for c in target.codes() if (p := scene.partner(c))), "")
        return _scene_side(names, hit, code, "guess")
    if found := _main_subject(names, hit, taken):
        return Side(found, "control")
    near = [p for p in window.actor.parties if p.code not in taken]
    if near:
        return Side(listed(names, near, taken), "near")
    for code in target.codes():
        if partner := _partner(names, hit, code):
            return _scene_side(names, hit, partner, "scene")
    passive = is_passive(names.tree, names.tree.tokens[hit.head])
    if target.parties and scene.subject and scene.subject.code not in taken and not passive:
        return Side((scene.subject,), "scene")
    if target.parties and scene.home and scene.home not in taken:
        return _scene_side(names, hit, scene.home, "home")
    return _scene_side(names, hit, scene.salient(taken), "home") if target.parties else NOBODY


def _sender(names: Names, hit: Hit, taken: set[str]) -> tuple[Party, ...]:
    """ "Послом Туркменистана в Венгрии стал ...": the state whose ambassador a person becomes."""
    for i in sorted(hit.tokens - {hit.head}):
        found = tuple(p for p in parties_of(names, i) if p.code and p.code not in taken)
        if found:
            return found
    return ()


def _partner(names: Names, hit: Hit, code: str) -> str:
    """The partner of a party on stage; only states have land, envoys and people to deal with."""
    partner = names.scene.partner(code)
    return "" if partner and hit.expression.action in OF_STATES and kind_of(partner) != "state" else partner


def _main_subject(names: Names, hit: Hit, taken: set[str]) -> tuple[Party, ...]:
    """ "Kazakhstan uses a contract concluded with SOCAR": the subject of a clause above acts here too."""
    tree = names.tree
    if not tree.parsed:
        return ()
    below = tree.tokens[hit.head]
    for above in tree.ancestors(hit.head):
        if below.dep == APART:
            return ()
        below = above
        if above.pos not in ("VERB", "AUX"):
            continue
        subject = next(tree.kids(above.i, "nsubj"), None)
        if subject is not None and hit.head not in tree.subtree(subject.i):
            found = tuple(p for p in parties_of(names, subject.i) if p.code and p.code not in taken)
            return found if len(found) == 1 else ()
    return ()


def _target(names: Names, hit: Hit, actor: Side, window: Frame) -> Side:
    scene, taken = names.scene, set(actor.codes())
    own = hit.expression.action == "meet" and actor.codes() == ("C5",) and among_themselves(names)
    if own or (hit.expression.tail and not hit.expression.bare):
        return NOBODY
    if hit.expression.kind == "noun" and (found := _clause_subject(names, hit, taken)):
        return Side(found, "control")
    if found := spot_of(names, hit, taken):
        return Side(found, "clause")
    strict = hit.expression.strict
    near = [] if strict else [p for p in window.counterpart.parties if p.code not in taken]
    near = [p for p in near if not _of_other_clause(names, hit, p)]
    if hit.expression.action == "peacekeep":  # others who send soldiers are no hosts
        near = [p for p in near if kind_of(p.code) != "state"]
        if not near and (host := scene.parallel("peacekeep", taken) or scene.home) not in {"", *taken}:
            return _scene_side(names, hit, host, "scene")
    if near:
        return Side(listed(names, near, taken), "near")
    if both := offered(names, hit, taken):
        return Side(both, "scene")
    if hit.expression.solo and not hit.expression.bare:
        same = scene.last if scene.told_in == scene.sentence else ()
        if len(actor.parties) == 1 and actor.parties[0].code in same:
            return _scene_side(names, hit, scene.partner(actor.parties[0].code), "scene")
        return NOBODY
    if hit.expression.action == "mobilise" and (other := _in_sight(names, hit, taken)):
        return Side((other,), "near")  # "Afghan soldiers fled, and Tajikistan called up"
    for code in () if strict and not hit.expression.bare else actor.codes():
        if partner := _partner(names, hit, code):
            return _scene_side(names, hit, partner, "scene")
    if strict or not actor.parties or hit.expression.solo:
        return NOBODY
    if hit.expression.action in TO_BOTH and len(scene.pair) == 2 and not taken & set(scene.pair):
        token = names.tree.tokens[hit.head]
        return Side(tuple(Party(c, "scene", token.start, token.end) for c in scene.pair), "scene")
    taken |= _beside(names, hit)
    if other := _in_sight(names, hit, taken):
        return Side((other,), "salient")
    # measured on gold: right nine times in ten in English, hardly oftener than not in Russian
    if names.lexicon.language == "en" and (code := scene.only(taken)):
        token = names.tree.tokens[hit.head]
        return Side((Party(code, "only", token.start, token.end),), "only")
    if code := scene.parallel(hit.expression.action, taken):
        return _scene_side(names, hit, code, "salient")
    return _scene_side(names, hit, scene.salient(taken, hit.expression.action), "salient")


def _beside(names: Names, hit: Hit) -> set[str]:
    """The parties that act in a clause beside the expression's: no guess makes them its counterpart."""
    return {m.code for m in names.at.values() if _of_other_clause(names, hit, Party.of(m))}


def _of_other_clause(names: Names, hit: Hit, party: Party) -> bool:
    """ "Tokayev welcomed the truce, while Ashgabat kept silent": who acts in a clause beside is not meant."""
    tree = names.tree
    where = tree.at(party.start, party.end) if tree.parsed else []
    if not where:
        return False
    below = tree.tokens[tree.head_of(where)]
    for above in tree.ancestors(below.i):
        if below.dep.startswith("nsubj") and above.i != hit.head:
            marks = {k.lemma for k in tree.kids(above.i, "mark", "advmod")}
            return bool(marks & names.lexicon.word("contrasts")) and hit.head not in tree.subtree(above.i)
        below = above
    return False


def _in_sight(names: Names, hit: Hit, taken: set[str]) -> Party | None:
    """A state that the sentence names as a place: whose base is "near Dushanbe", whose province is Osh."""
    abroad = not any(in_region(code) for code in taken)
    where = {**names.places, **names.at}
    for i in sorted(where, key=lambda k: (k < hit.head, abs(k - hit.head))):
        code = where[i].code
        if code not in taken and kind_of(code) == "state" and (not abroad or in_region(code)):
            return Party.of(where[i])
    return None


def _clause_subject(names: Names, hit: Hit, taken: set[str]) -> tuple[Party, ...]:
    """ "Russia, at Bishkek's request, sent back two men": the request was to the subject."""
    verb = governor(names.tree, names.tree.tokens[hit.head])
    if verb is None:
        return ()
    subject, _ = subject_of(names.tree, verb)
    if subject is None or subject.i in names.tree.subtree(hit.head):
        return ()
    return tuple(p for p in parties_of(names, subject.i) if p.code and p.code not in taken)
