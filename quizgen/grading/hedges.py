"""What makes a number rough, and in which direction: "about", "over", "nearly"."""

from __future__ import annotations

import re
from typing import Literal

from quizgen.grading.numerals import NUMBER_WORDS

Hedge = Literal["", "~", ">", "<"]
"""No hedge, about, over, under."""

_HEDGES: tuple[tuple[str, Hedge], ...] = (
    (r"(?<!no )(?<!not )(?:just |only |slightly |a (?:little|bit|touch) |well )?(?:more than|over|above|exceeding|in excess of|greater than|upwards? of|north of)|"
     r"at (?:the )?(?:very )?least|(?:no|not) (?:fewer|less) than|a minimum of|minimum|>=?|≥", ">"),
    (r"(?:just |only |slightly |a (?:little|bit|touch) |well )?(?<!no )(?<!not )(?:less than|fewer than|under|below|short of|shy of|south of)|"
     r"(?:at (?:the )?(?:very )?most|up to|(?:no|not) more than|not over|a maximum of|maximum|nearly|almost|not quite|<=?|≤)", "<"),
    (r"about|around|roughly|approximately|approx|circa|ca|c|an? estimated|estimated|close to|near|some|~|≈|"
     r"in the region of|somewhere around|or so|more or less|give or take", "~"),
)  # fmt: skip
_BEFORE: list[tuple[re.Pattern[str], Hedge]] = [
    (
        re.compile(
            rf"(?<![\w-])(?:{pattern})\.? ?(?=[^\w]{{0,2}}\d|(?:(?:the|a|an|us|usd|gbp|eur) )?(?:{'|'.join(sorted(NUMBER_WORDS, key=len, reverse=True))})\b|[$£€]|an? (?:year|month|week|day|hour|minute|mile|decade|century)\b)"
        ),
        hedge,
    )
    for pattern, hedge in _HEDGES
]
_AFTER: tuple[tuple[re.Pattern[str], Hedge], ...] = (
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


def hedge(text: str, start: int, end: int) -> Hedge:
    """The hedge before or behind the number that stands from `start` to `end` in a folded text."""
    for pattern, kind in _AFTER:
        found = pattern.search(text, max(end - 1, 0), end + 18)
        if found and not re.search(r"\d", text[end : found.start()]):
            return kind
    ahead = max(start - 30, 0)
    for pattern, kind in _BEFORE:
        for found in pattern.finditer(text[ahead:end]):
            between = text[ahead + found.end() : start].strip()
            if not re.search(r"\w", re.sub(r"^(?:the|an?|us|from|-)\b", "", between)):
                return kind
    return ""
