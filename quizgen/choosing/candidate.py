"""A fact on its way into a quiz, or out of it."""

from __future__ import annotations

from dataclasses import dataclass, field

from quizgen.model import Fact


@dataclass(slots=True)
class Candidate:
    """A fact with its words, on its way into a quiz or out of it.

    Attributes:
        fact, prompt: what is asked, and how.
        position: index of its sentence in the article, `of` how many.
        quality: 0 to 1.
        dropped: why it is not asked, "" if it is.
        features: what the quality was made from, for `ask --why`.
    """

    fact: Fact
    prompt: str
    position: int = 0
    of: int = 1
    quality: float = 0.0
    dropped: str = ""
    features: dict[str, float] = field(default_factory=dict)
