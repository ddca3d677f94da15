"""`quizgen ask`: the questions that some sentences give, in our notation, and why."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from quizgen.cli import _kinds, app
from quizgen.errors import SourceError

if TYPE_CHECKING:
    from quizgen.choosing import Candidate
    from quizgen.model import Article


@app.command()
def ask(
    text: Annotated[
        str | None,
        typer.Argument(help="Some sentences; standard input if none are given.", show_default=False),
    ] = None,
    why: Annotated[
        bool,
        typer.Option(
            "--why", help="All that could be asked: which rule found it, what dropped it, its score."
        ),
    ] = False,
    kind: Annotated[
        list[str] | None,
        typer.Option(help="Only this kind (see quizgen kinds).", autocompletion=_kinds.complete),
    ] = None,
    templates: Annotated[
        Path | None,
        typer.Option(help="Your own templates, which win over ours.", file_okay=False, exists=True),
    ] = None,
    model: Annotated[str | None, typer.Option(help="Another spaCy model to read with.")] = None,
) -> None:
    """Print the questions that some sentences give, in our notation.

    What it prints can stand as it is beside an extractor, or in a bug report.
    """
    from quizgen import choosing, notation, pipeline

    # Sentences without their article leave some doubt about what they speak of: who asks for them knows.
    floor = choosing.LOW_FLOOR
    kinds = _kinds.chosen(kind or [])
    if text is not None and len(text) < 1_000 and Path(text).is_file():
        raise SourceError(f"ask takes sentences, and {text} is a file: quizgen ask < {text}.")
    words = _standard_input() if text is None or text == "-" else text
    article = _article(words)
    if why:
        found = pipeline.explain(article, min_quality=floor, model=model, templates=templates)
        wanted = [candidate for candidate in found if not kinds or candidate.fact.kind in kinds]
        for candidate in wanted:
            typer.echo(_explained(candidate))
        if not wanted:
            typer.echo("No rule finds anything here.", err=True)
        return
    quiz = pipeline.quiz([article], made="", kinds=kinds, min_quality=floor, model=model, templates=templates)
    pairs = tuple(notation.Pair(q.prompt, q.answer, q.accepted) for q in quiz.questions)
    passage = "\n\n".join(paragraph.text for paragraph in article.paragraphs)
    typer.echo(notation.write_examples([notation.Example(passage, pairs)]).rstrip())
    if not pairs:
        typer.echo("Nothing here can be asked; quizgen ask --why tells what was thought of.", err=True)


def _standard_input() -> str:
    """What stands on standard input, as any source is read.

    Raises:
        SourceError: it can't be read.
    """
    from quizgen import sources

    if sys.stdin.isatty():
        typer.echo("Type some sentences, then Ctrl-D:", err=True)
    articles = list(sources.read("-"))
    return "\n\n".join(paragraph.text for article in articles for paragraph in article.paragraphs)


def _article(text: str) -> Article:
    """The sentences as an article: one paragraph as it stands, several as any text is read."""
    from quizgen import pipeline, sources

    if not text.strip():
        raise SourceError("There is no sentence to ask about: give some in quotation marks.")
    return sources.read_text(text) if "\n\n" in text.strip() else pipeline.passage(text)


def _explained(candidate: Candidate) -> str:
    """A candidate with its origin and its fate, on two or three lines."""
    from quizgen.plaintext import plain

    fact = candidate.fact
    fate = f"dropped: {candidate.dropped}" if candidate.dropped else f"asked, quality {candidate.quality:.2f}"
    rule = f"{fact.kind}, rule {fact.rule}" if fact.rule else fact.kind
    lines = [f"{rule}: {fate}", f"    {candidate.prompt or '(no wording)'} — {fact.answer}"]
    if candidate.features:
        lines.append("    " + ", ".join(f"{name} {value:g}" for name, value in candidate.features.items()))
    return "\n".join([plain(lines[0]), *(f"    {plain(line)}" for line in lines[1:])])
