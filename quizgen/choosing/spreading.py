"""The order of a quiz: best first, spread over the article, nobody beside a sibling."""

from __future__ import annotations

from collections import Counter

from quizgen.choosing.candidate import Candidate
from quizgen.choosing.words import gives_away


def spread(candidates: list[Candidate]) -> list[Candidate]:
    """Best first, but never two in a row from one sentence or giving the neighbour's answer away, and each
    further one from a sentence or a kind counts for less, so that the first ten stand for the whole article."""
    waiting = sorted(candidates, key=lambda c: (-c.quality, c.position, c.prompt))
    places: Counter[int] = Counter()
    kinds: Counter[str] = Counter()
    ordered: list[Candidate] = []
    while waiting:
        window = waiting[:40]
        best = max(
            window,
            key=lambda c: (
                c.quality
                - 0.09 * places[c.fact.evidence.start]
                - 0.012 * kinds[c.fact.kind]
                - (0.5 if ordered and _siblings(c, ordered[-1]) else 0.0),
                -c.position,
                c.prompt,
            ),
        )
        waiting.remove(best)
        ordered.append(best)
        places[best.fact.evidence.start] += 1
        kinds[best.fact.kind] += 1
    return ordered


def _siblings(one: Candidate, other: Candidate) -> bool:
    return (
        one.fact.evidence.start == other.fact.evidence.start
        or gives_away(one.prompt, other.fact.answer)
        or gives_away(other.prompt, one.fact.answer)
    )
