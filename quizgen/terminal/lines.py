"""Line by line: the front end of terminals, pipes and screen readers.

One loop plays; a screen decides how a line looks.  `BareScreen` writes nothing but text, for pipes,
dumb terminals and screen readers; `RichScreen` adds colour, a bar and wrapping by cell width.
"""

from __future__ import annotations

import select
import textwrap
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Protocol, TextIO

from quizgen.terminal import engine, views, words
from quizgen.terminal.engine import State
from quizgen.terminal.sitting import Sitting
from quizgen.terminal.views import Line, Role

if TYPE_CHECKING:
    from rich.console import Console

WIDEST = 88
"""Columns: longer lines are hard to read, however wide the terminal."""


STYLES: dict[Role, str] = {
    "title": "bold",
    "progress": "dim",
    "question": "bold",
    "good": "green",
    "part": "yellow",
    "bad": "red",
    "cite": "dim",
    "note": "cyan",
}


class TimeUpError(Exception):
    """The learner typed nothing in time."""


class Screen(Protocol):
    """How lines look."""

    def show(self, lines: Sequence[Line], share: float | None = None) -> None:
        """Print lines and an empty one; `share` is how much of the quiz is done, for a bar."""

    def prompt(self, text: str) -> None:
        """Print what stands before the learner's line."""


class Keyboard:
    """Where lines are typed.

    Args:
        stdin: None if standard input is closed.
        edited: read with `input`, which brings line editing where readline is loaded.
    """

    def __init__(self, stdin: TextIO | None, *, edited: bool = False) -> None:
        self._stdin = stdin
        self._edited = edited
        self.person = stdin is not None and stdin.isatty()

    def line(self, screen: Screen, prompt: str, seconds: float | None) -> str | None:
        """The next line without its end, None when there are no more.

        Raises:
            TimeUpError: a person typed no line in time.
        """
        if self._stdin is None:
            return None
        if not self.person:
            return self._next()
        if seconds is not None:
            screen.prompt(prompt)
            self._wait(self._stdin, seconds)
            return self._next()
        if not self._edited:
            screen.prompt(prompt)
            return self._next()
        try:
            return input(prompt)
        except EOFError:
            return None

    def _next(self) -> str | None:
        assert self._stdin is not None  # looked at in `line`
        try:
            line = self._stdin.readline()
        except (ValueError, OSError):  # closed under our hands
            return None
        return line.rstrip("\r\n") if line else None

    @staticmethod
    def _wait(stdin: TextIO, seconds: float) -> None:
        try:
            ready, _, _ = select.select([stdin], [], [], max(seconds, 0.0))
        except (OSError, ValueError):  # Windows waits for sockets only: there a late line is found late
            return
        if not ready:
            import termios

            termios.tcflush(stdin, termios.TCIFLUSH)  # half a line typed for this question
            raise TimeUpError


class BareScreen:
    """Text and nothing else.

    Args:
        columns: to wrap at; None for a pipe, which is left to wrap as it likes.
    """

    def __init__(self, out: TextIO, columns: Callable[[], int] | None) -> None:
        self._out = out
        self._columns = columns

    def show(self, lines: Sequence[Line], share: float | None = None) -> None:
        """Print lines and an empty one."""
        for line in lines:
            self._out.write(self._wrapped(line) + "\n")
        self._out.write("\n")
        self._out.flush()

    def prompt(self, text: str) -> None:
        """Print what stands before the learner's line."""
        self._out.write(text)
        self._out.flush()

    def _wrapped(self, line: Line) -> str:
        indent = " " * line.indent
        if self._columns is None:
            return indent + line.text
        width = max(min(self._columns() - 1, WIDEST), 10)
        return textwrap.fill(
            line.text, width, initial_indent=indent, subsequent_indent=indent, break_on_hyphens=False
        )


class RichScreen:
    """Colour where the terminal has it, and a bar; the words say the same as without."""

    BAR = 20

    def __init__(self, console: Console) -> None:
        self._console = console
        solid = "utf" in console.encoding.lower()
        self._full, self._empty = ("█", "░") if solid else ("#", "-")

    def show(self, lines: Sequence[Line], share: float | None = None) -> None:
        """Print lines and an empty one."""
        from rich.text import Text

        width = max(min(self._console.width - 1, WIDEST), 10)
        for line in lines:
            text = Text(line.text, style=STYLES.get(line.role, ""))
            if line.strong and (start := line.text.casefold().find(line.strong.casefold())) >= 0:
                text.stylize("bold", start, start + len(line.strong))
            if line.role == "progress" and share is not None:
                size = min(self.BAR, width - len(line.text) - 2)
                full = round(share * size)
                text = Text(f"{self._full * full}{self._empty * (size - full)} ", style="dim").append_text(
                    text
                )
            for row in text.wrap(self._console, width - line.indent):
                row.rstrip()
                self._console.print(Text(" " * line.indent).append_text(row), soft_wrap=True)
        self._console.print()

    def prompt(self, text: str) -> None:
        """Print what stands before the learner's line."""
        self._console.print(text, end="")
        self._console.file.flush()


