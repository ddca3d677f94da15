"""A quiz in our notation, to be read, changed in a text editor and built again."""

from __future__ import annotations

from collections.abc import Sequence

from quizgen.errors import ExportError
from quizgen.model import Quiz
from quizgen.notation import write_quiz


def export(quizzes: Sequence[Quiz]) -> bytes:
    """The text, UTF-8; `quizgen.notation.read_quiz` gives back the very same quiz.

    Raises:
        ExportError: there are several quizzes, whose questions could not be told apart when read back.
    """
    if len(quizzes) != 1:
        raise ExportError(
            f"A text in our notation holds one quiz, not {len(quizzes)}: quizgen merge makes one of several."
        )
    return write_quiz(quizzes[0]).encode()
