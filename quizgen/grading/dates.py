"""Dates and clock times as people write them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import OSA

from quizgen.grading.finding import RANK, Finding
from quizgen.grading.lexicon import MONTHS, SEASONS, WEEKDAYS
from quizgen.grading.numerals import NUMBER_WORDS, SCALES, SMALL, TENS

_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_DAY = r"(?P<{0}>[0-3]?\d)(?:st|nd|rd|th)?"
_YEAR = r"(?P<{0}>1\d{{3}}|20\d{{2}})(?!\d|s\b)"
_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        r"\b(?P<y>\d{4})-(?P<m>\d\d?)-(?P<d>\d\d?)(?:[t ]\d\d:\d\d(?::\d\d)?)?\b",
        r"\b(?P<a>\d\d?)[/.-](?P<b>\d\d?)[/.-](?P<y>\d{4}|\d\d)\b",
        rf"\b{_DAY.format('d')}(?: of)? (?P<n>{_MONTH})\b\.?(?:,? {_YEAR.format('y')})?",
        rf"\b(?P<n>{_MONTH})\b\.? (?:the )?{_DAY.format('d')}\b(?!:)(?:,? {_YEAR.format('y')})?",
        rf"\b(?P<n>{_MONTH})\b\.?,?(?: of)? {_YEAR.format('y')}",
        rf"\b(?P<s>{'|'.join(SEASONS)}),?(?: of)? {_YEAR.format('y')}",
        r"\b(?P<m>\d\d?)/(?P<y>\d{4})\b",
        r"\b(?P<a>\d\d?)[/.](?P<b>\d\d?)\b(?![/.%])",
        rf"\b(?P<n>{_MONTH})\b",
        r"\b(?P<e>\d{3}0)'?s\b|(?<!\d)'?(?P<f>[1-9]0)'?s\b",
        rf"(?<![\d,.$£€-])\b{_YEAR.format('y')}(?![,.]\d|%| ?(?:million|billion|people|km|miles))\b",
        r"\b(?P<s>spring|summer|autumn|winter)\b",
    )
)
_WEEKDAY = re.compile(rf"\b({'|'.join(sorted(WEEKDAYS, key=len, reverse=True))})\b\.?")
_ORDINAL_DAYS = {
    word: str(day + 1)
    for day, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
        "sixteenth seventeenth eighteenth nineteenth twentieth".split()
    )
} | {"thirtieth": "30", "thirty-first": "31", "thirty first": "31"}
_ORDINAL_DAYS |= {
    f"twenty{gap}{word}": str(20 + day + 1)
    for day, word in enumerate("first second third fourth fifth sixth seventh eighth ninth".split())
    for gap in "- "
}
_DECADES = {
    word: 10 * (number + 2)
    for number, word in enumerate(
        "twenties thirties forties fifties sixties seventies eighties nineties".split()
    )
}
_DECADE = re.compile("|".join(_DECADES))
_ANY_ORDINAL = "|".join(sorted(_ORDINAL_DAYS, key=len, reverse=True))
_DAY_IN_WORDS = re.compile(
    rf"\b(?:(?P<day>{_ANY_ORDINAL}) (?:of )?(?P<month>{_MONTH})|(?P<month2>{_MONTH}) (?:the )?(?P<day2>{_ANY_ORDINAL}))\b"
)


_SHORT_YEAR = re.compile(r"(?<![^\W_])'(\d\d)(?!'?s)\b")
_DIGITS = "|".join(word for word, value in SMALL.items() if 0 < value < 10)
_TEENS = "|".join(word for word, value in SMALL.items() if value >= 10)
_NUMBER = "|".join([*SMALL, *TENS, *SCALES, "hundred"])
_YEAR_IN_WORDS = re.compile(
    rf"\b({_TEENS}|twenty)[ -](?:hundred|({'|'.join(TENS)})(?:[ -]({_DIGITS}))?|({_TEENS})|(?:oh?|zero)[ -]({_DIGITS}))\b"
    rf"(?!(?: and)?[ -](?:{_NUMBER})\b)"
)


@dataclass(frozen=True, slots=True)
class Day:
    """A date as far as it was written; None for what is missing.

    `season` counts from spring, `decade` is its first year, `swapped` tells that day and month of
    "12/09" may be read the other way round.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    season: int | None = None
    decade: int | None = None
    swapped: bool = False


