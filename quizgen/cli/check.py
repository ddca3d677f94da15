"""`quizgen check`: does a quiz file mark fairly?"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from quizgen import quizfile
from quizgen.cli import app


@app.command()
def check(
    quiz: Annotated[Path, typer.Argument(metavar="QUIZ", help="A quiz file (NAME.quiz.json).")],
    strict: Annotated[bool, typer.Option("--strict", help="Forgive no typing errors.")] = False,
) -> None:
    """Mark every accepted answer and every distractor of a quiz.

    Every accepted answer has to be marked right and no distractor may be; what is not as it ought to
    be is listed, and the command leaves with 1.
    """
    from quizgen.plaintext import plain
    from quizgen.terminal import checking, picking
    from quizgen.terminal.marking import Marker

    read = quizfile.read(quiz)
    mark = Marker({str(quiz): read}, strict=strict)
    checks = [one for item in picking.items(read, str(quiz)) for one in checking.check(item, mark)]
    unfair = [one for one in checks if not one.fair]
    for one in unfair:
        what = "accepted answer" if one.right else "distractor"
        reason = f": {plain(one.reason)}" if one.reason else ""
        typer.echo(f"{plain(one.question.prompt)} ({one.question.id})")
        typer.echo(f'  {what} "{plain(one.text)}" is marked {one.verdict}{reason}')
    right = sum(one.right for one in checks)
    typer.echo(
        f"{len(read.asked)} questions, {right} right answers, {len(checks) - right} distractors: "
        + (f"{len(unfair)} not marked as they ought to be." if unfair else "all marked as they ought to be.")
    )
    if unfair:
        raise typer.Exit(1)
