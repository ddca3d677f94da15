"""Wrong figures: other values in the same words, near enough to be believed and far enough to be wrong."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from quizgen import measures
from quizgen.answering import figures
from quizgen.answering.order import WANTED, draw, shuffled
from quizgen.measures import Measure
from quizgen.numerals import spell
from quizgen.units import UNITS

_SHARES = ("a fifth", "a quarter", "a third", "half", "two thirds", "three quarters")
_VAGUE = ("dozens", "hundreds", "thousands", "millions")
# What the last number of a compound may be: "an hour and 24 minutes", "five feet two inches".
_LAST = {"minute": (7, 12, 18, 24, 33, 38, 51, 57), "second": (4, 11, 18, 23, 32, 37, 49, 56), "inch": range(1, 12),
         "ounce": range(1, 16), "month": range(2, 12), "day": range(2, 7), "hour": range(2, 24), "week": (2, 3)}  # fmt: skip
_FACTORS = (0.4, 0.5, 0.6, 0.7, 0.75, 0.8, 1.2, 1.25, 1.4, 1.5, 1.6, 1.8, 2.0, 2.5, 3.0, 4.0, 5.0)


@lru_cache(4096)
def figure_of(answer: str, kind: str) -> Measure | None:
    """The one quantity that an answer is, a few small words around it ("all four", "12 years in prison")."""
    measure = measures.read(answer)
    if measure is None and kind.startswith("how_"):
        found = measures.find(answer)
        if len(found) == 1:
            head, tail = answer[: found[0].start], answer[found[0].end :]
            if re.fullmatch(r"(?:[a-z]+ ){0,3}", head) and re.fullmatch(r"(?:[ -][\w’'-]+){0,5}", tail):
                measure = found[0]
    if measure is not None and kind == "how_old" and not measure.unit:
        return replace(measure, unit="year", dimension="age")
    return measure


def wrong_figures(answer: str, measure: Measure, covered: Sequence[Measure], id: str) -> Iterator[str]:
    """The answer with other values, those of the coverage first.

    Args:
        answer, measure: the right answer and the quantity in it.
        covered: the quantities of the coverage.
        id: the question's.
    """
    special = _unnumbered(answer, measure)
    if special is not None:
        yield from shuffled(special, id)
        return
    if measure.form == "compound":
        last = _LAST.get(measure.unit, ())
        yield from shuffled((figures.restyled(answer, measure, value) for value in last), id)
        return
    value = measure.values[-1]
    alike = [
        other.values[0] for other in covered
        if other.unit == measure.unit and other.dimension == measure.dimension
        and other.form == measure.form == "single" and not other.vague
        and not (measure.hedge and _figures(other.values[0]) > _figures(value))  # "nearly 231" beside "nearly 400"
        and not (not other.unit and 1500 < other.values[0] < 2100)  # a year that looks like a count
    ]  # fmt: skip
    for values in (alike, _made_up(value, measure, answer)):
        yield from _balanced(answer, measure, [v for v in values if _believable(v, value, measure)], id)


def _unnumbered(answer: str, measure: Measure) -> list[str] | None:
    """For shares, orders of magnitude and "an hour", which have no number to change."""
    core = answer[measure.core_start : measure.core_end]
    others: list[str] | None = None
    if measure.unit == "fraction":
        few = re.fullmatch(r"(\w+)( (?:out of|in) )(\w+)", core)
        if few:
            number = measures.read(few[3])
            under = int(number.values[0]) if number else 0
            over = round(measure.values[0] * under)
            counts = [n for n in range(1, under) if n != over and abs(n - over) <= 4] if under <= 20 else []
            others = [(str(n) if few[1].isdigit() else spell(n)) + few[2] + few[3] for n in counts]
        else:
            others = [share for share in _SHARES if measures.find(share + " of")[0].values != measure.values]
    elif measure.vague:
        others = [word for word in _VAGUE if word != core.casefold()] if core.casefold() in _VAGUE else []
    elif measure.article or core.casefold().startswith("half "):
        unit = UNITS[measure.unit]
        others = (
            [f"{count} {unit.plural}" for count in ("two", "three", "four", "five")] if unit.plural else []
        )
    if others is None:
        return None
    if core[:1].isupper():
        others = [other[0].upper() + other[1:] for other in others]
    return [answer[: measure.core_start] + other + answer[measure.core_end :] for other in others]


def _believable(other: float, value: float, measure: Measure) -> bool:
    """Of the same magnitude, clearly different, and false: "more than 300" would be true of 400."""
    if measure.dimension == "temperature":
        return (other < 0) == (value < 0) and abs(other) >= 1 and 4 <= abs(other - value) <= 40
    if other < 0 and value < 0:
        return _believable(-other, -value, measure)
    if other <= 0 or value <= 0 or other == value:
        return False
    if (measure.dimension == "percent" and other >= 100) or (measure.dimension == "age" and other > 110):
        return False
    if measure.dimension == "magnitude" and not 1 <= other <= 9.5:
        return False
    if (other < value and _bound(measure.hedge) == "least") or (
        other > value and _bound(measure.hedge) == "most"
    ):
        return False
    if value <= 12 and value == int(value) and other == int(other):
        return abs(other - value) <= max(4, value) and not (other == 1 and value > 1)
    ratio = max(other, value) / min(other, value)
    least = 1.05 if measure.dimension in {"age", "magnitude"} else 1.12
    most = {"1.000000": 5.0, "2.000000": 3.0}.get(f"{value:.6e}"[:8], 2.6)
    return least <= ratio <= (most if measure.form == "single" else 1.7)


def _bound(hedge: str) -> str:
    """ "least" if the hedge leaves room above ("more than"), "most" if below ("up to"), "" if it does neither."""
    words = set(hedge.split())
    if words & {"more", "over", "above", "greater", "excess", "upwards", "plus", "older"}:
        return "most" if words & {"no", "not"} else "least"
    if words & {"less", "fewer", "under", "below", "younger", "short"}:
        return "least" if words & {"no", "not"} else "most"
    if words & {"least", "minimum", "few", "little", "low", "young"}:
        return "least"
    return (
        "most"
        if words & {"most", "maximum", "up", "within", "many", "much", "high", "long", "far", "old"}
        else ""
    )


def _written(value: float) -> str:
    return f"{value:.6g}" if value < 1e6 else f"{value:.0f}"


def _figures(value: float) -> int:
    """How many figures of a number are not rounded away: 1 of 400, 3 of 231."""
    return max(len(_written(value).replace(".", "").strip("0")), 1)


def _made_up(value: float, measure: Measure, answer: str) -> list[float]:
    """Values as round as the real one."""
    if measure.dimension == "temperature":
        return [round(value + step, 1) for step in (-14, -11, -8, -6, 5, 7, 9, 12, 15)]
    if value < 0:
        return [-other for other in _made_up(-value, measure, answer)]
    if value == int(value) and value <= 12 and "." not in answer:
        return [value + step for step in (-4, -3, -2, -1, 1, 2, 3, 4, 5, 6)]
    if measure.dimension == "age":
        return [value + step for step in (-13, -9, -6, -4, 3, 5, 8, 11)]
    if measure.dimension == "magnitude":
        return [round(value + step, 1) for step in (-1.4, -0.9, -0.6, 0.5, 0.8, 1.2)]
    digits = _written(value)
    figures_kept = _figures(value)
    made = [float(f"{value * factor:.{figures_kept}g}") for factor in _FACTORS]
    if figures_kept == 2 and digits.replace(".", "").strip("0").endswith("5"):
        step = 5 * 10 ** (len(digits.partition(".")[0]) - 2)
        made = [round(other / step) * step for other in made]
    return made


def _balanced(answer: str, measure: Measure, values: Iterable[float], id: str) -> Iterator[str]:
    """In words, apart from one another, so many below the answer as the question's id says."""
    order = {text: n for n, text in enumerate(shuffled((repr(v) for v in values), id))}
    unique = sorted(set(values), key=lambda v: order[repr(v)])
    value = measure.values[-1]
    chosen: list[float] = []
    apart = 1.001 if measure.dimension in {"age", "magnitude"} else 1.1
    for v in unique:
        ratios = [max(v / c, c / v) for c in chosen]
        if all(ratio >= (apart if abs(v) > 12 else 1.001) for ratio in ratios):
            chosen.append(v)
    below, above = [v for v in chosen if v < value], [v for v in chosen if v > value]
    few = draw(id, WANTED + 1)
    picked = below[:few] + above[: WANTED - few]
    for v in [*picked, *(v for v in chosen if v not in picked)]:
        yield figures.restyled(answer, measure, v)
