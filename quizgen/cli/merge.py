"""`quizgen merge`: several quizzes as one, near-identical questions side by side."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from quizgen.cli import app
from quizgen.errors import QuizFileError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rich.table import Table
    from rich.text import Text

    from quizgen.model import Question, Quiz

Pairs = list[tuple["Question", "Question"]]


@app.command()
def merge(
    quizzes: Annotated[
        list[Path],
        typer.Argument(metavar="QUIZ QUIZ...", help="Quiz files (NAME.quiz.json).", show_default=False),
    ],
    output: Annotated[Path, typer.Option("--output", "-o", metavar="FILE", help="The quiz file to write.")],
    title: Annotated[str, typer.Option(help="Title of the new quiz; the first one's if not given.")] = "",
    drop_repeats: Annotated[
        bool, typer.Option("--drop-repeats", help="Drop the second of two near-identical questions.")
    ] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Say nothing but what went wrong.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Say at the end what was done, as JSON.")] = False,
) -> None:
    """Put quizzes into one: nothing you kept, edited, dropped or added is lost.

    Questions that are nearly the same are shown side by side.
    """
    from quizgen import quizfile, updating

    if len(quizzes) < 2:
        raise typer.BadParameter("Name at least two quiz files.", param_hint="QUIZ")
    if not output.name.lower().endswith("quiz.json"):
        raise QuizFileError(f"{output} is no name for a quiz file: let it end in .quiz.json.")
    read = [quizfile.read(path) for path in quizzes]
    merged, clashes = read[0], []
    for quiz in read[1:]:
        merged, more = updating.merge(merged, quiz)
        clashes += more
    if title:
        merged = replace(merged, title=title)
    pairs = updating.near_duplicates(merged.questions)
    if drop_repeats:
        merged = _without_repeats(merged, pairs)
    quizfile.write(merged, output)
    if as_json:
        typer.echo(_as_json(merged, pairs, [(clash.stands, clash.other) for clash in clashes], output))
    elif not quiet:
        _show(merged, pairs, [(clash.stands, clash.other) for clash in clashes], output, dropped=drop_repeats)


def _without_repeats(quiz: Quiz, pairs: Pairs) -> Quiz:
    """The quiz with one of each pair dropped: the second, or the one that the teacher did not decide on.

    Where she decided on both, both stay.
    """
    from datetime import UTC, datetime

    from quizgen.editing import decided

    now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    dropped: set[str] = set()
    for one, other in pairs:
        if one.id not in dropped and other.id not in dropped:
            untouched = [question.id for question in (other, one) if question.status == "new"]
            dropped.update(untouched[:1])
    questions = (decided(q, "dropped", now) if q.id in dropped else q for q in quiz.questions)
    return replace(quiz, questions=tuple(questions))


def _show(quiz: Quiz, pairs: Pairs, clashes: Pairs, output: Path, *, dropped: bool) -> None:
    from rich.console import Console
    from rich.text import Text

    console = Console()
    if pairs:
        console.print(_table(f"Nearly the same{' (one of each is dropped now)' if dropped else ''}", pairs))
    if clashes:
        console.print(_table("Decided differently: the first stands", clashes))
    asked = f"{len(quiz.asked)} questions of {len(quiz.questions)} are asked"
    alike = (
        f"{len(pairs)} {'pair is' if len(pairs) == 1 else 'pairs are'} nearly the same"
        if pairs
        else "no two are alike"
    )
    console.print(Text(f"{output}: {asked}, {alike}."), soft_wrap=True)
    if pairs and not dropped:
        console.print(Text(f"quizgen review {output}  lets you drop one of each."), soft_wrap=True)


def _table(title: str, pairs: Pairs) -> Table:
    from rich.table import Table

    table = Table(
        title=title, title_justify="left", show_header=False, show_lines=True, expand=sys.stdout.isatty()
    )
    for _ in range(2):
        table.add_column(ratio=1, overflow="fold")
    for pair in pairs:
        table.add_row(*_told(pair))
    return table


def _told(pair: Iterable[Question]) -> list[Text]:
    """Question, answer and state of each, as plain text."""
    from rich.text import Text

    from quizgen.plaintext import plain

    return [Text(f"{plain(q.prompt)}\n{plain(q.answer)}  ({q.status})") for q in pair]


def _as_json(quiz: Quiz, pairs: Pairs, clashes: Pairs, output: Path) -> str:
    import json

    return json.dumps(
        {
            "written": str(output),
            "questions": len(quiz.questions),
            "asked": len(quiz.asked),
            "nearly_the_same": [[one.id, other.id] for one, other in pairs],
            "decided_differently": [one.id for one, _ in clashes],
        },
        indent=1,
    )
