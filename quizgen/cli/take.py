"""`quizgen take`: a quiz at the terminal."""

from __future__ import annotations

import functools
import os
import random
import shlex
import shutil
import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TextIO

import typer

from quizgen.cli import _record, app
from quizgen.errors import MissingExtra, RecordError

if TYPE_CHECKING:
    from quizgen.terminal.record import Record
    from quizgen.terminal.sitting import Sitting
    from quizgen.terminal.starting import Wish


class Way(StrEnum):
    """How questions are put."""

    typed = "typed"
    choice = "choice"
    cards = "cards"


@app.command()
def take(
    quiz: Annotated[
        Path | None, typer.Argument(metavar="QUIZ", help="A quiz file (NAME.quiz.json).", show_default=False)
    ] = None,
    most: Annotated[int | None, typer.Option("-n", min=1, help="Ask at most so many questions.")] = None,
    kind: Annotated[
        list[str] | None, typer.Option("--kind", help="Ask only this kind; may be repeated.")
    ] = None,
    mode: Annotated[
        Way | None,
        typer.Option("--mode", help="Type answers (the default), choose among options, or turn cards."),
    ] = None,
    shuffle: Annotated[
        bool | None,
        typer.Option("--shuffle/--no-shuffle", help="Draw lots for the order (default: best first)."),
    ] = None,
    seed: Annotated[int | None, typer.Option("--seed", help="Shuffle the same way every time.")] = None,
    exam: Annotated[bool, typer.Option("--exam", help="No hints; answers come at the end.")] = False,
    timed: Annotated[
        float | None, typer.Option("--timed", min=1, metavar="SECONDS", help="Time for each question.")
    ] = None,
    strict: Annotated[bool, typer.Option("--strict", help="Forgive no typing errors.")] = False,
    missed: Annotated[bool, typer.Option("--missed", help="Ask only what was missed last time.")] = False,
    due: Annotated[bool, typer.Option("--due", help="Ask what is due today, from every quiz taken.")] = False,
    fresh: Annotated[bool, typer.Option("--fresh", help="Start over instead of going on.")] = False,
    learner: _record.Learner = _record.ME,
    plain: Annotated[bool, typer.Option("--plain", help="Text only: for screen readers and pipes.")] = False,
    tui: Annotated[bool, typer.Option("--tui", help="The full-screen app, with mouse.")] = False,
    db: _record.Db = None,
) -> None:
    """Take a quiz: type the answers, get them marked, see the proof.

    A quiz that was left goes on where it stopped.  ? shows the keys.
    """
    if quiz is None and not (due or missed):
        raise typer.BadParameter("name a quiz file, or use --due or --missed", param_hint="QUIZ")
    if exam and mode is Way.cards:
        raise typer.BadParameter("in an exam answers are typed or chosen, not turned", param_hint="--mode")
    if tui and plain:
        raise typer.BadParameter("choose one of --tui and --plain", param_hint="--tui")
    if tui and not (_is_terminal(sys.stdin) and _is_terminal(sys.stdout)):
        raise typer.BadParameter("the app needs a terminal for input and output", param_hint="--tui")

    from quizgen import quizfile
    from quizgen.terminal import lines
    from quizgen.terminal.starting import Wish

    lines.forgiving(sys.stdin)
    given = {
        "n": most,
        "kind": sorted(kind) if kind else None,
        "mode": mode.value if mode else None,
        "shuffle": True if shuffle is None and seed is not None else shuffle,
        "seed": seed,
        "exam": exam or None,
        "timed": timed,
        "strict": strict or None,
    }
    wish = Wish(
        learner=_record.name(learner),
        path=_record.address(quiz) if quiz is not None else None,
        quiz=quizfile.read(quiz) if quiz is not None else None,
        options={name: value for name, value in given.items() if value is not None},
        due=due,
        missed=missed,
        fresh=fresh,
    )
    record, sitting = _start(wish, db, again=_again(quiz, db, learner))
    with record:
        if sitting is None:
            typer.echo(_nothing(record, wish))
            raise typer.Exit(0 if due or missed else 1)
        try:
            _play(sitting, plain=plain, tui=tui)
        except KeyboardInterrupt:
            typer.echo("\n" + _stopped(record, sitting))
            raise typer.Exit(130) from None


