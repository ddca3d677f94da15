"""`quizgen build`: from coverage to quizzes."""

from __future__ import annotations

import functools
import os
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from quizgen.cli import _kinds, _outputs, app
from quizgen.errors import QuizgenError, SettingsError, SourceError

if TYPE_CHECKING:
    from rich.console import Console

    from quizgen.cli._building import Targets
    from quizgen.model import Article

SEEDS, OUTPUT = "seeds", "output/"
PIPE_WIDTH = 120
"""Columns of the table where no terminal tells how many there are."""


@app.command()
def build(
    sources: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[SOURCE]...",
            help="Files, folders, patterns, addresses, or - for standard input; seeds/ if none is named.",
            show_default=False,
        ),
    ] = None,
    output: Annotated[
        list[str] | None,
        typer.Option(
            "--output",
            "-o",
            metavar="PATH",
            help="A FOLDER/ gets files for each article; a FILE gets one quiz of all, its suffix says in "
            "what form; - prints it. Several are allowed. output/ if none is named.",
        ),
    ] = None,
    also: Annotated[
        list[str] | None, typer.Option(metavar="SUFFIX", help="One more form of file in folders, e.g. md.")
    ] = None,
    questions: Annotated[int | None, typer.Option(min=1, help="At most so many, the best.")] = None,
    kind: Annotated[
        list[str] | None,
        typer.Option(help="Only this kind (see quizgen kinds).", autocompletion=_kinds.complete),
    ] = None,
    min_quality: Annotated[
        float | None, typer.Option(min=0, max=1, help="Only questions at least so sure, 0 to 1.")
    ] = None,
    title: Annotated[str, typer.Option(help="Title of the coverage, better than its own.")] = "",
    date: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], help="When the coverage appeared.")
    ] = None,
    source: Annotated[str, typer.Option(help="Who published the coverage.")] = "",
    url: Annotated[str, typer.Option(help="The address of the coverage.")] = "",
    latest: Annotated[int | None, typer.Option(min=1, help="Of a feed: only so many, the newest.")] = None,
    allow_private: Annotated[
        bool, typer.Option("--allow-private", help="Fetch from addresses of your own network too.")
    ] = False,
    templates: Annotated[
        Path | None,
        typer.Option(help="Your own templates, which win over ours.", file_okay=False, exists=True),
    ] = None,
    model: Annotated[str | None, typer.Option(help="Another spaCy model to read with.")] = None,
    seed: Annotated[int, typer.Option(help="Of everything left to chance.")] = 0,
    show: Annotated[bool, typer.Option("--open", help="Show the page in the browser.")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Say nothing but what went wrong.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Say at the end what was done, as JSON.")] = False,
) -> None:
    """Turn coverage into quizzes: for each article a deck, a sheet and a quiz file.

    Building over an existing NAME.quiz.json updates it: your edits, drops and additions stay.  A text in
    our notation (quizgen export QUIZ -o quiz.md) is read back with all that you changed in it.
    """
    from rich.console import Console

    from quizgen import pipeline
    from quizgen import sources as reading
    from quizgen.cli import _report
    from quizgen.cli._building import Work

    targets = _targets(output or [OUTPUT], also or [], show=show)
    errors = Console(stderr=True)
    ask = functools.partial(
        pipeline.quiz,
        title=title or None,
        questions=questions,
        kinds=_kinds.chosen(kind or []),
        min_quality=min_quality,
        seed=seed,
        model=model,
        templates=templates,
    )
    made = _told_time()
    work = Work(
        targets,
        ask,
        now=made or _iso(time.time()),
        made=made,
        tell=lambda sentence: errors.print(
            f"quizgen: {sentence}", markup=False, highlight=False, soft_wrap=True
        ),
        options={"templates": templates} if templates else {},
        given=frozenset(
            name
            for name, value in {"title": title, "published": date, "publisher": source, "url": url}.items()
            if value
        ),
    )
    if not sources and not Path(SEEDS).exists():
        raise SourceError(
            f"There is no folder {SEEDS} here: name your coverage, e.g. quizgen build story.txt."
        )
    texts, coverage = _split(sources or [SEEDS])
    for path, text in texts:
        work.edited(text, path)
    if coverage:
        articles = reading.read_all(
            coverage,
            title=title,
            date=date.date() if date else None,
            publisher=source,
            url=url,
            latest=latest,
            allow_private=allow_private,
        )
        with _bar(errors, coverage, shown=not quiet) as step:
            work.coverage(articles, step)

    if as_json:
        typer.echo(_report.as_json(work.built, work.failed), err=targets.prints)
    elif not quiet:
        _report.show(
            work.built, Console(stderr=targets.prints, width=None if sys.stdout.isatty() else PIPE_WIDTH)
        )
    if show:
        _open(file for one in work.built for file in one.written)
    if work.failed:
        raise typer.Exit(1)


