"""Reported speech: who says what, in sentences made up for the purpose."""

from __future__ import annotations

import datetime as dt
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.coding.commentary import find_comments
from loaders.coding.drafts import CommentDraft, MoveDraft

DAY = dt.date(2026, 6, 30)


def one(text: str, lang: str = "en", source: str = "Gazette") -> CommentDraft:
    comments = find_comments(text, lang, source)
    assert len(comments) == 1, comments
    return comments[0]


@pytest.mark.parametrize(
    ("text", "speaker", "mode", "said"),
    [
        ('"Rivers do not read treaties," said analyst Aigul Sadykova.', "Aigul Sadykova", "direct",
         "Rivers do not read treaties"),
        ("Analyst Timur Beketov believes that the pact will change little.", "Timur Beketov", "indirect",
         "the pact will change little"),
        ("According to analyst Timur Beketov, the pact will change little.", "Timur Beketov", "indirect",
         "the pact will change little"),
        ("The pact will change little, argues Timur Beketov, an analyst in Osh.", "Timur Beketov", "indirect",
         "The pact will change little"),
        ('Historian Dana Alieva said that the pact was "a handshake in print".', "Dana Alieva", "mixed",
         'the pact was "a handshake in print"'),
        ("The pact, historian Dana Alieva argues, will change little.", "Dana Alieva", "indirect",
         "The pact, historian Dana Alieva argues, will change little"),
    ],
)  # fmt: skip
def test_english_forms_of_speech(text: str, speaker: str, mode: str, said: str) -> None:
    comment = one(text)
    assert (comment.speaker, comment.mode, comment.text) == (speaker, mode, said)


@pytest.mark.parametrize(
    ("text", "speaker", "role", "said"),
    [
        ("По словам политолога Бакыта Осмонова, договор мало что изменит.", "Бакыт Осмонов", "политолог",
         "договор мало что изменит"),
        ("«Реки договоров не читают», — считает эколог Айгуль Садыкова.", "Айгуль Садыкова", "эколог",
         "Реки договоров не читают"),
        ("По мнению военного эксперта Тимура Бекетова, учения запоздали.", "Тимур Бекетов", "военный эксперт",
         "учения запоздали"),
        ("Историк Дана Алиева полагает, что договор мало что изменит.", "Дана Алиева", "историк",
         "договор мало что изменит"),
        ("— Реки договоров не читают, — говорит эколог Айгуль Садыкова.", "Айгуль Садыкова", "эколог",
         "Реки договоров не читают"),
        ("Как отметил экономист Марат Исаев, пошлины ударят по рынку.", "Марат Исаев", "экономист",
         "пошлины ударят по рынку"),
    ],
)  # fmt: skip
def test_russian_speakers_come_back_in_the_nominative(text: str, speaker: str, role: str, said: str) -> None:
    comment = one(text, "ru")
    assert (comment.speaker, comment.role, comment.text) == (speaker, role, said)


def test_a_quotation_split_by_its_frame_is_two_comments() -> None:
    text = '"Water is the issue," economist Emil Kasymov said, "and gas is the excuse."'
    assert [c.text for c in find_comments(text, "en")] == ["Water is the issue", "and gas is the excuse"]
    text = "«Вода — это вопрос, — сказал экономист Эмиль Касымов. — А газ — предлог»."
    assert [c.text for c in find_comments(text, "ru")] == ["Вода — это вопрос", "А газ — предлог"]


def test_later_surnames_pronouns_and_descriptions_mean_the_last_speaker() -> None:
    text = (
        "Political scientist Leyla Umarova told Radio Ala-Archa that the step was overdue. "
        "She added that Tashkent would follow. According to Umarova, Moscow will shrug.\n\n"
        "The expert also stressed that nobody in the region wants a quarrel."
    )
    comments = find_comments(text, "en", "Gazette")
    assert [c.speaker for c in comments] == ["Leyla Umarova"] * 4
    assert {c.outlet for c in comments} == {"Radio Ala-Archa"}
    assert {c.role for c in comments} == {"political scientist"}


