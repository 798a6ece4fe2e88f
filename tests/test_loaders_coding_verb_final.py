"""Moves in the verb-final languages: cases tell the roles, the last word tells whether it happened."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.coding.verb_final.cases import case_of_name, latin
from loaders.coding.verb_final.moves import LANGS, find_moves
from models.vocabulary.lexicon import expressions

THURSDAY = dt.date(2025, 6, 5)


def coded(lang: str, text: str) -> list[tuple[str, str, str | None]]:
    return [(m.actor, m.action, m.counterpart) for m in find_moves(text, lang, THURSDAY)]


@pytest.mark.parametrize(
    ("lang", "text", "row"),
    [
        ("kk", "Тоқаев Өзбекстан президентімен кездесті.", ("KAZ", "meet", "UZB")),
        ("kk", "Қазақстан Ауғанстанға гуманитарлық көмек жіберді.", ("KAZ", "aid", "AFG")),
        ("kk", "Қырғызстан басшысы Астанаға ресми сапармен келді.", ("KGZ", "visit", "KAZ")),
        ("kk", "Тоқаев Ақордада Қытай елшісін қабыл алды.", ("CHN", "visit", "KAZ")),
        ("ky", "Кыргызстан Тажикстан менен чек ара келишимине кол койду.", ("KGZ", "sign", "TJK")),
        ("ky", "Бишкек Россиянын элчисин чакырып, нааразылык нотасын тапшырды.", ("KGZ", "criticise", "RUS")),
        ("uz", "Oʻzbekiston Qozogʻiston bilan bitim imzoladi.", ("UZB", "sign", "KAZ")),
        ("uz", "Ўзбекистон Афғонистонга инсонпарвар ёрдам юборди.", ("UZB", "aid", "AFG")),
        ("tg", "Тоҷикистон ба Афғонистон кумаки башардӯстона фиристод.", ("TJK", "aid", "AFG")),
        ("tg", "Президенти Эрон бо сафари расмӣ ба Тоҷикистон омад.", ("IRN", "visit", "TJK")),
        ("tk", "Türkmenistan Owganystana ynsanperwer ýük ugratdy.", ("TKM", "aid", "AFG")),
        ("tk", "Özbegistanyň Prezidenti Türkmenistana sapar bilen geldi.", ("UZB", "visit", "TKM")),
    ],
)
def test_the_case_of_a_party_tells_its_part(lang: str, text: str, row: tuple[str, str, str]) -> None:
    assert coded(lang, text) == [row]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("kk", "Қазақстан Өзбекстанмен келісімге қол қойған жоқ."),
        ("kk", "Қазақстан Ауғанстанға көмек жіберуі мүмкін."),
        ("ky", "Кыргызстан Тажикстан менен келишимге кол койгон жок."),
        ("uz", "Oʻzbekiston Afgʻonistonga yordam yubormadi."),
        ("uz", "Oʻzbekiston Qozogʻiston bilan bitim imzolashi mumkin."),
        ("tg", "Тоҷикистон метавонад ба Афғонистон кумак фиристод."),
        ("tk", "Türkmenistan Owganystana kömek ibermedi."),
        ("kk", "Ресей Украинаға көмек жіберді."),
    ],
)
def test_what_did_not_happen_or_is_not_of_the_region_is_not_coded(lang: str, text: str) -> None:
    assert coded(lang, text) == []


def test_the_sides_are_the_pair_of_the_scene_and_inherit_its_day() -> None:
    text = "Тоқаев сәрсенбіде Өзбекстан президентімен кездесті. Тараптар меморандумға қол қойды."
    moves = find_moves(text, "kk", THURSDAY)
    assert [(m.action, {m.actor, m.counterpart}) for m in moves] == [
        ("meet", {"KAZ", "UZB"}),
        ("sign", {"KAZ", "UZB"}),
    ]
    assert {m.date for m in moves} == {dt.date(2025, 6, 4)}
    assert moves[1].date_basis == "inherited"


def test_the_next_day_moves_the_scene_on_without_a_move() -> None:
    text = (
        "Түркия президенті дүйсенбі күні Қазақстанға сапармен келді. Ертеңіне оны Тоқаев қарсы алды. "
        "Тараптар меморандумға қол қойды."
    )
    moves = {m.action: m.date for m in find_moves(text, "kk", THURSDAY)}
    assert moves["visit"] == dt.date(2025, 6, 2)
    assert moves["sign"] == dt.date(2025, 6, 3)


def test_aid_to_a_third_country_does_not_inherit_the_day_of_other_aid() -> None:
    text = (
        "Тоҷикистон рӯзи сешанбе ба Афғонистон кумаки башардӯстона фиристод. "
        "Тоҷикистон ба Туркия кумаки башардӯстона фиристод."
    )
    found = {m.counterpart: m.date_basis for m in find_moves(text, "tg", THURSDAY)}
    assert found == {"AFG": "relative", "TUR": "published"}


def test_a_month_opens_a_kazakh_sentence_with_a_capital() -> None:
    [move] = find_moves("Мамыр айында Қазақстан Ауғанстанға гуманитарлық көмек жіберді.", "kk", THURSDAY)
    assert (move.date, move.date_precision) == (dt.date(2025, 5, 1), "month")


def test_a_fixed_coming_day_is_an_announcement_with_its_day() -> None:
    [move] = find_moves("Қазақстан президенті 12 маусымда Өзбекстанға барады.", "kk", THURSDAY)
    assert (move.action, move.planned_for, move.date) == ("announce", dt.date(2025, 6, 12), THURSDAY)


def test_between_two_names_the_pair_and_the_home_state_ratifies() -> None:
    text = "Сенат отырысында Қытай мен Қазақстан арасындағы келісім ратификацияланды."
    assert coded("kk", text) == [("KAZ", "ratify", "CHN")]


def test_a_quotation_asserts_no_move_of_its_own() -> None:
    assert coded("kk", "«Қазақстан Өзбекстанмен бүгін келісімге қол қойды», – деді сарапшы.") == []


@pytest.mark.parametrize(
    ("name", "lang", "case"),
    [
        ("Астана", "kk", "nom"),
        ("Астанаға", "kk", "dat"),
        ("Өзбекстанмен", "kk", "com"),
        ("Türkmenistanyň", "tk", "gen"),
        ("Toshkentga", "uz", "dat"),
        ("Тоҷикистонро", "tg", "acc"),
    ],
)
def test_an_ending_is_a_case_only_if_a_name_remains(name: str, lang: str, case: str) -> None:
    assert case_of_name(name, lang) == case


def test_uzbek_cyrillic_is_read_by_its_latin_spelling() -> None:
    assert latin("имзолади") == "imzoladi"
    assert latin("келишув") == "kelishuv"


@pytest.mark.parametrize("lang", sorted(LANGS))
def test_every_action_has_expressions(lang: str) -> None:
    slugs = {expression.action for expression in expressions(lang).expressions}
    assert len(slugs) == 28


@given(
    text=st.text(alphabet="Қазақстан Өзбекстанмен қол қойды.,«»-\n", max_size=200),
    lang=st.sampled_from(sorted(LANGS)),
)
def test_any_text_is_read_without_an_error_and_evidence_stands_where_it_says(text: str, lang: str) -> None:
    for move in find_moves(text, lang, THURSDAY):
        assert text[move.start : move.end] == move.evidence


def test_people_whom_the_text_introduces_act_for_their_state_later() -> None:
    text = (
        "Italiya Bosh vaziri Jorja Meloni Toshkentga keldi. "
        "Meloni Turkmaniston Prezidentini Rimga taklif qildi."
    )
    assert coded("uz", text) == [("ITA", "visit", "UZB"), ("ITA", "propose", "TKM")]


def test_the_place_of_a_move_is_its_town_and_country() -> None:
    [move] = find_moves("Тоқаев Самарқандта Өзбекстан президентімен кездесті.", "kk", THURSDAY)
    assert move.place == "Самарқанд, Uzbekistan"
    [move] = find_moves("Президенти Эрон дар Душанбе бо Эмомалӣ Раҳмон мулоқот кард.", "tg", THURSDAY)
    assert move.place == "Dushanbe, Tajikistan"


def test_confidence_falls_with_what_the_sentence_leaves_open() -> None:
    text = (
        "Қазақстан Өзбекстанмен меморандумға қол қойды. Тараптар мәселені талқылады. Астана қадамды құптады."
    )
    sure, sides, bare = (m.confidence for m in find_moves(text, "kk", THURSDAY))
    assert sure > sides > bare


def test_a_promise_with_no_day_is_an_announcement_without_a_planned_day() -> None:
    [move] = find_moves("Қазақстан Ауғанстанға 500 тонна ұн жібереді.", "kk", THURSDAY)
    assert (move.action, move.planned_for) == ("announce", None)


def test_three_signatories_are_three_pairs() -> None:
    rows = coded("uz", "Oʻzbekiston, Qozogʻiston va Qirgʻiziston bitim imzoladi.")
    assert sorted(rows) == [("KAZ", "sign", "KGZ"), ("KAZ", "sign", "UZB"), ("KGZ", "sign", "UZB")]


def test_a_conditional_threat_is_a_threat_and_a_mere_warning_is_none() -> None:
    threat = "Маскав Душанберо огоҳ кард, ки дар сурати идомаи танқид раводид ҷорӣ мекунад."
    assert coded("tg", threat) == [("RUS", "threaten", "TJK")]
    assert coded("tg", "Қирғизистон шаҳрвандонашро аз сафар ба Русия ҳушдор дод.") == []


def test_a_day_later_counts_from_the_last_day_told() -> None:
    text = (
        "Порт сенбіде шабуылға ұшырады. Бір күн өткен соң Астана Киевке наразылық нотасын тапсырды. "
        "Екі күннен кейін Тоқаев Зеленскиймен телефон арқылы сөйлесті."
    )
    days = [(m.action, m.date) for m in find_moves(text, "kk", THURSDAY)]
    assert days == [("criticise", dt.date(2025, 6, 1)), ("call", dt.date(2025, 6, 3))]


@pytest.mark.parametrize(
    ("lang", "text", "row"),
    [
        ("kk", "Кеше Тоқаев Астанада Режеп Тайип Ердоғанмен кездесті.", ("KAZ", "meet", "TUR")),
        ("kk", "Тоқаевтың Улан-Баторға ресми сапары басталды.", ("KAZ", "visit", "MNG")),
        ("ky", "Кытай – Кыргызстан – Өзбекстан макулдашуусу имзаланды.", ("KGZ", "sign", "CHN")),
        ("uz", "Rossiya elchixonasi oldida toshkentliklar piket uyushtirdi.", ("UZB", "protest", "RUS")),
        ("tg", "Тошканд ба Тоҷикистону Қирғизистон кумак фиристод.", ("UZB", "aid", "TJK")),
        ("kk", "Ресейдің елшісі СІМ-ге шақыртылып, нота берілді.", ("KAZ", "criticise", "RUS")),
    ],
)
def test_parties_that_stand_in_other_places(lang: str, text: str, row: tuple[str, str, str]) -> None:
    assert row in coded(lang, text)


def test_speech_about_a_deed_is_not_the_deed() -> None:
    text = "Мәскеу Астанаға мұнай тасымалын тоқтатамыз деп қоқан-лоққы көрсетті."
    assert coded("kk", text) == [("RUS", "threaten", "KAZ")]


def test_a_possessive_noun_belongs_and_a_bare_one_does_not() -> None:
    assert coded("kk", "Қазақстан шекараға әскер жинады, ал Ресей шекарасына Қазақстан техника төкті.") == [
        ("KAZ", "mobilise", "RUS")
    ]
