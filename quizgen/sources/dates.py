"""Dates as news writes them, read without guessing."""

from __future__ import annotations

import re
from datetime import date

_MONTHS = {
    name: number
    for number, name in enumerate(
        ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), 1
    )
}
_MONTH = r"(?P<{0}>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
_RANGE = r"(?:\d{1,2}(?:st|nd|rd|th)?\s*[-–]\s*)?"
_DATE = (
    r"(?P<y1>\d{4})[-/.](?P<m1>\d{1,2})[-/.](?P<d1>\d{1,2})"
    rf"|{_RANGE}(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH.format('m2')},?\s+(?P<y2>\d{{4}}|\d{{2}}(?!\d|:))"
    rf"|{_MONTH.format('m3')}\s+{_RANGE}(?P<d3>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y3>\d{{4}})"
    r"|(?P<a4>\d{1,2})[/.](?P<b4>\d{1,2})[/.](?P<y4>\d{4})"
)
_DAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?"
_TIME = (
    r"\d{1,2}[:.h]?\d{2}(?::\d{2}(?:[.,]\d+)?)?\s*(?:[ap]\.?m\.?)?"
    r"\s*(?:z\b|\(?(?:utc?|gmt|bst|cet|cest|[ecmp][sd]?t|ist|aest|jst)\)?|[+-]\d{2}:?\d{2})?"
    r"(?:\s*\((?:utc?|gmt|bst|cest?|[ecmp][sd]?t)\))?"
)
_LEAD = r"(?:(?:first |last |originally )?(?:published|posted|updated|created|modified|dated?|released|issued|filed)(?: on| at)?:?\s*)?"
_GAP = r"[\s,|·•@/–-]*(?:at\s+|on\s+)?"
_ANYWHERE = re.compile(rf"(?<![\w/.-])(?:{_DATE})(?:(?=t\d)|(?![\w/-]))", re.IGNORECASE)
_LINE = re.compile(
    rf"{_LEAD}(?:{_TIME}{_GAP})?(?:{_DAY}{_GAP})?(?:{_DATE})(?:t(?=\d))?(?:{_GAP}{_DAY})?(?:{_GAP}{_TIME})?[\s.,|]*",
    re.IGNORECASE,
)


def date_line(line: str) -> date | None:
    """The date of a line that is nothing but a date (with its weekday, its hour, "Published")."""
    if len(line) > 80:
        return None
    match = _LINE.fullmatch(line.strip())
    return _value(match) if match else None


def date_within(text: str) -> date | None:
    """The first full date in a short text, such as a headline or a stamp of a feed."""
    for match in _ANYWHERE.finditer(text[:300]):
        if value := _value(match):
            return value
    return None


def _value(match: re.Match[str]) -> date | None:
    parts = match.groupdict()
    if parts["y1"]:
        return _date(parts["y1"], int(parts["m1"]), parts["d1"])
    for which in "23":
        if parts["y" + which]:
            return _date(parts["y" + which], _MONTHS[parts["m" + which][:3].lower()], parts["d" + which])
    first, second = int(parts["a4"]), int(parts["b4"])
    if first > 12 or first == second:
        return _date(parts["y4"], second, str(first))
    if second > 12:
        return _date(parts["y4"], first, str(second))
    return None  # 10/09/2024 is a day of October in one country and of September in another


def _date(year: str, month: int, day: str) -> date | None:
    # RFC 5322, 4.3: two digits from 50 on belong to the last century.
    number = int(year) if len(year) == 4 else int(year) + (1900 if int(year) >= 50 else 2000)
    try:
        return date(number, month, int(day))
    except ValueError:
        return None
