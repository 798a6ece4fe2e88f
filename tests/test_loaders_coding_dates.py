"""Date expressions: what each language says, resolved against the day of publication or of the scene."""

from __future__ import annotations

import itertools
import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.coding.date_readings import readable_kinds
from loaders.coding.date_rules import date_words
from loaders.coding.dates import find_dates
from models.vocabulary import LANGS

THURSDAY = date(2025, 11, 13)

# text, the day wanted, its precision (day, month, year)
CASES = {
    "en": [
        ("Putin came on Wednesday.", "2025-11-12", "day"),
        ("Putin came on Thursday.", "2025-11-13", "day"),
        ("Putin came last Thursday.", "2025-11-06", "day"),
        ("Signed on Tuesday last week.", "2025-11-04", "day"),
        ("on the Monday before last", "2025-11-03", "day"),
        ("They met yesterday.", "2025-11-12", "day"),
        ("They met today.", "2025-11-13", "day"),
        ("They met last week.", "2025-11-01", "month"),
        ("held last weekend", "2025-11-01", "month"),
        ("earlier this month", "2025-11-01", "month"),
        ("signed in March", "2025-03-01", "month"),
        ("signed in December", "2024-12-01", "month"),
        ("Since October 7 gas has flowed", "2025-10-07", "day"),
        ("In June of last year it spoke", "2024-06-01", "month"),
        ("in May last year", "2024-05-01", "month"),
        ("9-11 November 2025", "2025-11-09", "day"),
        ("on November 10 and 11", "2025-11-10", "day"),
        ("On Wednesday, 5 March 2018, they", "2018-03-05", "day"),
        ("in April 1992.", "1992-04-01", "month"),
        ("the March summit", "2025-03-01", "month"),
        ("two years ago", "2023-01-01", "year"),
        ("three months ago", "2025-08-01", "month"),
        ("this summer", "2025-01-01", "year"),
        ("in the spring of 2024", "2024-01-01", "year"),
        ("last year", "2024-01-01", "year"),
        ("In 2016 it left", "2016-01-01", "year"),
        ("on 2025-11-10", "2025-11-10", "day"),
        ("10.11.2025", "2025-11-10", "day"),
        ("A year ago on Thursday, he", "2024-11-13", "day"),
        ("on the last day of May", "2025-05-31", "day"),
        ("on the last day of November", "2024-11-30", "day"),
        ("on the last day of February last year", "2024-02-29", "day"),
        ("in the last week of October", "2025-10-01", "month"),
        ("last winter", "2025-01-01", "year"),
    ],
    "ru": [
        ("подписали в среду", "2025-11-12", "day"),
        ("подписали в четверг", "2025-11-13", "day"),
        ("в минувшую пятницу", "2025-11-07", "day"),
        ("в прошлый вторник", "2025-11-04", "day"),
        ("К понедельнику акции прошли", "2025-11-10", "day"),
        ("в понедельник, 10-го", "2025-11-10", "day"),
        ("вчера подписали", "2025-11-12", "day"),
        ("сегодня подписали", "2025-11-13", "day"),
        ("на прошлой неделе", "2025-11-01", "month"),
        ("за минувшие выходные", "2025-11-01", "month"),
        ("в сентябре", "2025-09-01", "month"),
        ("в начале декабря", "2024-12-01", "month"),
        ("после августовской драки", "2025-08-01", "month"),
        ("в мае прошлого года", "2024-05-01", "month"),
        ("в январе 2016-го", "2016-01-01", "month"),
        ("с 9 по 11 ноября", "2025-11-09", "day"),
        ("9–11 ноября 2024 года", "2024-11-09", "day"),
        ("14 октября начались", "2025-10-14", "day"),
        ("27 января 2020 г.", "2020-01-27", "day"),
        ("10.11.2025", "2025-11-10", "day"),
        ("в прошлом году", "2024-01-01", "year"),
        ("прошлогодний визит", "2024-01-01", "year"),
        ("С начала года", "2025-01-01", "year"),
        ("прошлой осенью", "2024-01-01", "year"),
        ("зимой 2019-го", "2019-01-01", "year"),
        ("летом", "2025-01-01", "year"),
        ("30 лет назад", "1995-01-01", "year"),
        ("Ещё в 2016 году", "2016-01-01", "year"),
        ("в 2012-м", "2012-01-01", "year"),
    ],
    "kk": [
        ("бейсенбі күні Давоста", "2025-11-13", "day"),
        ("Ақорда сәрсенбіде мәлімдеді", "2025-11-12", "day"),
        ("осы жылдың 1 қаңтарында", "2025-01-01", "day"),
        ("2025 жылғы 6 қарашада", "2025-11-06", "day"),
        ("6 қараша күні", "2025-11-06", "day"),
        ("2024 жылғы маусымда", "2024-06-01", "month"),
        ("былтыр шілдеде Астанада", "2024-07-01", "month"),
        ("тамыз айында", "2025-08-01", "month"),
        ("2024 жылдан бері", "2024-01-01", "year"),
        ("Былтыр Қазақстан", "2024-01-01", "year"),
        ("өткен аптада", "2025-11-01", "month"),
        ("екі жыл бұрын", "2023-01-01", "year"),
    ],
    "ky": [
        ("13-мартта Бишкекте", "2025-03-13", "day"),
        ("10-октябрдан тарта", "2025-10-10", "day"),
        ("шаршемби күнү", "2025-11-12", "day"),
        ("дүйшөмбү күнү", "2025-11-10", "day"),
        ("Август айында", "2025-08-01", "month"),
        ("сентябрда, Баткенде", "2025-09-01", "month"),
        ("былтыр декабрда", "2024-12-01", "month"),
        ("өткөн жумада", "2025-11-01", "month"),
        ("2023-жылдын аягында", "2023-01-01", "year"),
        ("2025-жылдын 18-ноябры", "2025-11-18", "day"),
        ("үч жыл мурун", "2022-01-01", "year"),
    ],
    "uz": [
        ("24-oktabr kuni Bryusselda", "2025-10-24", "day"),
        ("payshanba kuni", "2025-11-13", "day"),
        ("payshanba kungi majlis", "2025-11-13", "day"),
        ("Пайшанба куни Тошкентда", "2025-11-13", "day"),
        ("2022-yil avgust oyida", "2022-08-01", "month"),
        ("dekabr boshida", "2024-12-01", "month"),
        ("2020-yil dekabrida", "2020-12-01", "month"),
        ("март ойида", "2025-03-01", "month"),
        ("Анкара ўтган йили", "2024-01-01", "year"),
        ("o'tgan yili", "2024-01-01", "year"),
        ("ikki yil avval", "2023-01-01", "year"),
    ],
    "tg": [
        ("Раҳмон 16 январ 23 санад", "2025-01-16", "day"),
        ("рӯзи душанбе", "2025-11-10", "day"),
        ("Шоми якшанбе дар", "2025-11-09", "day"),
        ("20 ноябри соли 2024", "2024-11-20", "day"),
        ("моҳи ноябри соли 2023", "2023-11-01", "month"),
        ("Дар охири моҳи апрел", "2025-04-01", "month"),
        ("Соли 2017 Душанбе", "2017-01-01", "year"),
        ("соли гузашта", "2024-01-01", "year"),
        ("се сол пеш", "2022-01-01", "year"),
    ],
    "tk": [
        ("1-nji martdan başlap", "2025-03-01", "day"),
        ("fewral aýynyň 11-ine", "2025-02-11", "day"),
        ("anna güni Aşgabada", "2025-11-07", "day"),
        ("2021-nji ýylyň noýabrynda", "2021-11-01", "month"),
        ("Dekabr aýynyň başynda", "2024-12-01", "month"),
        ("geçen aý Tähranda", "2025-10-01", "month"),
        ("geçen ýyl", "2024-01-01", "year"),
    ],
}

