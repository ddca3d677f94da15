"""`quizgen export`: quizzes as a deck, a sheet, a page or a text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Annotated, Any, Literal

import typer

from quizgen import quizfile, registry
from quizgen.cli import _outputs, app
from quizgen.errors import ExportError
from quizgen.model import Quiz


@app.command()
def export(
    ctx: typer.Context,
    quiz: Annotated[list[Path], typer.Argument(help="Quiz files (NAME.quiz.json).", show_default=False)],
    output: Annotated[
        list[Path],
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="Where to write; the suffix says what. Several are allowed; - prints our notation.",
        ),
    ],
    title: Annotated[str | None, typer.Option(help="In place of the quiz's own title.")] = None,
    questions: Annotated[int | None, typer.Option(min=1, help="At most so many, the best.")] = None,
    kinds: Annotated[
        list[str] | None, typer.Option("--kinds", "--kind", help="Only these kinds, e.g. who,when.")
    ] = None,
    templates: Annotated[
        Path | None,
        typer.Option(help="Your own templates, which win over ours.", file_okay=False, exists=True),
    ] = None,
    deck: Annotated[str | None, typer.Option(help='Cards: the deck, e.g. "Biology 9::Week 3".')] = None,
    tags: Annotated[list[str] | None, typer.Option("--tag", help="Cards: a tag for every note.")] = None,
    cards: Annotated[Literal["qa", "cloze", "both"] | None, typer.Option(help="Cards: which.")] = None,
    choices: Annotated[
        bool | None, typer.Option("--choices/--no-choices", help="Cards: offer answers to choose from.")
    ] = None,
    typed: Annotated[
        Literal["auto", "always", "never"] | None, typer.Option(help="Cards: have the answer typed.")
    ] = None,
    strict: Annotated[
        bool | None, typer.Option("--strict", help="Cards: refuse where there would be warnings.")
    ] = None,
    sheet: Annotated[Literal["student", "key", "both"] | None, typer.Option(help="Sheet: for whom.")] = None,
    style: Annotated[
        Literal["open", "choice", "cloze", "mixed"] | None, typer.Option(help="Sheet: how to answer.")
    ] = None,
    points: Annotated[
        int | None, typer.Option(min=0, help="Sheet: what each question is worth; 0 prints none.")
    ] = None,
    instructions: Annotated[str | None, typer.Option(help="Sheet: what to do, in your words.")] = None,
    date: Annotated[str | None, typer.Option(help="Sheet: the date in its head, YYYY-MM-DD.")] = None,
    paper: Annotated[str | None, typer.Option(help="Sheet: A4 or letter; a page fits both.")] = None,
    large_print: Annotated[bool | None, typer.Option("--large-print", help="Sheet: 18 point.")] = None,
    dyslexia: Annotated[
        bool | None, typer.Option("--dyslexia", help="Sheet: easier to read with dyslexia.")
    ] = None,
    versions: Annotated[
        int | None, typer.Option(min=1, max=26, help="Sheet: so many shuffled versions, with keys.")
    ] = None,
    seed: Annotated[int | None, typer.Option(help="Sheet: of the shuffling.")] = None,
    word_bank: Annotated[
        bool | None, typer.Option("--word-bank/--no-word-bank", help="Sheet: the words that fill the gaps.")
    ] = None,
    cite: Annotated[
        bool | None,
        typer.Option("--cite/--no-cite", help="Sheet: the number of its source at each question."),
    ] = None,
    self_check: Annotated[
        bool | None, typer.Option("--self-check", help="Page: marks what is typed, in the browser.")
    ] = None,
    lang: Annotated[str | None, typer.Option(help="Sheet: language of the fixed words, e.g. de.")] = None,
) -> None:
    """Write quizzes as an Anki deck, a sheet, a page or a text.

    An option that the chosen kind of file does not have is refused.
    """
    wanted = [_wanted(path) for path in output]
    options = {
        name: _split(value) if name == "kinds" else value
        for name, value in ctx.params.items()
        if name not in ("quiz", "output") and value not in (None, [], ())
    }
    _refuse_unknown(ctx, options, wanted)
    quizzes = [quizfile.read(path) for path in quiz]
    if any("strict" in _options_of(kind) for kind in wanted):
        _pass_gate(quizzes, options)
    for path, kind in zip(output, wanted, strict=True):
        known = _outputs.options_of(kind)
        mine = {name: options[name] for name in options.keys() & known}
        content = _outputs.encode(quizzes, kind, mine, path)
        if str(path) == _outputs.STDOUT:
            _outputs.print_bytes(content, kind)
        else:
            _outputs.write(path, content)
            typer.echo(path, err=True)


def _wanted(path: Path) -> str:
    """The suffix of the exporter for an output."""
    if str(path) == _outputs.STDOUT:
        return "md"
    kind = _outputs.suffix(path)
    if kind == _outputs.QUIZ:
        raise typer.BadParameter(
            f"{path} would be a quiz file, which is no export: quizgen merge puts quizzes into one."
        )
    _outputs.check_suffix(kind, path)
    return kind


def _options_of(kind: str) -> set[str]:
    """The options for this kind of file: the exporter's, and for cards the gate's."""
    known = _outputs.options_of(kind)
    return known | {"strict"} if "cards" in known else known


def _pass_gate(quizzes: Sequence[Quiz], options: Mapping[str, Any]) -> None:
    """Warn of questions that will be hard to learn.

    Raises:
        ExportError: there are some, and the options are strict.
    """
    from quizgen import gate

    warnings = gate.check(
        quizzes, cards=options.get("cards", "qa"), choices=bool(options.get("choices", False))
    )
    for warning in warnings:
        typer.echo(f"warning: {warning}", err=True)
    if warnings and options.get("strict"):
        raise ExportError(
            f"Nothing was written, for --strict allows no warning and there are {len(warnings)}: "
            "mend these questions (quizgen review) or leave out --strict."
        )


def _split(values: Iterable[str]) -> tuple[str, ...]:
    """Words given one by one or with commas between them."""
    return tuple(word.strip() for value in values for word in value.split(",") if word.strip())


def _refuse_unknown(ctx: typer.Context, options: Iterable[str], wanted: list[str]) -> None:
    """Refuse an option that was given on the command line and that none of the outputs has."""
    known = set().union(*(_options_of(kind) for kind in wanted))
    for name in options:
        source = ctx.get_parameter_source(name)
        if name in known or source is None or source.name != "COMMANDLINE":
            continue
        flag = next(option.opts[0] for option in ctx.command.params if option.name == name)
        having = [f".{kind}" for kind in registry.exporters() if name in _options_of_any(kind)]
        only = f"only {' and '.join(having)} " + ("has it" if len(having) == 1 else "have it")
        raise typer.BadParameter(
            f"{flag} does nothing for .{' and .'.join(wanted)}: {only if having else 'nothing has it'}."
        )


def _options_of_any(kind: str) -> set[str]:
    """Like `_outputs.options_of`, but nothing for an exporter whose packages are not installed."""
    from quizgen.errors import QuizgenError

    try:
        return _options_of(kind)
    except QuizgenError:
        return set()
