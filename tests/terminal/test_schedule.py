"""When a question comes back, and what counts as a day."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from quizgen.terminal import history, schedule, telling
from quizgen.terminal.engine import Attempt
from quizgen.terminal.record import Logged

NOW = datetime(2026, 4, 6, 10, 0, tzinfo=UTC)


def local(at: datetime) -> datetime:
    return at.astimezone(UTC)


def step(days: float = 0, question: str = "q1", **more: object) -> Logged:
    values = {
        "number": 0,
        "round": 0,
        "question": question,
        "action": "answer",
        "typed": "x",
        "verdict": "correct",
        "score": 1.0,
        "reason": "",
        "settled": True,
        "hints": 0,
        "seconds": 1.0,
        "at": NOW + timedelta(days=days),
    }
    mode = str(more.pop("mode", "typed"))
    session = int(str(more.pop("session", days * 1000)))
    return Logged("Ann", "moon", session, mode, False, "Who?", "She", 1, Attempt(**{**values, **more}))  # type: ignore[arg-type]


def rated(*entries: Logged) -> int | None:
    return schedule.rating(*history.settled(entries)[-1])


class TestRating:
    def test_right_at_once_is_good(self) -> None:
        assert rated(step()) == schedule.GOOD

    @pytest.mark.parametrize(
        "help",
        [{"hints": 1}, {"counted": True, "verdict": "wrong", "score": 0.0}, {"mode": "choice"}],
        ids=str,
    )
    def test_right_with_help_is_hard(self, help: dict[str, object]) -> None:
        assert rated(step(**help)) == schedule.HARD

    def test_right_at_the_second_try_is_hard(self) -> None:
        first = step(verdict="close", score=0.5, settled=False, session=1)
        assert rated(first, step(number=1, session=1)) == schedule.HARD

    @pytest.mark.parametrize("verdict", ["wrong", "close", "partial"])
    def test_less_than_right_is_again(self, verdict: str) -> None:
        assert rated(step(verdict=verdict, score=0.5)) == schedule.AGAIN

    def test_revealed_is_again(self) -> None:
        assert rated(step(action="reveal", verdict="wrong", score=0.0)) == schedule.AGAIN

    def test_left_open_is_no_review(self) -> None:
        assert rated(step(action="skip", verdict="empty", score=0.0)) is None

    def test_easy_comes_only_from_the_learner(self) -> None:
        assert rated(step(rating=4)) == 4


class TestDue:
    def test_what_was_wrong_comes_back_tomorrow(self) -> None:
        due = schedule.due([step(verdict="wrong", score=0.0)])["q1"]
        assert history.day(due, local) == date(2026, 4, 7)

    def test_what_was_easy_comes_back_later_than_what_was_good(self) -> None:
        due = schedule.due([step(question="easy", rating=4), step(question="good", session=1)])
        assert due["easy"] > due["good"]

    def test_intervals_grow(self) -> None:
        once = schedule.due([step(0)])["q1"] - NOW
        twice = schedule.due([step(0), step(3)])["q1"] - (NOW + timedelta(days=3))
        assert twice > once

    def test_a_retry_is_no_review(self) -> None:
        wrong = step(verdict="wrong", score=0.0, session=1)
        retried = step(round=1, number=1, session=1)
        assert schedule.due([wrong, retried]) == schedule.due([wrong])

    def test_the_same_log_gives_the_same_day(self) -> None:
        log = [step(day) for day in range(8)]
        assert schedule.due(log) == schedule.due(log)


class TestDay:
    ATHENS = timezone(timedelta(hours=3))

    def test_it_begins_at_four_in_the_learner_s_own_time(self) -> None:
        def athens(at: datetime) -> datetime:
            return at.astimezone(self.ATHENS)

        late = datetime(2026, 4, 7, 0, 59, tzinfo=UTC)  # 3:59 in Athens
        assert history.day(late, athens) == date(2026, 4, 6)
        assert history.day(late + timedelta(minutes=1), athens) == date(2026, 4, 7)
        assert history.end_of_day(late, athens) == late + timedelta(minutes=1)

    def test_a_streak_counts_days_in_a_row(self) -> None:
        assert history.streak([step(0), step(-1), step(-2), step(-4)], NOW, local) == 3

    def test_a_streak_is_not_lost_before_the_day_is_over(self) -> None:
        assert history.streak([step(-1), step(-2)], NOW, local) == 2

    def test_a_day_without_a_step_ends_it(self) -> None:
        assert history.streak([step(-2), step(-3)], NOW, local) == 0


class TestTelling:
    def test_what_is_overdue_is_due_today(self) -> None:
        said = telling.due_days([step(-30), step(-20, question="q2")], NOW, local, 7)
        assert said[0] == "2 questions are due today."

    def test_the_days_to_come_are_told(self) -> None:
        said = telling.due_days([step(verdict="wrong", score=0.0)], NOW, local, 7)
        assert said == ["Nothing is due.", "1 question comes back tomorrow.", "Streak: 1 day"]

    def test_last_and_best_score_of_the_same_quiz_are_told(self) -> None:
        log = [step(-2, session=1), step(-1, session=2, verdict="wrong", score=0.0), step(session=3)]
        said = telling.past(log, session=3, quiz="moon", now=NOW, local=local)
        assert said[:3] == ["Streak: 3 days", "Last time: 0 % on 2026-04-05", "Best: 100 %"]
