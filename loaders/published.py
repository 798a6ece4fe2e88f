"""When an article was published: the many ways in which inputs write a day, with their precision. Pure."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import UTC, date, datetime

from loaders.article import PublishedPrecision

# Month names by their beginnings, in every language that is coded: case endings do not matter then.
_MONTHS: dict[str, int] = {
    stem: number
    for number, stems in enumerate(
        (
            "jan янв yanv ýanw қаңтар",
            "feb фев few ақпан",
            "mar мар наурыз",
            "apr апр сәуір",
            "may май мая maý мамыр",
            "jun июн iyun iýun маусым",
            "jul июл iyul iýul шілде",
            "aug авг avg awg тамыз",
            "sep сен sen қыркүйек",
            "oct окт okt қазан",
            "nov ноя noy noý қараша",
            "dec дек dek желтоқсан",
        ),
        start=1,
    )
    for stem in stems.split()
}

_ISO = re.compile(r"^(\d{4})(?:-?(\d\d)(?:-?(\d\d))?)?(?:[T ]\d\d:?\d\d.*)?$")
_DAY_FIRST = re.compile(r"^(\d{1,2})([./-])(\d{1,2})[./-](\d{4}|\d\d)(?!\d)")
_YEAR_FIRST = re.compile(r"^(\d{4})[./](\d{1,2})(?:[./](\d{1,2}))?(?!\d)")
_WORD = re.compile(r"[^\W\d_]+")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_DAY = re.compile(r"(?<![\d:])(\d{1,2})(?![\d:])(?:st|nd|rd|th)?")
_EPOCH = re.compile(r"^\d{10}(?:\d{3})?$")


def last_day(first: date, precision: PublishedPrecision) -> date:
    """The last day on which an article of this month or year can have appeared, and its moves happened."""
    if precision == "year":
        return first.replace(month=12, day=31)
    if precision == "month":
        return first.replace(day=monthrange(first.year, first.month)[1])
    return first


def parse_published(raw: object) -> tuple[date, PublishedPrecision] | None:
    """A day, month or year of publication and how precise it is; None where it is not a date.

    Reads ISO 8601, RFC 822 (with Russian names too), dd.mm.yyyy (day first, as here), yyyy/mm/dd,
    seconds or milliseconds of the epoch, and long dates in the seven languages. A month or a year stands for
    its first day. The day is the one written, in the outlet's own time zone.
    """
    if isinstance(raw, datetime):
        return raw.date(), "day"
    if isinstance(raw, date):
        return raw, "day"
    if isinstance(raw, bool) or raw is None:
        return None
    text = " ".join(str(raw).split()).strip(" .,")
    if not text or len(text) > 100:
        return None
    try:
        return _numeric(text) or _long(text)
    except ValueError:  # 31.02.2025
        return None


def _numeric(text: str) -> tuple[date, PublishedPrecision] | None:
    if _EPOCH.match(text):
        return datetime.fromtimestamp(int(text[:10]), tz=UTC).date(), "day"
    if match := _DAY_FIRST.match(text):
        day, month, year = int(match[1]), int(match[3]), int(match[4])
        if match[2] == "/" and month > 12:  # 11/20/2025 can only be American
            day, month = month, day
        return date(year + 2000 if year < 100 else year, month, day), "day"
    if match := _ISO.match(text) or _YEAR_FIRST.match(text):
        year, month, day = (int(part) if part else 0 for part in match.groups())
        precision: PublishedPrecision = "day" if day else "month" if month else "year"
        return date(year, month or 1, day or 1), precision
    return None


def _long(text: str) -> tuple[date, PublishedPrecision] | None:
    """ "Чт, 20 ноя 2025 10:00:00 +0600", "November 20, 2025", "2025-жылдын 20-ноябры", "ноябрь 2025"."""
    months = [month for word in _WORD.findall(text.casefold()) if (month := _month(word))]
    year = _YEAR.search(text)
    if not year or len(set(months)) != 1:
        return None
    day = _DAY.search(text[: year.start()] + " " * 4 + text[year.end() :])
    if not day:
        return date(int(year[0]), months[0], 1), "month"
    return date(int(year[0]), months[0], int(day[1])), "day"


def _month(word: str) -> int | None:
    return next((number for stem, number in _MONTHS.items() if word.startswith(stem)), None)