SCENES = [
    ("en", "A day earlier Moscow had promised", "2024-04-29", "day"),
    ("en", "The following day", "2024-05-01", "day"),
    ("en", "The same day", "2024-04-30", "day"),
    ("en", "On the eve of the meeting", "2024-04-29", "day"),
    ("en", "Two days later commanders met", "2024-05-02", "day"),
    ("en", "a week earlier", "2024-04-01", "month"),
    ("en", "on the second, they met", "2024-05-01", "day"),
    ("en", "the following spring", "2025-01-01", "year"),
    ("ru", "За день до переговоров", "2024-04-29", "day"),
    ("ru", "за три дня до саммита", "2024-04-27", "day"),
    ("ru", "во второй Узбекистан подписал", "2024-05-01", "day"),
    ("en", "two days after the attack", "2024-05-02", "day"),
    ("en", "a day before the talks", "2024-04-29", "day"),
    ("en", "Within twenty-four hours it", "2024-05-01", "day"),
    ("en", "the month before.", "2024-03-01", "month"),
    ("en", "the following year", "2025-01-01", "year"),
    ("en", "at the time", "2024-04-30", "day"),
    ("en", "in January of that year", "2024-01-01", "month"),
    ("ru", "Накануне Токаев принял", "2024-04-29", "day"),
    ("ru", "на следующий день", "2024-05-01", "day"),
    ("ru", "Наутро МИД вызвал", "2024-05-01", "day"),
    ("ru", "В тот же день", "2024-04-30", "day"),
    ("ru", "двумя месяцами раньше", "2024-02-01", "month"),
    ("ru", "тремя годами позже", "2027-01-01", "year"),
    ("ru", "Спустя двое суток", "2024-05-02", "day"),
    ("ru", "Летом того же года", "2024-01-01", "year"),
    ("ru", "Тогда же республика", "2024-04-30", "day"),
    ("kk", "Ертеңіне келіссөз", "2024-05-01", "day"),
    ("ky", "Эртеси премьер", "2024-05-01", "day"),
    ("ky", "Ошол эле айда", "2024-04-01", "month"),
    ("uz", "Oʻsha kuni vazir", "2024-04-30", "day"),
    ("uz", "Ertasi kuni", "2024-05-01", "day"),
    ("tg", "Рӯзи дигар Душанбе", "2024-05-01", "day"),
    ("tg", "Ҳамон рӯз", "2024-04-30", "day"),
    ("tk", "Ertesi gün Aşgabat", "2024-05-01", "day"),
    ("tk", "Şol gün Eýran", "2024-04-30", "day"),
]

