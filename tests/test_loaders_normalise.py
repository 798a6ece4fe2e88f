"""Text, addresses and publication dates: what stays the same, what meets, what is refused."""

from __future__ import annotations

import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.normalise import canonical_url, clean_line, clean_text, comparable, domain
from loaders.published import parse_published

ANY = st.text(max_size=300)


@given(ANY)
def test_cleaning_twice_is_cleaning_once(raw: str) -> None:
    once = clean_text(raw)
    assert clean_text(once) == once
    assert clean_line(clean_line(raw)) == clean_line(raw)


@given(ANY)
def test_clean_text_holds_nothing_that_shifts_offsets_or_hides(raw: str) -> None:
    text = clean_text(raw)
    assert unicodedata.is_normalized("NFC", text)
    assert not set(text) & set("\r\t\u00a0\u00ad\u200b\ufeff\u2028\x00\x1b")
    assert "\n\n\n" not in text
    assert "  " not in text
    assert text == text.strip("\n ")


@given(st.text(alphabet=st.characters(categories=["L", "N", "P"]), max_size=100))
def test_letters_digits_and_marks_stay(raw: str) -> None:
    assert clean_text(raw) == unicodedata.normalize("NFC", raw)


@given(ANY)
def test_comparable_is_stable(raw: str) -> None:
    assert comparable(comparable(raw)) == comparable(raw)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("O‘zbekiston", "Oʻzbekiston"),
        ("O'ZBEKISTON", "o’zbekiston"),
        ("«Азия-Плюс»", "азия плюс"),
        ("a\u00adb", "ab"),
    ],
)
def test_spellings_meet(one: str, other: str) -> None:
    assert comparable(one) == comparable(other)


@given(ANY)
def test_addresses_never_raise_and_are_stable(raw: str) -> None:
    once = canonical_url(raw)
    assert canonical_url(once) == once
    canonical_url("https://x.kz/" + raw)
    domain(raw)


@given(st.text(alphabet="abcхъ/%?&=#;:@. ", max_size=40))
def test_addresses_of_a_site_are_stable(path: str) -> None:
    once = canonical_url(f"https://example.kz/{path}")
    assert once.startswith("https://example.kz/")
    assert canonical_url(once) == once


@pytest.mark.parametrize(
    ("raw", "canonical"),
    [
        ("HTTPS://WWW.Example.KZ:443/A?utm_source=x&id=3&fbclid=1#top", "https://www.example.kz/A?id=3"),
        ("http://пример.рф/путь", "http://xn--e1afmkfd.xn--p1ai/%D0%BF%D1%83%D1%82%D1%8C"),
        ("http://x.kz/%d0%bf", "http://x.kz/%D0%BF"),
        ("http://x.kz/a%2Fb", "http://x.kz/a%2Fb"),
        ("http://x.kz:8080", "http://x.kz:8080/"),
        ("http://[2001:db8::1]/a", "http://[2001:db8::1]/a"),
        ("mailto:a@b.kz", ""),
        ("javascript:alert(1)", ""),
        ("http://", ""),
        ("http://x.kz:port/", ""),
        ("/relative", ""),
    ],
)
def test_canonical_addresses(raw: str, canonical: str) -> None:
    assert canonical_url(raw) == canonical


DAY = date(2025, 11, 20)


@pytest.mark.parametrize(
    "raw",
    [
        *(
            "2025-11-20",
            "20251120",
            "2025/11/20",
            "2025-11-20T23:30:00+05:00",
            "2025-11-20 10:00",
            "20.11.2025",
        ),
        *("20.11.2025 10:30", "20/11/2025", "11/20/2025", "20-11-2025", "20.11.25", "November 20, 2025"),
        *("Thu, 20 Nov 2025 10:00:00 +0600", "Чт, 20 ноя 2025 10:00:00 +0600", "20 ноября 2025 г., 10:30"),
        *(
            "10:30, 20 ноября 2025",
            "Thursday, 20th November 2025",
            "2025 жылғы 20 қараша",
            "2025-жылдын 20-ноябры",
        ),
        *("2025-yil 20-noyabr", "20 ноябри соли 2025", "20-njy noýabr 2025", "1763600000", "1763600000000"),
    ],
)
def test_days(raw: str) -> None:
    assert parse_published(raw) == (DAY, "day")


@pytest.mark.parametrize(
    ("raw", "found"),
    [
        ("2025-11", (date(2025, 11, 1), "month")),
        ("ноябрь 2025", (date(2025, 11, 1), "month")),
        ("May 2025", (date(2025, 5, 1), "month")),
        ("2025", (date(2025, 1, 1), "year")),
    ],
)
def test_precision(raw: str, found: tuple[date, str]) -> None:
    assert parse_published(raw) == found


@pytest.mark.parametrize(
    "raw", ["", "yesterday", "31.02.2025", "2025-13-01", "20 Nov", "1-2-3", None, True, "x" * 200]
)
def test_what_is_no_date(raw: object) -> None:
    assert parse_published(raw) is None


@given(ANY)
def test_no_text_breaks_the_reading_of_dates(raw: str) -> None:
    parse_published(raw)


@given(st.dates(min_value=date(1991, 1, 1), max_value=date(2099, 12, 31)))
def test_written_days_come_back(day: date) -> None:
    months = ["января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа"]
    months += ["сентября", "октября", "ноября", "декабря"]
    for written in (
        day.isoformat(),
        f"{day:%d.%m.%Y}",
        f"{day:%d %B %Y}",
        f"{day:%a, %d %b %Y} 10:00:00 GMT",
    ):
        assert parse_published(written) == (day, "day")
    assert parse_published(f"{day.day} {months[day.month - 1]} {day.year} года") == (day, "day")
