"""A quiz being taken: the engine's state, saved after every step."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from quizgen.errors import RecordError
from quizgen.terminal import engine, keys, views, words
from quizgen.terminal.engine import Mark, State
from quizgen.terminal.keys import Reply
from quizgen.terminal.views import Line


@dataclass
class Sitting:
    """Holds the state for a front end.

    Attributes:
        title: of the quiz.
        clock: the moment it is.
        save: keeps what changed between two states.
        again: the command that goes on with it, "" if there is nothing to go on with.
        past: lines about history, computed for the summary.
        unsaved: the sentence of the record when the last step could not be saved, else "".
    """

    title: str
    state: State
    mark: Mark
    clock: Callable[[], datetime]
    save: Callable[[State, State, datetime], None]
    again: str = ""
    past: Callable[[], list[str]] = list
    unsaved: str = ""

    def __post_init__(self) -> None:
        """What the state begins with is saved already, or nothing yet."""
        self._saved = self.state

    def press(self, line: str) -> Reply:
        """Take a typed line; the state that follows is saved before anything is shown."""
        reply = keys.respond(self.state, line, self.clock(), self.mark)
        self._move(reply.state)
        return reply

    def proceed(self) -> None:
        """Go from what was told to the next question."""
        self._move(engine.proceed(self.state, self.clock()))

    def time_up(self) -> None:
        """The time for the current question ran out."""
        self._move(engine.out_of_time(self.state, self.clock()))

    def shown(self) -> None:
        """The question stands before the learner only now: its time begins."""
        self.state = engine.shown(self.state, self.clock())

    @property
    def seconds_left(self) -> float | None:
        """Of the time for the current question, None without a limit."""
        limit = self.state.rules.limit
        if limit is None or self.state.phase != "asking":
            return None
        return limit - (self.clock() - self.state.shown).total_seconds()

    def history(self) -> list[str]:
        """Sentences about the past, none if the record can't be read now."""
        try:
            return self.past()
        except RecordError:
            return []

    @property
    def missing(self) -> int:
        """Steps that could not be saved."""
        return sum(attempt not in self._saved.log for attempt in self.state.log)

    def _move(self, state: State) -> None:
        self.state = state
        if state.log == self._saved.log and state.phase == self._saved.phase:
            return
        try:
            self.save(self._saved, state, self.clock())
        except RecordError as error:
            self.unsaved = str(error)  # the next step tries again with everything since
        else:
            self._saved = state
            self.unsaved = ""


def farewell(sitting: Sitting) -> list[Line]:
    """The summary of a quiz that is left before its end, and how to go on."""
    state = engine.proceed(sitting.state, sitting.clock())
    over = state.phase == "done" or state.round > 0
    lines = views.summary(state, over=over)
    if not engine.results(state):
        return lines
    lines += _closing(sitting)
    if not over and sitting.again:
        lines.append(Line("note", words.GO_ON.format(command=sitting.again)))
    return lines


def ending(sitting: Sitting) -> list[Line]:
    """The summary of a quiz that is over."""
    return views.summary(sitting.state, over=True) + _closing(sitting)


def _closing(sitting: Sitting) -> list[Line]:
    """History, and what could not be saved."""
    lines = [Line("note", text) for text in sitting.history()]
    missing = sitting.missing
    if missing:
        lines.append(Line("bad", words.UNSAVED_ONE if missing == 1 else words.UNSAVED.format(count=missing)))
    return lines
