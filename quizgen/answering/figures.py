"""Quantities in other words, and other quantities in the same words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizgen.measures import Measure
from quizgen.numerals import SCALES, SMALL, TENS, digits, spell
from quizgen.units import UNITS

# The unit that readers elsewhere think in: what coverage itself puts in brackets.
_ELSEWHERE = {
    "mile": "kilometre", "kilometre": "mile", "metre": "foot", "foot": "metre", "yard": "metre", "inch": "centimetre",
    "centimetre": "inch", "pound": "kilogram", "kilogram": "pound", "mile_per_hour": "kilometre_per_hour",
    "kilometre_per_hour": "mile_per_hour", "acre": "hectare", "hectare": "acre", "square_mile": "square_kilometre",
    "square_kilometre": "square_mile", "square_metre": "square_foot", "square_foot": "square_metre",
    "pound_force_per_square_inch": "kilopascal", "nautical_mile": "kilometre", "degree_Celsius": "degree_Fahrenheit",
    "degree_Fahrenheit": "degree_Celsius", "gallon": "litre", "ounce": "gram",
}  # fmt: skip
_AMERICAN = {"metres": "meters", "metre": "meter", "litres": "liters", "litre": "liter"}
_SAME_TIME = {
    (30.0, "minute"): "half an hour", (60.0, "minute"): "an hour", (90.0, "minute"): "an hour and a half",
    (24.0, "hour"): "a day", (48.0, "hour"): "two days", (7.0, "day"): "a week", (14.0, "day"): "two weeks",
    (6.0, "month"): "half a year", (12.0, "month"): "a year", (18.0, "month"): "a year and a half",
    (24.0, "month"): "two years", (10.0, "year"): "a decade", (20.0, "year"): "two decades", (100.0, "year"): "a century",
    (1.0, "hour"): "60 minutes", (1.0, "day"): "24 hours", (1.0, "week"): "seven days", (1.0, "year"): "12 months",
}  # fmt: skip
_SHARES = {
    0.5: ("half", "50%"), 0.25: ("a quarter", "25%"), 0.75: ("three quarters", "75%"), 0.2: ("a fifth", "20%"),
    0.8: ("four fifths", "80%"), 0.1: ("a tenth", "10%"), 0.9: ("nine tenths", "90%"),
    1 / 3: ("a third", "one third", "one in three"), 2 / 3: ("two thirds", "two in three"),
}  # fmt: skip

_MANTISSA = re.compile(r"\d[\d,]*(?:\.\d+)?|\.\d+")
_WORD_NUMBER = re.compile(
    rf"\b(?:{'|'.join([*TENS, *SMALL])})(?:-(?:{'|'.join(w for w, v in SMALL.items() if 0 < v < 10)}))?\b",
    re.IGNORECASE,
)


def forms(text: str, measure: Measure) -> Iterator[str]:
    """Other ways to write the quantity: without hedge, digits or words, unit in full or short, converted."""
    core = text[measure.core_start : measure.core_end]
    yield core
    if measure.unit == "fraction":
        yield from _shares(core, measure.values[0])
        return
    if measure.vague:
        return
    if measure.form == "compound":
        yield from _compound(measure)
        return
    numbers = list(_numbers(measure))
    units = list(_units(core, measure))
    if not measure.unit:
        yield from numbers
        return
    if measure.dimension == "age":
        for number in numbers:
            yield f"{number} {_plural(measure.unit, number)} old"
            yield f"{number} {_plural(measure.unit, number)}"
        return
    for unit in units:
        for number in numbers:
            if unit != UNITS[measure.unit].abbreviation:
                yield f"{number} {unit}"
            elif not number[-1].isalpha() and measure.dimension != "money":
                yield number + unit if unit in {"%", "°C", "°F"} else f"{number} {unit}"
            elif unit in {"$", "£", "€"} and number[0].isdigit():
                yield unit + number
    if measure.form == "single":
        same = _SAME_TIME.get((measure.values[0], measure.unit))
        if same:
            yield same
        converted = _converted(measure)
        if converted:
            yield converted


def _shares(core: str, value: float) -> Iterator[str]:
    """A share as a fraction, out of so many, and in per cent."""
    few = re.fullmatch(r"(\w+) (out of|in) (\w+)", core)
    if few:
        for over in (_turned(few[1]), few[1]):
            for under in (few[3], _turned(few[3])):
                for way in ("out of", "in"):
                    yield f"{over} {way} {under}"
    for known, ways in _SHARES.items():
        if abs(known - value) < 1e-9:
            yield from ways


def _turned(number: str) -> str:
    """Digits for words and words for digits."""
    if number.isdigit():
        return spell(int(number))
    return str(SMALL.get(number.casefold(), TENS.get(number.casefold(), number)))


def _numbers(measure: Measure) -> Iterator[str]:
    """The number itself, first as it stands, then in words for digits and in digits for words."""
    parts = [list(_number(value, counted=not measure.unit)) for value in measure.values]
    if len(parts) == 1:
        yield from parts[0]
        return
    for low, high in zip(*parts, strict=False):
        yield f"{low} to {high}"


def _number(value: float, *, counted: bool) -> Iterator[str]:
    whole = value == int(value) if abs(value) < 1e15 else False
    scale = next(
        ((word, size) for word, size in reversed(list(SCALES.items())[:5]) if value >= size and size >= 1e6),
        None,
    )
    if scale:
        mantissa = value / scale[1]
        places = max(0, min(3, len(f"{mantissa:.3f}".rstrip("0").partition(".")[2])))
        yield f"{mantissa:.{places}f} {scale[0]}"
        if mantissa in range(1, 21):
            yield f"{spell(int(mantissa))} {scale[0]}"
        if whole and value < 1e9 and counted:
            yield digits(value)
        return
    if not whole:
        yield f"{value:g}"
        return
    if abs(value) >= 1000:
        yield digits(value)
    else:
        yield f"{value:g}"
    if 0 <= value <= 100 or (0 <= value < 1e6 and value % 1000 == 0):
        yield spell(int(value))


def _units(core: str, measure: Measure) -> Iterator[str]:
    if not measure.unit:
        return
    unit = UNITS[measure.unit]
    one = measure.values == (1.0,)
    name = measure.unit.replace("_", " ") if one else unit.plural or measure.unit
    if unit.dimension == "money":
        name = {"US_dollar": "dollars"}.get(unit.name, unit.plural or name)
    american = re.search(r"meter|liter", core)
    yield re.sub(r"metres?|litres?", lambda m: _AMERICAN[m[0]], name) if american else name
    if unit.name == "percent":
        yield "per cent"
    if unit.abbreviation:
        yield unit.abbreviation


def _plural(unit: str, number: str) -> str:
    return unit if number in {"1", "one"} else UNITS[unit].plural


def _compound(measure: Measure) -> Iterator[str]:
    """One hour 46 minutes as "1 hour 46 minutes", "106 minutes", "1:59:40.2"."""
    total, unit = measure.values[0], UNITS[measure.unit]
    if unit.dimension == "time" and unit.name in {"second", "minute"}:
        seconds = total * unit.factor
        hours, rest = divmod(seconds, 3600)
        minutes, rest = divmod(rest, 60)
        left = f"{round(rest, 2):g}"
        pieces = [(f"{hours:g}", "hour"), (f"{minutes:g}", "minute"), (left, "second")]
        yield " ".join(f"{n} {_plural(name, n)}" for n, name in pieces if n != "0")
        if unit.name == "second" and hours:
            yield f"{hours:g}:{minutes:02.0f}:{'0' * (rest < 10)}{left}"
    if unit.name != "second" and total < 1000:
        yield f"{total:g} {unit.plural}"


def _converted(measure: Measure) -> str:
    """About as much in the unit that is used elsewhere, "" if there is none."""
    target = _ELSEWHERE.get(measure.unit)
    value = measure.values[0]
    if not target or value == 0:
        return ""
    if target == "degree_Fahrenheit":
        return f"about {value * 9 / 5 + 32:.0f} {UNITS[target].plural}"
    if target == "degree_Celsius":
        return f"about {(value - 32) * 5 / 9:.0f} {UNITS[target].plural}"
    there = value * UNITS[measure.unit].factor / UNITS[target].factor
    rounded = float(f"{there:.2g}") if there < 100 else float(f"{there:.3g}") if there < 1e6 else 0.0
    if not rounded:
        return ""
    number = digits(rounded, 0 if rounded == int(rounded) else 1)
    return f"about {number} {UNITS[target].plural}"


def restyled(text: str, measure: Measure, value: float) -> str:
    """The phrase with another value, its hedge, unit, digits or words kept; "" where that can't be done.

    Of a range both ends move by the same factor; of a compound only the last number changes.
    """
    head, core, tail = (
        text[: measure.core_start],
        text[measure.core_start : measure.core_end],
        text[measure.core_end :],
    )
    if measure.vague or measure.article or not measure.values[0]:
        return ""
    if measure.form == "range":
        factor = value / measure.values[-1]
        found = list(_MANTISSA.finditer(core)) or list(_WORD_NUMBER.finditer(core))
        if len(found) != 2:
            return ""
        second = _mantissa(found[1][0], factor)
        first = _mantissa(found[0][0], factor)
        new = (
            core[: found[0].start()]
            + first
            + core[found[0].end() : found[1].start()]
            + second
            + core[found[1].end() :]
        )
        return head + new + tail if first and second and first != second else ""
    if measure.unit == "fraction":
        return ""
    found = list(_MANTISSA.finditer(core)) or list(_WORD_NUMBER.finditer(core))
    if not found or (measure.form == "single" and len(found) != 1):
        return ""
    last = found[-1]
    if measure.form == "single":
        scaled = bool(re.search(r"illion|\dbn|\dm\b", core))
        number = _mantissa(last[0], value / measure.values[0], scaled=scaled)
    else:
        number = _whole(last[0], value)
    if not number:
        return ""
    if last.start() == 0 and core[0].isupper():
        number = number[0].upper() + number[1:]
    return head + core[: last.start()] + number + core[last.end() :] + tail


def _mantissa(number: str, factor: float, *, scaled: bool = False) -> str:
    """A written number times a factor, in the same style and to the same precision."""
    if number[0].isdigit() or number[0] == ".":
        places = len(number.partition(".")[2])
        old = float(number.replace(",", ""))
        new = old * factor
        if scaled and old < 1000 <= new:
            return ""  # nobody writes "2,000 million" beside "900 million"
        if places and number[-1] != "0" and round(new * 10**places) % 10 == 0:
            return ""  # "3.0" does not look like a neighbour of "5.9"
        grouped = "," in number or old < 1000 <= new
        return digits(new, places, grouped=grouped)
    old = sum(SMALL.get(word, TENS.get(word, 0)) for word in number.lower().split("-"))
    return _spelled(old * factor)


def _whole(number: str, value: float) -> str:
    if not number[0].isdigit():
        return _spelled(value)
    places = len(number.partition(".")[2])
    return digits(value + (1 + value % 9) / 10 if places else value, places)


def _spelled(value: float) -> str:
    return spell(round(value)) if 0 < round(value) <= 100 else ""
