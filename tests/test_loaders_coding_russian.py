"""The Russian adapter: neutral tokens with Universal relations, lemmas, and mended trees."""

from __future__ import annotations

import sys
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.coding import russian
from loaders.coding.russian_repairs import repair
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


@pytest.mark.parametrize(
    ("text", "subject", "verb"),
    [
        ("В Кремле упрёки не приняли.", "Кремле", "приняли"),
        ("По итогам стороны договорились о рабочей группе.", "стороны", "договорились"),
        (
            "Душанбе потребовал выдачи людей, и двое из них оказались в тюрьме.",
            "Душанбе",
            "потребовал",
        ),
        ("Молдавия вышла из договоров, Узбекистан в 2020 году стал наблюдателем.", "Узбекистан", "стал"),
        ("Жогорку Кенеш в четверг денонсировал соглашение.", "Жогорку", "денонсировал"),
        ("Узбекистан, Афганистан и Пакистан подписали рамочное соглашение.", "Узбекистан", "подписали"),
    ],
)
def test_subjects_that_the_parser_misses_are_found(text: str, subject: str, verb: str) -> None:
    tree = _tree(text)
    word = _word(tree, subject)
    assert (word.dep, tree.tokens[word.head].text) == ("nsubj", verb)


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


_WORDS = st.sampled_from(["Душанбе", "стороны", "подписали", "Рахмону", "договор", "приняли", "в", "новый"])
_FEATS = st.fixed_dictionaries(
    {},
    optional={
        "Case": st.sampled_from(["Nom", "Gen", "Dat", "Acc", "Ins", "Loc"]),
        "Number": st.sampled_from(["Sing", "Plur"]),
        "VerbForm": st.sampled_from(["Fin", "Part", "Conv"]),
        "Voice": st.sampled_from(["Act", "Pass"]),
        "Animacy": st.sampled_from(["Anim", "Inan"]),
    },
)
_DEPS = st.sampled_from(
    [
        "nsubj",
        "nsubj:pass",
        "obj",
        "obl",
        "nmod",
        "appos",
        "flat:name",
        "conj",
        "acl",
        "case",
        "parataxis",
        "advcl",
    ]
)
_TAGS = st.sampled_from(["NOUN", "PROPN", "VERB", "ADJ", "ADP", "PRON"])
_ROWS = st.lists(st.tuples(_WORDS, _TAGS, _DEPS, st.integers(0, 30), _FEATS), min_size=1, max_size=14)


@settings(max_examples=200, deadline=None)
@given(_ROWS)
def test_mending_ends_and_leaves_no_loop(rows: list[tuple[str, str, str, int, dict[str, Any]]]) -> None:
    tokens = [
        Token(i, i, i + 1, word, word.lower(), tag, dep if i else "root", head % max(i, 1) if i else 0, feats)
        for i, (word, tag, dep, head, feats) in enumerate(rows)
    ]
    mended = repair(tokens)
    for token in mended:
        seen: set[int] = set()
        k = token.i
        while mended[k].head != k:
            assert k not in seen
            seen.add(k)
            k = mended[k].head