@lru_cache(maxsize=2048)
def dates(folded: str, *, slips: bool = False) -> tuple[tuple[Day, ...], str]:
    """All dates of a folded text, and the text without them.

    A weekday goes with the date beside it.  `slips` reads misspelt months and weekdays too.
    """
    text = _spelt_right(folded) if slips else folded
    if not re.search(r"\d", text) and not any(
        w in MONTHS or w in WEEKDAYS or w in SEASONS or w in _DECADES for w in re.findall(r"[a-z]+", text)
    ):
        return (), folded
    text = _DECADE.sub(lambda found: f"{_DECADES[found[0]]}s", _day_in_digits(text))
    found: list[tuple[int, Day]] = []
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            day = _read(match.groupdict())
            verb = match[0] in ("may", "march", "fall") and len(text) > 20
            if day and not verb:
                found.append((match.start(), day))
                text = text[: match.start()] + "\x00" * (match.end() - match.start()) + text[match.end() :]
    for match in _WEEKDAY.finditer(text):
        if match[1] in ("sat", "sun", "wed", "mon") and len(text) > 20:
            continue
        number = WEEKDAYS[match[1]]
        near = [k for k, (_, day) in enumerate(found) if day.weekday is None and day.day is not None]
        if near:
            start, day = found[near[0]]
            found[near[0]] = (
                start,
                Day(day.year, day.month, day.day, number, day.season, day.decade, day.swapped),
            )
        else:
            found.append((match.start(), Day(weekday=number)))
        text = text[: match.start()] + "\x00" * (match.end() - match.start()) + text[match.end() :]
    return tuple(day for _, day in sorted(found, key=lambda pair: pair[0])), " ".join(
        text.replace("\x00", " ").split()
    )


def _century(year: int) -> int:
    return year + (2000 if year < 50 else 1900)


def _years_in_digits(text: str) -> str:
    """Years as people say them: "nineteen seventy-six", "twenty oh eight", "eighteen hundred", "'76"."""

    def digits(found: re.Match[str]) -> str:
        hundreds, *rest = (SMALL.get(word or "", TENS.get(word or "", 0)) for word in found.groups())
        return str(100 * hundreds + sum(rest))

    text = _SHORT_YEAR.sub(lambda found: str(_century(int(found[1]))), text)
    return _YEAR_IN_WORDS.sub(digits, text)


def _day_in_digits(text: str) -> str:
    return _DAY_IN_WORDS.sub(
        lambda found: f"{_ORDINAL_DAYS[found['day'] or found['day2']]} {found['month'] or found['month2']}",
        text,
    )


def _read(parts: dict[str, str | None]) -> Day | None:
    number = {name: int(value) for name, value in parts.items() if value and value.isdigit()}
    year, swapped = number.get("y"), False
    if year is not None and year < 100:
        year = _century(year)
    month = MONTHS.get(parts.get("n") or "", number.get("m"))
    day = number.get("d")
    if "a" in number:
        day, month = number["a"], number["b"]
        if month > 12:
            day, month = month, day
        else:
            swapped = day <= 12
    decade = number.get("e") or (1900 + number["f"] if "f" in number else None)
    if (month is not None and not 1 <= month <= 12) or (day is not None and not 1 <= day <= 31):
        return None
    season = SEASONS.get(parts.get("s") or "")
    return Day(year, month, day, None, season, decade, swapped)


def _spelt_right(text: str) -> str:
    names = [name for name in (*MONTHS, *WEEKDAYS) if len(name) > 4]

    def mend(match: re.Match[str]) -> str:
        word = match[0]
        if (
            word in MONTHS
            or word in WEEKDAYS
            or word in NUMBER_WORDS
            or word in ("money", "month", "months", "marched", "today")
        ):
            return word
        limit = 1 if len(word) < 6 else 2
        near = sorted((OSA.distance(word, name, score_cutoff=limit), name) for name in names)
        near = [pair for pair in near if pair[0] <= limit and word[0] == pair[1][0]]
        right = not near or (len(near) > 1 and near[1][0] == near[0][0])
        return word if right else near[0][1]

    return re.sub(r"[a-z]{5,}", mend, text)


