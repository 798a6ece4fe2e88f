"""Whether a move is told as done, as fixed for the future, or not as a fact at all."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from loaders.coding.syntax import APART, Token, Tree
from loaders.coding.unreal import doubted, still_to_come, unreal, voiced
from models.vocabulary.lexicon import Lexicon

DONE, PLANNED, NEGATED, HYPOTHETICAL, WANTED = "done", "planned", "negated", "hypothetical", "wanted"
COUNTED = "counted"  # "deportations rose by a quarter": a figure about many, no move
_VERBAL = frozenset({"VERB", "AUX"})
_CLAUSAL = frozenset({"xcomp", "ccomp", "advcl", "acl", "acl:relcl", "csubj", "csubj:pass"})


@dataclass(frozen=True, slots=True)
class Status:
    """`kind` as above; `why` is the word that decided."""

    kind: str
    why: str = ""


def _words(token: Token) -> set[str]:
    return {token.lemma, token.text.casefold()}


def _path(tree: Tree, i: int) -> Iterator[tuple[Token, Token]]:
    """(lower, upper) pairs from the token up to the root."""
    below = tree.tokens[i]
    for above in tree.ancestors(i):
        yield below, above
        below = above


def _own(tree: Tree, token: Token, lexicon: Lexicon, own: frozenset[int] = frozenset()) -> Status | None:
    """What the auxiliaries, particles and marks of one word say."""
    for k in tree.kids(token.i, "case", "mark"):
        if (_words(k) | {w for d in tree.kids(k.i, "advmod") for w in _words(d)}) & lexicon.word("privative"):
            return Status(NEGATED, k.text)
    for k in tree.kids(token.i):
        words = _words(k)
        particle = k.dep in ("neg", "advmod", "det", "cc", "aux") or k.i < token.i
        phrase = k.dep in ("nsubj", "nsubj:pass", "obl", "obj") and not words & lexicon.word("nobody")
        if particle and not phrase and k.i not in own and words & lexicon.word("negation"):
            return Status(NEGATED, k.text)
    if token.pos not in _VERBAL:
        return None
    for k in tree.kids(token.i, "nsubj", "nsubj:pass", "obj", "advmod"):  # advmod: "no longer"
        if k.i not in own and k.dep != "advmod" and _words(k) & lexicon.word("no_determiners"):
            return Status(NEGATED, k.text)
        denied = (d for d in tree.kids(k.i, "det", "neg", "amod") if d.i not in own)
        if any(_words(d) & lexicon.word("no_determiners") for d in denied):
            return Status(NEGATED, "no")
    if still_to_come(tree, token, lexicon):
        return Status(NEGATED, "yet")
    if _words(token) & lexicon.word("copulas") and _set_down(tree, token, lexicon, own):
        return Status(PLANNED, f"{token.text} to")
    for k in tree.kids(token.i):
        words = _words(k)
        if k.i in own:
            continue  # "would have none of it" says no
        if k.dep in ("aux", "mark", "advmod", "aux:pass") and words & lexicon.word("modals"):
            return Status(HYPOTHETICAL, k.text)
        if k.dep in ("mark", "advmod") and words & lexicon.word("conditions"):
            return Status(HYPOTHETICAL, k.text)
        if k.dep in ("advmod", "amod", "parataxis", "discourse") and words & lexicon.word("doubts"):
            return Status(HYPOTHETICAL, k.text)
    would = lexicon.word("reported_futures")
    if any(k.i not in own and _words(k) & would for k in tree.kids(token.i, "aux")):
        said = {w for above in tree.ancestors(token.i) for w in _words(above)}
        return Status(PLANNED if said & lexicon.word("reporting") else HYPOTHETICAL, "would")
    ahead = tree.kids(token.i, "aux", "aux:pass", "advmod", "compound:prt")  # also "будет подписано"
    if any(_words(k) & lexicon.word("futures") for k in ahead):
        return Status(PLANNED, "will")
    if token.feats.get("Tense") == "Fut":
        below = [w for k in tree.subtree(token.i) if k != token.i for w in _words(tree.tokens[k])]
        asked = any(_words(k) & lexicon.word("open_questions") for k in tree.kids(token.i, "advmod", "mark"))
        if asked or lexicon.word("doubts") & set(below):
            return Status(HYPOTHETICAL, token.text)
        return Status(PLANNED, token.text)
    return None


def _set_down(tree: Tree, token: Token, lexicon: Lexicon, own: frozenset[int]) -> bool:
    """ "Is to pay a visit": the words of the expression stand below the infinitive."""
    below = (k for k in tree.kids(token.i, "xcomp") if k.i > token.i and _infinitive(tree, k, lexicon))
    return any(own & set(tree.subtree(k.i)) for k in below)


def _infinitive(tree: Tree, token: Token, lexicon: Lexicon) -> bool:
    return token.feats.get("VerbForm") == "Inf" or any(
        _words(k) & lexicon.word("infinitive_marks") for k in tree.kids(token.i, "aux", "mark", "part")
    )


def _governed(tree: Tree, below: Token, above: Token, lexicon: Lexicon) -> Status | None:
    """What the word above makes of a clause or noun below it."""
    words = _words(above)
    infinitive = below.pos in _VERBAL and _infinitive(tree, below, lexicon)
    if below.dep == "acl" and not infinitive and words & lexicon.word("instruments"):
        return None  # "an order banning Kazakh fruit" bans it
    if _stands_apart(below, above):
        return None
    if below.dep == "advcl" and below.feats.get("Tag") == "VBG" and above.pos == "NOUN":
        told = words & lexicon.word("shares_in")
        return None if told else Status(WANTED, above.text)  # "a protocol on laying a cable"
    if any(_words(k) & lexicon.word("settling") for k in tree.kids(above.i, "compound:prt")):
        return None  # "was called in to hear"
    if _words(below) & lexicon.word("made_known") and words & lexicon.word("making"):
        return None  # "let it be known that it took a dim view"
    if infinitive and voiced(tree, below, above, lexicon):
        return status_of(tree, above.i, lexicon)
    if words & lexicon.word("irrealis") and (below.dep in _CLAUSAL or below.pos not in _VERBAL):
        if below.dep in ("nsubj", "nsubj:pass", "obl:tmod", "conj"):
            return None
        if below.dep == "advcl" and not infinitive:
            return None
        return Status(WANTED, above.text)
    if infinitive and any(_words(k) & lexicon.word("not_yet") for k in tree.kids(above.i, "advmod")):
        return Status(NEGATED, "yet")
    if words & lexicon.word("fixing") and infinitive:
        return Status(PLANNED, above.text)
    if words & lexicon.word("copulas") and infinitive and below.dep == "xcomp":
        return Status(PLANNED, f"{above.text} to")
    if infinitive and words & (lexicon.word("implicatives") | lexicon.word("messages")):
        return None
    judged = below.dep == "csubj" and above.pos not in _VERBAL  # "спорить о воде бессмысленно"
    if infinitive and (judged or below.dep in ("advcl", "acl", "xcomp", "ccomp")):
        return Status(WANTED, above.text)
    return None


def _stands_apart(below: Token, above: Token) -> bool:
    """ "In an appeal, Astana wants ...", "the request lodged by Astana": told, whatever is wanted."""
    if below.dep == "acl" and above.pos == "NOUN":
        return below.feats.get("Tag") == "VBN"
    return below.dep == "obl" and below.i < above.i and "Tag" in below.feats


def status_of(tree: Tree, i: int, lexicon: Lexicon, own: frozenset[int] = frozenset()) -> Status:
    """How the move at token i is told; done unless something says otherwise.

    own: words of the expression itself; a "not" among them belongs to what it means ("не пускать").
    """
    if tree.sentence.text.rstrip("\"'”’» ").endswith("?"):
        return Status(HYPOTHETICAL, "?")
    if not tree.parsed:
        return _by_window(tree, i, lexicon)
    token = tree.tokens[i]
    found = _own(tree, token, lexicon, own) or _clause_denied(tree, i, lexicon, own)
    found = found or _topic(tree, token, lexicon) or _named_by(tree, token, lexicon, own)
    if found is not None and found.kind == PLANNED and (why := doubted(tree, i, lexicon)):
        return Status(HYPOTHETICAL, why)
    if found is None and (why := unreal(tree, i, lexicon)):
        return Status(HYPOTHETICAL, why)
    if found is not None:
        return found
    for below, above in _path(tree, i):
        if below.i == i and _came_before(tree, token, lexicon):
            return _own(tree, above, lexicon) or Status(DONE)
        if below.dep in ("parataxis", APART, "root", "acl:relcl") or _is_aside(tree, below):
            break
        if below.dep == "ccomp" and below.i < above.i and not _words(above) & lexicon.word("reporting"):
            break  # clauses joined by a semicolon, which parsers take for complements
        if below.dep == "acl" and _stands_apart(above, tree.tokens[above.head]):
            break  # "under the agreement signed by both, output will double"
        if _relative(tree, below):
            break  # "under a contract that both concluded on Tuesday"
        found = _governed(tree, below, above, lexicon)
        if found is not None and found.kind == PLANNED:
            deciding = status_of(tree, above.i, lexicon)
            return found if deciding.kind in (DONE, PLANNED) else deciding
        if found is not None:
            return found
        if below.dep == "nsubj:pass" and below.pos not in _VERBAL:
            if _words(above) & lexicon.word("irrealis"):
                return Status(WANTED, above.text)
            if _words(above) & lexicon.word("fixing"):
                return Status(PLANNED, above.text)
        if below.dep in ("nsubj", "nsubj:pass") and below.pos not in _VERBAL:
            if _words(above) & lexicon.word("counting"):
                return Status(COUNTED, above.text)
            # A noun that is talked about: "The visit could take place".
            return _own(tree, above, lexicon) or Status(DONE)
        if below.dep == "conj" and above.pos in _VERBAL:
            # Coordinated verbs share auxiliaries before the first, not its negation.
            shared = _own(tree, above, lexicon)
            if _neither_nor(tree, below, above, lexicon):
                return Status(NEGATED, "nor")
            if shared is not None and shared.kind != NEGATED and not _has_subject(tree, below):
                return shared
            continue
        found = _own(tree, above, lexicon) if _binds(below, above) else None
        if found is not None:
            return found
    return Status(DONE)


def is_anterior(tree: Tree, i: int, lexicon: Lexicon) -> bool:
    """ "Guards had fired on Tuesday": told as what came before, so its day is not the scene's."""
    verb = tree.tokens[i]
    while verb.dep in ("xcomp", "advcl", "conj", "acl") and verb.head != verb.i:
        if _has_anterior(tree, verb, lexicon):
            return True
        verb = tree.tokens[verb.head]
    return _has_anterior(tree, verb, lexicon)