def join(party: str, sentence: str, group: int) -> MoveDraft:
    end = len(sentence)
    place = ("", "", sentence, 0, end, 0.9, "test", group)
    return MoveDraft("UZB", "join", party, DAY, "month", "explicit", None, None, *place)


def test_a_story_about_memberships_ties_its_comments_to_the_moves() -> None:
    steps = "Uzbekistan joined the World Trade Organization in May and the Abraham Accords in June."
    text = (
        f"{steps}\n\nPolitical scientist Ermek Dooronov noted in an interview with Talas.info that "
        "the World Trade Organization will change Tashkent. Uzbekistan's place in the Abraham Accords, "
        "in turn, is a signal to investors, according to Dooronov."
        "\n\nThe expert also stresses that the move suits the region."
    )
    moves = [join(party, steps, n) for n, party in enumerate(("WTO", "Abraham Accords"))]
    comments = find_comments(text, "en", "Gazette", DAY, None, moves)
    assert [c.moves for c in comments] == [(0,), (1,), (0, 1)]
    assert {(c.speaker, c.role, c.kind, c.outlet) for c in comments} == {
        ("Ermek Dooronov", "political scientist", "expert", "Talas.info")
    }
    assert comments[0].countries == ("UZB",)


def test_facts_and_plans_of_officials_are_no_commentary() -> None:
    assert not find_comments("The ministry reported that trade grew by 17 percent.", "en")
    assert not find_comments("Foreign Minister Arman Bekov said the cabinet would send aid.", "en")
    position = one("Foreign Minister Arman Bekov stressed that the border is not for sale.")
    assert position.kind == "official"


def test_unnamed_sources_are_left_out() -> None:
    assert not find_comments('"We will see," a diplomat said. Some experts believe that it will fail.', "en")


def test_a_former_official_is_an_expert() -> None:
    assert one("Former ambassador Arman Bekov believes that the pact will fail.").kind == "expert"


@pytest.mark.parametrize(
    ("lang", "text", "speaker", "outlet", "said"),
    [
        ("kk", "Экономист Асхат Сейтов жаңа баж салығы тиімсіз деп санайды.", "Асхат Сейтов", "Gazette",
         "жаңа баж салығы тиімсіз"),
        ("kk", "«Көпір бәріне керек», — деді сарапшы Асхат Сейтов «Сарыарқа» арнасына.", "Асхат Сейтов",
         "Сарыарқа", "Көпір бәріне керек"),
        ("ky", "Экономист Азамат Кадыров жаңы жол пайдалуу деп эсептейт.", "Азамат Кадыров", "Gazette",
         "жаңы жол пайдалуу"),
        ("uz", "Tarixchi Anvar Sobirovning fikricha, koʻprik hammaga kerak.", "Anvar Sobirov", "Gazette",
         "koʻprik hammaga kerak"),
        ("uz", "“Koʻprik hammaga kerak”, dedi ekspert Anvar Sobirov.", "Anvar Sobirov", "Gazette",
         "Koʻprik hammaga kerak"),
        ("tg", "Таҳлилгар Фирӯз Каримӣ мегӯяд, ки пул ба ҳама лозим аст.", "Фирӯз Каримӣ", "Gazette",
         "пул ба ҳама лозим аст"),
        ("tg", "Ба андешаи таҳлилгар Фирӯз Каримӣ, пул ба ҳама лозим аст.", "Фирӯз Каримӣ", "Gazette",
         "пул ба ҳама лозим аст"),
        ("tk", "«Köpri hemmelere gerek» diýip, bilermen Merdan Ataýew aýtdy.", "Merdan Ataýew", "Gazette",
         "Köpri hemmelere gerek"),
    ],
)  # fmt: skip
def test_the_other_languages(lang: str, text: str, speaker: str, outlet: str, said: str) -> None:
    comment = one(text, lang)
    assert (comment.speaker, comment.outlet, comment.text) == (speaker, outlet, said)


