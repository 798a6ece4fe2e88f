"""The parts of reported speech: sentences and quotations, names in their cases, roles, outlets."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.coding.commentary import find_comments
from loaders.coding.speech import inflection, names, roles
from loaders.coding.speech.cues import Cues, load
from loaders.coding.speech.outlets import nominative_title
from loaders.coding.speech.spans import tidy
from loaders.coding.speech.text import lines, quotes
from models.vocabulary import LANGS


def cues(lang: str) -> Cues:
    found = load(lang)
    assert found is not None
    return found


@pytest.mark.parametrize("lang", LANGS)
def test_every_language_has_cues_in_lists_of_words(lang: str) -> None:
    found = cues(lang)
    assert len(found.verbs) > 15
    assert all(found.words[group] for group in ("experts", "officials", "stand_ins"))
    assert not any(word != word.strip() for group in found.words.values() for word in group)


def test_an_unknown_language_has_none() -> None:
    assert load("xx") is None
    assert load("../en") is None


@pytest.mark.parametrize(
    ("form", "case", "name"),
    [
        ("Бакыта Осмонова", "gent", "Бакыт Осмонов"),
        ("Аркадия Лаврова", "gent", "Аркадий Лавров"),
        ("Игоря Седых", "gent", "Игорь Седых"),
        ("Айжамал Токтоевой", "gent", "Айжамал Токтоева"),
        ("Ольги Ким", "gent", "Ольга Ким"),
        ("Марии Островской", "gent", "Мария Островская"),
        ("Камилу Ибраеву", "accs", "Камила Ибраева"),
        ("Дмитрием Соколовым", "ablt", "Дмитрий Соколов"),
        ("Шохину Усмонзоде", "nomn", "Шохину Усмонзоде"),
        ("Диловара Усмонзоды", "gent", "Диловар Усмонзода"),
        ("Сергея Малинского", "gent", "Сергей Малинский"),
    ],
)
def test_russian_names_go_back_to_the_nominative(form: str, case: str, name: str) -> None:
    assert names.nominative(form, case) == name


@pytest.mark.parametrize(
    ("name", "gender"),
    [("Айгуль Садыкова", "f"), ("Марат Исаев", "m"), ("Никита Ли", ""), ("Leyla Kim", "f"), ("Zhao Lin", "")],
)
def test_gender_of_a_name(name: str, gender: str) -> None:
    assert names.gender(name) == gender


@pytest.mark.parametrize(
    ("role", "nominative"),
    [
        ("военного аналитика", "военный аналитик"),
        ("научного сотрудника Института Востока", "научный сотрудник Института Востока"),
        ("бывшего посла", "бывший посол"),
        ("директора Центра", "директор Центра"),
    ],
)
def test_roles_go_back_to_the_nominative(role: str, nominative: str) -> None:
    assert inflection.nominative_role(role, lambda word: roles.is_role(word, cues("ru"))) == nominative


@pytest.mark.parametrize(
    ("lang", "role", "kind"),
    [
        ("en", "political analyst", "expert"),
        ("en", "Foreign Minister", "official"),
        ("en", "former foreign minister", "expert"),
        ("en", "deputy director of the Institute for Water", "expert"),
        ("en", "president of the Silk Road Foundation", "expert"),
        ("en", "head of the presidential administration", "official"),
        ("ru", "политолог", "expert"),
        ("ru", "пресс-секретарь МИД", "official"),
        ("ru", "экс-посол", "expert"),
        ("ru", "директор Института истории", "expert"),
        ("ru", "глава МИД", "official"),
        ("ru", "глава Союза предпринимателей", "expert"),
    ],
)
def test_expert_or_official(lang: str, role: str, kind: str) -> None:
    assert roles.kind_of(role, False, cues(lang)) == kind


@pytest.mark.parametrize(
    ("title", "nominative"),
    [
        ("Бакинского времени", "Бакинское время"),
        ("Свободной волны", "Свободная волна"),
        ("Вестнику", "Вестник"),
        ("Азаттык", "Азаттык"),
        ("Vesti.kg", "Vesti.kg"),
    ],
)
def test_titles_of_outlets(title: str, nominative: str) -> None:
    assert nominative_title(title) == nominative


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        ("Analyst Aigul Sadykova told Radio Kochkor that roads matter.", "Radio Kochkor"),
        (
            "Analyst Aigul Sadykova told the Berlin-based site Steppe Dialog that roads matter.",
            "Steppe Dialog",
        ),
        ("Analyst Aigul Sadykova told reporters that roads matter.", "Gazette"),
        ("In an interview with Chuy.info, analyst Aigul Sadykova said that roads matter.", "Chuy.info"),
        ("Analyst Aigul Sadykova wrote in The Naryn Review that roads matter.", "Naryn Review"),
    ],
)
def test_where_it_was_said(text: str, outlet: str) -> None:
    assert [c.outlet for c in find_comments(text, "en", "Gazette")] == [outlet]


def test_the_own_outlet_in_another_case_is_still_the_own_one() -> None:
    text = "Политолог Марат Исаев в интервью «Степному вестнику» заметил, что дороги важны."
    assert [c.outlet for c in find_comments(text, "ru", "Степной вестник")] == ["Степной вестник"]


def test_sentences_do_not_end_inside_a_quotation() -> None:
    text = '"First. Second." She left. «Одно. Другое», — сказал он. J. D. Vance came.'
    assert [text[line.start : line.end] for line in lines(text)] == [
        '"First. Second."',
        "She left.",
        "«Одно. Другое», — сказал он.",
        "J. D. Vance came.",
    ]


def test_an_open_quotation_ends_with_its_paragraph() -> None:
    text = "«Начало без конца\n\nДругой абзац"
    assert [text[q.start : q.end] for q in quotes(text, 0, 17)] == ["Начало без конца"]


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="«»“”„\"—–-.,?!… \n:абвАБВabcABC12'’()", max_size=200))
def test_lines_and_quotations_lie_inside_the_text(text: str) -> None:
    end = 0
    for line in lines(text, {"а"}):
        assert end <= line.start <= line.end <= len(text)
        end = line.end
        for quote in line.quotes:
            assert line.start <= quote.left <= quote.start <= quote.end <= quote.right <= line.end
        for token in line.tokens:
            assert text[token.start : token.end] == token.text


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet='«»"“”,. ab', max_size=40))
def test_tidy_stays_inside_and_settles(text: str) -> None:
    start, end = tidy(text, 0, len(text))
    assert 0 <= start <= end <= len(text)
    assert tidy(text, start, end) == (start, end)


def test_a_pronoun_before_a_name_means_somebody_earlier() -> None:
    text = (
        "Политолог Марат Исаев считает, что курс верен. "
        "По его мнению, идея исходила от соседей, а Токаев воспользовался случаем."
    )
    assert [c.speaker for c in find_comments(text, "ru")] == ["Марат Исаев", "Марат Исаев"]


def test_yaml_lists_hold_words_not_booleans() -> None:
    # "no" and "on" would be truth values to a plain YAML reader
    assert yaml.safe_load("[no]") == [False]
    assert "no" in cues("en").words["not_names"]
