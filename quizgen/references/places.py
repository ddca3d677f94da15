"""Names of places, and names that only look like them."""

from __future__ import annotations

from quizgen.lexicon import MONTHS, WEEKDAYS, countries, us_states
from quizgen.references.names import bare


def place_class(name: str) -> str:
    """ "country", "state" or "" for the name of a place."""
    plain = bare(name)
    if plain in countries():
        return "country"
    if plain in us_states():
        return "state"
    return ""


def is_month_or_day(word: str) -> bool:
    """Whether a word is the name of a month or a day of the week."""
    return word in MONTHS or word in WEEKDAYS
