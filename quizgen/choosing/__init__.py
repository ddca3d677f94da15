"""Which facts are asked, and in which order: drop the doubtful, the repeats and the spoilers, rank, spread."""

from __future__ import annotations

from collections.abc import Sequence

from quizgen.choosing.candidate import Candidate
from quizgen.choosing.flaws import flaw
from quizgen.choosing.rating import heard_in, rate
from quizgen.choosing.repeats import drop_ambiguous, drop_repeats
from quizgen.choosing.spreading import spread

__all__ = ["Candidate", "choose", "flaw"]

#: Below this quality a question is not asked unless the caller says otherwise.
FLOOR = 0.4
#: So far down the floor goes where an article gives fewer than `ENOUGH` questions per hundred words above it.
LOW_FLOOR = 0.33
ENOUGH = 2.0
#: And so far down in a text of many short parts, a live blog: little that its entries say stands alone.
ENTRY_FLOOR = 0.15
ENTRIES = 8


def choose(
    candidates: Sequence[Candidate],
    *,
    title: str,
    questions: int | None = None,
    kinds: Sequence[str] = (),
    min_quality: float | None = None,
    words: int = 0,
    entries: int = 0,
) -> list[Candidate]:
    """The candidates that are asked, best first; the others get the reason in `dropped`.

    Args:
        title: the headline, which the reader sees: what it says is not asked, what it is about comes first.
        questions: how many at most.
        kinds: only these kinds; all if empty.
        min_quality: the floor; if None it is `FLOOR`, or lower where an article of so many `words` would
            give too few, down to `LOW_FLOOR`, or `ENTRY_FLOOR` where it has `ENTRIES` headlines inside or more.
        words, entries: how many words of prose, and headlines inside, the article has.
    """
    low = ENTRY_FLOOR if entries >= ENTRIES else LOW_FLOOR
    floor = low if min_quality is None else min_quality
    heard = heard_in(candidates)
    for candidate in candidates:
        candidate.dropped = candidate.fact.refused or flaw(candidate) or ""
        if not candidate.dropped and kinds and candidate.fact.kind not in kinds:
            candidate.dropped = "another kind was asked for"
        if not candidate.dropped:
            rate(candidate, title, heard)
            if candidate.quality < floor:
                candidate.dropped = f"quality {candidate.quality:.2f} is below {floor:.2f}"
    drop_ambiguous(candidates)
    drop_repeats(candidates)
    if min_quality is None:
        _lower(candidates, enough=round(words * ENOUGH / 100))
    ranked = spread([c for c in candidates if not c.dropped])
    if questions is not None:
        for late in ranked[questions:]:
            late.dropped = f"{questions} better ones were found"
        ranked = ranked[:questions]
    return ranked


def _lower(candidates: Sequence[Candidate], enough: int) -> None:
    """Drop what is below `FLOOR`, but for as many as it takes to have enough."""
    left = sorted((c for c in candidates if not c.dropped), key=lambda c: (-c.quality, c.position, c.prompt))
    for place, candidate in enumerate(left):
        if candidate.quality < FLOOR and place >= enough:
            candidate.dropped = f"quality {candidate.quality:.2f} is below {FLOOR:.2f}"
