"""`quizgen regrade`: mark stored answers again, after an answer was added to a quiz."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from quizgen import quizfile
from quizgen.cli import _record, app


@app.command()
def regrade(
    quiz: Annotated[Path, typer.Argument(metavar="QUIZ", help="A quiz file (NAME.quiz.json).")],
    learner: Annotated[
        str | None, typer.Option("--learner", metavar="NAME", help="Only this learner (default: all).")
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would change.")] = False,
    db: _record.Db = None,
) -> None:
    """Mark the typed answers in the record anew, as the quiz file is now.

    For a teacher who added an accepted answer: every learner who had given it is marked right.
    """
    from quizgen.plaintext import plain
    from quizgen.terminal.checking import regraded
    from quizgen.terminal.record import Record

    read, name = quizfile.read(quiz), _record.address(quiz)
    with Record(_record.path(db), write=not dry_run) as record:
        logged = record.logged(learner=_record.name(learner) if learner is not None else None, quiz=name)
        changes = regraded(read, name, logged)
        for entry, grade in changes:
            typer.echo(f"{plain(entry.learner)}: {plain(entry.prompt)}")
            typer.echo(f'  "{plain(entry.attempt.typed)}": {entry.attempt.verdict}, now {grade.verdict}')
        if not dry_run:
            record.remark(changes)
    steps = "step" if len(logged) == 1 else "steps"
    typer.echo(f"{len(logged)} {steps} in the record, {len(changes)} marked otherwise.")
