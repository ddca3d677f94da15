"""How high: heights, altitudes, and how far above something lies."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.extractors._lengths import extent
from quizgen.model import Fact, Sentence


def extract(sentence: Sentence) -> Iterator[Fact]:
    """Heights ("40 metres tall", "climbed to 12 metres", "400 miles above Earth")."""
    for way, found in extent(sentence):
        if way == "high":
            yield found
