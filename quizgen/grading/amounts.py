"""One quantity against another: equal, rounded, converted, hedged."""

from __future__ import annotations

import math
import re

from rapidfuzz.distance import OSA

from quizgen.grading.finding import RANK, Finding, Verdict
from quizgen.grading.numerals import NUMBER_WORDS
from quizgen.grading.quantities import Quantity, Reading, quantities
from quizgen.grading.units import UNITS, Unit, same_kind

ROUNDED = 0.012  # a rounded figure may be off by this share
HEDGED = 0.05  # "about" allows this much
CONVERTED = 0.02  # another unit allows this much
CONVERTED_HEDGED = 0.04  # both
_EXACT_UP_TO = 100  # counts of things are exact up to here

_NUMERIC = re.compile(
    r"\bhow (?:many|much|long|far|fast|high|tall|deep|old|big|large|heavy|wide|hot|cold|strong|often|late|early|small|short|"
    r"steep|thick|loud|soon|close|expensive|powerful)\b|"
    r"\b(?:what|which)(?:'s| is| was| were| are)?(?: \w+){0,3}? (?:percentage|percent|proportion|share|fraction|number|year|age|speed|"
    r"magnitude|height|weight|price|cost|amount|distance|length|depth|size|temperature|score|rate|total|sum|figure|duration|"
    r"population|value|date|time|salary|toll|width|area|capacity|altitude|power|frequency)\b|\bby what\b|\bto what\b"
)
_LABELS = re.compile(
    r"\b(?:magnitude|number|no|nr|the|a|an|of|on|in|at|for|from|by|to|between|some|just|only|about|around|roughly|approximately|"
    r"approx|circa|ca|an estimated|estimated|more than|less than|fewer than|over|under|above|below|at least|at most|up to|nearly|almost|"
    r"slightly|little|bit|close|near|not|no|least|most|fewer|less|more|than|or|so|every|each|total|aged|minimum|maximum|exactly|"
    r"precisely|quite|well|per|richter|scale)\b"
)


def asks_number(prompt: str) -> bool:
    """Whether a folded question asks for a number."""
    return bool(_NUMERIC.search(prompt))


def amount(folded: str, prompt: str) -> Quantity | None:
    """The quantity that a whole answer is, or None.

    A number before a noun ("two bodies") is one only if the question asks for a number.
    """
    found = quantities(folded)
    if len(found) != 1:
        return None
    quantity = found[0]
    before = _LABELS.sub(" ", folded[: quantity.start])
    after = folded[quantity.end :]
    if re.search(r"\w", before):
        return None
    after = re.sub(r"^\s*(?:or (?:more|less|so|fewer|over|under|higher)|plus|\+)", " ", after)
    after = _LABELS.sub(" ", after)
    words = re.findall(r"[^\W_]+", after)
    if not words:
        return quantity
    if asks_number(prompt) and len(words) <= 4:
        return quantity
    if not prompt and len(words) <= 1 and not quantity.ordinal and quantity.noun:
        return quantity
    return None


def _unit_asked(prompt: str) -> tuple[Unit, ...]:
    """The unit that a question names: "How many minutes ...", "... in kilometres"."""
    if re.search(r"\bhow old\b|\bage\b", prompt):
        return UNITS["year"]
    for found in re.finditer(
        r"\b(?:how many|in|of|what) ((?:square |cubic |nautical |percentage )?[a-z]{3,}(?: per [a-z]+)?)\b",
        prompt,
    ):
        name = found[1]
        units = UNITS.get(name) or UNITS.get(name.split()[0])
        if units and not name.startswith(("second place", "may")):
            return units
    return ()


def mended(folded: str) -> str:
    """The text with misspelt number words put right ("fuor", "twevle"); digits are never mended."""
    names = [name for name in NUMBER_WORDS if len(name) > 3]

    def mend(match: re.Match[str]) -> str:
        word = match[0]
        if (
            word in NUMBER_WORDS
            or word in UNITS
            or word
            in (
                "form",
                "fort",
                "fours",
                "hone",
                "zeros",
                "couples",
                "fight",
                "height",
                "weight",
                "eights",
                "than",
                "then",
                "teen",
            )
        ):
            return word
        near = [
            name for name in names if name[0] == word[0] and OSA.distance(word, name, score_cutoff=1) == 1
        ]
        near = [name for name in near if len(name) > 4 or sorted(name) == sorted(word)]
        return near[0] if len(near) == 1 else word

    return re.sub(r"[a-z]{4,}", mend, folded)


