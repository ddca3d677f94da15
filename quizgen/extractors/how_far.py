"""How far: distances travelled, and how far apart things lie."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.extractors._lengths import extent
from quizgen.model import Fact, Sentence


def extract(sentence: Sentence) -> Iterator[Fact]:
    """Distances ("flew 704 metres", "35 miles from the coast")."""
    for way, found in extent(sentence):
        if way == "far":
            yield found
