"""`quizgen forget`: delete all that is known of a learner."""

from __future__ import annotations

from typing import Annotated

import typer

from quizgen.cli import _record, app
from quizgen.errors import RecordError


@app.command()
def forget(
    learner: Annotated[str, typer.Argument(metavar="LEARNER", help="Whose answers to delete.")],
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")] = False,
    db: _record.Db = None,
) -> None:
    """Delete a learner's name and every answer from the record, for good."""
    from quizgen.terminal.record import Record

    path, who = _record.path(db), _record.name(learner)
    if path is None or not path.is_file():
        raise RecordError("There is no record yet, so nothing is known of anybody.")
    with Record(path) as record:
        known = record.learners()
        if who not in known:
            names = ", ".join(known) or "nobody"
            raise RecordError(f"The record {path} knows no learner {who}: it knows {names}.")
        if not yes and not typer.confirm(f"Delete all answers of {who} for good?"):
            raise typer.Exit(1)
        count = record.forget(who)
    typer.echo(f"Forgot {who}: {count} {'step' if count == 1 else 'steps'} deleted.")
