"""Where the learner's record lies, for the commands that use it."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from quizgen.plaintext import plain

MEMORY = ":memory:"

Db = Annotated[
    str | None,
    typer.Option(
        "--db",
        metavar="FILE",
        help="The learner's record (default: record.sqlite in QUIZGEN_HOME, or where this system keeps"
        " data of programs); :memory: saves nothing.",
        show_default=False,
    ),
]
Learner = Annotated[str, typer.Option("--learner", metavar="NAME", help="Whose record it is.")]
ME = "me"


def path(db: str | None) -> Path | None:
    """The file of the record: `--db`, else in the folder QUIZGEN_HOME, else where the system keeps such files.

    None for a record in memory.
    """
    if db == MEMORY:
        return None
    if db:
        return Path(db)
    home = os.environ.get("QUIZGEN_HOME")
    if home:
        return Path(home) / "record.sqlite"
    import platformdirs

    return platformdirs.user_data_path("quizgen", appauthor=False) / "record.sqlite"


def address(quiz: Path) -> str:
    """The form in which the record keeps the place of a quiz file: absolute, and text whatever its bytes."""
    return str(quiz.resolve()).encode("utf-8", "backslashreplace").decode("utf-8")


def name(learner: str) -> str:
    """A learner's name as it is kept: visible text.

    Raises:
        typer.BadParameter: nothing of it is visible.
    """
    cleaned = plain(learner)
    if not cleaned:
        raise typer.BadParameter("the name has no visible letter", param_hint="--learner")
    return cleaned


def now() -> datetime:
    """The moment it is."""
    return datetime.now(UTC)


def local(at: datetime) -> datetime:
    """A moment in the time zone of this machine."""
    return at.astimezone()
