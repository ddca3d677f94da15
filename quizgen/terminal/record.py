"""The learner's record: one SQLite file that holds every step ever taken.

Attempts are the only truth; scores, streaks and what is due are computed from them, so that an undo,
an override or a new marking needs no second place mended.  Each step is one transaction in
write-ahead mode: a process that is killed loses nothing that was answered.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from quizgen import quizfile
from quizgen.model import Quiz
from quizgen.terminal import database
from quizgen.terminal.engine import Attempt, Item, State

if TYPE_CHECKING:
    from quizgen.grading import Grade


@dataclass(frozen=True, slots=True)
class Logged:
    """An attempt with what the record knows about it."""

    learner: str
    quiz: str
    session: int
    mode: str
    strict: bool
    prompt: str
    answer: str
    points: int
    attempt: Attempt


@dataclass(frozen=True, slots=True)
class Open:
    """A session that can be gone on with."""

    id: int
    options: Mapping[str, Any]
    questions: tuple[str, ...]
    log: tuple[Attempt, ...]


class Record:
    """The record in a file, or in memory only.

    Args:
        path: the file, made if missing; None keeps everything in memory.
        write: False opens an existing file for reading only.
        patience: seconds to wait for another program that is writing.

    Raises:
        RecordError: here and in every method, the file is locked, damaged, read-only, not ours or
            of a newer version.
    """

    def __init__(self, path: Path | None, *, write: bool = True, patience: float = 5.0) -> None:
        self.path = path
        self._db = database.connect(path, write=write, patience=patience)

    def __enter__(self) -> Record:
        """Used in a with statement, it is closed behind it."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close it."""
        self.close()

    def close(self) -> None:
        """Close the file; what was saved stays."""
        self._db.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """What is saved inside becomes part of the file as a whole, or not at all; may be nested."""
        with database.explained(self.path), database.transaction(self._db):
            yield

    def quiz(self, path: str, quiz: Quiz) -> None:
        """Keep a quiz as it is now."""
        content = quizfile.dumps(quiz)
        with self.transaction():
            self._db.execute(
                "INSERT INTO quizzes (path, title, content) VALUES (?, ?, ?)"
                " ON CONFLICT (path) DO UPDATE SET title = excluded.title, content = excluded.content"
                " WHERE content != excluded.content",
                (path, quiz.title, content),
            )

    def quizzes(self, learner: str) -> list[tuple[str, str]]:
        """Path and last content of the quizzes that a learner has answered questions of."""
        with database.explained(self.path):
            rows = self._db.execute(
                "SELECT DISTINCT quizzes.path, quizzes.content FROM attempts"
                " JOIN sessions ON sessions.id = attempts.session"
                " JOIN learners ON learners.id = sessions.learner"
                " JOIN quizzes ON quizzes.id = attempts.quiz"
                " WHERE learners.name = ? AND NOT undone ORDER BY quizzes.id",
                (learner,),
            ).fetchall()
        return [(str(path), str(content)) for path, content in rows]

    def begin(
        self,
        learner: str,
        path: str | None,
        options: Mapping[str, Any],
        questions: Sequence[str],
        at: datetime,
    ) -> int:
        """The number of a new session.

        Args:
            path: of the quiz it is about, None for questions of several.
            options: how it is played, to go on in the same way.
            questions: ids in the order in which they are asked.
        """
        with self.transaction():
            self._db.execute("INSERT OR IGNORE INTO learners (name) VALUES (?)", (learner,))
            cursor = self._db.execute(
                "INSERT INTO sessions (learner, quiz, started, options, questions) VALUES ("
                "(SELECT id FROM learners WHERE name = ?), (SELECT id FROM quizzes WHERE path = ?), ?, ?, ?)",
                (learner, path, _stamp(at), json.dumps(dict(options)), json.dumps(list(questions))),
            )
        return int(cursor.lastrowid or 0)

    def unfinished(self, learner: str, path: str, wanted: Mapping[str, Any]) -> Open | None:
        """The newest session on a quiz that was left with something answered, under the wanted options."""
        with database.explained(self.path):
            rows = self._db.execute(
                "SELECT sessions.id, options, questions FROM sessions"
                " JOIN learners ON learners.id = sessions.learner JOIN quizzes ON quizzes.id = sessions.quiz"
                " WHERE name = ? AND path = ? AND ended IS NULL ORDER BY sessions.id DESC",
                (learner, path),
            ).fetchall()
            for id, options, questions in rows:
                given = json.loads(options)
                log = tuple(entry.attempt for entry in self._logged("sessions.id = ?", (id,)))
                if log and all(given.get(name) == value for name, value in wanted.items()):
                    return Open(id, given, tuple(json.loads(questions)), log)
        return None

    def close_unfinished(self, learner: str, path: str, at: datetime) -> None:
        """Let what was left on a quiz rest: the learner starts over."""
        with self.transaction():
            self._db.execute(
                "UPDATE sessions SET ended = ? WHERE ended IS NULL"
                " AND learner = (SELECT id FROM learners WHERE name = ?)"
                " AND quiz = (SELECT id FROM quizzes WHERE path = ?)",
                (_stamp(at), learner, path),
            )

    def save(self, session: int, before: State, after: State, at: datetime) -> None:
        """Save, as one transaction, what the steps between two states of a session changed."""
        old = {attempt.number: attempt for attempt in before.log}
        new = {attempt.number: attempt for attempt in after.log}
        with self.transaction():
            for number, attempt in old.items():
                now = new.get(number)
                if now == attempt:
                    continue
                if now is not None and replace(attempt, counted=now.counted, rating=now.rating) == now:
                    self._db.execute(
                        "UPDATE attempts SET counted = ?, rating = ? WHERE session = ? AND number = ? AND NOT undone",
                        (now.counted, now.rating, session, number),
                    )
                else:
                    self._db.execute(
                        "UPDATE attempts SET undone = 1 WHERE session = ? AND number = ? AND NOT undone",
                        (session, number),
                    )
                    old[number] = replace(attempt, number=-1)
            for number, attempt in new.items():
                if number not in old or old[number].number < 0:
                    self._insert(session, attempt, after.items[attempt.question])
            over = after.phase == "done" or after.round > 0
            if over != (before.phase == "done" or before.round > 0):
                self._db.execute(
                    "UPDATE sessions SET ended = ? WHERE id = ?", (_stamp(at) if over else None, session)
                )

    def _insert(self, session: int, attempt: Attempt, item: Item) -> None:
        question = item.question
        self._db.execute(
            "INSERT INTO attempts (session, quiz, number, round, question, prompt, answer, points, action,"
            " typed, verdict, score, reason, settled, hints, seconds, at, counted, rating)"
            " VALUES (?, (SELECT id FROM quizzes WHERE path = ?),"
            " ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                session,
                item.quiz,
                attempt.number,
                attempt.round,
                attempt.question,
                question.prompt,
                question.answer,
                question.points,
                attempt.action,
                attempt.typed,
                attempt.verdict,
                attempt.score,
                attempt.reason,
                attempt.settled,
                attempt.hints,
                attempt.seconds,
                _stamp(attempt.at),
                attempt.counted,
                attempt.rating,
            ),
        )

    def logged(self, *, learner: str | None = None, quiz: str | None = None) -> list[Logged]:
        """All that was logged and not taken back, oldest first.

        Args:
            learner: only this learner's.
            quiz: only of the quiz with this path.
        """
        where, values = ["1"], []
        for column, value in (("learners.name", learner), ("quizzes.path", quiz)):
            if value is not None:
                where.append(f"{column} = ?")
                values.append(value)
        with database.explained(self.path):
            return list(self._logged(" AND ".join(where), values))

    def _logged(self, where: str, values: Sequence[object]) -> Iterable[Logged]:
        rows = self._db.execute(
            "SELECT learners.name, quizzes.path, sessions.id, sessions.options, prompt, answer, points,"
            " number, round, question, action, typed, verdict, score, reason, settled, hints, seconds, at,"
            " counted, rating FROM attempts"
            " JOIN sessions ON sessions.id = attempts.session"
            " JOIN learners ON learners.id = sessions.learner"
            " JOIN quizzes ON quizzes.id = attempts.quiz"
            f" WHERE NOT undone AND {where} ORDER BY attempts.session, number",
            tuple(values),
        )
        for learner, quiz, session, options, prompt, answer, points, *step in rows:
            given = json.loads(options)
            yield Logged(
                learner,
                quiz,
                session,
                given["mode"],
                given.get("strict", False),
                prompt,
                answer,
                points,
                _attempt(step),
            )

    def remark(self, changes: Iterable[tuple[Logged, Grade]]) -> None:
        """Give logged answers another verdict, all or none."""
        with self.transaction():
            for entry, grade in changes:
                self._db.execute(
                    "UPDATE attempts SET verdict = ?, score = ?, reason = ?"
                    " WHERE session = ? AND number = ? AND NOT undone",
                    (grade.verdict, grade.score, grade.reason, entry.session, entry.attempt.number),
                )

    def forget(self, name: str) -> int | None:
        """Delete all that is known of a learner, from the file too; how many steps, None if unknown."""
        with self.transaction():
            row = self._db.execute("SELECT id FROM learners WHERE name = ?", (name,)).fetchone()
            if row is None:
                return None
            count = self._db.execute(
                "SELECT count(*) FROM attempts JOIN sessions ON sessions.id = attempts.session WHERE learner = ?",
                row,
            ).fetchone()[0]
            self._db.execute("DELETE FROM learners WHERE id = ?", row)
            self._db.execute("DELETE FROM quizzes WHERE id NOT IN (SELECT quiz FROM attempts)")
        with database.explained(self.path):
            self._db.execute("VACUUM")  # without it the deleted rows stay readable in the file
            self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        return int(count)

    def learners(self) -> list[str]:
        """The names of the learners, in alphabetical order."""
        with database.explained(self.path):
            return [str(row[0]) for row in self._db.execute("SELECT name FROM learners ORDER BY name")]


def _attempt(step: Sequence[Any]) -> Attempt:
    (
        number,
        round,
        question,
        action,
        typed,
        verdict,
        score,
        reason,
        settled,
        hints,
        seconds,
        at,
        counted,
        rating,
    ) = step
    return Attempt(
        number,
        round,
        question,
        action,
        typed,
        verdict,
        score,
        reason,
        bool(settled),
        hints,
        seconds,
        datetime.fromisoformat(at),
        bool(counted),
        rating,
    )


def _stamp(at: datetime) -> str:
    """ISO 8601 in UTC, to the millisecond."""
    return at.astimezone(UTC).isoformat(timespec="milliseconds")
