"""Whom a pronoun takes up by its gender and number, in languages whose nouns have both.

"Ташкент" is "он" and "Астана" is "она" as a man and a woman are; "талибы" are "они" and no pair of states.
"""

from __future__ import annotations

from loaders.coding.names import Names, case_marks
from loaders.coding.scenes import Party
from loaders.coding.syntax import Token
from models.vocabulary import CENTRAL_ASIA

_STATE = frozenset({"name", "metonym"})


def note(names: Names) -> None:
    """Remember of a sentence that has been read who acted in it, and whom it named in the plural."""
    scene = names.scene
    if names.people or any(m.kind == "person" for m in names.at.values()):
        scene.person_in = scene.sentence
    if any(m.code == "C5" for m in names.at.values()):
        scene.five = True
    for token in names.tree.tokens:
        mention = names.at.get(token.i)
        if token.dep == "nsubj" and mention is not None and mention.kind in _STATE:
            scene.acted = (scene.sentence, Party.of(mention), token.feats.get("Gender", ""))
    if (many := _many(names, len(names.tree.tokens))) is not None:
        scene.many = (scene.sentence, *many)


def _many(names: Names, end: int) -> tuple[Party, bool] | None:
    """The one people that a sentence names in the plural before a word, and whether it acts: "талибы"."""
    found: tuple[Party, bool] | None = None
    for i, mention in sorted(names.at.items()):
        token = names.tree.tokens[i]
        noun = names.tree.tokens[token.head] if token.dep == "amod" else token
        if i >= end or mention.kind != "adjective" or noun.feats.get("Number") != "Plur":
            continue
        acts = noun.dep == "nsubj" and not any(names.tree.kids(noun.i, "conj"))
        people = noun is token and token.pos in ("NOUN", "PROPN")
        if acts or (people and not (found and found[1])):
            found = (Party.of(mention), acts)
    return found


def the_many(names: Names, token: Token) -> Party | None:
    """ "Талибы открыли переход. Их делегация ...": those named in the plural here or just before.

    "They" that acts takes up only who acted: "Рахмон встретился с талибами. Они договорились" is of both.
    """
    if token.feats.get("Number", "Plur") != "Plur":
        return None
    here = _many(names, token.i)
    told, before, acted = names.scene.many
    if here is None and names.scene.sentence - told == 1 and before is not None:
        here = (before, acted)
    if here is None or here[0].code in names.avoid or (token.dep.startswith("nsubj") and not here[1]):
        return None
    return here[0]


def the_one(names: Names, token: Token) -> Party | None:
    """ "Ашхабад с ними не церемонился: он выслал дипломата": the state that acted, if it is of that gender
    and no person has been named since.
    """
    gender = token.feats.get("Gender", "")
    if not gender or not token.dep.startswith("nsubj"):
        return None
    for other in reversed(names.tree.tokens[: token.i]):
        mention = names.at.get(other.i)
        if other.i in names.people or (mention is not None and mention.kind == "person"):
            return None
        if other.dep == "nsubj" and mention is not None and mention.kind in _STATE:
            return Party.of(mention) if other.feats.get("Gender") == gender else None
    told, party, was = names.scene.acted
    near = 0 < names.scene.sentence - told < 2 and names.scene.person_in < told
    return party if near and party is not None and was == gender else None


def of_the_region(names: Names, token: Token) -> bool:
    """ "The region", "the participants", "its neighbours" where the five were named, or have just met."""
    lexicon, scene = names.lexicon, names.scene
    attributes = names.tree.kids(token.i, "amod", "nmod", "nmod:poss", "det", "nummod", "appos")
    if any(k.lemma not in lexicon.word("wholes") for k in attributes) or not scene.five:
        return False
    if token.lemma in lexicon.word("regions"):
        return not case_marks(names.tree, token) & lexicon.word("locatives")
    plural = token.feats.get("Number") == "Plur"
    others = lexicon.word("participants") | lexicon.word("neighbour_nouns")
    return plural and scene.five_met and token.lemma in others


def among_themselves(names: Names) -> bool:
    """ "The five presidents met in Tashkent": nobody from outside is named, nor on stage with them."""
    named = {m.code for m in (*names.at.values(), *names.places.values())}
    partner = names.scene.partner("C5")
    return all(code in CENTRAL_ASIA or code in ("", "C5") for code in (*named, partner))