def is_date(folded: str) -> Day | None:
    """The date that a whole text is, or None: "on Tuesday, 9 June" is one, "the 2017 World Series" is not."""
    found, rest = dates(folded)
    rest = re.sub(
        r"\b(?:on|in|the|of|at|by|since|from|year|month|day|last|next|this|early|late|mid|during|around|about|ad|ce)\b|[^\w]",
        " ",
        rest,
    )
    return found[0] if len(found) == 1 and not rest.strip() else None


# Clock times

_ZONES = {
    "utc": 0, "gmt": 0, "z": 0, "bst": 60, "cet": 60, "cest": 120, "eet": 120, "ist": 330, "jst": 540, "aest": 600,
    "est": -300, "edt": -240, "cst": -360, "cdt": -300, "mst": -420, "mdt": -360, "pst": -480, "pdt": -420,
}  # fmt: skip
_CLOCK = re.compile(
    r"\b(?P<h>[01]?\d|2[0-4])(?:[:.h](?P<m>[0-5]\d)(?::[0-5]\d)?)?\s?(?P<half>[ap])\.?\s?m\b\.?(?:\s?(?P<zone>[a-z]{1,4})\b)?"
    r"|\b(?P<h2>[01]?\d|2[0-4])[:.h](?P<m2>[0-5]\d)(?::[0-5]\d)?\b(?:\s?(?P<zone2>[a-z]{1,4})\b)?"
    r"|\b(?P<h3>[01]?\d|2[0-4]) ?(?:(?:o'?clock|hrs)\b|(?= (?:in the|at) [men]))(?: in the (?P<part>morning|afternoon|evening)| at (?P<night>night))?"
    r"|\b(?P<word>noon|midday|midnight)\b"
    r"|\b(?P<past>half|quarter) (?P<way>past|to) (?P<h4>\d\d?)\b"
    r"|^(?P<four>[01]\d[0-5]\d|2[0-3][0-5]\d)(?: ?(?:hrs|hours))?$"
)


_HOURS = {
    word: number + 1
    for number, word in enumerate("one two three four five six seven eight nine ten eleven twelve".split())
}
_MINUTES = {"fifteen": 15, "twenty": 20, "thirty": 30, "forty-five": 45, "forty five": 45}
_HOUR_WORDS = re.compile(
    rf"\b(?:{'|'.join(_HOURS)})\b(?= ?(?:o'?clock|[ap]\.?m\b)| in the (?:morning|afternoon|evening)| at night|$)"
)
_HOUR_AND_MINUTES = re.compile(rf"\b({'|'.join(_HOURS)}) ({'|'.join(_MINUTES)})\b")