def _has_anterior(tree: Tree, verb: Token, lexicon: Lexicon) -> bool:
    return any(_words(k) & lexicon.word("anterior") for k in tree.kids(verb.i, "aux"))


def _clause_denied(tree: Tree, i: int, lexicon: Lexicon, own: frozenset[int]) -> Status | None:
    """ "Said that there would be no answer": a word of the expression has a negated clause of its own."""
    for k in own - {i}:
        for above in tree.ancestors(k):
            if above.i == i or above.i in own:
                break
            if above.pos in _VERBAL and above.dep == "ccomp" and above.head == i:
                for kid in tree.kids(above.i):
                    if kid.dep in ("neg", "advmod") and _words(kid) & lexicon.word("negation"):
                        return Status(NEGATED, kid.text)
    return None


def _topic(tree: Tree, token: Token, lexicon: Lexicon) -> Status | None:
    """ "They spoke about deliveries": what is only talked about, where the verb reports no fact."""
    if token.pos in _VERBAL or not lexicon.word("topic_verbs"):
        return None
    if not any(_words(k) & lexicon.word("topics") for k in tree.kids(token.i, "case")):
        return None
    above = tree.tokens[token.head]
    while above.pos == "PROPN" and above.head != above.i:  # "complained to Dushanbe about the drills"
        above = tree.tokens[above.head]
    return Status(WANTED, above.text) if _words(above) & lexicon.word("topic_verbs") else None


