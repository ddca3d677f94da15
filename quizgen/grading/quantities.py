"""Numbers with their units, as people write them: "1.2bn dollars", "an hour and a half", "1 in 3"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from quizgen.grading.lexicon import STOP
from quizgen.grading.units import UNITS, Unit

Hedge = Literal["", "~", ">", "<"]

_SMALL = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen".split()
    )
} | {"nil": 0, "none": 0, "nought": 0}
_TENS = {
    word: 10 * (n + 2)
    for n, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split())
}
_TENS["fourty"] = 40
_ORDINALS = {
    word: value + 1
    for value, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
        "fifteenth sixteenth seventeenth eighteenth nineteenth".split()
    )
} | {"twentieth": 20, "thirtieth": 30, "fortieth": 40, "fiftieth": 50, "hundredth": 100}
_SCALES = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "lakh": 1e5, "crore": 1e7}
_SUFFIXES = {
    "k": 1e3, "mn": 1e6, "mln": 1e6, "mio": 1e6, "mil": 1e6, "bn": 1e9, "bln": 1e9, "tn": 1e12, "trn": 1e12,
    "thousands": 1e3, "millions": 1e6, "billions": 1e9,
}  # fmt: skip
_LETTER_SCALES = {"m": 1e6, "b": 1e9, "t": 1e12}  # or a unit
_PARTS = {"half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fourth": 4, "fourths": 4, "fifth": 5, "fifths": 5,
          "sixth": 6, "sixths": 6, "seventh": 7, "sevenths": 7, "eighth": 8, "eighths": 8, "ninths": 9, "tenth": 10,
          "tenths": 10, "hundredths": 100}  # fmt: skip
NUMBER_WORDS = frozenset({*_SMALL, *_TENS, *_ORDINALS, *_SCALES, *_PARTS, "hundred", "dozen", "couple"})

_HEDGES = (
    (r"(?<!no )(?<!not )(?:just |only |slightly |a (?:little|bit|touch) |well )?(?:more than|over|above|exceeding|in excess of|greater than|upwards? of|north of)|"
     r"at (?:the )?(?:very )?least|no (?:fewer|less) than|a minimum of|minimum|>=?|≥", ">"),
    (r"(?:just |only |slightly |a (?:little|bit|touch) |well )?(?:less than|fewer than|under|below|short of|shy of|south of)|"
     r"(?:at (?:the )?(?:very )?most|up to|(?:no|not) more than|not over|a maximum of|maximum|nearly|almost|not quite|<=?|≤)", "<"),
    (r"about|around|roughly|approximately|approx|circa|ca|c|an? estimated|estimated|close to|near|some|~|≈|"
     r"in the region of|somewhere around|or so|more or less|give or take", "~"),
)  # fmt: skip
_BEFORE = [
    (
        re.compile(
            rf"(?<![\w-])(?:{pattern})\.? ?(?=[^\w]{{0,2}}\d|(?:(?:the|a|an|us|usd|gbp|eur) )?(?:{'|'.join(sorted(NUMBER_WORDS, key=len, reverse=True))})\b|[$£€]|an? (?:year|month|week|day|hour|minute|mile|decade|century)\b)"
        ),
        hedge,
    )
    for pattern, hedge in _HEDGES
]
_AFTER = (
    (
        re.compile(
            r"(?<=\d)\+|\bor (?:more|higher|greater|over|above)\b|\band (?:more|over|up)\b|\bplus\b(?! \d)"
        ),
        ">",
    ),
    (re.compile(r"\bor (?:less|fewer|lower|under|below)\b"), "<"),
    (
        re.compile(
            r"\b(?:or so|or thereabouts|give or take|more or less|approx(?:imately)?)\b|(?<=\d)-?ish\b"
        ),
        "~",
    ),
)
_TOKEN = re.compile(
    r"(?P<number>\d{1,3}(?:[,' ]\d{3})+(?!\d)(?:\.\d+)?|\d{1,3}(?:\.\d{3}){2,}(?!\d)|\d+(?:[.,]\d+)?|(?<![\w.])\.\d+)|(?P<word>[^\W\d_]+(?:'[^\W\d_]+)?)|(?P<sign>[^\w\s.,;]|[°%])"
)


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

    `hedge` is "~" for about, ">" for over, "<" for under; `pair` tells a range or score from one
    value; `noun` is the word that follows where no unit does; `per` is the unit of a rate ("an hour"); `start` and `end` are offsets.
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


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    text: str
    start: int
    end: int
    glued: bool  # to the token before it


def _tokens(text: str) -> list[_Token]:
    found: list[_Token] = []
    for match in _TOKEN.finditer(text):
        glued = bool(found) and found[-1].end == match.start()
        found.append(_Token(match.lastgroup or "", match[0], match.start(), match.end(), glued))
    return found


@dataclass(frozen=True, slots=True)
class _Number:
    value: float
    step: float
    after: int  # index of the token behind it
    part: bool = False  # a fraction of something
    ordinal: bool = False
    dotted: float = 0.0  # the value if "2.000" means two thousand
    grouped: bool = False
    clock: tuple[int, ...] = ()
    scale: float = 1.0
    letter: str = ""  # a scale that may be a unit ("5m")


class _Parser:
    """Reads quantities off the tokens of one text, left to right."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens = _tokens(text)

    def word(self, index: int) -> str:
        return self.tokens[index].text if 0 <= index < len(self.tokens) else ""

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

    # numbers

    def number(self, index: int) -> _Number | None:
        if index >= len(self.tokens):
            return None
        token = self.tokens[index]
        if token.kind == "number":
            before = self.tokens[index - 1] if index else None
            if (
                token.glued
                and before
                and before.kind == "word"
                and before.text not in UNITS
                and before.text not in ("us", "usd")
            ):
                return None  # a code: "u47", "h5n1"
            return self._digits(index)
        if token.kind == "word":
            return self._in_words(index)
        return None

    def _digits(self, index: int) -> _Number | None:
        text = self.tokens[index].text
        dotted = 0.0
        grouped = bool(re.fullmatch(r"\d{1,3}(?:[,' ]\d{3})+(?:\.\d+)?|\d{1,3}(?:\.\d{3}){2,}", text))
        if grouped:
            text = re.sub(r"[,' ]|\.(?=.*\.)|(?<=\.\d{3})\.", "", text)
            text = (
                text.replace(".", "")
                if re.fullmatch(r"\d{4,}\.\d{3}", text) and self.tokens[index].text.count(".") > 1
                else text
            )
        else:
            if re.fullmatch(r"[1-9]\d{0,2}\.\d{3}", text):
                dotted = float(text) * 1000
            text = text.replace(",", ".")
        glued = self.tokens[index + 1 : index + 2]
        if len(text) > 40 or (glued and glued[0].glued and self._malformed(glued[0].text)):
            return None
        value = float(text)
        step = 10.0 ** -len(text.partition(".")[2])
        after = index + 1
        if (
            self.word(after) == ":"
            and self.tokens[after].glued
            and re.fullmatch(r"\d\d?", self.word(after + 1))
        ):
            parts = [int(value)]
            while self.word(after) == ":" and re.fullmatch(r"\d\d?", self.word(after + 1)):
                parts.append(int(self.word(after + 1)))
                after += 2
            if self.word(after) in ("am", "pm") or (self.word(after) in ("a", "p") and self.word(after + 1) == "m"):
                return None  # a time of day
            return _Number(value, step, after, clock=tuple(parts))
        if (
            self.word(after) == "/"
            and re.fullmatch(r"\d+", self.word(after + 1))
            and int(self.word(after + 1))
        ):
            return _Number(value / int(self.word(after + 1)), 0.0, after + 2, part=True)
        mixed = (
            re.fullmatch(r"\d+", self.word(after))
            and self.word(after + 1) == "/"
            and self.word(after + 2).isdigit()
        )
        if mixed and int(self.word(after + 2)):
            value += int(self.word(after)) / int(self.word(after + 2))
            after, step = after + 3, 0.0
        if self.word(after) == "s" and self.tokens[after].glued and text.endswith("0"):
            return None  # a decade: "1990s"
        if self.word(after) in ("st", "nd", "rd", "th") and self.tokens[after].glued:
            return _Number(value, 1.0, after + 1, ordinal=True)
        share = self._share(value, after)
        if share:
            return share
        return self._scaled(value, step, after, dotted, grouped)

    def _malformed(self, word: str) -> bool:
        """Whether letters glued to a number make it none: "1e3", "0x6b"."""
        known = word in UNITS or word in _SUFFIXES or word in _LETTER_SCALES
        return word.isalpha() and len(word) < 3 and not known and word not in ("s", "st", "nd", "rd", "th")

    def _share(self, value: float, after: int) -> _Number | None:
        """ "1 in 3", "3 out of 10"."""
        skip = (
            1
            if self.word(after) == "in"
            else 2
            if (self.word(after), self.word(after + 1)) == ("out", "of")
            else 0
        )
        if not skip:
            return None
        whole = self.number(after + skip)
        if (
            whole
            and 0 < value <= whole.value
            and whole.value > 1
            and whole.value < 1000
            and value == int(value)
        ):
            return _Number(value / whole.value, 0.0, whole.after, part=True)
        return None

    def _scaled(
        self, value: float, step: float, after: int, dotted: float = 0.0, grouped: bool = False
    ) -> _Number:
        letter, scaled = "", 1.0
        if (
            self.word(after) == "and"
            and self.word(after + 1) in ("a", "one")
            and self.word(after + 2) in ("half", "quarter")
        ):
            value += 1 / _PARTS[self.word(after + 2)]
            after, step = after + 3, 0.0
        while True:
            word = self.word(after)
            if word == "-" and self.word(after + 1) in (*_SCALES, "hundred"):
                after += 1
                continue
            scale = _SCALES.get(word) or _SUFFIXES.get(word) or {"hundred": 100.0, "dozen": 12.0}.get(word)
            if not scale:
                break
            value, step, after, dotted, grouped = value * scale, step * scale, after + 1, 0.0, True
            scaled *= scale
        if self.word(after) in _LETTER_SCALES:
            letter = self.word(after)
        return _Number(value, step, after, dotted=dotted, grouped=grouped, scale=scaled, letter=letter)

    def _in_words(self, index: int) -> _Number | None:
        word = self.word(index)
        if word in ("a", "an"):
            following = self.word(index + 1)
            if following in (
                "half",
                "third",
                "quarter",
                "fourth",
                "fifth",
                "sixth",
                "seventh",
                "eighth",
                "tenth",
            ):
                return self._part(1, index + 1)
            if following in ("hundred", *_SCALES, "dozen"):
                return self._scaled(1, 1.0, index + 1) if following == "dozen" else self._cardinal(index + 1)
            if following == "couple":
                return _Number(2, 1.0, index + (3 if self.word(index + 2) == "of" else 2))
            if (
                following in UNITS
                and UNITS[following][0].dimension in ("time", "length")
                and len(following) > 2
            ):
                return _Number(1, 1.0, index + 1)
            return None
        if word == "couple" and self.word(index + 1) == "of":
            return _Number(2, 1.0, index + 2)
        if word in ("half", "quarter") or (word in ("third", "fifth") and self.word(index + 1) == "of"):
            return self._part(1, index)
        if word == "dozen":
            return _Number(12, 1.0, index + 1)
        return self._cardinal(index)

    def _part(self, count: float, index: int) -> _Number:
        """ "half", "two thirds", "a quarter of a million" from the word that names the part."""
        value = count / _PARTS[self.word(index)]
        after = index + 1
        scaled = after
        while self.word(scaled) in ("of", "a", "an", "-"):
            scaled += 1
        if self.word(scaled) in (*_SCALES, "dozen", "hundred"):
            number = self._scaled(value, 0.0, scaled)
            return replace(number, step=0.0)
        if self.word(scaled) in UNITS and len(self.word(scaled)) > 2 and self.word(scaled) not in ("the",):
            after = scaled
        return _Number(value, 0.0, after, part=True)

    def _cardinal(self, index: int) -> _Number | None:
        total = current = 0.0
        seen = ""
        smallest = 1.0
        while True:
            word = self.word(index)
            if seen and word == "-" and self.word(index + 1) in NUMBER_WORDS:
                index, word = index + 1, self.word(index + 1)
            if (
                seen in ("hundred", "scale")
                and word == "and"
                and self.word(index + 1) in (*_SMALL, *_TENS, *_ORDINALS)
            ):
                index, word = index + 1, self.word(index + 1)
            if word in _SMALL and (
                not seen or (seen == "tens" and 0 < _SMALL[word] < 10) or seen in ("hundred", "scale")
            ):
                current, seen = current + _SMALL[word], "small"
            elif word in _TENS and (not seen or seen in ("hundred", "scale")):
                current, seen = current + _TENS[word], "tens"
            elif word == "hundred" and seen in ("", "small"):
                current, seen = max(current, 1) * 100, "hundred"
            elif word in _SCALES and (seen != "scale" or smallest > _SCALES[word]):
                total, current, seen, smallest = (
                    total + max(current, 1) * _SCALES[word],
                    0.0,
                    "scale",
                    _SCALES[word],
                )
            elif word in _ORDINALS and (
                not seen or (seen == "tens" and _ORDINALS[word] < 10) or seen in ("hundred", "scale")
            ):
                if seen == "" and word in ("second",) and self.word(index - 1) in ("per", "a"):
                    return None
                return _Number(total + current + _ORDINALS[word], 1.0, index + 1, ordinal=True)
            elif (
                seen == "small"
                and total == 0
                and current < 20
                and word in _PARTS
                and word not in ("quarter", "half")
            ):
                return self._part(current, index)
            elif seen and word in ("quarter", "half") and current == 1:
                return self._part(1, index)
            elif seen and word == "point" and self.word(index + 1) in _SMALL:
                digits = ""
                while _SMALL.get(self.word(index + 1), 10) < 10:
                    index += 1
                    digits += str(_SMALL[self.word(index)])
                return self._scaled(total + current + float("0." + digits), 10.0 ** -len(digits), index + 1)
            else:
                break
            index += 1
        if not seen:
            return None
        value = total + current
        share = self._share(value, index)
        if share:
            return share
        number = self._scaled(value, 1.0, index)
        return replace(number, grouped=True, scale=smallest) if seen == "scale" else number

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
            squeezed = "".join(t.text for t in tokens)
            units = UNITS.get(spaced) or (
                UNITS.get(squeezed)
                if length == 1 or "/" in squeezed or max(map(len, (t.text for t in tokens))) < 3
                else None
            )
            if units and self._fits(tokens, start + length):
                return units, start + length
        return (), index

    def _fits(self, tokens: list[_Token], after: int) -> bool:
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
        if first.clock == () and not first.part and (joint in ("-", "to") or between):
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
                hedge=self._hedge(self.tokens[begin].start, end_offset),
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

    def _units_after(self, number: _Number) -> tuple[tuple[Unit, ...], int]:
        if number.ordinal:
            return (), number.after
        after = number.after
        if number.letter:  # "5m dollars": the letter is a scale
            units, end = self.unit(after + 1)
            if units and end > after + 1 and units[0].dimension == "money":
                return units, end
        return self.unit(after)

    def _readings(self, number: _Number, units: tuple[Unit, ...], sign: float) -> tuple[Reading, ...]:
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
        made = [Reading(value, value, number.step, unit) for unit in units]
        if number.part and not units:
            made += [Reading(value, value, 0.0, UNITS["fraction"][0])]
        elif not units:
            made.append(Reading(value, value, number.step))
        if number.dotted:
            made += [
                Reading(sign * number.dotted, sign * number.dotted, 1.0, unit) for unit in units or (None,)
            ]
        if number.letter:
            scale = _LETTER_SCALES[number.letter]
            money = tuple(u for u in units if u.dimension == "money")
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
                share = 1 / _PARTS[self.word(index + 1)]
                readings = tuple(
                    replace(r, low=r.low + share, high=r.high + share, step=0.0) for r in readings
                )
                return readings, index + 2
            number = self.number(index)
            if number is None or number.clock or number.ordinal or self.word(after) == "-":
                break
            units, end = self._units_after(number)
            joined: list[Reading] = []
            if all(reading.unit and reading.unit.dimension == "money" for reading in readings):
                if units or index != after or not 0 < number.value < 100 or number.value % 1:
                    break
                return tuple(
                    replace(r, low=r.low + number.value / 100, high=r.high + number.value / 100, step=0.01)
                    for r in readings
                ), end
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

    def _hedge(self, start: int, end: int) -> Hedge:
        ahead = self.text[end : end + 18]
        for pattern, hedge in _AFTER:
            found = pattern.search(self.text, max(end - 1, 0), end + 18)
            if (
                found
                and found.start() <= end + 1 + len(ahead)
                and not re.search(r"\d", self.text[end : found.start()])
            ):
                return hedge  # type: ignore[return-value]
        back = self.text[max(start - 30, 0) : end]
        for pattern, hedge in _BEFORE:
            for found in pattern.finditer(back):
                if not re.search(
                    r"\w",
                    re.sub(
                        r"^(?:the|an?|us|from|-)\b",
                        "",
                        self.text[max(start - 30, 0) + found.end() : start].strip(),
                    ),
                ):
                    return hedge  # type: ignore[return-value]
        return ""


_DIGIT = re.compile(r"\d")
_LETTERS = re.compile(r"[a-z]+")
_COUNTING = NUMBER_WORDS | {"a", "an"}


@lru_cache(maxsize=2048)
def quantities(folded: str) -> tuple[Quantity, ...]:
    """All quantities of a folded text, left to right."""
    if not (_DIGIT.search(folded) or _COUNTING.intersection(_LETTERS.findall(folded))):
        return ()
    return _Parser(folded).parse()
