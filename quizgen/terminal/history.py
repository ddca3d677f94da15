"""What the record tells of the past: days, streak, scores, what was missed."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from quizgen.terminal.record import Logged

Local = Callable[[datetime], datetime]
"""A moment in the learner's own time zone."""

DAY_BEGINS = timedelta(hours=4)
"""Who studies after midnight still studies yesterday: the hour Anki uses too."""


@dataclass(frozen=True, slots=True)
class Past:
    """One session, as it went at the first asking.

    Attributes:
        answered: questions settled; seconds: spent on them.
        earned, points: what they gave and what they could have given.
    """

    learner: str
    quiz: str
    session: int
    mode: str
    began: datetime
    answered: int
    earned: float
    points: int
    seconds: float

    @property
    def share(self) -> float:
        """Of the points, 0 to 1."""
        return self.earned / self.points if self.points else 0.0


def day(at: datetime, local: Local) -> date:
    """The learner's day, which begins at four in the morning."""
    return (local(at) - DAY_BEGINS).date()


def end_of_day(at: datetime, local: Local) -> datetime:
    """When the learner's day is over."""
    following = day(at, local) + timedelta(days=1)
    return datetime.combine(following, time(), local(at).tzinfo) + DAY_BEGINS


def streak(logged: Iterable[Logged], now: datetime, local: Local) -> int:
    """Days in a row with a step taken, up to today, or to yesterday while today has none yet."""
    days = {day(entry.attempt.at, local) for entry in logged}
    today = day(now, local)
    last = today if today in days else today - timedelta(days=1)
    length = 0
    while last - timedelta(days=length) in days:
        length += 1
    return length


def settled(logged: Iterable[Logged]) -> list[tuple[Logged, float, int]]:
    """Each question as it was settled at the first asking, with its credit and the tries it took."""
    best: dict[tuple[int, str], float] = {}
    tries: dict[tuple[int, str], int] = {}
    done: list[tuple[Logged, float, int]] = []
    for entry in logged:
        attempt = entry.attempt
        if attempt.round:
            continue
        key = (entry.session, attempt.question)
        best[key] = max(best.get(key, 0.0), attempt.credit)
        tries[key] = tries.get(key, 0) + (attempt.action != "skip")
        if attempt.settled:
            done.append((entry, best[key], tries[key]))
    return done


def sessions(logged: Iterable[Logged]) -> list[Past]:
    """The sessions in which something was settled, oldest first."""
    groups: dict[int, list[tuple[Logged, float]]] = {}
    for entry, credit, _ in settled(logged):
        groups.setdefault(entry.session, []).append((entry, credit))
    return [
        Past(
            learner=rows[0][0].learner,
            quiz=rows[0][0].quiz,
            session=session,
            mode=rows[0][0].mode,
            began=rows[0][0].attempt.at,
            answered=len(rows),
            earned=sum(credit * entry.points for entry, credit in rows),
            points=sum(entry.points for entry, _ in rows),
            seconds=sum(entry.attempt.seconds for entry, _ in rows),
        )
        for session, rows in groups.items()
    ]


def missed(logged: Iterable[Logged]) -> set[str]:
    """Questions that were not right, or not answered, when they were last settled, in a retry or not."""
    right: dict[str, bool] = {}
    for entry in logged:
        if entry.attempt.settled:
            right[entry.attempt.question] = entry.attempt.credit >= 1
    return {question for question, known in right.items() if not known}
