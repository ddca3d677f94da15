"""Numbers as people write them, in digits and in words: "1.2bn", "twenty-five", "two and a half", "1 in 3"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from quizgen.grading.units import UNITS

SMALL = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen".split()
    )
} | {"nil": 0, "none": 0, "nought": 0}
TENS = {
    word: 10 * (n + 2)
    for n, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split())
}
TENS["fourty"] = 40
ORDINALS = {
    word: value + 1
    for value, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
        "fifteenth sixteenth seventeenth eighteenth nineteenth".split()
    )
} | {"twentieth": 20, "thirtieth": 30, "fortieth": 40, "fiftieth": 50, "hundredth": 100}
SCALES = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "lakh": 1e5, "crore": 1e7}
SUFFIXES = {
    "k": 1e3, "mn": 1e6, "mln": 1e6, "mio": 1e6, "mil": 1e6, "bn": 1e9, "bln": 1e9, "tn": 1e12, "trn": 1e12,
    "thousands": 1e3, "millions": 1e6, "billions": 1e9,
}  # fmt: skip
LETTER_SCALES = {"m": 1e6, "b": 1e9, "t": 1e12}  # or a unit
PARTS = {"half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fourth": 4, "fourths": 4, "fifth": 5, "fifths": 5,
          "sixth": 6, "sixths": 6, "seventh": 7, "sevenths": 7, "eighth": 8, "eighths": 8, "ninths": 9, "tenth": 10,
          "tenths": 10, "hundredths": 100}  # fmt: skip
NUMBER_WORDS = frozenset({*SMALL, *TENS, *ORDINALS, *SCALES, *PARTS, "hundred", "dozen", "couple"})

_TOKEN = re.compile(
    r"(?P<number>\d{1,3}(?:[,' ]\d{3})+(?!\d)(?:\.\d+)?|\d{1,3}(?:\.\d{3}){2,}(?!\d)|\d+(?:[.,]\d+)?|(?<![\w.])\.\d+)|(?P<word>[^\W\d_]+(?:'[^\W\d_]+)?)|(?P<sign>[^\w\s.,;]|[°%])"
)


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of a text; offsets in characters."""

    kind: str
    text: str
    start: int
    end: int
    glued: bool  # to the token before it


def _tokens(text: str) -> list[Token]:
    found: list[Token] = []
    for match in _TOKEN.finditer(text):
        glued = bool(found) and found[-1].end == match.start()
        found.append(Token(match.lastgroup or "", match[0], match.start(), match.end(), glued))
    return found


@dataclass(frozen=True, slots=True)
class Number:
    """A number, and how it was written.

    `step` is the finest place that was written; `after` the index of the token behind it.
    """

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