NO_DATE = [
    ("en", "It may march on, as Theresa May and Sun did with 1,992 men and 14 documents."),
    ("en", "In the early 1990s and until the end of 2026 nothing moved."),
    ("en", "The plan, Vision 2030, was signed by 12 firms in 24 hours."),
    ("ru", "Подписано 14 документов на 139 страницах."),
    ("ru", "В начале 1990-х и в девяностых об этом не думали, тогда как до конца мая время есть."),
    ("ru", "Учения «Бирлик-2025» прошли тихо."),
    ("ru", "Программа на 2024–2025 годы принята."),
    ("en", "They sat from dusk into the next day."),
    ("ky", "Дүйшөмбү чек арага кошумча техника топтогон."),
    ("tg", "Душанбе ба Кобул ҷавоб дод."),
    ("kk", "Делегация Қазан қаласына барды."),
]

PLANS = [
    ("en", "will visit on 12 May", "2026-05-12"),
    ("en", "will visit on Tuesday", "2025-11-18"),
    ("ru", "прибудет 25 ноября", "2025-11-25"),
    ("ru", "прибудет в пятницу", "2025-11-14"),
    ("ru", "состоится в марте", "2026-03-01"),
    ("uz", "24-dekabr kuni", "2025-12-24"),
]


@pytest.mark.parametrize(
    ("lang", "text", "day", "precision"), [(lang, *case) for lang, rows in CASES.items() for case in rows]
)
def test_a_phrase_gives_its_day(lang: str, text: str, day: str, precision: str) -> None:
    spans = find_dates(text, lang, THURSDAY)
    assert [(s.date.isoformat(), s.precision) for s in spans] == [(day, precision)]


