"""The quiz as a state machine: every step a learner can take is a function from a state to the next.

States are frozen and know the state before the last logged step, so that undoing is going back.
Nothing here reads, prints, draws lots or looks at a clock: the moment of a step is passed in.

    asking ──answer, reveal, skip──▶ told ──proceed──▶ asking … done ──retry──▶ asking
       └─────turn──▶ turned ──rate──▶ asking      (cards)

In an exam nothing is told: a logged step leads straight to the next question.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TYPE_CHECKING, Literal

from quizgen.model import Question, Source

if TYPE_CHECKING:
    from quizgen.grading import Grade

Mode = Literal["typed", "choice", "cards"]
Phase = Literal["asking", "turned", "told", "done"]
Action = Literal["answer", "reveal", "skip"]

TOO_LATE = "too late"
"""The reason of what was typed after the time for a question."""

LONGEST = 2000
"""Characters of a typed answer that are kept; marking reads no more either."""


@dataclass(frozen=True, slots=True)
class Item:
    """A question as one quiz asks it.

    Attributes:
        quiz: name of the quiz file the question comes from.
        wrong: what a choice offers beside the answer, () where there is nothing to offer.
    """

    question: Question
    source: Source | None = None
    quiz: str = ""
    wrong: tuple[str, ...] = ()


Mark = Callable[[Item, str], "Grade"]


@dataclass(frozen=True, slots=True)
class Rules:
    """How the quiz is played.

    Attributes:
        limit: seconds for each question, None for no limit.
        seed: decides the order of the options of a choice.
    """

    mode: Mode = "typed"
    exam: bool = False
    strict: bool = False
    limit: float | None = None
    seed: int = 0


@dataclass(frozen=True, slots=True)
class Attempt:
    """One logged step on one question.

    Attributes:
        number: counts the steps of the session from 0.
        round: 0 for the quiz itself, 1 and up for retries of what was missed.
        settled: the question is done with; false after a close first try and a first skip.
        counted: the learner said that the answer counts.
        rating: how well it was known, 1 to 4 as FSRS counts (again, hard, good, easy), where the
            learner said so; None where the verdict decides.
        seconds: since the question was shown.
    """

    number: int
    round: int
    question: str
    action: Action
    typed: str
    verdict: str
    score: float
    reason: str
    settled: bool
    hints: int
    seconds: float
    at: datetime
    counted: bool = False
    rating: int | None = None

    @property
    def credit(self) -> float:
        """What the step earns, 0 to 1."""
        return 1.0 if self.counted else self.score


@dataclass(frozen=True, slots=True)
class Result:
    """How a question went in one round: all its steps, the last of them settled."""

    item: Item
    steps: tuple[Attempt, ...]

    @property
    def last(self) -> Attempt:
        """The step that settled it."""
        return self.steps[-1]

    @property
    def best(self) -> Attempt:
        """The step that earned most, the later one of equals: a second try never costs credit."""
        return max(reversed(self.steps), key=lambda step: step.credit)

    @property
    def credit(self) -> float:
        """What the question earns, 0 to 1."""
        return self.best.credit

    @property
    def right(self) -> bool:
        """Nothing is missing."""
        return self.credit >= 1

    @property
    def skipped(self) -> bool:
        """It was left unanswered."""
        return self.last.action == "skip"


@dataclass(frozen=True, slots=True)
class State:
    """Where a quiz stands.

    Attributes:
        queue: ids of the questions still to ask, the current one first.
        hints, tries: taken on the current question.
        shown: when the current question was shown.
        before: the state before the last logged step.
    """

    items: Mapping[str, Item] = field(repr=False)
    rules: Rules
    queue: tuple[str, ...]
    shown: datetime
    phase: Phase = "asking"
    round: int = 0
    hints: int = 0
    tries: int = 0
    log: tuple[Attempt, ...] = ()
    before: State | None = field(default=None, repr=False, compare=False)

    @property
    def current(self) -> Item | None:
        """The question that is asked now, or was just settled."""
        if self.phase == "told":
            return self.items[self.log[-1].question]
        return self.items[self.queue[0]] if self.queue else None

    @property
    def mode(self) -> Mode:
        """How the current question is asked: a choice without options is typed."""
        item = self.current
        return "typed" if self.rules.mode == "choice" and item and not item.wrong else self.rules.mode

    @property
    def last(self) -> Attempt | None:
        """The last step, if it settled a question and no step on another one followed."""
        return self.log[-1] if self.log and self.log[-1].settled and not self.tries else None


def begin(items: Sequence[Item], rules: Rules, at: datetime) -> State:
    """A quiz at its first question; over at once if there is none."""
    by_id = {item.question.id: item for item in items}
    return State(by_id, rules, tuple(by_id), at, phase="asking" if by_id else "done")


def resume(state: State, log: Iterable[Attempt], at: datetime) -> State:
    """The state a log led to.

    Steps on questions that are no longer asked stay in the log only.  There are no retries to
    repeat: a quiz whose first round is over is not resumed.
    """
    for attempt in log:
        state = proceed(_logged(state, attempt), at)
    return replace(state, shown=at)


def answer(state: State, typed: str, at: datetime, mark: Mark) -> State:
    """A typed answer.  A close one gets a second try; an empty one changes nothing."""
    if state.phase != "asking" or state.current is None:
        return state
    typed = typed[:LONGEST]
    grade = mark(state.current, typed)
    if grade.verdict == "empty":
        return state
    if _late(state, at):
        return out_of_time(state, at, typed)
    again = grade.verdict == "close" and not state.tries and not state.rules.exam
    return _step(
        state,
        at,
        typed=typed,
        verdict=grade.verdict,
        score=grade.score,
        reason=grade.reason,
        settled=not again,
    )


def choose(state: State, option: str, at: datetime) -> State:
    """One of the options of a choice was taken."""
    if state.phase != "asking" or state.current is None:
        return state
    if _late(state, at):
        return out_of_time(state, at, option)
    right = option == state.current.question.answer
    return _step(
        state, at, typed=option, verdict="correct" if right else "wrong", score=float(right), settled=True
    )


def out_of_time(state: State, at: datetime, typed: str = "") -> State:
    """The time for the question ran out: what came too late earns nothing."""
    if state.phase != "asking" or state.current is None:
        return state
    return _step(state, at, typed=typed, verdict="wrong", reason=TOO_LATE, settled=True)


def hint(state: State, steps: int = 2) -> State:
    """One more hint, of as many as the question has; none in an exam."""
    if state.phase != "asking" or state.rules.exam or state.hints >= steps:
        return state
    return replace(state, hints=state.hints + 1)


def reveal(state: State, at: datetime) -> State:
    """Show the answer instead of giving one; not in an exam.  A card is turned."""
    if state.phase != "asking" or state.current is None or state.rules.exam:
        return state
    if state.mode == "cards":
        return replace(state, phase="turned")
    return _step(state, at, action="reveal", verdict="wrong", settled=True)


def rate(state: State, rating: int, at: datetime) -> State:
    """The learner says how well a turned card was known: 1 again, 2 hard, 3 good, 4 easy."""
    if state.phase != "turned" or not 1 <= rating <= 4:
        return state
    known = rating > 1
    return _step(
        state,
        at,
        verdict="correct" if known else "wrong",
        score=float(known),
        settled=True,
        rating=rating,
    )


def skip(state: State, at: datetime) -> State:
    """Put the question to the end of the queue; leave it unanswered when it comes round again."""
    if state.phase not in ("asking", "turned") or not state.queue:
        return state
    seen = any(
        step.action == "skip" and step.question == state.queue[0] and step.round == state.round
        for step in state.log
    )
    return _step(state, at, action="skip", verdict="empty", settled=seen or len(state.queue) == 1)


def count(state: State) -> State:
    """The learner says that the last answer counts; not in an exam, and not for what was never tried."""
    last = state.last
    if last is None or state.rules.exam or last.action != "answer" or last.credit >= 1:
        return state
    return replace(state, log=(*state.log[:-1], replace(last, counted=True)), before=state)


def easy(state: State) -> State:
    """The learner says that the last answer, right without help, was easy."""
    last = state.last
    if last is None or last.verdict != "correct" or last.rating or last.hints:
        return state
    if any(s.question == last.question and s.round == last.round for s in state.log[:-1]):
        return state
    return replace(state, log=(*state.log[:-1], replace(last, rating=4)), before=state)


def undo(state: State, at: datetime) -> State:
    """Take back the last logged step, also when the quiz is over."""
    return replace(state.before, shown=at) if state.before else state


def shown(state: State, at: datetime) -> State:
    """The current question stands before the learner from this moment on."""
    return replace(state, shown=at)


def proceed(state: State, at: datetime) -> State:
    """From what was told to the next question, or to the end."""
    if state.phase != "told":
        return state
    return replace(state, phase="asking" if state.queue else "done", shown=at)


def retry(state: State, at: datetime) -> State:
    """Ask once more what was missed in the round that is over; after an exam, as practice."""
    again = tuple(result.item.question.id for result in missed(state))
    if state.phase != "done" or not again:
        return state
    practice = replace(state.rules, exam=False, limit=None)
    return replace(state, rules=practice, phase="asking", queue=again, round=state.round + 1, shown=at)


def results(state: State, round: int | None = None) -> tuple[Result, ...]:
    """The settled questions of a round, the current one unless told otherwise, in the order of settling."""
    wanted = state.round if round is None else round
    steps: dict[str, list[Attempt]] = {}
    done: list[Result] = []
    for step in state.log:
        if step.round == wanted and step.question in state.items:
            steps.setdefault(step.question, []).append(step)
            if step.settled:
                done.append(Result(state.items[step.question], tuple(steps.pop(step.question))))
    return tuple(done)


def missed(state: State) -> tuple[Result, ...]:
    """The questions of the current round that did not earn all their credit."""
    return tuple(result for result in results(state) if not result.right)


def _late(state: State, at: datetime) -> bool:
    return state.rules.limit is not None and (at - state.shown).total_seconds() > state.rules.limit


def _step(
    state: State,
    at: datetime,
    *,
    verdict: str,
    settled: bool,
    action: Action = "answer",
    typed: str = "",
    score: float = 0.0,
    reason: str = "",
    rating: int | None = None,
) -> State:
    attempt = Attempt(
        number=state.log[-1].number + 1 if state.log else 0,
        round=state.round,
        question=state.queue[0],
        action=action,
        typed=typed,
        verdict=verdict,
        score=score,
        reason=reason,
        settled=settled,
        hints=state.hints,
        seconds=round(max((at - state.shown).total_seconds(), 0.0), 1),
        at=at,
        rating=rating,
    )
    return replace(_logged(state, attempt), shown=at if action == "skip" else state.shown)


def _logged(state: State, attempt: Attempt) -> State:
    """The state after a step, be it taken now or read from the record."""
    log = (*state.log, attempt)
    here = attempt.question
    if here not in state.queue:
        return replace(state, log=log)
    rest = tuple(id for id in state.queue if id != here)
    if not attempt.settled:
        on = attempt.action == "skip"
        return replace(
            state,
            log=log,
            queue=(*rest, here) if on else (here, *rest),
            tries=0 if on else state.tries + 1,
            hints=0 if on else state.hints,
            phase="asking",
            before=state,
        )
    silent = state.rules.exam or (state.rules.mode == "cards" and attempt.action == "answer")
    phase: Phase = "told" if not silent else "asking" if rest else "done"
    shown = attempt.at if silent else state.shown
    return replace(state, log=log, queue=rest, tries=0, hints=0, phase=phase, shown=shown, before=state)
