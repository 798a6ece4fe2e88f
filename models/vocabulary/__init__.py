"""The ontology as data that an analyst can edit, and its typed loader."""

from models.vocabulary.aliases import Alias, aliases, resolve
from models.vocabulary.catalogue import CENTRAL_ASIA, Actor, Person, Role, actor, actor_name, actors, people
from models.vocabulary.spelling import LANGS

__all__ = [
    "CENTRAL_ASIA",
    "LANGS",
    "Actor",
    "Alias",
    "Person",
    "Role",
    "actor",
    "actor_name",
    "actors",
    "aliases",
    "people",
    "resolve",
]
