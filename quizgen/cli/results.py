"""`quizgen results`: the record as a table for the teacher."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from quizgen import paths
from quizgen.cli import _record, app
from quizgen.errors import RecordError


class Shape(StrEnum):
    """How a table is written."""

    csv = "csv"
    jsonl = "jsonl"


@app.command()
def results(
    quiz: Annotated[
        Path | None, typer.Argument(metavar="QUIZ", help="Only of this quiz file.", show_default=False)
    ] = None,
    learner: Annotated[
        str | None, typer.Option("--learner", metavar="NAME", help="Only of this learner (default: all).")
    ] = None,
    sessions: Annotated[
        bool, typer.Option("--sessions", help="One row for each time a quiz was taken.")
    ] = False,
    shape: Annotated[
        Shape | None, typer.Option("--format", help="Default: by the suffix of --output, else csv.")
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="Write to a file.", show_default=False),
    ] = None,
    db: _record.Db = None,
) -> None:
    """Write every answer (or every session) as CSV or JSON Lines.

    Cells that a spreadsheet would take for a formula get an apostrophe in front.
    """
    from quizgen.terminal import history
    from quizgen.terminal import results as table
    from quizgen.terminal.record import Record

    with Record(_record.path(db), write=False) as record:
        logged = record.logged(
            learner=_record.name(learner) if learner is not None else None,
            quiz=_record.address(quiz) if quiz is not None else None,
        )
    columns = table.SESSIONS if sessions else table.ATTEMPTS
    rows = table.sessions(history.sessions(logged)) if sessions else table.attempts(logged)
    lines = shape is Shape.jsonl or (shape is None and output is not None and output.suffix == ".jsonl")
    text = table.as_jsonl(rows) if lines else table.as_csv(rows, columns)
    if output is None:
        sys.stdout.flush()
        sys.stdout.buffer.write(text.encode("utf-8", "replace"))
        return
    # Spreadsheets take a CSV file for UTF-8 only if it begins with a byte order mark.
    encoding = "utf-8" if lines else "utf-8-sig"
    try:
        paths.write_whole(output, text.encode(encoding, "replace"))
    except OSError as error:
        raise RecordError(f"{output} can't be written ({error.strerror}): choose another place.") from error