def test_an_unknown_language_has_no_comments() -> None:
    assert find_comments("X said that Y.", "xx") == ()


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet='«»“”"—,.:? \nАнaб Said', max_size=300), st.sampled_from(["en", "ru"]))
def test_offsets_give_the_text_back(noise: str, lang: str) -> None:
    told = '\n"Rivers do not read," said analyst Aigul Sadykova.\n«Реки не читают», — сказал он.'
    text = noise + told + noise
    for comment in find_comments(text, lang):
        assert text[comment.start : comment.end] == comment.text
        assert comment.text == comment.text.strip()


HOSTILE = ['"', "«", '("', '"a. ', "— а, — b ", "”“", "«а, — сказал ", "Al ", 'said "A, ', "он сказал, "]


@pytest.mark.parametrize("piece", HOSTILE)
def test_hostile_text_takes_linear_time(piece: str) -> None:
    text = piece * (100_000 // len(piece))
    begin = time.process_time()
    find_comments(text, "ru", mentions=())
    assert time.process_time() - begin < 3  # 0.4 s on the machine of development; a busy one gets room


def test_speech_reported_by_a_noun() -> None:
    text = "Analyst Emil Sadykov's view is that the ban will be lifted. His fear is that it will not."
    assert [c.text for c in find_comments(text, "en")] == ["the ban will be lifted", "it will not"]
    comment = one("That the ban will be lifted is the expectation of Emil Sadykov, an economist in Osh.")
    assert (comment.speaker, comment.text) == ("Emil Sadykov", "the ban will be lifted")


def test_a_quotation_goes_on_in_the_next_paragraph() -> None:
    text = "Economist Emil Sadykov wrote: “The ban is a gift.\n\n“It is also a loss for farmers.”"
    said = [(c.speaker, c.text) for c in find_comments(text, "en")]
    assert said == [("Emil Sadykov", "The ban is a gift"), ("Emil Sadykov", "It is also a loss for farmers")]


def test_single_quotation_marks_and_apostrophes() -> None:
    text = "‘The ban is a gift,’ said economist Emil Sadykov. ‘It’s the farmers’ loss.’"
    assert [c.text for c in find_comments(text, "en")] == ["The ban is a gift", "It’s the farmers’ loss"]


def test_what_an_official_only_announces_is_left_to_the_moves() -> None:
    text = "Foreign Minister Arman Bekov announced that Uzbekistan joined the World Trade Organization."
    assert find_comments(text, "en", moves=[join("WTO", text, 0)]) == ()


SPOKEN = """по словам мнению считает сказал он эксперта экспертов аналитика Марат Исаева Марата Айгуль
министр МИД глав глава бывший что военный военного России Токаев и как представительница Южной Каролины
said told according to the analyst Emil Sadykov that Sadykov's view is , : « » — . ; " who his she"""
WORDS = SPOKEN.split()


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=30), st.sampled_from(["en", "ru", "kk", "uz", "tg"]))
def test_any_order_of_words_of_speech_is_survived(words: list[str], lang: str) -> None:
    text = " ".join(words)
    for comment in find_comments(text, lang, mentions=()):
        assert comment.text
        assert text[comment.start : comment.end] == comment.text


def test_views_of_unnamed_experts_are_left_out() -> None:
    text = "Политолог Марат Исаев считает, что курс верен.\n\nПо прогнозам экспертов, цены вырастут."
    assert [c.text for c in find_comments(text, "ru")] == ["курс верен"]


def test_whoever_stands_beside_a_name_is_not_that_person() -> None:
    text = "Политолог Марат Исаев считает, что курс верен. Адвокат Исаева заявил, что иска не будет."
    assert [c.text for c in find_comments(text, "ru")] == ["курс верен"]


def test_a_name_first_met_in_another_case_is_corrected_later() -> None:
    text = "Мы говорили с Дмитрием Седовым.\n\nСедов полагает, что курс верен."
    assert [c.speaker for c in find_comments(text, "ru")] == ["Дмитрий Седов"]
