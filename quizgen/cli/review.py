"""`quizgen review`: the teacher's desk."""

from __future__ import annotations

import importlib.util
import os
import shlex
import shutil
import sys
import textwrap
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from quizgen.cli import app


@app.command()
def review(
    quiz: Annotated[
        Path, typer.Argument(metavar="QUIZ", help="A quiz file (NAME.quiz.json).", show_default=False)
    ],
    lines: Annotated[
        bool, typer.Option("--plain", help="Line by line: for screen readers and pipes.")
    ] = False,
) -> None:
    """Make a quiz your own: keep, drop, edit, add and order its questions.

    Every step is saved at once.  ? tells the keys, q leaves.
    """
    from quizgen.review.desk import Desk
    from quizgen.review.saving import SavedQuiz

    saved = SavedQuiz(quiz)
    before = saved.read()
    desk = Desk(before, _now, saved.write)
    terminal = sys.stdin.isatty() and sys.stdout.isatty() and os.environ.get("TERM") != "dumb"
    if terminal and not lines and importlib.util.find_spec("textual") is not None:
        from quizgen.review.app import Review

        Review(desk).run()
    else:
        from quizgen.review.lines import run

        if terminal and not lines:
            typer.echo(
                "The full-screen desk needs more packages: run  pip install 'quizgen[review]'", err=True
            )
        run(desk, _ask, _tell if terminal else typer.echo)
    if terminal and desk.quiz != before:
        name = str(quiz).removesuffix(".quiz.json")
        again = shlex.join(["quizgen", "export", str(quiz), "-o", f"{name}.apkg", "-o", f"{name}.html"])
        typer.echo(f"Saved. Deck and sheet are made anew by:  {again}")


def _now() -> str:
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _tell(text: str) -> None:
    """Print text, its lines broken between words."""
    width = max(shutil.get_terminal_size().columns - 1, 20)
    for line in text.split("\n"):
        typer.echo("\n".join(textwrap.wrap(line, width) or [""]))


def _ask(prompt: str) -> str | None:
    try:
        return input(prompt if sys.stdin.isatty() else "")
    except (EOFError, UnicodeDecodeError):
        return None
