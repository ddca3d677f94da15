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
from quizgen.terminal.sitting import Sitting, ending, farewell
from quizgen.terminal.views import Line, Role

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

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


def styled(line: Line) -> Text:
    """A line in the look of its role; nothing in it is taken for markup."""
    from rich.text import Text

    text = Text(line.text, style=STYLES.get(line.role, ""))
    start = line.text.casefold().find(line.strong.casefold()) if line.strong else -1
    if start >= 0:
        text.stylize("bold", start, start + len(line.strong))
    return text


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
        for place, line in enumerate(lines):
            self._out.write(("\n" if _apart(place, line) else "") + self._wrapped(line) + "\n")
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
        for place, line in enumerate(lines):
            if _apart(place, line):
                self._console.print()
            text = styled(line)
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
    screen.show(views.opening(sitting.state, sitting.title, words.LINE_HINTS))
    seen: object = "the opening"
    while True:
        if sitting.state.phase == "told" and not keyboard.person:
            sitting.proceed()
        if views.place(sitting.state) != seen:
            if seen is None and keyboard.person:
                screen.show([])
            _show_place(sitting, screen)
            seen = views.place(sitting.state)
        before = sitting.state
        try:
            line = keyboard.line(screen, _prompt(before), sitting.seconds_left)
        except TimeUpError:
            screen.prompt("\n")
            sitting.time_up()
            _show(screen, views.step(before, sitting.state, sitting.unsaved))
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
        _show(screen, views.step(before, sitting.state, sitting.unsaved))


def _apart(place: int, line: Line) -> bool:
    """Whether an empty line goes before a line."""
    return place > 0 and line.role == "title"


def _show(screen: Screen, lines: Sequence[Line]) -> None:
    if lines:
        screen.show(lines)


def _show_place(sitting: Sitting, screen: Screen) -> None:
    state = sitting.state
    if state.phase == "asking":
        number, count = views.progress(state)
        screen.show(views.asking(state, sitting.title), (number - 1) / count)
        sitting.shown()
    elif state.phase == "done":
        screen.show(ending(sitting))


def _prompt(state: State) -> str:
    if state.phase == "told":
        last = state.last
        right = last is None or last.credit >= 1 or last.action != "answer"
        return words.ASK_NEXT_RIGHT if right else words.ASK_NEXT
    if state.phase == "done":
        return words.ASK_END_MISSED if engine.missed(state) else words.ASK_END
    return words.ASK


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
