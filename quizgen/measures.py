"""Numbers with their units, read off plain text: "more than 400 miles", "an hour and 46 minutes".

Our own finder, because the libraries fail on news where it counts.  quantulum3 (MIT) read every
"30 minutes" of our articles as minutes of arc without its classifier (scikit-learn), "in 2011 a United
States spacecraft" as 2011 years and "2:00 p.m." as pence; it knows no hedge, and starts in two seconds.
pint (BSD) converts flawlessly but finds nothing and needs a third of a second to start (see `quizgen.units`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple

from quizgen.numerals import SCALES, SMALL, TENS
from quizgen.units import BEHIND_HYPHEN, BEHIND_SCALE, GLUED, LONGEST, SIGNS, UNIT_WORDS, UNITS, Dimension

Form = Literal["single", "range", "compound"]


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


_SHORT_SCALES = {"k": 1e3, "m": 1e6, "mn": 1e6, "bn": 1e9, "tn": 1e12, "b": 1e9}
_VAGUE = {
    "dozens": 12.0, "scores": 20.0, "tens": 10.0, "hundreds": 1e2, "thousands": 1e3, "millions": 1e6,
    "billions": 1e9, "trillions": 1e12,
}  # fmt: skip
_PARTS = {
    "half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fourth": 4, "fourths": 4,
    "fifth": 5, "fifths": 5, "sixth": 6, "sixths": 6, "seventh": 7, "sevenths": 7, "eighth": 8, "eighths": 8,
    "ninth": 9, "ninths": 9, "tenth": 10, "tenths": 10, "hundredth": 100, "hundredths": 100,
}  # fmt: skip
_FRACTION_SIGNS = {"½": 0.5, "⅓": 1 / 3, "⅔": 2 / 3, "¼": 0.25, "¾": 0.75, "⅛": 0.125}
_BEFORE = sorted(
    (
        tuple(hedge.split())
        for hedge in (
            "more than|less than|fewer than|greater than|over|under|above|below|about|around|roughly|approximately|"
            "approx|circa|some|nearly|almost|close to|at least|at most|up to|upwards of|in excess of|"
            "no more than|not more than|no less than|no fewer than|as many as|as much as|as few as|as little as|"
            "as high as|as low as|as long as|as far as|as old as|as young as|an estimated|estimated|just over|"
            "just under|just above|just below|just about|just short of|well over|well under|a little over|"
            "a little under|a little more than|a little less than|slightly more than|slightly less than|"
            "slightly over|slightly under|nearer|exactly|precisely|a minimum of|a maximum of|within|barely|"
            "much more than|far more than|far over|somewhere around"
        ).split("|")
    ),
    key=len,
    reverse=True,
)
_OUTER = frozenset(
    {("up", "to"), ("at", "least"), ("at", "most"), ("as", "many", "as"), ("no", "more", "than")}
)
_AFTER = (("or", "more"), ("or", "so"), ("or", "less"), ("or", "fewer"), ("or", "older"), ("or", "younger"),
          ("or", "above"), ("or", "over"), ("at", "least"), ("at", "most"), ("plus",), ("+",), ("odd",),
          ("and", "over"), ("and", "above"), ("and", "counting"))  # fmt: skip
_MONTH = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\Z"
)
_CALLING = frozenset({"call", "dial", "ring", "phone", "text", "calling", "dialling"})
_CLOCK = frozenset({"am", "pm", "a.m", "p.m", "a.m.", "p.m.", "o'clock", "o’clock", "gmt", "utc", "hrs"})

_LEXEME = re.compile(
    r"""
      (?P<opaque> https?://\S+ | \S+@\S+\.\S+
        | [^\W\d_]+[-+]\d[\w:.+-]* | [^\W\d_]+\d\w*               # COVID-19, T+01:43, mAb114
        | \d+(?:[-/.]\d+){2,} | \d{4}/\d{2,4} | \d{4}s | '\d\ds?\b
        | \d{1,2}:\d{2}(?!:?\d)                                   # 7:49
      )
    | (?P<span> \d{1,2}:\d{2}:\d{2}(?:\.\d+)? )                   # 1:59:40.2
    | (?P<ratio> (?<![\d.,]) \d{1,3}/\d{1,3} (?![\d/]) )
    | (?P<number> \d{1,3}(?:,\d{3})+(?:\.\d+)?(?![\d,]) | \d+(?:\.\d+)? | (?<![\w.])\.\d+ )
    | (?P<sign> [½⅓⅔¼¾⅛] )
    | (?P<money> (?:US|AU|CA|NZ|HK|A|C|S|R)?\$ | [£€¥₹₽₩₺₦₱] )
    | (?P<unit> °\s?[CF]?\b | ° | % | km/h | m/s | ft/s | (?:m|km)[²³] )
    | (?P<word> [ap]\.m\.? | [^\W\d_]+(?:['’][^\W\d_]+)* )
    | (?P<dash> [-‐‑‒–—−] )
    | (?P<other> \S )
    """,
    re.VERBOSE,
)


# Where none of these stands there is no quantity, and no need to look closer.
_HINT = re.compile(
    rf"[\d½⅓⅔¼¾⅛]|\b(?:{'|'.join([*SMALL, *TENS, *SCALES, *_VAGUE, 'half', 'dozen', 'quarter', 'third', 'fifth', 'tenth'])})\b"
    rf"|\ban? (?:{'|'.join(name for name, unit in UNITS.items() if unit.dimension in {'time', 'length'})}|meter|kilometer)\b",
    re.IGNORECASE,
)


class _Lexeme(NamedTuple):
    kind: str
    text: str
    lower: str
    start: int
    end: int
    glued: bool  # touches the one before


class _Number(NamedTuple):
    value: float
    after: int
    scaled: bool = False
    digits: bool = True
    vague: bool = False
    article: bool = False
    share: bool = False  # "a third of", "one in three"


def find(text: str) -> list[Measure]:
    """Every quantity of a text, in order; dates, years, clock times and names that hold digits are not.

    A bare four-figure number may still be a year: only the words around it tell.
    """
    return list(_Reader(text).measures()) if _HINT.search(text) else []


def read(text: str) -> Measure | None:
    """The quantity a whole phrase states, None if it states none or says more than that."""
    for whole in (text, f"{text} of"):  # a share shows only before "of": "two thirds"
        found = find(whole)
        if len(found) == 1 and not text[: found[0].start].strip() and not text[found[0].end :].strip(" ."):
            return found[0]
    return None


class _Reader:
    """One pass over the lexemes of a text; `i`, `j` are places in them."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.lexemes = list(_lexemes(text))

    # -- looking around -------------------------------------------------------------------------

    def lower(self, i: int) -> str:
        return self.lexemes[i].lower if 0 <= i < len(self.lexemes) else ""

    def kind(self, i: int) -> str:
        return self.lexemes[i].kind if 0 <= i < len(self.lexemes) else ""

    def glued(self, i: int) -> bool:
        return 0 <= i < len(self.lexemes) and self.lexemes[i].glued

    def hyphen(self, i: int) -> bool:
        """A hyphen inside a word: touching on both sides."""
        return self.kind(i) == "dash" and self.glued(i) and self.glued(i + 1)

    def are(self, i: int, words: tuple[str, ...]) -> bool:
        return all(self.lower(i + k) == word for k, word in enumerate(words))

    # -- quantities -----------------------------------------------------------------------------

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

    def compound(self, i: int, j: int, k: int, number: _Number, name: str) -> tuple[Measure, int]:
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

    def hedged(self, measure: Measure, i: int, behind: int) -> tuple[Measure, int]:
        """The measure with the hedges around it, and the place behind them."""
        first = next(k for k, lexeme in enumerate(self.lexemes) if lexeme.end > measure.core_start)
        words: list[str] = []
        start, end = measure.start, measure.end
        found = True
        while found:
            found = False
            for hedge in _BEFORE:
                k = first - len(hedge)
                if (
                    k >= behind
                    and self.are(k, hedge)
                    and not any(self.kind(k + n + 1) == "dash" for n in range(len(hedge)))
                ):
                    if (hedge == ("within",) and measure.dimension != "length") or (
                        words and hedge not in _OUTER
                    ):
                        continue
                    words.insert(0, " ".join(hedge))
                    first, start, found = k, self.lexemes[k].start, True
                    break
        j = i + 1 if self.hyphen(i) and self.lower(i + 1) in {"plus", "odd"} else i
        for hedge in _AFTER:
            if self.are(j, hedge) and (hedge[0] not in {"plus", "+", "odd"} or self.glued(i)):
                if hedge[0] == "at" and self.kind(j + 2) in {"number", "money"}:
                    continue  # "at least" belongs to the next
                words.append(" ".join(hedge))
                i = j + len(hedge)
                end = self.lexemes[i - 1].end
                break
        return replace(measure, start=start, end=end, hedge=" ".join(words)), i

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

    # -- numbers --------------------------------------------------------------------------------

    def number(self, i: int, *, money: bool = False) -> _Number | None:
        """The number that begins at a lexeme: digits, words, fractions, "a million", "dozens"."""
        kind, lower = self.kind(i), self.lower(i)
        if lower == "minus":
            positive = self.number(i + 1)
            return positive._replace(value=-positive.value) if positive and not positive.article else None
        if kind in {"number", "ratio", "sign"}:
            return self.digits(i, money=money)
        if kind != "word":
            return None
        if lower in {"a", "an", "half", "one"} or lower in SMALL:
            share = self.share(i)
            if share is not None:
                return share
        if lower in {"a", "an"}:
            return self.with_article(i)
        if lower == "half":
            if self.lower(i + 1) in {"a", "an"}:
                if self.lower(i + 2) in SCALES or self.lower(i + 2) == "dozen":
                    scale = SCALES.get(self.lower(i + 2), 12.0)
                    return _Number(scale / 2, i + 3, scaled=True, digits=False)
                return _Number(0.5, i + 2, digits=False, article=True)
            return None
        if lower in _VAGUE:
            return self.vague(i)
        return self.worded(i)

    def digits(self, i: int, *, money: bool) -> _Number | None:
        lexeme = self.lexemes[i]
        if lexeme.kind == "sign":
            value = _FRACTION_SIGNS[lexeme.text]
        elif lexeme.kind == "ratio":
            over, under = map(int, lexeme.text.split("/"))
            if under not in {2, 3, 4, 5, 6, 8, 10, 16, 100} or not over < under:
                return None
            value = over / under
        else:
            value = float(lexeme.text.replace(",", ""))
        if self.kind(i - 1) == "dash" and self.glued(i) and not self.glued(i - 1):
            value = -value
        j = i + 1
        if lexeme.kind == "number" and self.kind(j) == "sign":
            value, j = value + _FRACTION_SIGNS[self.lexemes[j].text], j + 1
        elif lexeme.kind == "number" and self.kind(j) == "ratio" and value < 1000:
            fraction = self.digits(j, money=False)
            if fraction is not None:
                value, j = value + fraction.value, j + 1
        out_of = self.out_of(i, value, j) if lexeme.kind == "number" else None
        if out_of is not None:
            return out_of
        scaled = False
        while self.lower(j) in SCALES or (self.hyphen(j) and self.lower(j + 1) in SCALES):
            j += self.kind(j) == "dash"
            value, j, scaled = value * SCALES[self.lower(j)], j + 1, True
        short = self.lower(j)
        if not scaled and short in _SHORT_SCALES and (self.glued(j) or short in {"bn", "tn", "mn"}):
            sure = short in {"bn", "tn", "mn"} or (money and short in {"k", "m", "b"})
            if sure:
                value, j, scaled = value * _SHORT_SCALES[short], j + 1, True
        return _Number(value, j, scaled=scaled)

    def worded(self, i: int) -> _Number | None:
        """Number words: "twenty-five", "one hundred and five thousand", "two and a half"."""
        total = current = 0.0
        last = ""  # what the word before was
        scaled = False
        j = i
        while True:
            k = j + 1 if j > i and self.hyphen(j) else j
            if (
                j > i
                and self.lower(j) == "and"
                and last == "scale"
                and (self.lower(j + 1) in SMALL or self.lower(j + 1) in TENS)
            ):
                if current % 100 and current < 100:
                    break
                k = j + 1
            word = self.lower(k)
            if word in SMALL and last in {"", "scale"} | ({"tens"} if 0 < SMALL[word] < 10 else set()):
                current, last = current + SMALL[word], "small"
            elif word in TENS and last in {"", "scale"}:
                current, last = current + TENS[word], "tens"
            elif word == "hundred" and last in {"small", "tens"} and current < 100:
                current, last, scaled = current * 100, "scale", True
            elif word in SCALES and last:
                total, current, last, scaled = (
                    total + max(current, 1 if not total else 0) * SCALES[word],
                    0.0,
                    "scale",
                    True,
                )
            elif word == "dozen" and last == "small":
                current, j = current * 12, k + 1
                break
            else:
                break
            j = k + 1
        if j == i:
            return None
        value = total + current
        if self.lower(j) in _PARTS or (self.hyphen(j) and self.lower(j + 1) in _PARTS):
            return None  # "five hundredths"
        for half in (("-", "and", "-", "a", "-", "half"), ("and", "a", "half")):
            if self.are(j, half):
                j, value = j + len(half), value + 0.5
                if self.lower(j) in SCALES:
                    j, value, scaled = j + 1, value * SCALES[self.lower(j)], True
                return _Number(value, j, scaled=scaled, digits=False)
        if self.lower(j) == "and" and (self.lower(j + 1) in SMALL or self.lower(j + 1) == "a"):
            part = _PARTS.get(self.lower(j + 2), 0)
            over = SMALL.get(self.lower(j + 1), 1)
            if part > over > 0 and self.lower(j + 3) != "of":
                j, value = j + 3, value + over / part
        return _Number(value, j, scaled=scaled, digits=False)

    def with_article(self, i: int) -> _Number | None:
        word = self.lower(i + 1)
        if word in SCALES or word == "dozen":
            rest = self.worded_scales(i + 2, SCALES.get(word, 12.0))
            return _Number(rest[0], rest[1], scaled=True, digits=False)
        if word == "quarter" and self.are(i + 2, ("of", "a")) and self.lower(i + 4) in SCALES:
            return _Number(SCALES[self.lower(i + 4)] / 4, i + 5, scaled=True, digits=False)
        return _Number(1.0, i + 1, digits=False, article=True)

    def worded_scales(self, j: int, value: float) -> tuple[float, int]:
        while self.lower(j) in SCALES:
            value, j = value * SCALES[self.lower(j)], j + 1
        return value, j

    def vague(self, i: int) -> _Number | None:
        value, j = _VAGUE[self.lower(i)], i + 1
        while self.lower(j) == "of" and self.lower(j + 1) in _VAGUE:
            value, j = value * _VAGUE[self.lower(j + 1)], j + 2
        if self.lower(i) in {"scores", "tens"} and j == i + 1 and self.lower(j) != "of":
            return None
        # "millions of dollars": the unit stands behind "of"
        unit_at = j + 1 if self.lower(j) == "of" and self.unit_words(j + 1) else j
        return _Number(value, unit_at, scaled=True, digits=False, vague=True)

    def share(self, i: int) -> _Number | None:
        """A part of a whole: "half of", "a third of", "two-thirds of", "one in three"."""
        lower = self.lower(i)
        if lower == "half":
            follow = self.lower(i + 1)
            whole = follow in {
                "of",
                "the",
                "its",
                "their",
                "his",
                "her",
                "our",
                "my",
                "all",
                "those",
                "these",
            }
            return _Number(0.5, i + 1, digits=False, share=True) if whole else None
        over = 1 if lower in {"a", "an"} else SMALL.get(lower, 0)
        j = i + 2 if self.hyphen(i + 1) else i + 1
        under = _PARTS.get(self.lower(j), 0)
        fits = (self.lower(j).endswith("s") and over > 1) or (over == 1 and not self.lower(j).endswith("s"))
        if (
            under
            and 0 < over < under
            and fits
            and self.lower(j + 1) == "of"
            and self.lower(j + 2) not in {"a", "an"}
        ):
            return _Number(over / under, j + 1, digits=False, share=True)
        if under and 0 < over < under and fits and self.lower(j + 1) == "of" and self.unit_words(j + 3):
            return _Number(over / under, j + 3, digits=False)  # "a quarter of a percentage point"
        if lower in SMALL:
            return self.out_of(i, float(SMALL[lower]), i + 1)
        return None

    def out_of(self, i: int, over: float, j: int) -> _Number | None:
        """ "one in three", "8 out of 10", "one in every five"."""
        if self.are(j, ("out", "of")):
            k = j + 2
        elif self.lower(j) == "in":
            k = j + 1 + (self.lower(j + 1) == "every")
        else:
            return None
        if self.kind(k) == "number":
            under, after = float(self.lexemes[k].text.replace(",", "")), k + 1
        elif self.lower(k) in SMALL or self.lower(k) in TENS:
            word = self.worded(k)
            if word is None:
                return None
            under, after = word.value, word.after
        else:
            return None
        year = self.lower(j) == "in" and 1000 <= under <= 2100 and "," not in self.lexemes[k].text
        if not 0 < over < under or year or self.unit_words(after) or _MONTH.match(self.text_of(after)):
            return None
        return _Number(over / under, after, digits=self.kind(i) == "number", share=True)

    # -- units ----------------------------------------------------------------------------------

    def unit_words(self, j: int) -> tuple[str, int] | None:
        """The longest unit written out at a place, hyphens between its words or none."""
        words: list[str] = []
        best: tuple[str, int] | None = None
        k = j
        while len(words) < LONGEST and self.kind(k) == "word":
            words.append(self.lower(k))
            name = UNIT_WORDS.get(tuple(words))
            if name:
                best = name, k + 1
            k += 2 if self.hyphen(k + 1) else 1
        return best

    def unit(self, j: int, number: _Number) -> tuple[str, int] | None:
        hyphenated = self.hyphen(j)
        k = j + 1 if hyphenated else j
        text = self.text_of(k)
        if self.kind(k) == "unit":
            return SIGNS[text.replace(" ", "")] if text != "%" else "percent", k + 1
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

    def allowed(self, unit: tuple[str, int], k: int, number: _Number, hyphenated: bool) -> bool:
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

    def pounds(self, name: str, i: int, k: int, number: _Number) -> str:
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

    # -- what is no quantity --------------------------------------------------------------------

    def text_of(self, i: int) -> str:
        return self.lexemes[i].text if 0 <= i < len(self.lexemes) else ""

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
            short = self.lower(i + 1) in _SHORT_SCALES and self.lower(i + 1) not in {"k", "m", "b"}
            value = float(figures.replace(",", "")) if self.kind(i) == "number" else 1.0
            if not short and self.unit(i + 1, _Number(value, i + 1)) is None:
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
        if _MONTH.match(before) or _MONTH.match(behind):
            return True
        if self.kind(j) == "dash" and self.kind(j + 1) == "number" and self.glued(j):
            low, high = self.number(i), self.number(j + 1)
            return not (low and high and low.value < high.value)
        return False


_CODES = {
    code: name for (code, *rest), name in UNIT_WORDS.items() if not rest and len(code) == 3
    and code in {"usd", "eur", "gbp", "jpy", "cny", "inr", "aud", "cad", "pln", "chf", "sek", "nok", "dkk", "brl"}
}  # fmt: skip


def _lexemes(text: str) -> Iterator[_Lexeme]:
    end = -1
    for match in _LEXEME.finditer(text):
        word = match.group()
        yield _Lexeme(
            match.lastgroup or "other", word, word.lower(), match.start(), match.end(), match.start() == end
        )
        end = match.end()
