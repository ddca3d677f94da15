"""What the learner is told about the past and the days to come, as sentences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime, timedelta

from quizgen.terminal import history, schedule, views, words
from quizgen.terminal.history import Local
from quizgen.terminal.record import Logged


def past(
    logged: Sequence[Logged], *, session: int | None, quiz: str | None, now: datetime, local: Local
) -> list[str]:
    """Streak, last and best score of the same quiz, and when its questions come back.

    Args:
        session: the session that is being played, which is not past yet; None if nothing was saved.
        quiz: path of the quiz; None for questions of several.
    """
    said: list[str] = []
    days = history.streak(logged, now, local)
    if days:
        said.append(words.STREAK_ONE if days == 1 else words.STREAK.format(days=days))
    earlier = [one for one in history.sessions(logged) if one.session != session and one.quiz == quiz]
    if earlier:
        share = views.percent(earlier[-1].share)
        said.append(words.LAST_TIME.format(percent=share, day=history.day(earlier[-1].began, local)))
        said.append(words.BEST.format(percent=views.percent(max(one.share for one in earlier))))
    played = {entry.attempt.question for entry in logged if entry.session == session}
    return said + coming([entry for entry in logged if entry.attempt.question in played], now, local)


def coming(logged: Sequence[Logged], now: datetime, local: Local) -> list[str]:
    """How many questions come back next, and when."""
    counts = _days(logged, now, local)
    if not counts:
        return []
    first = min(counts)
    return [_sentence(first, counts[first], history.day(now, local))]


def due_days(logged: Sequence[Logged], now: datetime, local: Local, ahead: int) -> list[str]:
    """What is due today and on each of the coming days."""
    today = history.day(now, local)
    counts = _days(logged, now, local)
    lines = [] if today in counts else [words.NOTHING_DUE]
    lines += [
        _sentence(day, counts[day], today) for day in sorted(counts) if day <= today + timedelta(days=ahead)
    ]
    if today not in counts and counts and len(lines) == 1:
        lines += coming(logged, now, local)
    if today in counts:
        lines.append(words.TAKE_DUE)
    streak = history.streak(logged, now, local)
    if streak:
        lines.append(words.STREAK_ONE if streak == 1 else words.STREAK.format(days=streak))
    return lines


def _days(logged: Sequence[Logged], now: datetime, local: Local) -> Counter[date]:
    """How many questions come back on each day; what is overdue counts for today."""
    today = history.day(now, local)
    return Counter(max(history.day(at, local), today) for at in schedule.due(logged).values())


def _sentence(day: date, count: int, today: date) -> str:
    away = (day - today).days
    if not away:
        return words.DUE_ONE if count == 1 else words.DUE.format(count=count)
    when = words.TOMORROW if away == 1 else words.ON_DAY.format(day=day)
    return (
        words.NEXT_DUE_ONE.format(when=when) if count == 1 else words.NEXT_DUE.format(count=count, when=when)
    )
