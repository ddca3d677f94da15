"""Answers with several parts, in any order."""

from __future__ import annotations

import re

from quizgen.grading.lexicon import GENERIC

_BREAK = re.compile(
    r"\s*(?:;|\n|,\s*and\s|,\s|\s(?:and|vs\.?|versus|as well as|plus|along with|together with)\s|\s?[&+]\s)\s*(?:also )?",
    re.IGNORECASE,
)
_BIDS = re.compile(
    r"\s+(?:or|oder)\s+(?!(?:so|more|less|fewer|higher|lower|over|under|above|below)\b)(?:else )?|\s+/\s+|\s*;\s*|\s*\|\s*",
    re.IGNORECASE,
)


def parts(text: str) -> tuple[str, ...]:
    """The parts of a cleaned text that lists things, one if it does not."""
    found = [part.strip(" .") for part in _BREAK.split(text)]
    found = [part for part in found if re.search(r"\w", part)]
    return tuple(found) if len(found) > 1 else (text,)


_ALTERNATIVE = re.compile(r"\s+or\s+|\s+/\s+|\((?:accept|or|also)\b:?|\)", re.IGNORECASE)


_DESCRIBED = re.compile(r"(?:[Tt]he )?(?:[A-Z]{2,} )?(?:[a-z-]+ ){0,2}([a-z]+) ([A-Z]{3,8})")


def alternatives(text: str) -> tuple[str, ...]:
    """What an accepted answer offers itself: "hit points or health points", "Ceylon (accept Sri Lanka)", "the space agency NASA".

    A choice between numbers is one answer.
    """
    described = _DESCRIBED.fullmatch(text)
    if described and described[1] in GENERIC:  # "messenger RNA" is more than RNA
        return (described[2],)
    found = tuple(part for piece in _ALTERNATIVE.split(text) if re.search(r"\w", part := piece.strip(" ,;")))
    return () if len(found) < 2 or any(re.match(r"\d|one\b|two\b", part) for part in found) else found


def bids(text: str) -> tuple[str, ...]:
    """What is offered side by side: "Biden or Trump", "105; 106"."""
    found = [part.strip() for part in _BIDS.split(re.sub(r"^(?:either|between)\s+", "", text))]
    return tuple(part for part in found if re.search(r"\w", part)) or (text,)
