"""The quiz file itself, for other programs: its shape is `quizgen/quiz.schema.json`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from quizgen.errors import ExportError
from quizgen.model import Quiz
from quizgen.quizfile import dumps


def export(quizzes: Sequence[Quiz], *, title: str | None = None) -> bytes:
    """The quiz file, UTF-8, with the questions that are not asked any more.

    Args:
        title: in place of the quiz's own.

    Raises:
        ExportError: there are several quizzes.
    """
    if len(quizzes) != 1:
        raise ExportError(
            f"A .json file holds one quiz, not {len(quizzes)}: quizgen merge makes one of several."
        )
    return dumps(replace(quizzes[0], title=title or quizzes[0].title)).encode()
