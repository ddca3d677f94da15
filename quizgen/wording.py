"""Fact → the words of a question, as `templates/questions/` has them."""

from __future__ import annotations

import re
from pathlib import Path

from quizgen.model import Fact
from quizgen.rendering import render

#: A prefix torn from its word by a line break or a link ("non- free"), other than "pre- and post-war".
_TORN = re.compile(r"\b(non|anti|pre|post|co|re|multi|semi|self|pro|ex|inter|sub)- (?!and\b|or\b|to\b)", re.I)


#: A preposition left behind stands with its verb, before a day: "plead guilty on Tuesday to".
_LATE = re.compile(
    r" (on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?: (?:morning|afternoon|evening|night))?|in \d{4}) "
    r"(to|for|with|from|of|at|in|on)(?=,|\?$| in | at )"
)


def prompt(fact: Fact, templates: Path | None = None) -> str:
    """The question that a fact is asked with: one line, capitalised, ending in a question mark.

    Raises:
        TemplateError: the template of this kind is missing or fails.
    """
    return tidy(
        render(f"questions/{fact.kind}.j2", templates, rule=fact.rule, answer=fact.answer, **fact.slots)
    )


def tidy(text: str) -> str:
    """One line, no doubled or stray punctuation, a capital at the start."""
    text = " ".join(text.split())
    text = re.sub(r"\s+([,.;:?!’)\]])", r"\1", text)
    text = (
        re.sub(r"([,;:.])+\?", "?", text)
        if not re.search(r"\b[A-Za-z]\.[A-Za-z]\.\?$|\b(Inc|Jr|Sr|Co|St|No|a\.m|p\.m)\.\?$", text)
        else text
    )
    text = re.sub(r",\s*,", ",", text)
    text = _TORN.sub(r"\1-", text)
    text = _LATE.sub(r" \2 \1", text)
    return text[:1].upper() + text[1:]
