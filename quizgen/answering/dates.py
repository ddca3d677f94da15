"""Other dates and times in the shape of a given one: wrong answers to "When ...?"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
          "November", "December")  # fmt: skip
SHORT_MONTHS = (
    "Jan.",
    "Feb.",
    "Mar.",
    "Apr.",
    "May",
    "Jun.",
    "Jul.",
    "Aug.",
    "Sept.",
    "Oct.",
    "Nov.",
    "Dec.",
)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
YEAR = re.compile(r"(?<![\d,.$£€-])(1[0-9]\d\d|20\d\d)(?!\d|[,.]\d|s\b)")
_CLOCK = re.compile(r"(?<![\d:])(\d{1,2})(?::(\d{2})(?!\d|:)|(?= ?[ap]\.?m\b))")
_MONTH = re.compile(rf"\b({'|'.join([*MONTHS, *SHORT_MONTHS])})(?:\b|(?<=\.))")
_WEEKDAY = re.compile(rf"\b({'|'.join(WEEKDAYS)})\b")
_DAY = re.compile(r"(?<![\d:])(\d{1,2})(st|nd|rd|th)?(?![\d:]| ?[ap]\.?m)")
_SEASON = re.compile(r"(?<!\d)(\d{4})/(\d{2})(?!\d)")  # "the 2019/20 fiscal year"
_SPAN = re.compile(r"(?<![\d,.$£€-])(1\d{3}|20\d\d)( ?[–-] ?)(\d{4}|\d\d)(?![\d–-])")  # "1769–70"
_NAMED = "|".join([*MONTHS, *map(re.escape, SHORT_MONTHS)])
_WRITTEN = re.compile(
    rf"\b(?:(?:{'|'.join(WEEKDAYS)}),? )?(?:\d{{1,2}}(?:st|nd|rd|th)? (?:{_NAMED})|(?:{_NAMED})(?: \d{{1,2}}(?:st|nd|rd|th)?(?!\d))?)"
    r"(?:,? \d{4})?(?!\d)"
)
_STEPS = (1, -1, 2, -2, 3, -3, 4, -5, 5, -4, 7, -7, 8, -9, 6, -6, 10, -10, 12, -12)


def wrong_dates(answer: str, coverage: str) -> Iterator[str]:
    """The answer with another date, those of the coverage first; nothing if it holds none that can be moved.

    Args:
        answer: "2011", "in January 2012", "Tuesday, March 17th", "on Friday", "2:49 a.m.".
        coverage: the text; no year after those that it names is offered.
    """
    years = {int(year) for text in (coverage, answer) for year in YEAR.findall(text)}
    latest = max(years, default=0)
    clocks = list(_CLOCK.finditer(answer))
    if len(clocks) == 1:
        yield from _clock(answer, clocks[0])
        return
    season = _SEASON.search(answer)
    if season:
        for step in _STEPS:
            if int(season[1]) + step < latest:
                other = f"{int(season[1]) + step}/{(int(season[2]) + step) % 100:02d}"
                yield answer[: season.start()] + other + answer[season.end() :]
        return
    span = _SPAN.search(answer)
    if span and not _MONTH.search(answer):
        yield from _moved(answer, span, latest)
        return
    months, weekdays = list(_MONTH.finditer(answer)), list(_WEEKDAY.finditer(answer))
    found = list(YEAR.finditer(answer))
    if len(found) > 1 or len(months) > 1 or len(weekdays) > 1:
        return
    if months and len(_DAY.findall(answer)) > 1:
        return  # "April 22 and 23"
    if months:
        year = int(found[0][0]) if found else 0
        written = _WRITTEN.search(answer)
        if written:
            for other in _WRITTEN.findall(coverage):
                if _shape(other) == _shape(written[0]):
                    yield answer.replace(written[0], _like(other, written[0]))
        yield from _day(answer, months[0][1], weekdays[0][0] if weekdays else "", year, latest)
    elif found:
        near = sorted(years - {int(found[0][0])}, key=lambda year: abs(year - int(found[0][0])))
        close = [year for year in near if abs(year - int(found[0][0])) <= 40]
        for year in [*close, *(int(found[0][0]) + step for step in _STEPS)]:
            if year <= latest:
                yield answer[: found[0].start()] + str(year) + answer[found[0].end() :]
    elif weekdays:
        for name in WEEKDAYS:
            yield answer.replace(weekdays[0][0], name)


def _moved(answer: str, span: re.Match[str], latest: int) -> Iterator[str]:
    """The answer with both ends of its span of years moved alike, so far that the spans do not overlap."""
    first, digits = int(span[1]), len(span[3])
    last = int(span[1][:-digits] + span[3])
    for step in _STEPS:
        if (
            abs(step) > last - first >= 0
            and last + step <= latest
            and (first + step) // 100 == (last + step) // 100
        ):
            other = f"{first + step}{span[2]}{str(last + step)[-digits:]}"
            yield answer[: span.start()] + other + answer[span.end() :]


def _like(other: str, written: str) -> str:
    """Another date with "th" behind its day only if the answer has it: the form must tell nothing."""
    suffixed = any(day[2] for day in _DAY.finditer(written))

    def day(found: re.Match[str]) -> str:
        return f"{found[1]}{_suffix(int(found[1])) if suffixed else ''}"

    return _DAY.sub(day, other)


def _shape(written: str) -> str:
    """The date with its numbers and names taken out: what two dates share that are written alike."""
    text = _WEEKDAY.sub("W", _MONTH.sub("M", written))
    return re.sub(r"\d{1,2}(?:st|nd|rd|th)?(?!\d)", "D", re.sub(r"\d{4}", "Y", text))


def _clock(answer: str, clock: re.Match[str]) -> Iterator[str]:
    hour, minute = int(clock[1]), int(clock[2] or 0)
    most = 12 if re.search(r"[ap]\.?m", answer, re.IGNORECASE) else 23
    for step, shift in ((1, 20), (2, 40), (-1, 25), (3, 5), (-2, 50), (4, 10)):
        new = (hour + step - 1) % 12 + 1 if most == 12 else (hour + step) % 24
        minutes = minute if minute % 30 == 0 else (minute + shift) % 60
        width = len(clock[1]) if clock[1].startswith("0") else 1
        time = f"{new:0{width}d}:{minutes:02d}" if clock[2] else str(new)
        yield answer[: clock.start()] + time + answer[clock.end() :]


def _day(answer: str, month: str, weekday: str, year: int, latest: int) -> Iterator[str]:
    """Other days, months and years in turn: a date is not to be told by the part that stays."""
    names = MONTHS if month in MONTHS else SHORT_MONTHS
    day = next((m for m in _DAY.finditer(answer) if 1 <= int(m[1]) <= 31), None)
    at = names.index(month)
    others: list[str] = []
    for step, days, years in (
        (2, 9, -1),
        (-3, -11, -2),
        (1, 17, 1),
        (-1, -5, -3),
        (4, 3, 2),
        (-2, 22, -4),
        (3, -16, 3),
    ):
        if not weekday:
            others.append(answer.replace(month, names[(at + step) % 12]))
        if year and not weekday and year + years <= latest:
            others.append(answer.replace(str(year), str(year + years)))
        if day:
            others.append(_shifted(answer, day, names, at, days if not weekday else 7 * step, year))
    yield from (other for other in others if other and _exists(other, names))


def _shifted(answer: str, day: re.Match[str], names: tuple[str, ...], at: int, days: int, year: int) -> str:
    """The date so many days later, "" if that is in another year than the answer names."""
    try:
        other = date(year or 2001, at + 1, int(day[1])) + timedelta(days)
    except (ValueError, OverflowError):
        return ""
    if year and other.year != year:
        return ""
    number = f"{other.day}{_suffix(other.day) if day[2] else ''}"
    text = answer[: day.start()] + number + answer[day.end() :]
    return text.replace(names[at], names[other.month - 1])


def _exists(answer: str, names: tuple[str, ...]) -> bool:
    """No 31 February: the day is one that every year has in that month."""
    month = next((n for n, name in enumerate(names) if name in answer), 0)
    day = next((int(m[1]) for m in _DAY.finditer(answer) if 1 <= int(m[1]) <= 31), 1)
    return day <= (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[month]


def _suffix(day: int) -> str:
    return "th" if 11 <= day <= 13 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")
