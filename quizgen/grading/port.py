"""What the rules know of words, numbers and dates, as plain data: for a port of them to another language.

The page that marks itself (`templates/pages/marker`) is such a port.  Patterns are in the syntax
that Python and JavaScript share.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

from quizgen.grading import amounts, dates, hedges, lexicon, names, units
from quizgen.grading import words as spelling
from quizgen.grading.cleaning import clean, fold
from quizgen.grading.words import root, stem

__all__ = ["folded", "knowledge", "root", "stem", "words"]


@cache
def knowledge() -> dict[str, Any]:
    """All of it, ready for JSON, in an order that is always the same."""
    return {
        **{name: _joined(getattr(lexicon, name)) for name in _SETS},
        **{name: {word: _joined(others) for word, others in sorted(getattr(lexicon, name).items())} for name in _TABLES},
        **{name: getattr(lexicon, name) for name in ("VERBS", "MONTHS", "WEEKDAYS", "SEASONS", "SYNONYMS", "FRAME", "NEGATIVE_PREFIXES")},
        "NO_ATTEMPT": sorted(lexicon.NO_ATTEMPT),
        "PHRASES": [*lexicon.ABBREVIATIONS, *lexicon.PHRASES],
        "ENGLISH": _joined(spelling._english()),
        "SPELLINGS": [(pattern.pattern, to) for pattern, to in spelling._SPELLINGS],
        "IRREGULAR": spelling._IRREGULAR,
        "HEDGES": hedges._HEDGES,
        "NUMERIC": amounts._NUMERIC.pattern,
        "LABELS": amounts._LABELS.pattern,
        "ASKS_KIND": names._ASKS_KIND.pattern,
        "UNITS": _units(),
        "DOLLARS": _joined(units.DOLLARS),
        "DATES": [_shared(pattern) for pattern in dates._PATTERNS],
        "DECADES": dates._DECADES,
        "SHORT_YEAR": dates._SHORT_YEAR.pattern,
        "YEAR_IN_WORDS": dates._YEAR_IN_WORDS.pattern,
        "ORDINAL_DAYS": dates._ORDINAL_DAYS,
        "CLOCK": _shared(dates._CLOCK),
        "ZONES": dates._ZONES,
    }  # fmt: skip


def folded(text: str) -> str:
    """The text as the rules see it: what is visible, without case and accents."""
    return fold(clean(text))


def words(text: str) -> list[str]:
    """The folded words of a text, letters only."""
    return re.findall(r"[^\W\d_]+", folded(text))


_SETS = (
    "STOP", "NEGATIONS", "YES", "NO", "GENERIC", "DISTINGUISHING", "TITLES", "SUFFIXES", "PARTICLES", "FAMILY_FIRST",
    "PERSON_NOUNS", "COUNTRIES",
)  # fmt: skip
_TABLES = ("ANTONYMS", "NICKNAMES")


def _joined(names: Iterable[str]) -> str:
    return " ".join(sorted(names))


def _shared(pattern: re.Pattern[str]) -> str:
    """A named group is `(?<name>` in JavaScript."""
    return pattern.pattern.replace("(?P<", "(?<")


def _units() -> list[tuple[str, str, float, float, str]]:
    """Each unit once with its spellings; a regular plural is left out ("+" tells that it is one)."""
    spellings: dict[units.Unit, list[str]] = {}
    for written, named in units.UNITS.items():
        for unit in named:
            spellings.setdefault(unit, []).append(written)
    return [
        (unit.name, unit.dimension, unit.factor, unit.offset, "|".join(_singular(names)))
        for unit, names in spellings.items()
    ]


def _singular(names: Sequence[str]) -> list[str]:
    return [
        f"{name}+" if f"{name}s" in names else name
        for name in names
        if not (name[-1:] == "s" and name[:-1] in names)
    ]
