"""`quizgen grade`: one verdict of the marking, explained."""

from __future__ import annotations

from typing import Annotated

import typer

from quizgen.cli import app


@app.command()
def grade(
    typed: Annotated[str, typer.Argument(help="What a student typed.", show_default=False)],
    answer: Annotated[str, typer.Argument(help="The right answer.", show_default=False)],
    accepted: Annotated[
        list[str] | None, typer.Option("--accept", "-a", help="Another right answer; give it several times.")
    ] = None,
    prompt: Annotated[
        str, typer.Option("--question", "-q", help="The question: it says what kind of answer is asked for.")
    ] = "",
    others: Annotated[
        list[str] | None, typer.Option("--other", help="Another name in the coverage: answering it is wrong.")
    ] = None,
    strict: Annotated[bool, typer.Option("--strict", help="Forgive no typing mistakes.")] = False,
) -> None:
    """Explain how a typed answer is marked.

    Example: quizgen grade "Isacman" "Jared Isaacman" -q "Who commanded the mission?"
    """
    from quizgen import grading

    given = grading.grade(typed, answer, accepted or (), prompt=prompt, others=others or (), strict=strict)
    score = f" ({given.score:.0%})" if given.verdict == "partial" else ""
    typer.echo(f"{given.verdict}{score}: {given.reason}")
    if given.matched and given.matched != answer:
        typer.echo(f"Compared with: {given.matched}")
