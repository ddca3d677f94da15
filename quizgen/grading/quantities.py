"""Numbers with their units: "1.2bn dollars", "an hour and a half", "between 10 and 15 km"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from quizgen.grading.hedges import Hedge, hedge
from quizgen.grading.lexicon import STOP
from quizgen.grading.numerals import LETTER_SCALES, NUMBER_WORDS, PARTS, Number, NumberReader, Token
from quizgen.grading.units import UNITS, Unit


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a quantity: a value (or both ends of a range) in a unit, None if it has none.

    `step` is the finest place that was written: 1 for 435, 0.1 for 434.9, 1e8 for "1.2 billion".
    """

    low: float
    high: float
    step: float
    unit: Unit | None = None


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as written, with all its readings ("5m" is metres, minutes or millions).

    Attributes:
        start, end: offsets in the text.
        pair: a range or a score: two values.
        ordinal: "third", "3rd".
        noun: the word that follows where no unit does.
        grouped: written with separators or a scale word, so that it is no year.
        per: the unit of a rate ("an hour").
    """

    readings: tuple[Reading, ...]
    start: int
    end: int
    hedge: Hedge = ""
    pair: bool = False
    ordinal: bool = False
    noun: str = ""
    grouped: bool = False
    per: str = ""


class _QuantityReader(NumberReader):
    """Reads quantities off the tokens of one text, left to right."""

    def parse(self) -> tuple[Quantity, ...]:
        found: list[Quantity] = []
        index = 0
        while index < len(self.tokens):
            result = self.quantity(index)
            if result is None:
                index += 1
            else:
                found.append(result[0])
                index = result[1]
        return tuple(found)

    # units

    def unit(self, index: int) -> tuple[tuple[Unit, ...], int]:
        """The units that the tokens from `index` may name, and the index behind them."""
        start = index
        if self.word(start) == "-" and start + 1 < len(self.tokens) and self.tokens[start + 1].kind == "word":
            start += 1
        if self.word(start) == "of":  # "a quarter of an hour"
            start += 2 if self.word(start + 1) in ("a", "an", "one") else 1
        for length in (4, 3, 2, 1):
            tokens = self.tokens[start : start + length]
            if len(tokens) < length or (tokens[-1].kind == "number" and not tokens[-1].glued):
                continue
            spaced = "".join(
                ("" if n == 0 or t.glued else " ") + t.text for n, t in enumerate(tokens)
            ).replace("-", " ")
            squeezed = "".join(token.text for token in tokens)
            written = self.text[tokens[0].start : tokens[-1].end]
            units = UNITS.get(spaced) or (
                (UNITS.get(squeezed) or ()) if " " not in written or "/" in written else ()
            )
            if units and self._fits(tokens, start + length):
                return units, start + length
        return (), index

    def _fits(self, tokens: list[Token], after: int) -> bool:
        """Whether what looks like a unit is one: "5 in" is inches, "5 in Paris" is not."""
        text = tokens[0].text
        if len(tokens) > 1 or len(text) > 2:
            return True
        if text in ("in", "a", "s", "'", '"', "h", "p", "y", "f", "c", "t", "g", "l", "j", "w", "b"):
            return (
                tokens[0].glued
                or (after >= len(self.tokens) and text != "a")
                or (text == "in" and after >= len(self.tokens))
            )
        return True

    # quantities

    def quantity(self, index: int) -> tuple[Quantity, int] | None:
        begin = index
        sign = 1.0
        if self.word(index) in ("-", "minus", "negative"):
            before = self.tokens[index - 1] if index else None
            if self.word(index) == "-" and before and (self.tokens[index].glued or before.kind == "number"):
                return None
            if self.number(index + 1) is None:
                return None
            sign, index = -1.0, index + 1
        currency, index = self._currency(index)
        if self.word(index) == "-" and currency:
            sign, index = -1.0, index + 1
        first = self.number(index)
        if first is None:
            return None
        units, after = self._units_after(first)
        if currency:
            units = currency
            after = self._redundant_currency(after)
        readings = self._readings(first, units, sign)
        readings, after = self._compound(readings, after)
        pair = False
        joint = self.word(after)
        between = joint == "and" and self.text[: self.tokens[begin].start].rstrip("$£€ ").endswith("between")
        if first.clock == () and not first.part and (joint in ("-", "to", "until", "till") or between):
            second_currency, start = self._currency(after + 1)
            second = self.number(start)
            if second and not second.part and not second.clock:
                later, end = self._units_after(second)
                later = second_currency or later
                both = self._readings(second, later or units, 1.0)
                firsts = readings if units else self._readings(first, later, sign)
                if not units and first.scale == 1 and first.value < 1000 and second.scale > 1:
                    scaled = replace(first, value=first.value * second.scale, step=first.step * second.scale)
                    firsts = self._readings(scaled, later, sign)  # "10 to 15 million"
                readings = tuple(
                    Reading(a.low, b.low, max(a.step, b.step), b.unit or a.unit)
                    for a in firsts
                    for b in both
                    if a.unit == b.unit or a.unit is None
                )
                pair, after = True, end
        if not readings:
            return None
        end_offset = self.tokens[after - 1].end
        per = ""
        if self.word(after) in ("a", "an", "per", "each", "every", "/"):
            rate, end = self.unit(after + 1)
            if (
                rate
                and rate[0].dimension in ("time", "mass", "length", "area", "volume")
                and len(self.word(after + 1)) > 1
            ):
                per, after = rate[0].name, end
        noun = ""
        if all(reading.unit is None or len(reading.unit.name) == 1 for reading in readings):
            noun = next(
                (t.text for t in self.tokens[after : after + 2] if t.kind == "word" and t.text not in STOP),
                "",
            )
        return (
            Quantity(
                readings,
                self.tokens[begin].start,
                end_offset,
                hedge=hedge(self.text, self.tokens[begin].start, end_offset),
                pair=pair,
                ordinal=first.ordinal,
                noun=noun,
                grouped=first.grouped,
                per=per,
            ),
            after,
        )

    def _currency(self, index: int) -> tuple[tuple[Unit, ...], int]:
        """A currency in front of its number: "$", "US$", "GBP"."""
        for length in (2, 1):
            text = "".join(token.text for token in self.tokens[index : index + length])
            units = UNITS.get(text, ())
            after = index + length
            if (
                units
                and units[0].dimension == "money"
                and (self.number(after) or self.word(after) == "-")
                and text != "p"
            ):
                return units[:1], after
        return (), index

    def _redundant_currency(self, after: int) -> int:
        units, end = self.unit(after)
        return end if units and units[0].dimension == "money" else after

    def _units_after(self, number: Number) -> tuple[tuple[Unit, ...], int]:
        if number.ordinal:
            return (), number.after
        after = number.after
        if number.letter:  # "5m dollars": the letter is a scale
            units, end = self.unit(after + 1)
            if units and end > after + 1 and units[0].dimension == "money":
                return units, end
        return self.unit(after)

    def _readings(self, number: Number, units: tuple[Unit, ...], sign: float) -> tuple[Reading, ...]:
        if number.clock:
            value = 0.0
            for part in number.clock:
                value = value * 60 + part
            time = UNITS["second"][0], UNITS["minute"][0]
            return (
                Reading(value, value, 1.0, time[0]),
                *((Reading(value, value, 1.0, time[1]),) if len(number.clock) == 2 else ()),
            )
        value = sign * number.value
        money = tuple(unit for unit in units if unit.dimension == "money")
        millions = bool(number.letter and money)  # "$5m" is no five dollars
        made = [Reading(value, value, number.step, unit) for unit in units if not millions]
        if number.part and not units:
            made += [Reading(value, value, 0.0, UNITS["fraction"][0])]
        elif not units:
            made.append(Reading(value, value, number.step))
        if number.dotted:
            made += [
                Reading(sign * number.dotted, sign * number.dotted, 1.0, unit) for unit in units or (None,)
            ]
        if number.letter:
            scale = LETTER_SCALES[number.letter]
            made += [
                Reading(value * scale, value * scale, number.step * scale, unit) for unit in money or (None,)
            ]
        return tuple(made)

    def _compound(self, readings: tuple[Reading, ...], after: int) -> tuple[tuple[Reading, ...], int]:
        """ "1 hour 46 minutes", "5 ft 11", "1h46", "an hour and a half"."""
        while (
            readings
            and readings[0].unit is not None
            and readings[0].unit.dimension in ("time", "length", "mass", "money")
        ):
            index = after
            while self.word(index) in ("and", "-"):
                index += 1
            if (
                self.word(index) in ("a", "one")
                and self.word(index + 1) in ("half", "quarter")
                and self.word(after) == "and"
            ):
                following = self.unit(index + 2)[0]
                if following:
                    break
                share = 1 / PARTS[self.word(index + 1)]
                readings = tuple(
                    replace(r, low=r.low + share, high=r.high + share, step=0.0) for r in readings
                )
                return readings, index + 2
            number = self.number(index)
            if number is None or number.clock or number.ordinal or self.word(after) == "-":
                break
            units, end = self._units_after(number)
            joined: list[Reading] = []
            money = [r for r in readings if r.unit and r.unit.dimension == "money"]
            cents = not units and index == after and 0 < number.value < 100 and not number.value % 1
            if money and cents:  # "4 pounds 50": no mass
                return tuple(
                    replace(r, low=r.low + number.value / 100, high=r.high + number.value / 100, step=0.01)
                    for r in money
                ), end
            if len(money) == len(readings):
                break
            for reading in readings:
                whole = reading.unit
                if whole is None:
                    continue
                smaller = [u for u in units if u.dimension == whole.dimension and u.factor < whole.factor]
                if not units and not number.part and index == after:
                    default = {
                        "hour": "minute",
                        "foot": "inch",
                        "minute": "second",
                        "stone": "pound",
                        "feet": "inch",
                    }.get(whole.name)
                    smaller = [u for u in UNITS.get(default or "", ()) if u.dimension == whole.dimension][:1]
                for unit in smaller:
                    value = reading.low + number.value * unit.factor / whole.factor
                    joined.append(Reading(value, value, number.step * unit.factor / whole.factor, whole))
            if not joined:
                break
            readings, after = tuple(joined), end
        return readings, after


_DIGIT = re.compile(r"\d")
_LETTERS = re.compile(r"[a-z]+")
_COUNTING = NUMBER_WORDS | {"a", "an"}


@lru_cache(maxsize=2048)
def quantities(folded: str) -> tuple[Quantity, ...]:
    """All quantities of a folded text, left to right."""
    if not (_DIGIT.search(folded) or _COUNTING.intersection(_LETTERS.findall(folded))):
        return ()
    return _QuantityReader(folded).parse()