def _start(wish: Wish, db: str | None, again: str) -> tuple[Record, Sitting | None]:
    """The quiz and the record, or one in memory if the learner prefers that to none.

    Raises:
        RecordError: the record can't be used, and there is nobody to ask.
    """
    from quizgen.terminal import words
    from quizgen.terminal.record import Record
    from quizgen.terminal.starting import start

    settled = functools.partial(
        start,
        wish=wish,
        clock=_record.now,
        local=_record.local,
        chance=random.SystemRandom().randrange(2**31),
        again=again,
    )
    try:
        record = Record(_record.path(db))
        return record, settled(record)
    except RecordError as error:
        if not (_is_terminal(sys.stdin) and _is_terminal(sys.stdout)):
            raise RecordError(f"{error} {words.MEMORY_OFFER}") from error
        typer.echo(str(error))
        if not typer.confirm(words.GO_ON_IN_MEMORY, default=True):
            raise typer.Exit(1) from error
        typer.echo(words.IN_MEMORY)
        record = Record(None)
        return record, settled(record)


def _play(sitting: Sitting, *, plain: bool, tui: bool) -> None:
    """Hand over to the front end that fits the terminal."""
    from quizgen.terminal import lines

    if tui:
        try:
            from quizgen.terminal.app import run
        except ModuleNotFoundError as error:
            if (error.name or "").split(".")[0] != "textual":
                raise
            raise MissingExtra("The full-screen quiz", "tui") from error
        run(sitting, lines.BareScreen(sys.stdout, lambda: shutil.get_terminal_size().columns))
        return
    keys, out = _is_terminal(sys.stdin), _is_terminal(sys.stdout)
    dumb = os.environ.get("TERM", "") in ("dumb", "unknown")
    bare = plain or dumb or not (keys and out)
    if keys and out and not dumb and sitting.state.rules.limit is None:
        lines.with_editing()
    keyboard = lines.Keyboard(sys.stdin, edited=out and not dumb)
    screen: lines.Screen
    if bare:
        screen = lines.BareScreen(sys.stdout, (lambda: shutil.get_terminal_size().columns) if out else None)
    else:
        from rich.console import Console

        screen = lines.RichScreen(Console(highlight=False, markup=False, emoji=False))
    lines.play(sitting, screen, keyboard)


def _nothing(record: Record, wish: Wish) -> str:
    """Why there is nothing to ask."""
    from quizgen.terminal import telling, words

    if wish.due:
        coming = telling.coming(record.logged(learner=wish.learner), _record.now(), _record.local)
        return " ".join([words.NOTHING_DUE, *coming])
    return words.NOTHING_MISSED_BEFORE.format(learner=wish.learner) if wish.missed else words.NO_QUESTIONS


def _stopped(record: Record, sitting: Sitting) -> str:
    """What is said after Ctrl-C."""
    from quizgen.terminal import words

    if record.path is None:
        return words.STOPPED_UNSAVED
    if sitting.missing:
        return words.UNSAVED.format(count=sitting.missing)
    over = sitting.state.phase == "done" or sitting.state.round
    return words.PAUSED.format(command=sitting.again) if sitting.again and not over else words.STOPPED


def _again(quiz: Path | None, db: str | None, learner: str) -> str:
    """The command that goes on with this quiz."""
    command = ["quizgen", "take", str(quiz)]
    if learner != _record.ME:
        command += ["--learner", learner]
    if db:
        command += ["--db", db]
    return shlex.join(command)


def _is_terminal(stream: TextIO | None) -> bool:
    return stream is not None and not stream.closed and stream.isatty()