def compare_amount(typed: str, meant: Quantity, prompt: str, *, strict: bool) -> Finding:
    """Verdict and reason for a folded answer where a quantity is meant."""
    if meant.pair:
        typed = re.sub(r"(?<=\d):(?=\d)", "-", typed)  # a score of 4:1
    given = quantities(typed)
    if not given and not strict:
        typed = mended(typed)
        given = quantities(typed)
    if not given:
        return Finding("wrong", "A number is asked for.")
    if len(given) > 1:
        asked = quantities(prompt)
        fresh = [q for q in given if not any(_alike(q, a) for a in asked)]
        given = tuple(fresh) or given[:1]
        named = [
            q for q in given if q.noun and re.search(rf"\bhow many (?:\w+ )?{re.escape(q.noun)}\b", prompt)
        ]
        if len(named) == 1 and all(q.noun for q in given):
            given = tuple(named)  # "7 seasons and 163 episodes"
    results = [_compare(quantity, meant, prompt) for quantity in given]
    if len(results) > 1 and any(found.verdict != "correct" for found in results):
        return Finding("wrong", "More than one number is given.")
    return results[0]


def _alike(one: Quantity, other: Quantity) -> bool:
    return any(a.low == b.low and a.high == b.high for a in one.readings for b in other.readings)


def _compare(typed: Quantity, meant: Quantity, prompt: str) -> Finding:
    if typed.pair != meant.pair:
        return Finding("wrong", "Both ends are asked for." if meant.pair else "One number is asked for.")
    if typed.per and meant.per and typed.per != meant.per:
        return Finding("wrong", f"It is told per {meant.per}.")
    if {typed.hedge, meant.hedge} == {"<", ">"}:
        return Finding("wrong", "The bound goes the other way.")
    best = Finding("wrong", "The number is another.")
    for one in typed.readings:
        for other in meant.readings:
            found = _compare_readings(typed, one, meant, other, prompt)
            same_rank = RANK[found.verdict] == RANK[best.verdict]
            if RANK[found.verdict] > RANK[best.verdict] or (same_rank and "unit" in found.reason):
                best = found
    return best


def _compare_readings(typed: Quantity, one: Reading, meant: Quantity, other: Reading, prompt: str) -> Finding:
    unit, wanted = one.unit, other.unit
    if wanted is None and unit is not None:
        asked = _unit_asked(prompt)
        if asked:
            wanted = next((u for u in asked if same_kind(u, unit)), asked[0])
        elif unit.dimension in ("score", "points", "percent", "magnitude") or (
            unit.name in prompt and unit.name
        ):
            unit = None
        elif "how many" in prompt:
            return Finding("wrong", f"A number without “{unit.name}” is asked for.")
        else:
            unit = None
    if unit is None and wanted is not None and wanted.dimension == "percent":
        if 0 < one.low < 1 and (wanted.name == "fraction" or other.low >= 1):
            unit = UNITS["fraction"][0]  # 0.46 for 46 %
        elif wanted.name == "fraction":
            return Finding("wrong", "A share is asked for.")
    if unit is not None and wanted is not None and not same_kind(unit, wanted):
        points = {unit.dimension, wanted.dimension}
        percent_for_points = (
            unit.dimension == "percent" and unit.name != "fraction" and wanted.dimension == "points"
        )
        if not (percent_for_points or points <= {"points", "score"}):
            return Finding(
                "wrong", "The currency is another." if points == {"money"} else "The unit is another."
            )
        unit = wanted
    if unit is None or wanted is None:
        unit = wanted = None
    converted = unit is not None and wanted is not None and unit.factor != wanted.factor
    hedged = bool(typed.hedge or meant.hedge or (meant.pair and converted))
    ends = ((one.low, other.low), (one.high, other.high)) if meant.pair else ((one.low, other.low),)
    outcomes = [
        _compare_values(value, target, one.step, other.step, unit, wanted, hedged, typed, meant)
        for value, target in ends
    ]
    note = ""
    if unit and wanted and unit.factor != wanted.factor:
        note = f" in another unit ({wanted.name})"
    if all(outcome == "correct" for outcome in outcomes):
        return Finding("correct", f"The number is right{note}.")
    if meant.pair and (one.low, one.high) == (other.high, other.low):
        return Finding("close", "The two numbers are the other way round.")
    if all(outcome in ("correct", "close") for outcome in outcomes):
        return Finding("close", f"The number is near, but not exact enough{note}.")
    return Finding("wrong", "The number is another.")