def _named_by(tree: Tree, token: Token, lexicon: Lexicon, own: frozenset[int]) -> Status | None:
    """ "Ratified an extradition treaty", "a pact on the exchange of prisoners": what papers are about."""
    above = tree.tokens[token.head]
    if token.pos in _VERBAL or above.i in own or not _words(above) & lexicon.word("papers"):
        return None
    about = any(_words(k) & lexicon.word("paper_topics") for k in tree.kids(token.i, "case"))
    return Status(WANTED, above.text) if token.dep == "compound" or (token.dep == "nmod" and about) else None


def _is_aside(tree: Tree, token: Token) -> bool:
    """A participle, converb or finite clause ("as Russia had demanded") tells its own fact."""
    if token.feats.get("VerbForm") in ("Part", "Conv") and token.dep in ("acl", "advcl", "amod"):
        return not any(tree.kids(token.i, "mark"))  # "reports that the envoy was recalled are not true"
    return token.dep == "advcl" and token.pos in _VERBAL and _has_subject(tree, token)


def _relative(tree: Tree, token: Token) -> bool:
    """A finite relative clause that the parser takes for a plain clause of its noun; no "that" as a mark."""
    finite = token.feats.get("Tag") in ("VBD", "VBN", "VBZ", "VBP")
    return finite and token.dep == "acl" and _has_subject(tree, token) and not any(tree.kids(token.i, "mark"))


