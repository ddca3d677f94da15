"""From what a learner asks for to a quiz that can begin, or go on."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from quizgen import quizfile
from quizgen.errors import QuizFileError
from quizgen.model import Quiz
from quizgen.terminal import engine, picking, words
from quizgen.terminal.engine import Item, Rules, State
from quizgen.terminal.history import Local
from quizgen.terminal.marking import Marker
from quizgen.terminal.record import Open, Record
from quizgen.terminal.sitting import Sitting


@dataclass(frozen=True, slots=True)
class Wish:
    """What a learner asks for.

    Attributes:
        path: the quiz file, in the form the record knows it by; None for all quizzes taken.
        quiz: what is in it.
        options: those that were given of n, kind, mode, shuffle, seed, exam, timed and strict.
        due, missed: ask only what is due today, what went wrong last time.
        fresh: start over instead of going on.
    """

    learner: str
    path: str | None = None
    quiz: Quiz | None = None
    options: Mapping[str, Any] = field(default_factory=dict)
    due: bool = False
    missed: bool = False
    fresh: bool = False

    @property
    def resumable(self) -> bool:
        """It is about one quiz as a whole; what is due or was missed is found anew each time."""
        return self.path is not None and not (self.due or self.missed)


def start(
    record: Record, wish: Wish, *, clock: Callable[[], datetime], local: Local, chance: int, again: str = ""
) -> Sitting | None:
    """A quiz at its first question, or where it was left; None if there is nothing to ask.

    Args:
        clock: the moment it is; local: a moment in the learner's time zone.
        chance: the seed where none was asked for.
        again: the command that would go on with it.

    Raises:
        RecordError: the record can't be used.
    """
    quizzes = {wish.path: wish.quiz} if wish.path and wish.quiz else taken(record, wish.learner)
    found = [item for name, quiz in quizzes.items() for item in picking.items(quiz, name)]
    unfinished: Open | None = None
    if wish.path and wish.resumable:
        if wish.fresh:
            record.close_unfinished(wish.learner, wish.path, clock())
        else:
            unfinished = record.unfinished(wish.learner, wish.path, wish.options)
    options = {"seed": chance, "mode": "typed", **(unfinished.options if unfinished else wish.options)}
    rules = Rules(
        mode=options["mode"],
        exam=options.get("exam", False),
        strict=options.get("strict", False),
        limit=options.get("timed"),
        seed=options["seed"],
    )
    mark = Marker(quizzes, strict=rules.strict)
    chosen = _chosen(record, wish, found, options, unfinished, clock(), local)
    if not chosen:
        return None
    if rules.mode == "choice":
        chosen = picking.with_options(chosen, found, mark, rules.seed)
    state = engine.begin(chosen, rules, clock())
    if unfinished:
        state = engine.resume(state, unfinished.log, clock())
    saved = _Saved(record, wish, quizzes, options, unfinished.id if unfinished else None)

    def past() -> list[str]:
        from quizgen.terminal import telling  # only the summary needs it

        logged = record.logged(learner=wish.learner)
        quiz = wish.path if wish.resumable else None
        return telling.past(logged, session=saved.session, quiz=quiz, now=clock(), local=local)

    return Sitting(
        title=wish.quiz.title if wish.quiz else words.ALL_QUIZZES,
        state=state,
        mark=mark,
        clock=clock,
        save=saved.save,
        again=again if wish.resumable and record.path else "",
        past=past if record.path else list,
    )


def taken(record: Record, learner: str) -> dict[str, Quiz]:
    """The quizzes a learner has taken, by path: as their files are now, or as they were if a file is gone."""
    quizzes: dict[str, Quiz] = {}
    for path, content in record.quizzes(learner):
        try:
            quizzes[path] = quizfile.read(Path(path))
        except QuizFileError:
            quizzes[path] = quizfile.loads(content, path)
    return quizzes


class _Saved:
    """A session in the record, which begins with the first step that is saved."""

    def __init__(
        self,
        record: Record,
        wish: Wish,
        quizzes: Mapping[str, Quiz],
        options: Mapping[str, Any],
        session: int | None,
    ) -> None:
        self._record, self._wish, self._quizzes, self._options = record, wish, quizzes, options
        self.session = session

    def save(self, before: State, after: State, at: datetime) -> None:
        """Save what the steps between two states changed, as one transaction."""
        with self._record.transaction():
            session = self.session
            if session is None:
                for path in {item.quiz for item in after.items.values()}:
                    self._record.quiz(path, self._quizzes[path])
                about = self._wish.path if self._wish.resumable else None
                session = self._record.begin(self._wish.learner, about, self._options, tuple(after.items), at)
            self._record.save(session, before, after, at)
        self.session = session


def _chosen(
    record: Record,
    wish: Wish,
    found: Sequence[Item],
    options: Mapping[str, Any],
    unfinished: Open | None,
    now: datetime,
    local: Local,
) -> tuple[Item, ...]:
    if unfinished:
        by_id = {item.question.id: item for item in found}
        return tuple(by_id[id] for id in unfinished.questions if id in by_id)
    return picking.pick(
        found,
        kinds=options.get("kind") or (),
        only=_only(record, wish, now, local),
        shuffle=options.get("shuffle", False),
        seed=options["seed"],
        most=options.get("n"),
    )


def _only(record: Record, wish: Wish, now: datetime, local: Local) -> set[str] | None:
    """Ids of the questions that are due, or were missed; None for all."""
    if not (wish.due or wish.missed):
        return None
    from quizgen.terminal import history, schedule

    logged = record.logged(learner=wish.learner)
    ids = {entry.attempt.question for entry in logged}
    if wish.due:
        end = history.end_of_day(now, local)
        ids &= {question for question, at in schedule.due(logged).items() if at < end}
    if wish.missed:
        ids &= history.missed(logged)
    return ids
