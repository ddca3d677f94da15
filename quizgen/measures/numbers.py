"""Numbers in a text: digits, words, fractions, shares ("one in three"), orders of magnitude ("dozens")."""

from __future__ import annotations

import re
from typing import NamedTuple

from quizgen.measures.lexemes import Lexemes
from quizgen.numerals import SCALES, SMALL, TENS

SHORT_SCALES = {"k": 1e3, "m": 1e6, "mn": 1e6, "bn": 1e9, "tn": 1e12, "b": 1e9}
VAGUE = {
    "dozens": 12.0, "scores": 20.0, "tens": 10.0, "hundreds": 1e2, "thousands": 1e3, "millions": 1e6,
    "billions": 1e9, "trillions": 1e12,
}  # fmt: skip
PARTS = {
    "half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fourth": 4, "fourths": 4,
    "fifth": 5, "fifths": 5, "sixth": 6, "sixths": 6, "seventh": 7, "sevenths": 7, "eighth": 8, "eighths": 8,
    "ninth": 9, "ninths": 9, "tenth": 10, "tenths": 10, "hundredth": 100, "hundredths": 100,
}  # fmt: skip
_FRACTION_SIGNS = {"½": 0.5, "⅓": 1 / 3, "⅔": 2 / 3, "¼": 0.25, "¾": 0.75, "⅛": 0.125}
MONTH = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\Z"
)


class Number(NamedTuple):
    """A number and the place behind it.

    Attributes:
        scaled: with "thousand", "million", ...; digits: written in digits.
        vague, article: see `quizgen.measures.Measure`.
        share: a part of a whole ("a third of", "one in three").
    """

    value: float
    after: int
    scaled: bool = False
    digits: bool = True
    vague: bool = False
    article: bool = False
    share: bool = False


class Numbers(Lexemes):
    """Reads the number that begins at a lexeme."""

    def number(self, i: int, *, money: bool = False) -> Number | None:
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
                    return Number(scale / 2, i + 3, scaled=True, digits=False)
                return Number(0.5, i + 2, digits=False, article=True)
            return None
        if lower in VAGUE:
            return self.vague(i)
        return self.worded(i)

    def digits(self, i: int, *, money: bool) -> Number | None:
        """A number in digits, with its scale ("1.5 million", "3bn", "2½"); "m" is a scale of money only."""
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
        if not scaled and short in SHORT_SCALES and (self.glued(j) or short in {"bn", "tn", "mn"}):
            sure = short in {"bn", "tn", "mn"} or (money and short in {"k", "m", "b"})
            if sure:
                value, j, scaled = value * SHORT_SCALES[short], j + 1, True
        return Number(value, j, scaled=scaled)

    def worded(self, i: int) -> Number | None:
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
        if self.lower(j) in PARTS or (self.hyphen(j) and self.lower(j + 1) in PARTS):
            return None  # "five hundredths"
        for half in (("-", "and", "-", "a", "-", "half"), ("and", "a", "half")):
            if self.are(j, half):
                j, value = j + len(half), value + 0.5
                if self.lower(j) in SCALES:
                    j, value, scaled = j + 1, value * SCALES[self.lower(j)], True
                return Number(value, j, scaled=scaled, digits=False)
        if self.lower(j) == "and" and (self.lower(j + 1) in SMALL or self.lower(j + 1) == "a"):
            part = PARTS.get(self.lower(j + 2), 0)
            over = SMALL.get(self.lower(j + 1), 1)
            if part > over > 0 and self.lower(j + 3) != "of":
                j, value = j + 3, value + over / part
        return Number(value, j, scaled=scaled, digits=False)

    def with_article(self, i: int) -> Number | None:
        """ "A million", "a dozen", "a quarter of a million", or just "a"."""
        word = self.lower(i + 1)
        if word in SCALES or word == "dozen":
            rest = self.worded_scales(i + 2, SCALES.get(word, 12.0))
            return Number(rest[0], rest[1], scaled=True, digits=False)
        if word == "quarter" and self.are(i + 2, ("of", "a")) and self.lower(i + 4) in SCALES:
            return Number(SCALES[self.lower(i + 4)] / 4, i + 5, scaled=True, digits=False)
        return Number(1.0, i + 1, digits=False, article=True)

    def worded_scales(self, j: int, value: float) -> tuple[float, int]:
        """The value times the scales at a place ("a hundred thousand"), and the place behind them."""
        while self.lower(j) in SCALES:
            value, j = value * SCALES[self.lower(j)], j + 1
        return value, j

    def vague(self, i: int) -> Number | None:
        """ "Dozens", "tens of thousands", "millions of" before a unit."""
        value, j = VAGUE[self.lower(i)], i + 1
        while self.lower(j) == "of" and self.lower(j + 1) in VAGUE:
            value, j = value * VAGUE[self.lower(j + 1)], j + 2
        if self.lower(i) in {"scores", "tens"} and j == i + 1 and self.lower(j) != "of":
            return None
        # "millions of dollars": the unit stands behind "of"
        unit_at = j + 1 if self.lower(j) == "of" and self.unit_words(j + 1) else j
        return Number(value, unit_at, scaled=True, digits=False, vague=True)

    def share(self, i: int) -> Number | None:
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
            return Number(0.5, i + 1, digits=False, share=True) if whole else None
        over = 1 if lower in {"a", "an"} else SMALL.get(lower, 0)
        j = i + 2 if self.hyphen(i + 1) else i + 1
        under = PARTS.get(self.lower(j), 0)
        fits = (self.lower(j).endswith("s") and over > 1) or (over == 1 and not self.lower(j).endswith("s"))
        if (
            under
            and 0 < over < under
            and fits
            and self.lower(j + 1) == "of"
            and self.lower(j + 2) not in {"a", "an"}
        ):
            return Number(over / under, j + 1, digits=False, share=True)
        if under and 0 < over < under and fits and self.lower(j + 1) == "of" and self.unit_words(j + 3):
            return Number(over / under, j + 3, digits=False)  # "a quarter of a percentage point"
        if lower in SMALL:
            return self.out_of(i, float(SMALL[lower]), i + 1)
        return None

    def out_of(self, i: int, over: float, j: int) -> Number | None:
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
        if not 0 < over < under or year or self.unit_words(after) or MONTH.match(self.text_of(after)):
            return None
        return Number(over / under, after, digits=self.kind(i) == "number", share=True)