class NumberReader:
    """Reads numbers off the tokens of one folded text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens = _tokens(text)

    def word(self, index: int) -> str:
        """The token of an index, "" where there is none."""
        return self.tokens[index].text if 0 <= index < len(self.tokens) else ""

    def number(self, index: int) -> Number | None:
        """The number that begins at a token, None if none does."""
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

    def _digits(self, index: int) -> Number | None:
        text = self.tokens[index].text
        dotted = 0.0
        grouped = bool(re.fullmatch(r"\d{1,3}(?:[,' ]\d{3})+(?:\.\d+)?|\d{1,3}(?:\.\d{3}){2,}", text))
        if grouped:
            text = re.sub(r"[,' .]" if text.count(".") > 1 else r"[,' ]", "", text)
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
            if self.word(after) in ("am", "pm") or (
                self.word(after) in ("a", "p") and self.word(after + 1) == "m"
            ):
                return None  # a time of day
            return Number(value, step, after, clock=tuple(parts))
        if (
            self.word(after) == "/"
            and re.fullmatch(r"\d+", self.word(after + 1))
            and int(self.word(after + 1))
        ):
            return Number(value / int(self.word(after + 1)), 0.0, after + 2, part=True)
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
            return Number(value, 1.0, after + 1, ordinal=True)
        share = self._share(value, after)
        if share:
            return share
        return self._scaled(value, step, after, dotted, grouped)

    def _malformed(self, word: str) -> bool:
        """Whether letters glued to a number make it none: "1e3", "0x6b"."""
        known = word in UNITS or word in SUFFIXES or word in LETTER_SCALES
        return word.isalpha() and len(word) < 3 and not known and word not in ("s", "st", "nd", "rd", "th")

    def _share(self, value: float, after: int) -> Number | None:
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
            return Number(value / whole.value, 0.0, whole.after, part=True)
        return None

    def _scaled(
        self, value: float, step: float, after: int, dotted: float = 0.0, grouped: bool = False
    ) -> Number:
        letter, scaled = "", 1.0
        if (
            self.word(after) == "and"
            and self.word(after + 1) in ("a", "one")
            and self.word(after + 2) in ("half", "quarter")
        ):
            value += 1 / PARTS[self.word(after + 2)]
            after, step = after + 3, 0.0
        while True:
            word = self.word(after)
            if word == "-" and self.word(after + 1) in (*SCALES, "hundred"):
                after += 1
                continue
            scale = SCALES.get(word) or SUFFIXES.get(word) or {"hundred": 100.0, "dozen": 12.0}.get(word)
            if not scale:
                break
            value, step, after, dotted, grouped = value * scale, step * scale, after + 1, 0.0, True
            scaled *= scale
        if scaled > 1 and self._and_a_half(after):
            value, step, after = value + scaled / 2, 0.0, after + 3
        if self.word(after) in LETTER_SCALES:
            letter = self.word(after)
        return Number(value, step, after, dotted=dotted, grouped=grouped, scale=scaled, letter=letter)

    def _and_a_half(self, index: int) -> bool:
        """ "A billion and a half": of the scale, not of one."""
        return [self.word(index + k) for k in range(3)] == ["and", "a", "half"]

    def _in_words(self, index: int) -> Number | None:
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
            if following in ("hundred", *SCALES, "dozen"):
                return self._scaled(1, 1.0, index + 1) if following == "dozen" else self._cardinal(index + 1)
            if following == "couple":
                return Number(2, 1.0, index + (3 if self.word(index + 2) == "of" else 2))
            if (
                following in UNITS
                and UNITS[following][0].dimension in ("time", "length")
                and len(following) > 2
            ):
                return Number(1, 1.0, index + 1)
            return None
        if word == "couple" and self.word(index + 1) == "of":
            return Number(2, 1.0, index + 2)
        if word in ("half", "quarter") or (word in ("third", "fifth") and self.word(index + 1) == "of"):
            return self._part(1, index)
        if word == "dozen":
            return Number(12, 1.0, index + 1)
        return self._cardinal(index)

    def _part(self, count: float, index: int) -> Number:
        """ "half", "two thirds", "a quarter of a million" from the word that names the part."""
        value = count / PARTS[self.word(index)]
        after = index + 1
        scaled = after
        while self.word(scaled) in ("of", "a", "an", "-"):
            scaled += 1
        if self.word(scaled) in (*SCALES, "dozen", "hundred"):
            number = self._scaled(value, 0.0, scaled)
            return replace(number, step=0.0)
        if self.word(scaled) in UNITS and len(self.word(scaled)) > 2 and self.word(scaled) not in ("the",):
            after = scaled
        return Number(value, 0.0, after, part=True)

    def _hyphenated(self, seen: str, following: str) -> bool:
        """Whether a hyphen binds two number words: "twenty-five", "two-thirds", not "three-two"."""
        if seen == "tens":
            return following in SMALL or following in ORDINALS or following in SCALES
        return bool(seen) and (following in SCALES or following in PARTS or following == "hundred")

    def _cardinal(self, index: int) -> Number | None:
        total = current = 0.0
        seen = ""
        smallest = 1.0
        while True:
            word = self.word(index)
            if word == "-" and self._hyphenated(seen, self.word(index + 1)):
                index, word = index + 1, self.word(index + 1)
            if (
                seen in ("hundred", "scale")
                and word == "and"
                and self.word(index + 1) in (*SMALL, *TENS, *ORDINALS)
            ):
                index, word = index + 1, self.word(index + 1)
            if word in SMALL and (
                not seen or (seen == "tens" and 0 < SMALL[word] < 10) or seen in ("hundred", "scale")
            ):
                current, seen = current + SMALL[word], "small"
            elif word in TENS and (not seen or seen in ("hundred", "scale")):
                current, seen = current + TENS[word], "tens"
            elif word == "hundred" and seen in ("", "small"):
                current, seen = max(current, 1) * 100, "hundred"
            elif word in SCALES and (seen != "scale" or smallest > SCALES[word]):
                total, current, seen, smallest = (
                    total + max(current, 1) * SCALES[word],
                    0.0,
                    "scale",
                    SCALES[word],
                )
            elif word in ORDINALS and (
                not seen or (seen == "tens" and ORDINALS[word] < 10) or seen in ("hundred", "scale")
            ):
                if seen == "" and word in ("second",) and self.word(index - 1) in ("per", "a"):
                    return None
                return Number(total + current + ORDINALS[word], 1.0, index + 1, ordinal=True)
            elif (
                seen == "small"
                and total == 0
                and current < 20
                and word in PARTS
                and word not in ("quarter", "half")
            ):
                return self._part(current, index)
            elif seen and word in ("quarter", "half") and current == 1:
                return self._part(1, index)
            elif seen and word == "point" and self.word(index + 1) in SMALL:
                digits = ""
                while SMALL.get(self.word(index + 1), 10) < 10:
                    index += 1
                    digits += str(SMALL[self.word(index)])
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
        if seen == "scale" and self._and_a_half(index):
            return Number(value + smallest / 2, 0.0, index + 3, grouped=True, scale=smallest)
        number = self._scaled(value, 1.0, index)
        return replace(number, grouped=True, scale=smallest) if seen == "scale" else number


_LARGE = re.compile(r"\b(?:hundred|thousand|million|billion)\b")


def in_digits(folded: str) -> str:
    """The text with large numbers in digits: "three hundred kilos" is "300 kilos"."""
    if not _LARGE.search(folded):
        return folded
    reader, pieces, index, end = NumberReader(folded), list[str](), 0, 0
    while index < len(reader.tokens):
        token = reader.tokens[index]
        number = reader.number(index) if token.kind == "word" else None
        if (
            number is None
            or number.part
            or number.ordinal
            or not _LARGE.search(folded, token.start, reader.tokens[number.after - 1].end)
        ):
            index += 1
            continue
        pieces += [folded[end : token.start], f"{number.value:.15g}"]
        index, end = number.after, reader.tokens[number.after - 1].end
    return "".join([*pieces, folded[end:]])
