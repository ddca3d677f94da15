"""Answers with several parts, in any order."""

from __future__ import annotations

import re

_BREAK = re.compile(
    r"\s*(?:;|\n|,\s*and\s|,\s|\s(?:and|as well as|plus|along with|together with)\s|\s?[&+]\s)\s*(?:also )?",
    re.IGNORECASE,
)
_BIDS = re.compile(r"\s+(?:or|oder)\s+(?:else )?|\s+/\s+|\s*;\s*|\s*\|\s*", re.IGNORECASE)


def parts(text: str) -> tuple[str, ...]:
    """The parts of a cleaned text that lists things, one if it does not."""
    found = [part.strip(" .") for part in _BREAK.split(text)]
    found = [part for part in found if re.search(r"\w", part)]
    return tuple(found) if len(found) > 1 else (text,)


_ALTERNATIVE = re.compile(r"\s+or\s+|\s+/\s+|\((?:accept|or|also)\b:?|\)", re.IGNORECASE)


def alternatives(text: str) -> tuple[str, ...]:
    """What an accepted answer offers itself: "hit points or health points", "Ceylon (accept Sri Lanka)".

    A choice between numbers is one answer.
    """
    found = tuple(part for piece in _ALTERNATIVE.split(text) if re.search(r"\w", part := piece.strip(" ,;")))
    return () if len(found) < 2 or any(re.match(r"\d|one\b|two\b", part) for part in found) else found


def bids(text: str) -> tuple[str, ...]:
    """What is offered side by side: "Biden or Trump", "105; 106"."""
    found = [part.strip() for part in _BIDS.split(re.sub(r"^(?:either|between)\s+", "", text))]
    return tuple(part for part in found if re.search(r"\w", part)) or (text,)