def play(sitting: Sitting, screen: Screen, keyboard: Keyboard) -> None:
    """Play until the learner ends it or there are no more lines; ends with a summary either way.

    Raises:
        KeyboardInterrupt: the learner pressed Ctrl-C; everything answered is saved.
    """
    screen.show(views.opening(sitting.state, sitting.title))
    seen: object = None
    while True:
        if sitting.state.phase == "told" and not keyboard.person:
            sitting.proceed()
        if _place(sitting.state) != seen:
            _show_place(sitting, screen)
            seen = _place(sitting.state)
        before = sitting.state
        try:
            line = keyboard.line(screen, _prompt(before), _seconds_left(sitting))
        except TimeUpError:
            screen.prompt("\n")
            sitting.time_up()
            _show_step(before, sitting, screen)
            continue
        if line is None:
            if sitting.state.phase != "done":
                screen.show(farewell(sitting))
            return
        reply = sitting.press(line)
        if reply.leave:
            if sitting.state.phase != "done":
                screen.show(farewell(sitting))
            return
        if reply.keys:
            screen.show(views.keys(before))
        if reply.notice:
            screen.show([Line("note", reply.notice)])
        _show_step(before, sitting, screen)


def farewell(sitting: Sitting) -> list[Line]:
    """The summary of a quiz that is left before its end, and how to go on."""
    state = engine.proceed(sitting.state, sitting.clock())
    over = state.phase == "done" or state.round > 0
    lines = views.summary(state, over=over)
    if not engine.results(state):
        return lines
    lines += closing(sitting)
    if not over and sitting.again:
        lines.append(Line("note", words.GO_ON.format(command=sitting.again)))
    return lines


def closing(sitting: Sitting) -> list[Line]:
    """History, and what could not be saved."""
    lines = [Line("note", text) for text in sitting.history()]
    missing = sitting.missing
    if missing:
        lines.append(Line("bad", words.UNSAVED_ONE if missing == 1 else words.UNSAVED.format(count=missing)))
    return lines


def _place(state: State) -> object:
    """What has to change for the question or the summary to be shown again."""
    if state.phase == "asking":
        return state.round, state.queue
    if state.phase == "done":
        return state.round, state.log
    return None


def _show_place(sitting: Sitting, screen: Screen) -> None:
    state = sitting.state
    if state.phase == "asking":
        number, count = views.progress(state)
        screen.show(views.asking(state), (number - 1) / count)
        sitting.shown()
    elif state.phase == "done":
        screen.show(views.summary(state, over=True) + closing(sitting))


def _show_step(before: State, sitting: Sitting, screen: Screen) -> None:
    """Show what a step brought, other than a new question or the end."""
    after = sitting.state
    if sitting.unsaved and len(after.log) > len(before.log):
        screen.show([Line("bad", words.NOT_SAVED_NOW.format(reason=sitting.unsaved))])
    if after.phase == "told" and len(after.log) > len(before.log):
        screen.show(views.told(after))
    elif after.phase == "turned" and before.phase != "turned":
        screen.show(views.turned(after))
    elif after.tries > before.tries:
        screen.show(views.second_try(after))
    elif after.queue == before.queue and after.hints > before.hints:
        lines = [views.hint(after, before.hints)]
        if not views.hint_text(after, before.hints):
            lines += views.choices(after)
        screen.show(lines)


def _prompt(state: State) -> str:
    if state.phase == "told":
        last = state.last
        right = last is None or last.credit >= 1 or last.action != "answer"
        return words.ASK_NEXT_RIGHT if right else words.ASK_NEXT
    if state.phase == "done":
        return words.ASK_END_MISSED if engine.missed(state) else words.ASK_END
    return words.ASK


def _seconds_left(sitting: Sitting) -> float | None:
    state = sitting.state
    if state.rules.limit is None or state.phase != "asking":
        return None
    return state.rules.limit - (sitting.clock() - state.shown).total_seconds()


def forgiving(stream: TextIO | None) -> None:
    """Let a stream replace what its encoding can't hold, instead of failing over it."""
    if stream is not None and hasattr(stream, "reconfigure"):
        stream.reconfigure(errors="replace")


def with_editing() -> None:
    """Give `input` line editing, without offering earlier answers again."""
    try:
        import readline
    except ImportError:
        return
    readline.set_auto_history(False)


def silence(stream: TextIO | None) -> None:
    """Drop what is still to be written to a pipe that nobody reads any more."""
    import os

    if stream is not None:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
