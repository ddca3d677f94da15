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
from typing import Annotated, Any, TextIO

import typer

from quizgen.cli import _record, app
from quizgen.errors import MissingExtra, QuizFileError, RecordError
from quizgen.model import Quiz


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
    from quizgen.terminal import engine, lines, picking, words
    from quizgen.terminal.marking import Marker
    from quizgen.terminal.sitting import Sitting

    for stream in (sys.stdin, sys.stdout):
        lines.forgiving(stream)
    who = _record.name(learner)
    named = quizfile.read(quiz) if quiz is not None else None
    record = _open_record(db)
    me = record.learner(who)
    known: dict[str, Quiz] = {}
    if quiz is not None and named is not None:
        known[str(quiz.resolve())] = named
    else:
        known = {name: _as_it_is_now(name, content) for name, content in record.quizzes(who)}
    numbers = {name: record.quiz(name, one.title, quizfile.dumps(one)) for name, one in known.items()}

    wanted: dict[str, Any] = {
        "n": most,
        "kind": sorted(kind) if kind else None,
        "mode": mode.value if mode else None,
        "shuffle": True if shuffle is None and seed is not None else shuffle,
        "seed": seed,
        "exam": exam or None,
        "timed": timed,
        "strict": strict or None,
    }
    wanted = {name: value for name, value in wanted.items() if value is not None}
    number = next(iter(numbers.values())) if quiz is not None else None
    resumable = number if not (due or missed) else None
    unfinished = None
    if resumable is not None:
        if fresh:
            record.close_unfinished(me, resumable, _record.now())
        else:
            unfinished = record.unfinished(me, resumable, wanted)
    options = {
        "seed": random.SystemRandom().randrange(2**31),
        "mode": "typed",
        "due": due,
        "missed": missed,
        **(unfinished.options if unfinished else wanted),
    }
    rules = engine.Rules(
        mode=options["mode"],
        exam=options.get("exam", False),
        strict=options.get("strict", False),
        limit=options.get("timed"),
        seed=options["seed"],
    )
    mark = Marker(known, strict=rules.strict)
    found = [item for name, one in known.items() for item in picking.items(one, name)]
    if unfinished:
        by_id = {item.question.id: item for item in found}
        chosen = tuple(by_id[id] for id in unfinished.questions if id in by_id)
    else:
        chosen = picking.pick(
            found,
            kinds=options.get("kind") or (),
            only=_only(record, who, due=due, missed=missed),
            shuffle=options.get("shuffle", False),
            seed=options["seed"],
            most=options.get("n"),
        )
    if not chosen:
        typer.echo(_nothing(record, who, due=due, missed=missed))
        raise typer.Exit(0 if due or missed else 1)
    if rules.mode == "choice":
        chosen = picking.with_options(chosen, found, mark, rules.seed)

    state = engine.begin(chosen, rules, _record.now())
    if unfinished:
        session = unfinished.id
        state = engine.resume(state, unfinished.log, _record.now())
    else:
        session = record.begin(me, resumable, options, [item.question.id for item in chosen], _record.now())
    sitting = Sitting(
        title=named.title if named else words.ALL_QUIZZES,
        state=state,
        mark=mark,
        clock=_record.now,
        save=lambda before, after, at: record.save(session, before, after, at),
        again=_again(quiz, db, learner) if resumable is not None and record.path else "",
        past=functools.partial(
            _past, record, who, session, str(quiz.resolve()) if resumable is not None and quiz else None
        ),
    )
    try:
        _play(sitting, plain=plain, tui=tui)
    except KeyboardInterrupt:
        if not record.path:
            typer.echo("\n" + words.STOPPED_UNSAVED)
        elif sitting.again:
            typer.echo("\n" + words.PAUSED.format(command=sitting.again))
        else:
            typer.echo("\n" + words.STOPPED)
        raise typer.Exit(130) from None
    except BrokenPipeError:
        lines.silence(sys.stdout)
    finally:
        record.close()


def _play(sitting: Any, *, plain: bool, tui: bool) -> None:
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


def _open_record(db: str | None) -> Any:
    """The record, or one in memory if the learner prefers that to none."""
    from quizgen.terminal import words
    from quizgen.terminal.record import Record

    try:
        return Record(_record.path(db))
    except RecordError as error:
        if not (_is_terminal(sys.stdin) and _is_terminal(sys.stdout)):
            raise RecordError(f"{error} {words.MEMORY_OFFER}") from error
        typer.echo(str(error))
        if not typer.confirm(words.GO_ON_IN_MEMORY, default=True):
            raise typer.Exit(1) from error
        typer.echo(words.IN_MEMORY)
        return Record(None)


def _as_it_is_now(name: str, content: str) -> Quiz:
    """A quiz that was taken before, from its file, or as it was then if the file is gone."""
    from quizgen import quizfile

    try:
        return quizfile.read(Path(name))
    except QuizFileError:
        return quizfile.loads(content, name)


def _only(record: Any, who: str, *, due: bool, missed: bool) -> set[str] | None:
    """Ids of the questions that are due, or were missed; None for all."""
    if not (due or missed):
        return None
    from quizgen.terminal import history, schedule

    logged = record.logged(learner=who)
    only: set[str] | None = None
    if due:
        end = history.end_of_day(_record.now(), _record.local)
        only = {question for question, at in schedule.due(logged).items() if at < end}
    if missed:
        gone_wrong = history.missed(logged)
        only = gone_wrong if only is None else only & gone_wrong
    return only


def _nothing(record: Any, who: str, *, due: bool, missed: bool) -> str:
    from quizgen.terminal import telling, words

    if due:
        coming = telling.coming(record.logged(learner=who), _record.now(), _record.local)
        return " ".join([words.NOTHING_DUE, *coming])
    if missed:
        return words.NOTHING_MISSED_BEFORE.format(learner=who)
    return words.NO_QUESTIONS


def _past(record: Any, who: str, session: int, quiz: str | None) -> list[str]:
    """Sentences about the learner's past, for the summary."""
    from quizgen.terminal import telling

    return telling.past(
        record.logged(learner=who), session=session, quiz=quiz, now=_record.now(), local=_record.local
    )


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
