"""A typed line becomes a step: the same letters in every front end."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from quizgen.terminal import engine, words
from quizgen.terminal.engine import Mark, State
from quizgen.terminal.marking import hints, options


@dataclass(frozen=True, slots=True)
class Reply:
    """What a line leads to: the next state, and what to say beside it.

    Attributes:
        notice: one sentence, or "".
        keys: the keys are asked for.
        leave: the learner wants to stop.
    """

    state: State
    notice: str = ""
    keys: bool = False
    leave: bool = False


def respond(state: State, line: str, at: datetime, mark: Mark) -> Reply:
    """The reply to a line.

    A single letter is a key, and so is its name in full, unless it is the answer.  Where no answer
    is awaited, an unknown line does nothing.
    """
    text = line.strip()
    key = words.KEY_NAMES.get(text.casefold(), text.casefold())
    if key in _KEYS and not _is_answer(state, text, mark):
        return _KEYS[key](state, at)
    if state.phase == "done":
        return Reply(state, leave=not text)
    if state.phase == "told":
        return Reply(engine.proceed(state, at))
    if state.phase == "turned":
        if key in {"1", "2", "3", "4"}:
            return Reply(engine.rate(state, int(key), at))
        return Reply(state, words.PICK_RATING)
    if state.mode == "cards":
        return Reply(engine.reveal(state, at) if not text else state)
    if state.mode == "choice":
        return _choice(state, text, at)
    after = engine.answer(state, text, at, mark)
    if after is state:
        return Reply(state, words.NO_ANSWER_EXAM if state.rules.exam else words.NO_ANSWER)
    return Reply(after)


def _is_answer(state: State, text: str, mark: Mark) -> bool:
    item = state.current
    if state.phase != "asking" or state.mode != "typed" or item is None or not text.isalnum():
        return False
    right = (item.question.answer, *item.question.accepted)
    return any(text.casefold() == answer.strip().casefold() for answer in right)


def _choice(state: State, text: str, at: datetime) -> Reply:
    item = state.current
    assert item is not None  # a choice is asked only about a question
    offered = options(item, state.rules, state.hints)
    if text.isdecimal() and int(text) in offered:
        return Reply(engine.choose(state, offered[int(text)], at))
    for option in offered.values():
        if text.casefold() == option.casefold():
            return Reply(engine.choose(state, option, at))
    return Reply(state, words.PICK.format(count=len(item.wrong) + 1))


def _help(state: State, at: datetime) -> Reply:
    return Reply(state, keys=True)


def _leave(state: State, at: datetime) -> Reply:
    return Reply(state, leave=True)


def _hint(state: State, at: datetime) -> Reply:
    if state.rules.exam:
        return Reply(state, words.NOT_IN_EXAM)
    available = hints(state.current, state.mode) if state.current else ()
    after = engine.hint(state, len(available))
    return Reply(after, words.NO_HINT if after is state else "")


def _skip(state: State, at: datetime) -> Reply:
    return Reply(engine.skip(state, at))


def _reveal(state: State, at: datetime) -> Reply:
    if state.phase == "done":
        after = engine.retry(state, at)
        return Reply(after, words.NOTHING_MISSED if after is state else "")
    if state.rules.exam:
        return Reply(state, words.NOT_IN_EXAM)
    return Reply(engine.reveal(state, at))


def _count(state: State, at: datetime) -> Reply:
    if state.rules.exam:
        return Reply(state, words.NOT_IN_EXAM)
    after = engine.count(state)
    return Reply(after, words.NOTHING_TO_COUNT if after is state else words.COUNTED)


def _easy(state: State, at: datetime) -> Reply:
    after = engine.easy(state)
    return Reply(after, words.NOTHING_EASY if after is state else words.MARKED_EASY)


def _undo(state: State, at: datetime) -> Reply:
    after = engine.undo(state, at)
    return Reply(after, words.NOTHING_TO_UNDO if after is state else words.UNDONE)


_KEYS: dict[str, Callable[[State, datetime], Reply]] = {
    "?": _help,
    "h": _hint,
    "s": _skip,
    "r": _reveal,
    "c": _count,
    "e": _easy,
    "u": _undo,
    "q": _leave,
}
