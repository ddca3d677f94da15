"""Quantities in a text: a number with its unit, range or compound, and its hedge."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from quizgen.measures import hedges
from quizgen.measures.numbers import MONTH, SHORT_SCALES, VAGUE, Number, Numbers
from quizgen.numerals import SCALES, SMALL, TENS
from quizgen.units import BEHIND_HYPHEN, BEHIND_SCALE, GLUED, SIGNS, UNIT_WORDS, UNITS, Dimension

Form = Literal["single", "range", "compound"]

_CALLING = frozenset({"call", "dial", "ring", "phone", "text", "calling", "dialling"})
_CLOCK = frozenset({"am", "pm", "a.m", "p.m", "a.m.", "p.m.", "o'clock", "o’clock", "gmt", "utc", "hrs"})
_CODES = {
    code: name for (code, *rest), name in UNIT_WORDS.items() if not rest and len(code) == 3
    and code in {"usd", "eur", "gbp", "jpy", "cny", "inr", "aud", "cad", "pln", "chf", "sek", "nok", "dkk", "brl"}
}  # fmt: skip
# Where none of these stands there is no quantity, and no need to look closer.
_HINT = re.compile(
    rf"[\d½⅓⅔¼¾⅛]|\b(?:{'|'.join([*SMALL, *TENS, *SCALES, *VAGUE, 'half', 'dozen', 'quarter', 'third', 'fifth', 'tenth'])})\b"
    rf"|\ban? (?:{'|'.join(name for name, unit in UNITS.items() if unit.dimension in {'time', 'length'})}|meter|kilometer)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Measure:
    """A quantity in a text.

    Attributes:
        start, end: its characters, with hedge and unit.
        core_start, core_end: the same without hedge.
        hedge: "more than", "about", "or more", ... in lower case; "" if there is none.
        values: one, or both ends of a range, or the total of a compound in its smallest unit.
        unit: canonical name, "" for a bare number.
        unit_start: where the words of the unit begin; equal to core_end if there is none.
        article: the number is only "a" or "an" ("an hour").
        vague: "dozens", "thousands": an order of magnitude, no number.
    """

    start: int
    end: int
    core_start: int
    core_end: int
    hedge: str
    values: tuple[float, ...]
    unit: str
    dimension: Dimension
    form: Form
    unit_start: int
    article: bool = False
    vague: bool = False


def find(text: str) -> list[Measure]:
    """Every quantity of a text, in order; dates, years, clock times and names that hold digits are not.

    A bare four-figure number may still be a year: only the words around it tell.
    """
    return list(_found(text))


@lru_cache(1024)  # the same answers are looked at again and again
def _found(text: str) -> tuple[Measure, ...]:
    return tuple(_Reader(text).measures()) if _HINT.search(text) else ()


def read(text: str) -> Measure | None:
    """The quantity a whole phrase states, None if it states none or says more than that."""
    for whole in (text, f"{text} of"):  # a share shows only before "of": "two thirds"
        found = find(whole)
        if len(found) == 1 and not text[: found[0].start].strip() and not text[found[0].end :].strip(" ."):
            return found[0]
    return None


class _Reader(Numbers):
    """One pass over the lexemes of a text."""

    def measures(self) -> Iterator[Measure]:
        i = 0
        behind = 0  # a hedge may not reach back into the quantity before
        while i < len(self.lexemes):
            if self.named(i):
                number = self.number(i)
                i = max(number.after if number else 0, i + 1)
                continue
            found = self.quantity(i)
            if found is None:
                i += 1
                continue
            measure, i = found
            measure, i = self.hedged(measure, i, behind)
            behind = i
            yield measure

    def hedged(self, measure: Measure, end: int, behind: int) -> tuple[Measure, int]:
        """The measure with the hedges around it, and the place behind them."""
        first = next(k for k, lexeme in enumerate(self.lexemes) if lexeme.end > measure.core_start)
        left, start = hedges.before(self, first, behind, length=measure.dimension == "length")
        right, end = hedges.after(self, end)
        return replace(
            measure,
            start=self.lexemes[start].start if left else measure.start,
            end=self.lexemes[end - 1].end if right else measure.end,
            hedge=f"{left} {right}".strip(),
        ), end

    def quantity(self, i: int) -> tuple[Measure, int] | None:
        """The quantity that begins at a lexeme, and the place behind it."""
        first = self.part(i + 1 if self.lower(i) == "between" else i)
        if first is None:
            if self.lower(i) in {"magnitude", "magnitudes"}:
                return self.magnitude(i)
            return None
        measure, j = first
        if self.lower(i) == "between":
            second = self.part(j + 1) if self.lower(j) == "and" else None
            both = second and self.join(measure, second[0], i)
            return (both, second[1]) if both and second else first
        if measure.form == "single" and not measure.article and not measure.vague:
            k = j
            if self.kind(k) == "dash" and self.lower(k + 1) in {"to", "or"}:  # "40- to 60-year-olds"
                k += 1
            joined = self.lower(k) in {"to", "or"} or (
                self.kind(k) == "dash" and self.kind(k + 1) in {"number", "money"}
            )
            from_there = self.lower(i - 1) == "from" or (
                self.lower(i - 2) == "from" and self.lower(i - 1) in {"about", "around", "nearly", "just"}
            )
            if joined and not from_there:
                second = self.part(k + 1)
                both = second and self.join(measure, second[0], i)
                if both and second:
                    return both, second[1]
            if k > j:
                return None  # "three- to four-tenths"
        return first

    def join(self, low: Measure, high: Measure, i: int) -> Measure | None:
        """Two quantities as the ends of a range, if they can be."""
        if low.form != "single" or high.form != "single" or low.article or low.vague or high.vague:
            return None
        if low.unit and low.unit != high.unit:
            if low.dimension != "money" or high.unit:
                return None
            high = replace(high, unit=low.unit, dimension=low.dimension)  # "$5-10 million"
        if low.dimension == "percent" and low.unit == "fraction":
            return None
        (a,), (b,) = low.values, high.values
        words = self.text[low.core_start : high.core_end]
        if a < 1000 <= b and re.match(r"\S?[\d.]+\W", words) and re.search(r"illion|thousand|bn|m\b", words):
            scale = next((s for s in (1e12, 1e9, 1e6, 1e3) if b >= s), 1.0)  # "$5-10 million"
            a = a * scale if a < b / scale else a
        years = not high.unit and a >= 1000 and b <= 2100 and re.fullmatch(r"\D*\d{4}\D+\d{4}", words)
        if a >= b or years or (a > 0 and b / a > 20):
            return None  # "by 2 million to 68 million" is a change
        start = min(low.start, self.lexemes[i].start)
        return replace(high, start=start, core_start=start, values=(a, b), form="range")

    def part(self, i: int) -> tuple[Measure, int] | None:
        """A quantity that is no range."""
        if self.kind(i) == "money" or self.lower(i) in _CODES:
            return self.priced(i)
        if self.kind(i) == "span":
            hours, minutes, seconds = self.lexemes[i].text.split(":")
            if self.lower(i + 1) in _CLOCK or self.lower(i - 1) == "at":
                return None
            total = int(hours) * 3600 + int(minutes) * 60 + float(seconds)
            return self.make(i, i + 1, i + 1, (total,), "second", "compound"), i + 1
        number = self.number(i)
        if number is None:
            return None
        j = number.after
        if number.share:
            return self.make(i, j, j, (number.value,), "fraction"), j
        unit = self.unit(j, number)
        if unit is None:
            if number.article or (not number.vague and self.misread(i, j)):
                return None
            return self.make(i, j, j, (number.value,), "", vague=number.vague), j
        name, k = unit
        name = self.pounds(name, i, k, number)
        if UNITS[name].dimension == "time" and self.aged(k):
            k = self.aged(k)
            return self.make(i, k, j, (number.value,), name, dimension="age"), k
        return self.compound(i, j, k, number, name)

    def compound(self, i: int, j: int, k: int, number: Number, name: str) -> tuple[Measure, int]:
        """Smaller units behind a first: "an hour and 46 minutes", "a mile and a half"."""
        value, unit, pieces, end = number.value, UNITS[name], 1, k
        if self.are(k, ("and", "a", "half")):
            return self.make(i, k + 3, j, (value + 0.5,), name), k + 3
        while unit.dimension in {"time", "length", "mass"}:
            follow = k + 1 if self.lower(k) in {"and", ","} else k
            follow += self.lower(k) == "," and self.lower(follow) == "and"
            smaller = self.number(follow)
            part = self.unit(smaller.after, smaller) if smaller and not smaller.article else None
            if smaller is None or part is None:
                break
            next_unit = UNITS[part[0]]
            step = unit.factor / next_unit.factor
            if next_unit.dimension != unit.dimension or step <= 1 or smaller.value >= max(step, 32):
                break
            value = value * step + smaller.value
            unit, k, pieces = next_unit, part[1], pieces + 1
            end = k
        if pieces == 1:
            return self.make(
                i, end, j, (value,), name, article=number.article and value == 1, vague=number.vague
            ), end
        return self.make(i, end, j, (round(value, 6),), unit.name, "compound"), end

    def priced(self, i: int) -> tuple[Measure, int] | None:
        """Money with its sign or code in front: "US$1.5 billion", "EUR 20"."""
        name = _CODES.get(self.lower(i)) or SIGNS[self.lexemes[i].text]
        number = self.number(i + 1, money=True)
        if number is None or not number.digits:
            return None
        j = number.after
        return self.make(i, j, j, (number.value,), name), j

    def magnitude(self, i: int) -> tuple[Measure, int] | None:
        j = i + 1 + (self.lower(i + 1) == "of")
        number = self.number(j)
        if number is None or not number.digits or number.value > 12:
            return None
        return self.make(j, number.after, number.after, (number.value,), "magnitude"), number.after

    def make(
        self,
        i: int,
        after: int,
        unit_at: int,
        values: tuple[float, ...],
        unit: str,
        form: Form = "single",
        *,
        dimension: Dimension | None = None,
        article: bool = False,
        vague: bool = False,
    ) -> Measure:
        if dimension is None:
            dimension = "percent" if unit == "fraction" else UNITS[unit].dimension if unit else "count"
        start, end = self.lexemes[i].start, self.lexemes[after - 1].end
        unit_start = self.lexemes[unit_at].start if unit_at < after else end
        if self.kind(unit_at) == "dash" and unit_at < after:
            unit_start = self.lexemes[unit_at + 1].start
        if values[0] < 0 and self.kind(i - 1) == "dash":
            start = self.lexemes[i - 1].start
        return Measure(start, end, start, end, "", values, unit, dimension, form, unit_start, article, vague)

    def unit(self, j: int, number: Number) -> tuple[str, int] | None:
        hyphenated = self.hyphen(j)
        k = j + 1 if hyphenated else j
        text = self.text_of(k)
        if self.kind(k) == "unit":
            return SIGNS[re.sub(r"\s", "", text)] if text != "%" else "percent", k + 1
        if self.kind(k) != "word":
            return None
        words = self.unit_words(k)
        if words is not None and self.allowed(words, k, number, hyphenated):
            return words
        if text == "s" and number.value % 10 == 0:
            return None  # "in their 70s"
        if text in SIGNS and number.digits and (self.glued(k) or text not in GLUED):
            return SIGNS[text], k + 1
        if text == "g" and not number.article and not hyphenated:
            return "g_force", k + 1
        return None

    def allowed(self, unit: tuple[str, int], k: int, number: Number, hyphenated: bool) -> bool:
        word = self.lower(k)
        if unit[1] == k + 1:
            if word in BEHIND_SCALE:
                return number.scaled
            if word in BEHIND_HYPHEN:
                return hyphenated or (word == "second" and number.value == 1 and not number.article)
            if word in {"stories", "magnitude"}:
                return hyphenated
            if word == "g":
                return False
            if number.article:
                return UNITS[unit[0]].dimension in {"time", "length"} and word in {
                    unit[0],
                    "meter",
                    "kilometer",
                }
        return True

    def pounds(self, name: str, i: int, k: int, number: Number) -> str:
        """Pounds and ounces weigh, unless the sum or the words around speak of money."""
        if name != "pound":
            return name
        window = re.split(r"[.;:]", " ".join(lexeme.lower for lexeme in self.lexemes[max(i - 8, 0) : i]))[-1]
        if (number.scaled and number.value >= 1e5) or self.lower(k) == "sterling":
            return "pound_sterling"
        return (
            "pound_sterling"
            if re.search(r"£|\b(?:pa(?:y|id)|fined?|cost|price|worth|spen[dt]|earn)", window)
            else name
        )

    def aged(self, k: int) -> int:
        """Place behind "-old", " old", "-olds", "of age" at k, or 0."""
        j = k + 1 if self.hyphen(k) else k
        if self.lower(j) in {"old", "olds"}:
            return j + 1
        return k + 2 if self.are(k, ("of", "age")) else 0

    def named(self, i: int) -> bool:
        """The digits are part of a name ("CV-39" is one lexeme; here "#2", "number 72", "3G")."""
        before = self.lower(i - 1)
        if self.kind(i) not in {"number", "ratio"}:
            return before == "number" and (self.lower(i) in SMALL or self.lower(i) in TENS)
        figures = self.text_of(i)
        telephone = figures.isdigit() and (
            (figures[0] == "0" and len(figures) > 1) or self.beside_bare_number(i) or before in _CALLING
        )
        numbered = before in {"#", "number", "no", "nos", "numbers"} or (
            before == "." and self.lower(i - 2) == "no"
        )
        if telephone or numbered:
            return True
        glued_letters = self.kind(i + 1) == "word" and self.glued(i + 1)
        if glued_letters and self.kind(i - 1) != "money":
            short = self.lower(i + 1) in SHORT_SCALES and self.lower(i + 1) not in {"k", "m", "b"}
            value = float(figures.replace(",", "")) if self.kind(i) == "number" else 1.0
            if not short and self.unit(i + 1, Number(value, i + 1)) is None:
                return True
        if self.hyphen(i - 1) and self.kind(i - 2) == "number":
            return True  # the second half of a score: what can be a range was read with the first half
        return self.glued(i) and self.kind(i - 1) in {"word", "opaque", "number"}

    def beside_bare_number(self, i: int) -> bool:
        """Two numbers stand side by side, with nothing between that would tell them apart."""
        return any(self.kind(k) == "number" and self.text_of(k).isdigit() for k in (i - 1, i + 1))

    def misread(self, i: int, j: int) -> bool:
        """A bare number that is a day of a month, a time of the day, or half of a score."""
        if self.lower(j) in _CLOCK or (
            self.kind(i) == "number" and self.lower(j) in {"st", "nd", "rd", "th"}
        ):
            return True
        before = self.text_of(i - 1) if self.text_of(i - 1) != "." else self.text_of(i - 2)
        behind = self.text_of(j + 1) if self.lower(j) == "of" else self.text_of(j)
        if MONTH.match(before) or MONTH.match(behind):
            return True
        if self.kind(j) == "dash" and self.kind(j + 1) == "number" and self.glued(j):
            low, high = self.number(i), self.number(j + 1)
            return not (low and high and low.value < high.value)
        return False