def _targets(output: Sequence[str], also: Sequence[str], *, show: bool) -> Targets:
    """Where to write, checked before any work is done.

    Raises:
        ExportError: a suffix that nothing writes.
    """
    from quizgen.cli._building import USUAL, Targets

    files = tuple(path for path in output if path == _outputs.STDOUT or not _outputs.is_folder(path))
    folders = tuple(Path(path) for path in output if path not in files)
    formats = tuple(dict.fromkeys([*USUAL, *(suffix.lstrip(".").lower() for suffix in also)]))
    for file in files:
        if file != _outputs.STDOUT:
            _outputs.check_suffix(_outputs.suffix(Path(file)), file)
    if also and not folders:
        raise typer.BadParameter("--also is for folders: give -o once more instead.")
    for suffix in also:
        _outputs.check_suffix(suffix.lstrip(".").lower(), f"--also {suffix}")
    if sum(_outputs.suffix(Path(file)) == _outputs.QUIZ for file in files) > 1:
        raise typer.BadParameter(
            "Only one quiz file can remember what you decide: give one -o NAME.quiz.json."
        )
    if show and not folders and not any(_outputs.suffix(Path(file)) == "html" for file in files):
        raise typer.BadParameter("--open shows a page: write one, e.g. with -o sheet.html.")
    return Targets(folders, files, formats)


def _told_time() -> str:
    """The time that SOURCE_DATE_EPOCH tells, "" if it tells none.

    The variable is that of reproducible builds (reproducible-builds.org/specs/source-date-epoch).

    Raises:
        SettingsError: it is no number of seconds.
    """
    told = os.environ.get("SOURCE_DATE_EPOCH", "")
    try:
        return _iso(int(told)) if told else ""
    except (ValueError, OverflowError, OSError) as error:
        raise SettingsError(
            f"SOURCE_DATE_EPOCH is {told[:40]!r}, which is no number of seconds: unset it or mend it."
        ) from error


def _iso(seconds: float) -> str:
    return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _split(sources: Iterable[str]) -> tuple[list[tuple[Path, str]], list[str]]:
    """The sources that are quizzes in our notation, with their text, and those that are coverage."""
    from quizgen import notation

    texts, coverage = [], []
    for source in sources:
        path = Path(source)
        if path.suffix.lower() in (".md", ".markdown") and path.is_file():
            try:
                text = path.read_text("utf-8-sig")
            except (OSError, UnicodeDecodeError):
                text = ""  # whoever reads coverage tells what is wrong with it
            if notation.is_quiz(text):
                texts.append((path, text))
                continue
        coverage.append(source)
    return texts, coverage


@contextmanager
def _bar(console: Console, coverage: Sequence[str], *, shown: bool) -> Iterator[Callable[[Article], None]]:
    """A bar that grows with each article, on a terminal only."""
    if not shown or not console.is_terminal:
        yield lambda article: None
        return
    from rich.markup import escape
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    from quizgen.plaintext import plain

    columns = (BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(), TextColumn("{task.description}"))
    with Progress(*columns, console=console, transient=True) as progress:
        task = progress.add_task("reading", total=_count(coverage))
        yield lambda article: progress.update(task, advance=1, description=escape(plain(article.title)[:50]))


def _count(coverage: Sequence[str]) -> int | None:
    """How many documents there are, None if that can't be told beforehand."""
    from quizgen.sources import documents, formats

    count = 0
    for source in coverage:
        if "://" in source:
            return None
        try:
            count += 1 if source == "-" else len(documents.paths(source, formats.IN_FOLDERS))
        except QuizgenError:
            count += 1
    return count


def _open(files: Iterable[str]) -> None:
    """Show the first page in the default browser, if any was written."""
    import webbrowser

    for page in [file for file in files if _outputs.suffix(Path(file)) == "html"][:1]:
        webbrowser.open(Path(page).resolve().as_uri())