def _compare_values(
    value: float,
    target: float,
    step: float,
    finest: float,
    unit: Unit | None,
    wanted: Unit | None,
    hedged: bool,
    typed: Quantity,
    meant: Quantity,
) -> Verdict:
    if unit is None or wanted is None or unit == wanted:
        return _in_one_unit(value, target, step, finest, wanted or unit, hedged, typed, meant)
    if unit.dimension == "temperature":
        off = abs(value * unit.factor + unit.offset - target * wanted.factor - wanted.offset)
        return "correct" if off <= (1.0 if hedged else 0.6) else "close" if off <= 2 else "wrong"
    if _exactly_convertible(unit, wanted):
        ratio = unit.factor / wanted.factor
        return _in_one_unit(value * ratio, target, step * ratio, finest, wanted, hedged, typed, meant)
    off = abs(value * unit.factor / (target * wanted.factor or 1.0) - 1)
    return (
        "correct"
        if off <= (CONVERTED_HEDGED if hedged else CONVERTED)
        else "close"
        if off <= 0.1
        else "wrong"
    )


_CALENDAR = frozenset(("month", "year", "decade", "century", "millennium"))


def _exactly_convertible(unit: Unit, wanted: Unit) -> bool:
    """Whether people convert these exactly in their head: hours and minutes, km and m, cents and euros."""
    if unit.dimension in ("money", "percent"):
        return True
    if unit.dimension == "time":
        return (unit.name in _CALENDAR) == (wanted.name in _CALENDAR)
    power = math.log10(unit.factor / wanted.factor)
    return abs(power - round(power)) < 1e-9


def _in_one_unit(
    value: float,
    target: float,
    step: float,
    finest: float,
    unit: Unit | None,
    hedged: bool,
    typed: Quantity,
    meant: Quantity,
) -> Verdict:
    off = abs(value - target) / (abs(target) or 1.0)
    if off <= 1e-9:
        return "correct"
    if value * target < 0:
        return "wrong"
    whole = target == int(target)
    count = (unit is None or unit.name == "day") and whole and abs(target) <= _EXACT_UP_TO
    year = unit is None and whole and 1000 <= target <= 2100 and not meant.grouped and not meant.noun
    if year or meant.ordinal or typed.ordinal:
        return "wrong"
    if count:
        return "close" if typed.hedge and off <= 2 * HEDGED else "wrong"
    if (typed.hedge == ">" and value > target * 1.001) or (typed.hedge == "<" and value < target * 0.999):
        return "close" if off <= HEDGED else "wrong"  # "over 440" is not true of 435
    if (hedged and off <= HEDGED) or (off <= ROUNDED and _rounds(value, target, step, finest)):
        return "correct"
    if sorted(f"{value:g}") == sorted(f"{target:g}"):
        return "wrong"  # digits swapped: 453 is not nearly 435
    if finest == 0.0 and off <= ROUNDED:  # a fraction: 66 for two thirds
        return "correct"
    near = off <= (0.2 if typed.hedge else HEDGED) or _rounds(value, target, step, finest, digits=1)
    return "close" if near else "wrong"


def _rounds(value: float, target: float, step: float, finest: float, digits: int = 2) -> bool:
    """Whether `value` is `target` rounded to a coarser place, with so many digits left."""
    place = step or 1e-6
    for _ in range(16):
        if abs(value / place) < 10 ** (digits - 1):
            return False
        if (
            place > finest * 1.001
            and abs(value - round(value / place) * place) < place * 1e-6
            and abs(value - target) <= place / 2 * 1.000001
        ):
            return True
        place *= 10
    return False
