"""`quizgen due`: what should be asked again, and when."""

from __future__ import annotations

from typing import Annotated

import typer

from quizgen.cli import _record, app


@app.command()
def due(
    learner: _record.Learner = _record.ME,
    days: Annotated[int, typer.Option("--days", min=1, help="Look so many days ahead.")] = 7,
    db: _record.Db = None,
) -> None:
    """Say how many questions are due today and on the coming days."""
    from quizgen.terminal import telling
    from quizgen.terminal.record import Record

    who = _record.name(learner)
    with Record(_record.path(db), write=False) as record:
        for line in telling.due_days(record.logged(learner=who), _record.now(), _record.local, days):
            typer.echo(line)
