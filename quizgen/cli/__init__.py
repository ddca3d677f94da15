"""The commands.  Only here is anything printed, and only here are clock, environment and settings read."""

from __future__ import annotations

import sys

import typer

from quizgen.errors import QuizgenError

app = typer.Typer(
    name="quizgen",
    help="Turn news coverage into questions that can be trusted.",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


def main() -> None:
    """Run the command line: 0 all well, 1 one clear sentence on standard error, 2 wrong usage."""
    try:
        app()
    except QuizgenError as error:
        print(f"quizgen: {error}", file=sys.stderr)
        sys.exit(1)
