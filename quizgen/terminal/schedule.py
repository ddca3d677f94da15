"""When a question should be asked again, by FSRS (py-fsrs) from the attempts alone.

A card is a question by its id, which stays the same when a teacher betters the wording.  There are no
steps of minutes: a quiz in class is over by then, so every interval is in whole days.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime

from quizgen.terminal import history
from quizgen.terminal.record import Logged

RETENTION = 0.9
"""The share of due questions that should still be known: the default of FSRS."""

AGAIN, HARD, GOOD = 1, 2, 3
"""Ratings as FSRS numbers them; 4, easy, comes only from the learner's own key."""


def rating(entry: Logged, credit: float, tries: int) -> int | None:
    """How well a settled question was known; None if it was left open.

    Good is right at the first try and unaided.  Whatever aided it (a hint, a second try, options to
    choose from, the learner's own word) makes it hard; less than full credit is again.
    """
    attempt = entry.attempt
    if attempt.action == "skip":
        return None
    if attempt.rating is not None:
        return attempt.rating
    if credit < 1:
        return AGAIN
    aided = attempt.hints or attempt.counted or tries > 1 or entry.mode == "choice"
    return HARD if aided else GOOD


def due(logged: Iterable[Logged]) -> dict[str, datetime]:
    """The moment each question that was ever reviewed comes back.

    Retries of what was missed a minute ago say nothing about memory and are no reviews.
    """
    from fsrs import Card, Rating, Scheduler  # takes as long to load as Rich

    scheduler = Scheduler(
        desired_retention=RETENTION, learning_steps=(), relearning_steps=(), enable_fuzzing=False
    )
    cards: dict[str, Card] = {}
    for entry, credit, tries in sorted(history.settled(logged), key=lambda row: row[0].attempt.at):
        attempt = entry.attempt
        score = rating(entry, credit, tries)
        if score is not None:
            at = attempt.at.astimezone(UTC)
            card = cards.get(attempt.question) or Card(card_id=0, due=at)
            cards[attempt.question], _ = scheduler.review_card(card, Rating(score), at)
    return {question: card.due for question, card in cards.items()}
