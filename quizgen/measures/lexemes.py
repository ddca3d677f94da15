"""The pieces of a text that numbers and units are made of, and ways to look at them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from quizgen.units import LONGEST, UNIT_WORDS

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
    | (?P<unit> °(?:[ \u00a0]?[CF]\b)? | % | km/h | m/s | ft/s | (?:m|km)[²³] )
    | (?P<word> [ap]\.m\.? | [^\W\d_]+(?:['’][^\W\d_]+)* )
    | (?P<dash> [-‐‑‒–—−] )
    | (?P<other> \S )
    """,
    re.VERBOSE,
)


class Lexeme(NamedTuple):
    """A word, number, sign or mark, with its characters; `glued` if it touches the one before."""

    kind: str
    text: str
    lower: str
    start: int
    end: int
    glued: bool


class Lexemes:
    """The lexemes of a text; `i`, `j`, `k` are places in them, and none is too far out to ask about."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.lexemes = list(_lexemes(text))

    def lower(self, i: int) -> str:
        """The lexeme in lower case."""
        return self.lexemes[i].lower if 0 <= i < len(self.lexemes) else ""

    def kind(self, i: int) -> str:
        """Its kind: the name of the group of the pattern."""
        return self.lexemes[i].kind if 0 <= i < len(self.lexemes) else ""

    def text_of(self, i: int) -> str:
        """The lexeme as it is written."""
        return self.lexemes[i].text if 0 <= i < len(self.lexemes) else ""

    def glued(self, i: int) -> bool:
        """It touches the one before."""
        return 0 <= i < len(self.lexemes) and self.lexemes[i].glued

    def hyphen(self, i: int) -> bool:
        """A hyphen inside a word: touching on both sides."""
        return self.kind(i) == "dash" and self.glued(i) and self.glued(i + 1)

    def are(self, i: int, words: tuple[str, ...]) -> bool:
        """These words stand there, in lower case."""
        return all(self.lower(i + k) == word for k, word in enumerate(words))

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


def _lexemes(text: str) -> Iterator[Lexeme]:
    end = -1
    for match in _LEXEME.finditer(text):
        word = match.group()
        yield Lexeme(
            match.lastgroup or "other", word, word.lower(), match.start(), match.end(), match.start() == end
        )
        end = match.end()
