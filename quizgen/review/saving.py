"""The file behind the desk: written at each step, and never over what another program wrote there."""

from __future__ import annotations

import contextlib
from pathlib import Path

from quizgen import quizfile
from quizgen.model import Quiz
from quizgen.review.desk import SavedByAnother


class SavedQuiz:
    """A quiz file, and what it held when we last read or wrote it."""

    def __init__(self, path: Path) -> None:
        """Take a file; it is read by `read`."""
        self.path = path
        self._known: bytes | None = None

    def read(self) -> Quiz:
        """The quiz in the file.

        Raises:
            QuizFileError: see `quizfile.read`.
        """
        self._known = self._bytes()
        return quizfile.read(self.path)

    def write(self, quiz: Quiz) -> None:
        """Write the quiz to the file.

        Raises:
            SavedByAnother: it is not as we left it; nothing was written.
            QuizFileError: it can't be written.
        """
        here = self._bytes()
        if here is not None and here != self._known:
            raise SavedByAnother(self.read())
        quizfile.write(quiz, self.path)
        self._known = self._bytes()

    def _bytes(self) -> bytes | None:
        with contextlib.suppress(OSError):
            return self.path.read_bytes()
        return None