@pytest.mark.parametrize(("lang", "text", "day", "precision"), SCENES)
def test_a_phrase_counts_from_the_scene(lang: str, text: str, day: str, precision: str) -> None:
    spans = find_dates(text, lang, THURSDAY)
    assert {s.anchor for s in spans} == {"scene"}
    resolved, how = spans[0].resolve(date(2024, 4, 30), "day")
    assert (resolved.isoformat(), how) == (day, precision)


def test_a_step_is_no_finer_than_the_scene() -> None:
    (span,) = find_dates("Three days later they closed the border", "en", THURSDAY)
    assert span.resolve(date(2017, 10, 1), "month") == (date(2017, 10, 1), "month")


@pytest.mark.parametrize(("lang", "text"), NO_DATE)
def test_what_only_looks_like_a_date_is_none(lang: str, text: str) -> None:
    assert find_dates(text, lang, THURSDAY) == []


@pytest.mark.parametrize(("lang", "text", "day"), PLANS)
def test_a_plan_takes_the_next_such_day(lang: str, text: str, day: str) -> None:
    (span,) = find_dates(text, lang, THURSDAY)
    assert span.later.isoformat() == day


def test_basis_tells_named_days_from_counted_ones() -> None:
    spans = find_dates("On 5 March, on Monday and last year", "en", THURSDAY)
    assert [s.basis for s in spans] == ["explicit", "relative", "relative"]


@pytest.mark.parametrize("lang", LANGS)
def test_every_language_has_rules_that_can_be_read(lang: str) -> None:
    words = date_words(lang)
    assert words is not None
    assert {r.kind for r in words.rules} <= {*readable_kinds(), "ignore", "step"}
    assert len(words.months) == 12
    assert len(words.weekdays) == 7


def test_an_unknown_language_gives_nothing() -> None:
    assert find_dates("12 mai 2025", "fr", THURSDAY) == []


_PIECES = st.sampled_from([text for rows in CASES.values() for text, *_ in rows]) | st.sampled_from(
    [
        "31",
        "02",
        "29 февраля",
        "мая",
        "May",
        "of the",
        "day before",
        "0",
        "99",
        "назад",
        "\n",
        "\u00a0",
        "2100",
    ]
)


@settings(max_examples=60, deadline=None)
@given(st.one_of(st.text(max_size=300), st.lists(_PIECES, max_size=40).map(" ".join)), st.sampled_from(LANGS))
def test_any_text_is_read_without_complaint(text: str, lang: str) -> None:
    spans = find_dates(text, lang, date(2024, 2, 29))
    for span in spans:
        assert text[span.start : span.end] == span.text
        assert span.resolve(date(2023, 12, 31), "day")[1] in ("day", "month", "year")
    assert all(a.end <= b.start for a, b in itertools.pairwise(spans))


@pytest.mark.parametrize("piece", ["в ", "1", "с 9 по ", "the ", "in the early ", "2025-", " ", "мая "])
def test_no_text_is_slow(piece: str) -> None:
    """Twice the text takes about twice the time: nothing backtracks without bound."""

    def cost(times: int) -> float:
        start = time.process_time()
        for lang in ("en", "ru"):
            find_dates(piece * times, lang, THURSDAY)
        return time.process_time() - start

    cost(100)  # loads the rules
    assert cost(2000) < 8 * cost(500) + 0.5


def test_last_winter_said_in_december_is_the_one_before() -> None:
    (span,) = find_dates("sent last winter", "en", date(2025, 12, 10))
    assert span.date == date(2024, 1, 1)


def test_a_step_finer_than_the_scene_stays_in_it() -> None:
    (span,) = find_dates("It had complained a week before.", "en", THURSDAY)
    assert span.resolve(date(2025, 10, 1), "month") == (date(2025, 10, 1), "month")


def test_as_early_as_a_year_is_that_year() -> None:
    (span,) = find_dates("It had recalled its envoy as early as 2001.", "en", date(2024, 6, 14))
    assert (str(span.date), span.precision) == ("2001-01-01", "year")
