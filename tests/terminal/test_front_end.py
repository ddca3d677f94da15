"""Whatever a quiz holds and whatever is typed: the line modes print plain lines and come to an end."""

import io
import re
import unicodedata

from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console

from quizgen.model import Quiz
from quizgen.terminal import engine, lines, picking
from quizgen.terminal.engine import Rules
from quizgen.terminal.lines import BareScreen, Keyboard, RichScreen, Screen
from quizgen.terminal.sitting import Sitting

from ..quizzes import quizzes
from .conftest import START, mark

COLOURS = re.compile(r"\x1b\[[0-9;]*m")
typed = st.lists(st.text(max_size=20) | st.sampled_from(list("hsrceu?1234")), max_size=12)
modes = st.sampled_from(["typed", "choice", "cards"])


def play(quiz: Quiz, typed: list[str], mode: str, screen: Screen) -> None:
    state = engine.begin(picking.items(quiz, "any"), Rules(mode=mode), START)  # type: ignore[arg-type]
    sitting = Sitting(
        title=quiz.title,
        state=state,
        mark=mark,  # type: ignore[arg-type]
        clock=lambda: START,
        save=lambda before, after, at: None,
    )
    lines.play(sitting, screen, Keyboard(io.StringIO("\n".join(typed))))


def invisible(text: str) -> list[str]:
    return [
        char for char in text if char != "\n" and unicodedata.category(char) in ("Cc", "Cf", "Cs", "Zl", "Zp")
    ]


@given(quizzes, typed, modes)
@settings(max_examples=60, deadline=None)
def test_bare_lines_hold_nothing_invisible(quiz: Quiz, typed: list[str], mode: str) -> None:
    out = io.StringIO()
    play(quiz, typed, mode, BareScreen(out, None))
    assert invisible(out.getvalue()) == []


@given(quizzes, typed, modes)
@settings(max_examples=60, deadline=None)
def test_coloured_lines_hold_only_colours_and_fit_the_terminal(
    quiz: Quiz, typed: list[str], mode: str
) -> None:
    out = io.StringIO()
    console = Console(
        file=out,
        width=40,
        force_terminal=True,
        color_system="standard",
        highlight=False,
        markup=False,
        emoji=False,
    )
    play(quiz, typed, mode, RichScreen(console))
    shown = COLOURS.sub("", out.getvalue())
    assert invisible(shown) == []
    assert max(cell_len(line) for line in shown.splitlines()) <= 40
