"""The record as a table for the teacher: CSV for a spreadsheet, JSON Lines for a program."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Sequence
from datetime import UTC
from pathlib import PurePath

from quizgen.plaintext import plain
from quizgen.terminal.history import Past
from quizgen.terminal.record import Logged

Cell = str | int | float | bool

ATTEMPTS = (
    "timestamp",
    "learner",
    "quiz",
    "question_id",
    "question",
    "right_answer",
    "action",
    "typed",
    "verdict",
    "score",
    "points",
    "override",
    "hints",
    "seconds",
    "settled",
    "round",
    "session",
    "mode",
    "reason",
)
"""The columns of attempts: score is 0 to 1 with overrides counted in, timestamps are UTC."""

SESSIONS = (
    "timestamp",
    "learner",
    "quiz",
    "session",
    "mode",
    "answered",
    "earned",
    "points",
    "percent",
    "seconds",
)
"""The columns of sessions."""

FORMULA = ("=", "+", "-", "@")
"""What makes a spreadsheet take a cell for a formula; such a cell gets an apostrophe in front."""


def quiz_name(path: str) -> str:
    """What a teacher calls a quiz file: its name without folder and suffix."""
    return plain(PurePath(path).name.removesuffix(".quiz.json"))


def attempts(logged: Iterable[Logged]) -> list[dict[str, Cell]]:
    """One row for each step on a question."""
    return [
        dict(
            zip(
                ATTEMPTS,
                (
                    step.at.astimezone(UTC).isoformat(timespec="seconds"),
                    plain(entry.learner),
                    quiz_name(entry.quiz),
                    plain(step.question),
                    plain(entry.prompt),
                    plain(entry.answer),
                    step.action,
                    plain(step.typed),
                    step.verdict,
                    round(step.credit, 3),
                    entry.points,
                    step.counted,
                    step.hints,
                    step.seconds,
                    step.settled,
                    step.round,
                    entry.session,
                    entry.mode,
                    plain(step.reason),
                ),
                strict=True,
            )
        )
        for entry in logged
        for step in (entry.attempt,)
    ]


def sessions(past: Iterable[Past]) -> list[dict[str, Cell]]:
    """One row for each session."""
    return [
        dict(
            zip(
                SESSIONS,
                (
                    one.began.astimezone(UTC).isoformat(timespec="seconds"),
                    plain(one.learner),
                    quiz_name(one.quiz),
                    one.session,
                    one.mode,
                    one.answered,
                    round(one.earned, 3),
                    one.points,
                    round(100 * one.share, 1),
                    round(one.seconds, 1),
                ),
                strict=True,
            )
        )
        for one in past
    ]


def as_csv(rows: Sequence[dict[str, Cell]], columns: Sequence[str]) -> str:
    """A table with a line of column names; no cell is taken for a formula."""
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([_cell(row[column]) for column in columns] for row in rows)
    return file.getvalue()


def as_jsonl(rows: Iterable[dict[str, Cell]]) -> str:
    """One JSON object a line."""
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def _cell(value: Cell) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    text = str(value)
    return "'" + text if isinstance(value, str) and text.startswith(FORMULA) else text
