"""The Russian adapter: neutral tokens with Universal relations, lemmas, and mended trees."""

from __future__ import annotations

import sys

import pytest

from loaders.coding import russian
from loaders.coding.russian_words import lemmatise
from loaders.coding.sentences import split
from loaders.coding.syntax import Token, Tree
from models.vocabulary.actions import actions
from models.vocabulary.lexicon import expressions


def _tree(text: str) -> Tree:
    return russian.parse(split(text))[0]


def _word(tree: Tree, text: str) -> Token:
    return next(t for t in tree.tokens if t.text == text)


def test_offsets_slice_the_article_back() -> None:
    text = "Первая фраза.\n\nТокаев прибыл в Бишкек. Стороны подписали соглашение."
    for tree in russian.parse(split(text)):
        assert [text[t.start : t.end] for t in tree.tokens] == [t.text for t in tree.tokens]


def test_trees_come_back_in_the_order_of_the_sentences() -> None:
    text = "Президент Казахстана в среду прибыл в Бишкек с визитом. Да. Токаев уехал."
    assert [t.sentence.index for t in russian.parse(split(text))] == [0, 1, 2]


def test_subject_object_and_preposition() -> None:
    tree = _tree("Узбекистан отозвал посла из Душанбе.")
    assert (_word(tree, "Узбекистан").dep, _word(tree, "посла").dep) == ("nsubj", "obj")
    city = _word(tree, "Душанбе")
    assert [t.text for t in tree.kids(city.i, "case")] == ["из"]


def test_a_passive_has_its_agent_and_voice() -> None:
    tree = _tree("Путин был принят своим кыргызским коллегой Садыром Жапаровым.")
    verb = _word(tree, "принят")
    assert verb.lemma == "принять"
    assert verb.feats["Voice"] == "Pass"
    assert _word(tree, "коллегой").dep == "obl:agent"
    assert _word(tree, "Путин").dep == "nsubj:pass"


def test_a_participle_with_yo_is_passive() -> None:
    tree = _tree("Стороны подписали соглашение, заключённое между Казахстаном и Китаем.")
    assert _word(tree, "заключённое").feats["Voice"] == "Pass"


def test_a_nominative_is_the_subject_whatever_the_order() -> None:
    tree = _tree("Тела Ташкент передал кыргызской стороне в понедельник.")
    city = _word(tree, "Ташкент")
    assert (city.dep, tree.tokens[city.head].text) == ("nsubj", "передал")
    assert _word(tree, "кыргызской").dep == "amod"
    talks = _word(_tree("В Астане прошли казахстанско-китайские переговоры."), "переговоры")
    assert talks.dep == "nsubj"


def test_a_noun_with_a_preposition_is_no_object() -> None:
    tree = _tree("Посла вызвали в таджикское внешнеполитическое ведомство.")
    assert _word(tree, "ведомство").dep == "obl"


@pytest.mark.parametrize(
    ("word", "pos", "case", "form", "lemma"),
    [
        ("подписан", "VERB", "", "Part", "подписать"),
        ("прибывший", "VERB", "Nom", "Part", "прибыть"),
        ("приняв", "VERB", "", "Conv", "принять"),
        ("Казахстаном", "PROPN", "Ins", "", "казахстан"),
        ("стали", "VERB", "", "Fin", "стать"),
        ("стали", "NOUN", "Gen", "", "сталь"),
        ("переговоров", "NOUN", "Gen", "", "переговоры"),
        ("договорённость", "NOUN", "Nom", "", "договоренность"),
        ("—", "PUNCT", "", "", "—"),
    ],
)
def test_lemmas_follow_the_tagger(word: str, pos: str, case: str, form: str, lemma: str) -> None:
    assert lemmatise(word, pos, case, form) == lemma


def test_a_list_longer_than_a_sentence_is_left_unparsed() -> None:
    text = "слово " * (russian.LONGEST + 10)
    (tree,) = russian.parse(split(text))
    assert not tree.parsed
    assert len(tree.tokens) == russian.LONGEST + 10


@pytest.mark.parametrize("text", ["…", "!!!", "— — —", "А", "Да! " * 30, "1 2 3 4 5"])
def test_odd_texts_give_trees_without_loops(text: str) -> None:
    for tree in russian.parse(split(text)):
        for token in tree.tokens:
            assert sum(1 for _ in tree.ancestors(token.i)) < len(tree.tokens)


def test_nothing_needs_pkg_resources() -> None:
    russian.load()
    assert "pymorphy2" not in sys.modules
    assert "natasha" not in sys.modules


def test_the_lexicon_is_rich_and_its_heads_are_dictionary_forms() -> None:
    lexicon = expressions("ru")
    assert len(lexicon.expressions) >= 25 * len(actions())
    assert {e.action for e in lexicon.expressions} == set(actions())
    odd = {
        head
        for e in lexicon.expressions
        for head in e.head.whole
        if lemmatise(head, *(("VERB", "", "Inf") if e.kind == "verb" else ("NOUN", "Nom", ""))) != head
    }
    assert odd <= {"достичь", "деньги", "маневры"}


@pytest.mark.parametrize(
    ("word", "lemma"), [("поверенного", "поверенный"), ("пострадавшим", "пострадавший"), ("ё", "е")]
)
def test_a_participle_used_as_a_noun_keeps_its_form(word: str, lemma: str) -> None:
    assert lemmatise(word, "NOUN", "", "") == lemma
