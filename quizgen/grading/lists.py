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


def bids(text: str) -> tuple[str, ...]:
    """What is offered side by side: "Biden or Trump", "105; 106"."""
    found = [part.strip() for part in _BIDS.split(re.sub(r"^(?:either|between)\s+", "", text))]
    return tuple(part for part in found if re.search(r"\w", part)) or (text,)