def _in_digits(found: re.Match[str]) -> str:
    return f"{_HOURS[found[1]]}:{_MINUTES[found[2]]}"


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day in minutes after midnight; `sure` if morning and afternoon are told apart."""

    minutes: int
    sure: bool
    zone: int | None = None


def clocks(folded: str) -> tuple[Clock, ...]:
    """All clock times of a folded text."""
    text = _HOUR_WORDS.sub(lambda found: str(_HOURS[found[0]]), _HOUR_AND_MINUTES.sub(_in_digits, folded))
    found = []
    for match in _CLOCK.finditer(text):
        part = match.groupdict()
        if part["word"]:
            found.append(Clock(0 if part["word"] == "midnight" else 720, True))
            continue
        zone = _ZONES.get(part["zone"] or part["zone2"] or "")
        if part["half"]:
            hour = (
                int(part["h"]) % 12 + (12 if part["half"] == "p" else 0)
                if int(part["h"]) <= 12
                else int(part["h"])
            )
            found.append(Clock(hour * 60 + int(part["m"] or 0), True, zone))
        elif part["h2"]:
            hour = int(part["h2"])
            found.append(
                Clock(hour % 24 * 60 + int(part["m2"]), hour > 12 or part["h2"].startswith("0"), zone)
            )
        elif part["four"]:
            found.append(Clock(int(part["four"][:2]) * 60 + int(part["four"][2:]), True))
        elif part["h4"]:
            minutes = {"half": 30, "quarter": 15}[part["past"]]
            found.append(
                Clock((int(part["h4"]) * 60 + (minutes if part["way"] == "past" else -minutes)) % 1440, False)
            )
        else:
            hour = int(part["h3"])
            day_part = part["part"] or part["night"]
            if day_part and hour <= 12:
                hour = hour % 12 + (
                    0 if day_part == "morning" or (day_part == "night" and hour == 12) else 12
                )
            found.append(Clock(hour % 24 * 60, bool(day_part) or hour > 12))
    return tuple(found)


def is_clock(folded: str) -> Clock | None:
    """The clock time that a whole text is, or None."""
    found = () if folded.isdigit() else clocks(folded)
    rest = _CLOCK.sub(" ", folded)
    rest = re.sub(
        r"\b(?:at|about|around|just|after|before|local|time|the|in|morning|afternoon|evening|et|pt|ct)\b|[^\w]",
        " ",
        rest,
    )
    return found[0] if len(found) == 1 and not rest.strip() else None


def compare_clock(text: str, meant: Clock) -> Finding:
    """What a folded answer is worth where a time of day is meant."""
    given = clocks(text)
    if not given:
        return Finding("wrong", "A time is asked for.")
    for clock in given:
        off = clock.minutes - meant.minutes
        if clock.zone is not None and meant.zone is not None:
            off -= clock.zone - meant.zone
        if off % 1440 and not (off % 720 == 0 and not (clock.sure and meant.sure)):
            return Finding("wrong", "The time is another.")
    return Finding("correct", "The time is right.")


def compare_day(text: str, meant: Day, prompt: str, *, strict: bool) -> Finding:
    """What a folded answer is worth where a date is meant; `prompt` is the folded question."""
    given, rest = dates(_years_in_digits(text), slips=not strict)
    if not given:
        return Finding("wrong", "A date is asked for.")
    if set(re.findall(r"\d+", _CLOCK.sub(" ", rest))) - set(re.findall(r"\d+", prompt)):
        return Finding("wrong", "A number is given that is no date.")
    asked, _ = dates(prompt)
    fresh = [day for day in given if day not in asked] or list(given)
    results = [_same_day(day, meant, prompt) for day in fresh]
    if len(results) > 1 and any(found.verdict == "wrong" for found in results):
        return Finding("wrong", "More than one date is given.")
    return max(results, key=lambda found: RANK[found.verdict])


def _same_day(typed: Day, meant: Day, prompt: str) -> Finding:
    month, day = typed.month, typed.day
    if (
        typed.swapped
        and (month, day) != (meant.month, meant.day)
        and (day, month) == (meant.month, meant.day)
    ):
        month, day = day, month
    for one, other, name in (
        (typed.year, meant.year, "year"),
        (month, meant.month, "month"),
        (day, meant.day, "day"),
        (typed.weekday, meant.weekday, "day of the week"),
        (typed.season, meant.season, "season"),
        (typed.decade, meant.decade, "decade"),
    ):
        if one is not None and other is not None and one != other:
            return Finding("wrong", f"The {name} is another.")
    if meant.decade is not None and typed.decade is None:
        return (
            Finding("close", "A decade is asked for.")
            if typed.year and typed.year // 10 == meant.decade // 10
            else Finding("wrong", "A decade is asked for.")
        )
    lacks_month = meant.month is not None and month is None
    lacks_day = meant.day is not None and day is None
    if re.search(r"\b(?:what|which) year\b", prompt) and typed.year is not None:
        return Finding("correct", "The year is right.")
    if re.search(r"\b(?:what|which) month\b", prompt) and month is not None:
        return Finding("correct", "The month is right.")
    if (
        re.search(r"\b(?:what|which) day of the week\b|\bweekday\b", prompt)
        and typed.weekday is not None
        and meant.weekday is not None
    ):
        return Finding("correct", "The day is right.")
    if meant.year is not None and meant.month is None and meant.season is None:
        return (
            Finding("correct", "The year is right.")
            if typed.year is not None
            else Finding("wrong", "The year is asked for.")
        )
    if meant.season is not None and typed.season is None:
        return (
            Finding("partial", "The season is missing.")
            if typed.year is not None and typed.year == meant.year
            else Finding("wrong", "The season is asked for.")
        )
    if lacks_day and month is None and typed.weekday is not None and meant.weekday is not None:
        return Finding("partial", "The date is missing.")
    if lacks_month or lacks_day:
        if month is None and typed.year is None and day is None:
            return Finding("wrong", "The date is another.")
        return Finding("partial", "The date is not told as far as asked.")
    if meant.weekday is not None and meant.month is None and typed.weekday is None:
        return Finding("wrong", "The day of the week is asked for.")
    return Finding("correct", "The date is right.")
