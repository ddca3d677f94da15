"""The commands.  Only here is anything printed, and only here are clock, environment and settings read."""

from __future__ import annotations

import importlib
import pkgutil
import sys
from typing import Annotated

import typer

from quizgen import __version__
from quizgen.errors import QuizgenError

app = typer.Typer(
    name="quizgen",
    help="Turn news coverage into questions that can be trusted.",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"quizgen {__version__}")
        raise typer.Exit()


@app.callback()
def quizgen(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Say the version and leave.")
    ] = False,
) -> None:
    """Turn news coverage into questions that can be trusted."""


def main() -> None:
    """Run the command line: 0 all well, 1 one clear sentence on standard error, 2 wrong usage."""
    try:
        app()
    except QuizgenError as error:
        print(f"quizgen: {error}", file=sys.stderr)
        sys.exit(1)


for _, name, _ in pkgutil.iter_modules(__path__):  # each module here adds its command to `app`
    importlib.import_module(f"{__name__}.{name}")