def _came_before(tree: Tree, token: Token, lexicon: Lexicon) -> bool:
    """ "Agreed to cut its tariff after a plea from Astana": what led to a wish or plan has happened."""
    before = token.pos not in _VERBAL and any(
        _words(k) & lexicon.word("causes") for k in tree.kids(token.i, "case", "mark")
    )
    above = tree.tokens[token.head]
    return before and above.pos in _VERBAL and _infinitive(tree, above, lexicon)


def _neither_nor(tree: Tree, below: Token, above: Token, lexicon: Lexicon) -> bool:
    """ "Neither condemned nor endorsed": the "nor" stands at the first verb and denies the second."""
    between = tree.tokens[above.i + 1 : below.i]
    return any(k.dep == "cc" and _words(k) & lexicon.word("negation") for k in between)


def _has_subject(tree: Tree, token: Token) -> bool:
    return any(k.dep.startswith("nsubj") for k in tree.kids(token.i))


def _binds(below: Token, above: Token) -> bool:
    """Whether what is said of the upper word holds for the lower one too."""
    if below.pos in _VERBAL:
        return below.dep == "xcomp"
    return (above.pos in _VERBAL and below.dep in ("obj", "obl", "xcomp", "iobj", "attr")) or above.pos in (
        "NOUN",
    )


def _by_window(tree: Tree, i: int, lexicon: Lexicon) -> Status:
    """For a sentence without a tree: the words just before and after."""
    for k in range(max(0, i - 4), min(len(tree.tokens), i + 3)):
        words = _words(tree.tokens[k])
        for name, kind in (("negation", NEGATED), ("modals", HYPOTHETICAL), ("conditions", HYPOTHETICAL)):
            if words & lexicon.word(name):
                return Status(kind, tree.tokens[k].text)
    if any(_words(tree.tokens[k]) & lexicon.word("futures") for k in range(max(0, i - 3), i)):
        return Status(PLANNED, "will")
    return Status(DONE)
